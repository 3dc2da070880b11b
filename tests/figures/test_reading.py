"""From a printed figure to ranges: rounding, hedges, "N times", round numbers, slips of digits."""

from fractions import Fraction
from math import floor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause, Reading, certain_range, misprints, readings

BILLION, MILLION = 10**9, 10**6


def span(text: str, scale: int | Fraction = 1) -> Interval:
    """`[1, 2)` times a scale; a missing end is empty."""
    lo, hi = text[1:-1].split(", ")
    return Interval(
        Fraction(lo) * scale if lo else None,
        Fraction(hi) * scale if hi else None,
        lo_open=text[0] == "(" and bool(lo),
        hi_open=text[-1] == ")" and bool(hi),
    )


def printed(text: str, *, counted: bool = False) -> Interval:
    return readings(read_figure(text), counted=counted)[0].range


def reading(text: str, words: str, *, counted: bool = False) -> Reading:
    """The one reading of a figure whose text begins so."""
    (found,) = [one for one in readings(read_figure(text), counted=counted) if one.text.startswith(words)]
    return found


@pytest.mark.parametrize(
    ("digits", "low", "high"),
    [
        ("4.5", "4.45", "4.55"),
        ("4.50", "4.495", "4.505"),
        ("4.500", "4.4995", "4.5005"),
        ("4.5000", "4.49995", "4.50005"),
        ("4.50000", "4.499995", "4.500005"),
    ],
)
def test_zeros_after_the_decimal_mark_count(digits: str, low: str, high: str) -> None:
    assert printed(f"{digits} times as much") == span(f"[{low}, {high}]")


@pytest.mark.parametrize(
    ("text", "expected", "scale"),
    [
        ("$25.25 billion", "[25.245, 25.255]", BILLION),
        ("311.7亿美元", "[31.165, 31.175]", BILLION),
        ("36,86 млрд долларов", "[36.855, 36.865]", BILLION),
        ("$368 million", "[367.5, 368.5]", MILLION),
        ("up 23.6 percent", "[23.55, 23.65]", Fraction(1, 100)),
        ("упал на 47 %", "[-47.5, -46.5]", Fraction(1, 100)),
        ("-$1.2 billion", "[-1.25, -1.15]", BILLION),
        ("3.4 times as much", "[3.35, 3.45]", 1),
        ("Five joint projects", "[4.5, 5.5]", 1),
        ("down 0.0 percent", "[-0.05, 0.05]", Fraction(1, 100)),
    ],
)
def test_half_a_unit_of_the_last_digit_with_closed_ends(
    text: str, expected: str, scale: int | Fraction
) -> None:
    assert printed(text) == span(expected, scale)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2300万吨", "[22500000, 23500000]"),
        ("$930 million", "[925000000, 935000000]"),
        ("$23 million", "[22500000, 23500000]"),
        ("$20 million", "[19500000, 20500000]"),  # two digits: the zero counts
        ("$300 million", "[250000000, 350000000]"),
        ("12,800 t", "[12750, 12850]"),
        ("$25,250 million", "[25245000000, 25255000000]"),
        ("$25.250 billion", "[25249500000, 25250500000]"),
    ],
)
def test_final_zeros_of_an_amount_of_three_or_more_digits_do_not_count(text: str, expected: str) -> None:
    assert printed(text) == span(expected)


@pytest.mark.parametrize(
    ("text", "counted", "expected"),
    [
        ("120 percent", False, "[1.195, 1.205]"),
        ("100 times as much", False, "[99.5, 100.5]"),
        ("120 projects", True, "[119.5, 120.5]"),
        ("1200 trains", True, "[1199.5, 1200.5]"),
    ],
)
def test_every_digit_of_percentages_multiples_and_counts_counts(
    text: str, counted: bool, expected: str
) -> None:
    assert printed(text, counted=counted) == span(expected)


def test_a_figure_is_no_count_unless_told() -> None:
    figure = read_figure("$300 million")
    assert readings(figure)[0].range == certain_range(figure) == span("[250, 350]", MILLION)
    assert certain_range(figure, counted=True) == span("[299.5, 300.5]", MILLION)


def test_a_range_takes_its_finer_end_for_both() -> None:
    assert printed("4,5-5 млрд долларов") == span("[4.45, 5.05]", BILLION)


