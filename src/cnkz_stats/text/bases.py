"""What a figure is compared with."""

from datetime import date, timedelta
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, TIMES, Hedge
from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.changes import is_change, is_gap
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.nearest import holder, neighbours
from cnkz_stats.text.pairs import follows, is_from, is_multiple_of_next, may_be_from
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.periods import number_of
from cnkz_stats.text.point import Point
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken, moved
from cnkz_stats.text.targets import is_distance_from_plan

_JOINS = later(r",? ?(?:or|and|или|и|әрі|яғни|即|和|、)? ?\(?[$€¥]?")
"""What joins figures that share what they are compared with: 17 percent or 2.8 million tons above 2012."""
_AND = later(r",? (?:and|и|және|мен|пен)\b|，?(?:和|且|并)")
_GAP = "mirror_gap"
_QUARTER, _YEAR = 3, 12
_NEARLY = Fraction(3, 4)
_TIMES_ROUNDED, _RATE_ROUNDED = Fraction(19, 20), Fraction(99, 100)
"""How well a multiple in round numbers, and a rate, fit the two levels that they are of."""
_PAIR = 2
_MEMORY, _LEAD = 1, 24
"""A level in this or so many sentences before may be what a multiple is a multiple of."""


def base_of(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What a figure is compared with: what the sentence names, else the same months a year earlier."""
    target = point.statement is Statement.TARGET and (
        point.figure.unit in RELATIVE or is_change(point.passage, point.figure)
    )
    if (not (point.statement.compares or target)) or _is_gap(point) or _is_goal_of_share(point):
        return None
    base = _named_base(point, period, clock)
    sized = target and point.figure.unit not in RELATIVE
    if base is not None or sized or is_distance_from_plan(point.passage, point.figure):
        return base
    if target and point.figure.unit == TIMES:
        return _base_of_goal(point, period, clock)
    if period is None:
        start = clock.resolved.get(point.spoken.start) if point.spoken is not None else None
        grew = start is not None and point.is_without_end(start, clock.document)
        return start if grew else None
    if point.figure.unit in RELATIVE and _is_monthly(point):
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
    following = (
        clock.nearest(point.passage, point.number + 1)
        if is_multiple_of_next(point.passage, point.number)
        else None
    )
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
    told = [one for one in clock.levels if one.sentence == clock.sentences and one.series == point.series]
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
    told = next(
        filter(None, (pattern(point.passage.lang, "in_years").search(one) for one in (behind, before))), None
    )
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


def _is_monthly(point: Point) -> bool:
    """Whether a rate is one against the month before."""
    left, right = neighbours(point.passage, point.number)
    _, end = point.passage.clause(point.figure.end - 1)
    own = [one for one in point.passage.periods if one.by_months and not one.is_base]
    told = [one for one in point.passage.cues.of("mark") if left <= one.start < min(end, right)]
    return any(cue.code == "mom" and not any(one.start <= cue.start < one.end for one in own) for cue in told)


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
    here = [one for one in clock.levels if one.sentence == clock.sentences and one.series == point.series]
    if any(one.period is not None and one.period.last < period.first for one in here):
        return _run_from(point, period, clock)
    if base is not None and sentence >= clock.sentences - _MEMORY and base.last < period.first:
        return base
    return _run_from(point, period, clock)


def _run_from(point: Point, period: Period, clock: Clock) -> Period | None:
    """The level told last of an earlier year; of several the one that the multiple fits."""
    told = [
        one
        for one in clock.levels
        if one.series == point.series and one.period is not None and one.sentence >= clock.sentences - _MEMORY
    ]
    earlier = [one for one in told if one.period and one.period.is_year and one.period.last < period.first]
    reached = [one.value for one in told if one.period == period and one.value]
    if not earlier:
        return None
    if reached and point.figure.value:
        fitting = [
            one for one in earlier if one.value and _fits(reached[-1] / one.value / point.figure.value)
        ]
        earlier = fitting or earlier
    return earlier[-1].period


def _fits(ratio: Fraction) -> bool:
    return _NEARLY <= ratio <= 1 / _NEARLY


def _named_base(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What the sentence names; the same months of a year that is named alone."""
    spoken = _base_near(point)
    if spoken is None:
        return None
    base = clock.resolved[spoken.start]
    if period is not None and spoken.year is None and (point.is_seasonal or base.first > period.last):
        return period.year_earlier()
    if period is not None and spoken.relative == "moved" and base.last == period.year_earlier().last:
        return period.year_earlier()
    same_months = spoken.is_whole_year and period is not None and not period.is_year
    if same_months and period is not None and period.last.year != base.last.year:
        return period.moved(base.last.year - period.last.year)
    return base


def _base_near(point: Point) -> Spoken | None:
    """What is compared with behind a figure, before it, or further before and told after the last period."""
    figure, (left, right) = point.figure, neighbours(point.passage, point.number)
    if _JOINS.fullmatch(point.passage.between(figure.end, right)) and point.number + 1 < len(
        point.passage.figures
    ):
        right = neighbours(point.passage, point.number + 1)[1]
    bases = [one for one in point.passage.periods if one.is_base]
    _, end = point.passage.clause(figure.end - 1)
    following = point.number + 1 < len(point.passage.figures)
    taken = holder(point.passage, point.number + 1) if following else None
    behind = [
        one for one in bases if figure.end <= one.start < right and not (one is taken and one.start > end)
    ]
    own = [one for one in bases if left <= one.start < figure.start]
    other = pattern(point.passage.lang, "other_rate")
    if following and point.passage.lang == "zh":
        behind = [one for one in behind if one.start < end or point.passage.clause(one.start)[1] <= right]
    behind = [
        one for one in behind if one.start < end or not other.match(point.passage.sentence.text, one.end)
    ]
    if behind and own and behind[0].start > end:
        return own[-1]
    if behind and own and _is_of_rate_before(point, own[-1]):
        return behind[0]
    if behind and own:
        return min(behind[0], own[-1], key=lambda one: max(one.start - figure.end, figure.start - one.end))
    if behind or own:
        return behind[0] if behind else own[-1]
    before = [one for one in point.passage.periods if one.start < figure.start and not one.is_day]
    return before[-1] if before and before[-1].is_base else None


def _is_of_rate_before(point: Point, base: Spoken) -> bool:
    """Whether what is compared with stands right behind the rate before: 62 % more than in 2023 and six times the volume of 2020."""
    before = point.passage.figures[point.number - 1] if point.number else None
    told = before is not None and before.unit in RELATIVE and base.end > before.end
    return told and _AND.match(point.passage.sentence.text, base.end) is not None


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
    starts = is_from(point.passage, point.number)
    if ends and point.statement is Statement.LEVEL:
        rises = rose or follows(point.passage, point.number)
        starts = may_be_from(point.passage, point.number)
        return ends[0] if starts else ends[1] if rises else period, base
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
    told = [one for one in clock.levels if one.sentence == clock.sentences and one.series == point.series]
    if len(told) < _PAIR or point.figure.unit not in RELATIVE or _base_near(point) or _is_monthly(point):
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
