"""What the parts of one book add up to where nobody prints the sum: turnover from exports and imports."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Identity
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import NAMED, Term, parse_side
from cnkz_stats.ledger.quantity import Quantity, canonical


@dataclass(frozen=True, slots=True)
class Sum:
    """A quantity, the range that follows from its parts, and those."""

    quantity: Quantity
    range: Interval
    parts: tuple[Quantity, ...]


def sums(levels: Mapping[Quantity, Interval], folder: Folder) -> Iterator[Sum]:
    """Each whole of an identity all of whose parts are known, in one book and edition."""
    for identity in folder.identities:
        left, right = parse_side(identity.left), parse_side(identity.right)
        if _adds_up(identity, left, right):
            found = {_sum(left[0], right, context, levels, folder) for context in _contexts(levels, right)}
            yield from sorted((one for one in found if one is not None), key=lambda one: one.quantity)


def _adds_up(identity: Identity, left: tuple[Term, ...], right: tuple[Term, ...]) -> bool:
    return (
        identity.relation == "="
        and len(left) == 1
        and left[0].coefficient == 1
        and all(term.coefficient > 0 for term in right)
        and NAMED not in {term.series for term in (*left, *right)}
    )


def _contexts(levels: Mapping[Quantity, Interval], right: tuple[Term, ...]) -> Iterator[Quantity]:
    """Where the first part is known; both ways round, since imports are told as the exports of the other side."""
    names = {right[0].series, right[0].series.replace("imports", "exports")}
    for quantity in levels:
        if quantity.series in names:
            yield quantity
            if quantity.partner:
                yield quantity._replace(area=quantity.partner, partner=quantity.area)


def _sum(
    whole: Term,
    terms: tuple[Term, ...],
    context: Quantity,
    levels: Mapping[Quantity, Interval],
    folder: Folder,
) -> Sum | None:
    factors = {_named(term, context, folder): term.coefficient for term in terms}
    quantity = _named(whole, context, folder)
    if len(factors) < len(terms) or quantity in factors or not factors.keys() <= levels.keys():
        return None
    parts = tuple(sorted(factors))
    low = _total([(levels[part].lo, factors[part]) for part in parts])
    high = _total([(levels[part].hi, factors[part]) for part in parts])
    return Sum(quantity, Interval(low, high), parts)


def _total(ends: list[tuple[Fraction | None, Fraction]]) -> Fraction | None:
    total = Fraction(0)
    for end, factor in ends:
        if end is None:
            return None
        total += end * factor
    return total


def _named(term: Term, context: Quantity, folder: Folder) -> Quantity:
    columns: dict[str, Any] = {"series": term.series, **term.where}
    return canonical(context._replace(**columns), folder.series)