@pytest.mark.parametrize(
    ("text", "words", "expected", "scale"),
    [
        ("$25.25 billion", "was cut off", "[25.25, 25.26)", BILLION),
        ("$25.25 billion", "was rounded up", "(25.24, 25.25]", BILLION),
        ("8.2 times as much", "was cut off", "[8.2, 8.3)", 1),
        ("8.2 times as much", "was rounded up", "(8.1, 8.2]", 1),
        ("down 4.5 percent", "was cut off", "(-4.6, -4.5]", Fraction(1, 100)),
        ("down 4.5 percent", "was rounded up", "[-4.5, -4.4)", Fraction(1, 100)),
        ("0.0 percent", "was cut off", "(-0.1, 0.1)", Fraction(1, 100)),
        ("24-25 times as much", "was cut off", "[24, 26)", 1),
    ],
)
def test_other_rounding_rules_speak_of_the_size(
    text: str, words: str, expected: str, scale: int | Fraction
) -> None:
    other = reading(text, words)
    assert (other.range, other.cause, other.cost) == (span(expected, scale), Cause.ROUNDING, 1)


RULES = {
    0: lambda size: (floor(size + Fraction(1, 2)), round(size)),  # half-up, half-even
    1: lambda size: (floor(size),),
    2: lambda size: (-floor(-size),),
}


@given(
    st.fractions(min_value=-1000, max_value=1000, max_denominator=10**6),
    st.integers(0, 4),
    st.sampled_from(sorted(RULES)),
)
def test_the_true_number_lies_in_the_reading_of_the_rule_that_it_was_printed_by(
    true: Fraction, places: int, rule: int
) -> None:
    for whole in RULES[rule](abs(true) * 10**places):
        digits = str(whole).rjust(places + 1, "0")
        number = f"{digits[:-places]}.{digits[-places:]}" if places else digits
        figure = read_figure(f"{'down' if true < 0 else 'up'} {number} percent")
        assert true / 100 in readings(figure)[rule].range


@pytest.mark.parametrize(
    ("text", "likely", "certain", "scale"),
    [
        ("nearly 70 times", "[35, 70)", "[, 70)", 1),
        ("almost 25 times", "[18.75, 25)", "[, 25)", 1),
        ("近70倍", "[35, 70)", "[, 70)", 1),
        ("почти 25 раз", "[18.75, 25)", "[, 25)", 1),
        ("more than 60 times", "(60, 120]", "(60, ]", 1),
        ("逾212亿美元", "(21.2, 26.924]", "(21.2, ]", BILLION),
        ("свыше 25 раз", "(25, 35.75]", "(25, ]", 1),
        ("at least 25 times", "[25, 33.25]", "[25, ]", 1),
        ("не менее 25 раз", "[25, 33.25]", "[25, ]", 1),
        ("up to 25 times", "[12.5, 25]", "[, 25]", 1),
        ("around 30 percent", "[15.3, 45]", "[15.3, 45]", Fraction(1, 100)),
        ("about 31.17 times", "[26.8062, 35.5338]", "[26.8062, 35.5338]", 1),
        ("fell by more than 47 percent", "[-67.21, -47)", "[, -47)", Fraction(1, 100)),
    ],
)
def test_a_hedge_bounds_one_side_for_certain_and_the_other_likely(
    text: str, likely: str, certain: str, scale: int | Fraction
) -> None:
    assert printed(text) == span(likely, scale)
    assert certain_range(read_figure(text)) == span(certain, scale)


@pytest.mark.parametrize("hedge", ["nearly", "more than", "at least", "up to", "about", "under"])
@pytest.mark.parametrize("number", ["7", "25", "31.17"])
def test_a_hedge_is_never_narrower_than_the_bare_number(hedge: str, number: str) -> None:
    bare, hedged = printed(f"{number} times"), certain_range(read_figure(f"{hedge} {number} times"))
    assert _width(hedged) is None or _width(hedged) >= _width(bare)


def _width(bounds: Interval) -> Fraction | None:
    return None if bounds.lo is None or bounds.hi is None else bounds.hi - bounds.lo


def test_nearly_may_be_said_of_what_is_up_to_two_percent_above() -> None:
    loose = reading("nearly 70 times", "was said of")
    assert (loose.range, loose.cause) == (span("[, 71.4]"), Cause.HEDGE)


def test_what_is_hedged_twice_says_only_its_side() -> None:
    assert reading("more than 60 times", "only says").range == span("(60, ]")


def test_about_may_be_no_more_than_an_idea_of_the_size() -> None:
    assert reading("about 50 times", "is only a vague idea").range == Interval(None, None)


