"""An oracle of its own: decides rows by an exact simplex with infinitesimals, and shows why either way.

Dutertre and de Moura 2006, "A fast linear-arithmetic solver for DPLL(T)": each row is a slack with an upper bound, a strict
bound lies an infinitesimal lower, Bland's rule ends every search. Of the program it uses only the fields of a row. No
answer of it has to be believed: `fulfils` and `impossible` recompute what it shows.
"""

from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Protocol

ZERO, ONE = Fraction(0), Fraction(1)
Pair = tuple[Fraction, Fraction]
"""A number and its infinitesimal part; tuples compare as such numbers do."""


class Row(Protocol):
    """`Σ coefficient · unknown ≤ bound`, or `<`."""

    @property
    def terms(self) -> Sequence[tuple[Hashable, Fraction]]: ...
    @property
    def bound(self) -> Fraction: ...
    @property
    def strict(self) -> bool: ...


@dataclass(frozen=True)
class Possible:
    """Values that fulfil all rows."""

    values: Mapping[Hashable, Fraction]


@dataclass(frozen=True)
class Impossible:
    """How often to take each row, by its number, to add up to what cannot be."""

    weights: Mapping[int, Fraction]


def fulfils(values: Mapping[Hashable, Fraction], rows: Sequence[Row]) -> bool:
    """Whether values fulfil every row."""
    return all(
        (left < row.bound) if row.strict else (left <= row.bound)
        for row in rows
        for left in [sum((c * values[x] for x, c in row.terms), ZERO)]
    )


def impossible(weighted: Sequence[tuple[Fraction, Row]]) -> bool:
    """Whether rows taken so often leave `0 ≤` a negative number, or `0 < 0`, once everything cancels."""
    left: dict[Hashable, Fraction] = defaultdict(Fraction)
    for weight, row in weighted:
        for unknown, coefficient in row.terms:
            left[unknown] += weight * coefficient
    right = sum((weight * row.bound for weight, row in weighted), ZERO)
    strict = any(weight and row.strict for weight, row in weighted)
    positive = all(weight >= 0 for weight, _ in weighted)
    return positive and not any(left.values()) and (right < 0 or (strict and right == 0))


def decide(rows: Sequence[Row]) -> Possible | Impossible:
    """Whether the rows can all hold, with values or weights that show it."""
    return _Simplex(rows).run()


def is_least_upper_bound(
    end: Fraction | None, terms: Mapping[Hashable, Fraction], rows: Sequence[Row], *, is_open: bool
) -> bool:
    """Whether possible rows leave a sum no room above an end, all the room below, and the end itself unless it is open.

    `None` is no bound at all: the sum can grow for ever, in a direction that breaks no row.
    """
    negated = tuple((x, -c) for x, c in terms.items())
    if end is None:
        endless = [_Plain(tuple(row.terms), ZERO, strict=False) for row in rows]
        return isinstance(decide([*endless, _Plain(negated, -ONE, strict=False)]), Possible)
    above = decide([*rows, _Plain(negated, -end, strict=True)])
    reached = decide([*rows, _Plain(negated, -end, strict=False)])
    closed = [_Plain(tuple(row.terms), row.bound, strict=False) for row in rows]
    approached = decide([*closed, _Plain(negated, -end, strict=False)])
    return (
        isinstance(above, Impossible)
        and isinstance(reached, Impossible) == is_open
        and isinstance(approached, Possible)
    )


@dataclass(frozen=True)
class _Plain:
    terms: tuple[tuple[Hashable, Fraction], ...]
    bound: Fraction
    strict: bool


class _Simplex:
    """Slacks are numbered like the rows. `table` gives each basic unknown in terms of those that are not."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = rows
        self.upper: dict[Hashable, Pair] = {
            index: (row.bound, Fraction(-1 if row.strict else 0)) for index, row in enumerate(rows)
        }
        self.table = {index: _collected(row) for index, row in enumerate(rows)}
        self.rank: dict[Hashable, int] = {index: index for index in range(len(rows))}
        for row in rows:
            for unknown, _ in row.terms:
                self.rank.setdefault(("x", unknown), len(self.rank))
        self.value: dict[Hashable, Pair] = dict.fromkeys(self.rank, (ZERO, ZERO))

    def run(self) -> Possible | Impossible:
        while True:
            broken = [
                basic for basic in self.table if basic in self.upper and self.value[basic] > self.upper[basic]
            ]
            if not broken:
                return Possible(self._standard())
            leaving = min(broken, key=self.rank.__getitem__)
            free = [x for x, c in self.table[leaving].items() if self._can_help(x, c)]
            if not free:
                weights = {x: -c for x, c in self.table[leaving].items()} | {leaving: ONE}
                return Impossible(weights)
            self._pivot(leaving, min(free, key=self.rank.__getitem__))

    def _can_help(self, unknown: Hashable, coefficient: Fraction) -> bool:
        """Whether moving the unknown lowers the basic one: down always goes, up while there is room."""
        room = unknown not in self.upper or self.value[unknown] < self.upper[unknown]
        return coefficient > 0 or room

    def _pivot(self, leaving: Hashable, entering: Hashable) -> None:
        row = self.table.pop(leaving)
        pivot = row.pop(entering)
        solved = {x: -c / pivot for x, c in row.items()} | {leaving: ONE / pivot}
        step = _times(_minus(self.upper[leaving], self.value[leaving]), ONE / pivot)
        self.value[leaving] = self.upper[leaving]
        self.value[entering] = _plus(self.value[entering], step)
        for basic, others in self.table.items():
            factor = others.pop(entering, ZERO)
            if factor:
                self.value[basic] = _plus(self.value[basic], _times(step, factor))
                for x, c in solved.items():
                    others[x] = others.get(x, ZERO) + factor * c
                    if not others[x]:
                        del others[x]
        self.table[entering] = solved

    def _standard(self) -> dict[Hashable, Fraction]:
        """The values with an infinitesimal small enough for every row."""
        small = ONE
        for index, (bound, below) in self.upper.items():
            at, slope = self.value[index]
            if slope > below:
                small = min(small, (bound - at) / (slope - below))
        return {x[1]: at + slope * small for x, (at, slope) in self.value.items() if isinstance(x, tuple)}


def _collected(row: Row) -> dict[Hashable, Fraction]:
    total: dict[Hashable, Fraction] = defaultdict(Fraction)
    for unknown, coefficient in row.terms:
        total["x", unknown] += coefficient
    return {x: c for x, c in total.items() if c}


def _plus(one: Pair, two: Pair) -> Pair:
    return one[0] + two[0], one[1] + two[1]


def _minus(one: Pair, two: Pair) -> Pair:
    return one[0] - two[0], one[1] - two[1]


def _times(one: Pair, factor: Fraction) -> Pair:
    return one[0] * factor, one[1] * factor
