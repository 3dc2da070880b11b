"""From when to when: the ends of a run of years over which something rose, of a "from A to B", of the levels of a rate."""

from fractions import Fraction

from cnkz_stats.figures.figure import TIMES, Hedge
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.named_bases import base_near, is_monthly
from cnkz_stats.text.nearest import holder
from cnkz_stats.text.pairs import follows, is_from, may_be_from
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.runs import levels_of
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import moved

_TIMES_ROUNDED, _RATE_ROUNDED = Fraction(19, 20), Fraction(99, 100)
"""How well a multiple in round numbers, and a rate, fit the two levels that they are of."""
_PAIR, _LEAD = 2, 24


def one_end(
    point: Point, period: Period | None, base: Period | None, clock: Clock, *, rose: bool
) -> tuple[Period | None, Period | None]:
    """Period and base of a figure: one year of a run of years over which something `rose`, and of "from A to B"."""
    ahead = _told_ahead(point, clock)
    if period is None or period == base:
        return ahead or (_after_base(point, period, base, clock), base)
    ends = _ends(point, period)
    if ends and point.is_seasonal:
        return period, base
    years = ahead or _told_back(point, period, clock) or (ends and ends[::-1])
    if years and point.statement.compares:
        return years
    if ends and point.statement is Statement.LEVEL:
        starts = may_be_from(point.passage, point.number)
        rises = rose or follows(point.passage, point.number)
        return ends[0] if starts else ends[1] if rises else period, base
    starts = is_from(point.passage, point.number)
    together = starts and point.spoken == clock.nearest(point.passage, point.number + 1)
    if together and holder(point.passage, point.number) is None:
        return base or period.year_earlier(), base
    return period, base


def _told_ahead(point: Point, clock: Clock) -> tuple[Period, Period] | None:
    """The years of the two levels behind a rate: more than doubled, from 20.7 billion in 2019 to 41 billion in 2023."""
    passage, number = point.passage, point.number
    rate = point.statement.compares and point.figure.unit in RELATIVE
    if not rate or number + _PAIR >= len(passage.figures) or not is_from(passage, number + 1):
        return None
    if passage.codes("topic", point.figure.end, passage.figures[number + 1].start):
        return None
    start, end = (clock.nearest(passage, place) for place in (number + 1, number + _PAIR))
    if start is None or end is None or not (start.is_whole_year and end.is_whole_year):
        return None
    first, last = clock.resolved[start.start], clock.resolved[end.start]
    return (last, first) if first.is_year and last.is_year and first < last else None


def _told_back(point: Point, period: Period, clock: Clock) -> tuple[Period, Period] | None:
    """The years of the two levels before a rate that is theirs: 217 in 2023, 18 in 2022, 12 times; 28 in 2013, 13 in 2016, a fall by 54 %."""
    told = levels_of(point, clock)
    if len(told) < _PAIR or point.figure.unit not in RELATIVE or base_near(point) or is_monthly(point):
        return None
    last, times = told[-1].period, [one.period for one in told[-_PAIR:] if one.period is not None]
    if last != period or len({*times}) < _PAIR or told[-1].unit != told[-_PAIR].unit:
        return None
    earlier, later = sorted(told[-_PAIR:], key=lambda one: (one.period or period).first)
    ratio = point.figure.value + (point.figure.unit != TIMES)
    closely = _TIMES_ROUNDED if point.figure.unit == TIMES else _RATE_ROUNDED
    rose = later.value / earlier.value if earlier.value else None
    over = point.figure.hedge is Hedge.OVER and point.figure.unit == TIMES
    fits = rose and ratio and (closely <= rose / ratio <= 1 / closely or (over and 0 < rose - ratio < 1))
    return (max(times), min(times)) if fits else None


def _ends(point: Point, period: Period) -> tuple[Period, Period] | None:
    """The first and the last year of a run of years, or the two months of a step from one to the next."""
    first, last = period.first, period.last
    if (first.month, last.month) == (1, 12) and first.year < last.year:
        return Period.year(first.year), Period.year(last.year)
    spoken = point.spoken
    if spoken is None or spoken.last - spoken.first != 1 or first.month == 1:
        return None
    lead = point.passage.between(max(0, spoken.start - _LEAD), spoken.start)
    if not pattern(point.passage.lang, "step").search(lead):
        return None
    return moved(Period(last.replace(day=1), last), 0, -1), Period(last.replace(day=1), last)


def _after_base(point: Point, period: Period | None, base: Period | None, clock: Clock) -> Period | None:
    """The time of a figure of which the sentence tells only what it is compared with: 13 percent more than in 2023.

    It is a later one told behind it, or the year after, in a text of a later day.
    """
    if base is None or point.statement is Statement.TARGET:
        return None
    if period is not None:
        behind = (one for one in point.passage.periods if one.start > point.figure.end and not one.is_base)
        return next((clock.resolved[one.start] for one in behind if clock.resolved[one.start] > base), None)
    dated = base.is_year and clock.document is not None and base.last.year < clock.document.last.year
    return base.moved(1) if dated else None
