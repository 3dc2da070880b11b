"""When a figure of a sentence is about, and what it is compared with."""

from dataclasses import dataclass, field

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.text.about import RELATIVE
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.periods import Spoken
from cnkz_stats.text.statements import follows, is_distance_from_plan, is_from

_JOINED, _DIRECTLY = 40, 6
_DATELINE = 1
"""A month and a year in so many first sentences may be the date of the text."""
_COMPARED = frozenset({Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})


@dataclass(slots=True)
class Clock:
    """What a text has said so far about time: its own year, the year and the period spoken of last."""

    document: int | None = None
    year: int | None = None
    resolved: dict[int, Period] = field(default_factory=dict)
    sentences: int = 0

    def hear(self, passage: Passage) -> None:
        """Resolve the periods of a sentence, in their order."""
        self.resolved = {}
        self.sentences += 1
        for spoken in passage.periods:
            dated = spoken.is_day or (spoken.first == spoken.last and self.sentences <= _DATELINE)
            if self.document is None and spoken.year and dated and not spoken.is_base:
                self.document = spoken.year
            period = spoken.resolved(document=self.document, before=self.year)
            if period is not None:
                self.resolved[spoken.start] = period
                if not spoken.is_base:
                    self.year = period.last.year


def nearest(passage: Passage, number: int) -> Spoken | None:
    """The period spoken of nearest to a figure; days and what is compared with left out."""
    figure = passage.figures[number]
    start, _ = passage.clause(figure.start)
    _, end = passage.clause(max(figure.start, figure.end - 1))
    _, segment_end = passage.segment(figure.start)
    usable = [one for one in passage.periods if not one.is_base and not one.is_day]
    right = (
        passage.figures[number + 1].start if number + 1 < len(passage.figures) else len(passage.sentence.text)
    )
    before = [one for one in usable if one.start < figure.start]
    behind = [one for one in usable if figure.end <= one.start < min(end, right)]
    inside = [one for one in before if one.start >= start]
    if inside and behind:
        left = passage.figures[number - 1].end if number else -_DIRECTLY
        taken = 0 <= inside[-1].start - left <= _DIRECTLY
        near = min(behind[0], inside[-1], key=lambda one: _distance(one, figure.start, figure.end))
        return behind[0] if taken else near
    if inside or behind:
        return inside[-1] if inside else behind[0]
    if before:
        return before[-1]
    later = [one for one in usable if figure.end <= one.start < segment_end]
    return later[0] if later else None


def _distance(one: Spoken, start: int, end: int) -> int:
    return start - one.end if one.start < start else one.start - end


@dataclass(frozen=True, slots=True)
class Point:
    """A figure of a sentence, what it states, and whether its series is a stock, which has no time of its own."""

    passage: Passage
    number: int
    statement: Statement
    is_stock: bool

    @property
    def figure(self) -> Figure:
        """The figure."""
        return self.passage.figures[self.number]


def period_of(point: Point, clock: Clock, carried: Period | None) -> Period | None:
    """The period that the sentence gives for a figure, else what carries on from those before."""
    spoken = nearest(point.passage, point.number)
    period = None if spoken is None else clock.resolved.get(spoken.start)
    if point.is_stock and spoken is not None and spoken.is_open and spoken.start < _clause(point):
        period = None
    if point.statement is Statement.TARGET and spoken is not None and spoken.first == spoken.last:
        period = None
    if period is not None:
        flat = point.is_stock and period.first.year == period.last.year
        return Period.year(period.last.year) if flat else period
    if point.statement is Statement.TARGET:
        return None
    if point.is_stock:
        return None if clock.document is None else Period.year(clock.document)
    return carried


def _clause(point: Point) -> int:
    return point.passage.clause(point.figure.start)[0]


def base_of(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """What a figure is compared with: what the sentence names, else the same months a year earlier."""
    target = point.statement is Statement.TARGET and point.figure.unit in RELATIVE
    if point.statement not in _COMPARED and not target:
        return None
    base = _named_base(point, period, clock)
    if base is not None or period is None or is_distance_from_plan(point.passage, point.figure):
        return base
    whole_years = point.statement is Statement.MULTIPLE and (period.first.month, period.last.month) == (1, 12)
    return None if whole_years else period.year_earlier()


def _named_base(point: Point, period: Period | None, clock: Clock) -> Period | None:
    """The same months of a year that is named alone."""
    passage, figure = point.passage, point.figure
    bases = [one for one in passage.periods if one.is_base and one.start in clock.resolved]
    left = passage.figures[point.number - 1].end if point.number else 0
    near = [one for one in bases if figure.end <= one.start <= figure.end + 2 * _JOINED]
    near += [one for one in bases if left <= one.start < figure.start]
    near = near or [one for one in bases if one.start < figure.start]
    if not near:
        return None
    base = clock.resolved[near[0].start]
    same_months = near[0].is_whole_year and period is not None and not period.is_year
    if same_months and period is not None and period.last.year != base.last.year:
        return period.moved(base.first.year - period.first.year)
    return base


def one_end(
    point: Point, period: Period | None, base: Period | None, *, rose: bool
) -> tuple[Period | None, Period | None]:
    """Period and base of a figure: one year of a run of years over which something `rose`, and of "from A to B"."""
    if period is None:
        return None, base
    runs = (period.first.month, period.last.month) == (1, 12) and period.first.year < period.last.year
    if runs and point.statement in {Statement.GROWTH, Statement.MULTIPLE}:
        return Period.year(period.last.year), Period.year(period.first.year)
    starts = is_from(point.passage, point.number)
    if runs and point.statement is Statement.LEVEL:
        if starts:
            return Period.year(period.first.year), base
        rises = rose or follows(point.passage, point.number)
        return Period.year(period.last.year) if rises else period, base
    if starts and nearest(point.passage, point.number) == nearest(point.passage, point.number + 1):
        return base or period.year_earlier(), base
    return period, base
