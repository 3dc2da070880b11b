"""Annotations land on the cell of each claim, no more than GitHub shows; the summary of the job holds the rest."""

import re
from pathlib import Path

import pytest

from cnkz_stats.errors import CnkzError
from cnkz_stats.views.github import LARGEST_SUMMARY, add_to_summary, github_text, job_summary

COMMAND = re.compile(
    r"::(?P<kind>error|warning|notice) file=(?P<file>[^,:]*),line=(?P<line>\d+),col=(?P<col>\d+),"
    r"title=(?P<title>[^,:]*)::(?P<message>.*)"
)


def commands(checked):
    """The annotations, undone as GitHub's runner does it, and the last line."""
    *lines, last = github_text(checked.audit, checked.folder).splitlines()
    return [_undone(COMMAND.fullmatch(line).groupdict()) for line in lines], last


def _undone(properties):
    for coded, sign in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {name: text.replace(coded, sign) for name, text in properties.items()}
    return properties


def cell(path, line, column):
    """What stands in a file from a place on."""
    return Path(path).read_text(encoding="utf-8").splitlines()[int(line) - 1][int(column) - 1 :]


def test_every_claim_of_every_conflict_is_marked_the_worst_first(every_kind):
    marks, last = commands(every_kind)
    assert [(mark["kind"], mark["title"].split()[0], mark["line"]) for mark in marks] == [
        ("error", "TYPO", "3"),
        ("error", "TYPO", "2"),
        ("warning", "STALE", "3"),
        ("warning", "UNDECIDED", "9"),
        ("notice", "REVISION", "5"),
        ("notice", "REVISION", "6"),
        ("notice", "REVISION", "4"),
        ("notice", "REVISION", "7"),
    ]
    assert last == "8 claims from 3 documents, 7 facts checked: 1 error, 1 warning, 1 undecided, 1 known."


def test_a_mark_stands_where_its_figure_does_and_quotes_it(every_kind):
    for mark in commands(every_kind)[0]:
        there = cell(mark["file"], mark["line"], mark["col"])
        figure = re.match("“(.*?)”, A paper: ", mark["message"])
        assert there.startswith(figure[1] if figure else "calm,TYPO,gone")


def test_a_known_conflict_says_why_it_is_accepted(every_kind):
    [*_, known], _ = commands(every_kind)
    assert known["message"].endswith(". Known: two editions: 100 %, looked up")


def test_percent_signs_line_breaks_colons_and_commas_are_escaped(make_folder, check, monkeypatch):
    path = make_folder(
        trade=b"id,statement,series,area,partner,scope,period,base,figure,unit,authority,vintage,source,locator,note\n"
        b'a,growth,turnover,CN,KZ,,2020,,"up\n10 %",,GACC,,s1,,\n'
        b"b,growth,turnover,CN,KZ,,2020,,up 20 %,,GACC,,s1,,\n",
        sources="id  publisher\ns1  A: paper",
    )
    monkeypatch.chdir(path.parent)
    path = path.rename("a, b: c %")
    checked = check(path)
    marks, _ = commands(checked)
    assert [mark["file"] for mark in marks] == ["a, b: c %/trade.csv"] * 2
    assert "“up\n10 %”, A: paper" in "".join(mark["message"] for mark in marks)
    assert "a%2C b%3A c %25/trade.csv" in github_text(checked.audit, checked.folder)


@pytest.fixture
def seen_from(make_folder, check, monkeypatch, tmp_path):
    """The path in an annotation of `folder`, with the working directory and the checkout beside or above it."""

    def path(here, checkout):
        checked = check(make_folder(trade="period  figure\n2020  $5 billion\n2020  $9 billion\n"))
        (tmp_path / "elsewhere").mkdir()
        monkeypatch.chdir(tmp_path / here)
        monkeypatch.setenv("GITHUB_WORKSPACE", checkout and str(tmp_path / checkout))
        return commands(checked)[0][0]["file"].replace(str(tmp_path), "TOP")

    return path


