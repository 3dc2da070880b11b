"""Scales of numbers: printed, shared with a list, or left out, as the sign of a rate may be, because a figure beside has it."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.figure import MEASURED, PERCENT, Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexer import lex
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE

_DECIMAL, BESIDE = later(r"\d{1,3}[.,]\d{1,2}"), 12
"""A number without scale, and so many letters beside it among which its noun stands."""
_SHORT_NUMBER = later(r"\d{1,2}")
STOPS = later(
    r" ?(?:[^\w\s]|$)| (?:went|came|was|were|and|while|but|against|from|in|for|after|а|и|но|в|за|против|ал|және)\b"
)
"""Behind a number on which nothing that it would count follows."""
_ENDS_ALL = later(r"[.,;)]( |$)")
_THOUSAND, _MILLION = 1000, 10**6
_FEW = 30
"""Numbers of one size are at most so many times each other."""


def with_scale(passage: Passage, figure: Figure, kept: Sequence[Figure], amounts: Sequence[Figure]) -> Figure:
    """A number without scale and unit with those of an amount beside it: exports 3.6 billion, imports 3.2; 4.3 of 9.4 billion.

    Beside rates it is one: 18.7 % in 2023 and 18.4 in 2024; up 6.9.
    """
    printed = passage.between(figure.start, figure.end)
    is_bare = not figure.unit and _DECIMAL.fullmatch(printed) is not None
    if not figure.unit and _SHORT_NUMBER.fullmatch(printed) and any(one.unit == PERCENT for one in kept):
        is_bare = _is_bare_rate(passage, figure)
    if not (is_bare or pattern(passage.lang, "year_of").search(passage.between(0, figure.start))):
        return figure
    told = _amounts_beside(passage, figure, (*reversed(kept), *amounts))
    rates = kept and kept[-1].unit == PERCENT and not any(one.unit in MEASURED for one in kept)
    if is_bare and (_is_bare_rate(passage, figure) or (rates and told is not None)):
        return replace(figure, value=figure.value / 100, quantum=figure.quantum / 100, unit=PERCENT)
    for one in told or ():
        scales = [token.word.scale for token in lex(one.text[one.start : one.end], passage.lang)]
        scale = next(filter(None, scales), None)
        if scale is None or not one.unit:
            continue
        scaled = replace(figure, value=figure.value * scale, quantum=figure.quantum * scale, unit=one.unit)
        return scaled if one.unit in MEASURED and is_alike(scaled, one) else figure
    return figure


def _is_bare_rate(passage: Passage, figure: Figure) -> bool:
    """Whether a number behind a word for more or less is a rate without its sign: up 6.9."""
    before = passage.between(max(0, figure.start - BESIDE), figure.start)
    ends = _ENDS_ALL.match(passage.sentence.text, figure.end)
    return ends is not None and pattern(passage.lang, "bare_rate").search(before) is not None


def _amounts_beside(passage: Passage, figure: Figure, before: Sequence[Figure]) -> list[Figure] | None:
    """The amounts whose scale a number may share: that of which it is a part, or those before it that are compared or listed with it."""
    whole = whole_behind(passage, figure)
    if whole is not None:
        return [whole]
    named = any(
        cue.kind in {"topic", "area"} and 0 < figure.start - cue.end <= BESIDE for cue in passage.cues
    )
    led = pattern(passage.lang, "shares_scale").search(passage.between(0, figure.start))
    ends = STOPS.match(passage.sentence.text, figure.end)
    following = _next(passage, figure) if named else None
    listed = [*before, *([] if following is None else [following])]
    return [one for one in listed if one.unit not in RELATIVE] if ends and (named or led) else None


def whole_behind(passage: Passage, figure: Figure) -> Figure | None:
    """The next figure, if this one is told to be some of it: 3 out of 52 projects, 30 billion out of 141 billion dollars."""
    following = _next(passage, figure)
    if following is None:
        return None
    between = passage.between(figure.end, following.start)
    return following if pattern(passage.lang, "out_of").fullmatch(between) else None


def _next(passage: Passage, figure: Figure) -> Figure | None:
    return next((one for one in passage.figures if one.start >= figure.end), None)


def is_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers are of one size, so that one noun or unit may hold for both."""
    return other.value != 0 and Fraction(1, _FEW) <= abs(one.value / other.value) <= _FEW


def is_scaled(passage: Passage, figure: Figure) -> bool:
    """Whether a number is printed with a word for thousands, millions or more, or shares one, and no measure word; 5B is a class."""
    printed = passage.between(figure.start, figure.end)
    if lex(printed, passage.lang)[-1].word.measure:
        return False
    if shares_scale(printed, figure):
        return True
    letters = sum(map(str.isalpha, printed))
    return abs(figure.value) >= _THOUSAND and (letters > 1 or passage.lang == "zh")


def shares_scale(printed: str, figure: Figure) -> bool:
    """Whether a number printed in digits alone has the scale of a list: 15.4 in "15.4, 15.3 and 19 billion"."""
    digits = sum(map(str.isdigit, printed))
    return not any(map(str.isalpha, printed)) and figure.value >= _MILLION > 10**digits
