"""Ratios without a solver: exact where no sums take part, never too narrow, with the facts they follow from."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import bounds_of, ratio_bounds
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, fact_rows
from cnkz_stats.reasoning.ratios import Ratios
from cnkz_stats.reasoning.survey import Survey
from reasoning.systems import rows, unknown


def span(low: str, high: str, *, lo_open: bool = False, hi_open: bool = False) -> Interval:
    return Interval(Fraction(low), Fraction(high), lo_open, hi_open)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x >= 2*b; x <= 3*b", span("2", "3")),
        ("x >= 2*b; x < 3*b", span("2", "3", hi_open=True)),
        ("x > 2*b; x <= 3*b", span("2", "3", lo_open=True)),
        ("x >= 2; x <= 3; b >= 4; b <= 5", span("2/5", "3/4")),
        ("x >= 2; x <= 3; b >= 4; b < 5", span("2/5", "3/4", lo_open=True)),
        ("x >= 2*y; x <= 3*y; y >= 5*b; y <= 7*b", span("10", "21")),
        ("x >= 2*b; x <= 9*b; x <= 3*y; y <= b", span("2", "3")),
        ("x >= 2*b; x <= 3*b; x < 3*b", span("2", "3", hi_open=True)),
        ("2*x >= 3*b; 4*x <= 7*b", span("3/2", "7/4")),
        ("x >= 2*b; x <= 3*b; x = y + z; y <= b; z <= b", span("2", "3")),  # a sum of three is not used
    ],
)
def test_the_ratio_of_two_quantities(text: str, expected: Interval) -> None:
    implied = Ratios(rows(text)).ratio(unknown("x"), unknown("b"))
    assert implied is not None
    assert (implied.range, implied.clash) == (expected, False)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x <= 3*b", id="no lower bound"),
        pytest.param("x >= 3*b", id="no upper bound"),
        pytest.param("x >= 0; x <= 3*b", id="zero is no lower bound"),
        pytest.param("x >= 2*y; x <= 3*y", id="another base"),
        pytest.param("", id="nothing"),
    ],
)
def test_no_ratio_without_bounds_on_both_sides(text: str) -> None:
    assert Ratios(rows(text)).ratio(unknown("x"), unknown("b")) is None


def test_an_amount_is_a_ratio_to_one() -> None:
    implied = Ratios(rows("b >= 2; b <= 3; x >= 2*b; x <= 3*b")).level(unknown("x"))
    assert implied is not None
    assert implied.range == span("4", "9")


def test_ends_that_contradict_each_other_are_marked_and_swapped() -> None:
    implied = Ratios(rows("x >= 3*b; x <= 2*b")).ratio(unknown("x"), unknown("b"))
    assert implied is not None
    assert (implied.range, implied.clash) == (span("2", "3"), True)


def test_ends_that_only_touch_at_an_open_one_contradict_each_other() -> None:
    implied = Ratios(rows("x >= 2*b; x < 2*b")).ratio(unknown("x"), unknown("b"))
    assert implied is not None
    assert implied.clash


def test_the_facts_that_bind_are_named_and_can_be_left_out(folder_of) -> None:
    folder = folder_of(
        trade="""
            id      statement  period  figure
            before  level      2021    $25.25 billion
            loose   level      2022    $31 billion
            growth  growth     2022    up 23.6 percent
        """
    )
    before, growth, loose = facts_of(folder)
    ratios = Ratios(row for one in (before, growth, loose) for row in fact_rows(one))
    x, base = loose.quantity, before.quantity
    for left_out, binding in (
        ([], [growth]),
        ([growth], [before, loose]),
        ([loose], [growth]),
        ([growth, loose], None),
    ):
        implied = ratios.ratio(x, base, without=frozenset(left_out))
        assert (None if implied is None else list(implied.facts)) == binding
    level = ratios.level(x, without=frozenset([loose]))
    assert level is not None
    assert list(level.facts) == [before, growth]


def random_ratios(random: Random) -> tuple[list[Quantity], list[Constraint]]:
    """Levels and ratios around true numbers, ends touching, open or a hair away; all unknowns above zero."""
    names = [unknown(name) for name in "abcde"[: random.randint(2, 5)]]
    truth = {name: Fraction(random.randint(1, 10**6), random.choice([1, 3])) for name in names}
    found = [Constraint(((name, -ONE),), ZERO, strict=True, origin=Law("above zero")) for name in names]
    for _ in range(random.randint(1, 10)):
        x, base = random.choice(names), random.choice([None, *names])
        if x == base:
            continue
        number = truth[x] / (ONE if base is None else truth[base])
        width = number * random.choice([ZERO, Fraction(1, 1000), Fraction(1, 10)])
        strict = bool(width) and random.random() < 0.3
        up = random.random() < 0.5
        sign, end = (ONE, number + width) if up else (-ONE, number - width)
        if base is None:
            found.append(Constraint(((x, sign),), sign * end, strict=strict, origin=Law("")))
        else:
            found.append(Constraint(((x, sign), (base, -sign * end)), ZERO, strict=strict, origin=Law("")))
    return names, found


@given(st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_without_sums_ratios_are_as_tight_as_the_solver_finds_them(random: Random) -> None:
    names, given_rows = random_ratios(random)
    x, base = names[0], names[1]
    for implied, exact in (
        (Ratios(given_rows).ratio(x, base), ratio_range_of(given_rows, x, base)),
        (Ratios(given_rows).level(x), bounds_of(Survey(given_rows), {x: ONE}).range),
    ):
        if exact.hi is None or not exact.lo:
            assert implied is None
        else:
            assert implied is not None
            assert (implied.range, implied.clash) == (exact, False)


def ratio_range_of(given_rows: list[Constraint], x: Quantity, base: Quantity) -> Interval:
    found = ratio_bounds(x, base, given_rows)
    assert found is not None
    return found.range
