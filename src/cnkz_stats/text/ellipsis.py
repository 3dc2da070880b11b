"""Units that a sentence leaves out behind a large number, because they were printed before or follow from its topic."""

from collections.abc import Sequence
from dataclasses import replace

from cnkz_stats.figures.figure import MEASURED, Figure
from cnkz_stats.figures.lexer import lex
from cnkz_stats.text.cues import table
from cnkz_stats.text.nouns import MANY, MILLION, NOT_COUNTED, THOUSAND, counted_alike, nouns_in, stands_alone
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.scales import BESIDE, is_alike, is_scaled, whole_behind
from cnkz_stats.text.series import BARE, MEASURES, RELATIVE, series_of, unit_class
from cnkz_stats.text.topics import own_topics, slot_of

_GENITIVES = ("ов", "ев")
"""Endings that a Russian noun has behind a number, and no adjective."""
_WHERE = frozenset({"way", "hub"})
"""Topics that only say where."""
_LARGE = MEASURED | MANY
_OFTEN, _REMEMBERED = 100, 6


def with_units(passage: Passage, unit: str, amounts: Sequence[Figure]) -> tuple[Passage, str]:
    """The sentence with the units that it leaves out where they were printed before (to 36.86 billion), and the last one.

    `unit` is the last one printed in the sentences before, `amounts` are those told in them, the last first.
    """
    filled: list[Figure] = []
    for number, figure in enumerate(passage.figures):
        whole: Figure | None = figure
        bare = bool(filled) and filled[-1].unit == ""
        if figure.unit == "" and not bare and is_scaled(passage, figure):
            whole = _with_unit(passage, number, unit, filled, amounts)
        if whole is not None:
            filled.append(whole)
            unit = whole.unit if _is_amount(whole) else unit
    is_same = filled == [*passage.figures]
    return (passage if is_same else replace(passage, figures=tuple(filled))), unit


def _with_unit(
    passage: Passage, number: int, unit: str, filled: Sequence[Figure], amounts: Sequence[Figure]
) -> Figure | None:
    """A large number with the unit that it leaves out; `None` if it is about something else."""
    figure = passage.figures[number]
    told = _of_whole(passage, figure, filled) or _named_money(passage, number)
    before = (*reversed(filled), *amounts)
    whole = replace(figure, unit=told or _left_out(passage, number, unit, before))
    is_else = _is_of_others(passage, whole) or (not told and _opens_anew(passage, figure))
    return None if is_else else whole


def _is_amount(figure: Figure) -> bool:
    """Whether large numbers behind a figure may leave out its unit."""
    large = figure.unit in _LARGE or abs(figure.value) >= THOUSAND
    return large and bool(figure.unit) and figure.unit not in RELATIVE


def amounts_of(passage: Passage, before: Sequence[Figure]) -> tuple[Figure, ...]:
    """The amounts told last, the last first."""
    told = (one for one in reversed(passage.figures) if one.unit and one.unit not in RELATIVE)
    return (*told, *before)[:_REMEMBERED]


def _of_whole(passage: Passage, figure: Figure, before: Sequence[Figure]) -> str:
    """The unit of the figure of which this one is told to be a part.

    30 billion out of 141 billion dollars; 6 billion m³, of which 5 billion go to China.
    """
    whole = whole_behind(passage, figure)
    if whole is not None and whole.unit and whole.unit not in RELATIVE:
        return whole.unit
    if not before or before[-1].unit in RELATIVE or figure.value > before[-1].value:
        return ""
    between = passage.between(before[-1].end, figure.start)
    return before[-1].unit if pattern(passage.lang, "of_which").search(between) else ""


def _named_money(passage: Passage, number: int) -> str:
    """The currency that the words before a number name: in yuan the result reads 674 billion."""
    figure = passage.figures[number]
    left = passage.left(number)
    tokens = lex(passage.between(max(left, passage.segment(figure.start)[0]), figure.start), passage.lang)
    named = [token.word.unit for token in tokens if unit_class(token.word.unit) == "money"]
    return named[-1] if named else ""


def _is_of_others(passage: Passage, figure: Figure) -> bool:
    """Whether a number that would be money by what was spoken of is too small for it, or counts a noun: 500 thousand sheep."""
    if unit_class(figure.unit) != "money":
        return False
    least, value = table("series")["smallest"][figure.unit], abs(figure.value)
    return value < least or (value < least * _OFTEN and not stands_alone(passage, figure))


def _opens_anew(passage: Passage, figure: Figure) -> bool:
    """Whether a sentence begins with a noun that a number counts, of which nothing is known: of harvesters 12 thousand."""
    opened = pattern(passage.lang, "opens").search(passage.between(0, figure.start))
    if opened is None or opened[0][:1] == "," or not opened["noun"].endswith(_GENITIVES):
        return False
    start, end = opened.span("noun")
    known = any(start <= cue.start < end for cue in passage.cues if cue.kind in {"topic", "area"})
    return not (known or nouns_in(passage.lang, opened["noun"]))


def _is_some_of(figure: Figure, unit: str, before: Sequence[Figure]) -> bool:
    """Whether a number may be some of what was counted before: 11,500 trains, of which Khorgos had 6 thousand."""
    counted = bool(before) and before[0].unit == unit and unit not in NOT_COUNTED
    return counted and figure.value <= before[0].value and is_alike(figure, before[0])


def _left_out(passage: Passage, number: int, last: str, before: Sequence[Figure]) -> str:
    """The unit of a large number without one: what its topic is counted in, else the last one printed, or that of an amount of its size."""
    figure = passage.figures[number]
    if pattern(passage.lang, "they").search(passage.between(max(0, figure.start - BESIDE * 2), figure.start)):
        return counted_alike(figure, before) or last
    near = [topic for topic in own_topics(passage, number) if slot_of(topic) != "way_to"]
    agreed = near == ["deals"] and last in _LARGE and bool(before) and is_alike(figure, before[0])
    where = {slot_of(topic) for topic in near} <= _WHERE
    if agreed or (where and _is_some_of(figure, last, before)):
        return last
    is_sum = bool(last) and last not in _LARGE and abs(figure.value) >= MILLION
    tried = MEASURES if is_sum else (unit_class(last), *MEASURES)
    told = next((unit for unit in tried if series_of({unit}, near, bare=False)), "")
    is_money = unit_class(last) == "money" and abs(figure.value) >= MILLION
    counted = "" if is_sum or is_money else series_of({BARE}, near, bare=False)
    if counted and (abs(figure.value) < MILLION or table("series")["units"].get(counted) in MANY):
        return ""
    if is_sum and not told:
        return next((one.unit for one in before if one.unit in _LARGE and is_alike(figure, one)), "USD")
    if not told or told == unit_class(last):
        return last
    return "USD" if told == "money" else told
