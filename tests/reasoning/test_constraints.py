"""What a fact says as rows, and the premise that a base is above zero."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.constraints import Law, fact_rows, power, premises, ratio_range
from reasoning.systems import fact, quantity

X, BASE = quantity(year=2022), quantity(year=2021)
NAMES = {X: "x", BASE: "b"}


def written(statement: Statement, bounds: Interval, *, years: int | None = None) -> list[str]:
    """The rows of a fact as text."""
    base = None if statement is Statement.LEVEL else BASE
    return [
        f"{' + '.join(f'{coefficient}*{NAMES[one]}' for one, coefficient in row.terms)} "
        f"{'<' if row.strict else '<='} {row.bound}"
        for row in fact_rows(fact(statement, X, bounds, base=base, years=years))
    ]


def span(low: str | None, high: str | None, opened: str = "") -> Interval:
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    return Interval(ends[0], ends[1], "lo" in opened, "hi" in opened)


@pytest.mark.parametrize(
    ("statement", "bounds", "years", "expected"),
    [
        (Statement.LEVEL, span("2", "3"), None, ["1*x <= 3", "-1*x <= -2"]),
        (Statement.LEVEL, span("2", None, "lo"), None, ["-1*x < -2"]),
        (Statement.LEVEL, span(None, "3", "hi"), None, ["1*x < 3"]),
        (Statement.LEVEL, span(None, None), None, []),
        (Statement.CHANGE, span("-1", "2"), None, ["1*x + -1*b <= 2", "-1*x + 1*b <= 1"]),
        (Statement.MULTIPLE, span("2", "3"), None, ["1*x + -3*b <= 0", "-1*x + 2*b <= 0"]),
        (Statement.SHARE, span("1/4", "1/2", "hi"), None, ["1*x + -1/2*b < 0", "-1*x + 1/4*b <= 0"]),
        (Statement.GROWTH, span("1/5", "1/4"), None, ["1*x + -5/4*b <= 0", "-1*x + 6/5*b <= 0"]),
        (Statement.GROWTH, span("-1/5", None), None, ["-1*x + 4/5*b <= 0"]),
        (Statement.GROWTH, span("1", "2"), 3, ["1*x + -27*b <= 0", "-1*x + 8*b <= 0"]),
        (Statement.GROWTH, span("-3/2", "-1/2"), 2, ["1*x + -1/4*b <= 0", "-1*x + 0*b <= 0"]),
    ],
)
def test_the_rows_of_a_fact(
    statement: Statement, bounds: Interval, years: int | None, expected: list[str]
) -> None:
    assert written(statement, bounds, years=years) == expected


@pytest.mark.parametrize(
    ("statement", "above_zero"),
    [
        (Statement.GROWTH, True),
        (Statement.MULTIPLE, True),
        (Statement.SHARE, True),
        (Statement.CHANGE, False),
        (Statement.LEVEL, False),
    ],
)
def test_a_base_of_comparison_is_above_zero(statement: Statement, above_zero: bool) -> None:
    base = None if statement is Statement.LEVEL else BASE
    found = list(premises(fact(statement, X, span("1", "2"), base=base)))
    assert [(row.terms, row.bound, row.strict) for row in found] == (
        [(((BASE, Fraction(-1)),), Fraction(0), True)] if above_zero else []
    )
    assert all(isinstance(row.origin, Law) for row in found)


@pytest.mark.parametrize(
    ("bounds", "exponent", "expected"),
    [
        (span("2", "3"), 2, span("4", "9")),
        (span("2", "3", "lo hi"), 2, span("4", "9", "lo hi")),
        (span("-1", "3"), 2, span("0", "9")),
        (span("-1", "3", "lo"), 2, span("0", "9")),  # zero itself is allowed
        (span(None, "3"), 2, span("0", "9")),
        (span("2", None), 3, span("8", None)),
        (span("0", "1", "lo"), 5, span("0", "1", "lo")),
    ],
)
def test_the_power_of_a_range_of_factors(bounds: Interval, exponent: int, expected: Interval) -> None:
    assert power(bounds, exponent) == expected


def test_a_yearly_fall_by_more_than_all_is_impossible_not_an_error() -> None:
    for bounds in (span("-1.505", "-1.495"), span("-1.43", "-1", "hi")):
        fall = fact(Statement.GROWTH, X, bounds, base=BASE, years=2)
        assert ratio_range(fall) == bounds.shifted(Fraction(1))


def test_the_certain_range_of_a_rate_is_raised_to_the_same_power() -> None:
    rate = fact(Statement.GROWTH, X, span("0.1", "0.2"), base=BASE, years=2)
    assert ratio_range(rate) == span("1.21", "1.44")
    assert ratio_range(rate, span("0.1", None, "lo")) == span("1.21", None, "lo")
