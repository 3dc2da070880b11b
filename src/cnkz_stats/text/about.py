"""What a figure is about: series, area and partner, scope, authority; and what of that goes on behind it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from fractions import Fraction

from cnkz_stats.ledger.claim import WORLD, Statement
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.offices import may_count, named_for, office_of, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.places import (
    ABROAD,
    CENTRAL_ASIA,
    FLOWS,
    HOME,
    XINJIANG,
    Pair,
    flow_between,
    is_abroad,
    pair_of,
    places,
)
from cnkz_stats.text.series import RELATIVE, as_counted_by, is_part, measures_of, series_of, unit_class
from cnkz_stats.text.topics import Topics, all_topics, behind_topics, over, own_topics, stretch

_PARTS = frozenset(
    {"exports", "imports", "grain", "flour", "vegoil", "nonferrous", "ore", "crop", "crossing"}
)
_POSSESSED = {"en": 20, "ru": 20, "zh": 8, "kk": 20}
"""So many letters before the word for exports may stand whose they are."""
_MEMORY, _PARAGRAPH = 2, 8
"""So many sentences on, a sentence may still go on with what was spoken of, in another and in the same paragraph."""


_ANY = Fraction(10**9)


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about. `topics` and `measure` told the series, for what goes on after it."""

    series: str = ""
    area: str = HOME[0]
    partner: str = HOME[1]
    scope: str = ""
    authority: str = ""
    topics: Topics = ()
    measure: str = ""

    @property
    def pair(self) -> Pair:
        """Area and partner."""
        return self.area, self.partner


@dataclass(slots=True)
class Memory:
    """What was spoken of last, and the whole of which that may be a part."""

    last: About = field(default_factory=About)
    whole: About = field(default_factory=About)
    by_measure: dict[str, About] = field(default_factory=dict)
    sentence: int = -_PARAGRAPH
    paragraph: int = -1

    def keep(self, about: About, passage: Passage, count: int) -> None:
        """Remember a figure's."""
        self.last = self.by_measure[about.measure] = about
        if not _is_part(about, self.whole):
            self.whole = about
        self.sentence, self.paragraph = count, passage.sentence.paragraph

    def keep_heading(self, passage: Passage, count: int) -> None:
        """Remember what a sentence without figures names: the ones behind may go on with it."""
        topics, named = all_topics(passage), speakers(passage)
        own = places(passage, 0, len(passage.sentence.text))
        if not (topics or named or own):
            return
        before = self.carried(passage, count) or About()
        about = replace(before, topics=over(topics, before.topics), series="" if topics else before.series)
        area, partner = pair_of("turnover", own, before.pair)
        authority = office_of(named[-1].code, "", before.authority) if named else before.authority
        self.last = self.whole = replace(about, area=area, partner=partner, authority=authority)
        self.sentence, self.paragraph = count, passage.sentence.paragraph

    def carried(self, passage: Passage, count: int) -> About | None:
        """What the sentences before were about, if this one may go on with it."""
        same = passage.sentence.paragraph == self.paragraph or passage.is_item
        return self.last if count - self.sentence <= (_PARAGRAPH if same else _MEMORY) else None


def _is_part(about: About, whole: About) -> bool:
    """Whether something is a part of what was spoken of: its exports, Xinjiang's share of it, one of its five countries."""
    if about.series != whole.series:
        return is_part(about.series, whole.series)
    return about.pair != whole.pair and (about.area == XINJIANG or whole.partner == CENTRAL_ASIA)


