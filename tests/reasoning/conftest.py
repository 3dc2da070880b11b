"""A small data folder, written and read back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from cnkz_stats.ledger.folder import Folder, read_folder


@pytest.fixture
def folder_of(make_folder: Callable[..., Path]) -> Callable[..., Folder]:
    """What `make_folder` writes, read."""
    return lambda **tables: read_folder(make_folder(**tables))
