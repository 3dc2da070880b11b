"""Price indices, products and exchange rates by year: read as printed, every problem placed."""

from fractions import Fraction

import pytest

from cnkz_stats.errors import DataError
from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import read_folder

TRADE = """
    period  figure
    2021    $25.25 billion
"""
DEFLATORS = """
    unit  year  index    source  vintage
    USD   1992  140.3    s1      2026-07
    USD   2021  270.970  s1      2026-07
"""


@pytest.fixture
def folder_with(make_folder):
    return lambda **tables: read_folder(make_folder(trade=TRADE, **tables))


@pytest.fixture
def problems_with(folder_with):
    def problems(**tables):
        with pytest.raises(DataError) as caught:
            folder_with(**tables)
        return [str(problem) for problem in caught.value.problems]

    return problems


def test_an_index_is_what_its_printed_digits_allow(folder_with):
    first, last = folder_with(deflators=DEFLATORS).deflators
    assert (first.code, str(first.year), first.vintage) == ("USD", "1992", "2026-07")
    assert first.range == Interval(Fraction("140.25"), Fraction("140.35"))
    assert last.range == Interval(Fraction("270.9695"), Fraction("270.9705"))


def test_products_are_amounts_and_rates_are_units_of_a_currency_for_a_dollar(folder_with):
    folder = folder_with(
        gdp="""
            area  year  gdp                      source  vintage
            KZ    1992  2.875 billion US dollars  s1      2019-04
        """,
        exchange_rates="""
            currency  year  rate   source
            KZT       2024  469.0  s1
        """,
    )
    assert folder.gdp[0].range == Interval(Fraction(2874500000), Fraction(2875500000))
    assert folder.exchange_rates[0].range == Interval(Fraction("468.95"), Fraction("469.05"))


def test_two_documents_may_differ_about_a_product(folder_with):
    folder = folder_with(
        gdp="""
            area  year  gdp                      source  vintage
            KZ    1992  2.875 billion US dollars  s1      2019-04
            KZ    1992  24.9 billion US dollars   s2      2026-03
        """,
        sources="""
            id
            s1
            s2
        """,
    )
    assert [one.source for one in folder.gdp] == ["s1", "s2"]


def test_a_folder_needs_none_of_these_tables(folder_with):
    folder = folder_with()
    assert (folder.deflators, folder.exchange_rates, folder.gdp) == ((), (), ())


def test_every_problem_is_placed(problems_with):
    assert problems_with(
        deflators="""
            unit  year     index  source
            US    1992     140.3  s1
            USD   1992-05  0      s1
            USD   1993     144,5  s9
            USD   2021     271    s1
            USD   2021     271    s1
        """
    ) == [
        "deflators.csv:2:1: read unit 'US', expected CNY, EUR, KZT, RUB or USD",
        "deflators.csv:3:5: read year '1992-05', expected a year such as 2023",
        "deflators.csv:3:13: read index '0', expected a number above zero such as 140.3",
        "deflators.csv:4:10: read index '144,5', expected a number above zero such as 140.3",
        "deflators.csv:4:18: read source 's9', expected 's1' as above: two indices have two bases",
        "deflators.csv:4:18: read source 's9', expected an id of sources.csv",
        "deflators.csv:6:5: read year '2021', expected another: deflators.csv:5:5 has it",
    ]


def test_a_product_is_in_dollars(problems_with):
    (problem,) = problems_with(
        gdp="""
            area  year  gdp                source
            CN    2024  134.9 trillion yuan  s1
        """
    )
    assert problem.endswith("expected an amount in dollars such as '24.9 billion US dollars'")
