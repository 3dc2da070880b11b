"""Where the marks of a panel stand on a plot, side by side where they would cover each other."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from cnkz_stats.analysis.panels import Mark, Panel
from cnkz_stats.figures.period import Period
from cnkz_stats.views.chart_layout import Box
from cnkz_stats.views.chart_sheet import COLORS, SHAPES

ARROW, MARKER = 15.0, 6.0
"""How long an arrow into the open is, and how large a marker."""
_SEEN, _BESIDE = 8.0, 13.0
"""From which height on a range with a marker shows as such, and how far apart marks of one period stand."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A mark of a line, how far beside its period it stands, and the ground that it covers."""

    mark: Mark
    number: int
    x: float
    low: float
    high: float

    @property
    def color(self) -> str:
        """The colour of the line."""
        return COLORS[self.number % len(COLORS)]

    @property
    def shape(self) -> str:
        """The shape of the markers of the line."""
        return SHAPES[self.number % len(SHAPES)]

    @property
    def open(self) -> bool:
        """Whether the range has no end on one side."""
        return None in (self.mark.range.lo, self.mark.range.hi)

    @property
    def seen(self) -> bool:
        """Whether the range can be seen as such."""
        return not self.open and self.high - self.low >= (_SEEN if self.mark.value is not None else MARKER)

    @property
    def box(self) -> Box:
        """The ground that the mark covers."""
        middle = (self.low + self.high) / 2
        half = max((self.high - self.low) / 2, MARKER / 2) + (2.5 if self.mark.conflicts else 1.0)
        return Box(self.x - 5, middle - half, self.x + 5, middle + half)


def spots(
    panel: Panel, at: Mapping[Period, float], y: Callable[[Fraction], float], *, foot: float
) -> Iterator[Spot]:
    """The marks of all lines with their places: `at` says where a period stands, `y` where an amount does.

    No arrow reaches below `foot`.
    """
    there: dict[Period, list[Spot]] = defaultdict(list)
    for number, line in enumerate(panel.lines):
        for mark in line.marks:
            ends = [y(end) for end in mark.ends]
            low = max(min(ends) - ARROW, foot) if mark.range.lo is None else min(ends)
            high = max(ends) + (ARROW if mark.range.hi is None else 0.0)
            there[mark.period].append(Spot(mark, number, at[mark.period], low, high))
    room = min(right - left for left, right in pairwise(sorted(at.values())))
    for together in (group for one in there.values() for group in _near(one)):
        step = min(_BESIDE, room * 0.5 / len(together))
        for order, spot in enumerate(together):
            yield replace(spot, x=spot.x + (order - (len(together) - 1) / 2) * step)


def _near(spots: list[Spot]) -> list[list[Spot]]:
    """Marks of one period in groups, each so close that its members would cover each other."""
    groups: list[list[Spot]] = []
    for spot in sorted(spots, key=lambda spot: (spot.low, spot.high, spot.number)):
        if groups and spot.low - max(other.high for other in groups[-1]) < MARKER + 1:
            groups[-1].append(spot)
        else:
            groups.append([spot])
    return [sorted(group, key=lambda spot: (spot.number, spot.low)) for group in groups]
