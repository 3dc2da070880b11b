"""Conflicts: the fewest facts that cannot all be true, proven to be so, with nobody blamed who can be spared."""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import inf
from random import Random
from time import monotonic

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.conflicts import (
    Conflict,
    Effort,
    facts_to_doubt,
    find_conflict,
    minimum_hitting_set,
    shrink,
    smallest_core,
)
from cnkz_stats.reasoning.constraints import Law
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.system import Component, components, group
from cnkz_stats.reasoning.verdict import Contradictory, Undecided
from reasoning import oracle
from reasoning.panels import panel
from reasoning.systems import is_possible, random_system, rows

FIRST_EXAMPLE = """
    id      statement  series        period  figure           source
    before  level      turnover      2021    $25.25 billion   s1
    after   level      turnover      2022    $31.17 billion   s2
    echo    level      turnover      2022    311.7亿美元       s3
    growth  growth     turnover      2022    up 23.6 percent  s2
    first   level      turnover      1992    $368 million     s1
    freight  level     rail_tonnage  2022    23 million tonnes  s1
"""


def holds(conflict: Conflict) -> bool:
    """Whether the certificate adds up, by the oracle, and speaks of these facts and laws only."""
    origins = {row.origin for row in conflict.certificate.rows if isinstance(row.origin, Fact)}
    weighted = list(zip(conflict.certificate.weights, conflict.certificate.rows, strict=True))
    return oracle.impossible(weighted) and origins <= set(conflict.facts)


def test_the_first_example_is_three_facts_and_its_repost_blames_nobody_else(folder_of) -> None:
    folder = folder_of(trade=FIRST_EXAMPLE)
    (conflict,) = filter(None, map(find_conflict, components(facts_of(folder), folder)))
    assert isinstance(conflict, Conflict)
    assert [[claim.id for claim in fact.claims] for fact in conflict.facts] == [
        ["after", "echo"],
        ["before"],
        ["growth"],
    ]
    assert conflict.smallest
    assert holds(conflict)


def test_what_can_all_be_true_is_no_conflict(folder_of) -> None:
    folder = folder_of(trade=FIRST_EXAMPLE.replace("23.6", "23.4"))
    assert [find_conflict(component) for component in components(facts_of(folder), folder)] == [
        None,
        None,
        None,
    ]


SUMS = """
    id   series    period  figure
    out  exports   2022    $16.0 billion
    in   imports   2022    $15.0 billion
    sum  turnover  2022    $31.2 billion
"""
IDENTITIES = """
    id   left      relation  right              why
    sum  turnover  =         exports + imports  both flows together
"""


def test_an_identity_is_a_reason_and_never_blamed(folder_of) -> None:
    folder = folder_of(trade=SUMS, identities=IDENTITIES)
    (component,) = components(facts_of(folder), folder)
    conflict = find_conflict(component)
    assert isinstance(conflict, Conflict)
    assert [fact.claims[0].id for fact in conflict.facts] == ["in", "out", "sum"]
    reasons = [row.origin.why for row in conflict.certificate.rows if isinstance(row.origin, Law)]
    assert reasons == ["both flows together"]


def test_a_single_figure_may_contradict_what_it_means(folder_of) -> None:
    folder = folder_of(trade="statement  period  figure\ngrowth  2022  down 130 percent")
    (component,) = components(facts_of(folder), folder)
    conflict = find_conflict(component)
    assert isinstance(conflict, Conflict)
    assert len(conflict.facts) == 1
    assert holds(conflict)


@pytest.mark.parametrize("seed", range(4))
def test_one_lie_in_a_panel_is_caught_by_the_fewest_facts(seed: int, tmp_path) -> None:
    world = panel(Random(seed), partners=5, years=6)
    folder = world.folder(tmp_path)
    (component,) = components(facts_of(folder), folder)
    conflict = find_conflict(component)
    assert (conflict is None) == is_possible(component, component.facts)
    if conflict is None:
        return
    assert isinstance(conflict, Conflict)
    assert conflict.smallest
    assert holds(conflict)
    assert world.lies & {claim.id for fact in conflict.facts for claim in fact.claims}
    assert not is_possible(component, conflict.facts)
    for fact in conflict.facts:
        assert is_possible(component, [other for other in conflict.facts if other != fact])


def smallest_by_trying_all(component: Component) -> int:
    return next(
        size
        for size in range(len(component.facts) + 1)
        for some in combinations(component.facts, size)
        if not is_possible(component, some)
    )


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_no_smaller_conflict_exists(random: Random) -> None:
    component = random_system(random, lies=0.4)
    conflict = find_conflict(component)
    if is_possible(component, component.facts):
        assert conflict is None
        return
    assert isinstance(conflict, Conflict)
    assert conflict.smallest
    assert holds(conflict)
    assert len(conflict.facts) == smallest_by_trying_all(component)


