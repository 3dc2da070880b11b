"""Editions of one figure: separate books, joined by a note."""

import pytest

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import Severity


@pytest.fixture
def findings(make_folder):
    return lambda trade: audit(read_folder(make_folder(trade=trade))).findings


def test_editions_that_differ_are_a_note_with_the_size_of_the_revision(findings):
    (note,) = findings(
        """
        period  figure         authority  vintage
        2016    $13.0 billion  GACC       2017-11
        2016    $13.2 billion  GACC       2026-09
        """
    )
    assert note.severity is Severity.NOTE
    assert note.verdict == "consistent"
    assert note.message.endswith("“$13.2 billion” differ: revised up by 0.766–2.317 %")


def test_editions_that_meet_say_nothing(findings):
    assert not findings(
        """
        period  figure          authority  vintage
        2016    $13.0 billion   GACC       2017-11
        2016    $13.04 billion  GACC       2026-09
        """
    )


def test_a_figure_without_edition_may_fit_any(findings):
    assert not findings(
        """
        period  figure         authority  vintage
        2016    $12 billion    GACC       2017-11
        2016    $12.4 billion  GACC       2026-09
        2016    $12.0 billion  GACC       .
        """
    )


@pytest.mark.parametrize(("figure", "edition"), [("$16.0 billion", "2026-09"), ("$11.0 billion", "2017-11")])
def test_a_figure_without_edition_that_fits_none_is_compared_with_the_nearest(findings, figure, edition):
    notes = findings(
        f"""
        period  figure         authority  vintage
        2016    $12.0 billion  GACC       2017-11
        2016    $14.0 billion  GACC       2026-09
        2016    {figure}       GACC       .
        """
    )
    assert {note.severity for note in notes} == {Severity.NOTE}
    assert [[fact.quantity.vintage for fact in note.facts] for note in notes] == [
        ["2017-11", "2026-09"],
        ["", edition],
    ]
