"""Facts before a court: by number, with the laws between all that they speak of, so that nothing is heard twice."""

from collections.abc import Callable, Iterable, Sequence
from time import monotonic

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.system import Component, group, split
from cnkz_stats.reasoning.verdict import Contradictory, Undecided

Between = Callable[[Iterable[Quantity]], Iterable[Constraint]]


class Docket:
    """Facts that come before one court, one after the other, each with the laws that it brings in."""

    def __init__(self, between: Between, *, until: float | None = None) -> None:
        self.until = until
        self.court = Court(until=until)
        self._between = between
        self._spoken: dict[Quantity, None] = {}
        self._laws: dict[Constraint, None] = {}
        self._numbers: dict[Fact, int] = {}

    @classmethod
    def of_component(cls, component: Component, *, until: float | None = None) -> "Docket":
        """For the facts of one component."""
        return cls(lambda _: component.laws, until=until)

    def another(self) -> "Docket":
        """An empty one under the same laws."""
        return Docket(self._between, until=self.until)

    def laws_of(self, facts: Iterable[Fact]) -> list[Constraint]:
        """The laws between the quantities of some facts."""
        return list(self._between(dict.fromkeys(one for fact in facts for one in fact.quantities)))

    def is_late(self) -> bool:
        """Whether no more can be heard in time."""
        return self.until is not None and monotonic() >= self.until

    def enter(self, facts: Iterable[Fact]) -> list[int]:
        """The numbers of facts before the court, which hears of new ones here."""
        facts = list(facts)
        new = [fact for fact in dict.fromkeys(facts) if fact not in self._numbers]
        if new:
            numbers = self.court.admit(map(group, new), self._further_laws(new))
            self._numbers.update(zip(new, numbers, strict=True))
        return [self._numbers[fact] for fact in facts]

    def _further_laws(self, new: Iterable[Fact]) -> list[Constraint]:
        spoken = dict.fromkeys(quantity for fact in new for quantity in fact.quantities)
        if spoken.keys() <= self._spoken.keys():
            return []
        self._spoken |= spoken
        further = [row for row in self._between(self._spoken) if row not in self._laws]
        self._laws.update(dict.fromkeys(further))
        return further

    def clash(self, facts: Iterable[Fact]) -> Contradictory | Undecided | None:
        """Why facts cannot all be true, `None` if they can."""
        return self.court.clash(self.enter(facts))

    def components(self, facts: Iterable[Fact]) -> list[Component]:
        """The connected components of facts, in the order of their first fact; the court does not hear of them."""
        ordered: Sequence[Fact] = sorted(facts, key=lambda fact: fact.order)
        rows = tuple(self._between(quantity for fact in ordered for quantity in fact.quantities))
        return list(split(ordered, rows))

    def knows(self, facts: Iterable[Fact]) -> int:
        """How many of some facts the court has heard of."""
        return sum(fact in self._numbers for fact in facts)
