"""Kazakh in Latin letters, of the alphabets of 2018 and 2021, put into Cyrillic ones to be read."""

from collections.abc import Mapping

from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexer import language
from cnkz_stats.figures.normalise import Normalised

_CYRILLIC = later("[\u0400-\u04ff]")
_LETTERS = str.maketrans("aäábvgğǵdejzklmnñńoöópqrstuúüūfhycşýxw", "аәәбвгғғдежзклмнңңоөөпқрстуүүұфхыцшухв")
_PAIRS = {"sh": "ш", "ch": "ч", "ıý": "ю"}
_OF_2018 = "ý"
"""The alphabet that prints ý for у has u for ұ."""
_VOWELS = "аәоөүұыие"


def in_cyrillic(text: Normalised, lang: str | None) -> Normalised:
    """The text in Cyrillic letters if it is Kazakh in Latin ones, with the way back to the text as it was.

    >>> in_cyrillic(Normalised("2025 jyly Qytaimen sauda, on bir aida"), "kk").text
    '2025 жылы Қытаймен сауда, он бір айда'
    """
    if _CYRILLIC.search(text.text) or language(text.text, lang) != "kk":
        return text
    letters, places = _spelled(text.text)
    return Normalised("".join(letters), (*map(text.original, places), text.original(len(text.text))))


def spelled(name: str) -> str:
    """A name in Latin letters as it is read in such a text.

    >>> spelled("QazTrade")
    'ҚазТраде'
    """
    return "".join(_spelled(name)[0])


def _spelled(text: str) -> tuple[list[str], list[int]]:
    """The letters that a text is put into, and the place of each in it."""
    table = {**_LETTERS, ord("u"): ord("ұ")} if _OF_2018 in text.lower() else _LETTERS
    letters: list[str] = []
    places: list[int] = []
    at = 0
    while at < len(text):
        printed = text[at : at + 2]
        pair = _PAIRS.get(printed.lower())
        letter = pair or _letter(printed[0].lower(), letters, table)
        letters.append(letter.upper() if printed[0].isupper() else letter)
        places.append(at)
        at += 1 if pair is None else 2
    return letters, places


def _letter(small: str, before: list[str], table: Mapping[int, int]) -> str:
    """A letter; i and ı are й behind a vowel, else і and и."""
    if small not in "iı":
        return small.translate(table)
    if before and before[-1].lower() in _VOWELS:
        return "й"
    return "и" if small == "ı" else "і"
