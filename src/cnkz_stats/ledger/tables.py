"""Tables read as text: RFC 4180, each cell with its place, each departure from the form as a problem."""

import re
import stat
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import NamedTuple

from cnkz_stats.errors import Problem

# Possessive throughout: an unclosed quote costs one pass over the rest of the text, not one for each character.
_CELL = re.compile(r'(?:"((?:[^"]++|"")*+)("?)([^,\r\n]*+)|([^,\r\n]*+))(,|\r\n?|\n|\Z)')
_BREAK = re.compile(r"\r\n?|\n")
_SHOWN = 60
_BARE_QUOTE = "read a quote inside a cell, expected the whole cell in quotes and this one doubled"


class Cell(NamedTuple):
    """A cell's text, without its quotes, and the place where it starts: line and column in characters, from 1."""

    text: str
    line: int
    column: int


class Fault(NamedTuple):
    """What is wrong with the form of a text, and where."""

    line: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """The rows of a file by column name, those with a fault of form left out, and the problems of its form.

    Without problems, every row of the file is there: then what the table does not list does not exist.
    """

    file: str
    rows: tuple[Mapping[str, Cell], ...] = ()
    problems: tuple[Problem, ...] = ()


def shown(text: str) -> str:
    """A text as messages quote it: on one line, control characters escaped, long ones cut."""
    return repr(text) if len(text) <= _SHOWN else f"{text[:_SHOWN]!r}…"


def tokenize(text: str) -> Iterator[tuple[list[Cell], list[Fault]]]:
    r"""Each row of a comma-separated text with what is wrong with its form; blank lines are no rows.

    >>> list(tokenize('a,"b, ""c""\n"'))
    [([Cell(text='a', line=1, column=1), Cell(text='b, "c"\n', line=1, column=3)], [])]
    """
    row: list[Cell] = []
    faults: list[Fault] = []
    line, line_start = 1, 0
    for match in _CELL.finditer(text):
        quoted, _, _, plain, end = match.groups()
        cell = Cell(plain or "", line, match.start() - line_start + 1)
        if quoted is not None:
            cell = cell._replace(text=quoted.replace('""', '"'))
            breaks = list(_BREAK.finditer(quoted))
            if breaks:
                line, line_start = line + len(breaks), match.start(1) + breaks[-1].end()
            faults += _quote_faults(match, cell, line, match.start(3) - line_start + 1)
        elif '"' in plain:
            faults.append(Fault(line, cell.column + plain.index('"'), _BARE_QUOTE))
        row.append(cell)
        if end != ",":
            if len(row) > 1 or cell.text or faults:
                yield row, faults
            row, faults = [], []
            line, line_start = line + 1, match.end()


def _quote_faults(match: re.Match[str], cell: Cell, stray_line: int, stray_column: int) -> Iterator[Fault]:
    _, closing, stray, _, _ = match.groups()
    if not closing:
        yield Fault(cell.line, cell.column, "read a quote that nothing closes, expected a closing quote")
    elif stray:
        text = f"read {shown(stray)} after a closing quote, expected a comma or the line's end"
        yield Fault(stray_line, stray_column, text)


def read_table(path: Path, columns: Sequence[str]) -> Table:
    """The rows of a file that must have exactly these columns, in this order."""
    text, fault = read_text(path)
    if fault:
        return _table(path, [fault])
    rows = list(tokenize(text))
    if not rows:
        return _table(path, [Fault(0, 0, f"read an empty file, expected the header {','.join(columns)}")])
    faults = rows[0][1] or list(_header_faults(rows[0][0], columns))
    if faults:
        return _table(path, faults + [fault for _, row_faults in rows[1:] for fault in row_faults])
    read = []
    for row, row_faults in rows[1:]:
        if not row_faults and len(row) == len(columns):
            read.append(dict(zip(columns, row, strict=True)))
        else:
            faults += row_faults or [_length_fault(row, columns)]
    return _table(path, faults, read)


def read_text(path: Path) -> tuple[str, Fault | None]:
    """The text of a UTF-8 file without byte order mark, or empty and why it cannot be read."""
    try:
        mode = path.stat().st_mode
        if not stat.S_ISREG(mode):
            kind = "a directory" if stat.S_ISDIR(mode) else "something else than a file"
            return "", Fault(0, 0, f"read {kind}, expected a file")
        raw = path.read_bytes()
    except FileNotFoundError:
        return "", Fault(0, 0, "read nothing, expected this file")
    except OSError as error:
        return "", Fault(0, 0, f"read nothing, expected a readable file: {error.strerror}")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # `error.object` and `start` leave the byte order mark out
        before = error.object[: error.start].decode()
        return "", Fault(*_place(before), f"read byte 0x{error.object[error.start]:02x}, expected UTF-8")
    if "\0" in text:
        return "", Fault(*_place(text[: text.index("\0")]), "read a NUL byte, expected text")
    return text, None


def _header_faults(header: Sequence[Cell], columns: Sequence[str]) -> Iterator[Fault]:
    """What a header has too few, too many, twice, or in another order."""
    names = [cell.text for cell in header]
    missing = [name for name in columns if name not in names]
    for cell in header:
        if cell.text not in columns:
            near = get_close_matches(cell.text, missing, n=1)
            expected = shown(near[0]) if near else "no such column"
            yield Fault(
                cell.line, cell.column, f"read unknown column {shown(cell.text)}, expected {expected}"
            )
    for i, cell in enumerate(header):
        if cell.text in names[:i]:
            yield Fault(cell.line, cell.column, f"read column {shown(cell.text)} again, expected it once")
    if missing:
        text = f"read no column {', '.join(missing)}, expected the header {','.join(columns)}"
        yield Fault(header[0].line, header[0].column, text)
    if names != list(columns) and sorted(names) == sorted(columns):
        place = next(cell for cell, name in zip(header, columns, strict=True) if cell.text != name)
        yield Fault(
            place.line, place.column, f"read the columns in another order, expected {','.join(columns)}"
        )


def _length_fault(row: Sequence[Cell], columns: Sequence[str]) -> Fault:
    text = f"read a row of {len(row)} cells, expected {len(columns)} like the header"
    if len(row) > len(columns):
        return Fault(*row[len(columns)][1:], f"{text}; a cell with a comma in it stands in quotes")
    return Fault(*row[-1][1:], text)


def _place(before: str) -> tuple[int, int]:
    lines = _BREAK.split(before)
    return len(lines), len(lines[-1]) + 1


def _table(path: Path, faults: Sequence[Fault], rows: Sequence[Mapping[str, Cell]] = ()) -> Table:
    return Table(path.name, tuple(rows), tuple(Problem(path.name, *fault) for fault in faults))
