"""Tightest ranges, exactly: amounts, sums, ratios, and the facts that bind them."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import all_bounds, ratio_bounds, rows_of
from cnkz_stats.reasoning.constraints import fact_rows, premises
from cnkz_stats.reasoning.system import components

LEVEL_AND_GROWTH = """
    statement  period  figure
    level      2022    $31.17 billion
    growth     2022    up 23.6 percent
"""


@pytest.fixture
def bounds(make_folder):
    """The bounds of each quantity of a folder by series and period, with the figures that bind them."""

    def found(**tables):
        folder = read_folder(make_folder(**tables))
        return {
            (one.quantity.series, one.quantity.area, str(one.quantity.period)): one.bounds
            for one in all_bounds(facts_of(folder), folder)
        }

    return found


def figures(bounds):
    return [fact.claims[0].figure.text for fact in bounds.facts]


def test_a_level_nobody_prints_follows_from_the_level_and_the_growth_after_it(bounds):
    before = bounds(trade=LEVEL_AND_GROWTH)["turnover", "CN", "2021"]
    assert before.range == Interval(
        Fraction("31165000000") / Fraction("1.2365"), Fraction("31175000000") / Fraction("1.2355")
    )
    assert figures(before) == ["$31.17 billion", "up 23.6 percent"]


def test_only_the_facts_that_bind_are_named(bounds):
    loose = LEVEL_AND_GROWTH + "    level      2021    $30 billion\n"
    loose = loose.replace("$30 billion", "more than $20 billion")
    assert figures(bounds(trade=loose)["turnover", "CN", "2021"]) == ["$31.17 billion", "up 23.6 percent"]


def test_a_part_that_nobody_prints_follows_from_an_identity(bounds):
    found = bounds(
        trade="""
            series    area  partner  period  figure
            turnover  CN    KZ       2022    $31.2 billion
            exports   CN    KZ       2022    $16.4 billion
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  turnover is the sum of both flows
        """,
    )
    other_way = found["exports", "KZ", "2022"]
    assert other_way.range == Interval(Fraction(14_700_000_000), Fraction(14_900_000_000))


def test_an_open_end_stays_open(bounds):
    over = bounds(trade="period  figure\n2022  more than $20 billion")["turnover", "CN", "2022"]
    assert over.range.lo == 20_000_000_000
    assert over.range.lo_open


def test_contradictory_facts_have_no_bounds(bounds):
    clash = "period  figure\n2022  $31.17 billion\n2022  $24.1 billion"
    assert not bounds(trade=clash)


def test_a_ratio_is_bounded_itself_not_as_a_quotient_of_bounds(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                statement  period  figure
                level      2021    $25.25 billion
                level      2022    $31.2 billion
                growth     2022    up 23.6 percent
            """
        )
    )
    facts = facts_of(folder)
    (component,) = components(facts, folder)
    growth = next(fact for fact in facts if fact.base is not None)
    ratio = ratio_bounds(growth.quantity, growth.base, rows_of(component))
    assert ratio is not None
    assert ratio.range == Interval(Fraction("1.2355"), Fraction("1.2365"))


def test_a_ratio_under_contradictory_rows_has_none(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                statement  period  figure
                growth     2022    up 23.6 percent
                growth     2022    up 34.1 percent
            """
        )
    )
    growth, _ = facts = facts_of(folder)
    rows = [row for fact in facts for row in (*fact_rows(fact), *premises(fact))]
    assert ratio_bounds(growth.quantity, growth.base, rows) is None
