"""A panel with time from left to right: ranges at periods, growth as brackets above them, names at the right edge."""

from collections import defaultdict
from fractions import Fraction
from itertools import pairwise
from math import dist

from cnkz_stats.analysis.panels import Kind, Panel
from cnkz_stats.figures.period import Period
from cnkz_stats.views.chart_columns import NOTE, TICK, Bracket, Columns, badges_width
from cnkz_stats.views.chart_layout import FAR, NEAR, Box, along, days, nearest, placed, spread
from cnkz_stats.views.chart_sheet import (
    ASCENT,
    BAND,
    BOLD,
    COLORS,
    DASHES,
    DOTS,
    GREY,
    INK,
    LEADING,
    MIDDLE,
    PALE,
    RED,
    REGULAR,
    SHAPES,
    Fill,
    Glyph,
    Sheet,
    Words,
)
from cnkz_stats.views.chart_spots import MARKER, Spot, spots

LABEL, DETAIL = 8.0, 6.8
MOST_LABELLED, MOST_DETAILED = 24, 10


def timeline_height(panel: Panel, sheet: Sheet, width: float) -> float:
    """What a panel of several periods needs at least."""
    return Columns(panel, sheet, 0.0, width).least_height


def draw_timeline(panel: Panel, sheet: Sheet, box: Box) -> None:
    """Draw a panel of several periods."""
    _Plot(Columns(panel, sheet, box.left, box.right), box).draw()


