"""Exact numbers as text: never narrower than the truth."""

import json
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.figures.display import (
    decimal,
    is_decimal,
    percent_text,
    range_json,
    range_strings,
    range_text,
    scale_of,
    signed,
)
from cnkz_stats.figures.interval import Interval

THIRD = Fraction(1, 3)


@pytest.mark.parametrize(
    ("value", "digits", "down", "up"),
    [
        ("1/3", 4, "0.3333", "0.3334"),
        ("2/3", 3, "0.666", "0.667"),
        ("-1/3", 4, "-0.3334", "-0.3333"),
        ("25.25", 12, "25.25", "25.25"),
        ("25.255", 4, "25.25", "25.26"),
        ("0", 3, "0", "0"),
        ("100", 1, "100", "100"),
        ("123456", 3, "123000", "124000"),
        ("999.9", 3, "999", "1000"),
        ("31190197500", 12, "31190197500", "31190197500"),
        ("1/1000000000000000", 3, "0.000000000000001", "0.000000000000001"),
        ("1/3000000000000000", 2, "0.00000000000000033", "0.00000000000000034"),
    ],
)
def test_a_number_is_rounded_down_or_up_to_so_many_digits(
    value: str, digits: int, down: str, up: str
) -> None:
    assert decimal(Fraction(value), up=False, digits=digits) == down
    assert decimal(Fraction(value), up=True, digits=digits) == up


SIZES = st.fractions(min_value=-(10**15), max_value=10**15, max_denominator=10**15)


@given(SIZES, st.integers(1, 15))
def test_rounding_brackets_the_number_within_a_unit_of_the_last_digit(value: Fraction, digits: int) -> None:
    low, high = (Fraction(decimal(value, up=up, digits=digits)) for up in (False, True))
    assert low <= value <= high
    assert high - low <= abs(value) / 10 ** (digits - 1)


@given(SIZES)
def test_no_exponent_no_final_zeros_no_plus(value: Fraction) -> None:
    text = decimal(value, up=True)
    assert set(text) <= set("-.0123456789")
    assert "." not in text or text[-1] not in ".0"


@pytest.mark.parametrize(("value", "ends"), [("25.245", True), ("1/3", False), ("1.2345678901234", False)])
def test_whether_a_number_ends_within_the_digits_shown(value: str, ends: bool) -> None:
    assert is_decimal(Fraction(value)) is ends


@given(st.lists(SIZES, min_size=2, max_size=2, unique=True).map(sorted), st.integers(1, 12))
def test_a_shown_range_holds_the_range(ends: list[Fraction], digits: int) -> None:
    low, high = range_strings(Interval(*ends), digits=digits)
    assert low is not None
    assert high is not None
    assert Fraction(low) <= ends[0] < ends[1] <= Fraction(high)


@given(st.lists(SIZES, min_size=2, max_size=2, unique=True).map(sorted), st.integers(1, 12))
def test_a_range_in_words_holds_the_range(ends: list[Fraction], digits: int) -> None:
    text = range_text(Interval(*ends), digits=digits)
    low, high = (part.replace("−", "-") for part in text.split(" to " if "−" in text else "–"))
    assert Fraction(low) <= ends[0] < ends[1] <= Fraction(high)


def test_the_one_form_of_a_range_in_json() -> None:
    assert json.loads(json.dumps(range_json(Interval(THIRD, None, lo_open=True)))) == {
        "low": "0.333333333333",
        "high": None,
        "low_open": True,
        "high_open": False,
        "exact": ["1/3", None],
    }


@pytest.mark.parametrize(
    ("lo", "hi", "opened", "text"),
    [
        ("25.245", "25.255", "", "25.245–25.255"),
        ("25.2", "25.255", "", "25.200–25.255"),
        ("25", "26", "", "25–26"),
        ("25.25", "25.25", "", "25.25"),
        ("60", None, "lo", "over 60"),
        ("60", None, "", "at least 60"),
        (None, "70", "hi", "under 70"),
        (None, "70", "", "at most 70"),
        (None, None, "", "any"),
        ("-3.5", "-1", "", "−3.5 to −1.0"),
        ("-1", "2", "", "−1 to 2"),
        ("-1", None, "", "at least −1"),
        ("0", "1/3", "", "0.000000000000–0.333333333334"),
    ],
)
def test_a_range_in_words(lo: str | None, hi: str | None, opened: str, text: str) -> None:
    bounds = Interval(
        None if lo is None else Fraction(lo),
        None if hi is None else Fraction(hi),
        opened == "lo",
        opened == "hi",
    )
    assert range_text(bounds) == text


def test_the_larger_end_has_so_many_digits_and_the_other_as_many_decimals() -> None:
    bounds = Interval(Fraction("68.50724637"), Fraction("168.7210"))
    assert range_text(bounds, digits=5) == "68.50–168.73"


def test_a_range_is_divided_by_its_scale() -> None:
    bounds = Interval(Fraction(25_245_000_000), Fraction(25_255_000_000))
    assert range_text(bounds, scale=10**9) == "25.245–25.255"


@pytest.mark.parametrize(
    ("values", "scale", "name"),
    [
        (["25245000000"], 10**9, "billion"),
        (["999999999"], 10**6, "million"),
        (["-1000", "5"], 1000, "thousand"),
        (["2000000000000"], 10**12, "trillion"),
        (["999"], 1, ""),
        ([], 1, ""),
    ],
)
def test_the_scale_that_people_use(values: list[str], scale: int, name: str) -> None:
    assert scale_of(*map(Fraction, values), None) == (scale, name)


@pytest.mark.parametrize(
    ("lo", "hi", "text"),
    [
        ("0.2355", "0.2365", "23.55–23.65 %"),
        ("-0.475", "-0.465", "−47.5 to −46.5 %"),
        ("0.15625", "0.16", "15.625–16.000 %"),
        ("1/3", "2/3", "33.333–66.667 %"),
        ("0", "0", "0 %"),
    ],
)
def test_rates_in_percent(lo: str, hi: str, text: str) -> None:
    assert percent_text(Interval(Fraction(lo), Fraction(hi))) == text


def test_people_read_a_true_minus() -> None:
    assert signed("-4.5") == "−4.5"
