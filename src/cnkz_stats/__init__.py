"""Checks published statistics against each other.

`load(folder)` reads a data folder; its methods give the same answers as the commands.
"""

from typing import TYPE_CHECKING

from cnkz_stats.errors import CnkzError, DataError

if TYPE_CHECKING:
    from cnkz_stats.library import Collection, load

__all__ = ["CnkzError", "Collection", "DataError", "load"]


def __getattr__(name: str) -> object:
    """`load` and `Collection`, read when they are asked for, so that one room can be used without the others."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from cnkz_stats import library  # noqa: PLC0415 (the other rooms)

    return getattr(library, name)