@pytest.mark.parametrize(
    ("text", "ratio", "increase"),
    [
        ("increased 70 times", "[69.5, 70.5]", "[70.5, 71.5]"),
        ("增长70倍", "[69.5, 70.5]", "[70.5, 71.5]"),
        ("increased nearly 70 times", "[35, 70)", "[36, 71)"),
        ("增长到3倍", "[2.5, 3.5]", None),
        ("вырос в 70 раз", "[69.5, 70.5]", None),
        ("3 times as much", "[2.5, 3.5]", None),
    ],
)
def test_n_times_is_a_ratio_or_an_increase_where_the_language_leaves_it_open(
    text: str, ratio: str, increase: str | None
) -> None:
    worded = [one.range for one in readings(read_figure(text)) if one.cause is Cause.WORDING]
    assert printed(text) == span(ratio)
    assert worded == ([] if increase is None else [span(increase)])


def test_an_increase_is_told_with_the_ratio_that_it_means() -> None:
    assert reading("increased 70 times", "means").text == "means larger by 70 times, so 71 times as large"


@pytest.mark.parametrize(
    ("text", "counted", "expected"),
    [
        ("100 times", False, "[50, 150]"),
        ("30 times", False, "[25, 35]"),
        ("50 projects", True, "[45, 55]"),
        ("52 projects", True, None),
        ("110 times", False, None),
        ("8 times", False, None),
        ("100 percent", False, None),
        ("$100 billion", False, None),
    ],
)
def test_a_count_or_multiple_of_one_digit_may_be_a_round_number(
    text: str, counted: bool, expected: str | None
) -> None:
    found = [
        (one.range, one.cost)
        for one in readings(read_figure(text), counted=counted)
        if one.text == "is a round number"
    ]
    assert found == ([] if expected is None else [(span(expected), Fraction(3, 2))])


@pytest.mark.parametrize(
    "text", ["$25.25 billion", "nearly 70 times", "increased 100 times", "about 5 percent"]
)
def test_the_first_reading_is_the_printed_one_and_the_only_one_without_cause(text: str) -> None:
    first, *others = readings(read_figure(text))
    assert (first.cause, first.cost, first.text) == (None, 0, "")
    assert all(one.cause is not None and one.cost >= 1 and one.text for one in others)


@pytest.mark.parametrize(
    ("text", "meant", "value"),
    [
        ("$25.25 billion", "$52.25 billion", 52_250_000_000),
        ("$25.25 billion", "$25.52 billion", 25_520_000_000),
        ("$25.25 billion", "$25.20 billion", 25_200_000_000),
        ("$12,800", "$12,900", 12_900),
        ("down 28 percent", "23 percent", Fraction(-23, 100)),
        ("$41.02 billion", "$42.01 billion", 42_010_000_000),
        ("by 8.2 percent", "18.2 percent", Fraction(182, 1000)),
        ("$125 million", "$25 million", 25_000_000),
    ],
)
def test_slips_of_a_digit_are_spelt_like_the_figure(text: str, meant: str, value: int | Fraction) -> None:
    found = {one.text: one.value for one in misprints(read_figure(text))}
    assert found[meant] == value


def test_a_first_digit_is_added_by_mistake_to_two_others_at_least() -> None:
    assert "8 percent" not in {one.text for one in misprints(read_figure("by 18 percent"))}


def test_swapped_digits_come_first_and_are_told_from_wrong_ones() -> None:
    slips = list(misprints(read_figure("182 projects")))
    assert [one.text for one in slips if one.swapped] == ["812 projects", "281 projects", "128 projects"]
    assert [one.swapped for one in slips] == sorted((one.swapped for one in slips), reverse=True)


def test_a_slip_never_begins_with_zero_and_never_repeats_the_figure() -> None:
    texts = [one.text for one in misprints(read_figure("10 projects"))]
    assert len(texts) == len(set(texts)) == 8 + 9 + 9
    assert "10 projects" not in texts
    assert not any(text.startswith("0") for text in texts)


@pytest.mark.parametrize("text", ["Five joint projects", "4,5-5 млрд долларов", "вдвое"])
def test_number_words_and_ranges_have_no_slips(text: str) -> None:
    assert list(misprints(read_figure(text))) == []


def test_a_figure_without_digits_in_its_text_has_no_slips() -> None:
    assert list(misprints(Figure("", Fraction(5), Fraction(1)))) == []
