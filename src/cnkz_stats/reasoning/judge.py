"""The judge: whether rows can all hold, in exact arithmetic. The only module that knows the solver."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import lcm
from time import monotonic

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

    What was heard is remembered: whatever holds a contradictory set is contradictory, any part of a consistent one is
    consistent. No hearing lasts beyond `until`, a time of the monotonic clock; `None` waits for an answer.
    """

    def __init__(
        self,
        groups: Iterable[Sequence[Constraint]] = (),
        always: Sequence[Constraint] = (),
        *,
        until: float | None = None,
    ) -> None:
        self._groups: list[Sequence[Constraint]] = []
        self._until = until
        self._names = _Names()
        self._solver = z3.SolverFor("QF_LRA")
        self._guards = _Guards(self._solver)
        self._contradictory: list[int] = []
        self._consistent: list[int] = []
        self.admit(groups, always)

    def admit(self, groups: Iterable[Sequence[Constraint]], always: Sequence[Constraint] = ()) -> range:
        """Further groups, whose numbers are returned, and further rows that always hold."""
        before = len(self._groups)
        self._groups.extend(groups)
        numbers = range(before, len(self._groups))
        named = len(self._names)
        guarded = [(index, [self._names.formula(row) for row in self._groups[index]]) for index in numbers]
        hard = [self._names.formula(row) for row in always]
        self._guards.admit(numbers)
        self._solver.from_string(
            self._names.declarations(since=named)
            + "".join(f"(declare-const g{index} Bool)" for index in numbers)
            + "".join(f"(assert {formula})" for formula in hard)
            + "".join(f"(assert (=> g{index} (and true {' '.join(rows)})))" for index, rows in guarded)
        )
        if always:
            self._consistent.clear()
        return numbers

    def hear(self, groups: Iterable[int]) -> Verdict:
        """The verdict on the rows that always hold and those of the groups named by number."""
        asked = _set_of(groups)
        return self._heard(asked) or Consistent(_Witness(self._solver.model(), self._names))

    def clash(self, groups: Iterable[int]) -> Contradictory | Undecided | None:
        """The same without a witness, which takes most of the time: `None` if the groups are consistent."""
        asked = _set_of(groups)
        for known in self._contradictory:
            if not known & ~asked:
                return Contradictory(_members(known))
        if any(not asked & ~known for known in self._consistent):
            return None
        return self._heard(asked)

    def _heard(self, asked: int) -> Contradictory | Undecided | None:
        left = None if self._until is None else self._until - monotonic()
        if left is not None and left <= 0:
            return Undecided("time was up")
        answer = self._guards.check(_members(asked), left)
        if answer == z3.unsat:
            core = self._guards.core()
            self._contradictory.append(_set_of(core))
            return Contradictory(core)
        if answer == z3.unknown:
            return Undecided(self._solver.reason_unknown())
        self._consistent = [known for known in self._consistent if known & ~asked]
        self._consistent.append(asked)
        return None

    def fitting(self, groups: Iterable[int], verdict: Consistent) -> frozenset[int]:
        """Those of the groups that hold for the witness of a verdict anyway."""
        return frozenset(index for index in groups if satisfied(self._groups[index], verdict.witness))

    def unrelieved(self, groups: Collection[int]) -> list[frozenset[int]]:
        """What each set known to be consistent leaves of some groups: all their conflicts take part in it."""
        asked = _set_of(groups)
        return [_members(asked & ~known) for known in self._consistent]


def _set_of(numbers: Iterable[int]) -> int:
    """A set of numbers as the bits of one."""
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits


def _members(bits: int) -> frozenset[int]:
    return frozenset(index for index, bit in enumerate(reversed(f"{bits:b}")) if bit == "1")


