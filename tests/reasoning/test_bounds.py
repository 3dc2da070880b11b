"""Tightest ranges: exact, with open ends where the end is not reached, and with the facts that bind them."""

from fractions import Fraction
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import all_bounds, bounds_of, ratio_bounds, rows_of
from cnkz_stats.reasoning.constraints import ONE, Constraint
from cnkz_stats.reasoning.survey import Survey
from reasoning.oracle import is_least_upper_bound
from reasoning.systems import random_system, rows, unknown

X = {unknown("x"): ONE}


def bounds(text: str, name: str = "x") -> Interval:
    survey = Survey(rows(text))
    assert survey.feasible
    return bounds_of(survey, {unknown(name): ONE}).range


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("x >= 1; x + y <= 10; y >= 6", "x", Interval(Fraction(1), Fraction(4))),
        ("x >= 1; x + y <= 10; y >= 6", "y", Interval(Fraction(6), Fraction(9))),
        ("x < 3; x >= 1", "x", Interval(Fraction(1), Fraction(3), hi_open=True)),
        ("x > 1; x <= 3", "x", Interval(Fraction(1), Fraction(3), lo_open=True)),
        ("x = y + z; y < 1; z <= 2; y >= 0; z >= 0", "x", Interval(Fraction(0), Fraction(3), hi_open=True)),
        ("x >= 5", "x", Interval(Fraction(5), None)),
        ("x <= 5", "x", Interval(None, Fraction(5))),
        ("x = x", "x", Interval(None, None)),
        ("x = 7", "x", Interval(Fraction(7), Fraction(7))),
        ("x >= -8; x <= -2", "x", Interval(Fraction(-8), Fraction(-2))),
        ("x <= 1; x >= 1e-12", "x", Interval(Fraction(1, 10**12), Fraction(1))),
        ("3*x = 1", "x", Interval(Fraction(1, 3), Fraction(1, 3))),
        ("x >= 1; x <= 2; x <= 1000000000000", "x", Interval(Fraction(1), Fraction(2))),
        ("x <= 1; x < 1; x >= 0", "x", Interval(Fraction(0), Fraction(1), hi_open=True)),
    ],
)
def test_the_tightest_range_of_an_unknown(text: str, name: str, expected: Interval) -> None:
    assert bounds(text, name) == expected


def test_the_vertices_that_another_program_found() -> None:
    text = "x >= 25.2; y >= 31.165; y <= 31.175; y >= 1.2355*x; y <= 1.2365*x"
    assert bounds(text, "x") == Interval(
        Fraction("31.165") / Fraction("1.2365"), Fraction("31.175") / Fraction("1.2355")
    )
    assert range_text(bounds(text, "x"), digits=9) == "25.2042054–25.2326994"
    assert bounds(text, "y") == Interval(Fraction("31.165"), Fraction("31.175"))


def test_a_sum_of_unknowns_is_bounded_as_one() -> None:
    survey = Survey(rows("x >= 0; y >= 0; x + y <= 1"))
    both = bounds_of(survey, {unknown("x"): Fraction(2), unknown("y"): Fraction(3)})
    assert both.range == Interval(Fraction(0), Fraction(3))


def test_rows_that_contradict_each_other_bound_nothing() -> None:
    assert not Survey(rows("x < 1; x > 1")).feasible


def test_each_end_follows_from_the_rows_named_with_it() -> None:
    found = bounds_of(Survey(rows("x >= 1; x + y <= 10; y >= 6; z <= 3")), X)
    assert [row.origin.why for row in found.below] == ["x >= 1"]
    assert [row.origin.why for row in found.above] == ["x + y <= 10", "y >= 6"]


LEVELS = "b >= 25.245; b <= 25.255; x >= 31.15; x <= 31.25"
GROWTH = "b > 0; x >= 1.2355*b; x <= 1.2365*b"


