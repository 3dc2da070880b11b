"""What a figure is about: series, area and partner, scope, authority."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from cnkz_stats.figures.figure import PERCENT, Figure
from cnkz_stats.ledger.statement import WORLD, Statement
from cnkz_stats.text.beside import is_of_nothing
from cnkz_stats.text.between import SUMS, Between
from cnkz_stats.text.credit import Credit
from cnkz_stats.text.cues import table
from cnkz_stats.text.ended import counted_by, sends_goods, without_ended
from cnkz_stats.text.memory import About, Memory, is_part_of
from cnkz_stats.text.offices import speakers
from cnkz_stats.text.opposite import turned
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.places import ABROAD, CENTRAL_ASIA, FLOWS, XINJIANG, part_of_country, places
from cnkz_stats.text.respective import named_in_turn
from cnkz_stats.text.series import (
    RELATIVE,
    as_counted_by,
    by_size,
    is_counted_in,
    is_part,
    measures_of,
    narrowing,
    series_of,
    unit_class,
    worth_of,
)
from cnkz_stats.text.statements import follows, is_multiple_of_next
from cnkz_stats.text.topics import (
    Topics,
    behind_topics,
    is_sum_of_next,
    names_whole,
    over,
    over_years,
    own_topics,
    shares_next,
    slot_of,
    stretch,
    topics_before,
)
from cnkz_stats.text.wholes import LARGE, is_of_capacity, joined_measure, wholes

_ACROSS = frozenset({"to_china", "from_china"})
_PARTS = frozenset(
    {
        "exports",
        "imports",
        "balance",
        "grain",
        "flour",
        "vegoil",
        "nonferrous",
        "ore",
        "crop",
        "crossing",
        *_ACROSS,
    }
)
_SHARES = 12
_OWNED = "ownership_share"
_ANY, _FREIGHT = Fraction(10**9), 10**6


def _adds_up(own: Topics, base: About) -> bool:
    """Whether what flowed in year after year is told of together."""
    return "accumulated" in own and "investment" in base.topics


_HARD, _TRILLION = frozenset({"USD", "CNY", "EUR"}), 10**12
_AT_PORTS = frozenset({"port_freight", "port_trade_value"})
"""Series of which those that count trains tell what came on these."""


@dataclass(frozen=True, eq=False, repr=False)
class Subject:
    """A figure of a sentence with what is needed to tell what it is about.

    `before` is what the figure before it in the sentence is about, `last` what the sentence before ended with, and
    `memory` knows that of which it may have been a part; both only where the sentence may go on with it. `voices` knows who spoke.
    """

    passage: Passage
    number: int
    statement: Statement
    before: About | None
    last: About | None
    memory: Memory | None
    voices: Memory

    @property
    def about(self) -> About | None:
        """What the figure is about; `None` if that is nothing that could be told."""
        own = self._told
        if flow := named_in_turn(self.passage, self.number, "topic", "flow"):
            own = (flow, *(topic for topic in own if slot_of(topic) != "flow"))
        if over_years(self.passage, self.number):
            own = (*own, "accumulated")
        if self.before is None and not own and is_of_nothing(self.passage, self.number):
            return None
        found = next(self._tries(own), None) or self._unspoken
        if found is None or self._value < table("series")["smallest_of"].get(found[3], 0):
            return None
        topics, base, measure, series = found
        if series == _OWNED and base.topics:
            topics = over(("stake",), base.topics)
        series = by_size(series, own, self.passage.figures[self.number])
        authority = self._credit.office(series)
        series = as_counted_by(authority, self._credit.at_port(authority, series), own)
        about = About(series, authority=authority, topics=topics, measure=measure)
        region = XINJIANG if base.area == XINJIANG else CENTRAL_ASIA
        between = Between(self.passage, self.number, self.statement, self.before, self._reach, region)
        placed = between.placed(about, base, own)
        is_all = placed.series in SUMS and self._is_of_the_world
        if is_all or (
            found[3] in table("series")["with_all"] and (self.voices.tells_of_one or self._is_at_home)
        ):
            placed = placed._replace(area=ABROAD, partner=ABROAD)
        series = turned(self.passage, self._reach, self.before or self.last or About()).get(
            series, placed.series
        )
        return placed._replace(series=series, qualifiers=self._qualifiers(series, own))

    @property
    def _is_of_the_world(self) -> bool:
        """Whether a sum is so large that it can only be what a country trades with all others: 25.7 trillion yuan."""
        return self.passage.figures[self.number].unit in _HARD and self._value >= _TRILLION

    @property
    def _is_at_home(self) -> bool:
        """Whether what the country produces was told before, and nothing names China: oil exports grew, too."""
        at_home = self.before is None and self.voices.at_home
        return at_home and "CN" not in places(self.passage, 0, len(self.passage.sentence.text))

    def _qualifiers(self, series: str, own: Topics) -> Topics:
        """What its words narrow its series to without a name; where they name nothing, those of the figure before it."""
        goes_on = not own and self.before is not None and self.before.series == series
        if goes_on and self.before is not None:
            return self.before.qualifiers
        by_train = self.before is not None and self.before.measure == "trains" and series in _AT_PORTS
        of_trains = ("trains",) if by_train and "trains" not in own else ()
        spoken = self.before or self.last or About()
        region = part_of_country(self.passage, self._reach, series, spoken.qualifiers)
        return (*narrowing(series, own), *of_trains, *region)

    @cached_property
    def _told(self) -> Topics:
        """What the figure's own words name; those behind a second share name its whole."""
        end = self.passage.figures[self.number].end
        owned = pattern(self.passage.lang, "owned").match(self.passage.sentence.text, end)
        if owned and self._figure.unit == PERCENT and self.statement is Statement.SHARE:
            return over(("stake",), own_topics(self.passage, self.number, behind=False))
        held = "stake" in self.passage.codes("topic", end, end + _SHARES)
        behind = self.before is None or self.statement is not Statement.SHARE or held
        return own_topics(self.passage, self.number, behind=behind)

    @cached_property
    def _reach(self) -> tuple[int, int]:
        return stretch(self.passage, self.number)

    @cached_property
    def _credit(self) -> Credit:
        spoken = (self.before, self.last, self.voices)
        return Credit(self.passage, self.number, self.statement, self._told, speakers(self.passage), *spoken)

    @property
    def goes_on(self) -> bool:
        """Whether it may be told by who spoke last."""
        return self._credit.goes_on

    @property
    def _value(self) -> Fraction:
        figure = self.passage.figures[self.number]
        return _ANY if figure.unit in RELATIVE else abs(figure.value)

    def _tries(self, own: Topics) -> Iterator[tuple[Topics, About, str, str]]:
        """Topics, what they go on from, measure and series: of the figure's own words first, then with more and more around."""
        base = self._base(own)
        own, base = self._meant(own, base), self._without_ended(own, base)
        figure = self.passage.figures[self.number]
        told = not {*own} - {"accumulated"} and self.statement is not Statement.SHARE
        if is_sum_of_next(self.passage, self.number, told=told):
            own = (*behind_topics(self.passage, self.number)[1], *own)
        elif told and self._is_of_next:
            own = own_topics(self.passage, self.number + 1)
        elif told and base.series and self._goes_on_alike(base) and not _adds_up(own, base):
            yield base.topics, base, base.measure, base.series
        elif told and unit_class(figure.unit) == "money" and (self.before is not None or self._in_money):
            yield from ((base.topics, base, "money", one) for one in worth_of(base.series))
        elif told and self._is_told_anew:
            yield from self._of_office(base)
        yield from self._by_topics(own, over(own, base.topics), base)
        if not {*own} - {"both_ways"} and not (base.series and self._goes_on_alike(base)):
            yield from self._of_office(base)
        for more in behind_topics(self.passage, self.number):
            yield from self._by_topics(own, over(own, more), base)
        yield from self._by_office(base)
        if base.series and (figure.unit in RELATIVE or base.measure == unit_class(figure.unit)):
            yield base.topics, base, base.measure, base.series
        yield from self._by_topics(own, over(own, topics_before(self.passage, self.number)), base)

    @property
    def _is_told_anew(self) -> bool:
        """Whether an office is named for a sum behind another one's exports: customs counted 41 billion, which is all trade."""
        last = (
            self.memory.by_measure.get("money") if self.memory is not None and self.before is None else None
        )
        named = last is not None and {cue.code for cue in self._credit.named} - {last.authority}
        is_sum = unit_class(self._figure.unit) == "money" and self.statement is Statement.LEVEL
        return bool(named) and is_sum and last is not None and is_part(last.series, "turnover")

    @property
    def _in_money(self) -> bool:
        """Whether what was told before is told once more in money."""
        return "worth" in self.passage.codes(
            "hint", *self.passage.clause(self.passage.figures[self.number].start)
        )

    def _meant(self, own: Topics, base: About) -> Topics:
        """What a figure's own words mean in their place: no flows where the gap of books is told, farm goods by their turnover."""
        if self.statement is Statement.CHANGE and "gap" in base.topics:
            return tuple(topic for topic in own if topic not in FLOWS)
        if self.before is not None and is_of_capacity(self.passage, self.number, self.before):
            return tuple(topic for topic in own if slot_of(topic) == "goods")
        told = self.memory.by_measure.get("t", base) if self.memory is not None else base
        if {*own} == {"rail"} and is_part(told.series, "rail_tonnage"):
            return (*own, *(topic for topic in told.topics if slot_of(topic) == "goods"))
        sends = {*own} - {"accumulated"} == {"freight"} and not self._names_partner
        if sends and sends_goods(self.passage, self._reach, told, self.voices.paragraph):
            return told.topics
        same = base.series == "agri_turnover" and not (self._names_partner or self._is_whole)
        return (*own, "agri") if same and "turnover" in own else own

    def _without_ended(self, own: Topics, base: About) -> About:
        """What the figure's words go on from, without what they end."""
        first, partner = self.before is None, self._names_partner
        return without_ended(base, own, self.passage, self.number, is_first=first, names_partner=partner)

    @property
    def _unspoken(self) -> tuple[Topics, About, str, str] | None:
        """A large amount about which nothing is said where the two countries or their goals are spoken of.

        A sum is all trade, or all investment since a year; tons are what is carried between the two.
        """
        figure = self.passage.figures[self.number]
        named = places(self.passage, 0, len(self.passage.sentence.text))
        due = any(one.is_due and one.start >= figure.end for one in self.passage.periods)
        spoken = self.memory is not None or self.statement is Statement.TARGET or "KZ" in named or due
        if ABROAD in named or not spoken:
            return None
        if figure.unit == "t" and self._value >= _FREIGHT and "CN" in named:
            return ("freight",), self._base(("freight",)), "t", series_of({"t"}, ("freight",))
        if unit_class(figure.unit) != "money" or self._value < LARGE:
            return None
        topics: Topics = (
            ("investment", "accumulated") if over_years(self.passage, self.number) else ("turnover",)
        )
        return topics, self._base(topics), "money", series_of({"money"}, topics)

    @property
    def _figure(self) -> Figure:
        return self.passage.figures[self.number]

    @property
    def _names_partner(self) -> bool:
        left, right = self._reach
        return bool({"KZ", CENTRAL_ASIA, XINJIANG, WORLD} & set(places(self.passage, left, right)))

    @property
    def _is_whole(self) -> bool:
        return names_whole(self.passage, self.number)

    def _by_topics(
        self, own: Topics, topics: Topics, base: About
    ) -> Iterator[tuple[Topics, About, str, str]]:
        figure = self.passage.figures[self.number]
        for measure in wholes(self.passage, self.number, self.before or self.last, own):
            measures = measures_of(figure, self.statement, measure)
            bare = figure.unit not in RELATIVE or (bool(measure) and not FLOWS & {*own})
            series = series_of(measures, topics, bare=bare)
            if series:
                yield topics, base, measure or unit_class(figure.unit), series

    def _goes_on_alike(self, base: About) -> bool:
        """Whether a figure counts what the one before did; a rate that starts a sentence is of the next amount: its value rose 23 % to 1.67 billion."""
        figure = self.passage.figures[self.number]
        if figure.unit in RELATIVE:
            told = self.before is not None and not self._leads_on
            return told or joined_measure(self.passage, self.number) in {"", base.measure}
        return is_counted_in(base.series, measures_of(figure, self.statement, ""))

    @property
    def _is_of_next(self) -> bool:
        """Whether what a figure counts is told behind the next one."""
        shares = self.before is None and shares_next(self.passage, self.number)
        return shares or is_multiple_of_next(self.passage, self.number)

    @property
    def _leads_on(self) -> bool:
        """Whether a rate leads to the amount that it is of: 12 percent to 7.5 million tons."""
        return self.number + 1 < len(self.passage.figures) and follows(self.passage, self.number + 1)

    def _by_office(self, base: About) -> Iterator[tuple[Topics, About, str, str]]:
        yield from self._of_office(base)
        figure = self.passage.figures[self.number]
        other = self.memory.by_measure.get(unit_class(figure.unit)) if self.memory is not None else None
        if other is not None and figure.unit:
            yield other.topics, other, other.measure, other.series

    def _of_office(self, base: About) -> Iterator[tuple[Topics, About, str, str]]:
        """What the office that counts a figure counts in its measure."""
        figure = self.passage.figures[self.number]
        measures = ("money", "t", "TEU") if figure.unit in RELATIVE else (unit_class(figure.unit),)
        office = self._credit.office("")
        for measure in measures:
            series = table("series")["of_office"].get(measure, {}).get(office, "")
            if series:
                yield (), base, measure, series

    def _base(self, own: Topics) -> About:
        """What the figure's own words go on from: the figure before, or the whole of which the last sentence told a part."""
        named = "" if own or self.last is None else self._credit.office("")
        base = self.before or counted_by(named, self.last or About())
        in_turn = "respectively" in self.passage.codes("mark", *self.passage.segment(self._reach[0]))
        if self.before is not None and FLOWS & {*own} and not self._in_segment_before() and not in_turn:
            base = base._replace(topics=tuple(topic for topic in base.topics if topic != "crossing"))
        if self.before is None and _ACROSS & {*own} and "crossing" not in own:
            base = base._replace(topics=tuple(topic for topic in base.topics if topic != "crossing"))
        rates = self.passage.figures[self.number].unit in RELATIVE and self.statement is not Statement.SHARE
        rose = rates or self.statement is Statement.CHANGE
        fresh = self.before is None or not (own or rose or self._in_segment_before())
        if fresh and self.memory is not None and is_part_of(base, self.memory.whole):
            opens = self.memory.goes_on_with_opening(base, self.passage.sentence.paragraph)
            base = base if opens else self.memory.whole
        if not self._is_whole:
            return base
        ports = {"port"} if base.series == "crossing_freight" else set()
        kept = tuple(topic for topic in base.topics if topic not in _PARTS | ports)
        if kept == base.topics:
            return base
        whole = ("turnover",) if {*FLOWS, "balance"} & {*base.topics} and base.measure == "money" else ()
        return base._replace(topics=(*whole, *kept), series="")

    def _in_segment_before(self) -> bool:
        before, figure = self.passage.figures[self.number - 1 : self.number + 1]
        return before.start >= self.passage.segment(figure.start)[0]
