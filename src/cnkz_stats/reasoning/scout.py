"""A fast linear solver in floating point, as a scout: it suggests values, or rows that clash; nothing holds until checked.

Every quantity is counted from a middle and in a width of its own, so that figures of one tonne and of ten thousand million
dollars, known to half a dollar, are all near one. Rows are drawn in by a small part of that width: values suggested then
keep away from the ends, where rounding could not tell on which side they are.
"""

from collections import deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from math import log10

from cnkz_stats.reasoning.linear import UNBOUNDED, LinearSolver, Seems
from cnkz_stats.reasoning.tableau import GRID, Number, Row

_PART = 1e-6
"""Quantities are counted in such a part of their size."""
_DRAWN_IN = 1e-6
"""By how much rows are drawn in, on that scale: more than the solver's tolerance, less than the finest figures leave."""
_NOTHING = 1e-9
"""Smaller weights of rows in a contradiction are noise, and what the solver takes for nothing."""
_FEWEST = 1e-8


@dataclass(frozen=True, slots=True)
class Clash:
    """Rows, by number, that seem to contradict each other."""

    rows: tuple[int, ...]


Values = Sequence[Number]
"""A value for each column, counted in the grid's part of a unit."""


@dataclass(slots=True)
class _Columns:
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
            self._digits.append(10 ** max(0, int(log10(_FEWEST * size * _PART * GRID))))

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


class _Equations:
    """Equations between quantities, solved one after the other, so that values can fulfil them exactly."""

    def __init__(self) -> None:
        self._solved: dict[int, tuple[list[tuple[int, Number]], Number]] = {}

    def add(self, row: Row, widths: Sequence[float]) -> None:
        """Solve one more for its widest column."""
        terms = {column: Fraction(value) for column, value in zip(row.columns, row.coefficients, strict=True)}
        bound = Fraction(row.bound)
        while solved := next((column for column in terms if column in self._solved), None):
            factor = terms.pop(solved)
            others, constant = self._solved[solved]
            bound -= factor * constant / GRID
            for column, value in others:
                terms[column] = terms.get(column, Fraction(0)) + factor * value
            terms = {column: value for column, value in terms.items() if value}
        if terms:
            widest = max(terms, key=lambda column: (widths[column], column))
            factor = terms.pop(widest)
            others = [(column, _plain(-value / factor)) for column, value in terms.items()]
            self._solved[widest] = others, _plain(bound * GRID / factor)

    def fulfil(self, values: list[Number]) -> None:
        """Set the columns solved for by the others."""
        for column, (others, constant) in reversed(self._solved.items()):
            value = constant
            for other, factor in others:
                value += factor * values[other]
            values[column] = value


def _plain(number: Fraction) -> Number:
    return number.numerator if number.denominator == 1 else number


