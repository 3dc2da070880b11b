"""The page of a picture: title on top, panels one below the other, notes on conflicts, caption with sources."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.analysis.captions import period_text
from cnkz_stats.analysis.conflict_notes import ConflictNote, Gap
from cnkz_stats.analysis.panels import Panel
from cnkz_stats.analysis.pictures import Credit, Picture
from cnkz_stats.analysis.topic_panels import MOST_NOTES
from cnkz_stats.views.chart_layout import Box
from cnkz_stats.views.chart_rows import draw_rows, rows_height
from cnkz_stats.views.chart_sheet import (
    ASCENT,
    BADGE,
    BOLD,
    GREY,
    INK,
    LEADING,
    RED,
    REGULAR,
    Fill,
    Item,
    Measure,
    Sheet,
    Words,
)
from cnkz_stats.views.chart_timeline import draw_timeline, timeline_height

WIDTH, HEIGHT, MARGIN = 518.4, 345.6, 16.0
"""7.2 by 4.8 inches, higher where the content needs it."""
INNER = WIDTH - 2 * MARGIN
TITLE, SUBTITLE, HEADING, NOTE, CAPTION = 11.5, 8.5, 8.5, 7.2, 6.6
MOST_SPARE = 14.0
MOST_CREDITS = 24
GAP_WIDTH, _GAP_BARS = 236.0, 72.0


@dataclass(frozen=True, slots=True)
class Page:
    """Everything to be drawn, on a sheet that reaches from 0 at its top down to `-height`; in points."""

    width: float
    height: float
    items: tuple[Item, ...]


def page(picture: Picture, measure: Measure) -> Page:
    """Lay a picture out."""
    sheet = Sheet(WIDTH, measure)
    top = _head(picture, sheet)
    foot = -_foot(picture, Sheet(WIDTH, measure), 0.0)
    alone = len(picture.panels) == 1
    least = [_least_height(panel, sheet, alone=alone) for panel in picture.panels]
    spare = max(0.0, HEIGHT + top - foot - sum(least)) / len(least)
    for panel, needed in zip(picture.panels, least, strict=True):
        bottom = top - needed - (spare if len(panel.periods) > 1 else min(spare, MOST_SPARE))
        _panel(panel, sheet, top, bottom, alone=alone)
        top = bottom
    bottom = _foot(picture, sheet, top)
    return Page(WIDTH, -bottom, tuple(sheet.items))


def _head(picture: Picture, sheet: Sheet) -> float:
    title = sheet.balanced(picture.title, INNER, TITLE, weight=BOLD)
    top = sheet.write(title, MARGIN, 4 - MARGIN, size=TITLE, weight=BOLD)
    subtitle = sheet.wrapped(picture.subtitle, INNER, SUBTITLE) if picture.subtitle else []
    return sheet.write(subtitle, MARGIN, top - 1, size=SUBTITLE, color=GREY) - 4


def _least_height(panel: Panel, sheet: Sheet, *, alone: bool) -> float:
    needed = timeline_height(panel, sheet, INNER) if len(panel.periods) > 1 else rows_height(panel)
    return needed if alone else needed - _heading(panel, Sheet(WIDTH, sheet.measure), 0.0)


def _panel(panel: Panel, sheet: Sheet, top: float, bottom: float, *, alone: bool) -> None:
    draw = draw_timeline if len(panel.periods) > 1 else draw_rows
    draw(panel, sheet, Box(MARGIN, bottom, WIDTH - MARGIN, top if alone else _heading(panel, sheet, top)))


def _heading(panel: Panel, sheet: Sheet, top: float) -> float:
    """The name of a panel, and what it is about beside it or, where that is too long, below."""
    common = panel.unit if len(panel.periods) > 1 else period_text(panel.periods[0])
    about = ", ".join(filter(None, (panel.pair, common, panel.about)))
    name = sheet.wrapped(panel.heading, INNER, HEADING, weight=BOLD)
    below = sheet.write(name, MARGIN, top, size=HEADING, weight=BOLD)
    after = sheet.measure(name[-1], HEADING, BOLD) + 6
    if after + sheet.measure(about, NOTE, REGULAR) <= INNER:
        sheet.items.append(Words(MARGIN + after, below + (LEADING - ASCENT) * HEADING - 1, about, NOTE, GREY))
    else:
        below = sheet.write(sheet.wrapped(about, INNER, NOTE), MARGIN, below, size=NOTE, color=GREY)
    return below - 4


def _foot(picture: Picture, sheet: Sheet, top: float) -> float:
    """Notes and caption below `top`; returns where the page ends."""
    top -= 4
    for note in picture.conflicts[:MOST_NOTES]:
        top = _conflict(note, sheet, top) - 3
    if len(picture.conflicts) > MOST_NOTES:
        more = f"{len(picture.conflicts) - MOST_NOTES} more conflicts are listed by: cnkz-stats check"
        top = sheet.write([more], MARGIN, top, size=NOTE, color=RED) - 3
    for text in (*picture.notes, sources_text(picture.credits)):
        top = sheet.write(sheet.wrapped(text, INNER, CAPTION), MARGIN, top, size=CAPTION, color=GREY)
    return top - MARGIN + 6


def sources_text(credited: Sequence[Credit]) -> str:
    """Who published what is drawn, and when."""
    named = list(dict.fromkeys(", ".join(filter(None, (one.publisher, one.published))) for one in credited))
    rest = [f"and {len(named) - MOST_CREDITS} more"] if len(named) > MOST_CREDITS else []
    return f"Sources: {'; '.join([*named[:MOST_CREDITS], *rest])}."


def _conflict(note: ConflictNote, sheet: Sheet, top: float) -> float:
    left = MARGIN + BADGE + 4
    room = WIDTH - MARGIN - left - (GAP_WIDTH + 12 if note.gap else 0)
    bottom = sheet.write(sheet.wrapped(note.text, room, NOTE), left, top, size=NOTE)
    sheet.badge(MARGIN, top - NOTE * 0.62, note.number)
    if note.gap is None:
        return bottom
    return min(bottom, draw_gap(note.gap, sheet, WIDTH - MARGIN - GAP_WIDTH, top))


def draw_gap(gap: Gap, sheet: Sheet, left: float, top: float) -> float:
    """Both ranges as bars on one scale, magnified until the room between them shows."""
    ends = [end for bounds in (gap.printed, gap.implied) for end in (bounds.lo, bounds.hi) if end is not None]
    low, high = min(ends), max(ends)
    for text, bounds, color in (
        (f"{gap.printed_text} printed", gap.printed, RED),
        (f"{gap.implied_text} implied", gap.implied, None),
    ):
        start, end = (
            _share(end, low, high, default) for end, default in ((bounds.lo, 0.0), (bounds.hi, 1.0))
        )
        bar = Box(left + start * _GAP_BARS, top - 8, left + end * _GAP_BARS, top - 2)
        if bar.right - bar.left < 1.5:
            bar = Box(bar.left - 0.75, bar.bottom, bar.left + 0.75, bar.top)
        sheet.items.append(Fill(bar, color, RED if color is None else color))
        sheet.items.append(Words(left + _GAP_BARS + 8, top - 7.6, text, CAPTION, INK))
        top -= 11
    return top


def _share(end: Fraction | None, low: Fraction, high: Fraction, default: float) -> float:
    return default if end is None else float((end - low) / (high - low)) if high > low else 0.5
