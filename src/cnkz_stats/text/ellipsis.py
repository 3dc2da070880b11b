"""Units and nouns that a sentence leaves out because they were printed before."""

from dataclasses import replace

from cnkz_stats.figures.figure import Figure
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import BARE, MEASURES, RELATIVE, series_of, unit_class
from cnkz_stats.text.statements import is_scaled
from cnkz_stats.text.topics import own_topics

_LARGE = 10**8
"""So much is an amount of money where nothing but things were counted before."""


def with_units(passage: Passage, unit: str) -> tuple[Passage, str]:
    """The sentence with the units that it leaves out where they were printed before (to 36.86 billion), and the last one.

    `unit` is the last one printed in the sentences before.
    """
    filled: list[Figure] = []
    for number, figure in enumerate(passage.figures):
        whole = figure
        if figure.unit == "" and is_scaled(passage, figure):
            whole = replace(figure, unit=_left_out(passage, number, unit))
        filled.append(whole)
        if whole.unit and whole.unit not in RELATIVE:
            unit = whole.unit
    return replace(passage, figures=tuple(filled)), unit


def _left_out(passage: Passage, number: int, last: str) -> str:
    """The unit of a large number without one: what its topic is counted in, else the last one printed."""
    near = own_topics(passage, number)
    if series_of({BARE}, near, bare=False):
        return ""
    if last and unit_class(last) not in MEASURES and passage.figures[number].value >= _LARGE:
        return "USD"
    told = [unit for unit in (unit_class(last), *MEASURES) if series_of({unit}, near, bare=False)]
    if not told or told[0] == unit_class(last):
        return last
    return "USD" if told[0] == "money" else told[0]
