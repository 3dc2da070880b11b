"""Writing a result: to a file whole or not at all, or to standard output."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.writing import write_files


def write_file(path: Path, content: bytes) -> None:
    """Replace a file in one step: readers see the old or the new one, never a part. A pipe or a device is written to.

    Raises CnkzError, with the place and the reason, if it cannot be written; nothing is left behind.
    """
    write_files({path: content})


def write_text(text: str, path: Path | None) -> None:
    """To the file, or to standard output where there is none.

    Raises CnkzError if nothing can be written.
    """
    if path is not None:
        write_file(path, text.encode())
        return
    if sys.stdout is None:
        raise CnkzError("standard output: cannot be written: it is closed")
    with standard_output():
        sys.stdout.write(text)
        sys.stdout.flush()


@contextmanager
def standard_output() -> Iterator[None]:
    """Around whatever prints. A reader who closes the pipe has seen enough: that is no error, and ends the block.

    Raises CnkzError if nothing can be written.
    """
    try:
        yield
    except BrokenPipeError:
        discard(sys.stdout)
    except OSError as error:
        discard(sys.stdout)
        raise CnkzError(f"standard output: cannot be written: {error.strerror}") from error


def discard(stream: TextIO) -> None:
    """Leave what is still unwritten to nobody, or Python would complain of it at the end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