class Scout:
    """Rows that always hold and rows that can be switched on, known by their numbers in a tableau."""

    def __init__(self) -> None:
        self._admitted: list[tuple[Sequence[Row], Sequence[range], range]] = []
        self._start()

    def _start(self) -> None:
        self._solver = LinearSolver(small_matrix_value=1e-12, primal_feasibility_tolerance=_NOTHING)
        self._columns = _Columns()
        self._equations = _Equations()
        self._ends: list[float] = []
        self._drawn_in: list[float] = []
        self._on: set[int] = set()
        self._places: list[int] = []
        self._slacks: list[int] = []
        self._strict: set[int] = set()
        self._touching: set[int] = set()
        self._deviations: list[float] = []
        self._values: list[Number] = []

    def admit(self, rows: Sequence[Row], groups: Iterable[range], always: range, count: int) -> None:
        """Further rows, over `count` columns in all; those of `groups` are off. Numbers go on from the last ones."""
        self._admitted.append((rows, list(groups), always))
        if self._columns.is_told_more(rows):
            self._start()
            self._columns.measure([row for rows, _, _ in self._admitted for row in rows], count)
            for one in self._admitted:
                self._add(*one)
        else:
            self._columns.measure(rows, count)
            self._add(*self._admitted[-1])

    def _add(self, rows: Sequence[Row], groups: Sequence[range], always: range) -> None:
        before = len(self._ends)
        self._add_columns(len(groups))
        slack_of = {
            number: slack
            for group, slack in zip(groups, self._slacks[len(self._slacks) - len(groups) :], strict=True)
            for number in group
        }
        pinned = self._pinned(rows, before, [*groups, always])
        self._strict.update(number for number, row in enumerate(rows, before) if row.strict)
        terms: list[list[tuple[int, float]]] = []
        for number, row in enumerate(rows, before):
            weights, end = self._scaled(row)
            places = [self._places[column] for column in row.columns]
            slack = [(slack_of[number], -1.0)] if number in slack_of else []
            terms.append([*zip(places, weights, strict=True), *slack])
            self._ends.append(end)
            self._drawn_in.append(end if number in pinned else end - _DRAWN_IN)
        ends = [
            self._drawn_in[number] if number in always else UNBOUNDED
            for number in range(before, before + len(rows))
        ]
        self._solver.add_rows(terms, [-UNBOUNDED] * len(rows), ends)

    def _add_columns(self, groups: int) -> None:
        """Quantities, that may be anything as far as their columns are concerned, and what groups may be broken by: nothing."""
        known = len(self._places)
        more = len(self._columns.middles) - known
        self._places += self._solver.add_columns([0.0] * more, -UNBOUNDED, UNBOUNDED)
        self._slacks += self._solver.add_columns([1.0] * groups, 0.0, 0.0)
        self._values += self._columns.middles[known:]
        self._deviations += [0.0] * more

    def _pinned(self, rows: Sequence[Row], before: int, parts: Iterable[range]) -> set[int]:
        """Rows whose opposite stands beside them, so that nothing is left between; those that always hold are solved."""
        found: set[int] = set()
        *_, always = parts = list(parts)
        for part in parts:
            for number in part[:-1]:
                row = rows[number - before]
                if not row.strict and rows[number - before + 1] == row.opposite:
                    found |= {number, number + 1}
                    if part is always:
                        self._equations.add(row, self._columns.widths)
        return found

    def _scaled(self, row: Row) -> tuple[list[float], float]:
        """The weights and the end of a row about deviations from the middles, in widths, the largest weight 1."""
        weights = [
            coefficient * self._columns.widths[column]
            for column, coefficient in zip(row.columns, row.coefficients, strict=True)
        ]
        largest = max(map(abs, weights), default=0.0) or 1.0
        room = row.bound * GRID - row.total(self._columns.middles)
        return [weight / largest for weight in weights], room / GRID / largest

    def look(self, on: Collection[int]) -> Values | Clash | None:
        """Values that seem to fulfil the rows that always hold and those switched on, or rows that seem to clash."""
        self._switch(set(on))
        answer = self._solver.ask()
        if answer is Seems.IMPOSSIBLE:
            return self._clash()
        return self._suggested() if answer is Seems.POSSIBLE else None

    def relieve(self, on: Collection[int], soft: Sequence[int]) -> Values | None:
        """Values that seem to fulfil what is on but for some groups, which they break by as little as can be in all."""
        self._switch(set(on))
        slacks = [self._slacks[group] for group in soft]
        nothing = [0.0] * len(soft)
        self._solver.bound_columns(slacks, nothing, [UNBOUNDED] * len(soft))
        values = self._suggested() if self._solver.ask() is Seems.POSSIBLE else None
        self._solver.bound_columns(slacks, nothing, nothing)
        return values

    def let_touch(self, clash: Clash) -> bool:
        """Put rows that do not clash back to where they are, until others are switched on; whether any were drawn in."""
        touching = [
            number for number in clash.rows if number not in self._strict and number not in self._touching
        ]
        self._touching.update(touching)
        self._change({number: self._ends[number] for number in touching})
        return any(self._drawn_in[number] != self._ends[number] for number in touching)

    def _switch(self, on: set[int]) -> None:
        if self._touching and on != self._on:
            self._change({number: self._drawn_in[number] for number in self._touching})
            self._touching.clear()
        self._change(
            {number: self._drawn_in[number] if number in on else UNBOUNDED for number in self._on ^ on}
        )
        self._on = on

    def _change(self, ends: Mapping[int, float]) -> None:
        self._solver.end_rows(dict(sorted(ends.items())))

    def _clash(self) -> Clash | None:
        weights = {number: abs(weight) for number, weight in self._solver.impossible().items()}
        least = _NOTHING * max(weights.values(), default=0.0)
        rows = tuple(number for number, weight in weights.items() if weight > least)
        return Clash(rows) if rows else None

    def _suggested(self) -> Values:
        found = self._solver.columns()
        deviations = [found[place] for place in self._places]
        for column, (old, new) in enumerate(zip(self._deviations, deviations, strict=True)):
            if old != new:
                self._values[column] = self._columns.value(column, new)
        self._deviations = deviations
        self._equations.fulfil(self._values)
        return self._values
