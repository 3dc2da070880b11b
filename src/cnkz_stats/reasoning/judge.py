"""The judge: whether rows can all hold, in exact arithmetic. The only module that knows the solver."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm

import z3

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.certificate import certify
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law


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
        self._guards = _Guards(len(groups))

    def hear(self, groups: Iterable[int]) -> Verdict:
        """The verdict on the rows that always hold and those of the groups named by number."""
        return self.clash(groups) or Consistent(self._names.values(self._solver.model()))

    def clash(self, groups: Iterable[int]) -> Contradictory | Undecided | None:
        """The same without a witness, which takes most of the time: `None` if the groups are consistent."""
        answer = self._guards.check(self._solver, groups)
        if answer == z3.sat:
            return None
        if answer == z3.unsat:
            return Contradictory(frozenset(self._guards.core(self._solver)))
        return Undecided(self._solver.reason_unknown())

    def fitting(self, groups: Iterable[int], verdict: Consistent) -> frozenset[int]:
        """Those of the groups that hold for the witness of a verdict anyway."""
        return frozenset(index for index in groups if satisfied(self._groups[index], verdict.witness))


class _Guards:
    """Switches `g0`, `g1`, … of groups of rows. The wrapper converts assumptions at every call; here it is done once."""

    def __init__(self, count: int) -> None:
        self._switches = [z3.Bool(f"g{index}") for index in range(count)]
        self._handles = [switch.as_ast() for switch in self._switches]
        self._numbers = {switch.get_id(): index for index, switch in enumerate(self._switches)}

    def check(self, solver: z3.Solver, groups: Iterable[int]) -> z3.CheckSatResult:
        """The solver's answer with these groups switched on."""
        handles = [self._handles[index] for index in groups]
        assumed = (z3.Ast * len(handles))(*handles)
        return z3.CheckSatResult(
            z3.Z3_solver_check_assumptions(solver.ctx.ref(), solver.solver, len(handles), assumed)
        )

    def core(self, solver: z3.Solver) -> list[int]:
        """The numbers of the groups that the last answer rests on."""
        return [self._numbers[switch.get_id()] for switch in solver.unsat_core()]


@dataclass(frozen=True, slots=True)
class End:
    """The least upper bound of an expression, whether it is reached, and the rows it follows from; no value: unbounded."""

    value: Fraction | None
    is_open: bool = False
    rows: tuple[Constraint, ...] = ()


class GaveUpError(Exception):
    """The solver did not answer in time; the text is its own reason."""


