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
    table = {**_LETTERS, ord("u"): ord("ұ")} if _OF_2018 in text.text.lower() else _LETTERS
    letters: list[str] = []
    offsets: list[int] = []
    at = 0
    while at < len(text.text):
        printed = text.text[at : at + 2]
        pair = _PAIRS.get(printed.lower())
        letter = pair or _letter(printed[0].lower(), letters, table)
        size = 1 if pair is None else 2
        letters.append(letter.upper() if printed[0].isupper() else letter)
        offsets.append(text.original(at))
        at += size
    return Normalised("".join(letters), (*offsets, text.original(len(text.text))))


def _letter(small: str, before: list[str], table: Mapping[int, int]) -> str:
    """A letter; i and ı are й behind a vowel, else і and и."""
    if small not in "iı":
        return small.translate(table)
    if before and before[-1].lower() in _VOWELS:
        return "й"
    return "и" if small == "ı" else "і"
