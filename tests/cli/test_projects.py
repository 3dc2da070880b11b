"""`projects`: the register as a list, and added up."""

import json

import pytest

REGISTER = """
    id     name         place   sector  capacity    value        status     year  sources
    hill   Hill farm    Almaty  wind    151 MW      $30 million  operating  2020  s1
    dale   Dale         Almaty  =wind()  .           .            building   2022  s1
"""


@pytest.fixture
def folder(make_folder):
    return make_folder(
        trade="period  figure\n2021  $25.25 billion",
        project_register=REGISTER.replace("[b]Dale[/b]", "=wind()"),
    )


def test_a_list_ends_with_what_the_projects_state_together(spawn, folder):
    answer = spawn(f"cnkz projects --data {folder}")
    assert (answer.returncode, answer.stderr) == (0, "")
    assert answer.stdout.splitlines()[-1].split("  ")[0] == "2 projects"
    assert "150.5–151.5 MW (1 of 2)" in answer.stdout


def test_added_up(spawn, folder):
    rows = json.loads(spawn(f"cnkz projects --by place --format json --data {folder}").stdout)
    assert [(row["group"], row["measure"], row["stated"], row["total"]["low"]) for row in rows] == [
        ("Almaty", "capacity", 1, "150.5"),
        ("Almaty", "value", 1, "29500000"),
    ]


def test_a_spreadsheet_runs_nothing(spawn, folder):
    assert "'=wind()" in spawn(f"cnkz projects --format csv --data {folder}").stdout


def test_an_unknown_word_is_2_and_one_line(spawn, folder):
    answer = spawn(f"cnkz projects sun --data {folder}")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr == "no project with sector 'sun', expected one of: =wind(); wind\n"


def test_a_folder_without_a_register_has_none(spawn, make_folder):
    answer = spawn(f"cnkz projects --data {make_folder(trade='period  figure')}")
    assert (answer.returncode, answer.stderr) == (0, "")
