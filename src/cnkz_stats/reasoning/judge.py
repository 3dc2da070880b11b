"""The judge: whether rows can all hold, in exact arithmetic. The only module that knows the solver."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from time import monotonic

import z3

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
        answer = self._answer(_members(asked))
        if isinstance(answer, Contradictory):
            self._contradictory.append(_set_of(answer.core))
        elif answer is None:
            self._consistent = [known for known in self._consistent if known & ~asked]
            self._consistent.append(asked)
        return answer

    def _answer(self, groups: Iterable[int]) -> Contradictory | Undecided | None:
        left = None if self._until is None else self._until - monotonic()
        if left is not None and left <= 0:
            return Undecided("time was up")
        answer = self._guards.check(groups, left)
        if answer == z3.unknown:
            return Undecided(self._solver.reason_unknown())
        return Contradictory(self._guards.core()) if answer == z3.unsat else None

    def reaches(self, row: Constraint, groups: Iterable[int] = ()) -> Contradictory | Undecided | None:
        """The same for some groups with one more row, for this once: `None` if it can hold as well."""
        self._solver.push()
        self._solver.from_string(f"(assert {self._names.formula(row)})")
        answer = self._answer(groups)
        self._solver.pop()
        return answer

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
