"""Pipes that close, streams that are shut, disks that are full."""

import signal

import pytest


@pytest.mark.parametrize("reader", ["head -1", "true"])
@pytest.mark.parametrize("command", ["check", "growth", "check --format json", "sources --format csv"])
def test_a_reader_that_leaves_early_hears_no_complaint(command, reader, spawn):
    answer = spawn(f"cnkz {command} | {reader}")
    assert (answer.returncode, answer.stderr) == (0, "")


def test_help_may_be_cut_short(spawn):
    assert spawn("cnkz --help | true").stderr == ""


def test_findings_are_told_even_if_nobody_reads_on(spawn):
    answer = spawn("cnkz check --fail-on warning | true")
    assert (answer.returncode, answer.stderr) == (1, "")


@pytest.mark.parametrize("command", ["check", "growth --format csv", "--version"])
@pytest.mark.parametrize(
    ("target", "reason"), [("&-", "it is closed"), ("/dev/full", "No space left on device")]
)
def test_output_that_cannot_be_written_is_one_line(target, reason, command, spawn):
    answer = spawn(f"cnkz {command} >{target}")
    assert (answer.returncode, answer.stderr) == (2, f"standard output: cannot be written: {reason}\n")


def test_problems_are_counted_even_if_nobody_can_be_told(spawn):
    assert spawn("cnkz growth nonsense 2>&-").returncode == 2


def test_an_old_locale_gets_the_letters_of_all_scripts(spawn):
    answer = spawn("cnkz table trade", LC_ALL="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii")
    assert answer.returncode == 0
    assert "增长23.6%" in answer.stdout


def test_an_interrupt_ends_the_program_at_once(run):
    run("--version")
    assert signal.getsignal(signal.SIGINT) is signal.SIG_DFL
