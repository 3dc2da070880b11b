"""Lightest hitting sets by branch and bound."""

from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.reasoning.hitting import Effort, minimum_hitting_set


def hitting(*sets: set[int], lighter_than: int = 99, **options: object) -> frozenset[int] | None:
    effort = Effort()
    return minimum_hitting_set(
        [frozenset(one) for one in sets], lighter_than=lighter_than, effort=effort, **options
    )


def test_one_member_of_all_is_enough() -> None:
    assert hitting({1, 2}, {2, 3}, {4, 2}) == {2}


def test_nothing_has_to_be_met() -> None:
    assert hitting() == frozenset()


def test_the_relaxation_is_not_believed_where_halves_would_do() -> None:
    assert len(hitting({1, 2}, {2, 3}, {1, 3}) or ()) == 2


def test_only_what_weighs_less_than_asked_is_an_answer() -> None:
    assert hitting({1, 2}, {2, 3}, {1, 3}, lighter_than=2) is None


def test_weights_decide() -> None:
    assert hitting({1, 2}, {1, 3}, weights={1: 5, 2: 1, 3: 1}) == {2, 3}


def test_without_effort_there_is_no_answer() -> None:
    effort = Effort(steps=0)
    assert minimum_hitting_set([frozenset({1})], lighter_than=9, effort=effort) is None
    assert effort.spent


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=5), max_size=12))
def test_every_set_is_met(sets: list[frozenset[int]]) -> None:
    found = minimum_hitting_set(sets, lighter_than=99, effort=Effort())
    assert found is not None
    assert all(one & found for one in sets)


@given(st.lists(st.frozensets(st.integers(0, 9), min_size=1, max_size=5), min_size=1, max_size=12))
def test_what_fewer_sets_asked_for_at_least_shortens_the_search(sets: list[frozenset[int]]) -> None:
    before = minimum_hitting_set(sets[:-1], lighter_than=99, effort=Effort())
    told, untold = Effort(), Effort()
    found = minimum_hitting_set(sets, lighter_than=99, effort=told, at_least=len(before or ()))
    assert len(found or ()) == len(minimum_hitting_set(sets, lighter_than=99, effort=untold) or ())
    assert told.steps >= untold.steps
