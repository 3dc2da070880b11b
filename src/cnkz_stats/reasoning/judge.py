"""The judge: whether rows can all hold, in exact arithmetic. The only module that knows the solver."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

import z3

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import Constraint


@dataclass(frozen=True, slots=True)
class Consistent:
    """All rows hold for this choice of values."""

    witness: Mapping[Quantity, Fraction]


@dataclass(frozen=True, slots=True)
class Contradictory:
    """The rows of these groups cannot all hold; not necessarily the fewest."""

    core: frozenset[int]


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver gave up, for the reason it states; nothing follows."""

    reason: str


Verdict = Consistent | Contradictory | Undecided
Expression = Mapping[Quantity, Fraction]


class Court:
    """Groups of rows that can be heard together or in part, beside rows that always hold.

    `timeout` in seconds bounds each single hearing; `None` waits for an answer.
    """

    def __init__(
        self,
        groups: Sequence[Sequence[Constraint]],
        always: Sequence[Constraint] = (),
        *,
        timeout: float | None = None,
    ) -> None:
        self._groups = groups
        names = _Names((*always, *(row for group in groups for row in group)))
        self._names = names
        self._solver = z3.SolverFor("QF_LRA")
        if timeout is not None:
            self._solver.set("timeout", max(1, int(timeout * 1000)))
        guards = "".join(f"(declare-const g{index} Bool)" for index in range(len(groups)))
        guarded = "".join(
            f"(assert (=> g{index} (and true {' '.join(map(names.formula, group))})))"
            for index, group in enumerate(groups)
        )
        hard = "".join(f"(assert {names.formula(row)})" for row in always)
        self._solver.from_string(names.declarations + guards + hard + guarded)
        self._guards = [z3.Bool(f"g{index}") for index in range(len(groups))]

    def hear(self, groups: Iterable[int]) -> Verdict:
        """The verdict on the rows that always hold and those of the groups named by number."""
        answer = self._solver.check([self._guards[index] for index in groups])
        if answer == z3.sat:
            return Consistent(self._names.values(self._solver.model()))
        if answer == z3.unsat:
            return Contradictory(frozenset(int(str(guard)[1:]) for guard in self._solver.unsat_core()))
        return Undecided(self._solver.reason_unknown())

    def fitting(self, groups: Iterable[int], verdict: Consistent) -> frozenset[int]:
        """Those of the groups that hold for the witness of a verdict anyway."""
        return frozenset(index for index in groups if satisfied(self._groups[index], verdict.witness))


def bounds_of(
    expressions: Sequence[Expression],
    rows: Sequence[Constraint],
    *,
    per: Quantity | None = None,
    timeout: float | None = None,
) -> list[Interval] | Contradictory | Undecided:
    """The tightest range of each linear expression under the rows, in units of `per` if given.

    A ratio of unknowns is bounded exactly by homogenising: all bounds are multiplied by a positive unknown and `per`
    is set to 1, which needs rows that keep `per` above zero.
    """
    names = _Names(rows, also=(quantity for expression in expressions for quantity in expression), per=per)
    optimize = z3.Optimize()
    optimize.set(priority="box")
    if timeout is not None:
        optimize.set("timeout", max(1, int(timeout * 1000)))
    optimize.from_string(names.declarations + "".join(f"(assert {names.formula(row)})" for row in rows))
    sums = [names.sum_of(expression) for expression in expressions]
    handles = [(optimize.minimize(total), optimize.maximize(total)) for total in sums]
    answer = optimize.check()
    if answer == z3.unsat:
        return Contradictory(frozenset())
    if answer != z3.sat:
        return Undecided(optimize.reason_unknown())
    return [_interval(optimize.lower_values(low), optimize.upper_values(high)) for low, high in handles]


def _interval(low: Sequence[z3.ArithRef], high: Sequence[z3.ArithRef]) -> Interval:
    """z3 gives an end as infinity, value and infinitesimal coefficients; the last one means that it is not reached."""
    (low_far, low_at, low_open), (high_far, high_at, high_open) = (
        [_fraction(part) for part in end] for end in (low, high)
    )
    return Interval(
        None if low_far else low_at,
        None if high_far else high_at,
        lo_open=not low_far and bool(low_open),
        hi_open=not high_far and bool(high_open),
    )


class _Names:
    """Quantities as variables of the solver's text format."""

    def __init__(
        self, rows: Iterable[Constraint], *, also: Iterable[Quantity] = (), per: Quantity | None = None
    ) -> None:
        spoken = [quantity for row in rows for quantity, _ in row.terms]
        self._numbers = {quantity: index for index, quantity in enumerate(dict.fromkeys((*spoken, *also)))}
        self.declarations = "".join(f"(declare-const q{index} Real)" for index in range(len(self._numbers)))
        self._homogeneous = per is not None
        if per is not None:
            self.declarations += "(declare-const one Real)(assert (> one 0.0))"
            self.declarations += f"(assert (= q{self._numbers[per]} 1.0))"

    def formula(self, row: Constraint) -> str:
        """A row in whole numbers: both sides times the common denominator."""
        scale = lcm(row.bound.denominator, *(coefficient.denominator for _, coefficient in row.terms))
        terms = " ".join(
            f"(* {_whole(coefficient * scale)} q{self._numbers[quantity]})"
            for quantity, coefficient in row.terms
        )
        bound = _whole(row.bound * scale)
        return f"({'<' if row.strict else '<='} (+ 0.0 {terms}) {f'(* {bound} one)' if self._homogeneous else bound})"

    def sum_of(self, expression: Expression) -> z3.ArithRef:
        """A linear expression as the solver's own term."""
        return z3.Sum(
            [
                z3.RealVal(f"{coefficient.numerator}/{coefficient.denominator}")
                * z3.Real(f"q{self._numbers[quantity]}")
                for quantity, coefficient in expression.items()
            ]
        )

    def values(self, model: z3.ModelRef) -> dict[Quantity, Fraction]:
        """What the model makes of each quantity; what it leaves open may be anything, so 0."""
        return {
            quantity: _fraction(model.eval(z3.Real(f"q{index}"), model_completion=True))
            for quantity, index in self._numbers.items()
        }


def _whole(number: Fraction) -> str:
    return f"{number.numerator}.0" if number >= 0 else f"(- {-number.numerator}.0)"


def _fraction(value: z3.ArithRef) -> Fraction:
    return Fraction(value.as_string())


def satisfied(rows: Collection[Constraint], witness: Mapping[Quantity, Fraction]) -> bool:
    """Whether the values fulfil every row, recomputed exactly."""
    for row in rows:
        total = sum((coefficient * witness[quantity] for quantity, coefficient in row.terms), Fraction(0))
        if total > row.bound or (row.strict and total == row.bound):
            return False
    return True
