"""From where and in what each quantity is counted, so that figures of all sizes are alike to a solver in floating point.

The middle of the narrowest published range, and millionths of the size; what no source gives the size of takes it from what
it is compared with, or is a part or a sum of.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import log10

from cnkz_stats.reasoning.tableau import GRID, Row

_PART = 1e-6
"""Quantities are counted in such a part of their size."""
_FEWEST = 1e-8
"""Values may be rounded to such a part of that."""


@dataclass(slots=True)
class Columns:
    """From where and in what each quantity is counted, in the grid's part of a unit and in units."""

    middles: list[int] = field(default_factory=list)
    widths: list[float] = field(default_factory=list)
    guessed: set[int] = field(default_factory=set)
    _digits: list[int] = field(default_factory=list)

    def measure(self, rows: Sequence[Row], count: int) -> None:
        """Take further columns in, up to `count`, by what the rows say of their size: alone, or in relation to others."""
        known = {column: (middle, self.widths[column] / _PART) for column, middle in enumerate(self.middles)}
        new = range(len(known), count)
        if new:
            known = _stated(rows) | known
            self.guessed |= _relate(rows, known).intersection(new)
        for column in new:
            middle, size = known.get(column, (0, 1.0))
            self.middles.append(middle)
            self.widths.append(size * _PART)
            self._digits.append(10 ** int(log10(max(1.0, _FEWEST * size * _PART * GRID))))

    def is_told_more(self, rows: Sequence[Row]) -> bool:
        """Whether rows state the size of a column that had to be guessed."""
        return any(len(row.columns) == 1 and row.bound and row.columns[0] in self.guessed for row in rows)

    def value(self, column: int, deviation: float) -> int:
        """The value of a column in the grid's part of a unit, in as few digits as it takes to keep clear of the ends."""
        value = self.middles[column] + round(deviation * self.widths[column] * GRID)
        digit = self._digits[column]
        return (value + digit // 2) // digit * digit


def _stated(rows: Sequence[Row]) -> dict[int, tuple[int, float]]:
    """The middle of the narrowest range that rows of one column state, two in succession, and the size."""
    found: dict[int, tuple[Fraction, Fraction]] = {}
    for row, next_row in zip(rows, [*rows[1:], None], strict=True):
        if len(row.columns) == 1 and row.bound:
            end = other = Fraction(row.bound, row.coefficients[0])
            if next_row is not None and next_row.columns == row.columns:
                other = Fraction(next_row.bound, next_row.coefficients[0])
            width = abs(end - other) if end != other or next_row == row.opposite else abs(end)
            if row.columns[0] not in found or width < found[row.columns[0]][1]:
                found[row.columns[0]] = (end + other) / 2, width
    return {
        column: _of_size(float(middle), round(middle * GRID))
        for column, (middle, _) in found.items()
        if middle
    }


def _of_size(size: float, middle: int | None = None) -> tuple[int, float]:
    return (round(size) * GRID if middle is None else middle), abs(size) or 1.0


def _relate(rows: Sequence[Row], known: dict[int, tuple[int, float]]) -> set[int]:
    """The size of what is only told as a multiple of something else, or as a part or sum; for want of any, 1.

    Returns the columns for which it was a guess.
    """
    related: dict[int, list[tuple[int, float]]] = {}
    for row in rows:
        if len(row.columns) == 2 and not row.bound and row.coefficients[0] * row.coefficients[1] < 0:
            (one, other), (a, b) = row.columns, row.coefficients
            related.setdefault(one, []).append((other, -a / b))
            related.setdefault(other, []).append((one, -b / a))
    _spread(list(known), related, known)
    told = set(known)
    for row in rows:
        sizes = [known[column][1] for column in row.columns if column in known]
        new = [column for column in row.columns if column not in known]
        if sizes and new:
            known.update(dict.fromkeys(new, (0, max(sizes))))
            _spread(new, related, known)
    for column in related:
        if column not in known:
            known[column] = _of_size(1.0)
            _spread([column], related, known)
    return known.keys() - told


def _spread(
    start: Iterable[int],
    related: Mapping[int, Sequence[tuple[int, float]]],
    known: dict[int, tuple[int, float]],
) -> None:
    left = deque(start)
    while left:
        column = left.popleft()
        for other, factor in related.get(column, ()):
            if other not in known:
                known[other] = _of_size(known[column][1] * factor)
                left.append(other)
