"""A conflict as a picture: each figure beside what the others of it leave."""

import pytest

from cnkz_stats.analysis.disputes import dispute
from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit

TRADE = """
    id      statement  period  figure           source
    before  level      2021    $25.25 billion   s1
    after   level      2022    $31.17 billion   s2
    echo    level      2022    31.17 billion    s3
    growth  growth     2022    up 23.6 percent  s2
    calm    level      2020    $21 billion      s1
"""


@pytest.fixture
def shown(make_folder):
    """The dispute of the only conflict, asked for by a claim of it."""

    def show(what, **tables):
        folder = read_folder(make_folder(**tables))
        return dispute(folder, what, audit(folder))

    return show


def gap(side):
    return side.gap and (side.gap.printed_text, side.gap.implied_text)


def test_each_figure_stands_beside_what_the_others_leave_of_it(shown):
    found = shown("echo", trade=TRADE)
    assert found.title == "Trade turnover, China–Kazakhstan: these 3 figures cannot all be true"
    assert {side.figure: gap(side) for side in found.sides} == {
        "“$25.25 billion”": ("25.245–25.255 billion dollars", "25.204–25.233 billion dollars"),
        "“$31.17 billion”": ("31.165–31.175 billion dollars", "31.19–31.23 billion dollars"),
        "“up 23.6 percent”": ("23.55–23.65 %", "23.40–23.49 %"),
    }
    assert [side.sources for side in found.sides if side.figure == "“$31.17 billion”"] == ["A paper"]
    assert found.causes[0].startswith("Most plausible: they fit if “$25.25 billion” rests on another edition")
    assert found.causes[1].startswith("or if ")
    assert found.proof[-1].endswith("0.0151975 apart")


def test_the_whole_stands_beside_the_sum_of_its_parts(shown):
    found = shown(
        "c1",
        trade="""
            series    area  partner  period  figure
            turnover  CN    KZ       2022    $31.17 billion
            exports   CN    KZ       2022    $16.1 billion
            exports   KZ    CN       2022    $16.2 billion
        """,
        identities="id  left  relation  right  why\nsum  turnover  =  exports + imports  both",
    )
    assert found.title == "These 3 figures cannot all be true"
    assert {side.figure: gap(side) for side in found.sides} == {
        "“$31.17 billion”": ("31.165–31.175 billion dollars", "32.2–32.4 billion dollars"),
        "“$16.1 billion”": ("16.05–16.15 billion dollars", "14.91–15.03 billion dollars"),
        "“$16.2 billion”": ("16.15–16.25 billion dollars", "15.01–15.13 billion dollars"),
    }


def test_a_known_one_says_why_it_is_accepted(shown):
    known = "claims,cause,reason,link\nbefore after growth,REVISION,two editions,"
    assert shown("before", trade=TRADE, known=known).subtitle == "Known: two editions"


@pytest.mark.parametrize("what", ["calm", "nothing"])
def test_what_is_no_conflict_is_refused_with_those_that_there_are(shown, what):
    with pytest.raises(
        CnkzError, match=rf"no conflict '{what}', expected the id of one, or of a claim in one: \w{{12}}$"
    ):
        shown(what, trade=TRADE)
