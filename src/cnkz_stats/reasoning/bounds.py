"""Tightest ranges: of every quantity, published or not, and of ratios of two, with the facts that bind them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.survey import End, Expression, Survey
from cnkz_stats.reasoning.system import Component, components, group

_COUNTED_IN = Quantity("", "", "", "", Period.year(1), "", "", "")
"""The unknown that all amounts are multiplied by while a base is counted as 1."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The tightest range that rows imply, and the rows that each end follows from."""

    range: Interval
    below: tuple[Constraint, ...]
    above: tuple[Constraint, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The facts that bind."""
        binding = {row.origin for row in (*self.below, *self.above) if isinstance(row.origin, Fact)}
        return tuple(sorted(binding, key=lambda fact: fact.order))


@dataclass(frozen=True, slots=True)
class QuantityBounds:
    """The bounds of a quantity."""

    quantity: Quantity
    bounds: Bounds


def bounds_of(survey: Survey, expression: Expression) -> Bounds:
    """The tightest range of a linear expression.

    Raises GaveUpError if the solver does not answer in time.
    """
    above = survey.upper(expression)
    below = survey.upper({quantity: -value for quantity, value in expression.items()})
    return Bounds(_interval(below, above), below.rows, above.rows)


def ratio_bounds(
    x: Quantity, base: Quantity, rows: Sequence[Constraint], *, until: float | None = None
) -> Bounds | None:
    """The tightest range of `x / base`, exactly, or `None` if the rows contradict each other.

    By homogenising: every amount is multiplied by a positive unknown and `base` is set to its size.
    """
    by_definition = Law("the base counts as what it is about")
    size = _size_of(base, rows)
    unit = [
        Constraint(((base, ONE),), size, strict=False, origin=by_definition),
        Constraint(((base, -ONE),), -size, strict=False, origin=by_definition),
        Constraint(((_COUNTED_IN, -ONE),), ZERO, strict=True, origin=by_definition),
        Constraint(((x, ZERO),), ZERO, strict=False, origin=by_definition),
    ]
    changed = {_homogeneous(row): row for row in rows}
    survey = Survey([*changed, *unit], until=until)
    if not survey.feasible:
        return None
    found = bounds_of(survey, {x: ONE})
    below, above = (
        tuple(changed[row] for row in ends if row in changed) for ends in (found.below, found.above)
    )
    return Bounds(found.range.scaled(1 / size), below, above)


def _size_of(quantity: Quantity, rows: Sequence[Constraint]) -> Fraction:
    """About how much there is of something, by a row that speaks of it alone; for want of any, 1."""
    ends = (row.bound / row.terms[0][1] for row in rows if [one for one, _ in row.terms] == [quantity])
    return next((end for end in ends if end > 0), ONE)


def _homogeneous(row: Constraint) -> Constraint:
    return replace(row, terms=(*row.terms, (_COUNTED_IN, -row.bound)), bound=ZERO) if row.bound else row


def _interval(below: End, above: End) -> Interval:
    lo = None if below.value is None else -below.value
    return Interval(lo, above.value, below.is_open, above.is_open)


def all_bounds(facts: Sequence[Fact], folder: Folder, *, until: float | None = None) -> list[QuantityBounds]:
    """The bounds of every quantity that facts or laws speak of, sorted; contradictory components have none."""
    found = [one for component in components(facts, folder) for one in _component_bounds(component, until)]
    return sorted(found, key=lambda one: one.quantity)


def _component_bounds(component: Component, until: float | None) -> Iterator[QuantityBounds]:
    rows = rows_of(component)
    survey = Survey(rows, until=until)
    if survey.feasible:
        for quantity in sorted({quantity for row in rows for quantity, _ in row.terms}):
            yield QuantityBounds(quantity, bounds_of(survey, {quantity: ONE}))


def rows_of(component: Component) -> tuple[Constraint, ...]:
    """All rows of a component: of its facts and its laws."""
    return (*(row for fact in component.facts for row in group(fact)), *component.laws)
