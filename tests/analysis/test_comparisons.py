"""Each claim beside what all the others make of the same number."""

import pytest

from cnkz_stats.analysis.comparisons import comparisons
from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.books import facts_of


@pytest.fixture
def compared(make_folder):
    """By the first claim of each fact: what it claims, what the others make of it, whether both can be."""

    def find(trade: str, **tables: str) -> dict[str, tuple[str, str, bool]]:
        folder = read_folder(make_folder(trade=trade, **tables))
        found = comparisons(facts_of(folder), folder)
        return {
            one.fact.claims[0].id: (*map(shown(one), (one.claimed, one.computed)), one.agrees)
            for one in found
        }

    return find


def shown(comparison):
    if comparison.fact.statement in (Statement.GROWTH, Statement.SHARE):
        return percent_text
    if comparison.fact.statement is Statement.MULTIPLE:
        return lambda bounds: range_text(bounds, digits=5)
    return lambda bounds: range_text(bounds, scale=10**9, digits=6)


FIRST_EXAMPLE = """
    id      statement  period  base  figure              source
    first   level      1992    .     $368 million        s1
    before  level      2021    .     $25.25 billion      s1
    after   level      2022    .     $31.17 billion      s2
    growth  growth     2022    .     up 23.6 percent     s2
    near    multiple   2021    1992  nearly 70 times     s1
    past    multiple   2021    1992  more than 60 times  s3
"""


def test_the_first_example(compared) -> None:
    assert compared(FIRST_EXAMPLE) == {
        "before": ("25.245–25.255", "25.2042–25.2327", False),
        "after": ("31.165–31.175", "31.1901–31.2279", False),
        "growth": ("23.55–23.65 %", "23.401–23.490 %", False),
        "near": ("under 70", "68.507–68.661", True),
        "past": ("over 60", "68.507–68.661", True),
        "first": ("0.3675–0.3685", "0.360642–0.420545", True),
    }


def test_a_claim_is_held_against_the_others_only(compared) -> None:
    assert compared("period  figure\n2022  $31 billion") == {}
    assert compared(
        """
        id  period  figure
        a   2022    $31 billion
        b   2022    $31.2 billion
        """
    ) == {"a": ("30.5–31.5", "31.15–31.25", True), "b": ("31.15–31.25", "30.5–31.5", True)}


def test_reposts_are_one_fact_and_do_not_confirm_each_other(compared) -> None:
    assert (
        compared(
            """
            id  period  figure          source
            a   2022    $31.2 billion   s1
            b   2022    31.2 billion    s2
            """
        )
        == {}
    )


def test_a_fact_of_which_the_others_contradict_each_other_is_left_out(compared) -> None:
    found = compared(
        """
        id  period  figure
        a   2022    $31 billion
        b   2022    $24 billion
        c   2022    $40 billion
        """
    )
    assert found == {}


def test_ranges_that_touch_agree(compared) -> None:
    assert compared(
        """
        id  period  figure
        a   2022    $24.1 billion
        b   2022    $24.2 billion
        """
    ) == {"a": ("24.05–24.15", "24.15–24.25", True), "b": ("24.15–24.25", "24.05–24.15", True)}


def test_an_average_is_compared_as_growth_over_the_whole_time(compared) -> None:
    found = compared(
        """
        id   statement  period  base  figure
        old  level      2013    .     $3120.4 million
        new  level      2024    .     $6741.5 million
        avg  growth     2024    2013  up 7.3 percent a year
        """
    )
    assert found["avg"] == ("115.95–118.19 %", "116.04–116.06 %", True)


def test_a_share_is_compared_with_part_and_whole(compared) -> None:
    found = compared(
        """
        id     statement  series    period  base             figure
        part   level      exports   2022    .                $16.0 billion
        whole  level      turnover  2022    .                $32.0 billion
        share  share      exports   2022    series=turnover  49.9 percent
        """
    )
    assert found["share"] == ("49.85–49.95 %", "49.765–50.235 %", True)


def test_sums_of_several_quantities_are_not_used(compared) -> None:
    found = compared(
        """
        id   series    period  figure
        sum  turnover  2022    $31.2 billion
        out  exports   2022    $16 billion
        in   imports   2022    $9 billion
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
        """,
    )
    assert found == {}


def test_a_part_lies_in_its_whole(compared) -> None:
    found = compared(
        """
        id      period           figure
        year    2022             $20 billion
        months  2022-01/2022-11  $28 billion
        floor   2022-01/2022-11  at least $15 billion
        """
    )
    assert found == {"months": ("27.5–28.5", "15.00–19.95", False)}


def test_changes_and_targets_are_not_compared(compared) -> None:
    found = compared(
        """
        id    statement  period  base  figure
        a     level      2021    .     $20 billion
        b     level      2022    .     $31 billion
        diff  change     2022    2021  up $11 billion
        goal  target     2022    .     $100 billion
        """
    )
    assert found == {}


def test_claims_stand_in_the_order_of_their_ids(compared) -> None:
    assert list(compared(FIRST_EXAMPLE)) == ["after", "before", "first", "growth", "near", "past"]
