"""What a dollar cost: the folder's rates, else those of the package; wide enough for any rate of the time."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.rates import Rates, monies_of

TRADE = """
    period  figure
    2021    $25.25 billion
"""
OWN = """
    currency  year  rate  source  vintage  note
    CNY       2021  5.00  s1      .        .
"""


@pytest.fixture
def rates(make_folder):
    return lambda **tables: Rates(read_folder(make_folder(trade=TRADE, **tables)))


def test_a_folder_without_rates_takes_those_of_the_package(rates):
    assert rates().average("CNY", "USD", 2021) == Fraction("6.4508")
    assert rates().currencies == ["CNY", "EUR", "KZT", "RUB", "USD"]


def test_the_folders_own_rate_comes_first_and_the_package_fills_in_other_years(rates):
    own = rates(exchange_rates=OWN)
    assert (own.average("CNY", "USD", 2021), own.average("CNY", "USD", 2022)) == (5, Fraction("6.729"))


def test_a_flow_was_counted_near_the_average_of_its_year_or_of_those_around_it(rates):
    price = rates().price("CNY", "USD", Period.parse("2021"))
    average = Fraction("6.4508")
    assert price == Interval(average * Fraction(92, 100), average * Fraction(108, 100))


def test_where_the_rate_moved_much_it_lies_between_those_of_the_years_around_it(rates):
    price = rates().price("KZT", "USD", Period.parse("2015"))
    assert price is not None
    assert (round(float(price.lo)), round(float(price.hi))) == (179, 342)


def test_what_spans_years_was_counted_at_the_rate_of_any_of_them(rates):
    price = rates().price("CNY", "USD", Period.parse("2014/2024"))
    assert price is not None
    assert price.lo < Fraction("6.15") < Fraction("7.19") < price.hi


def test_the_year_after_the_last_may_have_gone_on_but_of_one_further_on_nothing_is_known(rates):
    assert Fraction("92.6") in rates().price("RUB", "USD", Period.parse("2024"))
    assert rates().price("RUB", "USD", Period.parse("2025")) is None


def test_two_other_monies_are_compared_by_what_a_dollar_cost_in_both(rates):
    assert Fraction("64.4") in rates().price("KZT", "CNY", Period.parse("2023"))
    assert Fraction("0.0155") in rates().price("CNY", "KZT", Period.parse("2023"))


def test_the_monies_of_two_sides_begin_with_the_codes_of_their_countries():
    assert list(monies_of("CN-XJ", "KZ")) == ["CNY", "KZT"]
    assert list(monies_of("RU", "W00")) == ["RUB"]


@pytest.mark.parametrize(("authority", "counted"), [("GACC", False), ("BNS", True)])
def test_growth_was_counted_in_no_money_but_that_of_whoever_counts(authority, counted, folder_of) -> None:
    """The tenge lost 3 % to the dollar from 2023 to 2024: growth by 6.8 % in dollars is growth by some 10 % in tenge."""
    folder = folder_of(
        trade=f"""
            statement  period  figure          authority
            level      2023    $41.02 billion  {authority}
            level      2024    $43.82 billion  {authority}
            growth     2024    up 9.9 percent  {authority}
        """
    )
    (finding,) = audit(folder).findings
    text = "if “up 9.9 percent” was counted in tenge, not in dollars"
    assert (text in [cause.text for cause in finding.causes]) is counted
