"""Growth for other programs: JSON of a fixed form."""

import json
from collections.abc import Sequence

from cnkz_stats.analysis.growth import Claimed, GrowthRow, Level
from cnkz_stats.figures.display import range_json
from cnkz_stats.figures.period import Period

Json = dict[str, object]


def json_text(value: object) -> str:
    """Indented JSON with a final newline; letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def growth_json(rows: Sequence[GrowthRow]) -> list[Json]:
    """Growth rows; rates are fractions."""
    return [_growth(row) for row in rows]


def _growth(row: GrowthRow) -> Json:
    quantity = row.quantity
    return {
        "series": quantity.series,
        "area": quantity.area,
        "partner": quantity.partner,
        "scope": quantity.scope,
        "authority": quantity.authority,
        "unit": quantity.unit,
        "from": str(row.start),
        "to": str(row.end),
        "years": row.years,
        "basis": row.basis,
        "multiple": range_json(row.multiple),
        "rate": range_json(row.rate),
        "cagr": None if row.cagr is None else range_json(row.cagr),
        "levels": [
            _level(period, level) for period, level in zip((row.start, row.end), row.levels, strict=True)
        ],
        "claims": list(row.claims),
        "claimed": [_claimed(one) for one in row.claimed],
    }


def _level(period: Period, level: Level | None) -> Json | None:
    if level is None:
        return None
    return {"period": str(period), "basis": level.basis, "range": range_json(level.range)}


def _claimed(one: Claimed) -> Json:
    return {"claim": one.claim.id, "range": range_json(one.range), "agrees": one.agrees}
