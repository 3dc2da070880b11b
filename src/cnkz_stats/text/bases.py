"""What a figure is compared with."""

from datetime import date, timedelta
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, TIMES
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.changes import is_change, is_gap
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.named_bases import is_monthly, named_base
from cnkz_stats.text.pairs import is_from, is_multiple_of_next
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.period_parts import number_of
from cnkz_stats.text.point import Point
from cnkz_stats.text.runs import levels_of
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import moved
from cnkz_stats.text.targets import is_distance_from_plan

_GAP = "mirror_gap"
_QUARTER, _YEAR, _PAIR = 3, 12, 2
_NEARLY = Fraction(3, 4)
_MEMORY = 1
"""A level in this or so many sentences before may be what a multiple is a multiple of."""


def base_of(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What a figure is compared with: what the sentence names, else the same months a year earlier."""
    target = point.statement is Statement.TARGET and (
        point.figure.unit in RELATIVE or is_change(point.passage, point.figure)
    )
    if not (point.statement.compares or target) or _is_gap(point) or _is_goal_of_share(point):
        return None
    base = named_base(point, period, clock)
    sized = target and point.figure.unit not in RELATIVE
    if base is not None or sized or is_distance_from_plan(point.passage, point.figure):
        return base
    if target and point.figure.unit == TIMES:
        return _base_of_goal(point, period, clock)
    if period is None:
        start = clock.resolved.get(point.spoken.start) if point.spoken is not None else None
        grew = start is not None and point.is_without_end(start, clock.document)
        return start if grew else None
    if point.figure.unit in RELATIVE and is_monthly(point):
        return _quarter_before(period) or moved(period, 0, -1)
    return (
        _start(point, period, clock)
        or _years_before(point, period)
        or _base_told(point, period, clock)
        or period.year_earlier()
    )


def _is_goal_of_share(point: Point) -> bool:
    """Whether a rate is what a share is to come to, which is compared with nothing."""
    told = "share" in point.passage.codes("mark", point.left, point.figure.start)
    return told and point.statement is Statement.TARGET and point.figure.unit == PERCENT


def _is_gap(point: Point) -> bool:
    """Whether a figure tells how far two books are apart, which is compared with nothing earlier."""
    between_books = point.series == _GAP and point.statement is Statement.CHANGE
    return between_books or is_gap(point.passage, point.figure)


def _base_of_goal(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What is to be doubled: the amount behind it, the last level told in this or the sentence before, else that of the year before the text."""
    if is_multiple_of_next(point.passage, point.number):
        following = clock.nearest(point.passage, point.number + 1)
        if following is not None:
            return clock.resolved[following.start]
    if period is not None:
        told = _run_from(point, period, clock)
    else:
        same = [one for one in clock.levels[-1:] if one.series == point.series]
        told = next((one.period for one in same if one.sentence >= clock.sentences - _MEMORY), None)
    if told is not None or clock.document is None:
        return told
    ahead = period is None or period.first > clock.document.last
    return Period.year(clock.document.last.year - 1) if ahead else period and period.year_earlier()


def _start(point: Point, period: Period, clock: Clock) -> Period | None:
    """The year of the level from which the one before a rate has risen: from 312 billion in 2013 to 674 in 2024, up 116 %."""
    passage, number = point.passage, point.number
    told = levels_of(point, clock)
    if number < _PAIR or len(told) < _PAIR or not is_from(passage, number - _PAIR):
        return None
    if pattern(passage.lang, "alone").search(
        passage.between(passage.figures[number - 1].end, point.figure.start)
    ):
        return None
    start, end = told[-_PAIR].period, told[-1].period
    return start if end == period and start is not None and start < period else None


def _years_before(point: Point, period: Period) -> Period | None:
    """The year of so many years before that a rise is told to have taken: 2.4 times in two years."""
    behind = point.passage.between(point.figure.end, point.passage.clause(point.figure.end - 1)[1])
    start = max(point.left, point.passage.clause(point.figure.start)[0])
    before = point.passage.between(start, point.figure.start)
    in_years = pattern(point.passage.lang, "in_years")
    told = in_years.search(behind) or in_years.search(before)
    if told is None or not period.is_year:
        return None
    return period.moved(-number_of(told["n"], point.passage.lang))


def _quarter_before(period: Period) -> Period | None:
    """The quarter before a quarter."""
    first = period.first
    if period.months != _QUARTER or first.month % _QUARTER != 1:
        return None
    started = date(first.year - (first.month == 1), (first.month - _QUARTER) % _YEAR or _YEAR, 1)
    return Period(started, first - timedelta(1))


def _base_told(point: Point, period: Period, clock: Clock) -> Period | None:
    """What a multiple or an average growth runs from: as the multiple before, or the level told last of an earlier year."""
    whole_years = (period.first.month, period.last.month) == (1, 12)
    if (
        not whole_years
        or point.is_seasonal
        or not (point.statement is Statement.MULTIPLE or point.figure.annual)
    ):
        return None
    base, sentence = clock.bases.get(point.series, (None, 0))
    here = [one.period for one in levels_of(point, clock) if one.period is not None]
    goes_on = base is not None and sentence >= clock.sentences - _MEMORY and base.last < period.first
    if goes_on and all(one.last >= period.first for one in here):
        return base
    return _run_from(point, period, clock)


def _run_from(point: Point, period: Period, clock: Clock) -> Period | None:
    """The level told last of an earlier year; of several the one that the multiple fits."""
    told = levels_of(point, clock, back=_MEMORY)
    earlier = [one for one in told if one.period and one.period.is_year and one.period.last < period.first]
    reached = [one.value for one in told if one.period == period and one.value]
    if not earlier:
        return None
    times = point.figure.value
    fitting = [
        one
        for one in earlier
        if reached and times and one.value and _NEARLY <= reached[-1] / one.value / times <= 1 / _NEARLY
    ]
    return (fitting or earlier)[-1].period
