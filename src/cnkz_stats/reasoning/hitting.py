"""Lightest hitting sets: the fewest members that meet all of some sets, by branch and bound.

Each branch is bounded by the linear relaxation: a fast solver suggests weights of the sets, and what they prove is worked
out in whole numbers, so that no branch is given up on the word of floating point.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from math import inf, lcm
from time import monotonic

from cnkz_stats.reasoning.linear import UNBOUNDED, LinearSolver, Seems

_WHOLE = 1 << 20
"""Weights of sets are taken in such a part of one."""
_CERTAIN = 1e-6
"""Parts of a member so near to all of it are taken for all."""


@dataclass(slots=True)
class Effort:
    """What a proof may cost: sets tried and branches of the search, the same on a fast machine and a slow one; and the time given."""

    tries: int = 200
    steps: int = 50_000
    until: float = inf

    @property
    def spent(self) -> bool:
        """Whether nothing is left of it."""
        return self.tries <= 0 or self.steps <= 0 or monotonic() >= self.until


class _Search:
    """The sets, and their linear relaxation."""

    def __init__(self, sets: Sequence[frozenset[int]], weights: Mapping[int, int], effort: Effort) -> None:
        self._sets, self._weights, self._effort = sets, weights, effort
        self._members = sorted(weights)
        self._solver = self._relaxation()

    def _relaxation(self) -> LinearSolver:
        solver = LinearSolver()
        columns = solver.add_columns([float(self._weights[member]) for member in self._members], 0.0, 1.0)
        number = dict(zip(self._members, columns, strict=True))
        terms = [[(number[member], 1.0) for member in sorted(one)] for one in self._sets]
        solver.add_rows(terms, [1.0] * len(terms), [UNBOUNDED] * len(terms))
        return solver

    def lightest(self, lighter_than: int, at_least: int) -> frozenset[int] | None:
        """A lightest hitting set that weighs less than asked; `None` if there is none, or the effort was spent.

        None is lighter than `at_least`, so that the search ends with one that weighs as much.
        """
        best: frozenset[int] | None = None
        branches: list[tuple[frozenset[int], frozenset[int]]] = [(frozenset(), frozenset())]
        while branches and not self._effort.spent:
            self._effort.steps -= 1
            taken, refused = branches.pop()
            if any(one <= refused for one in self._sets):
                continue
            parts, least = self._relaxed(taken, refused)
            chosen = taken | {member for member, part in parts.items() if part > 1 - _CERTAIN}
            weight = sum(self._weights[member] for member in chosen)
            if weight < lighter_than and all(one & chosen for one in self._sets):
                best, lighter_than = chosen, weight
                if weight <= at_least:
                    return best
            undecided = [member for member in self._members if member not in taken | refused]
            if least < lighter_than and undecided:
                member = max(undecided, key=lambda one: (parts[one] <= 1 - _CERTAIN, parts[one], -one))
                branches.append((taken, refused | {member}))
                branches.append((taken | {member}, refused))
        return None if branches else best

    def _relaxed(self, taken: frozenset[int], refused: frozenset[int]) -> tuple[Mapping[int, float], int]:
        """Parts of members that meet the sets, and what those taken with any further ones weigh at least."""
        lows = [float(member in taken) for member in self._members]
        highs = [float(member not in refused) for member in self._members]
        self._solver.bound_columns(range(len(self._members)), lows, highs)
        if self._solver.ask() is not Seems.POSSIBLE:
            return dict.fromkeys(self._members, 0.0), sum(self._weights[member] for member in taken)
        parts = dict(zip(self._members, self._solver.columns(), strict=True))
        return parts, self._proven(taken, refused, self._solver.weights())

    def _proven(self, taken: frozenset[int], refused: frozenset[int], duals: Sequence[float]) -> int:
        """What the weights of the sets not met yet prove, exactly: no member may be charged more than it weighs."""
        charged: dict[int, int] = {}
        total = 0
        for one, dual in zip(self._sets, duals, strict=True):
            whole = max(0, int(dual * _WHOLE))
            if whole and not one & taken:
                total += whole
                for member in one - refused:
                    charged[member] = charged.get(member, 0) + whole
        spent = sum(self._weights[member] for member in taken)
        if not total:
            return spent
        # Scaled down, or up, until the member charged most for its weight is charged just that.
        unit = lcm(*self._weights.values())
        charge = max(charge * (unit // self._weights[member]) for member, charge in charged.items())
        return spent - (-total * unit // charge)


def minimum_hitting_set(
    sets: Collection[frozenset[int]],
    *,
    lighter_than: int,
    effort: Effort,
    at_least: int = 0,
    weights: Mapping[int, int] | None = None,
) -> frozenset[int] | None:
    """A lightest set that meets all the sets, if it weighs less than asked; each member weighs 1 unless told.

    It weighs `at_least` as much as one that meets all but some of the sets.
    """
    weights = weights or dict.fromkeys(frozenset[int]().union(*sets), 1)
    return _Search(list(sets), weights, effort).lightest(lighter_than, at_least)
