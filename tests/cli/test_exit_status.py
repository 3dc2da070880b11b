"""What decides the exit status of a check, and what is said to usage that makes no sense."""

import pytest

CLASH = """
id      statement  period  figure
before  level      2021    $25.25 billion
after   level      2022    $31.17 billion
growth  growth     2022    up 23.6 percent
"""
WILD_CLASH = CLASH.replace("23.6", "93.6")
PEACE = CLASH.replace("23.6", "23.4")


@pytest.mark.parametrize(
    ("claims", "fail_on", "status"),
    [
        (PEACE, "note", 0),
        (CLASH, "error", 0),
        (CLASH, "warning", 1),
        (CLASH, "note", 1),
        (WILD_CLASH, "error", 1),
    ],
)
def test_a_check_fails_on_findings_from_a_severity_on(claims, fail_on, status, make_folder, run):
    answer = run("check", "--data", make_folder(trade=claims), "--fail-on", fail_on)
    assert (answer.status, answer.err) == (status, "")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        ("nonsense", "No such command 'nonsense'"),
        ("check --format xml", "Invalid value for '--format'"),
        ("check --timeout 0", "Invalid value for '--timeout'"),
        ("check weather", "no topic 'weather' in this folder, expected one of: trade"),
        ("table weather", "no topic 'weather' in this folder, expected one of: trade"),
        ("growth turnove", "perhaps turnover"),
        ("growth --authority GAC", "perhaps GACC"),
        ("growth --from yesterday", "--from: read 'yesterday', expected a period such as 2021"),
        ("growth --to 2021-13", "--to: read '2021-13', expected a period such as 2021"),
        ("chart weather", "weather"),
        ("chart trade -o trade.doc", "trade.doc: read suffix '.doc', expected .png, .svg or .pdf"),
    ],
)
def test_usage_that_makes_no_sense_is_told_in_words(arguments, says, make_folder, run):
    answer = run(*arguments.split(), "--data", make_folder(trade=PEACE))
    assert (answer.status, answer.out) == (2, "")
    assert says in answer.err
    assert "Traceback" not in answer.err


def test_without_a_command_there_is_help(run):
    answer = run()
    assert "Commands:" in answer.out + answer.err


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_asking_is_no_error(option, run):
    assert run(option).status == 0
