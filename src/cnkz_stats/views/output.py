"""Writing a result: to a file whole or not at all, or to standard output."""

import os
import sys
import tempfile
from pathlib import Path

from cnkz_stats.errors import CnkzError


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old or the new one, never a part.

    Raises CnkzError, with the place and the reason, if it cannot be written; nothing is left behind.
    """
    try:
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    except OSError as error:
        raise CnkzError(f"{path}: cannot be written: {error.strerror}") from error
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError as error:
        Path(name).unlink(missing_ok=True)
        raise CnkzError(f"{path}: cannot be written: {error.strerror}") from error


def _mode(path: Path) -> int:
    """The rights of the file replaced, or what a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(text: str, path: Path | None) -> None:
    """To the file, or to standard output where there is none."""
    if path is None:
        sys.stdout.write(text)
    else:
        write_file(path, text.encode())
