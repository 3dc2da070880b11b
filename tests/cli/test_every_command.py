"""What every command owes whoever calls it: exit statuses, and a word when its output cannot be written."""

import pytest

PEACE = "statement  period  figure\nlevel  2022  $31.17 billion\ngrowth  2022  up 23.6 percent"
READING = (
    "growth",
    "check",
    "bounds",
    "explain turnover",
    "chart trade -o picture.svg",
    "table",
    "sources",
    "verify 'Trade came to $31.17 billion in 2022.'",
)


@pytest.fixture(autouse=True)
def _in_an_empty_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("command", READING)
def test_done_is_0(command, spawn, make_folder):
    answer = spawn(f"cnkz {command} --data {make_folder(trade=PEACE)}")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout


@pytest.mark.parametrize("command", READING)
def test_a_folder_that_is_not_there_is_2(command, spawn):
    answer = spawn(f"cnkz {command} --data nowhere")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("nowhere: ")


@pytest.mark.parametrize("command", READING)
def test_a_closed_output_is_2_and_one_line(command, spawn, make_folder):
    answer = spawn(f"cnkz {command} --data {make_folder(trade=PEACE)} >&-")
    assert (answer.returncode, answer.stderr) == (2, "standard output: cannot be written: it is closed\n")
