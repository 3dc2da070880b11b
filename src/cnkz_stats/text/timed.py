"""When what a figure states was, compared with when, and which time goes on behind a figure or a heading."""

from collections.abc import Collection
from typing import NamedTuple

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.bases import base_of
from cnkz_stats.text.clock import Clock, Level
from cnkz_stats.text.endpoints import one_end
from cnkz_stats.text.meant import is_aimed_at
from cnkz_stats.text.nearest import holder
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.when import period_of

_ALSO = later(r"[^,;.:]{0,14}\b(?:and|и|және)\b[^,;.:]{0,12}")
"""What leads from one figure that is compared with to another: against 28 million in 2023 and 23 million in 2022."""
_COMPARED, _YEAR = 60, 12
_LEVELS = frozenset({Statement.LEVEL, Statement.SHARE})


class Times(NamedTuple):
    """The period `told` of, which may be a run of years, and that of the figure with what it is compared with."""

    told: Period | None
    period: Period | None
    base: Period | None


def times_of(point: Point, clock: Clock, rose: Collection[Period | None]) -> Times:
    """When what a figure states was; in the periods of `rose` something is said to have risen before in its sentence."""
    told = period_of(point, clock, clock.carried(point.passage))
    base = base_of(point, told, clock)
    return Times(told, *one_end(point, told, base, clock, rose=told in rose))


def keep(point: Point, figure: Figure, times: Times, clock: Clock) -> None:
    """Remember a figure as it is stated, and the time that goes on behind it."""
    is_planned = point.statement is Statement.TARGET
    level = Level(point.series, times.period, figure.value, figure.unit, clock.sentences, is_planned)
    clock.keep(level, point.statement, times.base)
    clock.carry(_gone_on(point, times, clock), point.passage)


def _gone_on(point: Point, times: Times, clock: Clock) -> Period | None:
    """The period that goes on behind a figure: not that of a plan or an aside, and the months that a stock has not."""
    kept, carried = times.period if _is_run(times) else times.told, clock.carried(point.passage)
    if point.statement is Statement.TARGET:
        return kept if point.spoken is not None and point.spoken.is_head else carried
    if point.statement in _LEVELS and (point.is_earlier or _is_aside(point.passage, point.number)):
        return carried
    if not point.is_stock:
        return kept
    return carried if point.spoken is None else clock.resolved[point.spoken.start]


def _is_run(times: Times) -> bool:
    """Whether a run of years is told of, of which the figure may have one."""
    told, period, base = times
    return told is not None and (told.months > _YEAR or (told == base and period != base))


def _is_aside(passage: Passage, number: int) -> bool:
    """Whether a level is only what another one is compared with."""
    start = passage.figures[number].start
    if passage.bracket(start) is not None:
        return True
    left = passage.left(number)
    if number and _ALSO.fullmatch(passage.between(left, start)) and _is_aside(passage, number - 1):
        return True
    before = passage.between(max(left, start - _COMPARED), start)
    return holder(passage, number) is not None or bool(pattern(passage.lang, "compared").search(before))


def keep_heading(passage: Passage, clock: Clock, *, asks: bool) -> None:
    """Remember the time of which a heading or question tells: the sentences behind may go on with it."""
    told = [one for one in passage.periods if not (one.is_base or one.is_day)]
    by_days = [one for one in told if one.days is not None and one.last_year is not None]
    usable = by_days or [one for one in told if one.first != one.last or one.year is None]
    period = clock.resolved.get(usable[0].start) if usable else None
    clock.carry(period or clock.carried(passage), passage)
    if asks:
        clock.asked = (period, clock.sentences)
    aimed = [one for one in told if one.is_whole_year and is_aimed_at(passage, one)]
    planned = clock.resolved.get(aimed[-1].start) if aimed else period
    clock.headed = (planned, clock.sentences)
