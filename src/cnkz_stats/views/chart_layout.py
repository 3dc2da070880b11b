"""The geometry of a picture, without any drawing: axes, positions in time, and labels that keep out of each other's way.

Lengths are points (1/72 inch), y grows upward. Amounts stay exact until an axis turns them into a share of its length.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import floor, log10
from statistics import median_low

from cnkz_stats.analysis.captions import number_text
from cnkz_stats.figures.period import Period

FAR_BELOW = 20
"""How many times smaller than the largest a level is when its height on an axis from zero says nothing."""
TICKS = 5
NEAREST, FARTHEST = 0.7, 2.5
"""The least and the most room between two periods, as multiples of the usual one; beyond the most the axis is broken."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2

    def meets(self, other: "Box") -> bool:
        """Whether the two share more than an edge."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.bottom < other.top
            and other.bottom < self.top
        )

    def within(self, other: "Box") -> bool:
        """Whether it lies in the other."""
        return (
            other.left <= self.left
            and self.right <= other.right
            and other.bottom <= self.bottom
            and self.top <= other.top
        )

    def grown(self, by: float) -> "Box":
        """The rectangle with a margin on every side."""
        return Box(self.left - by, self.bottom - by, self.right + by, self.top + by)


@dataclass(frozen=True, slots=True)
class Axis:
    """Amounts from `low` to `high`; `ticks` are those to be named."""

    low: Fraction
    high: Fraction
    ticks: tuple[Fraction, ...]
    logarithmic: bool = False

    def at(self, amount: Fraction) -> float:
        """Where an amount lies: 0 at the low end, 1 at the high end; what lies beyond stays at the end."""
        inside = min(max(amount, self.low), self.high)
        if self.logarithmic:
            return log10(inside / self.low) / log10(self.high / self.low)
        return float((inside - self.low) / (self.high - self.low))


def axis(levels: Sequence[Fraction], ends: Sequence[Fraction]) -> Axis:
    """An axis for ranges with these ends, from zero; a logarithmic one where several levels would lie flat on zero.

    One small level beside large ones is best seen as what it is, next to nothing; but heights have to tell two from each
    other.
    """
    flat = sum(level * FAR_BELOW < max(levels) for level in set(levels))
    return _logarithmic(min(ends), max(ends)) if min(ends) > 0 and flat > 1 else axis_from_zero(ends)


def axis_from_zero(ends: Iterable[Fraction]) -> Axis:
    """An axis with zero on it; whole numbers, such as counts, get whole steps."""
    amounts = [Fraction(0), *ends]
    low, high = min(amounts), max(amounts)
    step = _round_up((high - low) / TICKS) if high > low else Fraction(1)
    if step.denominator > 1 and all(amount.denominator == 1 for amount in amounts):
        step = Fraction(5 if step > 1 else 1)
    first, last = floor(low / step), -floor(-high / step)
    marks = tuple(step * number for number in range(first, max(last, first + 1) + 1))
    return Axis(marks[0], marks[-1], marks)


def _logarithmic(low: Fraction, high: Fraction) -> Axis:
    decades = range(_magnitude(low), _magnitude(high) + 1)
    few = len(decades) <= 4
    marks = [Fraction(10) ** power * digit for power in decades for digit in ((1, 2, 5) if few else (1,))]
    marks.append(Fraction(10) ** (decades[-1] + 1))
    start = max(mark for mark in marks if mark <= low)
    end = min(mark for mark in marks if mark >= high)
    return Axis(start, end, tuple(mark for mark in marks if start <= mark <= end), logarithmic=True)


def _round_up(step: Fraction) -> Fraction:
    """The next of 1, 2, 2.5, 5 times a power of ten."""
    power = Fraction(10) ** _magnitude(step)
    return next(
        power * digit for digit in map(Fraction, ("1", "2", "2.5", "5", "10")) if power * digit >= step
    )


def _magnitude(amount: Fraction) -> int:
    """The power of ten at or below an amount above zero."""
    guess = floor(log10(amount))
    return guess if Fraction(10) ** guess <= amount else guess - 1


def tick_texts(scale: Axis, one: Fraction) -> list[str]:
    """The ticks of an axis counted in `one`, all with the decimals that their steps need."""
    step = scale.ticks[1] - scale.ticks[0]
    quanta = [tick if scale.logarithmic else step for tick in scale.ticks]
    return [number_text(tick / one, quantum / one) for tick, quantum in zip(scale.ticks, quanta, strict=True)]


def days(period: Period) -> int:
    """How many days a period lasts."""
    return (period.last - period.first).days + 1


def positions(periods: Sequence[Period]) -> tuple[list[float], list[int]]:
    """Where periods in the order of time stand, from 0 to 1; and the numbers of those before which time is left out."""
    gaps = [(later.last - earlier.last).days for earlier, later in pairwise(periods)]
    if not gaps:
        return [0.5] * len(periods), []
    usual = max(median_low(gaps), median_low(map(days, periods)))
    steps = [min(max(gap / usual, NEAREST), FARTHEST) for gap in gaps]
    at = [sum(steps[:number]) / sum(steps) for number in range(len(periods))]
    return at, [number for number, gap in enumerate(gaps, 1) if gap > usual * FARTHEST]


def spread(wanted: Sequence[float], heights: Sequence[float], *, low: float, high: float) -> list[float]:
    """Tops of blocks of these heights, as near as wanted and in that order, none over another; all between low and high.

    Where they do not fit, they overlap evenly.
    """
    shrunk = min(1.0, (high - low) / sum(heights))
    order = sorted(range(len(wanted)), key=lambda number: wanted[number])
    places = list(wanted)
    edge = low
    for number in order:
        places[number] = edge = max(wanted[number], edge + heights[number] * shrunk)
    edge = high
    for number in reversed(order):
        places[number] = min(places[number], edge)
        edge = places[number] - heights[number] * shrunk
    return places


def stacked(spans: Sequence[tuple[float, float]]) -> list[int]:
    """For each span from left to right the lowest storey on which it meets no earlier one."""
    storeys: list[list[tuple[float, float]]] = []
    found = []
    for left, right in spans:
        free = (
            number
            for number, storey in enumerate(storeys)
            if all(right <= start or end <= left for start, end in storey)
        )
        chosen = next(free, len(storeys))
        if chosen == len(storeys):
            storeys.append([])
        storeys[chosen].append((left, right))
        found.append(chosen)
    return found


NEAR, FAR = 2.0, 9.0
"""How far a label stands from its mark: so near that nobody can miss it, or so far that it needs a line to it."""


def placed(
    width: float,
    height: float,
    around: Box,
    *,
    distances: Sequence[float],
    inside: Box,
    clear: Sequence[Box],
    better: Sequence[Box],
) -> Box | None:
    """A place for a label beside a mark that meets none of `clear` and few of `better`; `None` if there is none."""
    free = [
        box
        for distance in distances
        for box in _candidates(width, height, around, distance)
        if box.within(inside) and not any(box.meets(other) for other in clear)
    ]
    return min(free, key=lambda box: sum(box.meets(other) for other in better), default=None)


def _candidates(width: float, height: float, around: Box, distance: float) -> Iterator[Box]:
    """Above, below, right, left, then the corners."""
    across, up = around.middle
    left, right = around.left - distance - width, around.right + distance
    below, above = around.bottom - distance - height, around.top + distance
    centred, level = across - width / 2, up - height / 2
    sides = ((centred, above), (centred, below), (right, level), (left, level))
    for x, y in (*sides, (right, above), (left, above), (right, below), (left, below)):
        yield Box(x, y, x + width, y + height)


def nearest(point: tuple[float, float], box: Box) -> tuple[float, float]:
    """The point of a box that is nearest to another point."""
    return min(max(point[0], box.left), box.right), min(max(point[1], box.bottom), box.top)


def along(start: tuple[float, float], end: tuple[float, float], *, every: float = 4.0) -> list[Box]:
    """Small boxes that cover a straight line."""
    length = max(abs(end[0] - start[0]), abs(end[1] - start[1]))
    pieces = max(1, int(length / every))
    return [
        Box(x, y, x, y).grown(every / 2)
        for x, y in (
            (
                start[0] + (end[0] - start[0]) * part / pieces,
                start[1] + (end[1] - start[1]) * part / pieces,
            )
            for part in range(pieces + 1)
        )
    ]
