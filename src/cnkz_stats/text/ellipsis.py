"""Units and nouns that a sentence leaves out because they were printed before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice
from operator import is_

from cnkz_stats.figures.figure import MEASURED, Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexer import lex
from cnkz_stats.text.beside import is_beside, is_of_aside, shares_scale
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.scales import BESIDE, STOPS, is_alike, with_scale
from cnkz_stats.text.series import BARE, MEASURES, RELATIVE, series_of, unit_class
from cnkz_stats.text.topics import own_topics, slot_of

_NOT_COUNTED = RELATIVE | (MEASURED - {"TEU"}) | {"", "ordinal", "pp"}
_MANY = frozenset({"persons", "person-trips", "containers", "vehicles", "TEU"})
"""What is counted in millions, too."""
_ENDS = later(
    r" ?(?!of (?:you|us|my|our|his|her)\b)(?:[^\w\s]|$|\w{1,3}\b|(?:with|without|from|into|over|than|when|were|have|after|against|during|between|through)\b)"
)
"""No noun that would be counted stands behind a number."""
_FLOWN = frozenset({"trains", "trips", ""})
_GENITIVES = ("ов", "ев")
"""Endings that a Russian noun has behind a number, and no adjective."""
_WHERE = frozenset({"way", "hub"})
"""Topics that only say where."""
_LARGE = MEASURED | _MANY
_THOUSAND, _MILLION, _OFTEN, _REMEMBERED = 1000, 10**6, 100, 6
_GROUPED = later(r"\d{1,3}(?:[ ,]\d{3})+")
"""A number whose thousands are told apart, so no year or code."""
_WAYSIDE = frozenset({"ports", "stations"})
"""What is named on the way to a number: the number of trains through the port reached 3,631."""
_PLURAL = later("s$|people$|memoranda$")
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
    nouns = _nouns(passage, before[asks.end() if asks else 0 :]) if asks or is_short else []
    return nouns[0] if nouns else ""


def _flown(passage: Passage, figure: Figure) -> Figure:
    """The figure, its flights by the week or month if the sentence tells them so; 班 and times are flights where those are spoken of."""
    named = passage.codes("topic", *passage.segment(figure.start))
    spoken = figure.unit in _FLOWN and "flights" in named and "trains" not in named
    words = passage.lang == "ru" and not passage.sentence.text[figure.start].isdigit()
    bare = not figure.unit and (words or not _ENDS.match(passage.sentence.text, figure.end))
    bare |= passage.between(0, figure.start).endswith("+")
    if figure.unit != "flights" and (not spoken or bare):
        return figure
    times = (
        time for time in ("week", "month") if pattern(passage.lang, f"a_{time}").search(passage.sentence.text)
    )
    return replace(figure, unit="/".join(("flights", *islice(times, 1))))


def _counted(passage: Passage, figure: Figure, kept: Sequence[Figure], amounts: Sequence[Figure]) -> str:
    """What a bare number counts: the noun before it, else what the figure before counted: 2,055 trains against 1,848."""
    left = next((one.end for one in reversed(kept) if one.unit not in RELATIVE), 0)
    before = passage.between(max(left, figure.start - _NOUN), figure.start)
    printed = passage.between(figure.start, figure.end)
    told = "" if pattern(passage.lang, "aged").search(before) else _of_next_noun(passage, figure)
    if told is not None:
        return told
    total = pattern(passage.lang, "the_total").search(before)
    if total or pattern(passage.lang, "they").search(before[-2 * BESIDE :]):
        named = _nouns(passage, total[0]) if total else []
        return next(iter(named), "") or _alike(figure, (*reversed(kept), *amounts))
    opened = pattern(passage.lang, "opens").search(before)
    if opened and (printed[:1].isdigit() or STOPS.match(passage.sentence.text, figure.end)):
        nouns = _nouns(passage, opened["noun"])
        if nouns and (figure.value < _MILLION or nouns[-1] in _MANY):
            return nouns[-1]
    parts = pattern(passage.lang, "of_which").search(before)
    is_measured = passage.lang == "zh" and len(printed) > 1
    numbered = parts or pattern(passage.lang, "numbered").search(before)
    if numbered and (printed[:1].isdigit() or is_measured):
        told = _numbered(passage, figure, before, () if parts else kept)
        if told:
            return told
    if pattern(passage.lang, "elliptic").match(passage.sentence.text, figure.end):
        told = _whole_of(figure, kept) or _alike(figure, (*reversed(kept), *amounts))
        return told or next(iter(_nouns(passage, before)), "")
    goes_on = _as_before(passage, figure, kept, amounts)
    return _alike(figure, amounts) if parts and not (goes_on or kept) else goes_on


def _numbered(passage: Passage, figure: Figure, before: str, kept: Sequence[Figure]) -> str:
    """What a number counts that is told to be so many: the noun before it, else what one of its size counted, which grew to it."""
    nouns = _nouns(passage, before)
    if not nouns:
        digits = passage.between(figure.start, figure.end).isdigit()
        return _alike(figure, reversed(kept)) if digits else ""
    if figure.value >= _MILLION and nouns[-1] not in _MANY:
        return ""
    return nouns[0] if pattern(passage.lang, "number_of").search(before) else nouns[-1]


def _whole_of(figure: Figure, kept: Sequence[Figure]) -> str:
    """What the figure before counted, if a number may be a part of it: 1,990 firms, 1,948 that grow plants and 42 others."""
    last = kept[-1] if kept else None
    return (
        last.unit if last is not None and last.unit not in _NOT_COUNTED and figure.value < last.value else ""
    )


def _as_before(passage: Passage, figure: Figure, kept: Sequence[Figure], amounts: Sequence[Figure]) -> str:
    """What the figure before counted, if a bare number may go on with it."""
    printed = passage.between(figure.start, figure.end)
    before = passage.between(0, figure.start)
    last = next((one for one in reversed(kept) if one.unit not in RELATIVE), None)
    if last is None:
        large = _GROUPED.fullmatch(printed) or (before.endswith(": ") and figure.value >= _THOUSAND)
        dated = passage.periods and before.endswith(" - ") and not passage.codes("topic", 0, figure.start)
        labelled = large or dated or pattern(passage.lang, "state_of").search(before)
        ends = labelled and _ENDS.match(passage.sentence.text, figure.end)
        weighed = large and before.endswith(": ") and amounts and amounts[0].unit == "t"
        if ends and weighed and is_alike(figure, amounts[0]):
            return "t"
        return _alike(figure, amounts) if ends else ""
    if last.unit == "t" and _GROUPED.fullmatch(printed) and is_alike(figure, last):
        return "t" * bool(_ENDS.match(passage.sentence.text, figure.end))
    if last.unit in _NOT_COUNTED or figure.value == 0 or _is_scaled(passage, figure):
        return ""
    parts = pattern(passage.lang, "of_which").search(passage.sentence.text, kept[0].end, figure.start)
    alike = figure.turn or is_alike(figure, last)
    return last.unit if alike or parts else ""


def _of_next_noun(passage: Passage, figure: Figure) -> str | None:
    """What a number counts that is told to be some of the next ones: 3 out of 52 projects."""
    following = next((one for one in passage.figures if one.start >= figure.end), None)
    if following is None or not pattern(passage.lang, "out_of").fullmatch(
        passage.between(figure.end, following.start)
    ):
        return None
    return "" if following.unit in _NOT_COUNTED else following.unit


def _alike(figure: Figure, before: Iterable[Figure]) -> str:
    """What the last of some figures counts that is of the size of this one."""
    return next((one.unit for one in before if one.unit not in _NOT_COUNTED and is_alike(figure, one)), "")


def _nouns(passage: Passage, before: str) -> list[str]:
    """What the counted nouns in some words stand for; of several in a row the last one counts: container trains."""
    tokens = lex(before, passage.lang)
    heads = [
        token.word.unit
        for at, token in enumerate(tokens)
        if token.word.counted
        and not (passage.lang == "en" and (tokens.word(at + 1).counted or not _PLURAL.search(token.text)))
    ]
    return [unit for unit in heads if unit and unit not in _WAYSIDE and unit not in table("series")["silent"]]


def with_units(passage: Passage, unit: str, amounts: Sequence[Figure]) -> tuple[Passage, str]:
    """The sentence with the units that it leaves out where they were printed before (to 36.86 billion), and the last one.

    `unit` is the last one printed in the sentences before, `amounts` are those told in them, the last first.
    """
    filled: list[Figure] = []
    for number, figure in enumerate(passage.figures):
        whole = figure
        bare = bool(filled) and filled[-1].unit == ""
        if figure.unit == "" and not bare and _is_scaled(passage, figure):
            told = _of_next(passage, number) or _of_last(passage, filled, figure)
            told = told or _named_money(passage, number)
            before = (*reversed(filled), *amounts)
            whole = replace(figure, unit=told or _left_out(passage, number, unit, before))
            if _is_of_others(passage, whole) or (not told and _opens_anew(passage, figure)):
                continue
        filled.append(whole)
        if (
            whole.unit
            and whole.unit not in RELATIVE
            and (whole.unit in _LARGE or abs(whole.value) >= _THOUSAND)
        ):
            unit = whole.unit
    if all(map(is_, filled, passage.figures)) and len(filled) == len(passage.figures):
        return passage, unit
    return replace(passage, figures=tuple(filled)), unit


def amounts_of(passage: Passage, before: Sequence[Figure]) -> tuple[Figure, ...]:
    """The amounts told last, the last first."""
    told = (one for one in reversed(passage.figures) if one.unit and one.unit not in RELATIVE)
    return (*told, *before)[:_REMEMBERED]


def _of_next(passage: Passage, number: int) -> str:
    """The unit of the next figure if this one is told to be a part of it: 30 billion out of 141 billion dollars."""
    if number + 1 == len(passage.figures):
        return ""
    following = passage.figures[number + 1]
    between = passage.between(passage.figures[number].end, following.start)
    joined = pattern(passage.lang, "out_of").fullmatch(between)
    return following.unit if joined and following.unit not in RELATIVE else ""


def _of_last(passage: Passage, before: Sequence[Figure], figure: Figure) -> str:
    """The unit of the figure before if this one is told to be a part of it: 6 billion m³, of which 5 billion go to China."""
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
    return value < least or (
        value < least * _OFTEN and _ENDS.match(passage.sentence.text, figure.end) is None
    )


def _opens_anew(passage: Passage, figure: Figure) -> bool:
    """Whether a sentence begins with a noun that a number counts, of which nothing is known: of harvesters 12 thousand."""
    opened = pattern(passage.lang, "opens").search(passage.between(0, figure.start))
    if opened is None or opened[0][:1] == "," or not opened["noun"].endswith(_GENITIVES):
        return False
    start, end = opened.span("noun")
    known = any(start <= cue.start < end for cue in passage.cues if cue.kind in {"topic", "area"})
    return not (known or _nouns(passage, opened["noun"]))


def _is_scaled(passage: Passage, figure: Figure) -> bool:
    """Whether a number is printed with a word for thousands, millions or more, or shares one, and no measure word; 5B is a class."""
    printed = passage.between(figure.start, figure.end)
    letters = [sign for sign in printed if sign.isalpha()]
    if lex(printed, passage.lang)[-1].word.measure:
        return False
    if shares_scale(printed, figure):
        return True
    return abs(figure.value) >= 1000 and (len(letters) > 1 or passage.lang == "zh")


def _is_some_of(figure: Figure, unit: str, before: Iterable[Figure]) -> bool:
    """Whether a number may be some of what was counted before: 11,500 trains, of which Khorgos had 6 thousand."""
    whole = next(iter(before), None)
    counted = whole is not None and whole.unit == unit and unit not in _NOT_COUNTED
    return counted and whole is not None and figure.value <= whole.value and is_alike(figure, whole)


def _left_out(passage: Passage, number: int, last: str, before: Iterable[Figure]) -> str:
    """The unit of a large number without one: what its topic is counted in, else the last one printed, or that of an amount of its size."""
    figure = passage.figures[number]
    if pattern(passage.lang, "they").search(passage.between(max(0, figure.start - BESIDE * 2), figure.start)):
        return _alike(figure, before) or last
    near = [topic for topic in own_topics(passage, number) if slot_of(topic) != "way_to"]
    before = tuple(before)
    agreed = near == ["deals"] and last in _LARGE and bool(before) and is_alike(figure, before[0])
    where = bool(last) and {slot_of(topic) for topic in near} <= _WHERE
    if agreed or (where and _is_some_of(figure, last, before)):
        return last
    is_sum = bool(last) and last not in _LARGE and abs(figure.value) >= _MILLION
    tried = MEASURES if is_sum else (unit_class(last), *MEASURES)
    told = [unit for unit in tried if series_of({unit}, near, bare=False)]
    is_money = unit_class(last) == "money" and abs(figure.value) >= _MILLION
    counted = "" if is_sum or is_money else series_of({BARE}, near, bare=False)
    if counted and (abs(figure.value) < _MILLION or table("series")["units"].get(counted) in _MANY):
        return ""
    if is_sum and not told:
        return next((one.unit for one in before if one.unit in _LARGE and is_alike(figure, one)), "USD")
    if not told or told[0] == unit_class(last):
        return last
    return "USD" if told[0] == "money" else told[0]
