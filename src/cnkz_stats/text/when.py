"""When a figure of a sentence is about."""

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.periods import Spoken
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.statements import pattern

_DIRECTLY = 6
_POSTPOSED = re.compile(r"[^,;:—-]{0,12}")
_SEVERAL = 2
_BRACKET = 20
_YEARLY = 16
"""Characters beside a figure among which "a year" makes it a rate."""
_HELD = 30
"""Characters between what is compared with and the figure that it has: the 2022 volume of 747,000 tons."""


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a sentence, what it states of which series; `targets` says that one before in the sentence is a target."""

    passage: Passage
    number: int
    statement: Statement
    series: str
    targets: bool

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.passage.figures[self.number]

    @property
    def is_stock(self) -> bool:
        """Whether the series is a stock, which has no time of its own."""
        return self.series in table("series")["stocks"]

    @property
    def is_rated(self) -> bool:
        """Whether it is an amount a year, such as a capacity."""
        if self.figure.unit in RELATIVE:
            return False
        behind = self.passage.between(self.figure.end, self.figure.end + _YEARLY)
        before = self.passage.between(max(0, self.figure.start - _YEARLY), self.figure.start)
        if pattern(self.passage.lang, "a_year").search(before + "|" + behind):
            return True
        return self.series in table("series")["per_time"]

    @property
    def left(self) -> int:
        """Where the figure before ends."""
        return self.passage.figures[self.number - 1].end if self.number else 0


def nearest(passage: Passage, number: int) -> Spoken | None:
    """The period spoken of nearest to a figure; days that are no deadlines and what is compared with left out."""
    figures, figure = passage.figures, passage.figures[number]
    start, _ = passage.clause(figure.start)
    _, end = passage.clause(max(figure.start, figure.end - 1))
    usable = [one for one in passage.periods if not one.is_base and (not one.is_day or one.is_due)]
    usable = [one for one in usable if not (one.is_head and one.is_month)] or usable
    left, right = neighbours(passage, number)
    before = [one for one in usable if one.start < figure.start]
    behind = [one for one in usable if figure.end <= one.start < min(end, right)]
    behind = [one for one in behind if not (one.is_head or one.is_then)]
    inside = [one for one in before if one.start >= start]
    aligned = _aligned(passage, number, usable)
    if aligned is not None:
        return aligned
    bracket = _bracket(passage, figure, usable, right)
    if bracket is not None:
        return bracket
    if inside and behind:
        first = figures[0].start if number else figure.start
        taken = number > 0 and left <= inside[-1].start
        taken &= inside[-1].start - left <= _DIRECTLY or usable[0].start >= first
        near = min(behind[0], inside[-1], key=lambda one: _distance(one, figure.start, figure.end))
        return behind[0] if taken else near
    if inside or behind:
        return inside[-1] if inside else behind[0]
    later = _later(passage, number, usable)
    segment, _ = passage.segment(figure.start)
    if (
        before
        and (later is None or before[-1].start >= segment)
        and not _is_taken(passage, number, before[-1], later)
    ):
        return before[-1]
    return later or (before[-1] if before else None)


def _aligned(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The one of several periods that a figure of as many has: 25 and 31 billion in 2021 and 2022, respectively."""
    spans = [(figure.start, figure.end) for figure in passage.figures]
    listed = _listed(passage, spans, number)
    if len(listed) < _SEVERAL:
        return None
    times = [(one.start, one.end) for one in usable]
    for place in range(len(usable)):
        together = _listed(passage, times, place)
        if len(together) == len(listed) and together[0] == place:
            return usable[together[listed.index(number)]]
    return None


def _listed(passage: Passage, spans: list[tuple[int, int]], place: int) -> list[int]:
    """The places of a list of which one is known: those joined by commas and words for and."""
    joins = _pattern(passage.lang, "joins")
    joined = [
        joins.fullmatch(passage.between(one[1], other[0])) is not None for one, other in pairwise(spans)
    ]
    first = last = place
    while first and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return list(range(first, last + 1))


@cache
def _pattern(lang: str, name: str) -> re.Pattern[str]:
    return re.compile(table(lang)["period"][name], re.IGNORECASE)


def neighbours(passage: Passage, number: int) -> tuple[int, int]:
    """Where the figure before ends and the one behind starts."""
    figures = passage.figures
    right = figures[number + 1].start if number + 1 < len(figures) else len(passage.sentence.text)
    return (figures[number - 1].end if number else 0), right


def _bracket(passage: Passage, figure: Figure, usable: list[Spoken], right: int) -> Spoken | None:
    """A period in brackets right behind a figure: 7.73 million tons (2009)."""
    gap = passage.between(figure.end, figure.end + 2).lstrip()
    closed = passage.sentence.text.find(")", figure.end)
    if not gap.startswith(("(", "（")) or closed < 0:
        return None
    return next((one for one in usable if figure.end <= one.start < min(closed, right)), None)


