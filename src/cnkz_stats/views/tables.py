"""Tables as plain values, and the forms they are printed in."""

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Column:
    """A heading; `number` columns are set to the right, `wide` ones leave the row where the table is too wide for a page."""

    name: str
    number: bool = False
    wide: bool = False

    def labelled(self, cell: str) -> str:
        """A cell that does not stand under its heading."""
        return f"{self.name}: {cell}"


@dataclass(frozen=True, slots=True)
class Table:
    """A heading, columns, and rows of text."""

    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


def csv_text(tables: Iterable[Table]) -> str:
    """One CSV table; a cell that a spreadsheet would run as a formula is quoted by an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    header: tuple[str, ...] = ()
    for table in tables:
        names = tuple(column.name for column in table.columns)
        if names != header:
            writer.writerow(names)
            header = names
        writer.writerows([_inert(cell) for cell in row] for row in table.rows)
    return out.getvalue()


def _inert(cell: str) -> str:
    if cell.startswith(_FORMULA_STARTS) and not _is_number(cell):
        return f"'{cell}"
    return cell


def _is_number(cell: str) -> bool:
    return cell.lstrip("+-").replace(".", "", 1).isdecimal()


def markdown_text(tables: Iterable[Table]) -> str:
    """Tables in GitHub's Markdown, a heading each; what would be markup is escaped."""
    return "\n".join(_markdown(table) for table in tables)


def _markdown(table: Table) -> str:
    heading = [f"### {escaped(table.title)}", ""] if table.title else []
    names = " | ".join(escaped(column.name) for column in table.columns)
    rule = " | ".join("---:" if column.number else "---" for column in table.columns)
    rows = [" | ".join(map(escaped, row)) for row in table.rows]
    return "\n".join([*heading, *(f"| {line} |" for line in (names, rule, *rows)), ""])


def escaped(text: str) -> str:
    """Plain text within a cell: no line break, no markup."""
    for sign in "\\|`*_<>[]#":
        text = text.replace(sign, f"\\{sign}")
    return " ".join(text.split())
