"""Rows in whole numbers, over numbered columns: the common form that both solvers are told, and the exact checks of values and of sums."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd
from operator import mul

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint

GRID = 2 * 10**15
"""Values are counted in such a part of a unit: whole numbers then say every printed figure and half its last digit."""

Number = int | Fraction

Values = Sequence[Number]
"""A value for each column, counted in the grid's part of a unit."""


@dataclass(frozen=True, slots=True)
class Clash:
    """Rows, by number, that seem to contradict each other."""

    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """`Σ coefficient · column ≤ bound`, or `<` where strict, all in whole numbers."""

    columns: tuple[int, ...]
    coefficients: tuple[int, ...]
    bound: int
    strict: bool

    @property
    def opposite(self) -> "Row":
        """The row that makes an equation of this one."""
        return Row(self.columns, tuple(-one for one in self.coefficients), -self.bound, self.strict)

    def total(self, values: Sequence[Number]) -> Number:
        """The left side, for values that may be counted in any part of a unit."""
        total: Number = sum(map(mul, self.coefficients, map(values.__getitem__, self.columns)))
        return total

    def holds(self, values: Sequence[Number]) -> bool:
        """Whether values counted in the grid's part of a unit fulfil the row, exactly."""
        total, bound = self.total(values), self.bound * GRID
        return total < bound if self.strict else total <= bound


class Tableau:
    """Rows by number, and the columns that their quantities have."""

    def __init__(self) -> None:
        self.columns: dict[Quantity, int] = {}
        self.rows: list[Row] = []

    def add(self, constraints: Iterable[Constraint]) -> range:
        """Further rows, whose numbers are returned."""
        before = len(self.rows)
        for constraint in constraints:
            self.rows.append(self.row(constraint))
        return range(before, len(self.rows))

    def row(self, constraint: Constraint) -> Row:
        """A constraint in whole numbers, over columns of this tableau."""
        told, bound = constraint.whole
        terms: dict[int, int] = {}
        for quantity, coefficient in told:
            column = self.columns.setdefault(quantity, len(self.columns))
            terms[column] = terms.get(column, 0) + coefficient
        terms = {column: value for column, value in terms.items() if value}
        return Row(tuple(terms), tuple(terms.values()), bound, constraint.strict)


def cannot_all_hold(rows: Sequence[Row]) -> bool:
    """Whether these rows, none of which can be spared, add up to what cannot be: `0 ≤` less than that, or `0 < 0`.

    Their weights solve `weights · coefficients = 0`, found by elimination in whole numbers; they have to be the only ones up
    to scale, and all positive. If not, nothing follows.
    """
    weights = _dependency(rows)
    if weights is None or min(weights) <= 0 <= max(weights):
        return False
    bound = sum(weight * row.bound for weight, row in zip(weights, rows, strict=True)) * weights[0]
    return bound < 0 or (not bound and any(row.strict for row in rows))


def _dependency(rows: Sequence[Row]) -> list[int] | None:
    """How often each row counts in the one sum of them that leaves nothing of any column; `None` if there is none or more."""
    columns = 1 + max((column for row in rows for column in row.columns), default=0)
    pending = [
        {**dict(zip(row.columns, row.coefficients, strict=True)), columns + number: 1}
        for number, row in enumerate(rows)
    ]
    found: list[dict[int, int]] = []
    while pending:
        row = pending.pop()
        pivot = min(row)
        if pivot >= columns:
            found.append(row)
        else:
            pending = [_without(pivot, other, row) if pivot in other else other for other in pending]
    if len(found) != 1:
        return None
    return [found[0].get(columns + number, 0) for number in range(len(rows))]


def _without(column: int, row: Mapping[int, int], other: Mapping[int, int]) -> dict[int, int]:
    """A multiple of a row and one of another, added up so that a column of both falls out."""
    mine, theirs = row[column], other[column]
    common = gcd(mine, theirs)
    mine, theirs = mine // common, theirs // common
    total = {place: theirs * value for place, value in row.items()}
    for place, value in other.items():
        total[place] = total.get(place, 0) - mine * value
    shared = gcd(*total.values())
    return {place: value // shared for place, value in total.items() if value}


class Standing:
    """Which rows of a tableau some values do not fulfil; of further values only what they change is looked at."""

    def __init__(self, tableau: Tableau) -> None:
        self._tableau = tableau
        self.values: list[Number] = []
        self.broken: set[int] = set()
        self._seen = 0
        self._rows: list[list[int]] = []

    def take(self, values: Sequence[Number]) -> None:
        """Take these values instead."""
        rows = self._tableau.rows
        self._rows += ([] for _ in range(len(self._rows), len(values)))
        for number in range(self._seen, len(rows)):
            for column in rows[number].columns:
                self._rows[column].append(number)
        known = len(self.values)
        moved = [column for column in range(known) if values[column] != self.values[column]]
        asked = {number for column in (*moved, *range(known, len(values))) for number in self._rows[column]}
        asked.update(range(self._seen, len(rows)))
        self._seen, self.values = len(rows), list(values)
        for number in asked:
            if rows[number].holds(values):
                self.broken.discard(number)
            else:
                self.broken.add(number)
