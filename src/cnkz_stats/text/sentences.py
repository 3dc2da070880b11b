"""Sentences of a text, each with its place, its language and its paragraph."""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexer import language
from cnkz_stats.figures.lexicon import CHINESE

_END = later(
    r"[。！？]+[”」』\"]*|(?<![.!?])[.!?]++[»”\")]*+(?=\s)|(?<=[\w)]{2})[.!?](?=[A-ZА-ЯӘҒҚҢӨҰҮҺІ][a-zа-яәғқңөұүһі])|\n+"
)
_BEFORE_NAMES = frozenset(
    (
        "u.s", "u.s.a", "no", "nos", "mr", "mrs", "dr", "st", "approx", "vs", "i.e", "e.g", "им", "ул",
        "обл", "стр", "см", "долл", "жж", "тг", "куб", "кв", "рис", "т.е", "т.н",
    )
)  # fmt: skip
"""Abbreviations that a name or number may follow."""
_OF_AMOUNTS = frozenset(["тыс", "млн", "млрд", "трлн", "дол", "руб", "т", "тн", "мың", "п"])
"""Abbreviations that end a sentence if another one starts behind them, not if a unit does (ДФЭ, МВт)."""
_OF_MONTHS = frozenset(
    (
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "янв", "фев",
        "февр", "мар", "апр", "авг", "сент", "окт", "ноя", "нояб", "дек", "мес",
    )
)  # fmt: skip
"""Abbreviations that a day or a year may follow."""
_OF_YEARS = frozenset(["г", "гг", "ж"])
"""Abbreviations that end a sentence only behind a year; before a name they are towns."""
_PRINTED = later(r"\S+")
_WRAPPED, _NARROW, _WIDE = 4, 50, 100
"""So many lines at least, none longer than so many letters, and one of so many at least, may be a wrapped text."""
_FRESH = later(r"[^\W\d_](?:[^\W\d_A-ZА-Я]|\s)|(?:19|20)\d\d\b")
_JOINS = frozenset("-·⋅∙*")
"""What joins a last letter to a word, which it ends: kW·h."""
_AHEAD = 8
_LONGEST = 2000
"""Characters of a sentence that anybody writes; cutting longer ones keeps the time in step with the length."""
_LAST_WORD = later(r"(?:[^\W\d_]\.)*[^\W\d_]+$")
_QUOTED = later('«[^»]*»|"[^"]*"')
_FEW_OF = 12
"""Of so many letters of a Russian sentence one may be Kazakh, in a name; of a whole text half as many."""
_KAZAKH = later("[әғқңөұүһіӘҒҚҢӨҰҮҺІ]+")
_CYRILLIC = later("[\u0400-\u04ff]+")
_LATIN = later("[A-Za-z]+")
_LATIN_WORD = later("[A-Za-z]{3}")


_ENTRY = later(r"[^\W\d][^\n\d]{1,40} - \d[^\n]{0,30}(?:\n|$)")
"""A line of a list that begins with a small letter: imports - 18.3 million tons."""


class Sentence(NamedTuple):
    """A sentence of the text: where it starts, in which language it is, and in which paragraph (counted from 0)."""

    start: int
    text: str
    lang: str
    paragraph: int


def sentences(text: str, lang: str | None = None) -> Iterator[Sentence]:
    """The sentences of a normalised text; a line break ends one unless a small letter follows, the dot of an abbreviation does not.

    `lang` is the language of the whole text, for sentences whose script leaves it open.
    """
    main = lang or _main_language(text)
    width = _width(text)
    start = paragraph = 0
    for mark in _END.finditer(text):
        if mark[0][0] == "." and not _is_stop(text, start, mark):
            continue
        if mark[0] == "\n" and _goes_on(text, mark.start(), width):
            continue
        for first, last in _pieces(text, start, mark.end()):
            yield _sentence(text, first, last, main, paragraph)
        paragraph += mark[0][0] == "\n"
        start = mark.end()
    for first, last in _pieces(text, start, len(text)):
        yield _sentence(text, first, last, main, paragraph)


