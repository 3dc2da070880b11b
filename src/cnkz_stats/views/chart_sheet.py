"""A sheet to draw on: text, strokes, boxes and markers in points, y growing upward from the top edge at 0."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from cnkz_stats.views.chart_layout import Box

REGULAR, BOLD = "normal", "bold"
Measure = Callable[[str, float, str], float]
"""The width of a text in a size and a weight, in points."""
ASCENT, MIDDLE, LEADING = 0.78, 0.36, 1.28
"""How far from their base line letters reach, where their middle is, and the next line, as parts of the size."""
BADGE, BADGE_SIZE = 9.0, 6.5

INK, GREY, PALE, BAND, RED = "#1a1a1a", "#5f5f5f", "#d9d9d9", "#f0f0f0", "#c8102e"
DASHES, DOTS = (3.0, 2.0), (1.0, 2.0)
COLORS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#000000")
"""Okabe and Ito (2008), which the colour-blind tell apart; without vermilion, too near to the red of conflicts."""
SHAPES = ("o", "s", "D", "^", "v", "P", "X")


_BREAKS = re.compile(r"(?<!\d)(?<!million)(?<!billion)(?<!trillion) ")


@dataclass(frozen=True, slots=True)
class Words:
    """A line of text on a base line; `align` says which of its ends or the middle `x` is."""

    x: float
    y: float
    text: str
    size: float
    color: str = INK
    weight: str = REGULAR
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line through points; `dash` is on, off."""

    points: tuple[tuple[float, float], ...]
    color: str
    width: float = 0.8
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Fill:
    """A box, filled with a colour or with nothing, with an edge or without."""

    box: Box
    color: str | None
    edge: str | None = None
    dash: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Glyph:
    """A marker: `shape` in the letters of matplotlib, `size` across; filled with `face`, a ring where it is `None`."""

    x: float
    y: float
    shape: str
    size: float
    color: str
    face: str | None


Item = Words | Stroke | Fill | Glyph


@dataclass(slots=True)
class Sheet:
    """What is drawn, the later over the earlier."""

    width: float
    measure: Measure
    items: list[Item] = field(default_factory=list)

    def wrapped(self, text: str, width: float, size: float, *, weight: str = REGULAR) -> list[str]:
        """The text in lines of at most this width, none between a number and its unit; what is longer stands alone."""
        lines: list[str] = []
        for words in _BREAKS.split(text):
            longer = f"{lines[-1]} {words}" if lines else words
            if lines and self.measure(longer, size, weight) <= width:
                lines[-1] = longer
            else:
                lines.append(words)
        return lines

    def balanced(self, text: str, width: float, size: float, *, weight: str = REGULAR) -> list[str]:
        """The text in as few lines as that, but about equally long."""
        most = len(self.wrapped(text, width, size, weight=weight))
        narrower = (width * share / 20 for share in range(10, 20))
        found = (self.wrapped(text, one, size, weight=weight) for one in narrower)
        return next(
            (lines for lines in found if len(lines) == most), self.wrapped(text, width, size, weight=weight)
        )

    def write(
        self,
        lines: Sequence[str],
        left: float,
        top: float,
        *,
        size: float,
        color: str = INK,
        weight: str = REGULAR,
    ) -> float:
        """Write lines below `top`; returns where they end."""
        for line in lines:
            self.items.append(Words(left, top - ASCENT * size - 1, line, size, color, weight))
            top -= LEADING * size
        return top

    def badge(self, left: float, middle: float, number: int) -> float:
        """The number of a note in a red disc; returns where it ends."""
        self.items.append(Glyph(left + BADGE / 2, middle, "o", BADGE, RED, RED))
        size = BADGE_SIZE if number < 10 else BADGE_SIZE - 1.2
        self.items.append(
            Words(
                left + BADGE / 2,
                middle - MIDDLE * size,
                str(number),
                size,
                "white",
                weight=BOLD,
                align="center",
            )
        )
        return left + BADGE + 1.5

    def stroke(
        self,
        *points: tuple[float, float],
        color: str,
        width: float = 0.8,
        dash: tuple[float, float] | None = None,
    ) -> None:
        """Draw a line."""
        self.items.append(Stroke(points, color, width, dash))
