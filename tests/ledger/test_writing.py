"""Files are replaced in one step, several of them all or none; rows are added without touching what stands there."""

import csv
import io
import os

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.writing import append_rows, csv_line, write_files

CELLS = st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0")), min_size=2)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        (["a", "b"], "a,b\n"),
        (["1,5", "b"], '"1,5",b\n'),
        (["say “hi”", 'say "hi"'], 'say “hi”,"say ""hi"""\n'),
        (["two\nlines", "a\rb"], '"two\nlines","a\rb"\n'),
        (["", " x"], ", x\n"),
    ],
)
def test_only_cells_that_need_quotes_have_them(cells, line):
    assert csv_line(cells) == line


@given(CELLS)
def test_any_cell_is_read_back_as_it_was(cells):
    assert next(csv.reader(io.StringIO(csv_line(cells), newline=""), strict=True)) == cells


def test_files_are_created_and_replaced(tmp_path):
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_text("before")
    write_files({old: b"after", new: b"first"})
    assert (old.read_text(), new.read_text()) == ("after", "first")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["new", "old"]


@pytest.mark.parametrize("wrong", ["missing/file", "directory"])
def test_one_file_that_cannot_be_written_leaves_all_as_they_were(tmp_path, wrong):
    (tmp_path / "directory").mkdir()
    kept = tmp_path / "kept"
    kept.write_text("before")
    with pytest.raises(CnkzError, match=rf"{wrong}: cannot be written: "):
        write_files({kept: b"after", tmp_path / wrong: b"x"})
    assert kept.read_text() == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["directory", "kept"]


def test_a_file_keeps_its_rights_and_a_link_what_it_points_to(tmp_path):
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("before")
    target.chmod(0o640)
    link.symlink_to(target)
    write_files({link: b"after"})
    assert link.is_symlink()
    assert (target.read_text(), target.stat().st_mode & 0o777) == ("after", 0o640)


def test_a_new_file_has_the_rights_that_new_files_get(tmp_path):
    plain, written = tmp_path / "plain", tmp_path / "written"
    plain.touch()
    write_files({written: b""})
    assert written.stat().st_mode == plain.stat().st_mode


def test_a_device_is_written_to():
    from pathlib import Path

    write_files({Path(os.devnull): b"x"})


HEADER = ("claims", "cause")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (None, b"claims,cause\na b,TYPO\n"),
        (b"", b"claims,cause\na b,TYPO\n"),
        (b"claims,cause\n", b"claims,cause\na b,TYPO\n"),
        (b"claims,cause\nx,UNIT", b"claims,cause\nx,UNIT\na b,TYPO\n"),
        (
            b"\xef\xbb\xbfclaims,cause\r\n  x,  UNIT\r\n",
            b"\xef\xbb\xbfclaims,cause\r\n  x,  UNIT\r\na b,TYPO\n",
        ),
    ],
    ids=["no file", "an empty file", "a header", "no final newline", "another form"],
)
def test_rows_are_added_at_the_end_and_the_rest_stays_to_the_byte(tmp_path, before, after):
    path = tmp_path / "known.csv"
    if before is not None:
        path.write_bytes(before)
    append_rows(path, HEADER, [("a b", "TYPO")])
    assert path.read_bytes() == after


def test_rows_cannot_be_added_to_a_directory(tmp_path):
    with pytest.raises(CnkzError, match="cannot be written"):
        append_rows(tmp_path, HEADER, [("a b", "TYPO")])