class _Plot:
    """A panel drawn into a box."""

    def __init__(self, columns: Columns, box: Box) -> None:
        self._columns, self._panel, self._sheet = columns, columns.panel, columns.sheet
        top = box.top - columns.brackets_height - 2
        self._box = Box(columns.left, box.bottom + columns.periods_height, columns.end, top)
        self._spots = list(spots(self._panel, columns.at, self._y, foot=self._box.bottom - 4))
        self._taken = [spot.box for spot in self._spots]
        self._lines: list[Box] = []

    def draw(self) -> None:
        """Everything, from the ground up."""
        self._bands()
        self._grid()
        self._breaks()
        self._period_names()
        for number in range(len(self._panel.lines)):
            self._connect([spot for spot in self._spots if spot.number == number])
        for spot in self._spots:
            self._mark(spot)
        self._labels()
        self._line_names()
        self._brackets()

    def _y(self, amount: Fraction) -> float:
        return self._box.bottom + (self._box.top - self._box.bottom) * self._columns.axis.at(amount)

    def _bands(self) -> None:
        """A grey band behind parts of a year that stand among whole years."""
        periods = self._panel.periods
        places = [self._columns.at[period] for period in periods]
        for number, period in enumerate(periods):
            if 1 < period.months < 12 and any(other.is_year for other in periods):
                beside = [
                    abs(places[other] - places[number])
                    for other in (number - 1, number + 1)
                    if 0 <= other < len(places)
                ]
                half = min(*beside, 40.0) * 0.5
                box = Box(places[number] - half, self._box.bottom, places[number] + half, self._box.top)
                self._sheet.items.append(Fill(box, BAND))

    def _grid(self) -> None:
        columns, sheet = self._columns, self._sheet
        for tick, text in zip(columns.axis.ticks, columns.ticks, strict=True):
            y = self._y(tick)
            base = tick == (columns.axis.low if columns.axis.logarithmic else 0)
            sheet.stroke(
                (columns.left, y), (columns.end, y), color=GREY if base else PALE, width=0.8 if base else 0.5
            )
            sheet.items.append(Words(columns.left - 5, y - MIDDLE * TICK, text, TICK, GREY, align="right"))
        if columns.axis.logarithmic:
            text, y = "logarithmic scale", self._box.top - NOTE
            sheet.items.append(Words(columns.left + 2, y, text, NOTE, GREY))
            right = columns.left + 4 + sheet.measure(text, NOTE, REGULAR)
            self._taken.append(Box(columns.left, y - 2, right, self._box.top))

    def _breaks(self) -> None:
        """Two slanting strokes through the foot of the plot where time is left out."""
        ordered = [self._columns.at[period] for period in self._panel.periods]
        y = self._box.bottom
        for number in self._columns.breaks:
            middle = (ordered[number - 1] + ordered[number]) / 2
            self._sheet.items.append(Fill(Box(middle - 2.5, y - 3, middle + 2.5, y + 3), "white"))
            for x in (middle - 2.5, middle + 2.5):
                self._sheet.stroke((x - 1.5, y - 4), (x + 1.5, y + 4), color=GREY)

    def _period_names(self) -> None:
        for period, lines in self._columns.periods.items():
            for row, text in enumerate(lines):
                y = self._box.bottom - 5 - ASCENT * TICK - row * LEADING * TICK
                self._sheet.items.append(Words(self._columns.at[period], y, text, TICK, INK, align="center"))

    def _connect(self, spots: list[Spot]) -> None:
        """From each mark to the next of the same length of time: dotted over time left out, dashed to what is implied.

        What is open to one side is not connected: nobody says where it stands.
        """
        alike: dict[int, dict[Period, Spot]] = defaultdict(dict)
        for spot in sorted(spots, key=lambda spot: (spot.mark.period, spot.mark.kind is Kind.IMPLIED)):
            if not spot.open:
                alike[spot.mark.period.months].setdefault(spot.mark.period, spot)
        for one, two in (pair for same in alike.values() for pair in pairwise(same.values())):
            ends = [(spot.x, self._y(spot.mark.height)) for spot in (one, two)]
            implied = Kind.IMPLIED in (one.mark.kind, two.mark.kind)
            dash = DOTS if _apart(one.mark.period, two.mark.period) else DASHES if implied else None
            self._sheet.stroke(*ends, color=one.color, width=1.0, dash=dash)
            self._lines += along(*ends)

    def _mark(self, spot: Spot) -> None:
        """The range of a mark; a marker where there is one number, or where the range is too narrow to be seen."""
        mark, x = spot.mark, spot.x
        shown = RED if mark.conflicts else spot.color
        if spot.open:
            self._arrow(spot, shown)
        elif spot.seen and mark.kind is Kind.IMPLIED:
            self._sheet.items.append(Fill(Box(x - 3.5, spot.low, x + 3.5, spot.high), "white", shown, DASHES))
        elif spot.seen:
            dash = DASHES if mark.kind is Kind.HEDGED else None
            self._sheet.stroke((x, spot.low), (x, spot.high), color=shown, width=1.3, dash=dash)
            for end in (spot.low, spot.high):
                self._sheet.stroke((x - 3.5, end), (x + 3.5, end), color=shown, width=1.3)
        if not spot.open and (not spot.seen or mark.value is not None):
            face = "white" if mark.kind is Kind.IMPLIED else spot.color
            y = self._y(mark.height)
            self._sheet.items.append(Glyph(x, y, spot.shape, MARKER, spot.color, face))
            if mark.conflicts:
                self._sheet.items.append(Glyph(x, y, "o", MARKER + 5, RED, None))

    def _arrow(self, spot: Spot, color: str) -> None:
        """From the end that is known into the open."""
        upward = spot.mark.range.hi is None
        known, tip = (spot.low, spot.high) if upward else (spot.high, spot.low)
        self._sheet.stroke((spot.x - 4, known), (spot.x + 4, known), color=color, width=1.4)
        self._sheet.stroke((spot.x, known), (spot.x, tip), color=color, width=1.2)
        self._sheet.items.append(Glyph(spot.x, tip, "^" if upward else "v", 5.0, color, color))

    def _labels(self) -> None:
        """The figure beside each mark; where there are too many, those of conflicts, of ends and of extremes."""
        essential = [spot for spot in self._spots if self._is_essential(spot)]
        rest = [spot for spot in self._spots if spot not in essential]
        detailed = len(self._spots) <= MOST_DETAILED
        for spot in [*essential, *(rest if len(self._spots) <= MOST_LABELLED else [])]:
            shown = detailed and (spot.seen or spot.mark.kind is Kind.IMPLIED)
            self._label(spot, spot.mark.detail if shown else "")

    def _is_essential(self, spot: Spot) -> bool:
        marks = self._panel.lines[spot.number].marks
        heights = [mark.height for mark in marks]
        ends = spot.mark in (marks[0], marks[-1])
        return bool(spot.mark.conflicts) or ends or spot.mark.height in (min(heights), max(heights))

    def _label(self, spot: Spot, detail: str) -> None:
        """Write the label of a mark where it touches nothing, or not at all."""
        mark = spot.mark
        weight = REGULAR if mark.kind is Kind.IMPLIED else BOLD
        first = self._sheet.measure(mark.label, LABEL, weight)
        whole = first + badges_width(mark.conflicts)
        box = placed(
            max(whole, self._sheet.measure(detail, DETAIL, REGULAR)),
            LABEL + (LEADING * DETAIL if detail else 0),
            spot.box,
            distances=(NEAR, FAR) if mark.conflicts or len(self._spots) <= MOST_LABELLED else (NEAR,),
            inside=Box(self._box.left + 1, self._box.bottom + 1, self._columns.end, self._box.top + 4),
            clear=self._taken,
            better=self._lines,
        )
        if box is None:
            return
        self._taken.append(box)
        self._lead(spot.box, box)
        middle, base = box.middle[0], box.top - ASCENT * LABEL
        color = RED if mark.conflicts else GREY if mark.kind is Kind.IMPLIED else INK
        self._sheet.items.append(Words(middle - whole / 2, base, mark.label, LABEL, color, weight))
        left = middle - whole / 2 + first + 2
        for conflict in mark.conflicts:
            left = self._sheet.badge(left, base + MIDDLE * LABEL, conflict)
        if detail:
            y = base - LEADING * DETAIL
            self._sheet.items.append(Words(middle, y, detail, DETAIL, GREY, align="center"))

    def _lead(self, mark: Box, label: Box) -> None:
        """A hair from a label to its mark where they stand apart."""
        start, end = nearest(label.middle, mark), nearest(mark.middle, label)
        if dist(start, end) > FAR - 1:
            self._sheet.stroke(start, end, color=GREY, width=0.4)

    def _line_names(self) -> None:
        """The name of each line at the right edge, as near to the height of its last mark as the others let it."""
        columns, lines = self._columns, self._panel.lines
        if len(lines) < 2:
            return
        ends = [self._y(line.marks[-1].height) if line.marks else self._box.bottom for line in lines]
        heights = [columns.name_height(name) for name in columns.names]
        tops = spread(
            [end + NOTE / 2 for end in ends], heights, low=self._box.bottom, high=self._box.top + NOTE
        )
        places = [top - NOTE / 2 for top in tops]
        for number, (name, y) in enumerate(zip(columns.names, places, strict=True)):
            color = COLORS[number % len(COLORS)]
            self._sheet.items.append(
                Glyph(columns.end + 9, y, SHAPES[number % len(SHAPES)], 5.0, color, color)
            )
            for row, text in enumerate(name):
                below = y - MIDDLE * NOTE - row * LEADING * NOTE
                self._sheet.items.append(Words(columns.end + 16, below, text, NOTE, INK))

    def _brackets(self) -> None:
        columns = self._columns
        for bracket in columns.brackets:
            self._bracket(bracket)
        if columns.unshown:
            text = f"{columns.unshown} more growth claims are listed by: cnkz-stats growth"
            y = self._box.top + columns.brackets_height - NOTE
            self._sheet.items.append(Words(columns.right, y, text, NOTE, GREY, align="right"))

    def _bracket(self, bracket: Bracket) -> None:
        sheet, conflicts = self._sheet, bracket.note.conflicts
        y = self._box.top + 8 + bracket.storey * self._columns.storey_height
        points = ((bracket.start, y - 3), (bracket.start, y), (bracket.end, y), (bracket.end, y - 3))
        sheet.stroke(*points, color=RED if conflicts else bracket.color, width=0.9)
        for row, text in enumerate(reversed(bracket.lines), start=1):
            base = y + 3 + (row - 1) * LEADING * NOTE
            numbers = conflicts if row == len(bracket.lines) else ()
            width = sheet.measure(text, NOTE, REGULAR)
            left = bracket.middle - (width + badges_width(numbers)) / 2
            sheet.items.append(Words(left, base, text, NOTE, RED if conflicts else INK))
            left += width + 2
            for number in numbers:
                left = sheet.badge(left, base + MIDDLE * NOTE, number)


def _apart(one: Period, two: Period) -> bool:
    """Whether more time lies between the ends of two periods than they last; what is counted on a day lasts a year."""
    return (two.last - one.last).days > 1.5 * (days(one) if days(one) > 1 else 366)
