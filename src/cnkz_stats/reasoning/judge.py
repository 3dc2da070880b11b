"""The judge: whether rows can all hold, in exact arithmetic.

A scout in floating point looks first. Values that it suggests are put into every row, rows that it suspects are added up to
a certificate, both exactly; only what passes is an answer. For all else, and for what a scout cannot see, z3 decides.
"""

from collections.abc import Collection, Iterable, Sequence
from fractions import Fraction
from functools import cached_property
from time import monotonic
from typing import TYPE_CHECKING

from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.tableau import (
    GRID,
    Clash,
    Row,
    Standing,
    Tableau,
    Values,
    cannot_all_hold,
)
from cnkz_stats.reasoning.verdict import Consistent, Contradictory, Undecided, Verdict, Witness

if TYPE_CHECKING:
    from cnkz_stats.reasoning.scout import Scout
    from cnkz_stats.reasoning.solver import Solver


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
        self._until = until
        self._tableau = Tableau()
        self._untold: list[tuple[Sequence[Row], Sequence[range], range, int]] = []
        self._is_too_large = False
        self._standing = Standing(self._tableau)
        self._always: list[int] = []
        self._groups: list[range] = []
        self._owners: dict[int, int] = {}
        self._contradictory: list[int] = []
        self._consistent: list[int] = []
        self._minimal: set[int] = set()
        self._last: tuple[int, Consistent] | None = None
        self.admit(groups, always)

    @cached_property
    def _scouting(self) -> "Scout":
        from cnkz_stats.reasoning.scout import Scout

        return Scout()

    @cached_property
    def _solver(self) -> "Solver":
        from cnkz_stats.reasoning.solver import Solver

        return Solver(self._tableau)

    def admit(self, groups: Iterable[Sequence[Constraint]], always: Sequence[Constraint] = ()) -> range:
        """Further groups, whose numbers are returned, and further rows that always hold."""
        before, heard = len(self._groups), len(self._tableau.rows)
        hard = self._tableau.add(always)
        for number, group in enumerate(groups, before):
            rows = self._tableau.add(group)
            self._groups.append(rows)
            self._owners.update(dict.fromkeys(rows, number))
        self._always += hard
        told = self._tableau.rows[heard:], self._groups[before:], hard, len(self._tableau.columns)
        self._untold.append(told)
        self._last = None
        if always:
            self._consistent.clear()
            self._minimal.clear()
        return range(before, len(self._groups))

    def _told_scout(self) -> "Scout | None":
        """The scout, told of the rows that it has not heard of; of what is too large for floating point, it is of no use."""
        try:
            for rows, groups, always, columns in self._untold:
                self._scouting.admit(rows, groups, always, columns)
        except OverflowError:
            self._is_too_large = True
        self._untold.clear()
        return None if self._is_too_large else self._scouting

    def hear(self, groups: Iterable[int]) -> Verdict:
        """The verdict on the rows that always hold and those of the groups named by number."""
        asked = _set_of(groups)
        if self._last is not None and self._last[0] == asked:
            return self._last[1]
        verdict = self._noted(asked, self._decide(_members(asked), telling=True))
        if isinstance(verdict, Consistent):
            self._last = asked, verdict
        return verdict

    def clash(self, groups: Iterable[int]) -> Contradictory | Undecided | None:
        """The same without a witness, from memory where it can be: `None` if the groups are consistent."""
        asked = _set_of(groups)
        for known in self._contradictory:
            if not known & ~asked:
                return Contradictory(_members(known))
        if any(not asked & ~known for known in self._consistent):
            return None
        verdict = self._noted(asked, self._decide(_members(asked)))
        return None if isinstance(verdict, Consistent) else verdict

    def _noted(self, asked: int, verdict: Verdict) -> Verdict:
        if isinstance(verdict, Contradictory):
            self._contradictory.append(_set_of(verdict.core))
        elif isinstance(verdict, Consistent):
            self._remember(asked)
        return verdict

    def _remember(self, consistent: int) -> None:
        self._consistent = [known for known in self._consistent if known & ~consistent]
        self._consistent.append(consistent)

    def _rows_of(self, groups: Iterable[int]) -> list[int]:
        return [number for group in groups for number in self._groups[group]]

    def _decide(self, groups: Collection[int], *, telling: bool = False) -> Verdict:
        """The verdict; the witness, where one was not at hand anyway, is only of use if `telling`."""
        left = None if self._until is None else self._until - monotonic()
        if left is not None and left <= 0:
            return Undecided("time was up")
        verdict = self._scouted(self._rows_of(groups))
        if verdict is not None:
            return verdict
        answer = self._solver.check(self._groups, groups, self._always, left, telling=telling)
        if isinstance(answer, frozenset):
            return Contradictory(answer)
        if isinstance(answer, str):
            return Undecided(answer)
        return Consistent(Witness(self._tableau.columns, answer))

    def _scouted(self, rows: Sequence[int]) -> Consistent | Contradictory | None:
        """The scout's answer, if it stands up to the exact check."""
        scout = self._told_scout()
        if scout is None:
            return None
        at_hand = self._fulfilled(scout.at_hand, rows)
        if at_hand is not None:
            return at_hand
        seen = scout.look(rows)
        known = {*rows, *self._always}
        while isinstance(seen, Clash):
            # The solver may still name rows of an earlier question, which prove nothing about this one.
            if known.issuperset(seen.rows) and cannot_all_hold(
                [self._tableau.rows[number] for number in seen.rows]
            ):
                return Contradictory(self._owning(seen.rows))
            seen = scout.look(rows) if scout.let_touch(seen) else None
        found = None if seen is None else self._fulfilled(seen, rows)
        if seen is None or found is not None:
            return found
        loosened = scout.loosened()
        return None if loosened is None else self._fulfilled(loosened, rows)

    def _fulfilled(self, values: Values, rows: Sequence[int]) -> Consistent | None:
        """Values as a witness, if they fulfil these rows and those that always hold."""
        self._standing.take(values)
        broken = self._standing.broken
        if not broken.isdisjoint(rows) or not broken.isdisjoint(self._always):
            return None
        return Consistent(Witness(self._tableau.columns, self._standing.values))

    def _owning(self, rows: Iterable[int]) -> frozenset[int]:
        return frozenset(self._owners[number] for number in rows if number in self._owners)

    def reaches(self, row: Constraint, groups: Collection[int] = ()) -> Contradictory | Undecided | None:
        """Whether one more row clashes with some groups: `None` if it can hold as well; it is a group of its own from now on."""
        (asked,) = self.admit([[row]])
        verdict = self._decide({*groups, asked})
        if isinstance(verdict, Contradictory):
            return Contradictory(verdict.core - {asked})
        return None if isinstance(verdict, Consistent) else verdict

    def furthest(self, towards: Constraint) -> tuple[Fraction, tuple[int, ...]] | None:
        """How far the left side of one more row goes down, about, where those that always hold do; and which of them seem to
        hold it back.
        """
        scout = self._told_scout()
        if scout is None:
            return None
        row = self._tableau.row(towards)
        seen = scout.furthest(row)
        return None if seen is None else (Fraction(row.total(scout.at_hand)) / GRID, seen.rows)

    def broken_at_ends_of(self, rows: Collection[int]) -> frozenset[int] | None:
        """Where some rows that always hold are at their very ends and all others hold: which are broken, for their open ends.

        `None` if no such values are seen.
        """
        scout = self._told_scout()
        if scout is None:
            return None
        scout.put_at_ends(rows)
        broken = self._broken_at_ends(rows, scout.settled())
        seen: Values | Clash | None = None if broken is not None else scout.look(())
        while isinstance(seen, Clash):
            seen = scout.look(()) if scout.let_touch(seen) else None
        return broken if seen is None else self._broken_at_ends(rows, seen)

    def _broken_at_ends(self, rows: Collection[int], values: Values) -> frozenset[int] | None:
        self._standing.take(values)
        broken = self._standing.broken.intersection(self._always)
        told = self._tableau.rows
        at_ends = all(told[number].total(values) == told[number].bound * GRID for number in {*rows, *broken})
        return frozenset(broken) if at_ends else None

    def relieve(self, kept: frozenset[int], groups: Collection[int]) -> frozenset[int]:
        """Many of the groups, those kept among them, that are consistent; just those kept where no more are found."""
        soft = [group for group in groups if group not in kept]
        scout = self._told_scout()
        seen = None if scout is None else scout.relieve(self._rows_of(groups), soft)
        if seen is None:
            return kept
        self._standing.take(seen)
        broken = self._standing.broken
        fitting = self.fitting(groups)
        if not broken.isdisjoint(self._always) or not kept <= fitting:
            return kept
        self._remember(_set_of(fitting))
        return fitting

    def fitting(self, groups: Iterable[int]) -> frozenset[int]:
        """Those of the groups that hold for the values that were looked at last."""
        broken = self._standing.broken
        return frozenset(group for group in groups if broken.isdisjoint(self._groups[group]))

    def note_minimal(self, groups: Iterable[int]) -> None:
        """Remember that nothing can be spared of a contradictory set."""
        self._minimal.add(_set_of(groups))

    def is_minimal(self, groups: Iterable[int]) -> bool:
        """Whether that was noted of a set, and no law has been admitted since."""
        return _set_of(groups) in self._minimal

    def contradictions(self, groups: Iterable[int]) -> list[frozenset[int]]:
        """The contradictory sets among some groups that were come upon so far."""
        asked = _set_of(groups)
        return [_members(known) for known in self._contradictory if not known & ~asked]

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
    return frozenset(number for number, bit in enumerate(reversed(bin(bits))) if bit == "1")
