"""Conflicts: the smallest sets of facts that cannot all be true, each with its certificate.

A minimal set comes from the solver's core by leaving out facts one at a time. That it is smallest is proven by implicit
hitting sets (Ignatiev et al. 2015, "Smallest MUS extraction with minimal hitting set dualization"): every conflict has to
hit every set of facts whose removal restores consistency.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from time import monotonic

from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.constraints import Constraint
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


def find_conflict(component: Component, *, timeout: float | None = None) -> Conflict | Undecided | None:
    """The smallest conflict of a component, or `None` if there is none.

    Without a certificate there is no conflict: what cannot be certified is undecided. `timeout` in seconds bounds every
    hearing, and the proof that nothing smaller exists.
    """
    court = Court([group(fact) for fact in component.facts], component.laws, timeout=timeout)
    verdict = court.hear(range(len(component.facts)))
    if isinstance(verdict, Undecided):
        return verdict
    if isinstance(verdict, Consistent):
        return None
    until = monotonic() + (PROOF_SECONDS if timeout is None else timeout)
    minimal = shrink(court, verdict.core)
    numbers, smallest = smallest_core(court, len(component.facts), minimal, until=until)
    facts = tuple(component.facts[number] for number in sorted(numbers))
    certificate = certificate_of(facts, component.laws, timeout=timeout)
    if certificate is None:
        return Undecided("no certificate could be found for a contradiction")
    return Conflict(facts, certificate, smallest)


PROOF_SECONDS = 5.0


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
    court: Court, count: int, known: frozenset[int], *, until: float
) -> tuple[frozenset[int], bool]:
    """The smallest contradictory set among `count` groups, and whether that was proven before time was up."""
    corrections: list[frozenset[int]] = []
    everything = range(count)
    while monotonic() < until:
        hitting = minimum_hitting_set(corrections, lighter_than=len(known), until=until)
        if hitting is None:
            return known, monotonic() < until
        verdict = court.clash(hitting)
        if isinstance(verdict, Undecided):
            return known, False
        if isinstance(verdict, Contradictory):
            return frozenset(hitting), True
        corrections.append(_correction(court, hitting, everything))
    return known, False


def _correction(court: Court, kept: frozenset[int], everything: range) -> frozenset[int]:
    """A minimal set outside `kept` whose removal makes the rest consistent."""
    inside = set(everything)
    removed: list[int] = []
    while isinstance(clash := court.clash(sorted(inside)), Contradictory):
        guilty = clash.core - kept
        removed.extend(sorted(guilty))
        inside -= guilty
    verdict = court.hear(sorted(inside))
    if isinstance(verdict, Consistent):
        inside |= court.fitting(removed, verdict)
    needed: list[int] = []
    for number in removed:
        if number not in inside:
            if court.clash([*sorted(inside), number]) is None:
                inside.add(number)
            else:
                needed.append(number)
    return frozenset(needed)


def facts_to_doubt(component: Component, *, timeout: float | None = None) -> tuple[Fact, ...] | Undecided:
    """The facts of least weight without which all others can be true; a fact weighs as many documents as state it.

    By the cores that the solver finds one after the other and the lightest set that hits them all.
    """
    weights = [len({claim.source for claim in fact.claims}) or 1 for fact in component.facts]
    until = monotonic() + (PROOF_SECONDS if timeout is None else timeout)
    court = Court([group(fact) for fact in component.facts], component.laws, timeout=timeout)
    cores: list[frozenset[int]] = []
    doubted: frozenset[int] | None = frozenset()
    while doubted is not None:
        verdict = court.hear([number for number in range(len(component.facts)) if number not in doubted])
        if isinstance(verdict, Consistent):
            return tuple(component.facts[number] for number in sorted(doubted))
        if isinstance(verdict, Undecided):
            return verdict
        cores.append(shrink(court, verdict.core))
        doubted = minimum_hitting_set(cores, lighter_than=sum(weights), until=until, weights=weights)
    return Undecided("the lightest set of facts to doubt was not found in time")


def minimum_hitting_set(
    sets: Sequence[frozenset[int]], *, lighter_than: int, until: float, weights: Sequence[int] | None = None
) -> frozenset[int] | None:
    """A lightest set that meets all the sets, if it weighs less than asked; each member weighs 1 unless told."""
    for weight in range(lighter_than):
        found = next(_hitting_sets(sets, frozenset(), weight, until, weights), None)
        if found is not None:
            return found
    return None


def _hitting_sets(
    sets: Sequence[frozenset[int]],
    chosen: frozenset[int],
    more: int,
    until: float,
    weights: Sequence[int] | None,
) -> Iterator[frozenset[int]]:
    missed = [one for one in sets if not one & chosen]
    if not missed:
        if more >= 0:
            yield chosen
    elif _least(missed, weights) <= more and monotonic() < until:
        rarest: frozenset[int] = min(missed, key=lambda one: (len(one), sorted(one)))
        for member in sorted(rarest):
            yield from _hitting_sets(
                missed, chosen | {member}, more - _weight(member, weights), until, weights
            )


def _weight(member: int, weights: Sequence[int] | None) -> int:
    return 1 if weights is None else weights[member]


def _least(sets: Sequence[frozenset[int]], weights: Sequence[int] | None) -> int:
    """What it takes at least to hit the sets: those without a common member need a member each; greedily."""
    least = 0
    taken: set[int] = set()
    for one in sorted(sets, key=len):
        if not one & taken:
            taken |= one
            least += min((_weight(member, weights) for member in one), default=0)
    return least


def certificate_of(
    facts: Sequence[Fact], laws: Sequence[Constraint], *, timeout: float | None = None
) -> Certificate | None:
    """The certificate of contradictory facts: the rows needed, of the facts first, and their weights."""
    rows = [*(row for fact in facts for row in group(fact)), *laws]
    court = Court([[row] for row in rows], timeout=timeout)
    verdict = court.hear(range(len(rows)))
    if not isinstance(verdict, Contradictory):
        return None
    needed = shrink(court, verdict.core)
    return certify([rows[number] for number in sorted(needed)])
