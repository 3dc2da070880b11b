"""A figure of a sentence as far as it is asked what it is about: what its own words name, and what may go on before it."""

from dataclasses import dataclass
from functools import cached_property

from cnkz_stats.figures.figure import PERCENT, Figure
from cnkz_stats.ledger.statement import WORLD, Statement
from cnkz_stats.text.credit import Credit
from cnkz_stats.text.memory import About, Memory
from cnkz_stats.text.offices import speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.places import CENTRAL_ASIA, XINJIANG, places
from cnkz_stats.text.respective import named_in_turn
from cnkz_stats.text.series import RELATIVE, unit_class
from cnkz_stats.text.topics import Topics, names_whole, over, over_years, own_topics, slot_of, stretch

_SHARES = 12
"""So many letters behind a share stands what is held."""


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
    def figure(self) -> Figure:
        """The figure."""
        return self.passage.figures[self.number]

    @property
    def measure(self) -> str:
        """What the unit of the figure measures."""
        return unit_class(self.figure.unit)

    @property
    def is_relative(self) -> bool:
        """Whether the figure is a rate, points or times."""
        return self.figure.unit in RELATIVE

    @property
    def spoken(self) -> About:
        """What was spoken of last: by the figure before, or in the sentence before."""
        return self.before or self.last or About()

    @cached_property
    def own(self) -> Topics:
        """What the figure's own words name, the flow that is its in a list and years that are told together included."""
        own = self._named
        if flow := named_in_turn(self.passage, self.number, "topic", "flow"):
            own = (flow, *(topic for topic in own if slot_of(topic) != "flow"))
        return (*own, "accumulated") if over_years(self.passage, self.number) else own

    @cached_property
    def _named(self) -> Topics:
        """What the figure's own words name; those behind a second share name its whole."""
        end = self.figure.end
        owned = pattern(self.passage.lang, "owned").match(self.passage.sentence.text, end)
        if owned and self.figure.unit == PERCENT and self.statement is Statement.SHARE:
            return over(("stake",), own_topics(self.passage, self.number, behind=False))
        held = "stake" in self.passage.codes("topic", end, end + _SHARES)
        behind = self.before is None or self.statement is not Statement.SHARE or held
        return own_topics(self.passage, self.number, behind=behind)

    @property
    def reach(self) -> tuple[int, int]:
        """Where the figure's own words start and end."""
        return stretch(self.passage, self.number)

    @property
    def names_partner(self) -> bool:
        """Whether the figure's own words name with whom the trade is."""
        return not {"KZ", CENTRAL_ASIA, XINJIANG, WORLD}.isdisjoint(places(self.passage, *self.reach))

    @property
    def is_whole(self) -> bool:
        """Whether the figure's words say that it is all there is."""
        return names_whole(self.passage, self.number)

    @cached_property
    def credit(self) -> Credit:
        """Whose books the figure may be from."""
        spoken = (self.before, self.last, self.voices)
        return Credit(self.passage, self.number, self.statement, self._named, speakers(self.passage), *spoken)
