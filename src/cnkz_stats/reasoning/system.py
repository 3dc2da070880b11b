"""The facts of a folder with the laws between their quantities, split into what has to do with each other."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint, fact_rows, premises
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.forest import Forest
from cnkz_stats.reasoning.laws import Laws


@dataclass(frozen=True, slots=True)
class Component:
    """Facts that touch each other through shared quantities or laws, and those laws."""

    facts: tuple[Fact, ...]
    laws: tuple[Constraint, ...]


@lru_cache(maxsize=16384)
def group(fact: Fact) -> tuple[Constraint, ...]:
    """All rows that stand and fall with a fact."""
    return (*fact_rows(fact), *premises(fact))


def components(facts: Iterable[Fact], folder: Folder) -> list[Component]:
    """The connected components of the facts, in the order of their first fact."""
    return _components(facts, Laws(folder))


def _components(facts: Iterable[Fact], laws: Laws) -> list[Component]:
    facts = sorted(facts, key=lambda fact: fact.order)
    rows = tuple(laws.between(quantity for fact in facts for quantity in fact.quantities))
    return list(split(facts, rows))


def split(facts: Sequence[Fact], rows: Sequence[Constraint]) -> Iterator[Component]:
    """Facts and laws by what they have to do with each other; laws that no fact has to do with are left out."""
    forest = Forest()
    for fact in facts:
        forest.join(fact.quantities)
    for row in rows:
        forest.join([quantity for quantity, _ in row.terms])
    facts_by: dict[Quantity, list[Fact]] = defaultdict(list)
    laws_by: dict[Quantity, list[Constraint]] = defaultdict(list)
    for fact in facts:
        facts_by[forest.root(fact.quantity)].append(fact)
    for row in rows:
        laws_by[forest.root(row.terms[0][0])].append(row)
    for root, together in facts_by.items():
        yield Component(tuple(together), tuple(laws_by[root]))


def families(facts: Iterable[Fact], folder: Folder) -> list[tuple[Fact, ...]]:
    """The facts that would touch each other if all figures came from one book, or stood in each other's place: what a change can reach."""
    blind = {
        fact: replace(
            fact, quantity=_bookless(fact.quantity), base=None if fact.base is None else _bookless(fact.base)
        )
        for fact in facts
    }
    sighted: dict[Fact, list[Fact]] = defaultdict(list)
    for fact, without in blind.items():
        sighted[without].append(fact)
    forest, together = Forest(), dict[object, list[Fact]]()
    found = components(sighted, folder)
    for component in found:
        forest.join([_anywhere(quantity) for fact in component.facts for quantity in fact.quantities])
    for component in found:
        root = forest.root(_anywhere(component.facts[0].quantity))
        together.setdefault(root, []).extend(fact for one in component.facts for fact in sighted[one])
    return [tuple(sorted(family, key=lambda fact: fact.order)) for family in together.values()]


def _anywhere(quantity: Quantity) -> Quantity:
    """A quantity wherever, whenever and in whichever scope: figures of it may stand in each other's place."""
    return quantity._replace(area="", partner="", scope="", period=Period.year(1))


def _bookless(quantity: Quantity) -> Quantity:
    return quantity._replace(authority="", vintage="")