def test_a_ratio_is_bounded_as_such_not_as_the_quotient_of_two_bounds() -> None:
    given_rows = rows(f"{LEVELS}; {GROWTH}")
    found = ratio_bounds(unknown("x"), unknown("b"), given_rows)
    assert found is not None
    assert percent_text(found.range.shifted(-ONE)) == "23.55–23.65 %"
    survey = Survey(given_rows)
    x, b = (bounds_of(survey, {unknown(name): ONE}).range for name in "xb")
    assert percent_text(ratio(x, b).shifted(-ONE)) == "23.501–23.699 %"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("b >= 2; b <= 4; x >= 2; x <= 8", Interval(Fraction(1, 2), Fraction(4))),
        ("b > 2; b <= 4; x >= 2; x <= 8", Interval(Fraction(1, 2), Fraction(4), hi_open=True)),
        ("b >= 2; x >= 2; x <= 8", Interval(Fraction(0), Fraction(4), lo_open=True)),
        ("b >= 2; x >= 2", Interval(Fraction(0), None, lo_open=True)),
        ("b >= 2; b <= 4; x = b - 1", Interval(Fraction(1, 2), Fraction(3, 4))),
        ("b > 0; x = 3*b", Interval(Fraction(3), Fraction(3))),
    ],
)
def test_the_tightest_range_of_a_ratio(text: str, expected: Interval) -> None:
    found = ratio_bounds(unknown("x"), unknown("b"), rows(text))
    assert found is not None
    assert found.range == expected


def test_a_ratio_under_contradictory_rows_has_no_range() -> None:
    assert ratio_bounds(unknown("x"), unknown("b"), rows("b >= 2; b <= 1; x >= 0")) is None


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_bounds_of_random_systems_are_tight(random: Random) -> None:
    component = random_system(random, lies=0)
    given_rows = rows_of(component)
    survey = Survey(given_rows)
    if not survey.feasible:
        return
    quantity = random.choice(sorted({quantity for row in given_rows for quantity, _ in row.terms}))
    found = bounds_of(survey, {quantity: ONE})
    for sign, end, is_open, binding in (
        (ONE, found.range.hi, found.range.hi_open, found.above),
        (-ONE, found.range.lo, found.range.lo_open, found.below),
    ):
        signed = None if end is None else sign * end
        assert is_least_upper_bound(signed, {quantity: sign}, given_rows, is_open=is_open)
        closed = [Constraint(row.terms, row.bound, strict=False, origin=row.origin) for row in binding]
        assert signed is None or is_least_upper_bound(signed, {quantity: sign}, closed, is_open=False)


def test_all_quantities_of_a_folder_are_bounded_by_the_facts_that_bind_them(folder_of) -> None:
    folder = folder_of(
        trade="""
            id      statement  series    period  figure
            both    level      turnover  2022    $31.2 billion
            growth  growth     turnover  2022    up 23.6 percent
            out     level      exports   2022    $16.2 billion
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows
        """,
    )
    found = {
        (one.quantity.series, one.quantity.area, str(one.quantity.period)): one.bounds
        for one in all_bounds(facts_of(folder), folder)
    }
    assert {key: range_text(one.range, scale=10**9, digits=5) for key, one in found.items()} == {
        ("turnover", "CN", "2021"): "25.192–25.294",
        ("turnover", "CN", "2022"): "31.15–31.25",
        ("exports", "CN", "2022"): "16.15–16.25",
        ("exports", "KZ", "2022"): "14.9–15.1",
    }
    assert [fact.claims[0].id for fact in found["exports", "KZ", "2022"].facts] == ["both", "out"]


def test_a_contradictory_component_has_no_bounds_and_does_not_take_them_from_others(folder_of) -> None:
    folder = folder_of(
        trade="""
            series        period  figure
            turnover      2022    $31.2 billion
            turnover      2022    $24.2 billion
            rail_tonnage  2022    23 million tonnes
        """
    )
    found = all_bounds(facts_of(folder), folder)
    assert [one.quantity.series for one in found] == ["rail_tonnage"]
