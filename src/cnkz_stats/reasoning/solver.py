"""z3 with the rows of a tableau: the exact solver, told of rows only when it is asked. The only module that knows it."""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction

import z3

from cnkz_stats.reasoning.tableau import GRID, Number, Row, Tableau


class Solver:
    """An exact solver of linear rows, with a switch `g0`, `g1`, … for each group of them."""

    def __init__(self, tableau: Tableau) -> None:
        self._tableau = tableau
        self._columns = 0
        self._always: set[int] = set()
        self._z3 = z3.SolverFor("QF_LRA")
        self._switches = _Switches(self._z3)

    def check(
        self,
        groups: Sequence[range],
        on: Collection[int],
        always: Iterable[int],
        seconds: float | None = None,
        *,
        telling: bool = False,
    ) -> Sequence[Number] | frozenset[int] | str:
        """Values, one for each column if `telling`, none else, since they take most of the time; the numbers of groups that
        clash; or why there is no answer.

        Of the groups, told by the numbers of their rows, those that are `on` hold, beside the rows that do `always`.
        """
        self._admit(groups, always)
        if seconds is not None:
            self._z3.set("timeout", max(1, int(seconds * 1000)))
        answer = self._switches.check(sorted(on))
        if answer == z3.sat:
            return _Model(self._z3.model(), self._columns) if telling else []
        return self._switches.core() if answer == z3.unsat else str(self._z3.reason_unknown())

    def _admit(self, groups: Sequence[range], always: Iterable[int]) -> None:
        """What the solver has not been told of yet."""
        rows = self._tableau.rows
        hard = [number for number in always if number not in self._always]
        told = len(self._switches)
        self._always.update(hard)
        self._assert(
            [
                *(f"(declare-const g{number} Bool)" for number in range(told, len(groups))),
                *(f"(assert {self._formula(rows[number])})" for number in hard),
                *(
                    f"(assert (=> g{number} (and true {' '.join(self._formula(rows[row]) for row in group)})))"
                    for number, group in enumerate(groups[told:], told)
                ),
            ]
        )
        self._switches.add(range(told, len(groups)))

    def _assert(self, lines: Collection[str]) -> None:
        count = len(self._tableau.columns)
        names = [f"(declare-const q{column} Real)" for column in range(self._columns, count)]
        self._columns = count
        if names or lines:
            self._z3.from_string("".join((*names, *lines)))

    def _formula(self, row: Row) -> str:
        terms = " ".join(
            f"(* {_whole(value)} q{column})"
            for column, value in zip(row.columns, row.coefficients, strict=True)
        )
        return f"({'<' if row.strict else '<='} (+ 0.0 {terms}) {_whole(row.bound)})"


class _Switches:
    """Switches `g0`, `g1`, … of groups of rows. The wrapper converts assumptions at every call; here it is done once."""

    def __init__(self, solver: z3.Solver) -> None:
        self._solver = solver
        self._handles: list[z3.Ast] = []
        self._numbers: dict[int, int] = {}
        self._kept: list[z3.BoolRef] = []

    def __len__(self) -> int:
        return len(self._handles)

    def add(self, numbers: Iterable[int]) -> None:
        """Further switches."""
        for number in numbers:
            switch = z3.Bool(f"g{number}")
            self._kept.append(switch)
            self._handles.append(switch.as_ast())
            self._numbers[switch.get_id()] = number

    def check(self, on: Iterable[int]) -> z3.CheckSatResult:
        """The solver's answer with these switches on."""
        handles = [self._handles[number] for number in on]
        assumed = (z3.Ast * len(handles))(*handles)
        return z3.CheckSatResult(
            z3.Z3_solver_check_assumptions(self._solver.ctx.ref(), self._solver.solver, len(handles), assumed)
        )

    def core(self) -> frozenset[int]:
        """The numbers of the switches that the last answer rests on."""
        context = self._solver.ctx.ref()
        vector = z3.Z3_solver_get_unsat_core(context, self._solver.solver)
        z3.Z3_ast_vector_inc_ref(context, vector)
        size = z3.Z3_ast_vector_size(context, vector)
        core = [z3.Z3_get_ast_id(context, z3.Z3_ast_vector_get(context, vector, at)) for at in range(size)]
        z3.Z3_ast_vector_dec_ref(context, vector)
        return frozenset(self._numbers[one] for one in core)


class _Model(Sequence[Number]):
    """What z3 makes of each column, looked up when asked for, which takes it long."""

    def __init__(self, model: z3.ModelRef, columns: int) -> None:
        self._model, self._columns = model, columns
        self._known: dict[int, Number] = {}

    def __getitem__(self, column: int) -> Number:  # type: ignore[override]
        if column not in self._known:
            value = self._model.eval(z3.Real(f"q{column}"), model_completion=True)
            self._known[column] = Fraction(value.as_string()) * GRID
        return self._known[column]

    def __len__(self) -> int:
        return self._columns


def _whole(number: int) -> str:
    return f"{number}.0" if number >= 0 else f"(- {-number}.0)"
