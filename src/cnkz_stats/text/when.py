"""When a figure of a sentence is about."""

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.meant import finer, spoken_for
from cnkz_stats.text.nearest import holder, neighbours
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.runs import later_level, run_on
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken

_NOW, _YEAR, _COMPARED, _PAIR = 2, 12, 40, 2

_GAP = "mirror_gap"
_DEALS = frozenset({"deals_count", "deals_value"})


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
        return _told_before(point, clock, carried)
    period = run_on(point, spoken, clock) or _spoken_of(point, spoken, clock)
    if period is not None and spoken.end <= point.left and not spoken.is_open and _is_compared(point):
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
    if (
        begun
        and (spoken.is_due or (spoken.is_asof and spoken.year))
        and spoken.days is None
        and _is_counted(point)
    ):
        return Period(begun.replace(day=1), period.last if begun < period.last else period.moved(1).last)
    return _own(point, spoken, _since(point, spoken, period, clock))


def _runs_to_unknown(point: Point, spoken: Spoken, period: Period, clock: Clock) -> bool:
    """Whether what came in since a year is told up to the unknown day of the text."""
    by_year = spoken.is_open and spoken.days is None and period == Period.year(period.first.year)
    stays = point.is_stock and point.series not in table("series")["balances"]
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
    told = any(
        start <= one.start < neighbours(point.passage, point.number)[1] for one in point.passage.periods
    )
    return (
        not told
        and pattern(point.passage.lang, "of_which").search(point.passage.between(start, end)) is not None
    )


def _is_counted(point: Point) -> bool:
    """Whether people or their trips were counted since something begun, or amounts have been summed up."""
    if "accumulated" in point.passage.codes("topic", point.left, point.figure.start) and not (
        point.is_stock or point.series in table("series")["balances"]
    ):
        return point.statement is Statement.LEVEL
    return point.statement is Statement.LEVEL and point.figure.unit in {"persons", "person-trips", "trips"}


