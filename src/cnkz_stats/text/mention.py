"""A figure that a text states, with all that the text says about it."""

from dataclasses import dataclass, replace
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, POINTS, Figure, Hedge, Sense
from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexicon import CHINESE
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.ledger.statement import Statement


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure in a text. `start` and `end` count Unicode characters of the text; `span` is what stands there.

    `period` and `base` are ISO 8601 and empty where the text does not say; `whole` is what differs in that of which a share
    is told, as in the base column of a claim file; `read` is what the reader of figures made of
    it, in the sentence that it stands in.
    """

    file: str
    start: int
    end: int
    span: str
    lang: str
    statement: Statement
    unit: str
    series: str
    area: str
    partner: str
    scope: str
    authority: str
    period: str
    base: str
    whole: str
    read: Figure
    qualifiers: tuple[str, ...] = ()
    """What narrows what it counts, for which series, scope and period have no name: topics of its own words, or that its year was not over."""

    @property
    def figure(self) -> str:
        """The shortest printed phrase that fixes the number, hedge, direction and the word for by or to included."""
        return shortest_phrase(self.read, self.lang)

    @property
    def value(self) -> Fraction:
        """The number in base units, percentages as printed: 23.6, not 0.236; the lower end of a range."""
        return self.read.value * self._printed_as

    @property
    def value_high(self) -> Fraction | None:
        """The upper end of a range."""
        return None if self.read.high is None else self.read.high * self._printed_as

    @property
    def _printed_as(self) -> int:
        return 100 if self.read.unit in (PERCENT, POINTS) else 1

    @property
    def hedge(self) -> Hedge:
        """The word that says on which side of the printed number the true one lies; a printed range is about right."""
        is_range = self.read.high is not None and self.read.hedge is Hedge.EXACT
        return Hedge.ABOUT if is_range else self.read.hedge

    @property
    def sense(self) -> Sense:
        """What "N times" says by its literal wording."""
        return self.read.sense

    def within(self, file: str, text: str) -> "Mention":
        """The same mention in a file whose text was read with something in it blanked out."""
        return replace(self, file=file, span=text[self.start : self.end])


_WORD_BEFORE = later(r"(?:[^\W_]+|[^\w\s])\s*$")
_WORD_BEHIND = later(r"\s*(?:[^\W_]+|[^\w\s])")
_BEFORE, _BEHIND = 8, 3
"""So many words, or Chinese characters, before and behind a number are tried."""


def shortest_phrase(figure: Figure, lang: str) -> str:
    """The shortest part of a figure's text, around its number, that reads as the figure does; else only the number."""
    starts, ends = _starts(figure), _ends(figure)
    tries = sorted((end - start, start, end) for start in starts for end in ends)
    for _, start, end in tries:
        if _reads_alike(figure.text[start:end], figure, lang):
            return figure.text[start:end]
    return figure.text[figure.start : figure.end]


def _starts(figure: Figure) -> list[int]:
    starts = [figure.start]
    while len(starts) <= _BEFORE:
        before = figure.text[: starts[-1]]
        word = _WORD_BEFORE.search(before)
        if word is None:
            break
        starts.append(len(before.rstrip()) - 1 if CHINESE.match(before.rstrip()[-1]) else word.start())
    return starts


def _ends(figure: Figure) -> list[int]:
    ends = [figure.end]
    while len(ends) <= _BEHIND:
        word = _WORD_BEHIND.match(figure.text, ends[-1])
        if word is None:
            break
        ends.append(ends[-1] + 1 if CHINESE.match(figure.text[ends[-1]]) else word.end())
    return ends


def _reads_alike(phrase: str, figure: Figure, lang: str) -> bool:
    try:
        read = read_figure(phrase, lang)
    except ValueError:
        return False
    return says_as_much(read, figure)


def says_as_much(one: Figure, other: Figure) -> bool:
    """Whether two figures are the same number, hedge, unit and wording, wherever they stand."""
    return _meaning(one) == _meaning(other)


def _meaning(figure: Figure) -> tuple[object, ...]:
    return figure.value, figure.high, figure.unit, figure.hedge, figure.sense, figure.annual
