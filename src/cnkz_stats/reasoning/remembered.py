"""The audit of a folder that was heard before, kept on disk: an unchanged folder is answered at once.

What is kept is found by all that the answer depends on: every row of the folder with its place, the program's files, the
solvers. It holds no claims, only their ids; whatever cannot be read back whole is heard anew.
"""

import os
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import fields, replace
from hashlib import sha256
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from typing import Any

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder, bundled_folder
from cnkz_stats.ledger.writing import write_files
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Severity

PLACE = "CNKZ_STATS_CACHE"
"""Names the folder to keep answers in; empty for none."""
_MOST = 16
"""How many answers are kept: the last ones."""
_PACKAGE = Path(__file__).parents[1]
_PROGRAM = {".py", ".toml", ".csv"}
_SOLVERS = "highspy", "z3-solver"
_STRANGE = {("fractions", "Fraction"), ("datetime", "date")}


def remembered_audit(
    folder: Folder, *, timeout: float | None = None, progress: Callable[[int, int], None] | None = None
) -> Audit:
    """The same as `audit`, from disk if this folder was heard before. What was not decided in time is not kept."""
    place = _place()
    file = None if place is None else place / f"{_key(folder)}.audit"
    if file is not None:
        with suppress(OSError, pickle.UnpicklingError):
            return _read(file, folder)
    from cnkz_stats.reasoning.audit import audit  # noqa: PLC0415 (the solvers are heavy)

    heard: Audit = audit(folder, timeout=timeout, progress=progress)
    decided = all(finding.severity is not Severity.UNDECIDED for finding in heard.findings)
    if file is not None and decided:
        with suppress(OSError, CnkzError):
            _keep(file, heard, folder)
    return heard


def _place() -> Path | None:
    told = os.environ.get(PLACE)
    if told is not None:
        return Path(told) if told else None
    for name, below in (("XDG_CACHE_HOME", ""), ("LOCALAPPDATA", ""), ("HOME", ".cache")):
        if os.environ.get(name):
            return Path(os.environ[name], below, "cnkz-stats")
    return None


def _key(folder: Folder) -> str:
    """A hash of all that an answer depends on."""
    claims = [(claim.at, tuple(claim.row.items())) for claim in folder.claims]
    known = [(row.at, sorted(row.claims), replace(row, claims=frozenset())) for row in folder.known]
    tables = [
        getattr(folder, one.name) for one in fields(folder) if one.name not in {"path", "claims", "known"}
    ]
    program = [
        (str(path), path.stat().st_mtime_ns)
        for path in (*sorted(_PACKAGE.rglob("*.*")), bundled_folder() / "exchange_rates.csv")
        if path.suffix in _PROGRAM
    ]
    solvers = [version(name) for name in _SOLVERS]
    return sha256(repr((claims, known, tables, program, solvers, sys.version)).encode()).hexdigest()


def _keep(file: Path, heard: Audit, folder: Folder) -> None:
    kept = BytesIO()
    _Pickler(kept, folder).dump(heard)
    file.parent.mkdir(parents=True, exist_ok=True)
    write_files({file: sha256(kept.getvalue()).digest() + kept.getvalue()})
    newest = sorted(file.parent.glob("*.audit"), key=lambda one: one.stat().st_mtime_ns, reverse=True)
    for old in newest[_MOST:]:
        old.unlink()


def _read(file: Path, folder: Folder) -> Audit:
    """Raises OSError if nothing is kept, pickle.UnpicklingError if what is kept is not whole."""
    content = file.read_bytes()
    checksum, kept = content[:32], content[32:]
    if sha256(kept).digest() != checksum:
        raise pickle.UnpicklingError("something else than was written")
    found = _Unpickler(kept, folder).load()
    assert isinstance(found, Audit)
    return found


class _Pickler(pickle.Pickler):
    """The folder's claims are named by their ids; of facts only what they were made of, as their hashes are those of a run."""

    def __init__(self, kept: BytesIO, folder: Folder) -> None:
        super().__init__(kept, protocol=5)
        self._claims = {claim.id: claim for claim in folder.claims}

    def persistent_id(self, one: object) -> str | None:
        return one.id if isinstance(one, Claim) and self._claims.get(one.id) is one else None

    def reducer_override(self, one: object) -> Any:
        if isinstance(one, Fact):
            return Fact, tuple(getattr(one, field.name) for field in fields(one))
        return NotImplemented


class _Unpickler(pickle.Unpickler):
    """Makes the program's own objects only."""

    def __init__(self, kept: bytes, folder: Folder) -> None:
        super().__init__(BytesIO(kept))
        self._claims = {claim.id: claim for claim in folder.claims}

    def persistent_load(self, name: str) -> Claim:
        return self._claims[name]

    def find_class(self, module: str, name: str) -> Any:
        if module.partition(".")[0] != "cnkz_stats" and (module, name) not in _STRANGE:
            raise pickle.UnpicklingError(f"{module}.{name} is not of this program")
        return super().find_class(module, name)
