"""What a CI service or a hook sees: lines, files and the exit status of check, fmt and init."""

import json
import shutil

import pytest
from junitparser import JUnitXml

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.known import TO_DO

CLASH = """
    period  figure           authority
    2020    $12.34 billion   GACC
    2020    $98.76 billion   GACC
"""
CALM = CLASH.replace("$98.76", "$12.34")


@pytest.fixture(autouse=True)
def _at_home(monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for name in ("GITHUB_WORKSPACE", "GITHUB_STEP_SUMMARY"):
        monkeypatch.delenv(name, raising=False)


@pytest.mark.parametrize("form", ["text", "json", "github", "sarif", "junit"])
def test_every_form_has_the_exit_status_of_the_findings(run, make_folder, form):
    assert run("check", "--data", make_folder(trade=CLASH), "--format", form).status == 1
    assert run("check", "--data", make_folder(trade=CALM), "--format", form).status == 0


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_every_form_can_go_to_a_file(run, make_folder, tmp_path, form):
    folder = make_folder(trade=CLASH)
    shown = run("check", "--data", folder, "--format", form).out
    quiet = run("check", "--data", folder, "--format", form, "-o", tmp_path / "out")
    assert (quiet.status, quiet.out) == (1, "")
    assert (tmp_path / "out").read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("form", "readable"),
    [("sarif", json.loads), ("json", json.loads), ("junit", lambda text: JUnitXml.fromstring(text.encode()))],
)
def test_standard_output_is_nothing_but_the_form(run, make_folder, form, readable):
    assert readable(run("check", "--data", make_folder(trade=CLASH), "--format", form, "--write-known").out)


def test_annotations_and_the_summary_of_the_job(run, make_folder, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    found = run("check", "--data", make_folder(trade=CLASH), "--format", "github")
    assert found.out.startswith("::error file=folder/trade.csv,line=2,col=32,title=")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8").startswith("## cnkz-stats\n\n2 claims from ")


def test_rows_that_cannot_be_read_are_annotated_too(run, make_folder):
    folder = make_folder(trade="period  figure\n2020  about 5 %, they say\n" + "20x0  $5 billion\n" * 12)
    found = run("check", "--data", folder, "--format", "github")
    assert found.status == 2
    marks = found.out.splitlines()
    assert len(marks) == 10
    assert marks[1].startswith(
        "::error file=folder/trade.csv,line=3,col=26,title=UNUSABLE::read period '20x0', expected a period"
    )
    assert found.err.count("\n") == 13
    assert run("check", "--data", folder).out == ""


def test_a_folder_that_is_not_there_has_no_line_to_annotate(run):
    assert run("check", "--data", "missing", "--format", "github").out == ""


def test_other_forms_leave_the_summary_alone(run, make_folder, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    run("check", "--data", make_folder(trade=CLASH), "--format", "sarif")
    assert not (tmp_path / "summary.md").exists()


def test_a_summary_that_cannot_be_written_is_one_line_and_status_2(run, make_folder, monkeypatch, tmp_path):
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path))
    found = run("check", "--data", make_folder(trade=CLASH), "--format", "github")
    assert (found.status, found.err) == (2, f"{tmp_path}: cannot be written: Is a directory\n")


@pytest.mark.parametrize("form", ["json", "github", "sarif", "junit"])
def test_a_pipe_that_closes_changes_no_status(spawn, make_folder, form):
    cut = spawn(f"cnkz check --data {make_folder(trade=CLASH)} --format {form} | true")
    assert (cut.returncode, cut.stderr) == (1, "")


def test_lines_in_a_log_are_plain_and_whole_however_narrow_the_terminal(spawn, make_folder):
    folder = make_folder(trade=CLASH)
    wide, narrow = (
        spawn(f"cnkz check --data {folder} --format github", COLUMNS=columns).stdout
        for columns in ("200", "40")
    )
    assert wide == narrow
    assert "\x1b" not in wide
    assert len(wide.splitlines()) == 3


# ---- known discrepancies


def test_proposed_rows_are_added_and_accept_nothing_until_a_reason_is_given(run, make_folder):
    folder = make_folder(trade=CLASH)
    proposed = run("check", "--data", folder, "--write-known")
    assert proposed.status == 1
    assert proposed.err.startswith(f"{folder}/known.csv: 1 added")
    [row] = read_folder(folder).known
    assert (row.claims, row.reason) == ({"c1", "c2"}, TO_DO)
    assert run("check", "--data", folder).status == 1
    path = folder / "known.csv"
    path.write_text(path.read_text(encoding="utf-8").replace(TO_DO, "two markets"), encoding="utf-8")
    accepted = run("check", "--data", folder, "--fail-on", "note")
    assert (accepted.status, ": two markets (" in accepted.out) == (0, True)


