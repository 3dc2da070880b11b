"""What a claim is about: one unknown number, named in one way only."""

from collections.abc import Mapping
from typing import NamedTuple

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim, Series


class Quantity(NamedTuple):
    """A series for an area and a partner, in a scope, over a period, in a unit, by somebody's books of some vintage.

    A tuple, since quantities are compared and looked up far more often than anything else.
    """

    series: str
    area: str
    partner: str
    scope: str
    period: Period
    unit: str
    authority: str
    vintage: str

    @property
    def book(self) -> tuple[str, str]:
        """Whose count it is, and of which edition."""
        return self.authority, self.vintage


def canonical(quantity: Quantity, series: Mapping[str, Series]) -> Quantity:
    """The one name of a quantity: imports of A from B are exports of B to A, a symmetric pair stands in alphabetical order.

    Whose books they are is not part of the swap: `area` and `partner` never say who counted.
    """
    if not quantity.partner:
        return quantity
    swapped = quantity._replace(area=quantity.partner, partner=quantity.area)
    if "imports" in quantity.series and (twin := other_flow(quantity.series, series)):
        return swapped._replace(series=twin)
    definition = series.get(quantity.series)
    return min(quantity, swapped) if definition is not None and definition.symmetric else quantity


def other_flow(code: str, series: Mapping[str, Series]) -> str:
    """The series of what goes the other way, where there is one: imports for exports, exports for imports."""
    flow, other = ("imports", "exports") if "imports" in code else ("exports", "imports")
    twin = code.replace(flow, other)
    return twin if twin != code and twin in series else ""


def quantity_of(claim: Claim, period: Period, series: Mapping[str, Series], *, authority: str) -> Quantity:
    """The quantity that a claim is about in a period, by the books of `authority`."""
    named = Quantity(
        claim.series, claim.area, claim.partner, claim.scope, period, claim.unit, authority, claim.vintage
    )
    return canonical(named, series)


def whole_of(claim: Claim, period: Period, series: Mapping[str, Series], *, authority: str) -> Quantity:
    """The whole that a share is a part of: the claim's quantity with what its base column changes."""
    fields = {"series": claim.series, "area": claim.area, "partner": claim.partner, "scope": claim.scope}
    fields |= claim.whole
    named = Quantity(**fields, period=period, unit=claim.unit, authority=authority, vintage=claim.vintage)
    return canonical(named, series)
