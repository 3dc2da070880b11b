"""The first example: $25.25 billion in 2021, $31.17 billion in 2022 and +23.6 % cannot all be true."""

import csv
import json
import shutil
from fractions import Fraction

import pytest

from folders import FIRST_FOLDER

THREE = ("enfamily-turnover-2021", "xinhua-turnover-2022", "xinhua-turnover-2022-growth")
COPIES = ("china168-turnover-2022", "china168-turnover-2022-growth")


def is_about(row, series, start, end):
    return (row["series"], row["area"], row["from"], row["to"]) == (series, "CN", start, end)


def rounded(bounds, places):
    return round(Fraction(bounds["low"]), places), round(Fraction(bounds["high"]), places)


@pytest.fixture
def growth_rows(run):
    return json.loads(run("growth", "turnover", "--format", "json").out)


@pytest.fixture
def found(run):
    """The finding of the three."""

    def found_():
        findings = json.loads(run("check", "--format", "json").out)["findings"]
        (finding,) = [one for one in findings if set(THREE) <= set(one["claims"])]
        return finding

    return found_


@pytest.fixture
def finding(found):
    return found()


def test_trade_grew_68_and_a_half_times_in_29_years(growth_rows):
    (row,) = [row for row in growth_rows if is_about(row, "turnover", "1992", "2021")]
    assert (row["years"], row["basis"]) == (29, "published")
    assert (row["multiple"]["low"], row["multiple"]["high"]) == ("68.5074626865", "68.7210884354")
    assert rounded(row["cagr"], 5) == (Fraction("0.15691"), Fraction("0.15704"))
    assert {one["claim"]: one["agrees"] for one in row["claimed"]} == {
        "enfamily-turnover-2021-multiple": True,
        "seetao-turnover-multiple": True,
    }


def test_the_growth_of_2022_does_not_agree_with_the_levels(growth_rows):
    (row,) = [row for row in growth_rows if is_about(row, "turnover", "2021", "2022")]
    assert rounded(row["rate"], 5) == (Fraction("0.23401"), Fraction("0.23490"))
    assert [(one["range"]["low"], one["range"]["high"], one["agrees"]) for one in row["claimed"]] == [
        ("0.2355", "0.2365", False)
    ] * 2


def test_three_facts_of_five_claims_are_a_warning(finding):
    assert finding["severity"] == "warning"
    assert len(finding["facts"]) == 3
    assert sorted(finding["claims"]) == sorted(THREE + COPIES)


def test_the_most_plausible_cause_is_another_edition_of_2021(finding):
    cause = finding["causes"][0]
    assert cause["code"] == "REVISION"
    assert cause["claims"] == ["enfamily-turnover-2021"]
    assert Fraction("-0.002012") < Fraction(cause["low"]) < Fraction("-0.002011")
    assert Fraction("-0.000488") < Fraction(cause["high"]) < Fraction("-0.000487")
    assert "revised down by 0.0487–0.2012 %" in finding["message"]


def test_the_proof_can_be_redone_on_a_calculator(finding):
    assert Fraction("1.2355") * Fraction("25.245") == Fraction("31.1901975") > Fraction("31.175")
    assert any("1.2355 × 25.245 = 31.1901975 > 31.175" in line for line in finding["proof"])


@pytest.mark.parametrize("left_out", [THREE[:1], (THREE[1], COPIES[0]), (THREE[2], COPIES[1])])
def test_without_any_one_of_the_three_facts_there_is_nothing_to_report(left_out, run, tmp_path):
    folder = tmp_path / "data"
    shutil.copytree(FIRST_FOLDER, folder)
    with (folder / "trade.csv").open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)
    with (folder / "trade.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(
            [header, *(row for row in rows if row[0] not in left_out)]
        )
    answer = run("check", "--data", folder, "--format", "json", "--fail-on", "warning")
    reported = json.loads(answer.out)["findings"]
    assert [one for one in reported if set(one["claims"]) & set(THREE + COPIES)] == []


def test_the_bundled_data_has_it_among_all_others(found, monkeypatch):
    monkeypatch.delenv("CNKZ_STATS_DATA")
    finding = found()
    assert (finding["severity"], finding["causes"][0]["code"]) == ("warning", "REVISION")
    assert set(THREE + COPIES) <= set(finding["claims"])
