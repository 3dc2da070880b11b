"""What a panel with time on it needs from left to right: periods, names at the edges, growth as brackets above."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.analysis.captions import period_text
from cnkz_stats.analysis.panels import GrowthNote, Line, Panel
from cnkz_stats.figures.period import Period
from cnkz_stats.views.chart_layout import Axis, axis, positions, stacked, tick_texts
from cnkz_stats.views.chart_sheet import BADGE, COLORS, LEADING, REGULAR, Sheet

LEAST_PLOT, TICK, NOTE = 120.0, 7.5, 7.2
"""The least height of a plot; sizes of letters."""
MOST_STOREYS = 4
_NAME_WIDTH, _PERIOD_WIDTH, _PAD, _FARTHEST = 92.0, 46.0, 26.0, 190.0
_LABEL_ROOM = 10.0
"""What the label of the highest mark takes above the plot where no bracket stands there."""


@dataclass(frozen=True, slots=True)
class Bracket:
    """A growth note with the ends of its span, the middle of its text, and its storey above the plot."""

    note: GrowthNote
    color: str
    lines: tuple[str, ...]
    start: float
    end: float
    middle: float
    storey: int


class Columns:
    """Where a panel's periods stand between its left and right edge, and what goes with each."""

    def __init__(self, panel: Panel, sheet: Sheet, left: float, right: float) -> None:
        self.panel, self.sheet, self.right = panel, sheet, right
        self.axis = _amounts(panel)
        self.ticks = tick_texts(self.axis, panel.one)
        self.left = left + max(sheet.measure(text, TICK, REGULAR) for text in self.ticks) + 5
        self.names = [sheet.wrapped(line.name, _NAME_WIDTH, NOTE) for line in panel.lines]
        widest = max(sheet.measure(text, NOTE, REGULAR) for name in self.names for text in name)
        self.end = right - (widest + 16 if len(panel.lines) > 1 else 0)
        shares, self.breaks = positions(panel.periods)
        room = min(self.end - self.left - 2 * _PAD, _FARTHEST * (len(shares) - 1))
        first = (self.left + self.end - room) / 2
        self.at = {period: first + room * share for period, share in zip(panel.periods, shares, strict=True)}
        self.periods = self._periods()
        self.brackets, self.unshown = self._brackets()

    @property
    def least_height(self) -> float:
        """What the panel needs: plot or names, brackets, and the names of the periods."""
        names = sum(self.name_height(name) for name in self.names) if len(self.names) > 1 else 0.0
        return max(LEAST_PLOT, names) + self.brackets_height + self.periods_height

    @property
    def periods_height(self) -> float:
        """The height of the names of the periods, with the room between them and what follows."""
        return TICK * LEADING * max(map(len, self.periods.values())) + 8

    @property
    def storey_height(self) -> float:
        """The height of one bracket with its text."""
        return LEADING * NOTE * max((len(bracket.lines) for bracket in self.brackets), default=0) + 8

    @property
    def brackets_height(self) -> float:
        """The height of all brackets."""
        storeys = max((bracket.storey for bracket in self.brackets), default=-1) + 1
        above = LEADING * NOTE + (0 if storeys else _LABEL_ROOM)
        return storeys * self.storey_height + (above if self.unshown else 0)

    def name_height(self, lines: Sequence[str]) -> float:
        """The height of the name of a line."""
        return LEADING * NOTE * len(lines) + 3

    def _periods(self) -> dict[Period, list[str]]:
        """The names of the periods, those of conflicts, the last and the first before others; none touches another."""
        ordered = self.panel.periods
        clash = {mark.period for mark in self.panel.marks if mark.conflicts}
        found: dict[Period, list[str]] = {}
        taken: list[tuple[float, float]] = []
        for period in sorted(
            ordered, key=lambda one: (one not in (ordered[0], ordered[-1]), one not in clash)
        ):
            lines = self.sheet.wrapped(period_text(period), _PERIOD_WIDTH, TICK)
            half = max(self.sheet.measure(line, TICK, REGULAR) for line in lines) / 2 + 2
            left, right = self.at[period] - half, self.at[period] + half
            if all(right <= start or end <= left for start, end in taken):
                taken.append((left, right))
                found[period] = lines
        return found

    def _brackets(self) -> tuple[list[Bracket], int]:
        """The brackets, conflicts before others; and how many find no room in the storeys there are."""
        wanted = [
            (note, COLORS[number % len(COLORS)], tuple(_growth_lines(note, line, number)))
            for number, line in enumerate(self.panel.lines)
            for note in line.growth
        ]
        wanted.sort(key=lambda one: (not one[0].conflicts, self.at[one[0].start], self.at[one[0].end]))
        found = []
        spans: list[tuple[float, float]] = []
        for note, color, lines in wanted:
            start, end = self.at[note.start], self.at[note.end]
            width = max(self.sheet.measure(text, NOTE, REGULAR) for text in lines) + badges_width(
                note.conflicts
            )
            middle = min(max((start + end) / 2, self.left + width / 2), self.right - width / 2)
            spans.append((min(start, middle - width / 2) - 2, max(end, middle + width / 2) + 2))
            found.append((note, color, lines, start, end, middle))
        placed = (Bracket(*one, storey) for one, storey in zip(found, stacked(spans), strict=True))
        shown = [bracket for bracket in placed if bracket.storey < MOST_STOREYS]
        return shown, len(found) - len(shown) + self.panel.growth_left_out


def badges_width(numbers: Sequence[int]) -> float:
    """The width of the numbers of conflicts behind a text."""
    return len(numbers) * (BADGE + 1.5) + 2 if numbers else 0.0


def _growth_lines(note: GrowthNote, line: Line, number: int) -> Iterator[str]:
    """What the text of a bracket says; of which line, unless of the main one."""
    yield f"{f'{line.name}: ' if number else ''}{note.claimed} claimed"
    if note.computed:
        yield f"{note.computed} computed"


def _amounts(panel: Panel) -> Axis:
    """The axis of all that is drawn, with room for the arrows of open ranges."""
    ends = [end for mark in panel.marks for end in mark.ends]
    beyond = [
        mark.height * Fraction(11, 10)
        for mark in panel.marks
        if (mark.range.lo if mark.height < 0 else mark.range.hi) is None
    ]
    return axis([mark.height for mark in panel.marks], [*ends, *beyond])
