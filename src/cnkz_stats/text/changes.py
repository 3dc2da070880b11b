"""Amounts by which something rose or fell, or by which two books are apart."""

from cnkz_stats.figures.figure import MEASURED, Figure
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE

_CHANGE, _GAP = 50, 70


def is_change(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is the amount by which something rose or fell."""
    start = passage.with_label(passage.clause(figure.start)[0])
    before = passage.between(max(start, figure.start - _CHANGE), figure.start)
    turned = figure.turn or pattern(passage.lang, "more_behind").match(passage.sentence.text, figure.end)
    if turned and pattern(passage.lang, "change_by").search(before):
        return True
    counted = figure.unit not in {*MEASURED, *RELATIVE, ""} and (
        any(one.is_base and start <= one.start < figure.start for one in passage.periods)
        or pattern(passage.lang, "more_than_told").search(before) is not None
    )
    told = (figure.unit in MEASURED or counted) and (
        before.endswith("+")
        or pattern(passage.lang, "change_before").search(before)
        or is_gap(passage, figure)
    )
    return bool(told or _is_so_much_more(passage, figure))


def _is_so_much_more(passage: Passage, figure: Figure) -> bool:
    """Whether a word for more or less stands behind a figure, or behind the next that tells the same: 2.8 million, or 17 %, more."""
    text, after = passage.sentence.text, pattern(passage.lang, "change_after")
    if after.match(text, figure.end):
        return True
    following = next((one for one in passage.figures if one.start >= figure.end), None)
    if following is None:
        return False
    same = pattern(passage.lang, "same_as").fullmatch(passage.between(figure.end, following.start))
    comma = text[following.end : following.end + 1] == ","
    if same is None or comma != same[0].startswith(","):
        return False
    return after.match(text, following.end + comma) is not None


def is_gap(passage: Passage, figure: Figure) -> bool:
    """Whether a figure is how far two books are apart."""
    before = passage.between(max(0, figure.start - _GAP), figure.start)
    return pattern(passage.lang, "gap").search(before) is not None
