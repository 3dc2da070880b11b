"""Which of the periods that a sentence speaks of is meant for a figure."""

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.nearest import neighbours
from cnkz_stats.text.pairs import is_multiple_of_next
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.point import Point
from cnkz_stats.text.spoken import Spoken

_DIRECTLY = 6


def spoken_for(point: Point, clock: Clock) -> Spoken | None:
    """The period meant for a figure: a target wants one that lies ahead or in its clause, others none that a target had."""
    spoken = point.spoken
    if spoken is None or _is_so_now(point, spoken, clock):
        return None
    parts = pattern(point.passage.lang, "of_which").search(
        point.passage.between(spoken.end, point.figure.start)
    )
    others = point.is_rated and spoken.end <= point.left and not parts
    later = spoken.relative == "document" and spoken.by > 0
    if point.statement is not Statement.TARGET and (others or later):
        return None
    if point.statement is not Statement.TARGET:
        segment, _ = point.passage.segment(point.figure.start)
        aimed = point.targets and spoken.start < (clause_of(point) if spoken.is_due else segment)
        aimed = aimed and "done" not in point.passage.codes("mark", point.left, point.figure.start)
        return None if aimed else spoken
    due = [
        one
        for one in point.passage.periods
        if one.is_due and not one.is_base and clause_of(point) <= one.start
    ]
    if is_multiple_of_next(point.passage, point.number) and point.figure.end <= spoken.start:
        return next(iter(due), None)
    now = spoken.relative == "document" and spoken.by == 0
    set_for = _set_for(point)
    if set_for is not None or _is_aimed(point, spoken):
        return set_for or spoken
    if now or not 0 <= point.figure.start - spoken.end <= _DIRECTLY:
        right = neighbours(point.passage, point.number)[1]
        _, end = point.passage.clause(point.figure.end - 1)
        behind = [one for one in point.passage.periods if now and point.figure.end <= one.start < end]
        told = [one for one in behind if one.year and not (one.is_base or one.is_day)]
        spoken = next((one for one in (*due, *told) if one.start < right), spoken)
    is_past = spoken.first == spoken.last and not (spoken.is_due or spoken.over)
    before = point.passage.clause(spoken.start)[0] < point.left and spoken.end <= clause_of(point)
    apart = not point.targets and (spoken.end <= point.left or (before and not spoken.is_due))
    return _planned_for(point) if is_past or apart or spoken.is_said else spoken


def _planned_for(point: Point) -> Spoken | None:
    """The year for which a plan was announced in some month: for 2017 it announced 11.5 million in August."""
    passage, start = point.passage, point.figure.start
    if not pattern(passage.lang, "aims_for").search(passage.between(0, start)):
        return None
    years = [one for one in passage.periods if one.year and one.is_whole_year and one.end <= start]
    return years[-1] if years else None


def _is_so_now(point: Point, spoken: Spoken, clock: Clock) -> bool:
    """Whether a clause says that there is a stock, and the time is that of something else in another clause.

    "Trade came to 41 billion last year, and the list has 52 projects"; "five work here, a sixth is to open in 2026".
    """
    if clock.document is None and spoken.start < point.figure.start:
        return False
    start, end = point.passage.clause(point.figure.start)
    apart = spoken.end <= min(point.left, start) or spoken.start >= end
    if not point.is_stock or point.statement is not Statement.LEVEL or not apart:
        return False
    return pattern(point.passage.lang, "is_so").search(point.passage.between(start, end)) is not None


def _is_aimed(point: Point, spoken: Spoken) -> bool:
    """Whether a plan is said to be one for that time: for this year 21.5 million tons are agreed."""
    if not is_aimed_at(point.passage, spoken):
        return False
    start, _ = point.passage.segment(point.figure.start)
    return max(point.left, start) <= spoken.start < point.figure.start


def is_aimed_at(passage: Passage, spoken: Spoken) -> bool:
    """Whether a time is told as one that something is for."""
    lead = passage.between(max(0, spoken.start - _DIRECTLY), spoken.start)
    return pattern(passage.lang, "aims_at").search(lead) is not None


def _set_for(point: Point) -> Spoken | None:
    """The time for which a plan was set, told right behind it: 30 billion, planned for 2025."""
    yet = pattern(point.passage.lang, "yet").match(point.passage.sentence.text, point.figure.end)
    if yet is None:
        return None
    return next((one for one in point.passage.periods if 0 <= one.start - yet.end() <= _DIRECTLY), None)


def finer(point: Point, spoken: Spoken | None, clock: Clock) -> Spoken | None:
    """The months or days told right before a year that they are of: as of 8 August, this year's trains."""
    if spoken is None or not spoken.is_whole_year or spoken.last_year or spoken.end > point.figure.start:
        return spoken
    if point.statement is Statement.TARGET:
        return spoken
    year = clock.resolved[spoken.start]
    ends = [one.end for one in point.passage.figures if one.end <= spoken.start]
    told = [
        one
        for one in point.passage.periods
        if max(ends, default=0) <= one.start < spoken.start
        and not (one.is_base or one.is_day or one.is_said or one.is_whole_year or one.relative == "moved")
    ]
    fits = [one for one in told if one.year is None and clock.resolved[one.start] in year]
    return fits[-1] if fits else spoken


def clause_of(point: Point) -> int:
    """Where the clause of a figure starts."""
    return point.passage.clause(point.figure.start)[0]
