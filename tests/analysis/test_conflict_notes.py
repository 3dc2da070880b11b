"""Numbered notes: what clashes, why, and the gap."""

from fractions import Fraction

import pytest

from cnkz_stats.analysis.conflict_notes import conflict_notes
from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from folders import FIRST_FOLDER


@pytest.fixture
def notes(make_folder):
    def read(**tables):
        folder = read_folder(make_folder(**tables))
        return conflict_notes(audit(folder).findings, folder)

    return read


def test_the_first_example_says_what_clashes_and_the_first_cause():
    folder = read_folder(FIRST_FOLDER)
    (note,) = conflict_notes(audit(folder).findings, folder)
    assert note.number == 1
    assert note.text == (
        "25.25 billion dollars in 2021, 31.17 billion dollars in 2022 and +23.6 % in 2022 cannot all be true. "
        "They fit if 25.25 billion dollars rests on another edition: "
        "the figure of 2021 was revised down by 0.0487–0.2012 % (REVISION)."
    )


def test_the_gap_shows_the_figure_in_doubt_beside_what_the_others_imply():
    folder = read_folder(FIRST_FOLDER)
    gap = conflict_notes(audit(folder).findings, folder)[0].gap
    assert gap.printed == Interval(Fraction("25.245") * 10**9, Fraction("25.255") * 10**9)
    assert not gap.printed.meets(gap.implied)
    assert (gap.printed_text, gap.implied_text) == (
        "25.245–25.255 billion dollars",
        "25.204–25.233 billion dollars",
    )


def test_two_facts_cannot_both_be_true_and_a_cause_that_nobody_knows_is_said_to_be_none(notes):
    (note,) = notes(trade="period  figure  authority\n2021  $25.25 billion  GACC\n2021  $31.17 billion  GACC")
    assert note.text.startswith(
        "25.25 billion dollars in 2021 and 31.17 billion dollars in 2021 cannot both be true. "
    )


def test_one_impossible_fact_cannot_be_true(notes):
    (note,) = notes(trade="period  figure\n2021  -$5 billion")
    assert note.text.startswith("−5 billion dollars in 2021 cannot be true. ")
    assert note.gap is None


def test_facts_about_several_series_are_named(notes):
    (note,) = notes(
        trade="series  period  figure\nturnover  2022  $20 billion\nexports  2022  $30 billion",
        identities="id  left  relation  right  why\npart  exports  <=  turnover  A part of it.",
    )
    assert note.text.startswith(
        "Trade turnover China–Kazakhstan 20 billion dollars in 2022 "
        "and exports China to Kazakhstan 30 billion dollars in 2022 cannot both be true. "
    )


def test_a_comparison_with_another_period_names_it(notes):
    (note,) = notes(
        trade="""
            statement  period  base  figure
            level      1992    .     $368 million
            level      2022    .     $31.17 billion
            multiple   2022    1992  20.5 times
        """
    )
    assert "20.5 times in 2022 on 1992" in note.text
    assert note.gap is not None


def test_what_is_known_says_why(notes):
    (note,) = notes(
        trade="id  period  figure\na  2021  $25.25 billion\nb  2021  $25.27 billion",
        known="claims,cause,reason,link\na b,REVISION,two editions,\n",
    )
    assert note.text.endswith(" Known: two editions")


def test_notes_are_numbered_in_the_order_of_the_findings(notes):
    found = notes(
        trade="period  figure\n2021  $1 billion\n2021  $9 billion\n2022  $2.5 billion\n2022  $7.5 billion"
    )
    assert [note.number for note in found] == [1, 2]


def test_a_row_that_holds_no_longer_is_told_as_it_is(notes):
    known = "claims,cause,reason,link\na b,REVISION,two editions,\n"
    (note,) = notes(trade="id  period  figure\na  2021  $25.25 billion\nb  2021  $25.25 billion", known=known)
    assert note.text.startswith("Known.csv:2 accepts a conflict of “$25.25 billion”, “$25.25 billion”")