def _later(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The first period behind a figure in its segment, if only rates stand between them."""
    figure, others = passage.figures[number], passage.figures[number + 1 :]
    _, segment_end = passage.segment(figure.start)
    one = next((one for one in usable if figure.end <= one.start < segment_end), None)
    if one is None or one.is_head or one.is_due:
        return None
    if one.last_year is not None:
        return one
    between = [other for other in others if other.start < one.start and not _is_converted(passage, other)]
    if figure.unit in RELATIVE:
        between = between[1:]
    rates = all(other.unit in RELATIVE for other in between)
    heads = any(0 <= other.start - one.end <= _DIRECTLY and other.unit not in RELATIVE for other in others)
    return one if rates and not heads else None


def _is_converted(passage: Passage, figure: Figure) -> bool:
    """Whether a figure says in brackets what the one before says in another unit."""
    before = passage.between(max(0, figure.start - _BRACKET), figure.start)
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _is_taken(passage: Passage, number: int, period: Spoken, later: Spoken | None) -> bool:
    """Whether a period before is that of the figure before, as the one `later` is of this: X in 2021; then Y, in 2022."""
    if later is None or number == 0:
        return False
    own = [one for one in passage.figures[:number] if one.end <= period.start]
    direct = bool(own) and _POSTPOSED.fullmatch(passage.between(own[-1].end, period.start)) is not None
    follows = [one for one in passage.figures[number + 1 :] if one.start >= later.end]
    return direct and not (follows and follows[0].start - later.end <= _DIRECTLY)


def _distance(one: Spoken, start: int, end: int) -> int:
    return start - one.end if one.start < start else one.start - end


def period_of(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The period that the sentence gives for a figure, else what carries on from those before."""
    held = holder(point.passage, point.number)
    if held is not None and point.statement is Statement.LEVEL:
        whole = clock.resolved[held.start]
        return Period.year(whole.first.year) if held.is_open else whole
    spoken = _spoken_for(point)
    period = None if spoken is None else clock.resolved.get(spoken.start)
    if spoken is not None and period is not None:
        if point.figure.annual and point.statement is Statement.GROWTH:
            return _last_level(point, period, clock)
        return _own(point, spoken, _since(point, spoken, period, clock))
    if point.statement is Statement.TARGET:
        return None
    if point.is_stock:
        return None if clock.document is None else Period.year(clock.document.last.year)
    return (None if point.is_rated else carried) or _day(point, clock)


def _last_level(point: Point, period: Period, clock: Clock) -> Period:
    """An average growth is one up to the last level told: 674 in 2024, 312 in 2013, 7.3 % a year."""
    levels = [one.period for one in clock.levels if one.series == point.series and one.period is not None]
    later = (one for one in reversed(levels) if one.is_year and period.is_year and one.first > period.last)
    return next(later, period)


def _spoken_for(point: Point) -> Spoken | None:
    """The period meant for a figure: a target wants one that lies ahead or in its clause, others none that a target had."""
    spoken = nearest(point.passage, point.number)
    if spoken is None:
        return None
    if point.is_rated and spoken.end <= point.left and point.statement is not Statement.TARGET:
        return None
    if point.statement is not Statement.TARGET:
        segment, _ = point.passage.segment(point.figure.start)
        aimed = point.targets and spoken.start < (_clause(point) if spoken.is_due else segment)
        return None if aimed else spoken
    due = [
        one for one in point.passage.periods if one.is_due and not one.is_base and _clause(point) <= one.start
    ]
    if not 0 <= point.figure.start - spoken.end <= _DIRECTLY:
        right = neighbours(point.passage, point.number)[1]
        spoken = next((one for one in due if one.start < right), spoken)
    is_past = spoken.first == spoken.last and not spoken.is_due
    apart = not point.targets and spoken.end <= point.left
    return None if is_past or apart else spoken


def _since(point: Point, spoken: Spoken, period: Period, clock: Clock) -> Period:
    """From the year since which something is counted to the period spoken of beside it: by 2023, since 2005."""
    left, _ = neighbours(point.passage, point.number)
    _, end = point.passage.clause(point.figure.end - 1)
    for one in point.passage.periods:
        start = clock.resolved[one.start]
        near = left <= one.start < end or (spoken.is_day and one.start < spoken.start)
        if one.is_open and one != spoken and near and start.first < period.last:
            return Period(start.first, period.last)
    return period


def _own(point: Point, spoken: Spoken, period: Period) -> Period:
    """A stock has no months; what it has since a year it has in the last one."""
    if point.is_rated and spoken.is_open:
        return Period.year(period.first.year)
    if point.is_stock and spoken.is_open and spoken.start < _clause(point):
        return Period.year(period.last.year)
    flat = point.is_stock and period.first.year == period.last.year
    return Period.year(period.last.year) if flat else period


def is_ahead(passage: Passage, number: int, series: str, clock: Clock) -> bool:
    """Whether the time of a figure is one by which something is to be: by 2030 in a text of 2024, or for a capacity."""
    spoken = nearest(passage, number)
    if spoken is None or not spoken.is_due:
        return False
    if series in table("series")["per_time"]:
        return True
    if clock.document is None or not clock.is_dated or spoken.year is None:
        return False
    return clock.resolved[spoken.start].last > clock.document.last


def holder(passage: Passage, number: int) -> Spoken | None:
    """What is compared with if a figure is its level: the 2022 volume of 747,000 tons, in 2023, when it was 9.989 million."""
    figure, (left, _) = passage.figures[number], neighbours(passage, number)
    for one in reversed(passage.periods):
        if (one.is_base or one.is_open) and left <= one.start and one.end <= figure.start <= one.end + _HELD:
            between = passage.between(one.end, figure.start)
            name = "held_since" if one.is_open else "held"
            return one if _pattern(passage.lang, name).fullmatch(between) else None
    return None


def _day(point: Point, clock: Clock) -> Period | None:
    """The year of the day that the sentence names."""
    days = [one for one in point.passage.periods if one.is_day and one.start < point.figure.start]
    day = clock.resolved.get(days[-1].start) if days else None
    return None if day is None else Period.year(day.last.year)


def _clause(point: Point) -> int:
    return point.passage.clause(point.figure.start)[0]
