"""Rows of a table told as text: years with numbers whose unit stands in the heading: "million dollars: 2016 - 4,215"."""

from collections.abc import Sequence
from dataclasses import replace

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.reader import figures_of
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.series import MEASURES, unit_class

_YEAR = later(r"(?<![\d.,])(?:19|20)\d\d(?: года?| г\.| жыл\w*| ?年)?(?: - |: ?)(?=\d)")
"""What leads to a number of a row."""
_ROW = later(r"^\W*[^\W\d][^\d;:]{1,50}(?: - |: )(?=\d)")
"""What a row of a table begins with: exports - 14.7."""
_BRACKETS = later(r"\([^()\d]{3,24}\): ?")
"""What holds the unit of all that stands behind it: trade (billion dollars): by one count 24.2, by the other 31.2."""
_TAIL = later(r"(?:^|[,:(、]|单位)[ :]*(?:в |in )?([^,:()、\d]{2,30}?)\)?[.。: ]*$")
"""The last words of a heading."""
_BRACKET = later(r"[(（](?:in |в )?([^,，:()（）、\d]{2,30})[,，;] ?[^()（）]{2,40}[)）][.。: ]*$")
"""Words of a unit in brackets with others behind it: (billion dollars, Chinese customs)."""
_SCALED = 1000
_LAST = 60
"""So many characters at the end of a sentence hold the words of a unit."""


def unit_of_heading(text: str, lang: str) -> Figure | None:
    """One of the unit that a heading ends with, such as a million dollars; `None` if it ends with none."""
    text = text.rstrip()
    start = max(0, len(text) - _LAST)
    tail = _BRACKET.search(text, start) or _TAIL.search(text, start)
    if tail is None:
        return None
    one = f"1{'' if lang == 'zh' else ' '}{tail[1].strip(' .')}"
    read = figures_of(one, lang)
    if len(read) != 1 or (read[0].start, read[0].end) != (0, len(one)):
        return None
    return read[0] if unit_class(read[0].unit) in MEASURES and read[0].value >= _SCALED else None


def figures_in(sentence: Sentence, unit: Figure | None) -> tuple[Sequence[Figure], bool]:
    """The figures of a sentence, and whether they are rows of a table with that unit, or one of their own, in the heading."""
    led = _YEAR.search(sentence.text)
    heads = (led and led.start(), *(one.end() for one in [_BRACKETS.search(sentence.text)] if one))
    own = (unit_of_heading(sentence.text[:end], sentence.lang) for end in heads if end)
    unit = next(filter(None, own), unit)
    is_row = led is not None or _BRACKETS.search(sentence.text) or _ROW.match(sentence.text)
    if not is_row or unit is None:
        return figures_of(sentence.text, sentence.lang), False
    masked = _YEAR.sub(lambda led: " " * len(led[0]), sentence.text)
    return [
        replace(one, text=sentence.text, value=one.value * unit.value, unit=unit.unit)
        if not one.unit
        else replace(one, text=sentence.text)
        for one in figures_of(masked, sentence.lang)
    ], True
