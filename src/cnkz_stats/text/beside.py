"""Numbers that say nothing about the subject: dates, phone and document numbers, durations, ranks, small words."""

import re
from dataclasses import replace

from cnkz_stats.figures.figure import MEASURED, PERCENT, TIMES, Figure, Hedge
from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.scales import shares_scale
from cnkz_stats.text.series import RELATIVE

_PHONE = later(r"\+\d[\d ()-]{6,30}\d|\b\d \(\d{3,4}\) [\d-]{5,20}")
_PHONE_LENGTH, _BEHIND = 32, 40
_SLASHED = later(r"\d+/\d+")
_PER_WEEK = later(r"/\d(?!\d)")
"""What stands behind the hours of a day: 24/7."""
_NTH = later(r"第|.*\d(?:st|nd|rd|th|-[йяе]|-(?:[ыі]?н)?ш[ыі]|-рейс|-пойыз|-поезд)\b")
_TWICE = later(r"(?:twice|thrice)\b(?! (?:as|the|that|those|this|more|its|their|what|last)\b)", re.IGNORECASE)
"""So often something was done."""
_ORDINAL = later(
    r"(?:a|the) (?:third|fourth|fifth) (?:crossing|line|track|railway|terminal|phase|stage|time|country|party|partner|"
    r"place|port|corridor|plant|route|year|pair|project|bridge|term|round|meeting|visit|gate|station)\b",
    re.IGNORECASE,
)
_FEW, _SOME, _MANY = 10, 100, 1000
_LASTING = frozenset({"days", "weeks", "hours", "minutes", "km", "metres", "degrees"})

_BY_DAY = frozenset({"trains", "trips", "containers", "vehicles", "persons", "person-trips", ""})
"""What a place handles so much of a day."""
_GUESTS = frozenset({"companies", "persons", ""})


def is_beside(passage: Passage, figure: Figure) -> bool:
    """Whether a number is no figure about anything: a year, a date, a phone or document number, a duration, a rank."""
    least = table("series")["smallest"].get(figure.unit, 0)
    most = table("series")["largest"].get(figure.unit)
    return (
        figure.unit in table("series")["silent"]
        or -least < figure.value < least
        or (most is not None and figure.value >= most)
        or _is_of_price_or_weight(passage, figure)
        or any(one.start < figure.end and figure.start < one.end for one in passage.periods)
        or _is_number_of_something(passage, figure)
        or _is_of_guests(passage, figure)
        or _is_bare(passage, figure)
    )


def is_of_nothing(passage: Passage, number: int) -> bool:
    """Whether a rate is in a sentence that names nothing and tells neither a rise nor a fall: the base rate is 15 percent."""
    figure = passage.figures[number]
    if figure.unit != PERCENT or figure.turn or passage.periods:
        return False
    kinds = {cue.kind for cue in passage.cues} | {cue.code for cue in passage.cues}
    return kinds.isdisjoint({"topic", "area", "authority", "says", "books"})


def is_of_aside(passage: Passage, before: Figure, figure: Figure) -> bool:
    """Whether a rate tells of a time or a length before it: 40 minutes, half of what it took in 2020."""
    silent = before.unit in _LASTING and figure.unit in RELATIVE
    dated = any(one.start < before.end and before.start < one.end for one in passage.periods)
    return silent and not dated and not passage.codes("topic", before.end, figure.end)


def without_asides(passage: Passage) -> Passage:
    """The sentence without the figures of other things that it names: inflation, an exchange rate, people who live somewhere."""
    if not any(cue.code == "tariff" for cue in passage.cues):
        return passage
    kept: list[Figure] = []
    left, aside = 0, False
    for figure in passage.figures:
        told = [
            cue.code
            for cue in passage.cues
            if (cue.kind == "topic" or cue.code == "tariff") and left <= cue.start < figure.start
        ]
        aside = told[-1] == "tariff" if told else aside
        reach = _BEHIND if figure.unit in RELATIVE or figure.unit in {"", "persons"} else 0
        end = min(passage.clause(figure.end - 1)[1], figure.end + reach)
        if not aside and "tariff" not in passage.codes("mark", figure.end, end):
            kept.append(figure)
        left = figure.end
    return replace(passage, figures=tuple(kept))


