"""A sentence with all that was found in it: figures, cues, periods, and where its clauses end."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import Cues
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken

REMEMBERED = 64
"""What was found of so many figures is kept: enough for those of one sentence."""
_CLAUSE = later(r"(?<!\d),|,(?!\d)|[，;；()（）、]| - ")
_TIME = later(r"\s*[\[(]?\d{1,2}[:.]\d\d[\])]?(?: -)? (?=[^\W\d])")
_LABELLED = "- "
_SEGMENT = later("[;；]")
_BRACKET = later("[(（][^()（）]*[)）]")


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A sentence as read; `clauses` and `segments` are the places where commas and semicolons part it.

    Two passages are the same only if they are one, so that what follows from a passage can be kept.
    """

    sentence: Sentence
    figures: Sequence[Figure]
    cues: Cues
    periods: Sequence[Spoken]
    clauses: Sequence[int]
    segments: Sequence[int]

    @property
    def lang(self) -> str:
        """The language of the sentence."""
        return self.sentence.lang

    @property
    def is_item(self) -> bool:
        """Whether the sentence is an item of a list."""
        return self.sentence.text.lstrip()[:1] in {"-", "*", "•", "–", "—", "·"} or self.is_news

    @property
    def is_news(self) -> bool:
        """Whether the sentence is one of those that are each told at a time of day: 13:50 Customs say ..."""
        return _TIME.match(self.sentence.text) is not None

    def clause(self, place: int) -> tuple[int, int]:
        """Where the clause around a place starts and ends."""
        return _around(self.clauses, place, self.sentence.text)

    def segment(self, place: int) -> tuple[int, int]:
        """Where the part between semicolons around a place starts and ends."""
        return _around(self.segments, place, self.sentence.text)

    def left(self, number: int) -> int:
        """Where the figure before one ends; for the first the start of the sentence."""
        return self.figures[number - 1].end if number else 0

    def with_label(self, start: int) -> int:
        """Where a clause starts, or the label that stands before it with a dash: our goal - 100 billion."""
        return self.clause(start - 2)[0] if self.between(start, start + 2) == _LABELLED else start

    def bracket(self, place: int) -> tuple[int, int] | None:
        """Where the brackets around a place start and end."""
        if "(" not in self.sentence.text and "（" not in self.sentence.text:
            return None
        spans = (mark.span() for mark in _BRACKET.finditer(self.sentence.text))
        return next((span for span in spans if span[0] <= place < span[1]), None)

    def is_aside(self, spoken: Spoken) -> bool:
        """Whether a period is one of brackets with a figure of their own: 43.8 billion (2023: 41 billion)."""
        span = self.bracket(spoken.start)
        return span is not None and any(
            (spoken.end if one.unit in RELATIVE else span[0]) <= one.start < span[1] for one in self.figures
        )

    def codes(self, kind: str, start: int, end: int) -> list[str]:
        """The codes of the cues of a kind that start between two places, in their order."""
        return [cue.code for cue in self.cues.of(kind) if start <= cue.start < end]

    def between(self, start: int, end: int) -> str:
        """The text between two places."""
        return self.sentence.text[start:end]


def breaks(text: str) -> tuple[list[int], list[int]]:
    """The places where clauses and segments of a sentence end."""
    return [mark.start() for mark in _CLAUSE.finditer(text)], [
        mark.start() for mark in _SEGMENT.finditer(text)
    ]


def _around(places: Sequence[int], place: int, text: str) -> tuple[int, int]:
    if not places:
        return 0, len(text)
    number = bisect_right(places, place)
    return places[number - 1] + 1 if number else 0, places[number] if number < len(places) else len(text)