@given(st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_without_the_facts_to_doubt_all_others_can_be_true_and_no_fewer_will_do(random: Random) -> None:
    component = random_system(random, lies=0.4)
    doubted = facts_to_doubt(component)
    assert not isinstance(doubted, Undecided)
    kept = [fact for fact in component.facts if fact not in doubted]
    assert is_possible(component, kept)
    for some in combinations(component.facts, max(0, len(doubted) - 1)):
        assert not doubted or not is_possible(
            component, [fact for fact in component.facts if fact not in some]
        )


def test_what_more_documents_state_is_doubted_last(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  period  figure          source
            a   2022    $31.2 billion   s1
            b   2022    31.2 billion    s2
            c   2022    $24.1 billion   s3
        """
    )
    (component,) = components(facts_of(folder), folder)
    doubted = facts_to_doubt(component)
    assert not isinstance(doubted, Undecided)
    assert [[claim.id for claim in fact.claims] for fact in doubted] == [["c"]]


def test_a_core_is_shrunk_until_nothing_can_be_spared() -> None:
    court = Court([rows("x >= 3"), rows("y >= 0"), rows("x >= 1"), rows("z <= 5"), rows("x <= 0")])
    assert shrink(court, range(5)) in ({0, 4}, {2, 4})


def test_a_smaller_conflict_than_the_one_known_is_found() -> None:
    court = Court([rows("x >= 1"), rows("y >= x"), rows("y <= 0"), rows("z >= 2"), rows("z <= 1")])
    assert smallest_core(court, range(5), frozenset({0, 1, 2}), effort=Effort()) == ({3, 4}, True)


def test_without_time_a_conflict_stands_but_is_not_called_the_smallest() -> None:
    court = Court([rows("x >= 1"), rows("y >= x"), rows("y <= 0"), rows("z >= 2"), rows("z <= 1")])
    assert smallest_core(court, range(5), frozenset({0, 1, 2}), effort=Effort(until=-inf)) == (
        {0, 1, 2},
        False,
    )


@pytest.mark.parametrize("effort", [Effort(tries=1), Effort(tries=2), Effort(steps=1), Effort(steps=2)])
def test_what_the_effort_did_not_reach_is_not_called_proven(effort: Effort) -> None:
    court = Court([rows("x >= 1"), rows("y >= x"), rows("y <= 0"), rows("z >= 2"), rows("z <= 1")])
    found, proven = smallest_core(court, range(5), frozenset({0, 1, 2}), effort=effort)
    assert not proven or found == {3, 4}


def test_a_solver_that_gives_up_leaves_the_component_undecided(tmp_path) -> None:
    folder = panel(Random(0), partners=20, years=12).folder(tmp_path)
    component = max(components(facts_of(folder), folder), key=lambda one: len(one.facts))
    for asked in (find_conflict, facts_to_doubt):
        late = Docket.of_component(component, until=monotonic())
        assert isinstance(asked(component, docket=late), Undecided)


SETS = st.lists(st.frozensets(st.integers(0, 5), min_size=1, max_size=4), max_size=6)


def lightest_by_trying_all(sets: Sequence[frozenset[int]], weights: Sequence[int]) -> int:
    members = range(len(weights))
    return min(
        sum(weights[member] for member in some)
        for size in range(len(weights) + 1)
        for some in combinations(members, size)
        if all(one & set(some) for one in sets)
    )


@given(SETS, st.lists(st.integers(1, 4), min_size=6, max_size=6))
def test_a_lightest_hitting_set_hits_all_and_none_is_lighter(
    sets: list[frozenset[int]], weights: list[int]
) -> None:
    found = minimum_hitting_set(sets, lighter_than=99, effort=Effort(), weights=dict(enumerate(weights)))
    assert found is not None
    assert all(one & found for one in sets)
    assert sum(weights[member] for member in found) == lightest_by_trying_all(sets, weights)


@given(SETS)
def test_members_weigh_one_unless_told(sets: list[frozenset[int]]) -> None:
    found = minimum_hitting_set(sets, lighter_than=99, effort=Effort())
    assert found is not None
    assert len(found) == lightest_by_trying_all(sets, [1] * 6)


def test_no_hitting_set_as_heavy_as_asked() -> None:
    disjoint = [frozenset({0}), frozenset({1})]
    assert minimum_hitting_set(disjoint, lighter_than=2, effort=Effort()) is None
    assert minimum_hitting_set(disjoint, lighter_than=3, effort=Effort()) == {0, 1}


def test_a_gap_of_zero_is_an_open_end_that_is_touched(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  figure
            2022    more than $31 billion
            2022    nearly $31 billion
        """
    )
    (component,) = components(facts_of(folder), folder)
    conflict = find_conflict(component)
    assert isinstance(conflict, Conflict)
    assert conflict.gap == 0


def test_facts_are_grouped_each_with_all_its_rows(folder_of) -> None:
    folder = folder_of(trade="statement  period  figure\ngrowth  2022  up 23.6 percent")
    (fact,) = facts_of(folder)
    assert [row.strict for row in group(fact)] == [False, False, True]
    assert all(row.origin == fact or isinstance(row.origin, Law) for row in group(fact))
    assert fact.statement is Statement.GROWTH
    halved = replace(fact, range=fact.range.scaled(Fraction(1, 2)))
    assert isinstance(Court([group(fact), group(halved)]).hear([0, 1]), Contradictory)


@pytest.mark.parametrize("seed", [6011, 9049])
def test_what_a_solver_still_says_of_an_earlier_question_is_not_taken_for_an_answer(seed: int) -> None:
    conflict = find_conflict(random_system(Random(seed)))
    assert isinstance(conflict, Conflict)
    assert conflict.certificate.holds()
