"""Pictures as PNG, SVG and PDF: the fonts there are, a page drawn with them, the same bytes for the same picture."""

import logging
import re
import sys
from collections.abc import Callable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from contextlib import contextmanager
from dataclasses import fields, replace
from io import BytesIO
from pathlib import Path
from textwrap import shorten
from typing import Any
from unicodedata import category

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties, fontManager, get_font
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Affine2D, Transform

from cnkz_stats.analysis.conflict_notes import ConflictNote, Gap
from cnkz_stats.analysis.disputes import Dispute, Side, dispute
from cnkz_stats.analysis.panels import GrowthNote, Line, Mark, Panel
from cnkz_stats.analysis.pictures import Credit, Picture, picture
from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.heard import heard
from cnkz_stats.views.chart_dispute import dispute_page
from cnkz_stats.views.chart_page import Page, page
from cnkz_stats.views.chart_sheet import BOLD, REGULAR, Fill, Glyph, Item, Stroke, Words
from cnkz_stats.views.output import write_file

DPI, INCH = 200, 72.0
FONT = "DejaVu Sans"
"""Comes with matplotlib; Latin, Cyrillic with the letters of Kazakh, Greek."""
FALLBACKS = (
    *(f"Noto Sans CJK {place}" for place in ("SC", "JP", "TC", "HK", "KR")),
    "Noto Sans SC",
    "Source Han Sans SC",
    "Source Han Sans CN",
    "WenQuanYi Micro Hei",
    "WenQuanYi Zen Hei",
    "Droid Sans Fallback",
    "Microsoft YaHei",
    "SimHei",
    "PingFang SC",
    "Hiragino Sans GB",
    "Heiti TC",
    "Arial Unicode MS",
)
"""Families with Chinese characters, tried in this order where one is installed."""
_PARTS = (Picture, Panel, Line, Mark, GrowthNote, ConflictNote, Dispute, Side, Gap, Credit)
_TOLD = 40
_OPTIONS: Mapping[str, Mapping[str, Any]] = {
    ".png": {"metadata": {"Software": "cnkz-stats"}, "pil_kwargs": {"compress_level": 3}},
    ".svg": {"metadata": {"Creator": "cnkz-stats", "Date": None}},
    ".pdf": {"metadata": {"Creator": "cnkz-stats", "CreationDate": None}},
}
"""How each format is written: without the time; a picture of text is no smaller at higher levels of compression."""


def save_chart(folder: Folder, topic: str, path: Path, *, conflict: str | None = None) -> None:
    """Save the picture of a topic, or of one conflict by its id, as PNG, SVG or PDF by the suffix of the file.

    Raises CnkzError for another suffix, a topic with nothing to draw, a conflict that is none, or a file that cannot be
    written.
    """
    suffix = path.suffix.lower()
    if suffix not in _OPTIONS:
        raise CnkzError(f"{path}: read suffix {path.suffix!r}, expected .png, .svg or .pdf")
    found = heard(folder)
    shown = picture(folder, topic, found) if conflict is None else dispute(folder, conflict, found)
    write_file(path, chart_bytes(shown, suffix))


def chart_bytes(shown: Picture | Dispute, suffix: str) -> bytes:
    """A picture as `.png`, `.svg` or `.pdf`, always the same for the same picture and fonts.

    What no installed font can write is left out, and a line on standard error says so.
    """
    with mpl.rc_context(), _without_hints():
        mpl.rcParams.update(_settings())
        plain = _rewritten(shown, _plain)
        letters = {letter for text in _texts(plain) for letter in text}
        fonts = Fonts.for_letters(letters)
        readable = _readable(plain, fonts.missing(letters))
        lay_out = dispute_page if isinstance(readable, Dispute) else page
        figure = _figure(lay_out(readable, fonts.width), fonts)
        options = _OPTIONS[suffix]
        titled = {**options, "metadata": {**options["metadata"], "Title": readable.title}}
        content = BytesIO()
        figure.savefig(content, format=suffix[1:], dpi=DPI, **titled)
        return content.getvalue()


@contextmanager
def _without_hints() -> Iterator[None]:
    """Keep matplotlib from telling that a fallback font has no bold letters: regular ones will do."""
    log = logging.getLogger("matplotlib.font_manager")
    level = log.level
    log.setLevel(logging.ERROR)
    try:
        yield
    finally:
        log.setLevel(level)


def _settings() -> Any:
    """The settings matplotlib comes with, whatever the user has; text is never markup, and no id in an SVG is random.

    Letters keep their shape: hinting would only help at the resolution of old screens, and takes a third of the time.
    """
    own = {"text.parse_math": False, "text.hinting": "none", "svg.hashsalt": "cnkz-stats"}
    return {name: value for name, value in mpl.rcParamsDefault.items() if "backend" not in name} | own


def _figure(drawn: Page, fonts: "Fonts") -> Figure:
    figure = Figure(figsize=(drawn.width / INCH, drawn.height / INCH), facecolor="white")
    points = Affine2D().translate(0, drawn.height).scale(1 / INCH) + figure.dpi_scale_trans
    for order, item in enumerate(drawn.items):
        artist = _artist(item, fonts, points)
        artist.set_zorder(order)
        figure.add_artist(artist)
    return figure


