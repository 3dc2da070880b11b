"""Two countries' books of one flow: nothing makes them agree, but they are not worlds apart either."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import combinations

from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.authorities import is_of_a_side
from cnkz_stats.reasoning.changes import WORLDS_APART, bookless
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.docket import Between
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.laws import Laws

_LAW = Law("two countries' books of one flow differ less than eight times", ground="by all experience")


def with_mirrors(laws: Laws, folder: Folder) -> Between:
    """The laws, and beside them how far two countries' books can be from each other."""

    def between(quantities: Iterable[Quantity]) -> Iterator[Constraint]:
        spoken = list(dict.fromkeys(quantities))
        yield from laws.between(spoken)
        yield from _mirror_rows(spoken, folder)

    return between


def _mirror_rows(quantities: Iterable[Quantity], folder: Folder) -> Iterator[Constraint]:
    alike: dict[Quantity, list[Quantity]] = defaultdict(list)
    for quantity in quantities:
        if _is_mirrored(quantity, folder):
            alike[bookless(quantity)].append(quantity)
    for books in alike.values():
        for pair in combinations(sorted(books), 2):
            if _of_two_sides(*pair, folder):
                for one, other in (pair, pair[::-1]):
                    yield Constraint(
                        ((one, ONE), (other, -Fraction(WORLDS_APART))), ZERO, strict=False, origin=_LAW
                    )


def worlds_apart(facts: Iterable[Fact], folder: Folder) -> Iterator[Sequence[Fact]]:
    """The levels of one flow in the books of both sides, where any two miss each other by more than such books do."""
    alike: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.base is None and _is_mirrored(fact.quantity, folder):
            alike[bookless(fact.quantity)].append(fact)
    for levels in alike.values():
        if any(
            _exceeds(one, other) and _of_two_sides(one.quantity, other.quantity, folder)
            for one in levels
            for other in levels
        ):
            yield levels


def _exceeds(one: Fact, other: Fact) -> bool:
    return (
        one.range.lo is not None
        and other.range.hi is not None
        and one.range.lo > WORLDS_APART * other.range.hi
    )


def _is_mirrored(quantity: Quantity, folder: Folder) -> bool:
    """Whether both sides count it: trade in money, unlike tonnes, trains or people."""
    definition = folder.series[quantity.series]
    is_flow = not definition.stock and not definition.may_be_negative
    return bool(quantity.authority) and quantity.unit in CURRENCIES and is_flow


def _of_two_sides(one: Quantity, other: Quantity, folder: Folder) -> bool:
    areas = {folder.authorities[quantity.authority].area for quantity in (one, other)}
    sides = all(is_of_a_side(each.authority, one.area, one.partner, folder) for each in (one, other))
    return len(areas) > 1 and sides