@dataclass(frozen=True, slots=True)
class Subject:
    """A figure of a sentence with what is needed to tell what it is about.

    `before` is what the figure before it in the sentence is about, `last` what the sentence before ended with, and
    `memory` knows that of which it may have been a part; both only where the sentence may go on with it.
    """

    passage: Passage
    number: int
    statement: Statement
    before: About | None
    last: About | None
    memory: Memory | None

    @property
    def about(self) -> About | None:
        """What the figure is about; `None` if that is nothing that could be told."""
        own = own_topics(
            self.passage, self.number, behind=self.before is None or self.statement is not Statement.SHARE
        )
        found = next(self._tries(own), None)
        if found is None or self._value < table("series")["smallest_of"].get(found[3], 0):
            return None
        topics, base, measure, series = found
        named = speakers(self.passage)
        authority = self._authority(named, series)
        series = as_counted_by(authority, series)
        return self._placed(About(series, authority=authority, topics=topics, measure=measure), base, own)

    @property
    def _value(self) -> Fraction:
        figure = self.passage.figures[self.number]
        return _ANY if figure.unit in RELATIVE else abs(figure.value)

    def _tries(self, own: Topics) -> Iterator[tuple[Topics, About, str, str]]:
        """Topics, what they go on from, measure and series: of the figure's own words first, then with more and more around."""
        base = self._base(own)
        figure = self.passage.figures[self.number]
        if figure.unit in RELATIVE and not own and base.series:
            yield base.topics, base, base.measure, base.series
        for topics in dict.fromkeys(
            over(own, more) for more in (base.topics, *behind_topics(self.passage, self.number))
        ):
            for measure in self._wholes(own):
                measures = measures_of(figure, self.statement, measure)
                series = series_of(measures, topics, bare=figure.unit not in RELATIVE)
                if series:
                    yield topics, base, measure or unit_class(figure.unit), series
        yield from self._by_office(base)
        if base.series and (figure.unit in RELATIVE or base.measure == unit_class(figure.unit)):
            yield base.topics, base, base.measure, base.series

    def _by_office(self, base: About) -> Iterator[tuple[Topics, About, str, str]]:
        figure = self.passage.figures[self.number]
        measures = ("money", "t", "TEU") if figure.unit in RELATIVE else (unit_class(figure.unit),)
        office = self._authority(speakers(self.passage), "")
        for measure in measures:
            series = table("series")["of_office"].get(measure, {}).get(office, "")
            if series:
                yield (), base, measure, series
        other = self.memory.by_measure.get(unit_class(figure.unit)) if self.memory is not None else None
        if other is not None and figure.unit:
            yield other.topics, other, other.measure, other.series

    def _base(self, own: Topics) -> About:
        """What the figure's own words go on from: the figure before, or the whole of which the last sentence told a part."""
        base = self.before or self.last or About()
        fresh = self.before is None or (not own and not self._in_segment_before())
        if fresh and self.memory is not None and _is_part(base, self.memory.whole):
            base = self.memory.whole
        if "whole" not in self.passage.codes("hint", *stretch(self.passage, self.number)):
            return base
        return replace(base, topics=tuple(topic for topic in base.topics if topic not in _PARTS))

    def _wholes(self, own: Topics) -> list[str]:
        """The measures that a rate may be one of, the likeliest first; for other figures only that of their unit."""
        figures = self.passage.figures
        figure = figures[self.number]
        base = self.before or self.last
        if figure.unit not in RELATIVE:
            return ["", base.measure] if base is not None and not figure.unit else [""]
        found: list[str] = []
        if self.number + 1 < len(figures):
            behind = figures[self.number + 1]
            joined = not self.passage.codes("topic", figure.end, behind.start)
            found += (
                [unit_class(behind.unit)] if joined and behind.unit and behind.unit not in RELATIVE else []
            )
        natural = table("series")["natural"]
        found += [measure for topic, measure in natural.items() if topic in own]
        found += [base.measure] if base is not None and base.measure else []
        return [*found, ""]

    def _placed(self, about: About, base: About, own_words: Topics) -> About:
        left, right = stretch(self.passage, self.number)
        figure = self.passage.figures[self.number]
        own = places(self.passage, left, figure.start)
        behind = places(self.passage, figure.end, right)
        goes_on = self.before is not None and base.area == ABROAD and not own
        if is_abroad(own, behind, about.series) or (goes_on and not {*HOME, CENTRAL_ASIA} & set(behind)):
            return replace(about, area=ABROAD, partner=ABROAD)
        all_trade = (
            WORLD in own and about.series in {"turnover", *FLOWS} and self.statement is not Statement.SHARE
        )
        if all_trade and XINJIANG not in {*own, base.area}:
            return replace(about, area=ABROAD, partner=ABROAD)
        area, partner = pair_of(
            about.series,
            own or behind,
            HOME if base.area == ABROAD or set(base.pair) == set(HOME) else base.pair,
        )
        of_china = about.authority in {"GACC", "CN-GOV"}
        series = about.series
        if (area, partner) == HOME:
            if series in FLOWS and base.series in FLOWS and not FLOWS & set(own_words):
                series = base.series
            else:
                series = flow_between(series, about.topics, self._possessor(left), of_china=of_china)
            if series in {"exports", "imports"}:
                area, partner = "KZ", "CN"
        return replace(about, series=series, area=area, partner=partner, scope=self._scope(about, base))

    def _possessor(self, left: int) -> str:
        """Whose exports or imports the words before a figure name: the place directly before the last such word."""
        start = self.passage.figures[self.number].start
        flows = [
            cue.start
            for cue in self.passage.cues
            if cue.kind == "topic" and cue.code in FLOWS and left <= cue.start < start
        ]
        reach = _POSSESSED[self.passage.lang]
        named = places(self.passage, max(left, flows[-1] - reach), flows[-1]) if flows else []
        return named[-1] if named else ""

    def _scope(self, about: About, base: About) -> str:
        """What a figure counts of its series: a crossing, a port, a platform."""
        scopes = table("series")["scopes"].get(about.series, ())
        left, right = stretch(self.passage, self.number)
        named = [code for code in self.passage.codes("scope", left, right) if code in scopes]
        return named[-1] if named else base.scope if base.series == about.series else ""

    def _authority(self, named: Sequence[Cue], series: str) -> str:
        carried = self.last.authority if self.last is not None else ""
        cue = named_for(self.passage, self.number, named)
        if cue is not None:
            start, _ = self.passage.segment(self.passage.figures[self.number].start)
            office = office_of(cue.code, series, carried)
            return office if cue.start >= start or may_count(office, as_counted_by(office, series)) else ""
        if self.before is not None:
            return self.before.authority if not named or self._in_segment_before() else ""
        return carried if not named and may_count(carried, as_counted_by(carried, series)) else ""

    def _in_segment_before(self) -> bool:
        start, _ = self.passage.segment(self.passage.figures[self.number].start)
        return self.passage.figures[self.number - 1].start >= start
