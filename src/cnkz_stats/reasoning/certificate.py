"""Certificates: why rows cannot all hold, found by elimination and checked by adding up. Shares nothing with the judge."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint

_Key = TypeVar("_Key")


@dataclass(frozen=True, slots=True)
class Certificate:
    """Rows times positive weights add up to `0 ≤ -gap`, or with a strict row to `0 < 0` (Farkas' lemma)."""

    rows: tuple[Constraint, ...]
    weights: tuple[Fraction, ...]

    @property
    def gap(self) -> Fraction:
        """By how much the sum of the bounds falls short of zero, in the unit of the bounds."""
        return -sum(
            (weight * row.bound for row, weight in zip(self.rows, self.weights, strict=True)), Fraction(0)
        )

    def holds(self) -> bool:
        """Recomputes the sum: all quantities cancel and the bound is impossible."""
        if not self.rows or any(weight <= 0 for weight in self.weights):
            return False
        total: dict[Quantity, Fraction] = defaultdict(Fraction)
        for row, weight in zip(self.rows, self.weights, strict=True):
            for quantity, coefficient in row.terms:
                total[quantity] += weight * coefficient
        strict = any(row.strict for row in self.rows)
        return not any(total.values()) and (self.gap > 0 or (strict and self.gap == 0))


def certify(rows: Sequence[Constraint]) -> Certificate | None:
    """The certificate of rows none of which can be spared, or `None` if they are not such rows.

    In a minimal contradictory system the weights are unique up to scale: they solve `weights · coefficients = 0`.
    """
    weights = _dependency(rows)
    if weights is None:
        return None
    certificate = Certificate(tuple(rows), tuple(weights))
    return certificate if certificate.holds() else None


def _dependency(rows: Sequence[Constraint]) -> list[Fraction] | None:
    """The one linear dependency between the rows' left sides, by Gauss elimination; `None` if there is none or more.

    The row that completes it counts once, so if all weights have one sign they are positive.
    """
    remaining = [dict(row.terms) for row in rows]
    combined = [{index: Fraction(1)} for index in range(len(rows))]
    pending = list(range(len(rows)))
    dependencies = []
    while pending:
        index = pending.pop(0)
        row = {quantity: value for quantity, value in remaining[index].items() if value}
        if not row:
            dependencies.append(combined[index])
            continue
        pivot, value = next(iter(row.items()))
        for other in pending:
            factor = remaining[other].get(pivot, Fraction(0)) / value
            if factor:
                _subtract(remaining[other], row, factor)
                _subtract(combined[other], combined[index], factor)
    if len(dependencies) != 1:
        return None
    return [dependencies[0].get(index, Fraction(0)) for index in range(len(rows))]


def _subtract(target: dict[_Key, Fraction], other: dict[_Key, Fraction], factor: Fraction) -> None:
    for key, value in other.items():
        target[key] = target.get(key, Fraction(0)) - factor * value
