"""HiGHS, a linear solver in floating point, set up to be asked many small questions one after the other."""

from collections.abc import Mapping, Sequence
from enum import Enum, auto

import highspy
import numpy as np

UNBOUNDED: float = highspy.kHighsInf


class Seems(Enum):
    """What the solver makes of a question."""

    POSSIBLE = auto()
    IMPOSSIBLE = auto()
    UNCLEAR = auto()


class LinearSolver:
    """The least cost of columns under rows `low ≤ Σ weight · column ≤ high`, by the simplex method.

    It goes on from where the last question left off; in one thread, without a word on the screen.
    """

    def __init__(self, **options: float) -> None:
        # The wrapper's own way to begin prints a line before it can be told not to.
        self._highs = highspy.Highs.__new__(highspy.Highs)
        highspy._Highs.__init__(self._highs)  # type: ignore[attr-defined]  # noqa: SLF001
        settings = {"output_flag": False, "presolve": "off", "solver": "simplex", "threads": 1, **options}
        for name, value in settings.items():
            self._highs.setOptionValue(name, value)

    def add_columns(self, costs: Sequence[float], low: float, high: float) -> range:
        """Further columns, whose numbers are returned."""
        before, more = self._highs.getNumCol(), len(costs)
        numbers = range(before, before + more)
        self._highs.addVars(more, np.full(more, low), np.full(more, high))
        self._highs.changeColsCost(more, _places(numbers), np.array(costs, dtype=float))
        return numbers

    def add_rows(
        self,
        terms: Sequence[Sequence[tuple[int, float]]],
        lows: Sequence[float],
        highs: Sequence[float],
    ) -> None:
        """Further rows, each told by its columns and their weights."""
        flat = [term for row in terms for term in row]
        starts = np.cumsum([0, *map(len, terms)])[:-1]
        self._highs.addRows(
            len(terms),
            np.array(lows, dtype=float),
            np.array(highs, dtype=float),
            len(flat),
            starts.astype(np.int32),
            _places([column for column, _ in flat]),
            np.array([weight for _, weight in flat], dtype=float),
        )

    def end_rows(self, highs: Mapping[int, float]) -> None:
        """Other upper ends of rows that have no lower one."""
        if highs:
            count = len(highs)
            ends = np.array(list(highs.values()))
            self._highs.changeRowsBounds(count, _places(list(highs)), np.full(count, -UNBOUNDED), ends)

    def bound_columns(self, columns: Sequence[int], lows: Sequence[float], highs: Sequence[float]) -> None:
        """Other ends of columns."""
        ends = np.array(lows, dtype=float), np.array(highs, dtype=float)
        self._highs.changeColsBounds(len(columns), _places(columns), *ends)

    def cost_columns(self, costs: Mapping[int, float]) -> None:
        """Other costs of columns."""
        self._highs.changeColsCost(
            len(costs), _places(list(costs)), np.array(list(costs.values()), dtype=float)
        )

    def ask(self) -> Seems:
        """Look for the least cost; having lost its way, the solver starts again from nothing."""
        answer = self._ask()
        if answer is Seems.UNCLEAR:
            self._highs.clearSolver()
            answer = self._ask()
        return answer

    def _ask(self) -> Seems:
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return Seems.IMPOSSIBLE
        fine = status in (highspy.HighsModelStatus.kOptimal, highspy.HighsModelStatus.kModelEmpty)
        return Seems.POSSIBLE if fine else Seems.UNCLEAR

    def columns(self) -> list[float]:
        """The values of the columns that were found."""
        return list(self._highs.getSolution().col_value)

    def weights(self) -> list[float]:
        """What each row adds to the least cost for each unit that it asks for: the dual values."""
        return list(self._highs.getSolution().row_dual)

    def impossible(self) -> dict[int, float]:
        """The weights, by row, that seem to add up to what cannot be; empty if there are none to show."""
        _, found, ray = self._highs.getDualRay()
        weights = np.asarray(ray if found else [], dtype=float)
        rows = np.nonzero(weights)[0]
        return dict(zip(rows.tolist(), weights[rows].tolist(), strict=True))


def _places(numbers: Sequence[int]) -> "np.ndarray[tuple[int], np.dtype[np.int32]]":
    return np.array(numbers, dtype=np.int32)
