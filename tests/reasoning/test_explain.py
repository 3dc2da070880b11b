"""Explanations: numbered lines, sources, and what was repaired."""

import pytest

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.explain import explain, implied_bounds

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
