"""Tables and text for people: coloured and fitted in a terminal, plain and never wrapped anywhere else."""

import io
import sys
from collections.abc import Iterable
from dataclasses import dataclass

from rich import box
from rich.console import Console
from rich.table import Table as RichTable
from rich.text import Text

from cnkz_stats.views.tables import Column, Table

_WIDE = 100_000


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with one style (a name of rich's), indented by so many characters."""

    text: str
    style: str = ""
    indent: int = 0


Block = Table | Line


def show(blocks: Iterable[Block]) -> None:
    """Print to standard output: fitted and coloured in a terminal, else plain."""
    blocks = list(blocks)
    if sys.stdout.isatty():
        _print(Console(highlight=False, emoji=False), blocks)
    else:
        sys.stdout.write(plain(blocks))


def plain(blocks: Iterable[Block]) -> str:
    """The same without colour, each line as long as it needs to be."""
    out = io.StringIO()
    _print(
        Console(file=out, width=_WIDE, highlight=False, emoji=False, no_color=True, force_terminal=False),
        blocks,
    )
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _print(console: Console, blocks: Iterable[Block]) -> None:
    for block in blocks:
        if isinstance(block, Line):
            _print_line(console, block)
        else:
            console.print(_rich(block), soft_wrap=False)
            console.print()


def _print_line(console: Console, line: Line) -> None:
    text = Text(line.text, style=line.style)
    width = max(20, console.width - line.indent)
    for part in text.wrap(console, width) if line.text else [text]:
        part.rstrip()
        console.print(Text(" " * line.indent).append_text(part), no_wrap=True, overflow="ignore", crop=False)


def _rich(table: Table) -> RichTable:
    """Cells are text, never markup; numbers are never broken, words fold."""
    rich = RichTable(
        title=Text(table.title, style="bold") if table.title else None,
        title_justify="left",
        box=box.SIMPLE_HEAD,
        pad_edge=False,
        header_style="bold",
    )
    for column in _used(table):
        rich.add_column(
            Text(column[1].name),
            justify="right" if column[1].number else "left",
            no_wrap=column[1].number,
            overflow="fold",
        )
    for row in table.rows:
        rich.add_row(*(Text(row[index]) for index, _ in _used(table)))
    return rich


def _used(table: Table) -> list[tuple[int, Column]]:
    return [
        (index, column)
        for index, column in enumerate(table.columns)
        if not table.rows or any(row[index] for row in table.rows)
    ]
