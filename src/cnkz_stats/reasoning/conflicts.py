"""Conflicts: the smallest sets of facts that cannot all be true, each with its certificate.

A minimal set comes from the solver's core by leaving out facts one at a time. That it is smallest is proven by implicit
hitting sets (Ignatiev et al. 2015, "Smallest MUS extraction with minimal hitting set dualization"): every conflict has to
hit every set of facts whose removal restores consistency.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import inf
from time import monotonic

from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.judge import Consistent, Contradictory, Court, Undecided
from cnkz_stats.reasoning.system import Component, group


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
    known = shrink(docket.court, clash.core)
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


@dataclass(slots=True)
class Effort:
    """What a proof may cost: sets tried and steps of search, the same on a fast machine and a slow one; and the time given."""

    tries: int = 200
    steps: int = 50_000
    until: float = inf

    @property
    def spent(self) -> bool:
        """Whether nothing is left of it."""
        return self.tries <= 0 or self.steps <= 0 or monotonic() >= self.until


def shrink(court: Court, core: Collection[int]) -> frozenset[int]:
    """A subset that is still contradictory and of which nothing can be spared. An undecided hearing spares nothing."""
    needed: set[int] = set()
    left = sorted(core)
    while left:
        candidate = left.pop()
        clash = court.clash([*needed, *left])
        if isinstance(clash, Contradictory):
            left = [number for number in left if number in clash.core]
        else:
            needed.add(candidate)
    return frozenset(needed)


def smallest_core(
    court: Court, members: Sequence[int], known: frozenset[int], *, effort: Effort
) -> tuple[frozenset[int], bool]:
    """The smallest contradictory set among some groups, and whether that was proven with the effort allowed.

    Each has to hit all that is left of the groups by any set known to be consistent.
    """
    while not effort.spent:
        effort.tries -= 1
        corrections = [left for left in court.unrelieved(members) if left]
        hitting = minimum_hitting_set(corrections, lighter_than=len(known), effort=effort)
        if hitting is None:
            return known, effort.steps > 0 and monotonic() < effort.until
        clash = court.clash(hitting)
        if isinstance(clash, Undecided):
            return known, False
        if isinstance(clash, Contradictory):
            return frozenset(hitting), True
        _relieve(court, hitting, members)
    return known, False


def _relieve(court: Court, kept: frozenset[int], members: Sequence[int]) -> None:
    """Let the court find a consistent set around `kept` to which no other member can be added."""
    inside = set(members)
    removed: list[int] = []
    while isinstance(clash := court.clash(inside), Contradictory):
        guilty = clash.core - kept
        removed.extend(sorted(guilty))
        inside -= guilty
    verdict = court.hear(inside)
    if isinstance(verdict, Consistent):
        inside |= court.fitting(removed, verdict)
    for number in removed:
        if number not in inside and court.clash([*inside, number]) is None:
            inside.add(number)
    court.clash(inside)


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
            cores, lighter_than=sum(weights.values()), effort=effort, weights=weights
        )
    return Undecided("the lightest set of facts to doubt was not found in time")


def minimum_hitting_set(
    sets: Sequence[frozenset[int]],
    *,
    lighter_than: int,
    effort: Effort,
    weights: Mapping[int, int] | None = None,
) -> frozenset[int] | None:
    """A lightest set that meets all the sets, if it weighs less than asked; each member weighs 1 unless told."""
    for weight in range(lighter_than):
        found = next(_hitting_sets(sets, frozenset(), weight, effort, weights), None)
        if found is not None:
            return found
    return None


def _hitting_sets(
    sets: Sequence[frozenset[int]],
    chosen: frozenset[int],
    more: int,
    effort: Effort,
    weights: Mapping[int, int] | None,
) -> Iterator[frozenset[int]]:
    effort.steps -= 1
    missed = [one for one in sets if not one & chosen]
    if not missed:
        if more >= 0:
            yield chosen
    elif not effort.spent and _least(missed, weights) <= more:
        rarest: frozenset[int] = min(missed, key=lambda one: (len(one), sorted(one)))
        for member in sorted(rarest):
            yield from _hitting_sets(
                missed, chosen | {member}, more - _weight(member, weights), effort, weights
            )


def _weight(member: int, weights: Mapping[int, int] | None) -> int:
    return 1 if weights is None else weights[member]


def _least(sets: Sequence[frozenset[int]], weights: Mapping[int, int] | None) -> int:
    """What it takes at least to hit the sets: those without a common member need a member each; greedily."""
    least = 0
    taken: set[int] = set()
    for one in sorted(sets, key=len):
        if not one & taken:
            taken |= one
            least += min((_weight(member, weights) for member in one), default=0)
    return least


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
