"""What bare numbers count that have no noun behind them: the noun before, or what a figure before them counted."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.text.beside import is_beside, is_of_aside
from cnkz_stats.text.nouns import MANY, MILLION, NOT_COUNTED, THOUSAND, counted_alike, nouns_in, stands_alone
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.scales import BESIDE, STOPS, is_alike, is_scaled, whole_behind, with_scale
from cnkz_stats.text.series import RELATIVE

_FLOWN = frozenset({"trains", "trips", ""})
_GROUPED = later(r"\d{1,3}(?:[ ,]\d{3})+")
_ASKS, _SHORT = frozenset('?？"”»'), 30
_NOUN = 90
"""Characters before a number among which the noun that it counts is looked for."""


def spoken_of(passage: Passage, amounts: Sequence[Figure], before: str = "") -> Passage:
    """The sentence with those of its figures that may be about something, bare numbers with the noun that they count.

    `amounts` are those told in the sentences before, the last first; `before` is the sentence before, which may ask for a number.
    """
    asked = _asked(passage, before)
    kept: list[Figure] = []
    for number, figure in enumerate(passage.figures):
        if number and is_of_aside(passage, passage.figures[number - 1], figure):
            continue
        whole = with_scale(passage, figure, kept, amounts)
        if not whole.unit:
            unit = _counted(passage, whole, kept, amounts) or ("" if kept else asked)
            unit = "TEU" if unit == "containers" and kept and kept[-1].unit == "TEU" else unit
            whole = replace(whole, unit=unit) if unit else whole
        whole = _flown(passage, whole)
        if not is_beside(passage, whole):
            kept.append(whole)
    return replace(passage, figures=tuple(kept))


def _asked(passage: Passage, before: str) -> str:
    """What the sentence before asks the number of: how many firms are there? 4,700. And cars? 392,000."""
    before = before.strip()
    asks = pattern(passage.lang, "how_many").search(before) if before[-1:] in _ASKS else None
    is_short = asks is None and before[-1:] in "?？" and len(before) < _SHORT
    nouns = nouns_in(passage.lang, before[asks.end() if asks else 0 :]) if asks or is_short else []
    return nouns[0] if nouns else ""


def _flown(passage: Passage, figure: Figure) -> Figure:
    """The figure, its flights by the week or month if the sentence tells them so; 班 and times are flights where those are spoken of."""
    named = passage.codes("topic", *passage.segment(figure.start))
    spoken = figure.unit in _FLOWN and "flights" in named and "trains" not in named
    words = passage.lang == "ru" and not passage.sentence.text[figure.start].isdigit()
    bare = not figure.unit and (words or not stands_alone(passage, figure))
    bare |= passage.between(0, figure.start).endswith("+")
    if figure.unit != "flights" and (not spoken or bare):
        return figure
    times = (
        time for time in ("week", "month") if pattern(passage.lang, f"a_{time}").search(passage.sentence.text)
    )
    return replace(figure, unit="/".join(("flights", *islice(times, 1))))


def _counted(passage: Passage, figure: Figure, kept: Sequence[Figure], amounts: Sequence[Figure]) -> str:
    """What a bare number counts: the noun before it, else what the figure before counted: 2,055 trains against 1,848."""
    told_before = (*reversed(kept), *amounts)
    left = next((one.end for one in reversed(kept) if one.unit not in RELATIVE), 0)
    before = passage.between(max(left, figure.start - _NOUN), figure.start)
    printed = passage.between(figure.start, figure.end)
    aged = pattern(passage.lang, "aged").search(before)
    whole = whole_behind(passage, figure)
    if aged or whole is not None:
        return "" if aged or whole is None or whole.unit in NOT_COUNTED else whole.unit
    total = pattern(passage.lang, "the_total").search(before)
    if total or pattern(passage.lang, "they").search(before[-2 * BESIDE :]):
        named = nouns_in(passage.lang, total[0]) if total else []
        return next(iter(named), "") or counted_alike(figure, told_before)
    opened = pattern(passage.lang, "opens").search(before)
    if opened and (printed[:1].isdigit() or STOPS.match(passage.sentence.text, figure.end)):
        nouns = nouns_in(passage.lang, opened["noun"])
        if nouns and (figure.value < MILLION or nouns[-1] in MANY):
            return nouns[-1]
    parts = pattern(passage.lang, "of_which").search(before)
    is_measured = passage.lang == "zh" and len(printed) > 1
    numbered = parts or pattern(passage.lang, "numbered").search(before)
    if numbered and (printed[:1].isdigit() or is_measured):
        told = _numbered(passage, figure, before, () if parts else kept)
        if told:
            return told
    if pattern(passage.lang, "elliptic").match(passage.sentence.text, figure.end):
        told = _whole_of(figure, kept) or counted_alike(figure, told_before)
        return told or next(iter(nouns_in(passage.lang, before)), "")
    goes_on = _as_before(passage, figure, kept, amounts)
    return counted_alike(figure, amounts) if parts and not (goes_on or kept) else goes_on


def _numbered(passage: Passage, figure: Figure, before: str, kept: Sequence[Figure]) -> str:
    """What a number counts that is told to be so many: the noun before it, else what one of its size counted, which grew to it."""
    nouns = nouns_in(passage.lang, before)
    if not nouns:
        digits = passage.between(figure.start, figure.end).isdigit()
        return counted_alike(figure, reversed(kept)) if digits else ""
    if figure.value >= MILLION and nouns[-1] not in MANY:
        return ""
    return nouns[0] if pattern(passage.lang, "number_of").search(before) else nouns[-1]


def _whole_of(figure: Figure, kept: Sequence[Figure]) -> str:
    """What the figure before counted, if a number may be a part of it: 1,990 firms, 1,948 that grow plants and 42 others."""
    is_part = kept and kept[-1].unit not in NOT_COUNTED and figure.value < kept[-1].value
    return kept[-1].unit if is_part else ""


def _as_before(passage: Passage, figure: Figure, kept: Sequence[Figure], amounts: Sequence[Figure]) -> str:
    """What the figure before counted, if a bare number may go on with it."""
    last = next((one for one in reversed(kept) if one.unit not in RELATIVE), None)
    if last is None:
        return _as_in_sentences_before(passage, figure, amounts)
    if last.unit == "t" and _is_grouped(passage, figure) and is_alike(figure, last):
        return "t" * stands_alone(passage, figure)
    if last.unit in NOT_COUNTED or figure.value == 0 or is_scaled(passage, figure):
        return ""
    parts = pattern(passage.lang, "of_which").search(passage.sentence.text, kept[0].end, figure.start)
    alike = figure.turn or is_alike(figure, last)
    return last.unit if alike or parts else ""


def _as_in_sentences_before(passage: Passage, figure: Figure, amounts: Sequence[Figure]) -> str:
    """What an amount of the sentences before counted, if the first number of a sentence has a label alone: Khorgos: 3,631."""
    before = passage.between(0, figure.start)
    is_item = before.endswith(": ")
    large = _is_grouped(passage, figure) or (is_item and figure.value >= THOUSAND)
    dated = passage.periods and before.endswith(" - ") and not passage.codes("topic", 0, figure.start)
    labelled = large or dated or pattern(passage.lang, "state_of").search(before)
    if not (labelled and stands_alone(passage, figure)):
        return ""
    weighed = large and is_item and amounts and amounts[0].unit == "t"
    return "t" if weighed and is_alike(figure, amounts[0]) else counted_alike(figure, amounts)


def _is_grouped(passage: Passage, figure: Figure) -> bool:
    """Whether a number is printed with its thousands told apart, so that it is no year or code."""
    return _GROUPED.fullmatch(passage.between(figure.start, figure.end)) is not None
