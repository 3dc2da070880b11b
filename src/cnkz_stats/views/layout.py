"""Tables within a width: in columns where they fit, else long text on lines of its own, else a line for each cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from cnkz_stats.views.tables import Column, Table

_GAP = 2
_NARROWEST = 20
_UNBROKEN = re.compile(r"\S+(?: %\S*)?")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text with one style (a name of rich's), indented by so many characters; never wrapped if `fixed`.

    Where it is wrapped, what follows the first line is indented by `hang` more.
    """

    text: str
    style: str = ""
    indent: int = 0
    hang: int = 0
    fixed: bool = False


def wrapped(line: Line, width: int) -> Iterator[Line]:
    """The lines that a line of text takes; words, numbers, and the percent sign with its number, stay whole."""
    if line.fixed:
        yield line
        return
    indent, text = line.indent, ""
    for word in _UNBROKEN.findall(line.text):
        longer = f"{text} {word}" if text else word
        if text and indent + cell_len(longer) > max(_NARROWEST, width):
            yield Line(text, line.style, indent, fixed=True)
            indent, longer = line.indent + line.hang, word
        text = longer
    yield Line(text, line.style, indent, fixed=True)


def table_lines(table: Table, width: int) -> Iterator[Line]:
    """A table for readers; numbers are never broken, columns without content are left out."""
    if table.title:
        yield Line(table.title, style="bold")
    used = [
        number
        for number in range(len(table.columns))
        if not table.rows or any(row[number] for row in table.rows)
    ]
    columns = [table.columns[number] for number in used]
    rows = [[row[number] for number in used] for row in table.rows]
    short = [number for number, column in enumerate(columns) if not column.wide]
    for shown in (range(len(columns)), short):
        grid = _Grid(columns, rows, shown)
        if len(shown) > 1 and grid.width <= width:
            yield from grid.lines()
            break
    else:
        for row in rows:
            yield from _card(columns, row)
    yield Line("")


class _Grid:
    """The columns `shown` side by side; the others above or beneath their row, as they come before or after."""

    def __init__(
        self, columns: Sequence[Column], rows: Sequence[Sequence[str]], shown: Sequence[int]
    ) -> None:
        self._columns, self._rows, self._shown = columns, rows, shown
        self._above = [number for number in range(len(columns)) if number < min(shown, default=0)]
        self._beneath = [
            number for number in range(len(columns)) if number not in shown and number not in self._above
        ]
        self._indent = 2 if self._above else 0
        self._widths = {
            number: max(cell_len(text) for text in (columns[number].name, *(row[number] for row in rows)))
            for number in shown
        }

    @property
    def width(self) -> int:
        """How wide a row is."""
        return self._indent + sum(self._widths.values()) + _GAP * (len(self._shown) - 1)

    def lines(self) -> Iterator[Line]:
        yield self._line([column.name for column in self._columns], style="bold")
        yield Line("─" * self.width, style="dim", fixed=True)
        for row in self._rows:
            above = ": ".join(row[number] for number in self._above if row[number])
            if above:
                yield Line(above)
            if any(row[number] for number in self._shown):
                yield self._line(row)
            beneath = ", ".join(
                self._columns[number].labelled(row[number]) for number in self._beneath if row[number]
            )
            if beneath:
                yield Line(beneath, indent=4, hang=2)

    def _line(self, cells: Sequence[str], style: str = "") -> Line:
        gap = " " * _GAP
        text = gap.join(self._cell(number, cells[number]) for number in self._shown)
        return Line(text.rstrip(), style=style, indent=self._indent, fixed=True)

    def _cell(self, number: int, text: str) -> str:
        room = " " * (self._widths[number] - cell_len(text))
        return room + text if self._columns[number].number else text + room


def _card(columns: Sequence[Column], row: Sequence[str]) -> Iterator[Line]:
    for number, (column, cell) in enumerate(zip(columns, row, strict=True)):
        if cell:
            yield Line(column.labelled(cell), indent=2 if number else 0, hang=2)
