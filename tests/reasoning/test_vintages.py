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


def test_two_editions_of_a_series_share_one_note_with_a_cause_for_each_period(findings):
    (note,) = findings(
        """
        period  figure         authority  vintage
        2015    $11.0 billion  GACC       2017-11
        2016    $13.0 billion  GACC       2017-11
        2017    $15.0 billion  GACC       2017-11
        2015    $11.0 billion  GACC       2026-09
        2016    $13.2 billion  GACC       2026-09
        2017    $14.0 billion  GACC       2026-09
        """
    )
    assert note.message == (
        "trade turnover CN–KZ (GACC, 2017-11) and trade turnover CN–KZ (GACC, 2026-09) differ in 2 periods: "
        "2016 revised up by 0.766–2.317 %, 2017 revised down by 6.020–7.309 %"
    )
    assert [str(cause.claims[0].periods[0]) for cause in note.causes] == ["2016", "2017"]
    assert [str(quantity.period) for quantity in note.quantities] == ["2016", "2016", "2017", "2017"]
