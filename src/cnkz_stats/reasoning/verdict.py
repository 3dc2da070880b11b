"""Verdicts: what can be said of rows that were heard together."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.tableau import GRID, Number


class Witness(Mapping[Quantity, Fraction]):
    """Values of quantities; what came up after them may be anything, so 0."""

    def __init__(self, columns: Mapping[Quantity, int], numbers: Sequence[Number]) -> None:
        self._columns, self.numbers = columns, numbers

    def __getitem__(self, quantity: Quantity) -> Fraction:
        column = self._columns[quantity]
        return Fraction(self.numbers[column]) / GRID if column < len(self.numbers) else Fraction(0)

    def __iter__(self) -> Iterator[Quantity]:
        return iter(self._columns)

    def __len__(self) -> int:
        return len(self._columns)


@dataclass(frozen=True, slots=True)
class Consistent:
    """All rows hold for this choice of values."""

    witness: Witness


@dataclass(frozen=True, slots=True)
class Contradictory:
    """The rows of these groups cannot all hold; not necessarily the fewest."""

    core: frozenset[int]


@dataclass(frozen=True, slots=True)
class Undecided:
    """The solver gave up, for the reason it states; nothing follows."""

    reason: str


Verdict = Consistent | Contradictory | Undecided