def test_proposing_twice_adds_nothing_and_never_touches_a_row(run, make_folder):
    folder = make_folder(trade=CLASH, known=b'claims,cause,reason,link\r\nc1,TYPO,"mine, so far",x')
    run("check", "--data", folder, "--write-known")
    once = (folder / "known.csv").read_bytes()
    assert once.startswith(b'claims,cause,reason,link\r\nc1,TYPO,"mine, so far",x\n')
    assert run("check", "--data", folder, "--write-known").err.startswith(f"{folder}/known.csv: 0 added")
    assert (folder / "known.csv").read_bytes() == once


def test_nothing_to_propose_writes_no_file(run, make_folder):
    folder = make_folder(trade=CALM)
    assert run("check", "--data", folder, "--write-known").status == 0
    assert not (folder / "known.csv").exists()


def test_only_conflicts_of_the_topics_named_are_proposed(run, make_folder):
    other = CLASH.replace("2020", "2021").replace("12.34", "23.45").replace("98.76", "87.65")
    folder = make_folder(trade=CLASH, rail=other)
    run("check", "rail", "--data", folder, "--write-known")
    assert [row.claims for row in read_folder(folder).known] == [{"c3", "c4"}]


def test_rows_are_proposed_for_a_folder_of_ones_own_only(run, monkeypatch):
    monkeypatch.delenv("CNKZ_STATS_DATA")
    refused = run("check", "--write-known")
    assert (refused.status, refused.err) == (
        2,
        "--write-known: read no folder, expected --data DIR, the one to write to\n",
    )


# ---- canonical form


def test_a_folder_is_brought_into_canonical_form_once(run, make_folder):
    folder = make_folder(trade=CALM)
    run("fmt", folder)
    (folder / "authorities.csv").write_bytes(b"code,name,area\r\nGACC, China's customs ,CN\r\n")
    checked = run("fmt", folder, "--check")
    assert (checked.status, checked.out) == (1, f"{folder}/authorities.csv: not in canonical form\n")
    assert b"\r\n" in (folder / "authorities.csv").read_bytes()
    written = run("fmt", "--data", folder)
    assert (written.status, written.out) == (0, f"{folder}/authorities.csv: rewritten\n")
    assert (folder / "authorities.csv").read_bytes() == b"code,name,area\nGACC,China's customs,CN\n"
    for again in (run("fmt", folder), run("fmt", folder, "--check")):
        assert (again.status, again.out) == (0, "4 tables in canonical form\n")


def test_what_cannot_be_read_is_refused_with_its_places_and_nothing_is_written(run, make_folder):
    folder = make_folder(trade=CALM, authorities=b"code,name,area\r\nGACC,x,CN\r\n", known=b'claims\n"a')
    refused = run("fmt", folder)
    assert (refused.status, refused.out) == (2, "")
    assert [line.split(": ")[0] for line in refused.err.splitlines()] == ["known.csv:1:1", "known.csv:2:1"]
    assert b"\r\n" in (folder / "authorities.csv").read_bytes()


@pytest.mark.parametrize("arguments", [["fmt", "nowhere"], ["fmt", "--check", "nowhere"]])
def test_no_folder_is_unusable_input(run, arguments):
    assert run(*arguments).status == 2


def test_the_bundled_folder_is_in_canonical_form(run, monkeypatch):
    monkeypatch.delenv("CNKZ_STATS_DATA")
    assert run("fmt", "--check").status == 0


# ---- a new folder


def test_a_new_folder_passes_check_and_fmt(run, tmp_path):
    made = run("init", tmp_path / "figures")
    assert (made.status, made.err) == (0, "")
    for command in (["check", "--fail-on", "note"], ["fmt", "--check"], ["growth"]):
        assert run(*command, "--data", tmp_path / "figures").status == 0


def test_a_folder_with_something_in_it_is_refused(run, make_folder):
    folder = make_folder(trade=CALM)
    before = sorted(folder.iterdir())
    refused = run("init", folder)
    assert (refused.status, refused.out) == (2, "")
    assert refused.err == f"{folder}: read a folder with files in it, expected an empty or a new one\n"
    assert sorted(folder.iterdir()) == before


def test_a_new_folder_is_made_whole_or_not_at_all(spawn, tmp_path):
    (tmp_path / "empty").mkdir()
    for name in ("new", "empty"):
        failed = spawn(f"ulimit -f 1; cnkz init {tmp_path / name}", PYTHONDONTWRITEBYTECODE="1")
        assert failed.returncode == 2
        assert failed.stderr.endswith("cannot be written: File too large\n")
    assert [path.name for path in tmp_path.rglob("*")] == ["empty"]


def test_a_new_folder_without_its_package_passes_too(run, tmp_path):
    run("init", tmp_path / "figures")
    (tmp_path / "figures" / "datapackage.json").unlink()
    shutil.copy(tmp_path / "figures" / "trade.csv", tmp_path / "copy")
    assert run("check", "--data", tmp_path / "figures").status == 0
