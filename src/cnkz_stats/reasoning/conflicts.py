"""Conflicts: the smallest sets of facts that cannot all be true, each with its certificate.

A minimal set comes from the solver's core by leaving out facts one at a time. That it is smallest is proven by implicit
hitting sets (Ignatiev et al. 2015, "Smallest MUS extraction with minimal hitting set dualization"): every conflict has to
hit every set of facts whose removal restores consistency.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf

from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.hitting import Effort, minimum_hitting_set
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.system import Component, group
from cnkz_stats.reasoning.verdict import Contradictory, Undecided


@dataclass(frozen=True, slots=True)
class Conflict:
    """Facts that cannot all be true, none of which can be spared; `smallest` if no conflict here has fewer."""

    facts: tuple[Fact, ...]
    certificate: Certificate
    smallest: bool

    @property
    def gap(self) -> Fraction:
        """By how much the facts miss each other, in the unit of the bounds; 0 where only an open end is touched."""
        return self.certificate.gap


def find_conflict(component: Component, *, docket: Docket | None = None) -> Conflict | Undecided | None:
    """The smallest conflict of a component, or `None` if there is none.

    Without a certificate there is no conflict: what cannot be certified is undecided. The time of the docket bounds the
    hearings; the proof that nothing smaller exists gets a certain effort at most.
    """
    docket = docket or Docket.of_component(component)
    members = docket.enter(component.facts)
    clash = docket.court.clash(members)
    if not isinstance(clash, Contradictory):
        return clash
    fewest = min(docket.court.contradictions(members), key=lambda core: (len(core), sorted(core)))
    known = shrink(docket.court, fewest)
    numbers, smallest = smallest_core(docket.court, members, known, effort=_effort(docket))
    facts = _of_numbers(numbers, members, component)
    certificate = certificate_of(facts, component.laws, until=docket.until)
    if certificate is None:
        return Undecided("no certificate could be found for a contradiction")
    return Conflict(facts, certificate, smallest)


def _effort(docket: Docket) -> "Effort":
    return Effort(until=inf if docket.until is None else docket.until)


def _of_numbers(numbers: Collection[int], members: Sequence[int], component: Component) -> tuple[Fact, ...]:
    named = dict(zip(members, component.facts, strict=True))
    return tuple(fact for number, fact in named.items() if number in numbers)


def shrink(court: Court, core: Collection[int]) -> frozenset[int]:
    """A subset that is still contradictory and of which nothing can be spared. An undecided hearing spares nothing."""
    if court.is_minimal(core):
        return frozenset(core)
    needed: set[int] = set()
    decided = True
    left = sorted(core)
    while left:
        candidate = left.pop()
        clash = court.clash([*needed, *left])
        if isinstance(clash, Contradictory):
            left = [number for number in left if number in clash.core]
        else:
            decided &= clash is None
            needed.add(candidate)
    if decided:
        court.note_minimal(needed)
    return frozenset(needed)


def smallest_core(
    court: Court, members: Sequence[int], known: frozenset[int], *, effort: Effort
) -> tuple[frozenset[int], bool]:
    """The smallest contradictory set among some groups, and whether that was proven with the effort allowed.

    Each has to hit all that is left of the groups by any set known to be consistent.
    """
    least = 0
    while not effort.spent:
        corrections = [left for left in court.unrelieved(members) if left]
        hitting = minimum_hitting_set(corrections, lighter_than=len(known), effort=effort, at_least=least)
        if hitting is None:
            return known, not effort.spent
        least = len(hitting)
        effort.tries -= 1
        clash = court.clash(hitting)
        if isinstance(clash, Undecided):
            return known, False
        if isinstance(clash, Contradictory):
            return frozenset(hitting), True
        _relieve(court, hitting, members)
    return known, False


def _relieve(court: Court, kept: frozenset[int], members: Sequence[int]) -> None:
    """Let the court find a consistent set around `kept` to which no other member can be added."""
    inside = set(court.relieve(kept, members))
    for number in members:
        if number not in inside and court.clash([*inside, number]) is None:
            inside.add(number)


def facts_to_doubt(component: Component, *, docket: Docket | None = None) -> tuple[Fact, ...] | Undecided:
    """The facts of least weight without which all others can be true; a fact weighs as many documents as state it.

    By the cores that the solver finds one after the other and the lightest set that hits them all.
    """
    docket = docket or Docket.of_component(component)
    members, court, effort = docket.enter(component.facts), docket.court, _effort(docket)
    weights = {
        number: len({claim.source for claim in fact.claims}) or 1
        for number, fact in zip(members, component.facts, strict=True)
    }
    cores: list[frozenset[int]] = []
    doubted: frozenset[int] | None = frozenset()
    while doubted is not None:
        clash = court.clash(number for number in members if number not in doubted)
        if clash is None:
            return _of_numbers(doubted, members, component)
        if isinstance(clash, Undecided):
            return clash
        cores.append(shrink(court, clash.core))
        doubted = minimum_hitting_set(
            cores,
            lighter_than=sum(weights.values()),
            effort=effort,
            at_least=sum(weights[number] for number in doubted),
            weights=weights,
        )
    return Undecided("the lightest set of facts to doubt was not found in time")


def certificate_of(
    facts: Sequence[Fact], laws: Sequence[Constraint], *, until: float | None = None
) -> Certificate | None:
    """The certificate of contradictory facts: the rows needed, of the facts first, and their weights."""
    rows = [*(row for fact in facts for row in group(fact)), *laws]
    court = Court(([row] for row in rows), until=until)
    clash = court.clash(range(len(rows)))
    if not isinstance(clash, Contradictory):
        return None
    needed = shrink(court, clash.core)
    return certify([rows[number] for number in sorted(needed)])
