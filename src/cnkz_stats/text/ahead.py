"""Whether a figure lies ahead of whoever wrote or reads the text."""

from datetime import UTC, date, datetime

from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern


def is_ahead(passage: Passage, number: int, series: str, clock: Clock) -> bool:
    """Whether the time of a figure is one by which something is to be: by 2030 in a text of 2024, or for a capacity.

    What lies in the future of whoever reads the text lies ahead, too.
    """
    spoken = clock.nearest(passage, number)
    if spoken is None:
        return False
    is_rate = series in table("series")["per_time"]
    period = clock.resolved.get(spoken.start)
    will = pattern(passage.lang, "will").match(passage.sentence.text, passage.figures[number].end)
    if spoken.is_due and (will or is_rate):
        over = period is not None and period.last < _today()
        return bool(will) or not (over and _is_told_as_done(passage, number, "did"))
    same = spoken.relative == "before" and not spoken.by
    if period is None or not (spoken.year or same):
        return False
    if period.first > (today := _today()) and (is_rate or series not in table("series")["stocks"]):
        return True
    if not is_rate and not clock.is_dated and series in table("series")["stocks"]:
        return False
    written = clock.document.last if clock.document is not None and clock.is_dated else today
    over = period.last < today and _is_told_as_done(passage, number, "already")
    return spoken.is_due and period.last > written and not over


def _today() -> date:
    return datetime.now(tz=UTC).date()


def _is_told_as_done(passage: Passage, number: int, name: str) -> bool:
    """Whether a verb of something done stands before a figure."""
    start = passage.figures[number].start
    clause, _ = passage.clause(start)
    return pattern(passage.lang, name).search(passage.between(clause, start)) is not None