@pytest.mark.parametrize(
    ("here", "checkout", "shown"),
    [
        pytest.param("folder", "", "trade.csv", id="in the folder"),
        pytest.param(".", "", "folder/trade.csv", id="above it"),
        pytest.param("folder", ".", "folder/trade.csv", id="below the checkout"),
        pytest.param("folder", "elsewhere", "trade.csv", id="outside the checkout"),
        pytest.param("elsewhere", "", "TOP/folder/trade.csv", id="elsewhere"),
    ],
)
def test_paths_are_those_of_the_checkout_else_of_the_working_directory(seen_from, here, checkout, shown):
    assert seen_from(here, checkout) == shown


@pytest.fixture
def twelve_errors(make_folder, check):
    rows = "".join(
        f"s{number}  {2000 + number}  {figure}  GACC\n"
        for number in range(12)
        for figure in ("$1.02 billion", "$7.65 billion")
    )
    return check(make_folder(trade=f"source  period  figure  authority\n{rows}"))


def test_no_more_of_a_kind_than_github_shows_each_finding_before_any_gets_a_second_mark(twelve_errors):
    marks, last = commands(twelve_errors)
    assert len(twelve_errors.audit.findings) == 12
    assert len(marks) == len({mark["title"] for mark in marks}) == 10
    assert last.endswith(" Places not annotated, as GitHub shows 10 of a kind: 14 of kind error.")


def test_second_marks_stand_beside_the_first_of_their_finding(twelve_errors):
    from dataclasses import replace

    fewer = replace(twelve_errors.audit, findings=twelve_errors.audit.findings[:7])
    marks, last = commands(replace(twelve_errors, audit=fewer))
    ids = [finding.id for finding in fewer.findings]
    assert [ids.index(mark["title"].split()[1]) for mark in marks] == [0, 0, 1, 1, 2, 2, 3, 4, 5, 6]
    assert last.endswith("4 of kind error.")


def test_nothing_found_is_one_line(make_folder, check):
    assert commands(check(make_folder(trade="period  figure\n2020  $5 billion\n"))) == (
        [],
        "1 claim from 1 document, 1 fact checked: all can be true together.",
    )


# ---- the summary of the job


def page(checked, room=LARGEST_SUMMARY):
    return job_summary(checked.audit, checked.compared, checked.folder, room=room)


def test_the_summary_holds_every_finding_with_its_proof_and_the_comparisons(every_kind):
    text = page(every_kind)
    headings = re.findall("^##+ (.*)$", text, re.MULTILINE)
    assert [heading.split()[0] for heading in headings] == [
        "cnkz-stats", "ERROR", "WARNING", "UNDECIDED", "KNOWN", "Each",
    ]  # fmt: skip
    assert "folder/trade.csv:3:35" in text
    assert "Known: two editions: 100 %, looked up" in text
    assert "1. “$12.93 billion” (s2): trade turnover CN–KZ 2019 (GACC) is at most 12.935 billion USD" in text


def test_the_summary_never_exceeds_its_room_and_says_what_it_lacks(every_kind):
    whole = page(every_kind)
    for room in range(-100, len(whole.encode()) + 200, 37):
        part = page(every_kind, room)
        assert len(part.encode()) <= max(room, 0)
        assert part in ("", whole) or re.search(r"No room for the last \d sections: see the log", part)


def test_the_summary_is_added_to_what_stands_there_while_there_is_room(every_kind, tmp_path):
    path = tmp_path / "summary.md"
    path.write_text("x" * (LARGEST_SUMMARY - 1000))
    add_to_summary(path, every_kind.audit, every_kind.compared, every_kind.folder)
    assert path.read_text(encoding="utf-8").startswith("xxx")
    assert LARGEST_SUMMARY - 1000 < path.stat().st_size <= LARGEST_SUMMARY


def test_a_summary_that_cannot_be_written_is_told(every_kind, tmp_path):
    with pytest.raises(CnkzError, match="cannot be written: "):
        add_to_summary(tmp_path, every_kind.audit, every_kind.compared, every_kind.folder)
