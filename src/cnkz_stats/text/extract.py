"""The figures that a text states, each with what the text says it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.normalise import Normalised, normalise
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.about import about_of
from cnkz_stats.text.ahead import is_ahead
from cnkz_stats.text.amounts import as_stated, end_of, unit_of
from cnkz_stats.text.bare import is_bare, told_of
from cnkz_stats.text.bases import base_of, one_end
from cnkz_stats.text.beside import without_asides
from cnkz_stats.text.byline import byline, day_of_speech
from cnkz_stats.text.changes import is_change
from cnkz_stats.text.clock import Clock, Level
from cnkz_stats.text.credit import Told, is_long_ago, told_back, with_sources_behind
from cnkz_stats.text.cues import table
from cnkz_stats.text.ellipsis import amounts_of, spoken_of, with_units
from cnkz_stats.text.headlines import with_headlines_dated
from cnkz_stats.text.latin import in_cyrillic
from cnkz_stats.text.meant import is_aimed_at
from cnkz_stats.text.memory import About, Memory, is_label
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.nearest import holder
from cnkz_stats.text.passage import Passage, breaks
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.persons import persons_of, with_persons
from cnkz_stats.text.places import ABROAD
from cnkz_stats.text.point import Point
from cnkz_stats.text.respective import level_in_turn
from cnkz_stats.text.sentences import Sentence, sentences
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.statements import statement_of
from cnkz_stats.text.subject import Subject
from cnkz_stats.text.tables import figures_in, unit_of_heading
from cnkz_stats.text.topics import told_cues
from cnkz_stats.text.when import period_of

_GAP = "mirror_gap"
_ASKS, _CLOSED = frozenset("?？"), ' \n"”»'
_SHARES = frozenset({_GAP, "ownership_share"})
"""Series whose rates are parts of something where nothing is said to rise."""
_ALSO = later(r"[^,;.:]{0,14}\b(?:and|и|және)\b[^,;.:]{0,12}")
"""What leads from one figure that is compared with to another: against 28 million in 2023 and 23 million in 2022."""
_COMPARED, _YEAR = 60, 12
_SO_FAR = "so_far"
"""What narrows a figure of a year that was not over when the text was written."""
_DOTTED = ("тыс", "проц", "долл")
"""Abbreviations that are printed with a dot."""
_LEVELS = frozenset({Statement.LEVEL, Statement.TARGET})
_ROSE = frozenset({Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})
_AHEAD = frozenset({Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})


def extract(
    text: str, lang: str | None = None, published: str | None = None, *, topic: str = ""
) -> tuple[Mention, ...]:
    """The figures that a text states, in their order.

    `lang` (en, ru, zh, kk) is recognised sentence by sentence if not given. `published` is the date of the text (ISO
    8601), from which "last year" is counted; else that of its byline, or the first date that the text gives. `topic` is
    what one figure, its direction and its time are about where the text is no more than that.
    """
    whole = in_cyrillic(normalise(text), lang)
    heard = tuple(sentences(whole.text, lang))
    day = Period.parse(published) if published else byline(heard)
    clock = Clock(day or day_of_speech(heard), is_dated=day is not None)
    memory = told_of(topic) if topic and len(heard) == 1 and is_bare(heard[0]) else Memory()
    told = tuple(_told(text, whole, heard, _Listener(clock, memory)))
    if clock.is_dated_late or memory.is_hosted_late:
        clock = Clock(clock.document, is_dated=day is not None)
        told = tuple(_told(text, whole, heard, _Listener(clock, Memory(host=memory.host))))
    found = with_headlines_dated(tuple(with_sources_behind(told)), text)
    at_home = table("series")["at_home"] if memory.tells_of_one else ()
    return tuple(one for one in found if one.series not in at_home)


def _told(text: str, whole: Normalised, heard: Sequence[Sentence], listener: "_Listener") -> Iterator[Told]:
    """What each sentence tells, heard one after the other."""
    for sentence in heard:
        mentions = [_placed(one, text, whole) for one in listener.mentions(sentence)]
        yield Told(mentions, sentence, *listener.told_back)


class _Stated(NamedTuple):
    """A figure of a sentence with all that is told of it."""

    passage: Passage
    figure: Figure
    about: About
    statement: Statement
    period: Period | None
    base: Period | None


def _placed(stated: _Stated, text: str, whole: Normalised) -> Mention:
    """A figure with places in the text as it was, not in the normalised sentence."""
    passage, figure, about, statement, period, base = stated
    sentence, unit = passage.sentence, unit_of(figure, about)
    first = whole.original(sentence.start)
    last = whole.original(sentence.start + len(sentence.text))
    start = whole.original(sentence.start + figure.start)
    end = whole.original(sentence.start + end_of(passage, figure, unit))
    end += text[start:end].endswith(_DOTTED) and text[end : end + 1] == "."
    of_figure = whole.original(sentence.start + figure.end)
    return Mention(
        file="",
        start=start,
        end=end,
        span=text[start:end],
        lang=passage.lang,
        statement=statement,
        unit=unit,
        series=about.series,
        area=about.area,
        partner=about.partner,
        scope=about.scope,
        whole=about.whole,
        authority=about.authority,
        period="" if period is None else str(period),
        base="" if base is None else str(base),
        read=replace(figure, text=text[first:last], start=start - first, end=of_figure - first),
        qualifiers=about.qualifiers,
    )


@dataclass(slots=True, eq=False, repr=False)
class _Listener:
    """Reads sentence after sentence and remembers what may be carried on."""

    clock: Clock
    memory: Memory = field(default_factory=Memory)
    count: int = 0
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
    _last: list[tuple[About, Statement]] = field(default_factory=list)
    _kept: list[tuple[Statement, Period | None]] = field(default_factory=list)

    def mentions(self, sentence: Sentence) -> Iterator[_Stated]:
        self.count += 1
        self.memory.begin_sentence(sentence)
        heading = unit_of_heading(sentence.text, sentence.lang)
        figures, is_row = figures_in(sentence, self.row_unit)
        self.row_unit = heading or (self.row_unit if is_row else None)
        if heading is not None:
            figures = [one for one in figures if any(map(str.isdigit, sentence.text[one.start : one.end]))]
        passage = _passage(sentence, figures, self.amounts, self._before)
        passage = with_persons(self.clock.hear(passage), self.persons)
        self.memory.take_lands(passage)
        self.persons.update(persons_of(passage))
        self.told_back = told_back(passage, self._before)
        self._before = self._before if is_label(sentence.text) else sentence.text
        if passage.figures:
            yield from self._mentions(without_asides(passage))
        else:
            self._take_heading(passage)
        asks = sentence.text.rstrip(_CLOSED)[-1:] in _ASKS and not passage.figures
        self._asks_plan = asks and "target" in passage.codes("mark", 0, len(sentence.text))
        self.memory.hear(passage)

    def _mentions(self, passage: Passage) -> Iterator[_Stated]:
        """The figures of a sentence that has any."""
        if not passage.figures:
            return
        self._last, self._kept = [], []
        passage, self.unit = with_units(passage, self.unit, self.amounts)
        self.amounts = amounts_of(passage, self.amounts)
        last = self.memory.carried(passage, self.count)
        number = 0
        while number < len(passage.figures):
            told = self._mention(passage, number, last)
            if told is None:
                others = [*passage.figures[:number], *passage.figures[number + 1 :]]
                passage = replace(passage, figures=tuple(others))
                continue
            yield from told
            number += 1
        if all(about.series == ABROAD for about, _ in self._last):
            self._take_heading(passage)
        else:
            start, _ = passage.segment(passage.figures[-1].start)
            first = next(place for place, one in enumerate(passage.figures) if one.start >= start)
            aside = passage.between(passage.figures[first].end, passage.figures[-1].start)
            contrasts = pattern(passage.lang, "contrast").search(aside) is not None
            self.memory.end_sentence(self._last[first][0], contrasts=contrasts)

    def _mention(self, passage: Passage, number: int, last: About | None) -> tuple[_Stated, ...] | None:
        """The figure as the text states it; empty if it is another country's, `None` if it is about nothing of the subject."""
        before = self._last[-1] if self._last else None
        planned = Statement.TARGET if self._asks_plan else None
        statement = statement_of(passage, number, before[1] if before else planned)
        memory = self.memory if last or before else None
        told_of = self._last[level_in_turn(passage, number)][0] if before else None
        subject = Subject(passage, number, statement, told_of, last, memory, self.memory)
        about = about_of(subject)
        if about is None:
            return None
        figure = passage.figures[number]
        if statement is Statement.TARGET and about.series in table("series")["offered"]:
            statement = Statement.LEVEL
        elif statement in _AHEAD and is_ahead(passage, number, about.series, self.clock):
            statement = Statement.TARGET
        held = (
            statement in _LEVELS
            and figure.unit not in RELATIVE
            and holder(passage, number) is not None
            and not is_change(passage, figure)
        )
        self._last.append((about, before[1] if before and held else statement))
        statement = Statement.LEVEL if held else statement
        if about.series == _GAP and statement is Statement.LEVEL:
            statement = Statement.CHANGE
        if about.series in _SHARES and statement is Statement.GROWTH and not figure.turn:
            statement = Statement.SHARE
        figure = as_stated(figure, statement, about)
        if ABROAD in about.pair:
            self._pass(about, passage, number)
            return ()
        told = [one for _, one in self._last[:-1]]
        carried = self.clock.carried(passage)
        spoken = self.clock.nearest(passage, number)
        point = Point(
            passage,
            number,
            statement,
            about.series,
            targets=Statement.TARGET in told or self._asks_plan,
            spoken=spoken,
        )
        kept = period_of(point, self.clock, carried)
        base = base_of(point, kept, self.clock)
        rose = any(one in _ROSE and period == kept for one, period in self._kept)
        self._kept.append((statement, kept))
        period, base = one_end(point, kept, base, self.clock, rose=rose)
        level = Level(
            about.series,
            period,
            figure.value,
            figure.unit,
            self.clock.sentences,
            statement is Statement.TARGET,
        )
        self.clock.keep(level, statement, base)
        run = kept is not None and (kept.months > _YEAR or (kept == base and period != base))
        self.clock.carry(self._goes_on(point, period if run else kept, carried), passage)
        if kept is not None:
            year = min(kept.last.year, (self.clock.document or kept).last.year)
            first = self.memory.years.setdefault(about.authority, year)
            goes_on = subject.credit.goes_on and not self.memory.in_quotes
            if goes_on and is_long_ago(about.authority, kept.last.year, first):
                about = about._replace(authority="")
                self._last[-1] = (about, self._last[-1][1])
        self.memory.keep(about, passage, self.count)
        if self.clock.is_unfinished(period) and not point.is_stock:
            about = about._replace(qualifiers=(*about.qualifiers, _SO_FAR))
        return (_Stated(passage, figure, about, statement, period, base),)

    def _pass(self, about: About, passage: Passage, number: int) -> None:
        """Remember of another country's figure, or one of other goods, what goes on all the same."""
        self.memory.at_home = "domestic" in about.topics
        spoken = self.clock.nearest(passage, number) if "wares" in about.topics else None
        if spoken is not None:
            self.clock.carry(self.clock.resolved[spoken.start], passage)

    def _goes_on(self, point: Point, kept: Period | None, carried: Period | None) -> Period | None:
        """The period that goes on behind a figure: not that of a plan or an aside, and the months that a stock has not."""
        level = point.statement in {Statement.LEVEL, Statement.SHARE}
        if point.statement is Statement.TARGET and point.spoken is not None and point.spoken.is_head:
            return kept
        aside = level and (point.is_earlier or _is_aside(point.passage, point.number))
        if point.statement is Statement.TARGET or aside:
            return carried
        if not point.is_stock:
            return kept
        return carried if point.spoken is None else self.clock.resolved[point.spoken.start]

    def _take_heading(self, passage: Passage) -> None:
        """Remember what a sentence without figures is about: the ones behind may go on with it."""
        told = [one for one in passage.periods if not (one.is_base or one.is_day)]
        by_days = [one for one in told if one.days is not None and one.last_year is not None]
        usable = by_days or [one for one in told if one.first != one.last or one.year is None]
        period = self.clock.resolved.get(usable[0].start) if usable else None
        self.clock.carry(period or self.clock.carried(passage), passage)
        if passage.sentence.text.rstrip()[-1:] in _ASKS:
            self.clock.asked = (period, self.clock.sentences)
        aimed = [one for one in told if one.is_whole_year and is_aimed_at(passage, one)]
        planned = self.clock.resolved.get(aimed[-1].start) if aimed else period
        self.clock.headed = (planned, self.clock.sentences)
        self.memory.keep_heading(passage, self.count)


def _passage(
    sentence: Sentence, figures: Sequence[Figure], amounts: Sequence[Figure], before: str
) -> Passage:
    cues, periods = told_cues(sentence.text, sentence.lang), periods_in(sentence.text, sentence.lang)
    passage = Passage(sentence, figures, cues, periods, *breaks(sentence.text))
    return spoken_of(passage, amounts, before)


def _is_aside(passage: Passage, number: int) -> bool:
    """Whether a level is only what another one is compared with."""
    start = passage.figures[number].start
    if passage.bracket(start) is not None:
        return True
    left = passage.left(number)
    if number and _ALSO.fullmatch(passage.between(left, start)) and _is_aside(passage, number - 1):
        return True
    before = passage.between(max(left, start - _COMPARED), start)
    return holder(passage, number) is not None or bool(pattern(passage.lang, "compared").search(before))
