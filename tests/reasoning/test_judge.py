"""The judge is exact: no gap is too thin, no number too small or too large, and giving up is no verdict."""

from fractions import Fraction
from random import Random
from time import monotonic

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.system import components, group
from cnkz_stats.reasoning.tableau import GRID, Tableau
from cnkz_stats.reasoning.verdict import Consistent, Contradictory, Undecided
from reasoning import oracle
from reasoning.panels import panel
from reasoning.systems import random_system, rows, unknown

GROWTH = "x <= 1.2365*b; x >= 1.2355*b"


def verdict_on(text: str) -> object:
    return Court([], rows(text)).hear([])


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        pytest.param("x >= 1.15; x <= 1.25; x >= 1.25; x <= 1.35", True, id="closed ends touch"),
        pytest.param("x >= 1.15; x < 1.25; x >= 1.25; x <= 1.35", False, id="an open end touches"),
        pytest.param("x <= 1.25; x >= 1.25000001", False, id="a gap of 1e-8"),
        pytest.param("x >= 25.245; x <= 25.255; x >= 25.255000001", False, id="a dollar at 25 billion"),
        pytest.param(
            f"b >= 25.245; b <= 25.255; {GROWTH}; x <= 31.1901974990", False, id="growth short by 1e-9"
        ),
        pytest.param(
            f"b >= 25.245; b <= 25.255; {GROWTH}; x <= 31.1901975", True, id="growth that just fits"
        ),
        pytest.param(
            "u = 1000000000*b; b >= 25.245; b <= 25.255; u >= 25255001000",
            False,
            id="a thousand dollars in two units",
        ),
        pytest.param(
            "u = 1000000000*b; b >= 25.245; b <= 25.255; u >= 25255000000", True, id="two units that touch"
        ),
        pytest.param("x >= 3e-8; x <= 4e-8; x >= 9e-8; x <= 1e-7", False, id="tiny numbers apart"),
        pytest.param(
            "a >= 33.25; a <= 33.35; b >= 33.25; b <= 33.35; c >= 33.25; c <= 33.35; a + b + c = 100",
            True,
            id="three shares of 33.3",
        ),
        pytest.param(
            "a >= 33.15; a <= 33.25; b >= 33.15; b <= 33.25; c >= 33.15; c <= 33.25; a + b + c = 100",
            False,
            id="three shares of 33.2",
        ),
    ],
)
def test_what_lies_at_the_edge_is_decided_exactly(text: str, possible: bool) -> None:
    assert isinstance(verdict_on(text), Consistent if possible else Contradictory)


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("x >= 1; x + y <= 10; y >= 6", True),
        ("x > 0; x < 0", False),
        ("x = 0; x = 1", False),
        ("x > 1; x < 0; x > 2", False),
        ("x > 1; x > 2", True),
        ("p = t - c; t > 0; c > 0; c >= 0.6*t; p >= 0", True),
        ("x > 0.5; x < 0.5005", True),  # strictness is no margin
        ("x >= -3; x <= -2", True),  # nothing is above zero unless a row says so
        ("a + b + c = t; b = 2*a; a = 1; b = 2; c = 3; t = 60", False),
        ("a + b + c = t; b = 2*a; a = 1; b = 2; t = 60", True),
    ],
)
def test_small_systems_of_other_programs(text: str, possible: bool) -> None:
    assert isinstance(verdict_on(text), Consistent if possible else Contradictory)


@pytest.mark.parametrize("redundant", ["c > 0"])
def test_a_row_that_follows_from_the_others_cannot_be_broken(redundant: str) -> None:
    others = "p = t - c; t > 0; c >= 0.6*t"
    broken = redundant.replace(">", "<=")
    assert isinstance(verdict_on(f"{others}; {broken}"), Contradictory)


@pytest.mark.parametrize("needed", ["t > 0", "c >= 0.6*t"])
def test_a_row_that_does_not_follow_can_be_broken(needed: str) -> None:
    left, relation, right = needed.split(" ")
    others = "; ".join(row for row in ("p = t - c", "t > 0", "c >= 0.6*t") if row != needed)
    assert isinstance(verdict_on(f"{others}; {left} {'<' if relation == '>=' else '<='} {right}"), Consistent)


