"""A fast linear solver in floating point, as a scout: it suggests values, or rows that clash; nothing holds until checked.

Rows are drawn in a little: values suggested then keep away from the ends, where rounding could not tell on which side they
are.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction

from cnkz_stats.reasoning.linear import UNBOUNDED, LinearSolver, Seems
from cnkz_stats.reasoning.sizes import Columns
from cnkz_stats.reasoning.tableau import GRID, Clash, Number, Row, Values

_DRAWN_IN = 1e-6
"""By how much rows are drawn in, where every quantity is counted in millionths of its size: more than the solver's tolerance, less than the finest figures leave."""
_NOTHING = 1e-9
"""Smaller weights of rows in a contradiction are noise, and what the solver takes for nothing."""


class _Equations:
    """Equations between quantities, solved one after the other, so that values can fulfil them exactly."""

    def __init__(self, before: "_Equations | None" = None) -> None:
        """Those solved before, to which more can be added."""
        self.solved: dict[int, tuple[list[tuple[int, Number]], Number]] = dict(
            before.solved if before else ()
        )

    def add(self, row: Row, widths: Sequence[float]) -> None:
        """Solve one more for its widest column."""
        terms = {column: Fraction(value) for column, value in zip(row.columns, row.coefficients, strict=True)}
        bound = Fraction(row.bound)
        while solved := [column for column in terms if column in self.solved]:
            factor = terms.pop(solved[0])
            others, constant = self.solved[solved[0]]
            bound -= factor * constant / GRID
            for column, value in others:
                terms[column] = terms.get(column, Fraction(0)) + factor * value
            terms = {column: value for column, value in terms.items() if value}
        if terms:
            widest = max(terms, key=lambda column: (widths[column], column))
            factor = terms.pop(widest)
            others = [(column, _plain(-value / factor)) for column, value in terms.items()]
            self.solved[widest] = others, _plain(bound * GRID / factor)

    def fulfil(self, values: list[Number]) -> None:
        """Set the columns solved for by the others."""
        for column, (others, constant) in reversed(self.solved.items()):
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
        self._columns = Columns()
        self._equations = _Equations()
        self._rows: list[Row] = []
        self._ends: list[float] = []
        self._drawn_in: list[float] = []
        self._on: set[int] = set()
        self._places: list[int] = []
        self._slacks: list[int] = []
        self._strict: set[int] = set()
        self._touching: set[int] = set()
        self._tight: _Equations | None = None
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
        self._rows += rows
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
            self._drawn_in.append(end if number in pinned or not row.columns else end - _DRAWN_IN)
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

    @property
    def at_hand(self) -> Values:
        """The values suggested last; the middle for what came up since."""
        return self._values

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

    def furthest(self, towards: Row) -> Clash | None:
        """Where the left side of one more row seems least: the rows, of those that always hold, that seem to hold it back.

        Values there are suggested, too.
        """
        self._draw_in()
        self._switch(set())
        weights, _ = self._scaled(towards)
        places = [self._places[column] for column in towards.columns]
        self._solver.cost_columns(dict(zip(places, weights, strict=True)))
        found = None
        if self._solver.ask() is Seems.POSSIBLE and self._suggested() is not None:
            found = self._weighing(
                {number: abs(one) for number, one in enumerate(self._solver.weights()) if one}
            )
        self._solver.cost_columns(dict.fromkeys(places, 0.0))
        return found

    def let_touch(self, clash: Clash) -> bool:
        """Put rows that do not clash back to where they are, until others are switched on; whether any were drawn in.

        What is left between them is at their ends, where values are put exactly.
        """
        return self.put_at_ends(number for number in clash.rows if number not in self._strict)

    def put_at_ends(self, rows: Iterable[int]) -> bool:
        """The same for rows of any kind."""
        touching = [number for number in rows if number not in self._touching]
        self._touching.update(touching)
        self._change({number: self._ends[number] for number in touching})
        self._tight = self._tight or _Equations(self._equations)
        for number in touching:
            self._tight.add(self._rows[number], self._columns.widths)
        return any(self._drawn_in[number] != self._ends[number] for number in touching)

    def settled(self) -> Values:
        """The values suggested last, but where rows were let touch, at their ends."""
        self._values = list(self._values)
        (self._tight or self._equations).fulfil(self._values)
        return self._values

    def loosened(self) -> Values | None:
        """The values suggested last without those put to the ends of rows that were only let touch; `None` if there are none."""
        if self._tight is None:
            return None
        values = list(self._values)
        for column in self._tight.solved:
            values[column] = self._columns.value(column, self._deviations[column])
        self._equations.fulfil(values)
        self._values = values
        return values

    def _draw_in(self) -> None:
        """Draw in again what was let touch; values go back to what was suggested."""
        self.loosened()
        self._change({number: self._drawn_in[number] for number in self._touching})
        self._touching.clear()
        self._tight = None

    def _switch(self, on: set[int]) -> None:
        if self._touching and on != self._on:
            self._draw_in()
        self._change(
            {number: self._drawn_in[number] if number in on else UNBOUNDED for number in self._on ^ on}
        )
        self._on = on

    def _change(self, ends: Mapping[int, float]) -> None:
        self._solver.end_rows(dict(sorted(ends.items())))

    def _clash(self) -> Clash | None:
        return self._weighing({number: abs(weight) for number, weight in self._solver.impossible().items()})

    def _weighing(self, weights: dict[int, float]) -> Clash | None:
        """The rows that count for something in a sum."""
        for number in [one for one in weights if one + 1 in weights]:
            if self._rows[number + 1] == self._rows[number].opposite:
                self._cancel(weights, number, number + 1)
        least = _NOTHING * max(weights.values(), default=0.0)
        rows = tuple(number for number, weight in weights.items() if weight > least)
        return Clash(rows) if rows else None

    @staticmethod
    def _cancel(weights: dict[int, float], one: int, other: int) -> None:
        """What two opposite rows have in common adds nothing, however large it is; small differences are noise."""
        more = abs(weights[one] - weights[other])
        least = _NOTHING * max(weights[one], weights[other])
        weights[one], weights[other] = (
            (more if mine > theirs and more > least else 0.0)
            for mine, theirs in ((weights[one], weights[other]), (weights[other], weights[one]))
        )

    def _suggested(self) -> Values | None:
        found = self._solver.columns()
        deviations = [found[place] for place in self._places]
        values = list(self._values)
        try:
            for column, (old, new) in enumerate(zip(self._deviations, deviations, strict=True)):
                if old != new:
                    values[column] = self._columns.value(column, new)
        except OverflowError:  # no value that floating point can hold
            return None
        self._deviations, self._values = deviations, values
        return self.settled()
