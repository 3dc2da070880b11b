"""Kazakh in Latin letters, of the alphabets of 2018 and 2021, put into Cyrillic ones to be read."""

import re

from cnkz_stats.figures.lexer import language
from cnkz_stats.figures.normalise import Normalised

_CYRILLIC = re.compile("[\u0400-\u04ff]")
_LETTERS = str.maketrans("aäábvgğǵdejzklmnñńoöópqrstuúüūfhycşýxw", "аәәбвгғғдежзклмнңңоөөпқрстуүүұфхыцшухв")
_VOWELS = "аәоөуүұыіиеэ"


def in_cyrillic(text: Normalised, lang: str | None) -> Normalised:
    """The text in Cyrillic letters if it is Kazakh in Latin ones, with the way back to the text as it was.

    >>> in_cyrillic(Normalised("2025 jyly Qytaimen sauda, on bir aida"), "kk").text
    '2025 жылы қытаймен сауда, он бір айда'
    """
    if _CYRILLIC.search(text.text) or language(text.text, lang) != "kk":
        return text
    small = text.text.lower() if len(text.text.lower()) == len(text.text) else text.text
    letters: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(small):
        pair = small[at : at + 2]
        size = 2 if pair in {"sh", "ch"} else 1
        letters.append({"sh": "ш", "ch": "ч"}.get(pair) or _letter(small, at, letters))
        offsets.append(text.original(at))
        at += size
    return Normalised("".join(letters), (*offsets, text.original(len(small))))


def _letter(small: str, at: int, before: list[str]) -> str:
    """A letter; i and ı are й behind a vowel, else і and и."""
    if small[at] not in "iı":
        return small[at].translate(_LETTERS)
    if before and before[-1] in _VOWELS and before[-1] not in "уі":
        return "й"
    return "и" if small[at] == "ı" else "і"
