"""Figures, periods, units and pairs in the words of a caption."""

from fractions import Fraction

import pytest

from cnkz_stats.analysis.captions import (
    amount_text,
    claimed_text,
    date_text,
    in_period,
    listed,
    number_text,
    pair_name,
    period_text,
    range_words,
    scale,
)
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.quantity import Quantity


@pytest.mark.parametrize(
    ("period", "text"),
    [
        ("2022", "2022"),
        ("2023-01/2023-11", "Jan–Nov 2023"),
        ("2022-Q1", "Q1 2022"),
        ("2022-02/2022-04", "Feb–Apr 2022"),
        ("2023-05", "May 2023"),
        ("2022-12-31", "31 Dec 2022"),
        ("2013/2022", "2013–2022"),
        ("2021-09/2022-06", "Sep 2021 – Jun 2022"),
        ("2023-11-10/2024-11-10", "10 Nov 2023 – 10 Nov 2024"),
        ("2023-11-01/2023-11-30", "Nov 2023"),
    ],
)
def test_a_period_is_written_as_people_do(period, text):
    assert period_text(Period.parse(period)) == text


def test_a_day_is_on_and_anything_longer_is_in():
    assert in_period(Period.parse("2022-12-31")) == "on 31 Dec 2022"
    assert in_period(Period.parse("2022")) == "in 2022"


@pytest.mark.parametrize(
    ("published", "text"),
    [("2023-09-19", "19 Sep 2023"), ("2023-09", "Sep 2023"), ("2022", "2022"), ("", "")],
)
def test_a_date_of_publication_is_as_exact_as_it_is_known(published, text):
    assert date_text(published) == text


@pytest.mark.parametrize(
    ("value", "quantum", "text"),
    [
        ("25", "0.1", "25.0"),
        ("0.368", "0.001", "0.368"),
        ("1234567", "1", "1,234,567"),
        ("23", "10", "23"),
        ("-5.5", "0.1", "−5.5"),
        ("1/3", "1", "0.3333–0.3334"),
    ],
)
def test_a_number_keeps_the_decimals_it_was_printed_with(value, quantum, text):
    assert number_text(Fraction(value), Fraction(quantum)) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        ("25.245", "25.255", "25.245–25.255"),
        ("25.20424", "25.23269", "25.204–25.233"),
        ("184500", "222000", "184,500–222,000"),
        (None, "0.5", "at most 0.5"),
    ],
)
def test_a_range_is_rounded_outward_and_hardly_widened(low, high, text):
    ends = [None if end is None else Fraction(end) for end in (low, high)]
    assert range_words(Interval(*ends)) == text


def test_amounts_are_counted_in_millions_and_up_and_below_that_in_full():
    assert scale(Fraction(999_999)) == (1, "")
    assert scale(Fraction(36_860_000_000), None) == (10**9, "billion")
    assert amount_text(Interval(Fraction(995), Fraction(1005)), "MW") == "995–1,005 MW"


@pytest.mark.parametrize(
    ("series", "area", "text"),
    [
        ("turnover", "CN", "China–Kazakhstan"),
        ("exports", "CN", "China to Kazakhstan"),
        ("turnover", "CN-XJ", "Xinjiang–Kazakhstan"),
        ("turnover", "PE", "PE–Kazakhstan"),
    ],
)
def test_a_pair_goes_by_names_and_other_areas_by_their_codes(series, area, text):
    assert pair_name(Quantity(series, area, "KZ", "", Period.year(2022), "USD", "", "")) == text


def test_an_area_without_a_partner_stands_alone():
    assert pair_name(Quantity("turnover", "KZ", "", "", Period.year(2022), "USD", "", "")) == "Kazakhstan"


def test_all_languages_come_out_in_one_notation(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                statement  series          period  base         figure                          said
                level      turnover        2021    .            36,86 млрд долларов             36.86 billion dollars
                level      turnover        2022    .            over 21.2 billion U.S. dollars  over 21.2 billion dollars
                level      balance         2021    .            минус 5,5 млн долларов          −5.5 million dollars
                level      rail_tonnage    2022    .            2300万吨                         23 million tonnes
                level      projects_count  2022    .            52个                             52 projects
                growth     turnover        2022    .            упал на 47 %                    −47 %
                growth     turnover        2022    .            增长61.3%                        +61.3 %
                multiple   turnover        2021    1992         increased nearly 70 times       nearly 70 times
                change     turnover        2022    2021         up by 2.8 billion dollars       +2.8 billion dollars
                share      exports         2022    partner=W00  15.6 percent                    15.6 %
            """.replace("said", "note")
        )
    )
    assert [claimed_text(claim) for claim in folder.claims] == [claim.note for claim in folder.claims]


def test_the_hedge_of_a_negative_figure_says_which_way_it_is_open(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                statement  series    period  figure
                growth     turnover  2022    fell by more than 47 percent
                growth     turnover  2021    fell by nearly 5 percent
            """
        )
    )
    assert [claimed_text(claim) for claim in folder.claims] == ["below −47 %", "nearly −5 %"]


@pytest.mark.parametrize(
    ("parts", "text"), [(["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_a_list_ends_with_and(parts, text):
    assert listed(parts) == text
