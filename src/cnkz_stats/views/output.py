"""Writing a result: to a file whole or not at all, or to standard output."""

import os
import sys
from pathlib import Path

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.writing import write_files


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old or the new one, never a part. A pipe or a device is written to.

    Raises CnkzError, with the place and the reason, if it cannot be written; nothing is left behind.
    """
    write_files({path: content})


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
