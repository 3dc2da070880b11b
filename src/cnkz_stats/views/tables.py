"""Tables as plain values, and the forms they are printed in."""

from collections.abc import Iterable
from dataclasses import dataclass


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
