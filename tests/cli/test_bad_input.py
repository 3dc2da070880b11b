"""A data folder that cannot be used: every problem placed, exit status 2, nothing written."""

import shutil

import pytest

from folders import FIRST_FOLDER

BROKEN = """
id      statement  period  figure           source
one     level      2021    a great deal     s1
two     levels     2022    $31.17 billion   s1
three   level      20x2    $31.17 billion   s1
"""
COMMANDS = [
    "growth",
    "check",
    "bounds",
    "explain turnover",
    "chart trade",
    "table",
    "sources",
]


@pytest.fixture
def broken(make_folder):
    return make_folder(trade=BROKEN, series=b"code,unit\nturnover,USD\n")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_problem_is_told_with_its_place(command, broken, run):
    answer = run(*command.split(), "--data", broken)
    assert (answer.status, answer.out) == (2, "")
    assert [line.split(": ")[0] for line in answer.err.splitlines()] == [
        "series.csv:1:1",
        "trade.csv:2:33",
        "trade.csv:3:5",
        "trade.csv:4:29",
    ]
    assert all(": read " in line and ", expected " in line for line in answer.err.splitlines())


@pytest.mark.parametrize("command", [f"{command} -o" for command in COMMANDS])
def test_nothing_is_written_for_a_broken_folder(command, broken, run, tmp_path):
    kept = tmp_path / "kept.png"
    kept.write_text("as before", encoding="utf-8")
    assert run(*command.split(), kept, "--data", broken).status == 2
    assert kept.read_text(encoding="utf-8") == "as before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "kept.png"]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_folder_that_is_not_there_is_one_line(command, run, tmp_path):
    answer = run(*command.split(), "--data", tmp_path / "missing")
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.startswith(f"{tmp_path / 'missing'}: read nothing, expected a folder with series.csv")
    assert answer.err.count("\n") == 1


def test_a_folder_that_is_a_file_is_one_line(run, tmp_path):
    (tmp_path / "file").touch()
    answer = run("check", "--data", tmp_path / "file")
    assert (answer.status, answer.err.count("\n")) == (2, 1)


def test_the_environment_names_a_folder_and_the_option_outdoes_it(run, make_folder, monkeypatch, tmp_path):
    folder = make_folder(trade="period  figure\n2021    $25.25 billion")
    monkeypatch.setenv("CNKZ_STATS_DATA", str(folder))
    assert "1 claim from 1 document" in run("check").out
    monkeypatch.setenv("CNKZ_STATS_DATA", str(tmp_path / "missing"))
    assert run("check").status == 2
    assert "1 claim from 1 document" in run("check", "--data", folder).out


def test_a_copy_of_a_folder_says_the_same(run, tmp_path):
    shutil.copytree(FIRST_FOLDER, tmp_path / "data")
    assert run("check", "--data", tmp_path / "data").out == run("check").out
