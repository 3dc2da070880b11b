"""A certificate in words: numbered lines that a reader can redo on a calculator."""

import re
from collections.abc import Iterable, Sequence
from fractions import Fraction

from cnkz_stats.figures.display import scale_of
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.chains import Chain, best_chain
from cnkz_stats.reasoning.constraints import ZERO, Constraint, Law
from cnkz_stats.reasoning.row_text import Namer, amount_text, number_text, row_lines

_REFERENCE = re.compile(r"\bline (\d+) ×")


def proof_lines(certificate: Certificate, name: Namer) -> tuple[str, ...]:
    """The lines of the proof: what each source says, then the calculation that cannot come out."""
    lines = list(row_lines(certificate.rows, name))
    chain = best_chain(certificate, name)
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
        return tuple(row_lines(rows, name))
    calculation = Chain(certificate, quantity, name).bound_lines(beyond)
    if not calculation:
        *weights, last = certificate.weights
        taken = ", ".join(
            f"line {number} × {number_text(weight)}" for number, weight in enumerate(weights, 1)
        )
        scaled = [-sign * weight / last for weight in weights]
        sum_text = _sum_text(value, zip(scaled, (row.bound for row in rows), strict=True), quantity.unit)
        calculation = [
            f"added up ({taken}): {name(quantity)} is {'at most' if upper else 'at least'} {sum_text}"
        ]
    return (*row_lines(rows, name), *calculation)


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
    stated = tuple(row_lines(rows, name))
    if certificate is None or len(rows) == 1:
        return stated
    side = "at most" if upper else "at least"
    *weights, last = certificate.weights
    if as_ratio and len(rows) == 2 and all(len(row.terms) == 1 for row in rows):
        of_x, of_base = sorted(rows, key=lambda row: row.terms[0][0] != x)
        amounts = [row.bound / row.terms[0][1] for row in (of_x, of_base)]
        scale, _ = scale_of(*amounts)
        quotient = " / ".join(number_text(amount / scale) for amount in amounts)
        return (*stated, f"so {name(x)} is {side} {quotient} = {number_text(value)} times {name(base)}")
    taken = ", ".join(
        f"line {number} × {number_text(weight / last)}" for number, weight in enumerate(weights, 1)
    )
    if as_ratio:
        return (*stated, f"added up ({taken}): {name(x)} is {side} {number_text(value)} times {name(base)}")
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
        return amount_text(value, unit)
    scale, scale_name = scale_of(value, *(amount for _, amount in told))
    calculation = " ".join(
        f"{'−' if weight * amount < 0 else '+'} {_times(abs(weight), abs(amount) / scale)}"
        for weight, amount in told
    ).removeprefix("+ ")
    measure = " ".join(filter(None, (scale_name, unit)))
    return f"{calculation} = {number_text(value / scale)}{f' ({measure})' if measure else ''}"


def _times(factor: Fraction, number: Fraction) -> str:
    return number_text(number) if factor == 1 else f"{number_text(factor)} × {number_text(number)}"


def _sum_lines(certificate: Certificate) -> list[str]:
    """Where the calculation is no chain: how often to take each line, and what the sum says."""
    weights = [number_text(weight) for weight in certificate.weights]
    taken = ", ".join(f"line {number} × {weight}" for number, weight in enumerate(weights, 1))
    amounts = zip(certificate.weights, (row.bound for row in certificate.rows), strict=True)
    unit = certificate.rows[0].terms[0][0].unit
    end = f"0 ≤ {_sum_text(-certificate.gap, amounts, unit)}" if certificate.gap else "0 < 0"
    return [f"added up ({taken}), everything on the left cancels and {end} is left, which is impossible"]