def _goes_on(text: str, end: int, width: int) -> bool:
    """Whether a line break only wraps the line: a small letter follows a word or comma, or a word for which there was no room."""
    if not (text[end - 1 : end].isalnum() or text[end - 1 : end] == ","):
        return False
    if text[end + 1 : end + 2].islower():
        return _ENTRY.match(text, end + 1) is None
    start = text.rfind("\n", 0, end) + 1
    word = _PRINTED.match(text, end + 1)
    return bool(width and word) and end - start + len(word[0] if word else "") >= width


def _width(text: str) -> int:
    """The width to which the lines of a text are wrapped: hardly one has room for the word behind it; 0 if they are not."""
    lines = [line.strip() for line in text.split("\n")]
    width = max(map(len, lines))
    if len(lines) < _WRAPPED or not _NARROW <= width <= _WIDE:
        return 0
    joints = [(one, other) for one, other in pairwise(lines) if one[-1:].isalnum() and other[:1].isalnum()]
    roomy = sum(len(one) + len(other.split(maxsplit=1)[0]) < width for one, other in joints)
    return width if joints and roomy * 4 <= len(joints) else 0


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A stretch of text that is not blank, as a whole; what no reader would call a sentence is cut behind a space."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space + 1 if space > 0 else start + _LONGEST
        yield start, cut
        start = cut
    if text[start:end].strip():
        yield start, end


def _sentence(text: str, start: int, end: int, main: str, paragraph: int) -> Sentence:
    part = text[start:end].replace("\n", " ")
    return Sentence(start, part, _language(part, main), paragraph)


def _is_stop(text: str, start: int, mark: re.Match[str]) -> bool:
    following = text[mark.end() : mark.end() + _AHEAD].lstrip(' \t"«“(')
    if following[:1].islower():
        return False
    last = _LAST_WORD.search(text, max(start, mark.start() - _AHEAD * 3), mark.start())
    word = last[0].lower() if last else ""
    if last is not None and word in _OF_YEARS:
        return following[:1].isupper() and text[max(start, last.start() - 2) : last.start()].strip().isdigit()
    if word in _OF_MONTHS:
        return not following[:1].isdigit()
    if word in _OF_AMOUNTS:
        return bool(_FRESH.match(following))
    return word not in _BEFORE_NAMES and not (
        len(word) == 1 and following[:1].isupper() and text[mark.start() - 2 : mark.start() - 1] not in _JOINS
    )


def _main_language(text: str) -> str:
    """The language of a whole text by its script: the most printed one, Chinese characters counting threefold."""
    han, latin, cyrillic = 3 * _printed(CHINESE, text), _printed(_LATIN, text), _printed(_CYRILLIC, text)
    if cyrillic > max(han, latin):
        own = _own_words(text)
        return "kk" if _printed(_KAZAKH, own) * _FEW_OF * 2 > _printed(_CYRILLIC, own) else "ru"
    return "zh" if han >= latin and han else language(text)


def _own_words(text: str) -> str:
    """The text without names in quotation marks, unless it is a quotation for the most part."""
    own = _QUOTED.sub("", text)
    return own if len(own) * 2 > len(text) else text


def _printed(letters: re.Pattern[str], text: str) -> int:
    return sum(map(len, letters.findall(text)))


def _is_kazakh(sentence: str, main: str) -> bool:
    """Whether a sentence has letters of Kazakh, in a Russian text more than a name has."""
    if main != "ru":
        return _KAZAKH.search(sentence) is not None
    own = _own_words(sentence)
    return _printed(_KAZAKH, own) * _FEW_OF > _printed(_CYRILLIC, own)


def _language(sentence: str, main: str) -> str:
    if _CYRILLIC.search(sentence):
        if _is_kazakh(sentence, main):
            return "kk"
        return main if main in {"ru", "kk"} else "ru"
    if CHINESE.search(sentence):
        return "zh"
    return main if main == "kk" or not _LATIN_WORD.search(sentence) else "en"