class _Guards:
    """Switches `g0`, `g1`, … of groups of rows. The wrapper converts assumptions at every call; here it is done once."""

    def __init__(self, solver: z3.Solver) -> None:
        self._solver = solver
        self._handles: list[z3.Ast] = []
        self._numbers: dict[int, int] = {}
        self._switches: list[z3.BoolRef] = []

    def admit(self, numbers: Iterable[int]) -> None:
        """Further switches."""
        for index in numbers:
            switch = z3.Bool(f"g{index}")
            self._switches.append(switch)
            self._handles.append(switch.as_ast())
            self._numbers[switch.get_id()] = index

    def check(self, groups: Iterable[int], seconds: float | None = None) -> z3.CheckSatResult:
        """The solver's answer with these groups switched on."""
        if seconds is not None:
            self._solver.set("timeout", max(1, int(seconds * 1000)))
        handles = [self._handles[index] for index in groups]
        assumed = (z3.Ast * len(handles))(*handles)
        return z3.CheckSatResult(
            z3.Z3_solver_check_assumptions(self._solver.ctx.ref(), self._solver.solver, len(handles), assumed)
        )

    def core(self) -> frozenset[int]:
        """The numbers of the groups that the last answer rests on."""
        context = self._solver.ctx.ref()
        vector = z3.Z3_solver_get_unsat_core(context, self._solver.solver)
        z3.Z3_ast_vector_inc_ref(context, vector)
        size = z3.Z3_ast_vector_size(context, vector)
        core = [z3.Z3_get_ast_id(context, z3.Z3_ast_vector_get(context, vector, at)) for at in range(size)]
        z3.Z3_ast_vector_dec_ref(context, vector)
        return frozenset(self._numbers[one] for one in core)


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

    def __init__(self, rows: Sequence[Constraint], *, until: float | None = None) -> None:
        self._rows = rows
        self._names = names = _Names()
        closed = [replace(row, strict=False) for row in rows]
        self._closed = closed
        self._as_stated = _solver(names, map(names.formula, rows), until)
        self._with_ends = _solver(names, map(names.formula, closed), until)
        self._directions = _solver(names, (names.formula(replace(row, bound=ZERO)) for row in closed), until)
        self._guarded = _solver(names, (), until)
        guards = (f"(declare-const g{index} Bool)" for index in range(len(rows)))
        guarded = (f"(assert (=> g{index} {names.formula(row)}))" for index, row in enumerate(closed))
        self._guarded.from_string(names.declarations() + "".join((*guards, *guarded)))
        self._guards = _Guards(self._guarded)
        self._guards.admit(range(len(rows)))
        self._feasible = _answer(self._as_stated.check(), self._as_stated)
        self._start = _Witness(self._as_stated.model(), names) if self._feasible else {}

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
        reached = _answer(self._guards.check(range(len(self._rows))), solver)
        core = [] if reached else sorted(self._guards.core())
        solver.pop()
        return core

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


def _solver(names: "_Names", formulas: Iterable[str], until: float | None) -> z3.Solver:
    solver = z3.SolverFor("QF_LRA")
    if until is not None:
        solver.set("timeout", max(1, int((until - monotonic()) * 1000)))
    asserted = "".join(f"(assert {formula})" for formula in formulas)
    if asserted:
        solver.from_string(names.declarations() + asserted)
    return solver


def _answer(result: z3.CheckSatResult, solver: z3.Solver) -> bool:
    if result == z3.unknown:
        raise GaveUpError(solver.reason_unknown())
    return bool(result == z3.sat)


def _real(value: Fraction) -> z3.RatNumRef:
    return z3.RealVal(f"{value.numerator}/{value.denominator}")


class _Names:
    """Quantities as variables of the solver's text format."""

    def __init__(self) -> None:
        self._numbers: dict[Quantity, int] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def declarations(self, since: int = 0) -> str:
        """The variables named so far, or those after so many of them."""
        return "".join(f"(declare-const q{index} Real)" for index in range(since, len(self)))

    def formula(self, row: Constraint) -> str:
        """A row in whole numbers: both sides times the common denominator."""
        scale = lcm(row.bound.denominator, *(coefficient.denominator for _, coefficient in row.terms))
        terms = " ".join(
            f"(* {_whole(coefficient * scale)} q{self._numbers.setdefault(quantity, len(self._numbers))})"
            for quantity, coefficient in row.terms
        )
        return f"({'<' if row.strict else '<='} (+ 0.0 {terms}) {_whole(row.bound * scale)})"

    def sum_of(self, expression: Expression) -> z3.ArithRef:
        """A linear expression as the solver's own term."""
        return z3.Sum(
            [_real(coefficient) * self.variable(quantity) for quantity, coefficient in expression.items()]
        )

    def variable(self, quantity: Quantity) -> z3.ArithRef:
        """The variable of a quantity."""
        return z3.Real(f"q{self._numbers[quantity]}")

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._numbers)


class _Witness(Mapping[Quantity, Fraction]):
    """What a model makes of each quantity, looked up when asked for; what it leaves open may be anything, so 0."""

    def __init__(self, model: z3.ModelRef, names: _Names) -> None:
        self._model, self._names = model, names
        self._known: dict[Quantity, Fraction] = {}

    def __getitem__(self, quantity: Quantity) -> Fraction:
        if quantity not in self._known:
            value = self._model.eval(self._names.variable(quantity), model_completion=True)
            self._known[quantity] = Fraction(value.as_string())
        return self._known[quantity]

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


def _whole(number: Fraction) -> str:
    return f"{number.numerator}.0" if number >= 0 else f"(- {-number.numerator}.0)"


def satisfied(rows: Collection[Constraint], witness: Mapping[Quantity, Fraction]) -> bool:
    """Whether the values fulfil every row, recomputed exactly."""
    for row in rows:
        total = sum((coefficient * witness[quantity] for quantity, coefficient in row.terms), Fraction(0))
        if total > row.bound or (row.strict and total == row.bound):
            return False
    return True
