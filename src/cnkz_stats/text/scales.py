"""Numbers that leave out their scale, or the sign of a rate, because an amount or a rate beside them has it."""

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
    following = [one for one in passage.figures if one.start >= figure.end][:1]
    out_of = pattern(passage.lang, "out_of")
    if following and out_of.fullmatch(passage.between(figure.end, following[0].start)):
        return following
    named = any(
        cue.kind in {"topic", "area"} and 0 < figure.start - cue.end <= BESIDE for cue in passage.cues
    )
    led = pattern(passage.lang, "shares_scale").search(passage.between(0, figure.start))
    ends = STOPS.match(passage.sentence.text, figure.end)
    listed = [*before, *(following if named else ())]
    return [one for one in listed if one.unit not in RELATIVE] if ends and (named or led) else None


def is_alike(one: Figure, other: Figure) -> bool:
    """Whether two numbers are of one size, so that one noun or unit may hold for both."""
    return other.value != 0 and Fraction(1, _FEW) <= abs(one.value / other.value) <= _FEW