def _is_of_price_or_weight(passage: Passage, figure: Figure) -> bool:
    """Whether a rate tells how much cheaper, shorter or faster something is, tons how heavy, times how often; so many a day."""
    before = passage.between(max(0, figure.start - 30), figure.start)
    if figure.unit == "t" and pattern(passage.lang, "of_weight").search(before):
        return True
    if figure.unit in MEASURED and pattern(passage.lang, "unit_price").search(before):
        return True
    behind = passage.between(figure.end, figure.end + 30)
    if pattern(passage.lang, "a_day").search(before):
        return True
    if figure.unit == TIMES and pattern(passage.lang, "so_often").search(behind):
        return True
    if figure.unit in _BY_DAY and _is_daily(passage, figure):
        return True
    return figure.unit in RELATIVE and bool(
        pattern(passage.lang, "of_price").search(before)
        or pattern(passage.lang, "of_price_behind").search(behind)
    )


def _is_of_guests(passage: Passage, figure: Figure) -> bool:
    """Whether so many took part in a fair or a forum."""
    here = passage.sentence.text, figure.end
    return figure.unit in _GUESTS and pattern(passage.lang, "attended").match(*here) is not None


def _is_daily(passage: Passage, figure: Figure) -> bool:
    """Whether so many come every day: 22 trains a day."""
    around = f"{passage.between(0, figure.start)}|{passage.between(figure.end, figure.end + _BEHIND)}"
    return pattern(passage.lang, "daily").search(around) is not None


def _is_number_of_something(passage: Passage, figure: Figure) -> bool:
    """Of a phone, a room, a flight, a train, a document, a page."""
    text = passage.sentence.text
    printed = text[figure.start : figure.end]
    if text[max(0, figure.start - 1) : figure.start] + text[figure.end : figure.end + 1] == "[]":
        return True
    before = text[max(0, figure.start - 1) : figure.start]
    if before.isascii() and before.isalpha():
        return True
    if (
        _TWICE.match(text, figure.start)
        or _ORDINAL.match(text, figure.start)
        or _PER_WEEK.match(text, figure.end)
    ):
        return True
    if "№" in printed or _SLASHED.fullmatch(printed) or _NTH.match(printed):
        return True
    near = text[max(0, figure.start - _PHONE_LENGTH) : figure.end + _PHONE_LENGTH]
    if ("+" in near or "(" in near) and _is_phone(text, figure):
        return True
    introduced = pattern(passage.lang, "phone").search(text, max(0, figure.start - 40), figure.start)
    return (
        figure.unit in {"", "trains", "persons", "flights", "documents", "agreements"}
        and introduced is not None
    )


def _is_phone(text: str, figure: Figure) -> bool:
    start, end = max(0, figure.start - _PHONE_LENGTH), figure.end + _PHONE_LENGTH
    return any(
        match.start() < figure.end and figure.start < match.end()
        for match in _PHONE.finditer(text, start, end)
    )


def _is_bare(passage: Passage, figure: Figure) -> bool:
    """A small number in words, or one without unit, hedge and scale, says nothing by itself."""
    printed = passage.between(figure.start, figure.end)
    in_words = not any(sign.isdigit() for sign in printed)
    if in_words and (
        (figure.value == 1 and figure.unit not in RELATIVE)
        or (figure.unit == "persons" and figure.value < _FEW)
        or (not figure.unit and figure.value < _MANY)
    ):
        return True
    if figure.unit or any(sign.isalpha() for sign in printed):
        return False
    exact = figure.hedge is Hedge.EXACT and not shares_scale(printed, figure)
    return exact or figure.value < _SOME
