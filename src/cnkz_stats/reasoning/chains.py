"""A certificate as a chain of calculations, seen from one quantity."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.display import scale_of
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import Certificate
from cnkz_stats.reasoning.constraints import ZERO, Constraint
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.row_text import Namer, number_text


@dataclass(frozen=True, slots=True)
class _Step:
    """A bound that rows force on a quantity, and the calculation that gives it."""

    value: Fraction
    formula: str
    lines: tuple[str, ...]


def best_chain(certificate: Certificate, name: Namer) -> list[str] | None:
    """The shortest calculation that puts one quantity above what is allowed, over all quantities; `None` if none is a chain."""
    chains = [
        chain
        for quantity in dict.fromkeys(quantity for row in certificate.rows for quantity, _ in row.terms)
        if (chain := Chain(certificate, quantity, name).lines()) is not None
    ]
    return min(
        chains, key=lambda lines: (sum("…" in line for line in lines), sum(map(len, lines))), default=None
    )


class Chain:
    """The calculation seen from one quantity: the rest of the rows forces a lower and an upper bound on it.

    It exists if every quantity stands in two rows and there is one row more than quantities, so that the rows form a tree
    and not a ring. Where no row states an amount, the base of comparison that has to be above zero is counted as 1.
    """

    def __init__(self, certificate: Certificate, pivot: Quantity, name: Namer) -> None:
        self._pivot, self._name = pivot, name
        self._unit = self._unit_of_account(certificate)
        rows = [
            row
            for row in certificate.rows
            if not (self._unit and row.terms[0][0] == self._unit and len(row.terms) == 1)
        ]
        self._rows: dict[Quantity, list[Constraint]] = defaultdict(list)
        for row in rows:
            for quantity, _ in row.terms:
                self._rows[quantity].append(row)
        amounts = [row.bound for row in rows]
        self._scale, self._scale_name = (1, "") if self._unit else scale_of(*amounts)

    @staticmethod
    def _unit_of_account(certificate: Certificate) -> Quantity | None:
        if any(row.bound for row in certificate.rows):
            return None
        strict = [row for row in certificate.rows if row.strict and len(row.terms) == 1]
        return strict[0].terms[0][0] if len(strict) == 1 else None

    def lines(self) -> list[str] | None:
        """The calculation that puts the pivot above what is allowed; `None` if the rows are no chain."""
        if not self._is_chain():
            return None
        low, high = sorted(self._rows[self._pivot], key=lambda row: dict(row.terms)[self._pivot])
        below, above = self._bound(low, self._pivot), self._bound(high, self._pivot)
        sign = "≥" if below.value == above.value else ">"
        return [*below.lines, *above.lines, self._verdict(below, above, sign)]

    def bound_lines(self, beyond: Constraint) -> list[str]:
        """The calculation of the bound that all rows but one put on the pivot; nothing if it is no chain or has no steps."""
        if not self._is_chain():
            return []
        (row,) = (other for other in self._rows[self._pivot] if other is not beyond)
        step = self._bound(row, self._pivot)
        if len(row.terms) == 1:
            return []
        side = "at most" if dict(row.terms)[self._pivot] > 0 else "at least"
        return [*step.lines, f"so {self._name(self._pivot)} is {side} {step.formula} ({self._measure()})"]

    def _is_chain(self) -> bool:
        if self._pivot == self._unit or len(self._rows[self._pivot]) != 2:
            return False
        links = [rows for quantity, rows in self._rows.items() if quantity != self._unit]
        linked = {id(row) for rows in links for row in rows}
        return all(len(rows) == 2 for rows in links) and len(linked) == len(links) + 1

    def _verdict(self, below: _Step, above: _Step, sign: str) -> str:
        apart = number_text((below.value - above.value) / self._scale)
        measure = self._measure()
        text = f"so {self._name(self._pivot)} would have to be at least {below.formula} {sign} {_flipped(above.formula)}"
        return (
            f"{text} ({measure}), which is impossible: {apart} apart"
            if below.value != above.value
            else (f"{text} ({measure}), which is impossible: they only touch at an end that is not included")
        )

    def _measure(self) -> str:
        if self._unit:
            return f"{self._name(self._unit)} taken as 1"
        return " ".join(filter(None, (self._scale_name, self._pivot.unit)))

    def _bound(self, row: Constraint, quantity: Quantity) -> _Step:
        """The bound that a row forces on one of its quantities, once the bounds of the others are known."""
        coefficient = dict(row.terms)[quantity]
        others = [(other, value) for other, value in row.terms if other != quantity]
        steps = [self._known(row, other) for other, _ in others]
        total = row.bound - sum(
            (value * step.value for (_, value), step in zip(others, steps, strict=True)), ZERO
        )
        value = total / coefficient
        lines = tuple(line for step in steps for line in step.lines)
        number = number_text(value / self._scale)
        calculation = self._calculation(row, coefficient, others, steps) if others else number
        return _Step(value, number if calculation == number else f"{calculation} = {number}", lines)

    def _known(self, row: Constraint, quantity: Quantity) -> _Step:
        if quantity == self._unit:
            return _Step(Fraction(1), "1", ())
        (next_row,) = (other for other in self._rows[quantity] if other is not row)
        step = self._bound(next_row, quantity)
        if len(next_row.terms) == 1:
            return step
        coefficient = dict(next_row.terms)[quantity]
        side = "at most" if coefficient > 0 else "at least"
        line = f"so {self._name(quantity)} is {side} {step.formula} ({self._measure()})"
        return _Step(step.value, number_text(step.value / self._scale), (*step.lines, line))

    def _calculation(
        self,
        row: Constraint,
        coefficient: Fraction,
        others: Sequence[tuple[Quantity, Fraction]],
        steps: Sequence[_Step],
    ) -> str:
        numbers = [number_text(step.value / self._scale) for step in steps]
        if len(others) == 1 and not row.bound:
            factor = -others[0][1] / coefficient
            if isinstance(row.origin, Fact) and others[0][0] == row.origin.quantity:
                return f"{numbers[0]} / {number_text(1 / factor)}"
            return numbers[0] if factor == 1 else f"{number_text(factor)} × {numbers[0]}"
        parts = [(number_text(row.bound / coefficient / self._scale), Fraction(1))] if row.bound else []
        parts += [(number, -value / coefficient) for (_, value), number in zip(others, numbers, strict=True)]
        parts.sort(key=lambda part: part[1] < 0)
        return " ".join(
            f"{'−' if factor < 0 else '+'} {number if abs(factor) == 1 else f'{number_text(abs(factor))} × {number}'}"
            for number, factor in parts
        ).removeprefix("+ ")


def _flipped(formula: str) -> str:
    """`a × b = c` read from the right: `c = a × b`."""
    calculation, equals, value = formula.rpartition(" = ")
    return f"{value} = {calculation}" if equals else formula
