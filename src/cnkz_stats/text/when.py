"""When a figure of a sentence is about."""

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.extent import extent_of
from cnkz_stats.text.meant import finer, spoken_for
from cnkz_stats.text.nearest import holder, neighbours
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.runs import later_level, levels_of, run_on
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken
from cnkz_stats.text.untold import told_before

_NOW, _PAIR = 2, 2
_GAP = "mirror_gap"


def period_of(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The period that the sentence gives for a figure, else what carries on from those before."""
    held = holder(point.passage, point.number)
    is_level = point.statement is Statement.LEVEL or point.series == _GAP
    if held is not None and is_level:
        whole = clock.resolved[held.start]
        return Period.year(whole.first.year) if held.is_open else whole
    if carried is not None and _is_of_which(point):
        return carried
    spoken = finer(point, spoken_for(point, clock), clock)
    if _is_undated(point, spoken, clock):
        return None
    if spoken is None or (carried is not None and _is_rate_told_then(point, spoken)):
        return told_before(point, clock, carried)
    period = run_on(point, spoken, clock) or _spoken_of(point, spoken, clock)
    if period is not None and spoken.end <= point.left and not spoken.is_open and point.is_compared:
        return period.year_earlier()
    return period


def _spoken_of(point: Point, spoken: Spoken, clock: Clock) -> Period | None:
    """What the period spoken of nearest to a figure comes to for it; up to a day that the text leaves unknown, to nothing."""
    period, begun = clock.resolved[spoken.start], clock.begun
    if spoken.relative == "then":
        later = later_level(point, Period.year(period.first.year), clock)
        if later is not None:
            return later
    if point.is_without_end(period, clock.document) or _runs_to_unknown(point, spoken, period, clock):
        return None
    if clock.document is not None and _is_long_ago(point, spoken):
        return Period.year(clock.document.last.year)
    if point.figure.annual and point.statement is Statement.GROWTH:
        return _last_level(point, period, clock)
    up_to = spoken.days is None and (spoken.is_due or (spoken.is_asof and spoken.year))
    if begun and up_to and _is_counted(point):
        return Period(begun.replace(day=1), period.last if begun < period.last else period.moved(1).last)
    return extent_of(point, spoken, clock)


def _runs_to_unknown(point: Point, spoken: Spoken, period: Period, clock: Clock) -> bool:
    """Whether what came in since a year is told up to the unknown day of the text."""
    by_year = spoken.is_open and spoken.days is None and period == Period.year(period.first.year)
    stays = point.is_stock and not point.is_balance
    return by_year and clock.document is None and clock.before in {None, period} and not stays


def _is_rate_told_then(point: Point, spoken: Spoken) -> bool:
    """Whether a rate was only reckoned in a month: six times as much, as the ministry found in January."""
    told = point.figure.unit in RELATIVE or (point.number > 0 and not point.is_stock)
    return spoken.is_said and told and not (spoken.is_whole_year or spoken.is_base)


def _is_of_which(point: Point) -> bool:
    """Whether a level is a part of the one before it, of the same time: 4.64 million, of them 179,000 by air."""
    start, end = point.left, point.figure.start
    if point.number == 0 or point.is_stock or point.statement is not Statement.LEVEL:
        return False
    _, right = neighbours(point.passage, point.number)
    told = any(start <= one.start < right for one in point.passage.periods)
    of_which = pattern(point.passage.lang, "of_which").search(point.passage.between(start, end))
    return of_which is not None and not told


def _is_counted(point: Point) -> bool:
    """Whether people or their trips were counted since something begun, or amounts have been summed up."""
    if point.statement is not Statement.LEVEL:
        return False
    summed = point.is_accumulated and not (point.is_stock or point.is_balance)
    return summed or point.figure.unit in {"persons", "person-trips", "trips"}


def _is_undated(point: Point, spoken: Spoken | None, clock: Clock) -> bool:
    """Whether a figure is told of a day that the text leaves unknown: today, this year."""
    if point.statement is Statement.TARGET and spoken is not None and spoken.is_due:
        return False
    _, clause = point.passage.clause(point.figure.end - 1)
    end = min(point.figure.end + _NOW, clause)
    told = [
        place for place in clock.undated if place < point.figure.start or point.figure.end <= place <= end
    ]
    return bool(told) and (spoken is None or spoken.end < told[-1])


def _last_level(point: Point, period: Period, clock: Clock) -> Period:
    """An average growth is one up to the last level told: 674 in 2024, 312 in 2013, 7.3 % a year."""
    here = [one.period for one in levels_of(point, clock) if one.period is not None]
    every = [one.period for one in clock.levels if one.series == point.series and one.period is not None]
    told = here if len(here) >= _PAIR else every
    later = (one for one in reversed(told) if one.is_year and period.is_year and one.first > period.last)
    return next(later, period)


def _is_long_ago(point: Point, spoken: Spoken) -> bool:
    """Whether a time is that of something else in a sentence on a stock: "formed 10 years ago, it has 52 projects"."""
    start, end = point.passage.clause(point.figure.start)
    back = spoken.relative in {"document", "ago"} and spoken.by < -1
    return point.is_stock and back and not start <= spoken.start < end
