"""How much of the time spoken of a figure has: since a year, up to a day, or the whole year for a stock."""

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.nearest import neighbours
from cnkz_stats.text.point import Point
from cnkz_stats.text.spoken import Spoken

_YEAR = 12


def extent_of(point: Point, spoken: Spoken, clock: Clock) -> Period:
    """The time that a figure has of the period spoken of."""
    return _own(point, spoken, _since(point, spoken, clock.resolved[spoken.start], clock))


def _since(point: Point, spoken: Spoken, period: Period, clock: Clock) -> Period:
    """From the year since which something is counted to the period spoken of beside it: by 2023, since 2005."""
    if spoken.is_open:
        return _until(point, spoken, period, clock)
    left = max(point.left, point.passage.segment(point.figure.start)[0])
    _, end = point.passage.clause(point.figure.end - 1)
    for one in point.passage.periods:
        start = clock.resolved[one.start]
        near = left <= one.start < end or (spoken.is_day and one.start < spoken.start)
        if one.is_open and one != spoken and near and start.first < period.last:
            return Period(start.first, period.last)
    return period


def _until(point: Point, spoken: Spoken, period: Period, clock: Clock) -> Period:
    """From a year on up to the time by which something was so: by May 2014, since 2009."""
    start, _ = point.passage.segment(point.figure.start)
    start = max(point.left, start) if spoken.end > point.left else start
    end = min(point.passage.clause(point.figure.start)[1], neighbours(point.passage, point.number)[1])
    told = [one for one in point.passage.periods if (one.is_due or one.is_asof) and start <= one.start < end]
    years = [one for one in point.passage.periods if one.is_whole_year and not (one.is_base or one.is_open)]
    if clock.document is not None and period.last.year == clock.document.last.year:
        told = told or [one for one in years if one.start < point.left]
    last = clock.resolved[told[-1].start].last if told else period.last
    return Period(period.first, last) if last > period.first else period


def _own(point: Point, spoken: Spoken, period: Period) -> Period:
    """A stock has no months; what it has since a year it has in the last one."""
    if spoken.is_open and (point.is_rated or point.statement is Statement.SHARE):
        return Period.year(period.first.year)
    if point.is_stock and spoken.is_open:
        behind = point.figure.end <= spoken.start
        return Period.year(period.first.year if behind else period.last.year)
    one = spoken.first == spoken.last and spoken.days is None and not spoken.is_open
    one |= spoken.relative == "month"
    monthly = point.series in table("series")["monthly"] and one
    told = spoken.is_said and spoken.is_month and point.is_balance
    to_december = point.statement is Statement.TARGET and spoken.is_due and spoken.first == _YEAR
    if told or to_december or (point.is_stock and period.first.year == period.last.year and not monthly):
        return Period.year(period.last.year)
    added = spoken.year and point.is_accumulated
    if spoken.is_asof and (added or point.is_balance):
        return Period(period.last if spoken.days else period.last.replace(day=1), period.last)
    if point.series in table("series")["present"] and point.is_by_year and not spoken.is_open:
        return Period.year(period.last.year)
    return Period(period.first.replace(month=1, day=1), period.last) if _is_reached(point, spoken) else period


def _is_reached(point: Point, spoken: Spoken) -> bool:
    """Whether what flowed is told up to a day, or a month of the year spoken of: by the end of April it was 20,900 vehicles."""
    if not spoken.is_due or point.statement is Statement.TARGET:
        return False
    if spoken.is_day:
        return not point.is_accumulated
    by_month = spoken.year is None and spoken.first == spoken.last and spoken.days is None
    return by_month and not (point.is_stock or point.is_balance)
