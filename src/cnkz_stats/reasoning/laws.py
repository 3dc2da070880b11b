"""Laws: what holds between quantities without any source saying it, as rows that are reasons and never blamed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Identity
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import Term
from cnkz_stats.ledger.quantity import Quantity, canonical
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.register import terms_of


def laws(quantities: Iterable[Quantity], folder: Folder) -> Iterator[Constraint]:
    """What holds between these quantities without any source saying it."""
    spoken = frozenset(quantities)
    joined = [*_areas(spoken, folder), *_periods(spoken, folder), *_identities(spoken, folder)]
    yield from _not_negative(spoken.union(quantity for row in joined for quantity, _ in row.terms), folder)
    yield from joined


def _not_negative(known: Iterable[Quantity], folder: Folder) -> Iterator[Constraint]:
    law = Law("it cannot be negative")
    for quantity in sorted(known):
        if not folder.series[quantity.series].may_be_negative:
            yield Constraint(((quantity, -ONE),), ZERO, strict=False, origin=law)


def _areas(spoken: frozenset[Quantity], folder: Folder) -> Iterator[Constraint]:
    """A province (CN-XJ) is part of its country (CN), as area and as partner."""
    for part in sorted(spoken):
        if folder.series[part.series].may_be_negative:
            continue
        for field in ("area", "partner"):
            code = getattr(part, field)
            country = code.partition("-")[0]
            if country != code:
                other = part.partner if field == "area" else part.area
                wholes = {replace(part, **{field: country})}
                if folder.series[part.series].symmetric:
                    low, high = sorted((country, other))
                    wholes = {replace(part, area=low, partner=high)}
                for whole in wholes & spoken:
                    yield _part_of(part, whole, f"{code} is part of {country}")


def _part_of(part: Quantity, whole: Quantity, why: str) -> Constraint:
    return Constraint(((part, ONE), (whole, -ONE)), ZERO, strict=False, origin=Law(why))


def _periods(spoken: frozenset[Quantity], folder: Folder) -> Iterator[Constraint]:
    """Months lie in their year, and what tiles a period adds up to it; for flows that cannot be negative."""
    alike: dict[Quantity, list[Period]] = defaultdict(list)
    anytime = Period.year(1)
    for quantity in sorted(spoken):
        definition = folder.series[quantity.series]
        if not definition.stock and not definition.may_be_negative:
            alike[replace(quantity, period=anytime)].append(quantity.period)
    for quantity, periods in alike.items():
        if len(periods) > 1:
            for parts, whole in part_periods(periods):
                yield from _sum_of(
                    [(replace(quantity, period=part), ONE) for part in parts.periods],
                    replace(quantity, period=whole),
                    relation="=" if parts.tile else "<=",
                    why=" and ".join(map(str, parts.periods))
                    + (" make up " if parts.tile else " lies in ")
                    + str(whole),
                )


@dataclass(frozen=True, slots=True)
class Parts:
    """Periods inside a whole; `tile` if nothing of it is left out."""

    periods: tuple[Period, ...]
    tile: bool


def part_periods(periods: Iterable[Period]) -> Iterator[tuple[Parts, Period]]:
    """For each period the next smaller ones inside it, each pair that tiles it, and its finest tiling."""
    ordered = sorted(set(periods), key=lambda period: (period.first, -period.last.toordinal()))
    for whole in ordered:
        inside = [period for period in ordered if period in whole and period != whole]
        for part in inside:
            if not any(part in other and part != other for other in inside):
                yield Parts((part,), tile=False), whole
        tilings: set[tuple[Period, ...]] = {
            (left, right)
            for left in inside
            for right in inside
            if _meet(left, right) and _fill(whole, (left, right))
        }
        finest = _finest_tiling(inside, whole)
        if finest:
            tilings.add(finest)
        for tiling in sorted(tilings):
            yield Parts(tiling, tile=True), whole


def _meet(left: Period, right: Period) -> bool:
    return right.first.toordinal() == left.last.toordinal() + 1


def _fill(whole: Period, parts: tuple[Period, ...]) -> bool:
    return parts[0].first == whole.first and parts[-1].last == whole.last


def _finest_tiling(inside: list[Period], whole: Period) -> tuple[Period, ...]:
    """The tiling with the most parts, or nothing."""
    best: dict[int, tuple[Period, ...]] = {whole.first.toordinal(): ()}
    for part in sorted(inside):
        start, end = part.first.toordinal(), part.last.toordinal() + 1
        if start in best and len(best[start]) + 1 > len(best.get(end, ())):
            best[end] = (*best[start], part)
    return best.get(whole.last.toordinal() + 1, ())


def _sum_of(
    parts: list[tuple[Quantity, Fraction]], whole: Quantity, *, relation: str, why: str
) -> Iterator[Constraint]:
    law = Law(why)
    up = (*parts, (whole, -ONE))
    yield Constraint(up, ZERO, strict=False, origin=law)
    if relation == "=":
        down = tuple((quantity, -coefficient) for quantity, coefficient in up)
        yield Constraint(down, ZERO, strict=False, origin=law)


def _identities(spoken: frozenset[Quantity], folder: Folder) -> Iterator[Constraint]:
    """Each identity once for every context in which two of its terms are spoken of."""
    for identity in folder.identities:
        terms = terms_of(identity, folder)
        seen: set[frozenset[tuple[Quantity, Fraction]]] = set()
        for context in _contexts(spoken, terms):
            if _names_itself(terms, context):
                continue
            row = _instance(terms, context, folder)
            if len(spoken & row.keys()) >= 2 and frozenset(row.items()) not in seen:
                seen.add(frozenset(row.items()))
                yield from _relation(row, identity)


def _contexts(spoken: frozenset[Quantity], terms: Sequence[Term]) -> Iterator[Quantity]:
    """Quantities whose area, partner, scope, period, unit and book an identity may hold for; both ways round."""
    about = {term.series for term in terms}
    swapped = {name.replace("imports", "exports") for name in about}
    for quantity in sorted(spoken):
        if quantity.series in about | swapped:
            yield quantity
            if quantity.partner:
                yield replace(quantity, area=quantity.partner, partner=quantity.area)


def _names_itself(terms: Sequence[Term], context: Quantity) -> bool:
    """Whether a term that fixes columns fixes them as the context has them while another leaves them open.

    `whole = whole[scope=a] + whole[scope=b]` holds for the whole, not for the context of scope a.
    """
    fixed = {column for term in terms for column in term.where}
    return any(
        term.where and all(getattr(context, column) == value for column, value in term.where.items())
        for term in terms
    ) and any(fixed - term.where.keys() for term in terms)


def _instance(terms: Sequence[Term], context: Quantity, folder: Folder) -> dict[Quantity, Fraction]:
    """The identity about one context, all on the left side."""
    own_unit = context.unit == folder.series[context.series].unit
    row: dict[Quantity, Fraction] = defaultdict(Fraction)
    for term in terms:
        unit = folder.series[term.series].unit if own_unit else context.unit
        columns: dict[str, Any] = {"series": term.series, "unit": unit, **term.where}
        named = replace(context, **columns)
        row[canonical(named, folder.series)] += term.coefficient
    return {quantity: coefficient for quantity, coefficient in row.items() if coefficient}


def _relation(row: Mapping[Quantity, Fraction], identity: Identity) -> Iterator[Constraint]:
    law = Law(identity.why)
    yield Constraint(tuple(row.items()), ZERO, strict=False, origin=law)
    if identity.relation == "=":
        negated = tuple((quantity, -coefficient) for quantity, coefficient in row.items())
        yield Constraint(negated, ZERO, strict=False, origin=law)
