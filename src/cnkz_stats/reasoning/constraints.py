"""Rows `Σ coefficient · quantity ≤ bound`: the one form that every fact and every law takes."""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import Fact

ZERO, ONE = Fraction(0), Fraction(1)


@dataclass(frozen=True, slots=True)
class Law:
    """What holds by definition or by meaning, in words: a reason, never blamed."""

    why: str
    ground: str = "by definition"


@dataclass(frozen=True)
class Constraint:
    """`Σ coefficient · quantity ≤ bound`, or `<` where strict, and the fact or law that says so."""

    terms: tuple[tuple[Quantity, Fraction], ...]
    bound: Fraction
    strict: bool
    origin: Fact | Law

    def __hash__(self) -> int:
        return hash(tuple(quantity for quantity, _ in self.terms))

    @cached_property
    def whole(self) -> tuple[tuple[tuple[Quantity, int], ...], int]:
        """Its terms and its bound in whole numbers."""
        scale = lcm(self.bound.denominator, *(coefficient.denominator for _, coefficient in self.terms))
        terms = tuple(
            (quantity, coefficient.numerator * (scale // coefficient.denominator))
            for quantity, coefficient in self.terms
        )
        return terms, self.bound.numerator * (scale // self.bound.denominator)


def fact_rows(fact: Fact) -> Iterator[Constraint]:
    """The rows of a fact as it is read now.

    Growth and multiple: `lo·base ≤ x ≤ hi·base`; an average over n years: `(1+lo)ⁿ` and `(1+hi)ⁿ`; a share likewise.
    """
    x, base, bounds = fact.quantity, fact.base, fact.range
    if base is None:
        yield from _bounded({x: ONE}, bounds, fact)
    elif fact.statement is Statement.CHANGE:
        yield from _bounded({x: ONE, base: -ONE}, bounds, fact)
    else:
        yield from _proportional(x, base, ratio_range(fact), fact)


def ratio_range(fact: Fact, stated: Interval | None = None) -> Interval:
    """The range of quantity over base that a growth, multiple or share fact states, as read now or in a range given."""
    bounds = fact.range if stated is None else stated
    if fact.statement is not Statement.GROWTH:
        return bounds
    yearly = bounds.shifted(ONE)
    return yearly if fact.years is None else power(yearly, fact.years)


def power(bounds: Interval, exponent: int) -> Interval:
    """The range of the n-th power of what is not negative (a growth factor cannot be).

    A range below zero, such as a yearly fall by 150 %, is none of a factor: it stays as it is, so that it contradicts.
    """
    if bounds.hi is not None and (bounds.hi < 0 or (bounds.hi_open and not bounds.hi)):
        return bounds
    lo = ZERO if bounds.lo is None or bounds.lo < 0 else bounds.lo
    hi = None if bounds.hi is None else bounds.hi**exponent
    return Interval(lo**exponent, hi, bounds.lo_open and lo == bounds.lo, bounds.hi_open)


def premises(fact: Fact) -> Iterator[Constraint]:
    """A base of growth, a multiple or a share is above zero: without it the claim has no meaning."""
    if fact.base is not None and fact.statement is not Statement.CHANGE:
        yield Constraint(
            ((fact.base, -ONE),), ZERO, strict=True, origin=Law("a base of comparison is above zero")
        )


def _bounded(terms: dict[Quantity, Fraction], bounds: Interval, source: Fact) -> Iterator[Constraint]:
    if bounds.hi is not None:
        yield Constraint(tuple(terms.items()), bounds.hi, bounds.hi_open, source)
    if bounds.lo is not None:
        negated = tuple((quantity, -coefficient) for quantity, coefficient in terms.items())
        yield Constraint(negated, -bounds.lo, bounds.lo_open, source)


def _proportional(x: Quantity, base: Quantity, bounds: Interval, source: Fact) -> Iterator[Constraint]:
    if bounds.hi is not None:
        yield Constraint(((x, ONE), (base, -bounds.hi)), ZERO, bounds.hi_open, source)
    if bounds.lo is not None:
        yield Constraint(((x, -ONE), (base, bounds.lo)), ZERO, bounds.lo_open, source)
