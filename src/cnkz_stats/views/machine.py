"""Answers for other programs: JSON and CSV of a fixed form; growth in that form."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence

from cnkz_stats.analysis.growth import Claimed, GrowthRow
from cnkz_stats.analysis.levels import Level
from cnkz_stats.figures.display import range_json

Json = dict[str, object]

GROWTH_COLUMNS = (
    "series", "area", "partner", "scope", "authority", "unit", "real", "from", "to", "years", "basis",
    "multiple_low", "multiple_high", "rate_low", "rate_high", "cagr_low", "cagr_high",
    "from_level_low", "from_level_high", "to_level_low", "to_level_high", "claims",
    "claim", "claimed_low", "claimed_high", "agrees",
)  # fmt: skip
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def json_text(value: object) -> str:
    """Indented JSON with a final newline; letters of all scripts as they are."""
    return json.dumps(value, ensure_ascii=False, indent=2) + "\n"


def csv_text(columns: Sequence[str], rows: Iterable[Json]) -> str:
    """Rows of JSON as CSV: a range is two columns, `multiple_low` and `multiple_high`, a list has `;` between.

    A cell that a spreadsheet would run as a formula is quoted by an apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_inert(_cell(row, column)) for column in columns] for row in rows)
    return out.getvalue()


def _cell(row: Json, column: str) -> str:
    outer, _, end = column.rpartition("_")
    bounds = row.get(outer)
    value = row[column] if column in row else bounds[end] if isinstance(bounds, dict) else None
    if isinstance(value, list):
        return ";".join(map(str, value))
    return (
        "" if value is None else {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
    )


def _inert(cell: str) -> str:
    if cell.startswith(_FORMULA_STARTS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).isdecimal()


def a_row_for_each_claim(rows: Iterable[Json]) -> Iterator[Json]:
    """Growth rows, one for each claim that they are compared with, or one without."""
    for row in rows:
        claimed = row["claimed"]
        for one in claimed if isinstance(claimed, list) and claimed else [{}]:
            yield {**row, "claim": one.get("claim"), "claimed": one.get("range"), "agrees": one.get("agrees")}


def growth_json(rows: Iterable[GrowthRow]) -> Iterator[Json]:
    """Growth rows; rates are fractions."""
    return map(_growth, rows)


def _growth(row: GrowthRow) -> Json:
    quantity = row.quantity
    return {
        "series": quantity.series,
        "area": quantity.area,
        "partner": quantity.partner,
        "scope": quantity.scope,
        "authority": quantity.authority,
        "unit": quantity.unit,
        "real": row.real,
        "from": str(row.start),
        "to": str(row.end),
        "years": row.years,
        "basis": row.basis,
        "multiple": range_json(row.multiple),
        "rate": range_json(row.rate),
        "cagr": None if row.cagr is None else range_json(row.cagr),
        "from_level": _level(row.levels[0]),
        "to_level": _level(row.levels[1]),
        "claims": list(row.claims),
        "claimed": [_claimed(one) for one in row.claimed],
    }


def _level(level: Level | None) -> Json | None:
    return None if level is None else range_json(level.range)


def _claimed(one: Claimed) -> Json:
    return {"claim": one.claim.id, "range": range_json(one.range), "agrees": one.agrees}
