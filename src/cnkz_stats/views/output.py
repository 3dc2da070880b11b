"""Writing a result: to a file whole or not at all, or to standard output."""

import errno
import os
import sys
import tempfile
from pathlib import Path

from cnkz_stats.errors import CnkzError


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old or the new one, never a part. A pipe or a device is written to.

    Raises CnkzError, with the place and the reason, if it cannot be written; nothing is left behind.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(content)
        else:
            _replace(path.resolve(), content)
    except OSError as error:
        raise CnkzError(f"{path}: cannot be written: {error.strerror}") from error


def _replace(path: Path, content: bytes) -> None:
    """By a new file beside it; a link goes on pointing where it did."""
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(name).chmod(_mode(path))
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise


def _mode(path: Path) -> int:
    """The rights of the file replaced, or what a new file gets."""
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def write_text(text: str, path: Path | None) -> None:
    """To the file, or to standard output where there is none.

    A reader who closes the pipe has seen enough: that is no error. Raises CnkzError if nothing can be written.
    """
    if path is not None:
        write_file(path, text.encode())
        return
    if sys.stdout is None:
        raise CnkzError("standard output: cannot be written: it is closed")
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        _discard()
    except OSError as error:
        _discard()
        raise CnkzError(f"standard output: cannot be written: {error.strerror}") from error


def _discard() -> None:
    """Leave what is still unwritten to nobody, or Python would complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
