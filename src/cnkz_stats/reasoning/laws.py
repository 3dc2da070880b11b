"""Laws: what holds between quantities without any source saying it, as rows that are reasons and never blamed."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, KeysView, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import combinations
from typing import Any

from cnkz_stats.figures.display import decimal, range_text
from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Identity
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import Term
from cnkz_stats.ledger.quantity import Quantity, canonical
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.rates import NAMES, SINGLE, rates_of
from cnkz_stats.reasoning.register import terms_of
from cnkz_stats.reasoning.tiling import part_periods


def laws(quantities: Iterable[Quantity], folder: Folder) -> Iterator[Constraint]:
    """What holds between these quantities without any source saying it."""
    return Laws(folder).between(quantities)


@dataclass(frozen=True, slots=True, eq=False)
class _Instance:
    """An identity about one context: the quantities it relates, and the rows that say so."""

    quantities: frozenset[Quantity]
    rows: tuple[Constraint, ...]


class Laws:
    """The laws of a folder; what they say of a quantity is worked out once."""

    def __init__(self, folder: Folder) -> None:
        self._folder = folder
        self._identities: dict[str, list[tuple[Identity, tuple[Term, ...]]]] = defaultdict(list)
        for identity in folder.identities:
            terms = terms_of(identity, folder)
            for series in _told_as(terms):
                self._identities[series].append((identity, terms))
        self._instances: dict[tuple[str, frozenset[tuple[Quantity, Fraction]]], _Instance] = {}
        self._instances_of = cache(lambda quantity: tuple(self._instances_about(quantity)))
        self._wholes_of = cache(lambda quantity: tuple(_wholes(quantity, folder)))
        self._not_negative = cache(lambda quantity: _not_negative(quantity, folder))
        self._flow_of = cache(lambda quantity: _flow(quantity, folder))
        self._exchanged = cache(lambda one, other: tuple(_exchange(one, other, folder)))
        self._parts_of = cache(lambda flow, periods: tuple(_sums(flow, periods)))

    def between(self, quantities: Iterable[Quantity]) -> Iterator[Constraint]:
        """What holds between these quantities without any source saying it."""
        spoken = dict.fromkeys(quantities)
        joined = [
            *self._areas(spoken),
            *self._periods(spoken),
            *self._monies(spoken),
            *self._identical(spoken.keys()),
        ]
        known = spoken | dict.fromkeys(quantity for row in joined for quantity, _ in row.terms)
        for quantity in known:
            yield from self._not_negative(quantity)
        yield from joined

    def _areas(self, spoken: Mapping[Quantity, None]) -> Iterator[Constraint]:
        for part in spoken:
            for whole, row in self._wholes_of(part):
                if whole in spoken:
                    yield row

    def _periods(self, spoken: Iterable[Quantity]) -> Iterator[Constraint]:
        """Months lie in their year, and what tiles a period adds up to it; for flows that cannot be negative."""
        alike: dict[Quantity, list[Period]] = defaultdict(list)
        for quantity in spoken:
            flow = self._flow_of(quantity)
            if flow is not None:
                alike[flow].append(quantity.period)
        for flow, periods in alike.items():
            if len(periods) > 1:
                yield from self._parts_of(flow, frozenset(periods))

    def _monies(self, spoken: Iterable[Quantity]) -> Iterator[Constraint]:
        """One amount in two currencies: the rate joins them."""
        alike: dict[Quantity, list[Quantity]] = defaultdict(list)
        for quantity in spoken:
            if quantity.unit in CURRENCIES:
                alike[quantity._replace(unit="")].append(quantity)
        for told in alike.values():
            # The dollar comes last.
            for one, other in combinations(sorted(told, key=lambda quantity: quantity.unit), 2):
                yield from self._exchanged(one, other)

    def _identical(self, spoken: KeysView[Quantity]) -> Iterator[Constraint]:
        """Each identity once for every context in which two of its terms are spoken of."""
        found = dict.fromkeys(one for quantity in spoken for one in self._instances_of(quantity))
        for instance in found:
            if len(instance.quantities & spoken) >= 2:
                yield from instance.rows

    def _instances_about(self, quantity: Quantity) -> Iterator[_Instance]:
        """The identities in the contexts that a quantity gives, each context once whoever gives it."""
        for identity, terms in self._identities.get(quantity.series, ()):
            for context in _contexts(quantity):
                if not _names_itself(terms, context):
                    row = _instance(terms, context, self._folder)
                    name = identity.id, frozenset(row.items())
                    if name not in self._instances:
                        self._instances[name] = _Instance(frozenset(row), tuple(_relation(row, identity)))
                    yield self._instances[name]


def _not_negative(quantity: Quantity, folder: Folder) -> tuple[Constraint, ...]:
    if folder.series[quantity.series].may_be_negative:
        return ()
    return (Constraint(((quantity, -ONE),), ZERO, strict=False, origin=Law("it cannot be negative")),)


def _wholes(part: Quantity, folder: Folder) -> Iterator[tuple[Quantity, Constraint]]:
    """A province (CN-XJ) is part of its country (CN), as area and as partner."""
    for field in ("area", "partner"):
        code = getattr(part, field)
        country = code.partition("-")[0]
        if country != code and not folder.series[part.series].may_be_negative:
            other = part.partner if field == "area" else part.area
            whole = part._replace(**{field: country})
            if folder.series[part.series].symmetric:
                low, high = sorted((country, other))
                whole = part._replace(area=low, partner=high)
            yield whole, _part_of(part, whole, f"{code} is part of {country}")


def _exchange(one: Quantity, other: Quantity, folder: Folder) -> Iterator[Constraint]:
    """A flow in a currency and in another one, at a rate of that time; of what may be negative, nothing is said."""
    price = rates_of(folder).price(one.unit, other.unit, one.period)
    if price is None or price.lo is None or price.hi is None or folder.series[one.series].may_be_negative:
        return
    low, high = (Fraction(decimal(end, up=up, digits=4)) for end, up in ((price.lo, False), (price.hi, True)))
    cost = f"{SINGLE[other.unit]} cost {range_text(Interval(low, high))} {NAMES[one.unit]} in {one.period}"
    law = Law(cost, ground="by the rates of the time")
    yield Constraint(((one, ONE), (other, -high)), ZERO, strict=False, origin=law)
    yield Constraint(((one, -ONE), (other, low)), ZERO, strict=False, origin=law)


def _part_of(part: Quantity, whole: Quantity, why: str) -> Constraint:
    return Constraint(((part, ONE), (whole, -ONE)), ZERO, strict=False, origin=Law(why))


def _flow(quantity: Quantity, folder: Folder) -> Quantity | None:
    """What a quantity is over any time; `None` for stocks and for what may be negative."""
    definition = folder.series[quantity.series]
    if definition.stock or definition.may_be_negative:
        return None
    return quantity._replace(period=Period.year(1))


def _sums(flow: Quantity, periods: frozenset[Period]) -> Iterator[Constraint]:
    for parts, whole in part_periods(periods):
        yield from _sum_of(
            [(flow._replace(period=part), ONE) for part in parts.periods],
            flow._replace(period=whole),
            relation="=" if parts.tile else "<=",
            why=" and ".join(map(str, parts.periods))
            + (" make up " if parts.tile else " lies in " if len(parts.periods) == 1 else " lie in ")
            + str(whole),
        )


def _sum_of(
    parts: list[tuple[Quantity, Fraction]], whole: Quantity, *, relation: str, why: str
) -> Iterator[Constraint]:
    law = Law(why)
    up = (*parts, (whole, -ONE))
    yield Constraint(up, ZERO, strict=False, origin=law)
    if relation == "=":
        down = tuple((quantity, -coefficient) for quantity, coefficient in up)
        yield Constraint(down, ZERO, strict=False, origin=law)


def _told_as(terms: Sequence[Term]) -> frozenset[str]:
    """The series of some terms; imports are also told as the exports of the other side."""
    return frozenset(
        name for term in terms for name in (term.series, term.series.replace("imports", "exports"))
    )


def _contexts(quantity: Quantity) -> Iterator[Quantity]:
    """The area, partner, scope, period, unit and book of a quantity, both ways round."""
    yield quantity
    if quantity.partner:
        yield quantity._replace(area=quantity.partner, partner=quantity.area)


def _names_itself(terms: Sequence[Term], context: Quantity) -> bool:
    """Whether a term that fixes columns fixes them as the context has them while another leaves one of them open.

    `whole = whole[scope=a] + whole[scope=b]` holds for the whole, not for the context of scope a.
    """
    return any(
        term.where
        and all(getattr(context, column) == value for column, value in term.where.items())
        and any(term.where.keys() - other.where.keys() for other in terms)
        for term in terms
    )


def _instance(terms: Sequence[Term], context: Quantity, folder: Folder) -> dict[Quantity, Fraction]:
    """The identity about one context, all on the left side."""
    own_unit = context.unit == folder.series[context.series].unit
    row: dict[Quantity, Fraction] = defaultdict(Fraction)
    for term in terms:
        unit = folder.series[term.series].unit if own_unit else context.unit
        columns: dict[str, Any] = {"series": term.series, "unit": unit, **term.where}
        named = context._replace(**columns)
        row[canonical(named, folder.series)] += term.coefficient
    return {quantity: coefficient for quantity, coefficient in row.items() if coefficient}


def _relation(row: Mapping[Quantity, Fraction], identity: Identity) -> Iterator[Constraint]:
    law = Law(identity.why)
    yield Constraint(tuple(row.items()), ZERO, strict=False, origin=law)
    if identity.relation == "=":
        negated = tuple((quantity, -coefficient) for quantity, coefficient in row.items())
        yield Constraint(negated, ZERO, strict=False, origin=law)
