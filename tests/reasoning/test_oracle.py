"""The oracle of these tests: right on systems decided by hand, and it shows why."""

from fractions import Fraction

import pytest

from reasoning.oracle import Impossible, Possible, decide, fulfils, impossible, is_least_upper_bound
from reasoning.systems import rows, unknown


@pytest.mark.parametrize(
    "text",
    [
        "",
        "x <= 1; x >= 1",
        "x > 0; x < 1e-30",
        "x >= -5; x <= -4",
        "x + y = 1; x - y = 0",
        "x > 0; y > x; z > y; z < 1",
        "x <= 3; y >= 7; x + y <= 4",
        "0 <= 0",
        "x - x <= 0",
    ],
)
def test_possible_rows_come_with_values(text: str) -> None:
    answer = decide(rows(text))
    assert isinstance(answer, Possible)
    assert fulfils(answer.values, rows(text))


@pytest.mark.parametrize(
    "text",
    [
        "x < 1; x > 1",
        "x < 1; x >= 1",
        "x <= 1; x >= 1.00000000000000000001",
        "x + y <= 1; x >= 1; y > 0",
        "x > y; y > z; z > x",
        "x = 2*y; y = 3*z; z >= 1; x <= 5",
        "0 < 0",
        "x - x < 0",
        "1 <= 0",
    ],
)
def test_impossible_rows_come_with_weights(text: str) -> None:
    answer = decide(rows(text))
    assert isinstance(answer, Impossible)
    assert impossible([(weight, rows(text)[index]) for index, weight in answer.weights.items()])


@pytest.mark.parametrize(
    ("text", "values"),
    [("x <= 1", {"x": 2}), ("x < 1", {"x": 1}), ("x + y <= 1", {"x": 1, "y": Fraction(1, 10**30)})],
)
def test_values_that_break_a_row_do_not_pass(text: str, values: dict[str, Fraction]) -> None:
    assert not fulfils({unknown(name): Fraction(value) for name, value in values.items()}, rows(text))


@pytest.mark.parametrize(
    ("text", "weights"),
    [
        ("x <= 1; x >= 2", (1, 2)),  # x is left over
        ("x <= 1; x >= 1", (1, 1)),  # 0 ≤ 0 is true
        ("x <= 1; x >= 2", (-1, -1)),  # rows cannot be turned round
        ("x <= 1; x >= 2", (0, 0)),
        ("x < 1; y <= 1; y >= 1", (0, 1, 1)),  # the strict row takes no part
    ],
)
def test_weights_that_add_up_to_nothing_wrong_do_not_pass(text: str, weights: tuple[int, ...]) -> None:
    assert not impossible(list(zip(map(Fraction, weights), rows(text), strict=True)))


@pytest.mark.parametrize(
    ("text", "end", "is_open", "answer"),
    [
        ("x <= 3", "3", False, True),
        ("x <= 3", "3", True, False),
        ("x < 3", "3", True, True),
        ("x < 3", "3", False, False),
        ("x <= 3", "4", False, False),
        ("x <= 3", "2", False, False),
        ("x <= 3; y < 1; x = y + 2", "3", True, True),
        ("x >= 3", None, False, True),
        ("x <= 3", None, False, False),
    ],
)
def test_a_least_upper_bound_is_told_from_what_is_none(
    text: str, end: str | None, is_open: bool, answer: bool
) -> None:
    bound = None if end is None else Fraction(end)
    assert is_least_upper_bound(bound, {unknown("x"): Fraction(1)}, rows(text), is_open=is_open) is answer
