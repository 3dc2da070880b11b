"""What stands below a result: how to read its ranges, words and codes."""

from collections.abc import Iterable, Iterator, Sequence

from cnkz_stats.analysis.growth import GrowthRow
from cnkz_stats.analysis.targets import TARGET
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.views.layout import Line
from cnkz_stats.views.rows import NOMINAL, UNCHECKED

_RANGES = (
    "A range holds every value that the printed figures allow, by their rounding and words such as “nearly”."
)
_BASIS = "Basis: published, from levels that sources print; implied, from other claims."
_TARGET = "Targets: the growth needed from the last year printed; met or missed where that year has come."
_REAL = "Prices of one year, by the index of"
_NOMINAL = f"{NOMINAL.capitalize()}: claimed in prices of the time, not compared."
_ALONE = f"{UNCHECKED.capitalize()}: no other claim speaks of it."
_NO_GROWTH = (
    "No growth to show: that takes figures of two periods, or a growth or a multiple that a source prints."
)


def legend(codes: Iterable[str], folder: Folder, *, also: str = "") -> Iterator[Line]:
    """Lines on ranges, on what `also` says, and on whose books those of the codes are that stand for any."""
    yield Line(f"{_RANGES} {also}".rstrip(), style="dim")
    for code in sorted(set(codes) & folder.authorities.keys()):
        yield Line(f"{code}: {folder.authorities[code].name}", style="dim")


def growth_legend(rows: Sequence[GrowthRow], folder: Folder) -> Iterator[Line]:
    """How to read the tables of growth, or why there are none."""
    if rows:
        basis = f"{_BASIS} {_TARGET}" if any(row.basis == TARGET for row in rows) else _BASIS
        seen = _ALONE if rows[0].real is None else _NOMINAL
        yield from legend({row.quantity.authority for row in rows}, folder, also=f"{basis} {seen}")
        if rows[0].real is not None:
            yield from _index_lines({row.quantity.unit for row in rows}, folder)
    else:
        yield Line(_NO_GROWTH)


def _index_lines(units: set[str], folder: Folder) -> Iterator[Line]:
    """Whose price index it is."""
    for code, name in sorted({(one.code, one.source) for one in folder.deflators if one.code in units}):
        source = folder.sources[name]
        yield Line(f"{code}: {_REAL} {source.publisher}, {source.title}", style="dim")
