"""A panel about one period: a bar for each figure, all from zero on one scale."""

from fractions import Fraction

from cnkz_stats.analysis.panels import ASSUMED, Kind, Mark, Panel
from cnkz_stats.views.chart_layout import Axis, Box, axis_from_zero, tick_texts
from cnkz_stats.views.chart_sheet import (
    ASCENT,
    BOLD,
    COLORS,
    DASHES,
    GREY,
    INK,
    MIDDLE,
    RED,
    REGULAR,
    Fill,
    Glyph,
    Sheet,
    Words,
)

ROW, MOST_ROW, TICKS, LABEL, NAME, TICK = 18.0, 22.0, 14.0, 9.0, 7.2, 6.6
_ARROW, _BARS, _NAMES = 16.0, 240.0, 110.0


def rows_height(panel: Panel) -> float:
    """What a panel of one period needs at least."""
    return ROW * len(panel.marks) + TICKS


def draw_rows(panel: Panel, sheet: Sheet, box: Box) -> None:
    """Draw a panel of one period, from the top of the box down."""
    scale = axis_from_zero(end for mark in panel.marks for end in mark.ends)
    row = min((box.top - box.bottom - TICKS) / len(panel.marks), MOST_ROW)
    left = box.left + (_NAMES if len(panel.lines) > 1 else 0.0)
    zero = left + _BARS * scale.at(Fraction(0))
    top = box.top
    for number, line in enumerate(panel.lines):
        name = sheet.wrapped(line.name, _NAMES - 8, NAME)[:2] if len(panel.lines) > 1 else []
        for lower, text in enumerate(name):
            y = top - row / 2 - MIDDLE * NAME + (len(name) / 2 - 0.5 - lower) * NAME * 1.2
            sheet.items.append(Words(box.left, y, text, NAME, INK))
        for mark in line.marks:
            _row(mark, sheet, Box(left, top - row, box.right, top), scale, COLORS[number % len(COLORS)])
            top -= row
    sheet.stroke((zero, top), (zero, box.top - 2), color=GREY)
    for tick, text in zip(scale.ticks, tick_texts(scale, panel.one), strict=True):
        x = left + _BARS * scale.at(tick)
        sheet.stroke((x, top), (x, top - 2.5), color=GREY, width=0.6)
        sheet.items.append(Words(x, top - 3.5 - ASCENT * TICK, text, TICK, GREY, align="center"))
    sheet.stroke((left, top), (left + _BARS, top), color=GREY, width=0.6)


def _row(mark: Mark, sheet: Sheet, box: Box, scale: Axis, color: str) -> None:
    """A solid bar as far as the figure is sure, hollow over what it allows, an arrow into the open; then the figure."""

    def reach(amount: Fraction) -> float:
        return box.left + _BARS * scale.at(amount)

    shown = RED if mark.conflicts else color
    middle, half = box.middle[1], min(7.0, (box.top - box.bottom) * 0.32)
    zero, known = reach(Fraction(0)), sorted(map(reach, mark.ends))
    low, high = mark.range.lo, mark.range.hi
    sure = _sure(mark)
    if sure is not None:
        left, right = sorted((zero, reach(sure)))
        sheet.items.append(Fill(Box(left, middle - half, right, middle + half), shown))
    left = min(zero, *known) if low is None else reach(low)
    right = max(zero, *known) if high is None else reach(high)
    if right - left >= 3:
        edge = INK if sure is not None else shown
        sheet.items.append(Fill(Box(left, middle - half, right, middle + half), None, edge, DASHES))
    if low is None or high is None:
        end, tip = (known[-1], known[-1] + _ARROW) if high is None else (known[0], known[0] - _ARROW)
        sheet.stroke((end, middle), (tip, middle), color=shown, width=1.4)
        sheet.items.append(Glyph(tip, middle, ">" if high is None else "<", 5.5, shown, shown))
        right = max(right, tip + 3)
    _figure(mark, sheet, max(right, zero, *known) + 6, middle)


def _figure(mark: Mark, sheet: Sheet, left: float, middle: float) -> None:
    """The figure behind its bar, with the numbers of its conflicts."""
    weight = REGULAR if mark.kind is Kind.IMPLIED else BOLD
    text = f"{mark.text}{ASSUMED if mark.label.endswith(ASSUMED) else ''}"
    color = RED if mark.conflicts else INK
    sheet.items.append(Words(left, middle - MIDDLE * LABEL, text, LABEL, color, weight))
    left += sheet.measure(text, LABEL, weight) + 3
    for number in mark.conflicts:
        left = sheet.badge(left, middle, number)


def _sure(mark: Mark) -> Fraction | None:
    """How far a bar is solid: to the printed number, of an open or wide range to the end that is nearer to zero."""
    if mark.kind is Kind.IMPLIED:
        return None
    if mark.kind is Kind.PRINTED and mark.value is not None:
        return mark.value
    low, high = mark.range.lo, mark.range.hi
    if low is not None and low > 0:
        return low
    return high if high is not None and high < 0 else None
