"""Axes, positions in time, and labels that keep out of each other's way."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.period import Period
from cnkz_stats.views.chart_layout import (
    FAR,
    NEAR,
    Box,
    along,
    axis,
    axis_from_zero,
    nearest,
    placed,
    positions,
    spread,
    stacked,
    tick_texts,
)

PAGE = Box(0, 0, 100, 100)
MARK = Box(45, 45, 55, 55)


def numbers(*texts):
    return [Fraction(text) for text in texts]


@pytest.mark.parametrize(
    ("ends", "ticks"),
    [
        (("31.2",), ["0", "10", "20", "30", "40"]),
        (("-5", "2.8"), ["−6", "−4", "−2", "0", "2", "4"]),
        (("-3",), ["−3", "−2", "−1", "0"]),
        (("0.9",), ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
        (("0",), ["0", "1"]),
        (("2",), ["0", "1", "2"]),
        (("12",), ["0", "5", "10", "15"]),
        (("12.5",), ["0.0", "2.5", "5.0", "7.5", "10.0", "12.5"]),
        (("52000",), ["0", "20,000", "40,000", "60,000"]),
    ],
)
def test_an_axis_has_zero_on_it_and_round_steps(ends, ticks):
    assert tick_texts(axis_from_zero(numbers(*ends)), Fraction(1)) == ticks


def test_one_small_level_beside_large_ones_stays_what_it_is():
    levels = numbers("0.368", "25.25", "31.17")
    assert not axis(levels, levels).logarithmic


def test_several_levels_that_would_lie_flat_get_a_logarithmic_axis_with_plain_numbers():
    levels = numbers("0.368", "0.391", "31.17")
    scale = axis(levels, levels)
    assert scale.logarithmic
    assert tick_texts(scale, Fraction(1)) == ["0.2", "0.5", "1", "2", "5", "10", "20", "50"]
    assert scale.at(Fraction(10)) - scale.at(Fraction(1)) == pytest.approx(
        scale.at(Fraction(50)) - scale.at(Fraction(5))
    )


def test_many_decades_name_powers_of_ten_only():
    levels = numbers("1", "20", "10000000")
    assert tick_texts(axis(levels, levels), Fraction(1))[:3] == ["1", "10", "100"]


def test_a_negative_amount_keeps_an_axis_linear():
    levels = numbers("-1", "0.1", "0.2", "50")
    assert not axis(levels, levels).logarithmic


def test_an_amount_stands_at_its_share_of_the_axis_and_never_beyond_it():
    scale = axis_from_zero(numbers("40"))
    assert [scale.at(Fraction(amount)) for amount in (0, 10, 40, 90, -5)] == [0, 0.25, 1, 1, 0]


def test_periods_stand_in_proportion_to_time():
    years = [Period.year(year) for year in (2019, 2020, 2022)]
    places, breaks = positions(years)
    assert places == pytest.approx([0, 1 / 3, 1], abs=0.001)
    assert breaks == []


def test_decades_between_years_are_left_out_and_said_to_be():
    years = [Period.year(year) for year in (1992, 2021, 2022, 2023)]
    places, breaks = positions(years)
    assert places[1] == pytest.approx(2.5 / 4.5, abs=0.01)
    assert breaks == [1]


def test_parts_of_years_do_not_break_the_axis_of_whole_years():
    periods = [Period.parse(text) for text in ("2023-01/2023-11", "2023", "2024-01/2024-09", "2024")]
    assert positions(periods)[1] == []


def test_one_period_stands_in_the_middle():
    assert positions([Period.year(2022)]) == ([0.5], [])


def test_blocks_are_spread_so_that_none_covers_another():
    tops = spread([50, 52, 90], [10, 10, 10], low=0, high=100)
    assert tops == [50, 60, 90]
    assert spread([99, 98], [10, 10], low=0, high=100) == [100, 90]
    assert spread([-5, 3], [10, 20], low=0, high=100) == [10, 30]


def test_blocks_that_do_not_fit_overlap_evenly():
    assert spread([10, 10], [20, 20], low=0, high=20) == [10, 20]


def test_spans_that_meet_go_to_other_storeys():
    assert stacked([(0, 10), (10, 20), (5, 8), (6, 15), (21, 22)]) == [0, 0, 1, 2, 0]


def test_a_label_stands_above_its_mark_if_nothing_is_in_the_way():
    assert placed(20, 8, MARK, distances=(NEAR,), inside=PAGE, clear=(), better=()) == Box(40, 57, 60, 65)


def test_a_label_goes_below_what_is_taken_and_further_away_if_need_be():
    above = Box(0, 56, 100, 66)
    below = placed(20, 8, MARK, distances=(NEAR,), inside=PAGE, clear=(above,), better=())
    assert below is not None
    assert below.top < MARK.bottom
    around = [Box(0, 56, 100, 62), Box(0, 40, 44, 60), Box(56, 40, 100, 60), Box(0, 0, 100, 44)]
    options = {"inside": PAGE, "clear": around, "better": ()}
    assert placed(20, 8, MARK, distances=(NEAR,), **options) is None
    assert placed(20, 8, MARK, distances=(NEAR, FAR), **options) == Box(40, 64, 60, 72)


def test_a_label_would_rather_not_cross_a_line():
    line = along((0, 60), (100, 60))
    label = placed(20, 8, MARK, distances=(NEAR,), inside=PAGE, clear=(), better=line)
    assert label is not None
    assert label.top <= MARK.bottom


def test_a_label_never_leaves_the_plot():
    assert placed(200, 8, MARK, distances=(NEAR, FAR), inside=PAGE, clear=(), better=()) is None


def test_boxes_that_touch_do_not_meet():
    assert not Box(0, 0, 10, 10).meets(Box(10, 0, 20, 10))
    assert Box(0, 0, 10, 10).meets(Box(9, 9, 20, 20))


def test_the_nearest_point_of_a_box():
    assert nearest((0, 50), MARK) == (45, 50)
    assert nearest((50, 50), MARK) == (50, 50)
