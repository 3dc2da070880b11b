"""Rows in words: who says what of which quantity, with exact numbers."""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from cnkz_stats.figures.display import decimal, is_decimal, scale_of, signed
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint, Law
from cnkz_stats.reasoning.wording import lowered

Namer = Callable[[Quantity], str]
"""What a quantity is called."""


def row_lines(rows: Sequence[Constraint], name: Namer) -> Iterator[str]:
    """Each row as a line: whose word it is, and what it says."""
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
        return f"{name(quantity)} is {_side(coefficient, row)} {amount_text(row.bound / coefficient, quantity.unit)}"
    if len(row.terms) == 2 and not row.bound:
        (x, one), (base, other) = row.terms
        if one * other < 0:
            factor = number_text(-other / one)
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
    bound = amount_text(row.bound, row.terms[0][0].unit) if row.bound or not right else ""
    return f"{left or '0'} {'<' if row.strict else '≤'} {' + '.join(filter(None, (right, bound)))}"


def _term(coefficient: Fraction, named: str) -> str:
    return named if coefficient == 1 else f"{number_text(coefficient)} × {named}"


def amount_text(value: Fraction, unit: str) -> str:
    """An amount in the scale that fits it: `31.17 billion USD`."""
    scale, scale_name = scale_of(value)
    return " ".join(filter(None, (number_text(value / scale), scale_name, unit)))


def number_text(value: Fraction) -> str:
    """Exact where the decimals end, else cut off after twelve digits, which the dots say."""
    return signed(decimal(value, up=False) + ("" if is_decimal(value) else "…"))
