"""Explanations: numbered lines, sources, and what was repaired."""

from fractions import Fraction

import pytest

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.explain import explain, implied_bounds
from cnkz_stats.views.explanations import about_of, repair_lines

FIRST_EXAMPLE = """
    id      statement  period  figure           authority  source
    first   level      2021    $25.25 billion   .          paper
    second  level      2022    $31.17 billion   GACC       agency
    third   growth     2022    up 23.6 percent  GACC       agency
    goal    target     2030    $40 billion      .          paper
"""


@pytest.fixture
def example(make_folder):
    folder = read_folder(make_folder(trade=FIRST_EXAMPLE))
    return audit(folder), folder


def test_a_quantity_follows_in_lines_that_can_be_redone(example):
    (derivation,) = explain("turnover", Period.year(2021), *example)
    assert derivation.lines == (
        "“$31.17 billion” (agency): trade turnover CN–KZ 2022 (GACC) is at least 31.165 billion USD",
        "“up 23.6 percent” (agency): trade turnover CN–KZ 2022 (GACC) is at most 1.2365 times trade turnover CN–KZ 2021 (GACC)",
        "so trade turnover CN–KZ 2021 (GACC) is at least 31.165 / 1.2365 = 25.2042054185… (billion USD)",
        "“$31.17 billion” (agency): trade turnover CN–KZ 2022 (GACC) is at most 31.175 billion USD",
        "“up 23.6 percent” (agency): trade turnover CN–KZ 2022 (GACC) is at least 1.2355 times trade turnover CN–KZ 2021 (GACC)",
        "so trade turnover CN–KZ 2021 (GACC) is at most 31.175 / 1.2355 = 25.232699312… (billion USD)",
    )
    assert [claim.id for claim in derivation.claims] == ["second", "third"]


def test_what_clashes_is_read_as_repaired_and_the_repair_is_told(example):
    found, _ = example
    (repair,) = found.repairs.values()
    assert repair.startswith("taken “$25.25 billion” rests on another edition")


def test_a_finding_says_what_would_have_to_change(example):
    found, folder = example
    (derivation,) = explain(found.findings[0].id, None, found, folder)
    assert derivation.changes[0].startswith("if “$25.25 billion” rests on another edition")
    assert derivation.lines == found.findings[0].proof


def test_a_claim_is_held_against_the_others(example):
    (derivation,) = explain("first", None, *example)
    assert derivation.conclusion.startswith(
        "the others put trade turnover CN–KZ 2021 (GACC) at 25.2042054185–25.2326993121 billion USD; the claim is part of finding"
    )


def test_a_rate_follows_from_two_levels_by_one_division(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                id      statement  period  base  figure          source
                before  level      2021    .     $25.25 billion  paper
                after   level      2022    .     $31.17 billion  paper
                growth  growth     2022    .     up 23.4 %       agency
            """
        )
    )
    (derivation,) = explain("growth", None, audit(folder), folder)
    assert [line for line in derivation.lines if line.startswith("so")] == [
        "so trade turnover CN–KZ 2022 is at least 31.165 / 25.255 = 1.23401306671… times trade turnover CN–KZ 2021",
        "so trade turnover CN–KZ 2022 is at most 31.175 / 25.245 = 1.2348979996… times trade turnover CN–KZ 2021",
    ]
    assert derivation.conclusion.endswith("at 23.4013066719–23.4897999604 %; the claim fits")


def test_an_average_is_told_as_a_rate_of_one_year(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                id      statement  period  base  figure                        source
                before  level      2013    .     $10.0 billion                 paper
                after   level      2023    .     $20.0 billion                 paper
                growth  growth     2023    2013  7.2 percent a year on average  agency
            """
        )
    )
    (derivation,) = explain("growth", None, audit(folder), folder)
    assert derivation.range is not None
    assert derivation.range.lo is not None
    assert derivation.range.hi is not None
    assert (
        Fraction("0.0709")
        < derivation.range.lo
        < Fraction("0.0718")
        < derivation.range.hi
        < Fraction("0.0727")
    )
    assert derivation.lines[-2].startswith("so growth a year is at least the root of degree 10 of ")


def test_only_repairs_of_what_is_explained_are_told(make_folder):
    folder = read_folder(
        make_folder(
            trade="""
                id     series        period  figure           source
                one    turnover      2021    $25.25 billion   paper
                two    turnover      2021    $2.525 billion   agency
                three  rail_tonnage  2022    23.2 million t   paper
                four   rail_tonnage  2022    2.32 million t   agency
                five   turnover      2022    $31.17 billion   paper
            """
        )
    )
    found = audit(folder)
    assert len(found.repairs) == 2
    explained = explain("one", None, found, folder)
    told = [line.text for line in repair_lines(found, about_of(explained))]
    assert len(told) == 2
    assert "2.525 billion" in told[0] or "25.25 billion" in told[0]
    assert told[1] == "Figures about other quantities that clash, too: 1; see check."


def test_a_target_constrains_nothing(example):
    (derivation,) = explain("goal", None, *example)
    assert (
        derivation.conclusion
        == "“$40 billion” is a target or has no period: kept and shown, it constrains nothing"
    )


@pytest.mark.parametrize(
    ("what", "period", "message"),
    [
        (
            "nonsense",
            None,
            "read 'nonsense', expected the id of a claim or a finding, or a series of this folder",
        ),
        ("exports", None, "nothing is said about exports, expected a series and period that claims speak of"),
        (
            "turnover",
            1950,
            "nothing is said about turnover in 1950, expected a series and period that claims speak of",
        ),
    ],
)
def test_what_nobody_speaks_of_is_refused(example, what, period, message):
    with pytest.raises(CnkzError, match=f"^{message}"):
        explain(what, None if period is None else Period.year(period), *example)


def test_the_far_side_of_a_hedge_is_no_bound(make_folder):
    folder = read_folder(make_folder(trade="period  figure\n2022  more than $20 billion"))
    (one,) = implied_bounds(audit(folder), folder)
    assert one.bounds.range.hi is None


def test_bounds_of_an_unknown_series_are_refused(example):
    with pytest.raises(CnkzError, match="no series 'nonsense' in this folder"):
        implied_bounds(*example, "nonsense")
