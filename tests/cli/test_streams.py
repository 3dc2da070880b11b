"""Pipes that close, streams that are shut, disks that are full."""

import signal

import pytest


@pytest.mark.parametrize("command", ["--help", "check --help", "--version"])
def test_help_may_be_cut_short(command, spawn):
    answer = spawn(f"cnkz {command} | true")
    assert (answer.returncode, answer.stderr) == (0, "")


@pytest.mark.parametrize("command", ["growth --format csv", "--version"])
def test_a_closed_output_is_2_and_one_line(command, spawn):
    answer = spawn(f"cnkz {command} >&-")
    assert (answer.returncode, answer.stderr) == (2, "standard output: cannot be written: it is closed\n")


@pytest.mark.parametrize("command", ["--help", "check --help", "--version"])
def test_help_for_a_full_disk_is_2_and_one_line(command, spawn):
    answer = spawn(f"cnkz {command} >/dev/full")
    assert (answer.returncode, answer.stderr) == (
        2,
        "standard output: cannot be written: No space left on device\n",
    )


@pytest.mark.parametrize("usage", ["growth nonsense", "growth --nonsense"])
@pytest.mark.parametrize("nobody", ["2>&-", "2>/dev/full", "2>&1 | true"])
def test_problems_are_counted_even_if_nobody_can_be_told(usage, nobody, spawn):
    assert spawn(f"cnkz {usage} {nobody}").returncode == 2


def test_an_old_locale_gets_the_letters_of_all_scripts(spawn):
    answer = spawn("cnkz table trade", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert answer.returncode == 0
    assert "增长23.6%" in answer.stdout


def test_an_interrupt_ends_the_program_at_once(run):
    run("--version")
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