def test_a_witness_is_exact_and_fulfils_every_row() -> None:
    text = "x > 1; x < 1.000000000000000000001; y = 3*x; z <= -1"
    verdict = verdict_on(text)
    assert isinstance(verdict, Consistent)
    assert oracle.fulfils(verdict.witness, rows(text))
    assert verdict.witness[unknown("y")] == 3 * verdict.witness[unknown("x")]


@pytest.mark.parametrize(
    ("text", "values", "answer"),
    [
        ("x <= 1", {"x": "1"}, True),
        ("x < 1", {"x": "1"}, False),
        ("x < 1", {"x": "0.999999999999999999"}, True),
        ("2*x - y <= 0", {"x": "1/3", "y": "2/3"}, True),
        ("2*x - y < 0", {"x": "1/3", "y": "2/3"}, False),
        ("2*x - y <= 0", {"x": "1/3", "y": "0.666666666666"}, False),
    ],
)
def test_rows_are_recomputed_exactly(text: str, values: dict[str, str], answer: bool) -> None:
    tableau = Tableau()
    (row,) = (tableau.rows[number] for number in tableau.add(rows(text)))
    at = {tableau.columns[unknown(name)]: Fraction(value) * GRID for name, value in values.items()}
    assert row.holds([at[column] for column in sorted(at)]) is answer


def test_groups_are_heard_in_part_beside_what_always_holds() -> None:
    court = Court([rows("x >= 2"), rows("x <= 1; y = 0"), rows("y >= 1")], rows("x = y + 1"))
    assert isinstance(court.hear([0]), Consistent)
    assert isinstance(court.hear([1]), Consistent)
    assert court.hear([0, 1]) == Contradictory(frozenset({0, 1}))
    assert court.hear([1, 2]) == Contradictory(frozenset({1, 2}))
    assert isinstance(court.hear([2, 0]), Consistent)
    assert isinstance(court.hear([]), Consistent)


def test_what_always_holds_is_never_in_a_core() -> None:
    assert Court([rows("z >= 0")], rows("x > y; y > x")).hear([0]) == Contradictory(frozenset())


def test_groups_are_relieved_of_few_and_those_kept_stay() -> None:
    court = Court([rows("x = 2"), rows("x >= 1"), rows("x >= 3"), rows("x <= 5; x >= 4")])
    assert court.relieve(frozenset({0}), range(4)) == {0, 1}
    assert court.relieve(frozenset({3}), range(4)) == {1, 2, 3}
    assert court.relieve(frozenset({0, 3}), range(4)) == {0, 3}


def test_a_core_is_contradictory_by_itself() -> None:
    component = next(
        one
        for one in (random_system(Random(seed)) for seed in range(99))
        if isinstance(
            Court([group(fact) for fact in one.facts], one.laws).hear(range(len(one.facts))), Contradictory
        )
    )
    court = Court([group(fact) for fact in component.facts], component.laws)
    verdict = court.hear(range(len(component.facts)))
    assert isinstance(verdict, Contradictory)
    assert isinstance(court.hear(sorted(verdict.core)), Contradictory)


@given(st.lists(st.sampled_from(["x >= 2", "x <= 1", "y > x", "y < 0", "x = y", "y <= 3"]), max_size=6))
def test_the_order_of_groups_does_not_change_the_verdict(texts: list[str]) -> None:
    forward = Court([rows(text) for text in texts]).hear(range(len(texts)))
    backward = Court([rows(text) for text in reversed(texts)]).hear(range(len(texts)))
    assert type(forward) is type(backward)


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Folder:
    return panel(Random(0), partners=20, years=12).folder(tmp_path_factory.mktemp("panel"))


def test_a_judge_without_time_neither_accuses_nor_acquits(large: Folder) -> None:
    component = max(components(facts_of(large), large), key=lambda one: len(one.facts))
    court = Court([group(fact) for fact in component.facts], component.laws, until=monotonic() + 0.001)
    verdict = court.hear(range(len(component.facts)))
    assert isinstance(verdict, Undecided)
    assert verdict.reason
