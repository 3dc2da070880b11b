"""The documents that the bundled figures were read from, where they are at hand: every figure is found again, and no other.

`CNKZ_STATS_DOCUMENTS` names a folder with their texts.
"""

import os
from pathlib import Path

import pytest

from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.extract import extract

FOLDER = os.environ.get("CNKZ_STATS_DOCUMENTS", "")
pytestmark = pytest.mark.skipif(not FOLDER, reason="CNKZ_STATS_DOCUMENTS names no folder of documents")
NOT_FOUND = {
    "kt-president-visits-2023",
    "kt-think-tanks-2023",
}
"""Small number words without a noun that says what is counted, or far from it."""
BEGINNINGS = {
    "enfamily-2023-09-19": "加加林",
    "seetao-2022-01-03": "Seetao 2022-01-03",
    "kt-2024-01-03": "золотого тридцатилетия",
    "china168-2023-09-01": "共建“一带一路”结硕果",
    "xinhua-2023-05-19": "huaxia",
}


@pytest.fixture(scope="module")
def folder():
    return read_folder(bundled_folder())


def text_of(source):
    for path in sorted(Path(FOLDER).glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        if BEGINNINGS[source] in text[:2500]:
            return text
    pytest.skip(f"the document {source} is not at hand")
    return ""


def said(mentions):
    return {
        (one.statement, one.series, one.value / 100 if one.unit == "%" else one.value) for one in mentions
    }


@pytest.mark.parametrize("source", BEGINNINGS)
def test_every_figure_is_found_again(source, folder):
    mentions = extract(text_of(source), published=folder.sources[source].published)
    claims = [
        claim for claim in folder.claims if claim.source == source and claim.statement is not Statement.RANK
    ]
    found = said(mentions)
    missing = {
        claim.id for claim in claims if (claim.statement, claim.series, claim.figure.value) not in found
    }
    assert missing - NOT_FOUND == set()


@pytest.mark.parametrize("source", BEGINNINGS)
def test_nothing_else_is_found(source, folder):
    mentions = extract(text_of(source), published=folder.sources[source].published)
    stated = {
        (claim.statement, claim.series, claim.figure.value)
        for claim in folder.claims
        if claim.source == source
    }
    assert said(mentions) - stated == set()


@pytest.mark.parametrize("source", BEGINNINGS)
def test_each_is_about_the_period_that_the_folder_gives(source, folder):
    mentions = {
        (one.statement, one.series, one.span): one.period
        for one in extract(text_of(source), published=folder.sources[source].published)
    }
    claims = [claim for claim in folder.claims if claim.source == source and claim.periods]
    for claim in claims:
        span = claim.figure.text[claim.figure.start : claim.figure.end]
        period = mentions.get((claim.statement, claim.series, span))
        if len(claim.periods) > 1:
            continue
        assert period in (None, str(claim.periods[0]), str(claim.periods[0].last.year)), claim.id
