"""A folder with a finding of every kind, checked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from cnkz_stats.analysis.comparisons import comparisons
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import undecided
from cnkz_stats.views.check_formats import Checked

TRADE = """
    id      statement  series    period  figure           authority  source
    slip    level      turnover  2019    $21.93 billion   GACC       s1
    right   level      turnover  2019    $12.93 billion   GACC       s2
    before  level      turnover  2021    $25.25 billion   .          s1
    after   level      turnover  2022    $31.17 billion   .          s2
    echo    level      turnover  2022    31.17 billion    .          s3
    growth  growth     turnover  2022    up 23.6 percent  .          s2
    calm    level      imports   2021    $5 billion       .          s1
    least   level      balance   2020    $7 billion       .          s1
"""
KNOWN = """claims,cause,reason,link
before after growth,REVISION,"two editions: 100 %, looked up",
calm,TYPO,gone,
"""


@pytest.fixture
def check() -> Callable[..., Checked]:
    """A folder checked; `unheard` adds a finding that could not be decided, of the fact that this claim states."""

    def checked(path: Path, *, fail_on: str = "error", unheard: str = "") -> Checked:
        folder = read_folder(path)
        found = audit(folder)
        facts = [fact for fact in found.facts if fact.claims[0].id == unheard]
        missing = [undecided(facts, "the time was up")] if facts else []
        findings = sorted([*found.findings, *missing], key=lambda one: one.order)
        found = replace(found, findings=tuple(findings))
        return Checked(found, comparisons(found.facts, folder), folder, fail_on, "1.2.3")

    return checked


@pytest.fixture
def every_kind(make_folder: Callable[..., Path], check: Callable[..., Checked], monkeypatch) -> Checked:
    """An error, a row that is stale, an undecided and a known one; seen from the folder's parent."""
    path = make_folder(trade=TRADE, known=KNOWN)
    monkeypatch.chdir(path.parent)
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    return check(Path("folder"), unheard="least")
