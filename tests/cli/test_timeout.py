"""Time that is up while the causes of a proven contradiction are looked for: the proof stays, nobody is accused."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from cnkz_stats.reasoning import audit as auditing
from cnkz_stats.reasoning.changes import Change
from cnkz_stats.reasoning.docket import Docket

CLASH = """
    id      statement  period  figure           source
    before  level      2021    $25.25 billion   s1
    after   level      2022    $31.17 billion   s2
    growth  growth     2022    up 23.6 percent  s2
"""
KNOWN = "claims,cause,reason,link\nbefore after growth,REVISION,two editions,\n"
WHY = "time was up before it was found out why"
PROVEN = "1.2355 × 25.245 = 31.1901975"


@pytest.fixture
def late(make_folder: Callable[..., Path], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a conflict, in a program whose time is up as soon as it looks for causes."""
    explanations = auditing.explanations

    def until_it_is_late(*arguments: object, docket: Docket, **named: object) -> list[Change]:
        docket.until = 0.0
        return explanations(*arguments, docket=docket, **named)

    monkeypatch.setattr(auditing, "explanations", until_it_is_late)
    return make_folder(trade=CLASH, known=KNOWN)


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ("text", ["UNDECIDED", "Time was up before it was found out why.", PROVEN]),
        ("json", ['"severity": "undecided"', '"verdict": "contradictory"', WHY, PROVEN]),
        ("github", ["::warning ", "title=CONTRADICTORY ", WHY]),
        ("sarif", ['"ruleId": "CONTRADICTORY"', '"kind": "open"', WHY, PROVEN]),
        ("junit", ['<error message="', 'classname="CONTRADICTORY"', WHY, PROVEN]),
    ],
)
@pytest.mark.parametrize("fail_on", ["error", "warning", "note"])
def test_every_form_says_that_the_cause_is_open_and_exits_with_3(run, late, form, says, fail_on) -> None:
    done = run("check", "--data", late, "--timeout", "60", "--format", form, "--fail-on", fail_on)
    assert [text for text in says if text not in done.out] == []
    assert (done.status, done.err) == (3, "")


def test_the_row_that_knows_of_it_is_neither_used_nor_stale(run, late) -> None:
    summary = json.loads(run("check", "--data", late, "--format", "json").out)["summary"]
    assert {name: summary[name] for name in ("errors", "warnings", "known", "undecided")} == {
        "errors": 0,
        "warnings": 0,
        "known": 0,
        "undecided": 1,
    }


def test_no_row_is_proposed_for_it(run, late) -> None:
    (late / "known.csv").write_text("claims,cause,reason,link\n", encoding="utf-8")
    run("check", "--data", late, "--write-known")
    assert (late / "known.csv").read_text(encoding="utf-8") == "claims,cause,reason,link\n"


def test_it_can_be_explained_and_drawn(run, late, tmp_path) -> None:
    [finding] = json.loads(run("check", "--data", late, "--format", "json").out)["findings"]
    explained = run("explain", finding["id"], "--data", late)
    assert explained.status == 0
    assert PROVEN in explained.out
    drawn = run("chart", "conflict", finding["id"], "--data", late, "-o", tmp_path / "conflict.svg")
    assert drawn.status == 0
