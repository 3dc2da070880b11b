"""What a reader at a terminal sees: fitted to its width, no number cut, colour only where it is wanted."""

import re
import sys
from pathlib import Path

import pytest
from generate import on_terminal
from rich.cells import cell_len

PRESS = Path(__file__).parent / "press"
COLOUR = re.compile(r"\x1b\[[0-9;]*3[0-7]m")
CODES = re.compile(r"\x1b\[[0-9;]*m")
RANGES = re.compile(r"[\d.]+–[\d.]+")


@pytest.fixture
def screen():
    """What the program prints on a terminal of so many columns, with escape codes."""

    def screen_(columns, *arguments, **environment):
        program = [sys.executable, "-m", "cnkz_stats", *arguments]
        return on_terminal(program, columns=columns, environment=environment)

    return screen_


@pytest.mark.parametrize(
    ("columns", "command"),
    [
        *((40, command) for command in ("growth", "check", "table", "sources", "bounds")),
        *((80, command) for command in ("growth", "check")),
        (120, "check"),
    ],
)
def test_lines_fit_and_numbers_stay_whole(columns, command, screen, run):
    shown = CODES.sub("", screen(columns, command, "--data", str(PRESS)))
    free = run(command, "--data", PRESS).out
    assert max(cell_len(line) for line in shown.splitlines()) <= columns
    assert sorted(RANGES.findall(shown)) == sorted(RANGES.findall(free))


def test_the_answer_comes_first(screen):
    shown = CODES.sub("", screen(80, "check", "--data", str(PRESS)))
    assert shown.startswith("18 claims from 4 documents, 14 facts checked: 1 error, 2 warnings")
    assert (
        shown.index("ERROR") < shown.index("WARNING") < shown.index("NOTE") < shown.index("Each claim beside")
    )


def test_columns_of_the_environment_outdo_the_size_of_the_terminal(screen):
    wide = screen(40, "growth", "--data", str(PRESS), COLUMNS="200")
    assert max(len(CODES.sub("", line)) for line in wide.splitlines()) > 100


def test_severity_has_a_colour(screen):
    assert COLOUR.search(screen(80, "check", "--data", str(PRESS)))


def test_no_color_is_respected(screen):
    assert not COLOUR.search(screen(80, "check", "--data", str(PRESS), NO_COLOR="1"))


@pytest.mark.parametrize("command", ["growth", "check", "table", "sources"])
def test_a_pipe_gets_no_escape_codes_and_no_folded_lines(command, run, screen):
    piped = run(command, "--data", PRESS).out
    assert "\x1b" not in piped
    assert max(map(len, piped.splitlines())) > 80


def test_what_a_source_says_is_text(run, screen):
    for shown in (
        run("sources", "--data", PRESS).out,
        CODES.sub("", screen(200, "sources", "--data", str(PRESS))),
    ):
        assert "[red]Thirty years[/red]" in shown
        assert '=HYPERLINK("https://example.org")' in shown
        assert "<b>互利共赢</b>" in shown


def test_a_spreadsheet_runs_no_formula_of_a_source(run):
    assert "'=HYPERLINK" in run("sources", "--data", PRESS, "--format", "csv").out


def test_markup_is_escaped_in_markdown(run):
    shown = run("sources", "--data", PRESS, "--format", "markdown").out
    assert r"\<b\>互利共赢\</b\>" in shown
    assert r"\[red\]" in shown


def test_a_source_cannot_steer_the_terminal(make_folder, run, screen):
    folder = make_folder(
        trade="period  figure  source\n2021    $25.25 billion  s1",
        sources="id,publisher,title,url,published,language,copy_of,note\n"
        "s1,A \x1b]0;owned\x07\x1b[2Jpaper,A title,,2023,en,,\n",
    )
    for shown in (run("sources", "--data", folder).out, screen(100, "sources", "--data", str(folder))):
        assert "A �]0;owned��[2Jpaper" in shown
        assert "\x1b]0" not in shown
