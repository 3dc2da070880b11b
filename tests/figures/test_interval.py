"""Exact ranges: what belongs, what two share, what happens to ends that are open or missing."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.figures.interval import Interval, ratio


def interval(text: str) -> Interval:
    """`[1, 2)`, `(-inf, 3]` as a range."""
    lo, hi = text[1:-1].split(", ")
    return Interval(
        None if lo == "-inf" else Fraction(lo),
        None if hi == "inf" else Fraction(hi),
        lo_open=text[0] == "(" and lo != "-inf",
        hi_open=text[-1] == ")" and hi != "inf",
    )


NUMBERS = st.fractions(min_value=-3, max_value=3, max_denominator=2)


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    lo, hi = sorted((draw(NUMBERS), draw(NUMBERS)))
    lo_open, hi_open = (draw(st.booleans()) for _ in range(2)) if lo < hi else (False, False)
    bounded = draw(st.sampled_from(["both", "below", "above", "neither"]))
    return Interval(
        lo if bounded in ("both", "below") else None,
        hi if bounded in ("both", "above") else None,
        lo_open=lo_open and bounded in ("both", "below"),
        hi_open=hi_open and bounded in ("both", "above"),
    )


@pytest.mark.parametrize("text", ["[2, 1]", "(1, 1]", "[1, 1)", "(1, 1)"])
def test_a_range_is_never_empty(text: str) -> None:
    with pytest.raises(ValueError, match="cannot be empty"):
        interval(text)


def test_a_half_unit_to_both_sides() -> None:
    assert Interval.around(Fraction("25.25"), Fraction("0.005")) == interval("[25.245, 25.255]")


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("[1, 2]", ["1", "3/2", "2"], ["0.999999999999", "2.000000000001"]),
        ("(1, 2)", ["1.000000000001", "3/2"], ["1", "2"]),
        ("[1, 2)", ["1"], ["2"]),
        ("(1, 2]", ["2"], ["1"]),
        ("(-inf, 2]", ["-1000000000000", "2"], ["3"]),
        ("(1, inf)", ["1000000000000"], ["1"]),
        ("(-inf, inf)", ["-5", "0", "5"], []),
    ],
)
def test_what_belongs_to_a_range(text: str, inside: list[str], outside: list[str]) -> None:
    bounds = interval(text)
    assert all(Fraction(number) in bounds for number in inside)
    assert not any(Fraction(number) in bounds for number in outside)


@pytest.mark.parametrize(
    ("one", "two", "common"),
    [
        ("[1, 2]", "[2, 3]", "[2, 2]"),  # closed ends that touch share a point
        ("[1, 2)", "[2, 3]", None),
        ("[1, 2]", "(2, 3]", None),
        ("[1, 3]", "[2, 4]", "[2, 3]"),
        ("[1, 3]", "(1, 3)", "(1, 3)"),
        ("(-inf, 2)", "[1, inf)", "[1, 2)"),
        ("(-inf, inf)", "[1, 2)", "[1, 2)"),
        ("[1, 2]", "[5, 6]", None),
        ("[1.15, 1.25]", "[1.25, 1.35]", "[1.25, 1.25]"),
    ],
)
def test_what_two_ranges_share(one: str, two: str, common: str | None) -> None:
    shared = None if common is None else interval(common)
    assert interval(one).intersection(interval(two)) == shared
    assert interval(two).intersection(interval(one)) == shared
    assert interval(one).meets(interval(two)) == (shared is not None)


@given(intervals(), intervals(), NUMBERS)
def test_a_number_is_in_the_common_part_if_it_is_in_both(
    one: Interval, two: Interval, number: Fraction
) -> None:
    common = one.intersection(two)
    assert (common is not None and number in common) == (number in one and number in two)


@pytest.mark.parametrize(
    ("inner", "outer", "answer"),
    [
        ("[1, 2]", "[1, 2]", True),
        ("(1, 2)", "[1, 2]", True),
        ("[1, 2]", "(1, 2]", False),
        ("[1, 2]", "[0, inf)", True),
        ("(-inf, 2]", "[0, 5]", False),
        ("[3, 4]", "[1, 2]", False),
    ],
)
def test_a_range_within_another(inner: str, outer: str, answer: bool) -> None:
    assert interval(inner).within(interval(outer)) is answer


@pytest.mark.parametrize(
    ("text", "by", "moved"),
    [("(1, 2]", "1", "(2, 3]"), ("(-inf, 2]", "-1", "(-inf, 1]"), ("[1, inf)", "1", "[2, inf)")],
)
def test_shifting_keeps_the_kind_of_ends(text: str, by: str, moved: str) -> None:
    assert interval(text).shifted(Fraction(by)) == interval(moved)


@pytest.mark.parametrize(
    ("text", "factor", "scaled"),
    [
        ("(1, 2]", "3", "(3, 6]"),
        ("(1, 2]", "-1", "[-2, -1)"),
        ("(1, inf)", "-2", "(-inf, -2)"),
        ("(-inf, 2]", "-1", "[-2, inf)"),
        ("(-inf, 2]", "1/2", "(-inf, 1]"),
    ],
)
def test_scaling_by_a_negative_number_swaps_the_ends(text: str, factor: str, scaled: str) -> None:
    assert interval(text).scaled(Fraction(factor)) == interval(scaled)


@pytest.mark.parametrize(
    ("part", "whole", "share"),
    [
        ("[2, 4]", "[4, 8]", "[1/4, 1]"),
        ("(2, 4]", "[4, 8]", "(1/4, 1]"),
        ("[2, 4]", "[4, 8)", "(1/4, 1]"),
        ("[2, 4]", "(4, 8]", "[1/4, 1)"),
        ("[2, 4)", "[4, 8]", "[1/4, 1)"),
        ("[2, 4]", "[4, inf)", "[0, 1]"),
        ("[2, inf)", "[4, 8]", "[1/4, inf)"),
        ("[0, 1]", "[1, 2]", "[0, 1]"),
    ],
)
def test_the_range_of_a_ratio(part: str, whole: str, share: str) -> None:
    assert ratio(interval(part), interval(whole)) == interval(share)


@pytest.mark.parametrize(
    ("part", "whole"),
    [("[-1, 1]", "[1, 2]"), ("(-inf, 1]", "[1, 2]"), ("[1, 2]", "[0, 2]"), ("[1, 2]", "(-inf, 2]")],
)
def test_no_ratio_where_a_part_may_be_negative_or_a_whole_zero(part: str, whole: str) -> None:
    with pytest.raises(ValueError, match="part of at least zero"):
        ratio(interval(part), interval(whole))