class Survey:
    """Consistent rows, to be asked for the tightest bounds of expressions, one after the other.

    A bound is found from above: the solver says from which rows it follows that a first guess cannot be reached, their
    certificate gives the bound that they imply, and that is tried next, until one is reached. All exact; the rows with
    open ends closed, since that moves no bound.
    """

    def __init__(self, rows: Sequence[Constraint], *, timeout: float | None = None) -> None:
        self._rows = rows
        self._names = names = _Names(rows)
        closed = [replace(row, strict=False) for row in rows]
        self._closed = closed
        self._as_stated = _solver(names, map(names.formula, rows), timeout)
        self._with_ends = _solver(names, map(names.formula, closed), timeout)
        self._directions = _solver(
            names, (names.formula(replace(row, bound=ZERO)) for row in closed), timeout
        )
        self._guarded = _solver(names, (), timeout)
        guards = (f"(declare-const g{index} Bool)" for index in range(len(rows)))
        guarded = (f"(assert (=> g{index} {names.formula(row)}))" for index, row in enumerate(closed))
        self._guarded.from_string(names.declarations + "".join((*guards, *guarded)))
        self._guards = _Guards(len(rows))
        self._feasible = _answer(self._as_stated.check(), self._as_stated)
        self._start = names.values(self._as_stated.model()) if self._feasible else {}

    @property
    def feasible(self) -> bool:
        """Whether the rows can all hold; if not, there is nothing to ask."""
        return self._feasible

    def upper(self, expression: Expression) -> End:
        """The least upper bound of a linear expression under the rows.

        Raises GaveUpError if the solver does not answer in time.
        """
        total = self._names.sum_of(expression)
        if self._reaches(self._directions, total, ONE):
            return End(None)
        guess = sum((value * self._start[quantity] for quantity, value in expression.items()), ZERO)
        step = abs(guess) / 8 + 1
        while self._reaches(self._with_ends, total, guess):
            guess, step = guess + step, step * 4
        rows: tuple[Constraint, ...] = ()
        while not rows or not self._reaches(self._with_ends, total, guess):
            rows, guess = self._implied(expression, total, guess)
        return End(guess, not self._reaches(self._as_stated, total, guess), rows)

    def _implied(
        self, expression: Expression, total: z3.ArithRef, unreached: Fraction
    ) -> tuple[tuple[Constraint, ...], Fraction]:
        """Rows because of which a value is not reached, and the bound that they imply."""
        core = self._core(total, unreached)
        asked = Constraint(
            tuple((quantity, -value) for quantity, value in expression.items()), -unreached, False, Law("")
        )
        rows = [*(self._closed[index] for index in core), asked]
        certificate = certify(rows)
        if certificate is None:
            certificate = certify(_irreducible(rows))
        if certificate is None:
            raise GaveUpError("no certificate could be found for a bound")
        weights = dict(zip(map(id, certificate.rows), certificate.weights, strict=True))
        bound = sum(
            (
                weight * row.bound
                for row, weight in zip(certificate.rows, certificate.weights, strict=True)
                if row is not asked
            ),
            ZERO,
        )
        used = [index for index in core if id(self._closed[index]) in weights]
        return tuple(self._rows[index] for index in used), bound / weights[id(asked)]

    def _core(self, total: z3.ArithRef, unreached: Fraction) -> list[int]:
        solver = self._guarded
        solver.push()
        solver.add(total >= _real(unreached))
        reached = _answer(self._guards.check(solver, range(len(self._rows))), solver)
        core = [] if reached else self._guards.core(solver)
        solver.pop()
        return sorted(core)

    @staticmethod
    def _reaches(solver: z3.Solver, total: z3.ArithRef, value: Fraction) -> bool:
        solver.push()
        solver.add(total >= _real(value))
        reached = _answer(solver.check(), solver)
        solver.pop()
        return reached


def _irreducible(rows: Sequence[Constraint]) -> list[Constraint]:
    """Contradictory rows without those that can be spared; the last one always stays."""
    left = list(rows)
    for row in rows[:-1]:
        fewer = [other for other in left if other is not row]
        if isinstance(Court([fewer]).hear([0]), Contradictory):
            left = fewer
    return left


def _solver(names: "_Names", formulas: Iterable[str], timeout: float | None) -> z3.Solver:
    solver = z3.SolverFor("QF_LRA")
    if timeout is not None:
        solver.set("timeout", max(1, int(timeout * 1000)))
    asserted = "".join(f"(assert {formula})" for formula in formulas)
    if asserted:
        solver.from_string(names.declarations + asserted)
    return solver


def _answer(result: z3.CheckSatResult, solver: z3.Solver) -> bool:
    if result == z3.unknown:
        raise GaveUpError(solver.reason_unknown())
    return bool(result == z3.sat)


def _real(value: Fraction) -> z3.RatNumRef:
    return z3.RealVal(f"{value.numerator}/{value.denominator}")


class _Names:
    """Quantities as variables of the solver's text format."""

    def __init__(self, rows: Iterable[Constraint]) -> None:
        spoken = dict.fromkeys(quantity for row in rows for quantity, _ in row.terms)
        self._numbers = {quantity: index for index, quantity in enumerate(spoken)}
        self.declarations = "".join(f"(declare-const q{index} Real)" for index in range(len(spoken)))

    def formula(self, row: Constraint) -> str:
        """A row in whole numbers: both sides times the common denominator."""
        scale = lcm(row.bound.denominator, *(coefficient.denominator for _, coefficient in row.terms))
        terms = " ".join(
            f"(* {_whole(coefficient * scale)} q{self._numbers[quantity]})"
            for quantity, coefficient in row.terms
        )
        return f"({'<' if row.strict else '<='} (+ 0.0 {terms}) {_whole(row.bound * scale)})"

    def sum_of(self, expression: Expression) -> z3.ArithRef:
        """A linear expression as the solver's own term."""
        return z3.Sum(
            [
                _real(coefficient) * z3.Real(f"q{self._numbers[quantity]}")
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
