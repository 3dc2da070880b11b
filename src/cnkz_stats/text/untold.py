"""The time of a figure of which its sentence says nothing: what carries on, the year of a plan, or the day of the text."""

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.runs import later_level
from cnkz_stats.text.series import RELATIVE

_YEAR = 12
_DEALS = frozenset({"deals_count", "deals_value"})


def told_before(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The period of a figure of whose time its sentence says nothing.

    A stock is of the day of the text, which is in the year of which it has told only some months so far.
    """
    if point.statement is Statement.TARGET:
        return _of_target(point, clock, carried)
    if point.is_stock:
        return _of_stock(point, clock, carried)
    if carried is not None and point.is_compared:
        return carried.year_earlier()
    later = later_level(point, carried, clock)
    if later is not None:
        return later
    own = _day(point, clock, _clause_before(point))
    if not own and (_is_now(point, clock, carried) or (point.is_rated and clock.document)):
        return _year_of(clock.document)
    told = None if point.is_rated else _up_to_now(point, clock, carried)
    if told and point.is_balance and 1 < told.months < _YEAR:
        told = _year_of(told)
    found = own or told or _day(point, clock, 0) or _only(point, clock)
    dated = clock.document if clock.is_dated and point.is_balance else None
    return found or _year_of(dated) or _beside_plan(point, clock)


def _year_of(period: Period | None) -> Period | None:
    """The calendar year in which a period, if one is known, ends."""
    return period and Period.year(period.last.year)


def _of_target(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The time of a target: the year asked for, that of a heading or a list, or of the plan before."""
    if point.targets and not point.number and carried is not None and carried.is_year:
        return carried
    return (
        _of_heading(clock)
        or _of_plan(point, clock)
        or _of_plan_before(point, clock)
        or _beside_plan(point, clock)
    )


def _of_heading(clock: Clock) -> Period | None:
    """The year of which the heading or question right before a plan tells."""
    planned, sentence = clock.headed
    return planned if planned is not None and planned.is_year and clock.sentences - sentence == 1 else None


def _of_stock(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The year of the text for a stock, else that of the months of which was told so far; what changes by month has these."""
    if clock.document is None and point.series in table("series")["monthly"]:
        return carried
    asked, sentence = clock.asked
    if asked is not None and clock.sentences - sentence == 1:
        return _year_of(asked)
    current = carried if carried and carried.months < _YEAR and not point.is_rated else None
    return _year_of(clock.document or current)


def _is_now(point: Point, clock: Clock, carried: Period | None) -> bool:
    """Whether a figure of whose time nothing is said is of the day of the text: a plant's capacity, deals that are signed."""
    here = (one.series for one in clock.levels if one.sentence == clock.sentences)
    dated = clock.is_dated or (point.series in _DEALS and _is_over(carried, clock))
    return dated and point.series in table("series")["present"] and point.series not in here


def _up_to_now(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """What carries on, or the year of the text for what is so now."""
    if carried is None or clock.document is None or not _lasts(point):
        return carried
    return max(carried, Period.year(clock.document.last.year), key=lambda one: one.last.year)


def _lasts(point: Point) -> bool:
    """Whether the verb before a share or a sum that has gathered tells what is so now: China's share is around 40 %."""
    before = point.passage.between(point.passage.clause(point.figure.start)[0], point.figure.start)
    lasts = point.statement is Statement.SHARE or point.is_balance
    return lasts and pattern(point.passage.lang, "lasts").search(before) is not None


def _is_over(carried: Period | None, clock: Clock) -> bool:
    """Whether what was told before is of another year than the text."""
    return clock.document is not None and (carried is None or carried.last.year < clock.document.last.year)


def _of_plan(point: Point, clock: Clock) -> Period | None:
    """The time that stands before a list of plans with a colon, for those behind the first."""
    heads = [one for one in point.passage.periods if one.is_head and one.start < point.figure.start]
    return clock.resolved[heads[-1].start] if heads and point.targets else None


def _of_plan_before(point: Point, clock: Clock) -> Period | None:
    """The year planned for in the sentence before, if the plan is told anew in a month of that year."""
    spoken = point.spoken
    if not clock.levels or spoken is None or spoken.first != spoken.last:
        return None
    last, year = clock.levels[-1], _year_of(clock.resolved[spoken.start])
    same = last.is_planned and (last.sentence, last.series) == (clock.sentences - 1, point.series)
    return year if same and last.period == year else None


def _beside_plan(point: Point, clock: Clock) -> Period | None:
    """The time of the plan before a change in its sentence: 35 million, which is 3.6 million more than in 2024."""
    compared = point.statement.compares or point.statement is Statement.TARGET
    here = [one.period for one in clock.levels[-1:] if one.is_planned and one.sentence == clock.sentences]
    return here[0] if here and compared and point.targets else None


def _only(point: Point, clock: Clock) -> Period | None:
    """The one time that a sentence tells, behind a rate of which no other is known: 100-fold, in 2023 to 41 billion."""
    _, end = point.passage.segment(point.figure.start)
    told = [one for one in point.passage.periods if not (one.is_base or one.is_day) and one.start < end]
    alone = len(told) == 1 and point.figure.unit in RELATIVE and not told[0].is_due
    return clock.resolved[told[0].start] if alone else None


def _day(point: Point, clock: Clock, start: int) -> Period | None:
    """The year of the day that the sentence names behind a place, if nothing was only said on it."""
    days = [one for one in point.passage.periods if one.is_day and start <= one.start < point.figure.start]
    day = clock.resolved.get(days[-1].start) if days and not (start and days[-1].is_said) else None
    return _year_of(day)


def _clause_before(point: Point) -> int:
    """Where the part of the sentence starts that is a figure's alone; never 0, which is the whole sentence."""
    return max(1, point.left, point.passage.segment(point.figure.start)[0])
