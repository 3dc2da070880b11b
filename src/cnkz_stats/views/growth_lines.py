"""Growth for people: a table for each series, then how to read it."""

from collections.abc import Iterator, Sequence

from cnkz_stats.analysis.growth import GrowthRow
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.views.layout import Line
from cnkz_stats.views.legend import legend
from cnkz_stats.views.rows import UNCHECKED, growth_tables
from cnkz_stats.views.terminal import Block

_NONE = (
    "No growth to show: that takes figures of two periods, or a growth or a multiple that a source prints."
)
_BASIS = "Basis: published, from levels that sources print; implied, from other claims."
_ALONE = f"{UNCHECKED.capitalize()}: no other claim speaks of it."


def growth_blocks(rows: Sequence[GrowthRow], folder: Folder) -> Iterator[Block]:
    """The tables of growth, and how to read them."""
    if not rows:
        yield Line(_NONE)
        return
    yield from growth_tables(rows, folder)
    yield from legend((row.quantity.authority for row in rows), folder, also=f"{_BASIS} {_ALONE}")
