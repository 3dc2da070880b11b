"""Writing files: each replaced in one step, several of them all or none."""

import errno
import os
import re
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from cnkz_stats.errors import CnkzError

_NEEDS_QUOTES = re.compile('[,"\r\n]')


def csv_line(cells: Iterable[str]) -> str:
    r"""A row of comma-separated values with its line end; quotes only where a cell needs them.

    >>> csv_line(["a", "b, c", 'd "e" f', ""])
    'a,"b, c","d ""e"" f",\n'
    """
    return ",".join(map(_cell, cells)) + "\n"


def _cell(text: str) -> str:
    return '"' + text.replace('"', '""') + '"' if _NEEDS_QUOTES.search(text) else text


def append_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Add rows at the end of a table, or begin it. What stands there stays as it is, to the byte.

    Raises CnkzError, with the place and the reason, if it cannot be written.
    """
    write_files({path: with_rows(path, columns, rows)})


def with_rows(path: Path, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """What a table is with rows added at its end, or begun with them. What stands there stays as it is, to the byte.

    Raises CnkzError, with the place and the reason, if it cannot be read.
    """
    try:
        old = path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise _unwritable(path, error) from error
    if not old:
        old = csv_line(columns).encode()
    elif not old.endswith((b"\n", b"\r")):
        old += b"\n"
    return old + "".join(map(csv_line, rows)).encode()


def write_files(contents: Mapping[Path, bytes]) -> None:
    """Create or replace files: readers see the old or the new one, never a part. A pipe or a device is written to.

    First every file is written beside its place, then each is moved there. Raises CnkzError, with the place and the
    reason, if one cannot be written; nothing is changed then and nothing left behind.
    """
    staged: dict[Path, Path] = {}
    at = Path()
    try:
        for at, content in contents.items():
            if at.exists() and not at.is_file() and not at.is_dir():
                at.write_bytes(content)
            else:
                target = at.resolve()
                staged[target] = _beside(target, content)
        for at, new in staged.items():
            new.replace(at)
    except OSError as error:
        raise _unwritable(at, error) from error
    finally:
        for new in staged.values():
            new.unlink(missing_ok=True)


def _unwritable(path: Path, error: OSError) -> CnkzError:
    return CnkzError(f"{path}: cannot be written: {error.strerror}")


def _beside(path: Path, content: bytes) -> Path:
    """A new file in the same directory, with the rights the one at the path has or would get."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    new = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        new.chmod(_mode(path))
    except BaseException:
        new.unlink(missing_ok=True)
        raise
    return new


def _mode(path: Path) -> int:
    if path.exists():
        return path.stat().st_mode & 0o777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask
