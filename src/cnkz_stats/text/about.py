"""What a figure is about: series, area and partner, scope, authority."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property

from cnkz_stats.ledger.claim import WORLD, Statement
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.memory import About, Memory, is_part_of
from cnkz_stats.text.offices import may_count, named_for, office_of, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.places import (
    ABROAD,
    CENTRAL_ASIA,
    FLOWS,
    HOME,
    XINJIANG,
    flow_between,
    is_abroad,
    is_through,
    pair_of,
    places,
    whole_of_share,
    without_members,
)
from cnkz_stats.text.respective import named_in_turn, place_in_turn
from cnkz_stats.text.series import (
    RELATIVE,
    as_counted_by,
    is_counted_in,
    measures_of,
    series_of,
    unit_class,
)
from cnkz_stats.text.topics import Topics, behind_topics, over, own_topics, slot_of, stretch

_PARTS = frozenset(
    {
        "exports",
        "imports",
        "grain",
        "flour",
        "vegoil",
        "nonferrous",
        "ore",
        "crop",
        "crossing",
        "to_china",
        "from_china",
    }
)
_POSSESSED = {"en": 20, "ru": 20, "zh": 8, "kk": 20}
"""So many letters before the word for exports may stand whose they are."""


_SUMS = frozenset({"turnover", *FLOWS})
_WAYS = frozenset({"port", "crossing", "rail", "pipeline", "freight", "middle_corridor", "dry_port"})
_CARRIED = frozenset({"container", "freight", "trains"})
_WEIGHED = frozenset({"money", "t", "m3", "MW", "kWh"})
_ANY = Fraction(10**9)
_LARGE = 10**8
"""A sum of the size of the trade between countries."""


@dataclass(frozen=True)
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
        own = self._told
        flow = named_in_turn(self.passage, self.number, "topic", "flow")
        if flow:
            own = (flow, *(topic for topic in own if slot_of(topic) != "flow"))
        if self._is_over_years:
            own = (*own, "accumulated")
        found = next(self._tries(own), None) or self._unspoken
        if found is None or self._value < table("series")["smallest_of"].get(found[3], 0):
            return None
        topics, base, measure, series = found
        authority = self._authority(self._named, series)
        series = as_counted_by(authority, series)
        return self._placed(About(series, authority=authority, topics=topics, measure=measure), base, own)

    @cached_property
    def _told(self) -> Topics:
        """What the figure's own words name; those behind a second share name its whole."""
        behind = self.before is None or self.statement is not Statement.SHARE
        return own_topics(self.passage, self.number, behind=behind)

    @cached_property
    def _reach(self) -> tuple[int, int]:
        return stretch(self.passage, self.number)

    @cached_property
    def _named(self) -> list[Cue]:
        return speakers(self.passage)

    @property
    def _value(self) -> Fraction:
        figure = self.passage.figures[self.number]
        return _ANY if figure.unit in RELATIVE else abs(figure.value)

    def _tries(self, own: Topics) -> Iterator[tuple[Topics, About, str, str]]:
        """Topics, what they go on from, measure and series: of the figure's own words first, then with more and more around."""
        base = self._base(own)
        if _SUMS & {*own} and not _WAYS & {*own} and self._names_partner:
            base = replace(base, topics=tuple(topic for topic in base.topics if topic not in _WAYS))
        if self.before is None and _CARRIED & {*own} and self._names_partner:
            base = replace(base, topics=tuple(topic for topic in base.topics if slot_of(topic) != "hub"))
        figure = self.passage.figures[self.number]
        told = not {*own} - {"accumulated"} and self.statement is not Statement.SHARE
        if told and base.series and self._is_counted_alike(base):
            yield base.topics, base, base.measure, base.series
        yield from self._by_topics(own, over(own, base.topics), base)
        if not own and not base.series:
            yield from self._by_office(base)
        for more in behind_topics(self.passage, self.number):
            yield from self._by_topics(own, over(own, more), base)
        yield from self._by_office(base)
        if base.series and (figure.unit in RELATIVE or base.measure == unit_class(figure.unit)):
            yield base.topics, base, base.measure, base.series

    @property
    def _unspoken(self) -> tuple[Topics, About, str, str] | None:
        """A large sum about which nothing is said where the two countries or their goals are spoken of: all trade, or all investment since a year."""
        figure = self.passage.figures[self.number]
        named = places(self.passage, 0, len(self.passage.sentence.text))
        spoken = self.memory is not None or self.statement is Statement.TARGET or "KZ" in named
        if unit_class(figure.unit) != "money" or self._value < _LARGE or ABROAD in named or not spoken:
            return None
        topics: Topics = ("investment", "accumulated") if self._is_over_years else ("turnover",)
        return topics, self._base(topics), "money", series_of({"money"}, topics)

    @property
    def _is_over_years(self) -> bool:
        left, right = self._reach
        told = [one for one in self.passage.periods if left <= one.start < right]
        return any(one.is_open or (one.last_year or 0) > (one.year or 0) for one in told)

    @property
    def _names_partner(self) -> bool:
        left, right = self._reach
        return bool({"KZ", CENTRAL_ASIA, XINJIANG, WORLD} & set(places(self.passage, left, right)))

    def _by_topics(
        self, own: Topics, topics: Topics, base: About
    ) -> Iterator[tuple[Topics, About, str, str]]:
        figure = self.passage.figures[self.number]
        for measure in self._wholes(own):
            measures = measures_of(figure, self.statement, measure)
            series = series_of(measures, topics, bare=figure.unit not in RELATIVE)
            if series:
                yield topics, base, measure or unit_class(figure.unit), series

    def _is_counted_alike(self, base: About) -> bool:
        figure = self.passage.figures[self.number]
        return figure.unit in RELATIVE or is_counted_in(base.series, measures_of(figure, self.statement, ""))

    def _by_office(self, base: About) -> Iterator[tuple[Topics, About, str, str]]:
        figure = self.passage.figures[self.number]
        measures = ("money", "t", "TEU") if figure.unit in RELATIVE else (unit_class(figure.unit),)
        office = self._authority(self._named, "")
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
        if fresh and self.memory is not None and is_part_of(base, self.memory.whole):
            base = self.memory.whole
        if "whole" not in self.passage.codes("hint", *self._reach):
            return base
        kept = tuple(topic for topic in base.topics if topic not in _PARTS)
        if kept == base.topics:
            return base
        whole = ("turnover",) if FLOWS & {*base.topics} and base.measure == "money" else ()
        return replace(base, topics=(*whole, *kept), series="")

    def _wholes(self, own: Topics) -> list[str]:
        """The measures that a rate may be one of, the likeliest first; for other figures only that of their unit."""
        figures = self.passage.figures
        figure = figures[self.number]
        base = self.before or self.last
        if figure.unit not in RELATIVE:
            counted = base is not None and not figure.unit and base.measure not in _WEIGHED
            return [base.measure, ""] if base is not None and counted else [""]
        found: list[str] = []
        if self.number + 1 < len(figures):
            behind = figures[self.number + 1]
            joined = not self.passage.codes("topic", figure.end, behind.start)
            found += (
                [unit_class(behind.unit)] if joined and behind.unit and behind.unit not in RELATIVE else []
            )
        natural = table("series")["natural"]
        found += [measure for topic, measure in natural.items() if topic in own and topic not in _WAYS]
        found += [base.measure] if base is not None and base.measure else []
        return [*found, *(natural[topic] for topic in own if topic in natural and topic in _WAYS), ""]

    def _placed(self, about: About, base: About, own_words: Topics) -> About:
        left, right = self._reach
        figure = self.passage.figures[self.number]
        own = without_members(places(self.passage, left, figure.start))
        behind = places(self.passage, figure.end, right) if self.statement is not Statement.SHARE else []
        turn = place_in_turn(self.passage, self.number)
        own = [*(one for one in own if one == XINJIANG), turn] if turn else own
        through = is_through(about.series) or "middle_corridor" in about.topics
        goes_on = self.before is not None and base.area == ABROAD and not own and not through
        if (
            about.series == ABROAD
            or (not through and is_abroad(own, behind))
            or (goes_on and not {*HOME, CENTRAL_ASIA} & set(behind))
        ):
            return replace(about, area=ABROAD, partner=ABROAD)
        all_trade = WORLD in own and about.series in _SUMS and self.statement is not Statement.SHARE
        if all_trade and XINJIANG not in {*own, base.area} and "KZ" not in behind:
            return replace(about, area=ABROAD, partner=ABROAD)
        area, partner = pair_of(
            about.series,
            own or behind,
            HOME if base.area == ABROAD or set(base.pair) == set(HOME) else base.pair,
        )
        series, side = about.series, ""
        if (area, partner) == HOME:
            side = self._possessor(left) or (self.before.side if self.before is not None else "")
            side = side or ("CN" if about.authority in {"GACC", "CN-GOV"} else "KZ")
            goes_on = {series, base.series} <= FLOWS and not FLOWS & {*own_words}
            series = base.series if goes_on else flow_between(series, about.topics, side)
            if series in FLOWS:
                area, partner = "KZ", "CN"
                side = "KZ" if series == about.series else "CN"
        whole = ""
        if self.statement is Statement.SHARE:
            behind_it = behind_topics(self.passage, self.number)[0]
            (area, partner), whole = whole_of_share(series, (area, partner), base.pair, behind_it)
        scope = "via Kazakhstan" if whole == "scope=" else self._scope(about, base)
        return replace(about, series=series, area=area, partner=partner, scope=scope, side=side, whole=whole)

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
        if flows and not named and self.passage.lang in {"en", "ru"}:
            named = places(self.passage, flows[-1], min(start, flows[-1] + reach))
        return named[-1] if named else ""

    def _scope(self, about: About, base: About) -> str:
        """What a figure counts of its series: a crossing, a port, a platform."""
        scopes = table("series")["scopes"].get(about.series, ())
        left, right = self._reach
        turn = named_in_turn(self.passage, self.number, "scope", about.series)
        named = [code for code in self.passage.codes("scope", left, right) if code in scopes]
        if turn or named:
            return turn or named[-1]
        return base.scope if base.series == about.series else ""

    def _authority(self, named: Sequence[Cue], series: str) -> str:
        carried = self.last.authority if self.last is not None else ""
        cue = named_for(self.passage, self.number, named)
        if cue is not None:
            start, _ = self.passage.segment(self.passage.figures[self.number].start)
            office = office_of(cue.code, series, self.before.authority if self.before else carried)
            inside = start <= cue.start < self.passage.figures[self.number].start
            return office if inside or self._may_count(office, series) else ""
        if self.before is not None:
            return self.before.authority if self._may_count(self.before.authority, series) else ""
        return carried if not named and self._may_count(carried, series) else ""

    def _may_count(self, office: str, series: str) -> bool:
        elsewhere = table("series")["not_at"]
        if any(office in elsewhere.get(topic, ()) for topic in self._told):
            return False
        return may_count(office, as_counted_by(office, series))

    def _in_segment_before(self) -> bool:
        start, _ = self.passage.segment(self.passage.figures[self.number].start)
        return self.passage.figures[self.number - 1].start >= start
