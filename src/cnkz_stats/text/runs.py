"""Levels of several years: the later one to which a multiple leads, and runs of years that go on."""

from fractions import Fraction

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock, Level
from cnkz_stats.text.point import Point
from cnkz_stats.text.spoken import Spoken

_YEAR, _NEARLY = 12, Fraction(3, 4)


def run_on(point: Point, spoken: Spoken, clock: Clock) -> Period | None:
    """What leads to a later level behind an earlier one, or goes on with a run of years told before: 13.3 million in 2019, in all 130."""
    period = clock.resolved[spoken.start]
    if spoken.end > point.left:
        return None
    if not point.is_accumulated or point.is_stock or point.statement is not Statement.LEVEL:
        later = later_level(point, period, clock)
        return later if later is not None and _fits(point, period, later, clock) else None
    told = [one.period for one in clock.levels if one.series == point.series and one.period is not None]
    runs = [one for one in told if one.months > _YEAR and one.last < period.last]
    return Period(runs[-1].first, period.last) if runs and not spoken.is_open else None


def levels_of(point: Point, clock: Clock, *, back: int = 0) -> list[Level]:
    """The levels of the series of a figure that its sentence, or one of so many before, has told."""
    since = clock.sentences - back
    return [one for one in clock.levels if one.sentence >= since and one.series == point.series]


def _fits(point: Point, first: Period, last: Period, clock: Clock) -> bool:
    """Whether a multiple is that of the levels told of two years, as far as round numbers tell."""
    told = {one.period: one.value for one in clock.levels if one.series == point.series}
    start, end, times = told[first], told[last], point.figure.value
    return bool(start and times) and _NEARLY <= end / start / times <= 1 / _NEARLY


def later_level(point: Point, carried: Period | None, clock: Clock) -> Period | None:
    """What a multiple behind an old level leads to: 41 billion in 2023, 368 million in 1992; it has grown 100 times."""
    named = any(one.is_base for one in point.passage.periods)
    if carried is None or point.statement is not Statement.MULTIPLE or not carried.is_year or named:
        return None
    told = [one.period for one in clock.levels if one.series == point.series and one.period is not None]
    later = [one for one in told if one.first > carried.last and one.is_year]
    return max(later, key=lambda one: one.last) if later and told[-1] == carried else None