def _artist(item: Item, fonts: "Fonts", points: Transform) -> Text | Line2D | Rectangle:
    """One item as matplotlib draws it."""
    match item:
        case Words():
            font = fonts.font(item.size, item.weight)
            return Text(
                item.x,
                item.y,
                item.text,
                color=item.color,
                fontproperties=font,
                ha=item.align,
                transform=points,
            )
        case Stroke():
            xs, ys = zip(*item.points, strict=True)
            line = Line2D(xs, ys, color=item.color, linewidth=item.width, transform=points)
            if item.dash is not None:
                line.set_linestyle((0, item.dash))
            return line
        case Fill():
            box, style = item.box, "solid" if item.dash is None else (0, item.dash)
            return Rectangle(
                (box.left, box.bottom),
                box.right - box.left,
                box.top - box.bottom,
                facecolor=item.color or "none",
                edgecolor=item.edge or "none",
                linewidth=0.9,
                linestyle=style,
                transform=points,
            )
        case Glyph():
            return Line2D(
                [item.x],
                [item.y],
                marker=item.shape,
                markersize=item.size,
                markerfacecolor=item.face or "none",
                markeredgecolor=item.color,
                markeredgewidth=1.1,
                linestyle="none",
                transform=points,
            )


class Fonts:
    """The fonts of a picture: families in the order in which letters are looked for, each regular and bold."""

    def __init__(self, families: tuple[str, ...]) -> None:
        self._families = families
        self._faces = {
            weight: [
                get_font(fontManager.findfont(FontProperties(family=family, weight=weight)))
                for family in families
            ]
            for weight in (REGULAR, BOLD)
        }
        self._fonts: dict[tuple[float, str], FontProperties] = {}
        self._advances: dict[tuple[str, str], float] = {}

    @classmethod
    def for_letters(cls, letters: AbstractSet[str]) -> "Fonts":
        """The usual font and, for letters that it lacks, installed ones that have some of them."""
        fonts = cls((FONT,))
        installed = {entry.name for entry in fontManager.ttflist} if fonts.missing(letters) else set()
        for family in FALLBACKS:
            if family in installed:
                wider = cls((*fonts._families, family))
                fonts = min(fonts, wider, key=lambda one: len(one.missing(letters)))
        return fonts

    def missing(self, letters: AbstractSet[str]) -> set[str]:
        """The letters that would show as boxes."""
        return {
            one
            for one in letters
            if not all(any(face.get_char_index(ord(one)) for face in chain) for chain in self._faces.values())
        }

    def font(self, size: float, weight: str) -> FontProperties:
        """The font of a text."""
        if (size, weight) not in self._fonts:
            self._fonts[size, weight] = FontProperties(family=list(self._families), weight=weight, size=size)
        return self._fonts[size, weight]

    def width(self, text: str, size: float, weight: str) -> float:
        """The width of a text in points, letter by letter: kerning only makes it narrower."""
        return sum(self._advance(letter, weight) for letter in text) * size

    def _advance(self, letter: str, weight: str) -> float:
        """The width of a letter in a size of one point."""
        if (letter, weight) not in self._advances:
            chain = self._faces[weight]
            face = next((face for face in chain if face.get_char_index(ord(letter))), chain[0])
            face.set_size(INCH, INCH)
            self._advances[letter, weight] = face.load_char(ord(letter)).linearHoriAdvance / 2**16 / INCH
        return self._advances[letter, weight]


def _readable(shown: Any, missing: AbstractSet[str]) -> Any:
    """The picture without letters that no font has: publishers by the id of the source, else dots; standard error says so."""
    if not missing:
        return shown
    boxes = re.compile(f"[{re.escape(''.join(sorted(missing)))}]+")
    left_out = dict.fromkeys(
        shorten(text, _TOLD, placeholder="…") for text in _texts(shown) if boxes.search(text)
    )
    letters = "".join(sorted(missing)[:_TOLD])
    sys.stderr.write(f"note: no installed font has {letters}, left out: {'; '.join(left_out)}\n")
    credited = tuple(
        replace(one, publisher=one.source) if boxes.search(one.publisher) else one for one in shown.credits
    )
    return _rewritten(replace(shown, credits=credited), lambda text: boxes.sub("…", text))


def _plain(text: str) -> str:
    """Text on one line, without letters that only steer how others are shown."""
    return " ".join("".join(one for one in text if one.isspace() or category(one)[0] != "C").split())


def _texts(part: object) -> Iterator[str]:
    """Every text in a picture, in reading order."""
    if type(part) is str:
        yield part
    for one in _members(part):
        yield from _texts(one)


def _rewritten(part: Any, write: Callable[[str], str]) -> Any:
    """A picture, or a part of one, with every text in it rewritten."""
    if type(part) is str:
        return write(part)
    members = [_rewritten(one, write) for one in _members(part)]
    if type(part) is tuple:
        return tuple(members)
    return type(part)(*members) if members else part


def _members(part: object) -> list[object]:
    """What a tuple or a part of a picture is made of."""
    if type(part) is tuple:
        return list(part)
    return [getattr(part, one.name) for one in fields(part)] if isinstance(part, _PARTS) else []
