"""Sentence after sentence is heard: the figures of each, with what is carried on from those before."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.about import about_of
from cnkz_stats.text.amounts import as_stated
from cnkz_stats.text.beside import without_asides
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.counted import spoken_of
from cnkz_stats.text.credit import is_long_ago, told_back
from cnkz_stats.text.ellipsis import amounts_of, with_units
from cnkz_stats.text.memory import About, Memory, is_label
from cnkz_stats.text.passage import Passage, breaks
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.persons import persons_of, with_persons
from cnkz_stats.text.places import ABROAD
from cnkz_stats.text.point import Point
from cnkz_stats.text.reckoned import reckoned
from cnkz_stats.text.respective import level_in_turn
from cnkz_stats.text.restated import by_series, by_time, is_held
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.statements import statement_of
from cnkz_stats.text.subject import Subject
from cnkz_stats.text.tables import figures_in, unit_of_heading
from cnkz_stats.text.timed import keep, keep_heading, times_of
from cnkz_stats.text.topics import told_cues

_ASKS, _CLOSED = frozenset("?？"), ' \n"”»'
_SO_FAR = "so_far"
"""What narrows a figure of a year that was not over when the text was written."""


class Stated(NamedTuple):
    """A figure of a sentence with all that is told of it."""

    passage: Passage
    figure: Figure
    about: About
    statement: Statement
    period: Period | None
    base: Period | None


@dataclass(slots=True, eq=False, repr=False)
class Listener:
    """Reads sentence after sentence and remembers what may be carried on."""

    clock: Clock
    memory: Memory = field(default_factory=Memory)
    unit: str = ""
    amounts: tuple[Figure, ...] = ()
    row_unit: Figure | None = None
    """One of the unit of a table whose rows are read."""
    persons: dict[str, str] = field(default_factory=dict)
    """The offices of those whom the text has named, by their names."""
    told_back: tuple[str, bool] = ("", False)
    """Who told what stands before the last sentence, if that says so, and whether it was quoted."""
    _before: str = ""
    _asks_plan: bool = False
    _told: list[tuple[About, Statement]] = field(default_factory=list)
    """What the figures of the sentence so far are about, and what they said for those behind them."""
    _rose: set[Period | None] = field(default_factory=set)
    """The periods in which the sentence tells that something rose."""

    def hear(self, sentence: Sentence) -> Iterator[Stated]:
        """The figures of a sentence with what is told of them."""
        self.memory.begin_sentence(sentence)
        passage = _passage(sentence, self._figures(sentence), self.amounts, self._before)
        passage = with_persons(reckoned(passage, self.clock), self.persons)
        self.memory.take_lands(passage)
        self.persons.update(persons_of(passage))
        self.told_back = told_back(passage, self._before)
        self._before = self._before if is_label(sentence.text) else sentence.text
        if not passage.figures:
            self._keep_heading(passage)
        elif (told := without_asides(passage)).figures:
            yield from self._figures_told(told)
        asks = sentence.text.rstrip(_CLOSED)[-1:] in _ASKS and not passage.figures
        self._asks_plan = asks and "target" in passage.codes("mark", 0, len(sentence.text))
        self.memory.hear(passage)

    def _figures(self, sentence: Sentence) -> Sequence[Figure]:
        """The figures of a sentence, or of a row of a table by the unit of its heading."""
        heading = unit_of_heading(sentence.text, sentence.lang)
        figures, is_row = figures_in(sentence, self.row_unit)
        self.row_unit = heading or (self.row_unit if is_row else None)
        if heading is None:
            return figures
        return [one for one in figures if any(map(str.isdigit, sentence.text[one.start : one.end]))]

    def _figures_told(self, passage: Passage) -> Iterator[Stated]:
        """The figures of a sentence that has any, without those that are about nothing of the subject."""
        self._told, self._rose = [], set()
        passage, self.unit = with_units(passage, self.unit, self.amounts)
        self.amounts = amounts_of(passage, self.amounts)
        last = self.memory.carried(passage, self.clock.sentences)
        number = 0
        while number < len(passage.figures):
            subject = self._subject(passage, number, last)
            about = about_of(subject)
            if about is None:
                others = (*passage.figures[:number], *passage.figures[number + 1 :])
                passage = replace(passage, figures=others)
                continue
            yield from self._stated(subject, about)
            number += 1
        if all(about.series == ABROAD for about, _ in self._told):
            self._keep_heading(passage)
        else:
            self._end_sentence(passage)

    def _subject(self, passage: Passage, number: int, last: About | None) -> Subject:
        """A figure with what the ones before it in its sentence are about, or what the sentence `last` ended with."""
        if self._told:
            statement = statement_of(passage, number, self._told[-1][1])
            before = self._told[level_in_turn(passage, number)][0]
            return Subject(passage, number, statement, before, last, self.memory, self.memory)
        statement = statement_of(passage, number, Statement.TARGET if self._asks_plan else None)
        memory = self.memory if last is not None else None
        return Subject(passage, number, statement, None, last, memory, self.memory)

    def _stated(self, subject: Subject, about: About) -> Iterator[Stated]:
        """The figure as the text states it; nothing if it is another country's."""
        passage, number, series = subject.passage, subject.number, about.series
        says = by_time(passage, number, subject.statement, series, self.clock)
        held = is_held(passage, number, says)
        statement = by_series(Statement.LEVEL if held else says, series, subject.figure)
        says = self._told[-1][1] if held and self._told else says
        if ABROAD in about.pair:
            self._told.append((about, says))
            self._pass(about, passage, number)
            return
        targets = self._asks_plan or any(one is Statement.TARGET for _, one in self._told)
        spoken = self.clock.nearest(passage, number)
        point = Point(passage, number, statement, series, targets=targets, spoken=spoken)
        figure = as_stated(subject.figure, statement, about)
        times = times_of(point, self.clock, self._rose)
        keep(point, figure, times, self.clock)
        if statement.compares:
            self._rose.add(times.told)
        about = self._credited(subject, about, times.told)
        self._told.append((about, says))
        self.memory.keep(about, passage, self.clock.sentences)
        if self.clock.is_unfinished(times.period) and not point.is_stock:
            about = about._replace(qualifiers=(*about.qualifiers, _SO_FAR))
        yield Stated(passage, figure, about, statement, times.period, times.base)

    def _credited(self, subject: Subject, about: About, told: Period | None) -> About:
        """What a figure is about, in nobody's books where who spoke last goes on and its time is too long ago for him."""
        if told is None:
            return about
        year = min(told.last.year, (self.clock.document or told).last.year)
        first = self.memory.years.setdefault(about.authority, year)
        goes_on = subject.credit.goes_on and not self.memory.in_quotes
        is_his = not (goes_on and is_long_ago(about.authority, told.last.year, first))
        return about if is_his else about._replace(authority="")

    def _pass(self, about: About, passage: Passage, number: int) -> None:
        """Remember of another country's figure, or one of other goods, what goes on all the same."""
        self.memory.at_home = "domestic" in about.topics
        spoken = self.clock.nearest(passage, number) if "wares" in about.topics else None
        if spoken is not None:
            self.clock.carry(self.clock.resolved[spoken.start], passage)

    def _end_sentence(self, passage: Passage) -> None:
        """Remember what the last part of a sentence is about, and whether its figures stand against each other."""
        start, _ = passage.segment(passage.figures[-1].start)
        first = next(place for place, one in enumerate(passage.figures) if one.start >= start)
        aside = passage.between(passage.figures[first].end, passage.figures[-1].start)
        contrasts = pattern(passage.lang, "contrast").search(aside) is not None
        self.memory.end_sentence(self._told[first][0], contrasts=contrasts)

    def _keep_heading(self, passage: Passage) -> None:
        """Remember what a sentence without figures is about: the ones behind may go on with it."""
        keep_heading(passage, self.clock, asks=passage.sentence.text.rstrip()[-1:] in _ASKS)
        self.memory.keep_heading(passage, self.clock.sentences)


def _passage(
    sentence: Sentence, figures: Sequence[Figure], amounts: Sequence[Figure], before: str
) -> Passage:
    cues, periods = told_cues(sentence.text, sentence.lang), periods_in(sentence.text, sentence.lang)
    passage = Passage(sentence, figures, cues, periods, *breaks(sentence.text))
    return spoken_of(passage, amounts, before)
