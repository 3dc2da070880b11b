"""Answers that were worked out before, kept on disk until what they depend on changes.

An answer is found by the question, which names all that it depends on beside the program's own files and the solvers.
Whatever cannot be read back whole is worked out anew.
"""

import os
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import fields, replace
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any, TypeVar, cast

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder, bundled_folder, csv_names, read_folder
from cnkz_stats.ledger.package import PACKAGE
from cnkz_stats.ledger.writing import write_files

T = TypeVar("T")
PLACE = "CNKZ_STATS_CACHE"
"""Names the folder to keep answers in; empty for none."""
_MOST = 64
"""How many answers are kept: the last ones."""
_LARGEST = 1 << 26
"""How many bytes an answer may have that is kept."""
_PACKAGE = Path(__file__).parents[1]
_PROGRAM = {".py", ".toml", ".csv"}
_SOLVERS = "highspy", "z3-solver"
_STRANGE = {
    ("fractions", "Fraction"),
    ("datetime", "date"),
    ("pathlib", "PosixPath"),
    ("pathlib", "WindowsPath"),
}


def remembered_folder(path: Path) -> Folder:
    """The same as `read_folder`, from disk if files with these bytes were read before.

    Raises DataError with every problem of every file.
    """

    def content() -> tuple[object, ...]:
        files = [path / name for name in (*csv_names(path), PACKAGE)]
        return str(path), [
            (file.name, sha256(file.read_bytes()).digest()) for file in files if file.is_file()
        ]

    try:
        before = content()
    except OSError:
        return read_folder(path)
    return _remembered(before, lambda: read_folder(path), keeps=lambda _: content() == before)


def remembered(
    folder: Folder, question: tuple[object, ...], work: Callable[[], T], *, keeps: Callable[[T], bool] = bool
) -> T:
    """What `work` answers to a question about a folder, from disk if it was asked before; only what `keeps` says is kept."""
    claims = [(claim.at, tuple(claim.row.items())) for claim in folder.claims]
    known = [(row.at, sorted(row.claims), replace(row, claims=frozenset())) for row in folder.known]
    tables = [
        getattr(folder, one.name) for one in fields(folder) if one.name not in {"path", "claims", "known"}
    ]
    return _remembered((*question, claims, known, tables), work, keeps=keeps, claims=folder.claims)


def _remembered(
    question: tuple[object, ...],
    work: Callable[[], T],
    *,
    keeps: Callable[[T], bool],
    claims: Iterable[Claim] = (),
) -> T:
    place = place_of_answers()
    if place is None:
        return work()
    file = place / f"{sha256(repr((question, _program())).encode()).hexdigest()}.answer"
    named = {claim.id: claim for claim in claims}
    with suppress(OSError, pickle.UnpicklingError):
        return cast("T", _read(file, named))
    answer = work()
    with suppress(OSError, CnkzError):
        if keeps(answer):
            _keep(file, answer, named)
    return answer


def place_of_answers() -> Path | None:
    """The folder that answers are kept in; `None` if none are."""
    told = os.environ.get(PLACE)
    if told is not None:
        return Path(told) if told else None
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        if os.environ.get(name):
            return Path(os.environ[name], below, "cnkz-stats")
    return None


def _program() -> tuple[object, ...]:
    """What the program is that answers."""
    files = (*sorted(_PACKAGE.rglob("*.*")), bundled_folder() / "exchange_rates.csv")
    changed = [(str(file), file.stat().st_mtime_ns) for file in files if file.suffix in _PROGRAM]
    return changed, [version(name) for name in _SOLVERS], sys.version


def _keep(file: Path, answer: object, named: dict[str, Claim]) -> None:
    kept = BytesIO()
    _Pickler(kept, named).dump(answer)
    if len(kept.getvalue()) > _LARGEST:
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    write_files({file: sha256(kept.getvalue()).digest() + kept.getvalue()})
    newest = sorted(file.parent.glob("*.answer"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in newest[_MOST:]:
        old.unlink()


def _read(file: Path, named: dict[str, Claim]) -> object:
    """Raises OSError if nothing is kept, pickle.UnpicklingError if what is kept is not whole."""
    content = file.read_bytes()
    checksum, kept = content[:32], content[32:]
    if sha256(kept).digest() != checksum:
        raise pickle.UnpicklingError("something else than was written")
    return _Unpickler(kept, named).load()


class _Pickler(pickle.Pickler):
    """Claims of the folder that is asked about are not written but named."""

    def __init__(self, kept: BytesIO, named: dict[str, Claim]) -> None:
        super().__init__(kept, protocol=5)
        self._named = named

    def persistent_id(self, one: object) -> str | None:
        return one.id if isinstance(one, Claim) and self._named.get(one.id) is one else None


class _Unpickler(pickle.Unpickler):
    """Makes the program's own objects only."""

    def __init__(self, kept: bytes, named: dict[str, Claim]) -> None:
        super().__init__(BytesIO(kept))
        self._named = named

    def persistent_load(self, name: str) -> Claim:
        return self._named[name]

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] != "cnkz_stats" and (module, name) not in _STRANGE:
            raise pickle.UnpicklingError(f"{module}.{name} is not of this program")
        return super().find_class(module, name)
