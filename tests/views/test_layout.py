"""A table is a grid where it fits, a grid with long text on lines of its own where it does not, else a line for each cell."""

import pytest

from cnkz_stats.views.layout import Line, table_lines, wrapped
from cnkz_stats.views.tables import Column, Table

TABLE = Table(
    "Freight",
    (Column("About", wide=True), Column("Year"), Column("Tonnes", number=True), Column("Source", wide=True)),
    (
        ("rail", "2022", "22.5–23.5", "a table"),
        ("铁路", "2023", "27.5–28.5", "a longer table of the railway"),
    ),
)
GRID = """
Freight
About  Year     Tonnes  Source
─────────────────────────────────────────────────────
rail   2022  22.5–23.5  a table
铁路   2023  27.5–28.5  a longer table of the railway
"""
FOLDED = """
Freight
  Year     Tonnes
─────────────────
rail
  2022  22.5–23.5
    Source: a table
铁路
  2023  27.5–28.5
    Source: a longer table of the railway
"""
CARDS = """
Freight
About: rail
  Year: 2022
  Tonnes: 22.5–23.5
  Source: a table
About: 铁路
  Year: 2023
  Tonnes: 27.5–28.5
  Source: a longer table of the railway
"""


def laid_out(table, width):
    return "\n".join(f"{' ' * line.indent}{line.text}" for line in table_lines(table, width)).strip("\n")


@pytest.mark.parametrize(
    ("width", "expected"), [(200, GRID), (53, GRID), (52, FOLDED), (17, FOLDED), (16, CARDS), (1, CARDS)]
)
def test_a_table_takes_the_widest_form_that_fits(width, expected):
    assert laid_out(TABLE, width) == expected.strip("\n")


def test_a_column_without_content_is_left_out():
    table = Table("", (Column("One"), Column("None"), Column("Two")), (("1", "", "2"), ("", "", "3")))
    assert laid_out(table, 80) == "One  Two\n────────\n1    2\n     3"


def test_a_table_without_rows_shows_its_headings():
    assert laid_out(Table("", (Column("One"), Column("Two")), ()), 80) == "One  Two\n────────"


def test_rows_without_cells_in_the_grid_stand_beneath_the_row_before():
    columns = (Column("From"), Column("To"), Column("Claimed", wide=True))
    table = Table("", columns, (("2021", "2022", "up 23.6 percent"), ("", "", "up by 23 percent")))
    assert laid_out(table, 25).splitlines()[2:] == [
        "2021  2022",
        "    Claimed: up 23.6 percent",
        "    Claimed: up by 23 percent",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("one two three four five six", ["  one two three four", "    five six"]),
        ("grew 23.401–23.49 % then", ["  grew", "    23.401–23.49 %", "    then"]),
        ("贸易总额 贸易总额 贸易总额", ["  贸易总额 贸易总额", "    贸易总额"]),
        ("a-word-that-is-longer-than-a-line", ["  a-word-that-is-longer-than-a-line"]),
        ("", ["  "]),
    ],
)
def test_lines_break_between_words_and_never_before_a_percent_sign(text, expected):
    lines = wrapped(Line(text, indent=2, hang=2), 20)
    assert [f"{' ' * line.indent}{line.text}" for line in lines] == expected


def test_a_fixed_line_is_never_broken():
    line = Line("1  2  3 " * 20, fixed=True)
    assert list(wrapped(line, 20)) == [line]
