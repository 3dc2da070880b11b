"""Growth in constant prices: nominal amounts by a price index whose own digits are a range too."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cnkz_stats.analysis.growth import GrowthRow
from cnkz_stats.analysis.levels import Level
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.constraints import ONE

_TABLE = "deflators.csv"
_UNITY = Interval(ONE, ONE)


def in_constant_prices(
    rows: Sequence[GrowthRow], folder: Folder, prices: Period | None = None
) -> tuple[list[GrowthRow], list[str]]:
    """Rows in the prices of one year, the last one of the index if none is asked for; and why others are left out.

    What sources claim is nominal: it is kept, never compared. Raises CnkzError if no row can be told in these prices.
    """
    indices = {(one.code, one.year.first.year): one.range for one in folder.deflators}
    if not indices:
        raise CnkzError(f"no {_TABLE} in this folder, expected a price index for growth in constant prices")
    year = max(year for _, year in indices) if prices is None else prices.first.year
    if year not in {one for _, one in indices}:
        raise CnkzError(f"no index of {year} in {_TABLE}, expected a year of {_years(indices)}")
    told, left = [], []
    for row in rows:
        missing = _missing(row, indices, year)
        if missing:
            left.append(missing)
        else:
            told.append(_told(row, indices, year))
    reasons = sorted(set(left))
    if rows and not told:
        raise CnkzError(f"no growth in prices of {year}: {'; '.join(reasons)}")
    return told, [f"Left out: {left.count(reason)} of {len(rows)} rows: {reason}." for reason in reasons]


_Indices = dict[tuple[str, int], Interval]


def _years(indices: Iterable[tuple[str, int]]) -> str:
    years = sorted({year for _, year in indices})
    return f"{years[0]} to {years[-1]}"


def _missing(row: GrowthRow, indices: _Indices, year: int) -> str:
    """Why a row has no real growth; empty if it has."""
    unit = row.quantity.unit
    if unit not in CURRENCIES:
        return "they are no amounts of money"
    if (unit, year) not in indices:
        return f"{_TABLE} has no index of {year} for {unit}"
    for period in (row.start, row.end):
        if period.first.year != period.last.year:
            return "they run over two calendar years, which have two indices"
        if (unit, period.first.year) not in indices:
            return f"{_TABLE} has no index of {period.first.year} for {unit}"
    return ""


def _told(row: GrowthRow, indices: _Indices, year: int) -> GrowthRow:
    def dearer(since: Period, until: int) -> Interval:
        """By how much prices rose; exactly one within a year."""
        first, last = (row.quantity.unit, since.first.year), (row.quantity.unit, until)
        return _UNITY if first == last else ratio(indices[last], indices[first])

    before, after = row.levels
    return replace(
        row,
        multiple=_times(row.multiple, ratio(_UNITY, dearer(row.start, row.end.first.year))),
        levels=(_level(before, dearer(row.start, year)), _level(after, dearer(row.end, year))),
        claimed=tuple(replace(one, agrees=None) for one in row.claimed),
        real=year,
    )


def _level(level: Level | None, dearer: Interval) -> Level | None:
    return None if level is None else replace(level, range=_times(level.range, dearer))


def _times(bounds: Interval, factor: Interval) -> Interval:
    """The product of a range and a positive one that is bounded and closed."""
    lows = [bounds.lo * end for end in (factor.lo, factor.hi) if bounds.lo is not None and end is not None]
    highs = [bounds.hi * end for end in (factor.lo, factor.hi) if bounds.hi is not None and end is not None]
    return Interval(min(lows, default=None), max(highs, default=None), bounds.lo_open, bounds.hi_open)
