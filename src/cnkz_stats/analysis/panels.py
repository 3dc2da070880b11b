"""The panels of a picture: ranges at periods in lines, one for each authority's books, with growth beside levels."""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period

ASSUMED = "*"
"""Behind a figure whose source does not say who counted."""


class Kind(StrEnum):
    """How a mark came about."""

    PRINTED = "printed"
    HEDGED = "hedged"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True)
class Mark:
    """A range at a period, in the base unit of its panel; `value` is the printed number where there is just one.

    `label` counts in the unit of the panel, and so does `detail`: the range that a label of one number allows, or that the
    label is implied. `text` says the label with its unit. `conflicts` are the numbers of the notes that speak of it.
    """

    period: Period
    range: Interval
    value: Fraction | None
    label: str
    detail: str
    text: str
    kind: Kind
    conflicts: tuple[int, ...] = ()

    @property
    def ends(self) -> tuple[Fraction, ...]:
        """The ends of the range that are known, and the printed number: at least one."""
        return tuple(end for end in (self.range.lo, self.range.hi, self.value) if end is not None)

    @property
    def height(self) -> Fraction:
        """Where the mark stands: at the printed number, else amid its range, else at the end that is known."""
        return sum(self.ends, Fraction(0)) / len(self.ends) if self.value is None else self.value


@dataclass(frozen=True, slots=True)
class GrowthNote:
    """What sources claim of the growth between two periods, and what the printed levels make of it, if both are."""

    start: Period
    end: Period
    claimed: str
    computed: str
    conflicts: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """One quantity through time in one authority's books; `name` is what sets it apart in its panel, if anything."""

    name: str
    marks: tuple[Mark, ...]
    growth: tuple[GrowthNote, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """Lines that share an axis, the main one first; labels count in `one` of the base unit, which `unit` names.

    `pair` and `about` (scope, whose figures) are what all lines have in common; `left_out` lines are too many to be told
    apart. A `thinned` panel, drawn from so many `facts`, shows one mark where figures agree, no parts of
    years, and of growth only what a conflict speaks of, without `growth_left_out` notes.
    """

    heading: str
    pair: str
    about: str
    unit: str
    one: Fraction
    lines: tuple[Line, ...]
    left_out: int = 0
    thinned: bool = False
    facts: int = 0
    growth_left_out: int = 0

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The marks of all lines."""
        return tuple(mark for line in self.lines for mark in line.marks)

    @property
    def growth(self) -> tuple[GrowthNote, ...]:
        """The notes on growth of all lines."""
        return tuple(note for line in self.lines for note in line.growth)

    @property
    def periods(self) -> tuple[Period, ...]:
        """Every period spoken of, by their ends."""
        marked = {mark.period for mark in self.marks}
        compared = {end for note in self.growth for end in (note.start, note.end)}
        return tuple(sorted(marked | compared, key=lambda period: (period.last, period.first)))
