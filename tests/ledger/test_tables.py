import csv
import io
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.ledger.tables import read_table, tokenize

CELLS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=6) | st.text(
    '",\r\n a', max_size=6
)


def texts(source):
    return [[cell.text for cell in row] for row, faults in tokenize(source) if not faults]


def problems(tmp_path, content, columns="a,b"):
    path = tmp_path / "table.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return [str(problem) for problem in read_table(path, columns.split(",")).problems]


@given(
    st.lists(st.lists(CELLS, min_size=2, max_size=4)),
    st.sampled_from([("\r\n", csv.QUOTE_MINIMAL), ("\n", csv.QUOTE_ALL), ("\r", csv.QUOTE_ALL)]),
)
def test_valid_tables_read_as_the_standard_library_reads_them(rows, style):
    written = io.StringIO(newline="")
    csv.writer(written, lineterminator=style[0], quoting=style[1]).writerows(rows)
    assert texts(written.getvalue()) == list(csv.reader(io.StringIO(written.getvalue(), newline="")))


@given(st.text('ab",\r\n'))
def test_every_cell_stands_where_its_place_says(source):
    lines = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for row, faults in tokenize(source):
        for cell in row if not faults else []:
            rest = lines[cell.line - 1][cell.column - 1 :]
            assert rest.startswith(('"', cell.text))


def test_lines_and_columns_count_from_one_in_characters_with_quotes_and_their_line_breaks():
    source = '贸易,b\n"x\r\n""y""\n",z,"",\n\nlast,line'
    cells = [(*cell,) for row, _ in tokenize(source) for cell in row]
    assert cells == [
        ("贸易", 1, 1), ("b", 1, 4),
        ('x\r\n"y"\n', 2, 1), ("z", 4, 3), ("", 4, 5), ("", 4, 8),
        ("last", 6, 1), ("line", 6, 6),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("", ["table.csv: read an empty file, expected the header a,b"]),
        ("\n\n", ["table.csv: read an empty file, expected the header a,b"]),
        (
            b"a,b\nx,\xc3\xa9\xcf\xf0\n",
            ["table.csv:2:4: read byte 0xcf, expected UTF-8"],
        ),
        (b"\xef\xbb\xbfa\xff,b\n", ["table.csv:1:2: read byte 0xff, expected UTF-8"]),
        ("a,b\r\n1,x\0\r\n", ["table.csv:2:4: read a NUL byte, expected text"]),
        ('a,b\n1,"x\n2,y\n', ["table.csv:2:3: read a quote that nothing closes, expected a closing quote"]),
        (
            'a,b\n"x\ny" z,2\n',
            ["table.csv:3:3: read ' z' after a closing quote, expected a comma or the line's end"],
        ),
        (
            'a,b\n1,5" pipe\n',
            [
                "table.csv:2:4: read a quote inside a cell, expected the whole cell in quotes and this one doubled"
            ],
        ),
        ("a,b\n1\n", ["table.csv:2:1: read a row of 1 cells, expected 2 like the header"]),
        (
            "a,b\n1,2,3,4\n",
            [
                "table.csv:2:5: read a row of 4 cells, expected 2 like the header; a cell with a comma in it stands in quotes"
            ],
        ),
        (
            "a,bb\n1\n",
            [
                "table.csv:1:1: read no column b, expected the header a,b",
                "table.csv:1:3: read unknown column 'bb', expected 'b'",
            ],
        ),
        ("a,b,c\n", ["table.csv:1:5: read unknown column 'c', expected no such column"]),
        ("a,b,a\n", ["table.csv:1:5: read column 'a' again, expected it once"]),
        ("b,a\n", ["table.csv:1:1: read the columns in another order, expected a,b"]),
        ('"', ["table.csv:1:1: read a quote that nothing closes, expected a closing quote"]),
        ('"a,b\n', ["table.csv:1:1: read a quote that nothing closes, expected a closing quote"]),
    ],
)
def test_a_departure_from_the_form_is_told_with_its_place(tmp_path, content, expected):
    assert sorted(problems(tmp_path, content)) == expected


def test_several_departures_are_told_together(tmp_path):
    assert problems(tmp_path, 'a,b\n1\n"x"y,2\n1,2\n1,2,3\n') == [
        "table.csv:2:1: read a row of 1 cells, expected 2 like the header",
        "table.csv:3:4: read 'y' after a closing quote, expected a comma or the line's end",
        "table.csv:5:5: read a row of 3 cells, expected 2 like the header; a cell with a comma in it stands in quotes",
    ]


def test_a_byte_order_mark_is_no_part_of_the_first_cell(tmp_path):
    path = tmp_path / "table.csv"
    path.write_bytes(b"\xef\xbb\xbfa,b\n1,2\n")
    [row] = read_table(path, ("a", "b")).rows
    assert row["a"] == ("1", 2, 1)


def test_what_is_no_readable_file_is_told(tmp_path):
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "loop.csv").symlink_to("loop.csv")
    read = [read_table(tmp_path / name, ("a",)).problems for name in ("gone.csv", "folder.csv", "loop.csv")]
    assert [str(problem) for [problem] in read] == [
        "gone.csv: read nothing, expected this file",
        "folder.csv: read a directory, expected a file",
        "loop.csv: read nothing, expected a readable file: Too many levels of symbolic links",
    ]


def test_a_device_or_pipe_is_not_waited_for(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe.csv")
    [problem] = read_table(tmp_path / "pipe.csv", ("a",)).problems
    assert str(problem) == "pipe.csv: read something else than a file, expected a file"


@pytest.mark.parametrize(
    "source", ['"' + 'x""\n' * 100_000, '"a"' * 100_000, "," * 400_000, '"",\n' * 100_000]
)
def test_a_broken_table_takes_no_longer_than_a_sound_one(source):
    start = time.process_time()
    list(tokenize(source))
    assert time.process_time() - start < 5
