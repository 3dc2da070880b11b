"""What a text has said so far about time."""

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import NamedTuple

from cnkz_stats.figures.figure import TIMES
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.nearest import nearest
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.spoken import Spoken

_LEVELS = frozenset({Statement.LEVEL, Statement.TARGET})
_NEXT, _PARAGRAPH = 2, 8
"""So many sentences on, a period may still hold, in another and in the same paragraph."""
_YEAR = 12


class Level(NamedTuple):
    """An amount of a series in a period, the sentence that told it, and whether as a plan."""

    series: str
    period: Period | None
    value: Fraction
    unit: str
    sentence: int
    is_planned: bool


@dataclass(slots=True, eq=False, repr=False)
class Clock:
    """What a text has said so far about time, to be asked of its figures; `resolved`, `undated` and `near` are of the sentence."""

    document: Period | None = None
    """The date of the text."""
    is_dated: bool = False
    """Whether the text tells its date at its start."""
    is_dated_late: bool = False
    """Whether the text gave its date only behind what counts from that, which can be told when it is read again."""
    present: Period | None = None
    """The year from which a text without a date counts."""
    year: int | None = None
    """The year of periods told without one."""
    before: Period | None = None
    """The period spoken of last."""
    begun: date | None = None
    """The day on which something begun."""
    is_waiting: bool = False
    """Whether the text spoke of periods that come to nothing as long as its date is unknown."""
    is_adrift: bool = False
    """Whether the text told of "this year" without a date."""
    sentences: int = 0
    """How many sentences were heard."""
    paragraph: int = -1
    """That of the last one."""
    resolved: dict[int, Period] = field(default_factory=dict)
    """What the periods of the sentence come to, by their places."""
    undated: list[int] = field(default_factory=list)
    """The places of those that count from the unknown day of the text."""
    near: dict[int, Spoken | None] = field(default_factory=dict)
    """The periods nearest to its figures."""
    levels: list[Level] = field(default_factory=list)
    """The levels told and planned so far."""
    bases: dict[str, tuple[Period, int]] = field(default_factory=dict)
    """What multiples of a series were compared with, and in which sentence."""
    last: Period | None = None
    """The period of the figure before."""
    told: tuple[int, int] = (0, 0)
    """The sentence and the paragraph of that."""
    asked: tuple[Period | None, int] = (None, 0)
    """The period of a question, and its sentence."""
    headed: tuple[Period | None, int] = (None, 0)
    """The period for which a heading or question tells of plans, and its sentence."""

    def begin_sentence(self) -> None:
        """Forget what was of the sentence before alone."""
        self.sentences += 1
        self.resolved, self.undated, self.near = {}, [], {}

    def nearest(self, passage: Passage, number: int) -> Spoken | None:
        """The period of the sentence that is nearest to a figure, told once."""
        if number not in self.near:
            self.near[number] = nearest(passage, number)
        return self.near[number]

    def carry(self, period: Period | None, passage: Passage) -> None:
        """Remember the period of a figure or heading for what goes on behind it."""
        self.last, self.told = period, (self.sentences, passage.sentence.paragraph)

    def carried(self, passage: Passage) -> Period | None:
        """The period of the figure before, if a sentence may go on with it."""
        sentence, paragraph = self.told
        same = paragraph == passage.sentence.paragraph or passage.is_item
        return self.last if self.sentences - sentence <= (_PARAGRAPH if same else _NEXT) else None

    def is_unfinished(self, period: Period | None) -> bool:
        """Whether a period is the year in which the text was written, before its end."""
        day = self.document
        written = day is not None and day.months < _YEAR and day.last.month < _YEAR
        return written and day is not None and period == Period.year(day.last.year)

    def keep(self, level: Level, statement: Statement, base: Period | None) -> None:
        """Remember a level, told or planned, or what a multiple was compared with."""
        if level.period is None:
            return
        if statement in _LEVELS and level.unit != TIMES:
            self.levels.append(level)
        if statement is Statement.MULTIPLE and base is not None and base != level.period.year_earlier():
            self.bases[level.series] = (base, self.sentences)
