"""Limits: what follows from one row after the other is never too narrow, and says from which rows it follows."""

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.reasoning.constraints import ONE, Constraint, Law
from cnkz_stats.reasoning.limits import limits
from reasoning import oracle
from reasoning.systems import random_system, rows, rows_of_component, unknown

X, Y, Z = (unknown(name) for name in "xyz")


def test_a_limit_follows_from_the_limits_of_others() -> None:
    given_rows = rows("x <= 2; y <= 3*x; z <= x + y; z >= 0")
    found = limits(given_rows)
    assert [found[one, False].value for one in (X, Y, Z)] == [2, 6, 8]
    assert found[Z, False].rows == (given_rows[2], given_rows[1], given_rows[0])
    assert (Y, True) in found  # from z ≥ 0 and x ≤ 2
    assert found[Y, True].value == 2


def test_a_limit_by_an_open_end_is_open() -> None:
    found = limits(rows("x < 2; y <= 3*x"))
    assert found[Y, False].is_open


def test_of_two_limits_the_tighter_one_counts_an_open_one_before_a_closed_one() -> None:
    found = limits(rows("x <= 3; x <= 2; x < 2; x <= 2"))
    assert (found[X, False].value, found[X, False].is_open) == (2, True)


def test_rows_that_feed_each_other_come_to_an_end() -> None:
    found = limits(rows("x <= 0.5*y + 1; y <= x + 1; x <= 100"))
    assert 3 < found[X, False].value < 100


def test_what_no_row_bounds_has_no_limit() -> None:
    assert limits(rows("x <= y; y <= x")) == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_no_limit_can_be_passed_under_the_rows_that_it_names(random: Random) -> None:
    component = random_system(random)
    for (quantity, negative), limit in limits(rows_of_component(component)).items():
        sign = -ONE if negative else ONE
        beyond = Constraint(((quantity, -sign),), -limit.value, strict=not limit.is_open, origin=Law(""))
        assert isinstance(oracle.decide([*limit.rows, beyond]), oracle.Impossible)
