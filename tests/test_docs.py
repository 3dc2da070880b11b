"""Documentation runs: examples print what the pages show, lists are complete, links lead somewhere."""

import doctest
import re

import pytest
from generate import PACKAGE, REFERENCE, ROOT, pages, reference, refreshed

from cnkz_stats.cli import app

README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGES = {str(page.relative_to(ROOT)): page.read_text(encoding="utf-8") for page in pages()}
PYTHON = re.compile(r"^```pycon\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMANDS = [command.name for command in app.registered_commands]


@pytest.mark.parametrize("page", PAGES)
def test_examples_print_what_the_page_shows(page):
    assert refreshed(PAGES[page]) == PAGES[page]


@pytest.mark.parametrize("page", [page for page in PAGES if PYTHON.search(PAGES[page])])
def test_python_examples_give_what_the_page_shows(page, monkeypatch):
    monkeypatch.chdir(ROOT)
    examples = "\n".join(PYTHON.findall(PAGES[page]))
    test = doctest.DocTestParser().get_doctest(examples, {}, page, page, 0)
    told: list[str] = []
    runner = doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE)
    runner.run(test, out=told.append)
    assert "".join(told) == ""


def test_lines_left_out_stand_for_any():
    shown = "$ printf 'one\\ntwo\\nthree\\n'\none\n…\n"
    page = f"```console\n{shown}```\n"
    assert refreshed(page) == page
    assert refreshed(page.replace("\none\n", "\nwrong\n")) == page.replace(
        "\none\n…\n", "\none\ntwo\nthree\n"
    )


def test_the_reference_of_commands_is_current():
    assert REFERENCE.read_text(encoding="utf-8") == reference()


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_on_the_first_page(command):
    assert f"`cnkz-stats {command}" in README


@pytest.mark.parametrize("command", COMMANDS)
def test_the_help_of_every_command_has_an_example_that_begins_with_it(command):
    (info,) = [info for info in app.registered_commands if info.name == command]
    assert info.epilog.startswith(f"Example: cnkz-stats {command}")


def test_two_commands_are_all_that_a_fresh_machine_needs():
    commands = re.findall(r"^```sh\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)
    assert [command.count("\n") for command in commands] == [1, 1]
    assert commands[0].startswith("python3 -m venv .venv && ")
    assert commands[0].endswith("cnkz-stats check\n")
    assert commands[1].startswith("python3 -m venv .venv-dev && ")
    assert commands[1].endswith("pytest\n")


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page):
    links = re.findall(r"\]\((?!https?://|#)([^)#]+)(?:#[^)]*)?\)", PAGES[page])
    assert [link for link in links if not ((ROOT / page).parent / link).exists()] == []


def test_every_page_is_in_the_index():
    listed = PAGES["docs/README.md"]
    names = [page.removeprefix("docs/") for page in PAGES if page.count("/") == 1]
    assert [name for name in names if f"({name})" not in listed and name != "README.md"] == []


def test_the_tour_names_every_module_and_no_other():
    named = set(re.findall(r"`(\w+(?:/\w+)*)`", PAGES["docs/start-to-finish.md"]))
    there = {
        str(path.relative_to(PACKAGE).with_suffix(""))
        for path in PACKAGE.rglob("*.py")
        if not path.name.startswith("__") and path.parent.parent in (PACKAGE, PACKAGE.parent)
    }
    assert there <= named
    assert {name for name in named if "/" in name} <= there


def test_the_picture_is_of_the_figures_as_they_are():
    from cnkz_stats.analysis.pictures import picture
    from cnkz_stats.ledger.folder import read_folder
    from cnkz_stats.reasoning.audit import audit

    folder = read_folder(ROOT / "examples" / "five-documents")
    title = picture(folder, "trade", audit(folder)).title
    assert title.encode() in (ROOT / "docs" / "images" / "trade.png").read_bytes()
