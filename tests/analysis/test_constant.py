"""Growth in constant prices: exact ranges over an index that is printed too, claims kept but not compared."""

from fractions import Fraction

import pytest

from cnkz_stats.analysis.constant import in_constant_prices
from cnkz_stats.analysis.growth import growth
from cnkz_stats.analysis.targets import needed_growth
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import range_text
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder

TRADE = """
    id     statement  period  base  figure           authority
    first  level      1992    .     $368 million     GACC
    last   level      2021    .     $25.25 billion   GACC
    near   multiple   2021    1992  nearly 70 times  GACC
"""
DEFLATORS = """
    unit  year  index    source
    USD   1992  140.3    s1
    USD   2020  258.811  s1
    USD   2021  270.970  s1
    USD   2025  321.943  s1
"""


@pytest.fixture
def real(make_folder):
    def real(trade, prices=None, deflators=DEFLATORS, **tables):
        folder = read_folder(
            make_folder(trade=trade, **(tables | ({"deflators": deflators} if deflators else {})))
        )
        rows = growth(folder) + needed_growth(folder)
        return in_constant_prices(rows, folder, None if prices is None else Period.year(prices))

    return real


def test_trade_multiplied_by_35_where_dollars_of_the_time_say_68(real):
    (row,), notes = real(TRADE)
    assert not notes
    assert row.multiple == Interval(
        Fraction("25245") / Fraction("368.5") * Fraction("140.25") / Fraction("270.9705"),
        Fraction("25255") / Fraction("367.5") * Fraction("140.35") / Fraction("270.9695"),
    )
    assert range_text(row.multiple, digits=5) == "35.458–35.595"
    assert row.rate == row.multiple.shifted(Fraction(-1))
    assert row.years == 29


def test_levels_are_amounts_in_prices_of_the_year_and_the_last_year_of_the_index_is_taken_unasked(real):
    (row,), _ = real(TRADE)
    assert row.real == 2025
    assert row.levels[0].range == Interval(
        Fraction("367500000") * Fraction("321.9425") / Fraction("140.35"),
        Fraction("368500000") * Fraction("321.9435") / Fraction("140.25"),
    )


def test_a_level_of_the_year_itself_stays_as_printed(real):
    (row,), _ = real(TRADE, prices=2021)
    assert row.levels[1].range == Interval(Fraction("25.245e9"), Fraction("25.255e9"))


def test_the_multiple_does_not_depend_on_the_year_of_the_prices(real):
    assert real(TRADE, prices=1992)[0][0].multiple == real(TRADE, prices=2020)[0][0].multiple


def test_growth_within_a_year_needs_no_index_twice(real):
    ((row,), _) = real(
        """
        statement  period   base     figure
        multiple   2021-12  2021-11  2 times
        """
    )
    assert row.multiple == Interval(Fraction("1.5"), Fraction("2.5"))


def test_what_sources_claim_is_nominal_and_not_compared(real):
    (row,), _ = real(TRADE)
    assert [(one.claim.id, one.agrees) for one in row.claimed] == [("near", None)]


def test_yuan_tonnes_targets_and_years_without_index_are_left_out_and_counted(real):
    rows, notes = real(
        TRADE + "    goal  target  2030  .  $40 billion  GACC",
        yuan="""
            period  figure       unit  authority
            2020    ¥100 billion  CNY   GACC
            2021    ¥120 billion  CNY   GACC
        """,
        rail="""
            series        period  figure
            rail_tonnage  2020    20 million tonnes
            rail_tonnage  2021    22 million tonnes
        """,
    )
    assert [(str(row.start), str(row.end)) for row in rows] == [("1992", "2021")]
    assert notes == [
        "Left out: 1 of 4 rows: deflators.csv has no index of 2025 for CNY.",
        "Left out: 1 of 4 rows: deflators.csv has no index of 2030 for USD.",
        "Left out: 1 of 4 rows: they are no amounts of money.",
    ]


def test_seasons_over_two_years_are_left_out(real):
    with pytest.raises(CnkzError, match="they run over two calendar years"):
        real(
            """
            statement  period           base             figure
            multiple   2020-09/2021-08  2019-09/2020-08  2 times
            """
        )


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"deflators": None}, "no deflators.csv in this folder, expected a price index"),
        ({"prices": 2030}, "no index of 2030 in deflators.csv, expected a year of 1992 to 2025"),
        (
            {"deflators": "unit  year  index  source\nUSD  1992  140.3  s1"},
            "no growth in prices of 1992: deflators.csv has no index of 2021 for USD",
        ),
    ],
)
def test_without_the_index_it_says_what_is_missing(real, options, message):
    with pytest.raises(CnkzError, match=message):
        real(TRADE, **options)
