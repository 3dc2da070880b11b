"""The SARIF file is valid by the schema of OASIS and says where, why and how bad."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from jsonschema import Draft4Validator

from cnkz_stats.figures.reading import Cause
from cnkz_stats.views.sarif import MOST_LOCATIONS, RULES, sarif_text

SCHEMA = json.loads((Path(__file__).parents[1] / "schema" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(checked):
    """The one run, once the file is found valid and without nulls."""
    text = sarif_text(checked.audit, checked.folder, version=checked.version)
    log = json.loads(text)
    Draft4Validator.check_schema(SCHEMA)
    Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER).validate(log)
    assert "null" not in text
    assert log["$schema"] == SCHEMA["id"]
    [run] = log["runs"]
    return run


def test_a_finding_of_every_kind_is_a_valid_result(every_kind):
    results = run_of(every_kind)["results"]
    assert [(result["ruleId"], result.get("kind"), result["level"]) for result in results] == [
        ("TYPO", None, "error"),
        ("STALE", None, "warning"),
        ("UNDECIDED", "open", "none"),
        ("REVISION", None, "warning"),
    ]
    assert [result["partialFingerprints"] for result in results] == [
        {"findingId/v1": finding.id} for finding in every_kind.audit.findings
    ]


def test_nothing_found_is_a_valid_run(make_folder, check):
    run = run_of(check(make_folder(trade="period  figure\n2020  $5 billion\n")))
    assert run["results"] == []
    assert run["tool"]["driver"]["version"] == "1.2.3"


def test_the_first_claim_is_the_place_and_the_others_are_related(every_kind):
    result = run_of(every_kind)["results"][-1]
    [first] = result["locations"]
    assert first["physicalLocation"] == {
        "artifactLocation": {"uri": "folder/trade.csv", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 5, "startColumn": 35},
    }
    assert first["message"]["text"] == "“$31.17 billion”, A paper"
    related = [
        (place["id"], place["physicalLocation"]["region"]["startLine"])
        for place in result["relatedLocations"]
    ]
    assert related == [(1, 6), (2, 4), (3, 7)]


def test_the_place_of_a_stale_row_is_the_row(every_kind):
    result = run_of(every_kind)["results"][1]
    [place] = result["locations"]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "folder/known.csv"
    assert place["physicalLocation"]["region"] == {"startLine": 3, "startColumn": 1}


def test_only_what_is_known_is_suppressed(every_kind):
    *others, known = run_of(every_kind)["results"]
    assert known["suppressions"] == [
        {"kind": "external", "status": "accepted", "justification": "two editions: 100 %, looked up"}
    ]
    assert not any("suppressions" in result for result in others)


def test_the_message_holds_the_proof(every_kind):
    message = run_of(every_kind)["results"][0]["message"]["text"]
    assert message.splitlines()[1:] == list(every_kind.audit.findings[0].proof)


def test_every_cause_is_a_rule_with_short_help(every_kind):
    assert set(RULES) == {*Cause, "STALE", "CONTRADICTORY", "UNDECIDED"}
    run = run_of(every_kind)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == list(RULES)
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


@pytest.mark.parametrize(("name", "uri"), [("a b%ё", "a%20b%25%D1%91/trade.csv"), ("#1", "%231/trade.csv")])
def test_paths_are_uris(make_folder, check, monkeypatch, name, uri):
    path = make_folder(trade="period  figure\n2020  $5 billion\n2020  $9 billion\n")
    monkeypatch.chdir(path.parent)
    [result] = run_of(check(path.rename(name)))["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_a_file_outside_the_checkout_has_its_whole_uri(make_folder, check, monkeypatch, tmp_path):
    checked = check(make_folder(trade="period  figure\n2020  $5 billion\n2020  $9 billion\n"))
    (tmp_path / "elsewhere").mkdir()
    monkeypatch.chdir(tmp_path / "elsewhere")
    [result] = run_of(checked)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == {
        "uri": (tmp_path / "folder" / "trade.csv").as_uri()
    }


def test_no_more_places_than_github_takes(every_kind):
    finding = every_kind.audit.findings[0]
    many = replace(finding.facts[0], claims=finding.facts[0].claims * (MOST_LOCATIONS + 1))
    audit = replace(every_kind.audit, findings=(replace(finding, facts=(many,)),))
    [result] = run_of(replace(every_kind, audit=audit))["results"]
    assert len(result["locations"]) + len(result["relatedLocations"]) == MOST_LOCATIONS
