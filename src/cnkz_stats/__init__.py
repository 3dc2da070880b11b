"""Checks published statistics against each other.

`load(folder)` reads a data folder; its methods give the same answers as the commands.
"""

from cnkz_stats.errors import CnkzError, DataError
from cnkz_stats.library import Collection, load

__all__ = ["CnkzError", "Collection", "DataError", "load"]
