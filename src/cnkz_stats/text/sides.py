"""Whose an office is: the country that stands beside it, or in which a diplomat is posted."""

import re
from collections import Counter
from functools import cache

from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.passage import Passage

COUNTRIES = frozenset({"CN", "KZ", "other"})
_POSTED = {"CN": "KZ-GOV", "KZ": "CN-GOV"}
_REACH = 40
_AROUND = 32
"""So many letters before and behind a word tell whether it speaks, is spoken to or of."""


@cache
def beside(lang: str, name: str) -> re.Pattern[str]:
    """A form of words around an office."""
    found: str = table(lang)["beside"][name]
    return re.compile(found)


def form(passage: Passage, word: Cue) -> str:
    """An office, or a word of saying, between two signs, with the words before and behind it."""
    lead = passage.between(max(0, word.start - _AROUND), word.start)
    behind = passage.between(word.end, word.end + _AROUND)
    if passage.between(word.end + _AROUND, word.end + _AROUND + 1).isalnum():
        behind = behind.rpartition(" ")[0] or behind
    return f"{lead}#{passage.between(word.start, word.end)}#{behind}"


def is_region(passage: Passage, place: Cue) -> bool:
    """Whether a place in Kazakhstan is not the whole country or its capital."""
    if place.code != "KZ":
        return False
    return beside(passage.lang, "nation").search(passage.between(place.start, place.end)) is None


def with_side(passage: Passage, office: Cue) -> Cue:
    """The office as the one of the country that stands beside it: "China's ministry", "the embassy of Kazakhstan"."""
    means = table("series")["sided"].get(office.code)
    if means is None:
        return office
    national = beside(passage.lang, "national").match(passage.between(office.start, office.end)) is not None
    for country in () if national else _countries(passage):
        posted = office.code == "CN-GOV" and _is_beside(passage, office, country, "posted")
        code = (
            _POSTED.get(country.code, "NOBODY")
            if posted
            else means.get(country.code) or office.code
            if _is_beside(passage, office, country, "owner")
            else ""
        )
        if code:
            return Cue(office.start, office.end, office.kind, code)
    return office


def _countries(passage: Passage) -> list[Cue]:
    """The countries that a sentence names one at a time, not two in a word."""
    named = [cue for cue in passage.cues.of("area") if cue.code in COUNTRIES]
    places = Counter(cue.start for cue in named)
    return [cue for cue in named if places[cue.start] == 1]


def _is_beside(passage: Passage, office: Cue, country: Cue, name: str) -> bool:
    """Whether the words around both, with `@` for the country and `#` for the office, are of a form that joins them."""
    first, last = sorted((country, office), key=lambda cue: cue.start)
    if first.end > last.start or last.start - first.end > _REACH:
        return False
    lead = passage.between(max(0, first.start - 8), first.start)
    signs = ("@", "#") if first is country else ("#", "@")
    printed = passage.between(country.start, country.end)
    form = f"{lead}{signs[0]}{passage.between(first.end, last.start)}{signs[1]}"
    return beside(passage.lang, name).search(form.replace("@", f"@{printed}@")) is not None
