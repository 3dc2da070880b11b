"""What kind of thing a figure of a sentence says."""

from cnkz_stats.figures.figure import PERCENT, POINTS, TIMES
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.changes import is_change
from cnkz_stats.text.pairs import may_be_from
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.shares import is_share
from cnkz_stats.text.targets import is_distance_from_plan, is_target


def statement_of(passage: Passage, number: int, before: Statement | None) -> Statement:
    """What a figure says; `before` is what the figure before in the sentence says."""
    if is_distance_from_plan(passage, passage.figures[number]):
        return Statement.CHANGE
    stated = _stated(passage, number, before)
    return Statement.TARGET if is_target(passage, number, stated, before) else stated


def _stated(passage: Passage, number: int, before: Statement | None) -> Statement:
    figure = passage.figures[number]
    if figure.unit == TIMES:
        return Statement.MULTIPLE
    if figure.unit == POINTS:
        return Statement.CHANGE
    if figure.unit == PERCENT:
        return Statement.SHARE if is_share(passage, number, before) else Statement.GROWTH
    differs = pattern(passage.lang, "differs").match(passage.sentence.text, figure.end)
    came_from = number > 0 and differs is None and may_be_from(passage, number - 1)
    return Statement.CHANGE if is_change(passage, figure) and not came_from else Statement.LEVEL
