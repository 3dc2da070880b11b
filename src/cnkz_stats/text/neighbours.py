"""The claims of a folder that have to do with a figure of a text: the nearest ones, in whichever books."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity, quantity_of, whole_of
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import UNSTATED, claim_range, constrains

_RINGS, _ENOUGH = 2, 60
"""Claims on a figure's quantities and on what those are compared with are heard all; others as long as there are few."""
_WORD = later(r"[a-z_]+")


Shelf = Mapping[Quantity, list[Claim]]


def shelf_of(folder: Folder) -> Shelf:
    """The claims of a folder by what they speak of, in nobody's books."""
    shelf: dict[Quantity, list[Claim]] = defaultdict(list)
    for claim in folder.claims:
        if constrains(claim):
            for quantity in set(_quantities(claim, folder)):
                shelf[quantity].append(claim)
    return shelf


def may_be_stated(claim: Claim, folder: Folder, shelf: Shelf) -> bool:
    """Whether a claim on what a claim is about has a number that may be the same, so that it is worth a hearing."""
    quantity = quantity_of(claim, claim.periods[0], folder.series, authority=UNSTATED)
    alike = shelf.get(quantity._replace(vintage=""), ())
    mine = claim_range(claim)
    return any(one.statement is claim.statement and claim_range(one).meets(mine) for one in alike)


def near(claim: Claim, folder: Folder, shelf: Shelf) -> Folder:
    """The folder with only the claims nearest to one: on its quantities, on what those are compared with, and so on."""
    ring = set(_quantities(claim, folder))
    chosen = {one.id: one for quantity in _siblings(ring, shelf, folder) for one in shelf[quantity]}
    seen: set[Quantity] = set()
    rings = 0
    while ring and (rings < _RINGS or len(chosen) < _ENOUGH):
        rings += 1
        found = {other.id: other for quantity in ring for other in shelf.get(quantity, ())}
        seen |= ring
        ring = {quantity for one in found.values() for quantity in _quantities(one, folder)} - seen
        chosen |= found
    kept = tuple(one for one in folder.claims if one.id in chosen)
    return replace(folder, claims=kept, known=(), projects={})


def _quantities(claim: Claim, folder: Folder) -> Iterator[Quantity]:
    """What a claim speaks of, in nobody's books, by any of its readings."""
    for quantity in _editions(claim, folder):
        yield quantity._replace(vintage="")


def _editions(claim: Claim, folder: Folder) -> Iterator[Quantity]:
    for period in claim.periods:
        yield quantity_of(claim, period, folder.series, authority=UNSTATED)
        if claim.statement is Statement.SHARE:
            yield whole_of(claim, period, folder.series, authority=UNSTATED)
        elif claim.statement.compares:
            for base in _bases(claim, period):
                yield quantity_of(claim, base, folder.series, authority=UNSTATED)


def _bases(claim: Claim, period: Period) -> tuple[Period, ...]:
    return claim.bases or (period.year_earlier(),)


def _siblings(ring: Iterable[Quantity], shelf: Shelf, folder: Folder) -> Iterator[Quantity]:
    """What definitions bring together with quantities: exports and imports with a turnover, months with their year."""
    together = [set(_WORD.findall(f"{one.left} {one.right}")) for one in folder.identities]
    alike: dict[object, list[Quantity]] = defaultdict(list)
    for quantity in shelf:
        alike[_sides(quantity)].append(quantity)
    for quantity in ring:
        for other in alike.get(_sides(quantity), ()):
            one, two = quantity.period, other.period
            if quantity.series == other.series:
                if one in two or two in one:
                    yield other
            elif one == two and any({quantity.series, other.series} <= names for names in together):
                yield other


def _sides(quantity: Quantity) -> object:
    return frozenset({quantity.area, quantity.partner}), quantity.scope, quantity.unit
