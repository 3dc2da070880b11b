"""A certificate in words: numbered lines that a reader can redo on a calculator."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.display import decimal, is_decimal, scale_of, signed
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.constraints import ZERO, Constraint, Law
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.wording import lowered

Namer = Callable[[Quantity], str]
_REFERENCE = re.compile(r"\bline (\d+) ×")


@dataclass(frozen=True, slots=True)
class _Step:
    """A bound that rows force on a quantity, and the calculation that gives it."""

    value: Fraction
    formula: str
    lines: tuple[str, ...]


def proof_lines(certificate: Certificate, name: Namer) -> tuple[str, ...]:
    """The lines of the proof: what each source says, then the calculation that cannot come out."""
    lines = list(_stated(certificate.rows, name))
    chain = _best_chain(certificate, name)
    lines += chain if chain is not None else _sum_lines(certificate)
    return tuple(lines)


def derivation_lines(
    quantity: Quantity, value: Fraction, rows: Sequence[Constraint], name: Namer, *, upper: bool
) -> tuple[str, ...]:
    """How rows put a bound on a quantity: what each source says, then the calculation."""
    sign = Fraction(-1 if upper else 1)
    beyond = Constraint(((quantity, sign),), sign * value, strict=True, origin=Law("beyond the bound"))
    certificate = certify([*rows, beyond])
    if certificate is None or len(rows) == 1:
        return tuple(_stated(rows, name))
    calculation = _Chain(certificate, quantity, name).bound_lines(beyond)
    if not calculation:
        *weights, last = certificate.weights
        taken = ", ".join(f"line {number} × {_number(weight)}" for number, weight in enumerate(weights, 1))
        scaled = [-sign * weight / last for weight in weights]
        sum_text = _sum_text(value, zip(scaled, (row.bound for row in rows), strict=True), quantity.unit)
        calculation = [
            f"added up ({taken}): {name(quantity)} is {'at most' if upper else 'at least'} {sum_text}"
        ]
    return (*_stated(rows, name), *calculation)


def comparison_lines(
    compared: tuple[Quantity, Quantity],
    value: Fraction,
    rows: Sequence[Constraint],
    name: Namer,
    *,
    upper: bool,
    as_ratio: bool,
) -> tuple[str, ...]:
    """How rows put a bound on the ratio of two quantities, or on their difference."""
    x, base = compared
    sign = Fraction(-1 if upper else 1)
    terms = (x, sign), (base, -sign * (value if as_ratio else 1))
    beyond = Constraint(
        terms, ZERO if as_ratio else sign * value, strict=True, origin=Law("beyond the bound")
    )
    certificate = certify([*rows, beyond])
    stated = tuple(_stated(rows, name))
    if certificate is None or len(rows) == 1:
        return stated
    side = "at most" if upper else "at least"
    *weights, last = certificate.weights
    if as_ratio and len(rows) == 2 and all(len(row.terms) == 1 for row in rows):
        of_x, of_base = sorted(rows, key=lambda row: row.terms[0][0] != x)
        amounts = [row.bound / row.terms[0][1] for row in (of_x, of_base)]
        scale, _ = scale_of(*amounts)
        quotient = " / ".join(_number(amount / scale) for amount in amounts)
        return (*stated, f"so {name(x)} is {side} {quotient} = {_number(value)} times {name(base)}")
    taken = ", ".join(f"line {number} × {_number(weight / last)}" for number, weight in enumerate(weights, 1))
    if as_ratio:
        return (*stated, f"added up ({taken}): {name(x)} is {side} {_number(value)} times {name(base)}")
    scaled = [-sign * weight / last for weight in weights]
    sum_text = _sum_text(value, zip(scaled, (row.bound for row in rows), strict=True), x.unit)
    return (*stated, f"added up ({taken}): {name(x)} less {name(base)} is {side} {sum_text}")


def joined(parts: Iterable[Sequence[str]]) -> tuple[str, ...]:
    """Several derivations as one, what they share once; "line 3" is then the third line of all."""
    numbers: dict[str, int] = {}
    for lines in parts:
        places: list[int] = []
        for line in lines:
            moved = _renumbered(line, places)
            places.append(numbers.setdefault(moved, len(numbers) + 1))
    return tuple(numbers)


def _renumbered(line: str, places: Sequence[int]) -> str:
    return _REFERENCE.sub(lambda found: f"line {places[int(found[1]) - 1]} ×", line)


def _sum_text(value: Fraction, parts: Iterable[tuple[Fraction, Fraction]], unit: str) -> str:
    """What weights times amounts add up to, with the sum to do: `2 × 18.2 − 28.3 = 8.1 (billion CNY)`."""
    told = sorted(((w, amount) for w, amount in parts if amount), key=lambda part: part[0] * part[1] < 0)
    if len(told) < 2 and all(abs(weight) == 1 for weight, _ in told):
        return _amount(value, unit)
    scale, scale_name = scale_of(value, *(amount for _, amount in told))
    calculation = " ".join(
        f"{'−' if weight * amount < 0 else '+'} {_times(abs(weight), abs(amount) / scale)}"
        for weight, amount in told
    ).removeprefix("+ ")
    measure = " ".join(filter(None, (scale_name, unit)))
    return f"{calculation} = {_number(value / scale)}{f' ({measure})' if measure else ''}"


def _times(factor: Fraction, number: Fraction) -> str:
    return _number(number) if factor == 1 else f"{_number(factor)} × {_number(number)}"


def _stated(rows: Sequence[Constraint], name: Namer) -> Iterator[str]:
    for row in rows:
        yield f"{_speaker(row)}: {_sentence(row, name)}"


def _speaker(row: Constraint) -> str:
    if isinstance(row.origin, Law):
        return f"{row.origin.ground}, {lowered(row.origin.why.removesuffix('.'))}"
    first, *others = row.origin.claims
    more = f" and {len(others)} more" if others else ""
    return f"“{first.figure.text}” ({first.source}{more})"


def _sentence(row: Constraint, name: Namer) -> str:
    """A row as an inequality, solved for its first quantity with a positive coefficient where it has two."""
    if len(row.terms) == 1:
        ((quantity, coefficient),) = row.terms
        return (
            f"{name(quantity)} is {_side(coefficient, row)} {_amount(row.bound / coefficient, quantity.unit)}"
        )
    if len(row.terms) == 2 and not row.bound:
        (x, one), (base, other) = row.terms
        if one * other < 0:
            factor = _number(-other / one)
            times = f"{factor} times " if factor != "1" else ""
            return f"{name(x)} is {_side(one, row)} {times}{name(base)}"
    return _inequality(row, name)


def _side(coefficient: Fraction, row: Constraint) -> str:
    if row.strict:
        return "below" if coefficient > 0 else "above"
    return "at most" if coefficient > 0 else "at least"


def _inequality(row: Constraint, name: Namer) -> str:
    left = " + ".join(
        _term(coefficient, name(quantity)) for quantity, coefficient in row.terms if coefficient > 0
    )
    right = " + ".join(
        _term(-coefficient, name(quantity)) for quantity, coefficient in row.terms if coefficient < 0
    )
    bound = _amount(row.bound, row.terms[0][0].unit) if row.bound or not right else ""
    return f"{left or '0'} {'<' if row.strict else '≤'} {' + '.join(filter(None, (right, bound)))}"


def _term(coefficient: Fraction, named: str) -> str:
    return named if coefficient == 1 else f"{_number(coefficient)} × {named}"


def _amount(value: Fraction, unit: str) -> str:
    scale, scale_name = scale_of(value)
    return " ".join(filter(None, (_number(value / scale), scale_name, unit)))


def _number(value: Fraction) -> str:
    """Exact where the decimals end, else cut off after twelve digits, which the dots say."""
    return signed(decimal(value, up=False) + ("" if is_decimal(value) else "…"))


def _best_chain(certificate: Certificate, name: Namer) -> list[str] | None:
    """The shortest calculation that puts one quantity above what is allowed, over all quantities; `None` if none is a chain."""
    chains = [
        chain
        for quantity in dict.fromkeys(quantity for row in certificate.rows for quantity, _ in row.terms)
        if (chain := _Chain(certificate, quantity, name).lines()) is not None
    ]
    return min(
        chains, key=lambda lines: (sum("…" in line for line in lines), sum(map(len, lines))), default=None
    )


class _Chain:
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
        apart = _number((below.value - above.value) / self._scale)
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
        number = _number(value / self._scale)
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
        return _Step(step.value, _number(step.value / self._scale), (*step.lines, line))

    def _calculation(
        self,
        row: Constraint,
        coefficient: Fraction,
        others: Sequence[tuple[Quantity, Fraction]],
        steps: Sequence[_Step],
    ) -> str:
        numbers = [_number(step.value / self._scale) for step in steps]
        if len(others) == 1 and not row.bound:
            factor = -others[0][1] / coefficient
            if isinstance(row.origin, Fact) and others[0][0] == row.origin.quantity:
                return f"{numbers[0]} / {_number(1 / factor)}"
            return numbers[0] if factor == 1 else f"{_number(factor)} × {numbers[0]}"
        parts = [(_number(row.bound / coefficient / self._scale), Fraction(1))] if row.bound else []
        parts += [(number, -value / coefficient) for (_, value), number in zip(others, numbers, strict=True)]
        parts.sort(key=lambda part: part[1] < 0)
        return " ".join(
            f"{'−' if factor < 0 else '+'} {number if abs(factor) == 1 else f'{_number(abs(factor))} × {number}'}"
            for number, factor in parts
        ).removeprefix("+ ")


def _flipped(formula: str) -> str:
    """`a × b = c` read from the right: `c = a × b`."""
    calculation, equals, value = formula.rpartition(" = ")
    return f"{value} = {calculation}" if equals else formula


def _sum_lines(certificate: Certificate) -> list[str]:
    """Where the calculation is no chain: how often to take each line, and what the sum says."""
    weights = [_number(weight) for weight in certificate.weights]
    taken = ", ".join(f"line {number} × {weight}" for number, weight in enumerate(weights, 1))
    amounts = zip(certificate.weights, (row.bound for row in certificate.rows), strict=True)
    unit = certificate.rows[0].terms[0][0].unit
    end = f"0 ≤ {_sum_text(-certificate.gap, amounts, unit)}" if certificate.gap else "0 < 0"
    return [f"added up ({taken}), everything on the left cancels and {end} is left, which is impossible"]
