"""Whether a rate is a share of a whole, or what something grew by."""

from cnkz_stats.figures.figure import POINTS, TIMES
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.pairs import follows
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern

_CHANGE, _BEHIND = 50, 30


def is_share(passage: Passage, number: int, before: Statement | None) -> bool:
    """Whether a rate is a share; `before` is what the figure before in the sentence says."""
    figure, text = passage.figures[number], passage.sentence.text
    start, _ = passage.segment(figure.start)
    left = max(passage.left(number), start)
    if passage.lang == "kk" and figure.turn:
        left = max(left, passage.clause(figure.start)[0])
    lead = passage.between(left, figure.start)
    if "share" in passage.codes("mark", left, figure.start):
        return not pattern(passage.lang, "rose_by").search(lead)
    if pattern(passage.lang, "owned").match(text, figure.end):
        return True
    if text.startswith(",", figure.end) and pattern(passage.lang, "change_after").match(text, figure.end + 1):
        return False
    by = pattern(passage.lang, "change_by").search(text[max(0, figure.start - _CHANGE) : figure.start])
    behind = passage.between(figure.end, figure.end + _BEHIND)
    if by is None and pattern(passage.lang, "share_behind").search(behind):
        return not figure.turn
    if not _grew(passage, number, before) and pattern(passage.lang, "share_before").search(lead):
        return True
    return (
        (not (figure.turn or by) and pattern(passage.lang, "part_of").match(text, figure.end) is not None)
        or _is_named(passage, number)
        or (before is Statement.SHARE and _goes_on(passage, number, lead))
        or _gained_points(passage, number)
    )


def _grew(passage: Passage, number: int, before: Statement | None) -> bool:
    """Whether a rate, or the figure before it in its part of the sentence, tells how something rose or fell."""
    figure = passage.figures[number]
    if figure.turn:
        return True
    joined = passage.left(number) > passage.segment(figure.start)[0]
    return joined and (before is Statement.CHANGE or passage.figures[number - 1].turn != 0)


def _is_named(passage: Passage, number: int) -> bool:
    """Whether a rate that neither rose nor fell is called a share behind it: 20 %, its share of trade."""
    figure = passage.figures[number]
    end = min(figure.end + _BEHIND, passage.clause(figure.end - 1)[1])
    return not figure.turn and "share" in passage.codes("mark", figure.end, end)


def _goes_on(passage: Passage, number: int, lead: str) -> bool:
    """Whether a rate behind a share is one, too: from 12 to 20 %."""
    came_from = pattern(passage.lang, "from").search(lead) is not None
    return not passage.figures[number].turn or follows(passage, number) or came_from


def _gained_points(passage: Passage, number: int) -> bool:
    """Whether a figure is what a share came to that gained points or was halved: its share rose by 3.5 points to 18.7 %."""
    before = passage.figures[number - 1] if number else None
    if before is None or before.unit not in {POINTS, TIMES}:
        return False
    return "share" in passage.codes("mark", passage.segment(before.start)[0], before.start)
