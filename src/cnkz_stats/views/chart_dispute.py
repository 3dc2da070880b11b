"""The page of one conflict: a row for each figure with its gap, then the causes, the proof and the sources."""

from cnkz_stats.analysis.disputes import Dispute, Side
from cnkz_stats.views.chart_layout import Box
from cnkz_stats.views.chart_page import (
    CAPTION,
    GAP_WIDTH,
    INNER,
    MARGIN,
    NOTE,
    SUBTITLE,
    TITLE,
    WIDTH,
    Page,
    draw_gap,
    sources_text,
)
from cnkz_stats.views.chart_sheet import BOLD, GREY, INK, PALE, RED, REGULAR, Fill, Measure, Sheet

FIGURE, CAUSE, ROOM, BETWEEN = 10.5, 8.0, 12.0, 9.0
KEY = "Filled: what a figure allows by its rounding and wording. Hollow: what the others of this conflict leave of it."


def dispute_page(dispute: Dispute, measure: Measure) -> Page:
    """Lay a conflict out."""
    sheet = Sheet(WIDTH, measure)
    title = sheet.balanced(dispute.title, INNER, TITLE, weight=BOLD)
    top = sheet.write(title, MARGIN, 4 - MARGIN, size=TITLE, weight=BOLD)
    if dispute.subtitle:
        top = sheet.write(
            sheet.wrapped(dispute.subtitle, INNER, SUBTITLE), MARGIN, top - 1, size=SUBTITLE, color=GREY
        )
    top -= BETWEEN
    for side in dispute.sides:
        top = _side(side, sheet, top) - BETWEEN
    for number, text in enumerate(dispute.causes):
        weight, color = (REGULAR, GREY) if number else (BOLD, INK)
        lines = sheet.wrapped(text, INNER, CAUSE, weight=weight)
        top = sheet.write(lines, MARGIN, top, size=CAUSE, color=color, weight=weight)
    top -= BETWEEN
    top = sheet.write(["Proof, step by step"], MARGIN, top, size=NOTE, weight=BOLD)
    for number, text in enumerate(dispute.proof, 1):
        top = sheet.write(sheet.wrapped(f"{number}. {text}", INNER, NOTE), MARGIN, top, size=NOTE) - 1
    top -= 4
    for text in (KEY, sources_text(dispute.credits)):
        top = sheet.write(sheet.wrapped(text, INNER, CAPTION), MARGIN, top, size=CAPTION, color=GREY)
    return Page(WIDTH, MARGIN - 6 - top, tuple(sheet.items))


def _side(side: Side, sheet: Sheet, top: float) -> float:
    """A figure with what it is about and who prints it on the left, its gap on the right; a line of red beside it."""
    left = MARGIN + ROOM - 4
    room = INNER - GAP_WIDTH - 2 * ROOM
    bottom = sheet.write(
        sheet.wrapped(side.figure, room, FIGURE, weight=BOLD), left, top, size=FIGURE, weight=BOLD
    )
    bottom = sheet.write(sheet.wrapped(side.about, room, NOTE), left, bottom, size=NOTE)
    bottom = sheet.write(sheet.wrapped(side.sources, room, NOTE), left, bottom, size=NOTE, color=GREY)
    if side.gap is not None:
        bottom = min(bottom, draw_gap(side.gap, sheet, WIDTH - MARGIN - GAP_WIDTH, top - 3))
    sheet.items.append(Fill(Box(MARGIN, bottom, MARGIN + 2, top), RED if side.gap is not None else PALE))
    return bottom
