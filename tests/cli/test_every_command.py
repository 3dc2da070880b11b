"""What every command owes whoever calls it: its exit status, and a word when its output cannot be written.

0: done, nothing at or above `--fail-on`. 1: findings. 2: unusable input or usage. 3: undecided only. Every command has
its lines in `CALLS`, at least one that works and one that cannot.
"""

import re
import shlex
import sys

import pytest
from generate import on_terminal
from rich.cells import cell_len

from cnkz_stats.cli import app

CALLS = {
    "growth": {0: "growth --data calm", 2: "growth turnove --data calm"},
    "check": {
        0: "check --data calm",
        1: "check --data clash",
        2: "check weather --data calm",
        3: "check --data many --timeout 0.001",
    },
    "bounds": {0: "bounds --data calm", 2: "bounds turnove --data calm"},
    "explain": {0: "explain turnover --data clash", 2: "explain nothing --data calm"},
    "chart": {0: "chart trade --data clash", 2: "chart weather --data calm"},
    "table": {0: "table --data calm", 2: "table weather --data calm"},
    "extract": {0: "extract right.txt", 2: "extract right.txt missing.txt"},
    "verify": {
        0: "verify right.txt --data calm",
        1: "verify right.txt wrong.txt --data calm",
        2: "verify missing.txt --data calm",
    },
    "sources": {0: "sources --data calm", 2: "sources --data missing"},
    "projects": {0: "projects --data calm", 2: "projects sun --data calm"},
    "init": {0: "init new", 2: "init calm"},
    "fmt": {0: "fmt calm", 1: "fmt untidy --check", 2: "fmt missing"},
    "doctor": {0: "doctor --data calm", 2: "doctor --data missing"},
}
EVERY = [(command, status) for command, calls in CALLS.items() for status in calls]
ANSWERED = [(command, status) for command, status in EVERY if status != 2]
TRADE = """
    statement  period  base  figure
    level      2021    .     $25.25 billion
    level      2022    .     $31.17 billion
    growth     2022    .     up 23.4 percent
    multiple   2022    2021  1.234 times
"""
MANY = TRADE + "".join(f"level  {year}  .  ${year / 100} billion\n" for year in range(1950, 2010))
PROJECTS = """
    id    name                      place                 sector         capacity  value          status     year  sources
    hill  Hill farm on a long ridge  Karaganda Oblast      wind energy    151.25 MW  $30.15 million  operating  2020  s1
"""
SOURCES = """
    id  publisher                     title                                        url                          published
    s1  A paper with a very long name  A report with a title longer than a screen  https://example.org/a/1/2/3  2023-05-19
"""
NUMBER = re.compile(r"(?<![\w./:-])[+-]?\d[\d.,]*(?:–\d[\d.,]*)?")
CODES = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def desk(tmp_path, monkeypatch, make_folder):
    """Goes to a new folder of folders and texts, where every line of `CALLS` can be given."""

    def sit(name):
        place = tmp_path / name
        place.mkdir()
        monkeypatch.chdir(place)
        trades = {"calm": TRADE, "clash": TRADE.replace("23.4", "93.4"), "untidy": TRADE, "many": MANY}
        for folder, trade in trades.items():
            make_folder(trade=trade, sources=SOURCES, project_register=PROJECTS).rename(place / folder)
        for text, figure in {"right": "$31.17", "wrong": "$41.17"}.items():
            said = f"Trade of China with Kazakhstan came to {figure} billion in 2022."
            (place / f"{text}.txt").write_text(said, encoding="utf-8")
        (place / "untidy" / "authorities.csv").write_bytes(b"code,name,area\r\nGACC,Customs,CN\r\n")

    return sit


@pytest.fixture(autouse=True)
def _at_a_desk(desk):
    desk("here")


def test_every_command_has_a_line_that_works_and_one_that_cannot():
    assert CALLS.keys() == {command.name for command in app.registered_commands}
    assert [command for command, calls in CALLS.items() if not {0, 2} <= calls.keys()] == []


@pytest.mark.parametrize(("command", "status"), EVERY)
def test_each_outcome_has_its_status(command, status, run):
    answer = run(*CALLS[command][status].split())
    assert answer.status == status
    if status == 2:
        assert answer.err.count("\n") == 1 or answer.err.startswith("Usage: ") or command == "doctor"
        assert answer.out == "" or command == "doctor"
    else:
        assert answer.out
        assert answer.err == ""


@pytest.mark.parametrize("command", CALLS)
def test_a_usage_that_makes_no_sense_is_2(command, run):
    answer = run(command, "--nonsense")
    assert (answer.status, answer.out) == (2, "")
    assert "No such option: --nonsense" in answer.err


@pytest.mark.parametrize(("command", "status"), ANSWERED)
def test_a_reader_that_leaves_early_changes_no_status_and_hears_no_complaint(command, status, spawn):
    answer = spawn(f"cnkz {CALLS[command][status]} | true")
    assert (answer.returncode, answer.stderr) == (status, "")


@pytest.mark.parametrize(
    ("target", "complaint"), [(">/dev/full", "No space left on device"), (">&-", "it is closed")]
)
@pytest.mark.parametrize("command", CALLS)
def test_an_output_that_is_full_or_closed_is_2_and_one_line(command, target, complaint, spawn):
    answer = spawn(f"cnkz {CALLS[command][0]} {target}")
    assert (answer.returncode, answer.stderr) == (2, f"standard output: cannot be written: {complaint}\n")


@pytest.mark.parametrize(("command", "status"), EVERY)
def test_in_a_log_lines_are_plain_and_no_terminal_folds_them(command, status, run, desk, monkeypatch):
    wide = run(*CALLS[command][status].split())
    desk("there")
    monkeypatch.setenv("COLUMNS", "40")
    assert run(*CALLS[command][status].split()) == wide
    assert "\x1b" not in wide.out + wide.err


@pytest.mark.parametrize(("command", "status"), ANSWERED)
def test_a_terminal_of_40_columns_cuts_no_figure(command, status, run, desk):
    free = run(*CALLS[command][status].split())
    desk("there")
    program = shlex.join([sys.executable, "-m", "cnkz_stats", *CALLS[command][status].split()])
    shown = CODES.sub("", on_terminal(["/bin/bash", "-c", f"{program}; echo ended $?"], columns=40))
    *lines, ended = shown.splitlines()
    assert ended == f"ended {status}"
    assert sorted(NUMBER.findall("\n".join(lines))) == sorted(NUMBER.findall(free.out + free.err))
    assert [line for line in lines if cell_len(line) > 40 and NUMBER.search(line)] == []