def _told_before(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The period of a figure of whose time its sentence says nothing.

    A stock is of the day of the text, which is in the year of which it has told only some months so far.
    """
    if point.statement is Statement.TARGET:
        asked = point.targets and not point.number and carried is not None and carried.is_year
        return (
            carried
            if asked
            else _of_heading(clock)
            or _of_plan(point, clock)
            or _of_plan_before(point, clock)
            or _beside_plan(point, clock)
        )
    if point.is_stock:
        return _of_stock(point, clock, carried)
    if carried is not None and _is_compared(point):
        return carried.year_earlier()
    later = later_level(point, carried, clock)
    if later is not None:
        return later
    own = _day(point, clock, _clause_before(point))
    if not own and (_is_now(point, clock, carried) or (point.is_rated and clock.document)):
        return clock.document and Period.year(clock.document.last.year)
    told = None if point.is_rated else _up_to_now(point, clock, carried)
    if told and point.series in table("series")["balances"] and 1 < told.months < _YEAR:
        told = Period.year(told.last.year)
    found = own or told or _day(point, clock, 0) or _only(point, clock)
    dated = clock.document if clock.is_dated and point.series in table("series")["balances"] else None
    return found or (dated and Period.year(dated.last.year)) or _beside_plan(point, clock)


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
        return Period.year(asked.last.year)
    current = carried if carried and carried.months < _YEAR and not point.is_rated else None
    present = clock.document or current
    return present and Period.year(present.last.year)


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
    lasts = point.statement is Statement.SHARE or point.series in table("series")["balances"]
    return lasts and pattern(point.passage.lang, "lasts").search(before) is not None


def _is_over(carried: Period | None, clock: Clock) -> bool:
    """Whether what was told before is of another year than the text."""
    return clock.document is not None and (carried is None or carried.last.year < clock.document.last.year)


def _is_compared(point: Point) -> bool:
    """Whether a level is one with which another one of its sentence is compared: 333.9 thousand against 301.6 thousand."""
    if point.statement is not Statement.LEVEL or point.number == 0:
        return False
    before = point.passage.between(max(point.left, point.figure.start - _COMPARED), point.figure.start)
    _, end = point.passage.clause(point.figure.end - 1)
    of_others = point.passage.codes("authority", point.left, end)
    return not of_others and pattern(point.passage.lang, "compared").search(before) is not None


def _of_plan(point: Point, clock: Clock) -> Period | None:
    """The time that stands before a list of plans with a colon, for those behind the first."""
    heads = [one for one in point.passage.periods if one.is_head and one.start < point.figure.start]
    return clock.resolved[heads[-1].start] if heads and point.targets else None


def _of_plan_before(point: Point, clock: Clock) -> Period | None:
    """The year planned for in the sentence before, if the plan is told anew in a month of that year."""
    last, spoken = clock.levels[-1:], point.spoken
    if not last or spoken is None or spoken.first != spoken.last:
        return None
    same = last[0].is_planned and (last[0].sentence, last[0].series) == (clock.sentences - 1, point.series)
    return (
        last[0].period
        if same and last[0].period == Period.year(clock.resolved[spoken.start].last.year)
        else None
    )


def _beside_plan(point: Point, clock: Clock) -> Period | None:
    """The time of the plan before a change in its sentence: 35 million, which is 3.6 million more than in 2024."""
    compared = point.statement in {Statement.CHANGE, Statement.GROWTH, Statement.MULTIPLE, Statement.TARGET}
    here = [one.period for one in clock.levels[-1:] if one.is_planned and one.sentence == clock.sentences]
    return here[0] if here and compared and point.targets else None


def _only(point: Point, clock: Clock) -> Period | None:
    """The one time that a sentence tells, behind a rate of which no other is known: 100-fold, in 2023 to 41 billion."""
    _, end = point.passage.segment(point.figure.start)
    told = [one for one in point.passage.periods if not (one.is_base or one.is_day) and one.start < end]
    alone = len(told) == 1 and point.figure.unit in RELATIVE and not told[0].is_due
    return clock.resolved[told[0].start] if alone else None


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
    levels = [one for one in clock.levels if one.series == point.series and one.period is not None]
    here = [one for one in levels if one.sentence == clock.sentences]
    told = [one.period for one in (here if len(here) >= _PAIR else levels) if one.period is not None]
    later = (one for one in reversed(told) if one.is_year and period.is_year and one.first > period.last)
    return next(later, period)


def _since(point: Point, spoken: Spoken, period: Period, clock: Clock) -> Period:
    """From the year since which something is counted to the period spoken of beside it: by 2023, since 2005."""
    if spoken.is_open:
        return _until(point, spoken, period, clock)
    left, _ = neighbours(point.passage, point.number)
    left = max(left, point.passage.segment(point.figure.start)[0])
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


def _is_long_ago(point: Point, spoken: Spoken) -> bool:
    """Whether a time is that of something else in a sentence on a stock: "formed 10 years ago, it has 52 projects"."""
    start, end = point.passage.clause(point.figure.start)
    back = spoken.relative in {"document", "ago"} and spoken.by < -1
    return point.is_stock and back and not start <= spoken.start < end


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
    told = spoken.is_said and spoken.is_month and point.series in table("series")["balances"]
    to_december = point.statement is Statement.TARGET and spoken.is_due and spoken.first == _YEAR
    if told or to_december or (point.is_stock and period.first.year == period.last.year and not monthly):
        return Period.year(period.last.year)
    added = spoken.year and "accumulated" in point.passage.codes("topic", point.left, point.figure.start)
    if spoken.is_asof and (added or point.series in table("series")["balances"]):
        return Period(period.last if spoken.days else period.last.replace(day=1), period.last)
    if point.series in table("series")["present"] and point.is_by_year and not spoken.is_open:
        return Period.year(period.last.year)
    return Period(period.first.replace(month=1, day=1), period.last) if _is_reached(point, spoken) else period


def _is_reached(point: Point, spoken: Spoken) -> bool:
    """Whether what flowed is told up to a day, or a month of the year spoken of: by the end of April it was 20,900 vehicles."""
    if not spoken.is_due or point.statement is Statement.TARGET:
        return False
    if spoken.is_day:
        return "accumulated" not in point.passage.codes("topic", point.left, point.figure.start)
    by_month = spoken.year is None and spoken.first == spoken.last and spoken.days is None
    return by_month and not (point.is_stock or point.series in table("series")["balances"])


def _day(point: Point, clock: Clock, start: int) -> Period | None:
    """The year of the day that the sentence names behind a place, if nothing was only said on it."""
    days = [one for one in point.passage.periods if one.is_day and start <= one.start < point.figure.start]
    day = clock.resolved.get(days[-1].start) if days and not (start and days[-1].is_said) else None
    return None if day is None else Period.year(day.last.year)


def _clause_before(point: Point) -> int:
    """Where the part of the sentence starts that is a figure's alone; never 0, which is the whole sentence."""
    return max(1, point.left, point.passage.segment(point.figure.start)[0])
