"""What is installed here, and whether it works: the first thing to ask for when something does not."""

import platform
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.remembered import place_of_answers
from cnkz_stats.views.tables import Column, Table

_NEEDED = {
    "typer": "typer",
    "rich": "rich",
    "pandas": "pandas",
    "matplotlib": "matplotlib",
    "z3-solver": "z3",
    "highspy": "highspy",
}
_COLUMNS = (Column("What"), Column("Found", wide=True), Column("Works"))


def installation_table(folder: Path) -> Table:
    """The program, Python, what the program needs, and the data folder, each with `yes` or `NO`."""
    return Table("", _COLUMNS, tuple(_rows(folder)))


def works(table: Table) -> bool:
    """Whether everything does."""
    return all(row[-1] == "yes" for row in table.rows)


def _rows(folder: Path) -> Iterator[tuple[str, str, str]]:
    yield "cnkz-stats", f"{_version('cnkz-stats')} in {Path(__file__).parents[1]}", "yes"
    yield "python", f"{platform.python_version()} in {sys.prefix} on {platform.platform()}", "yes"
    for package, module in _NEEDED.items():
        yield package, *_imported(package, module)
    yield "data", *_read(folder)
    yield "cache", _kept(place_of_answers()), "yes"
    yield (
        "output",
        f"{getattr(sys.stdout, 'encoding', 'none')}, {'a terminal' if sys.stdout is not None and sys.stdout.isatty() else 'no terminal'}",
        "yes",
    )


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "not installed"


def _imported(package: str, module: str) -> tuple[str, str]:
    try:
        import_module(module)
    except Exception as error:  # noqa: BLE001 (whatever a broken installation raises is the answer)
        return f"{_version(package)}: {error}", "NO"
    return _version(package), "yes"


def _kept(place: Path | None) -> str:
    """What is kept of earlier answers; it may be deleted at any time."""
    if place is None:
        return "nothing is kept"
    sizes = [file.stat().st_size for file in place.glob("*.answer")] if place.is_dir() else []
    return f"{len(sizes)} answers, {sum(sizes) / 1e6:.1f} MB in {place}"


def _read(folder: Path) -> tuple[str, str]:
    try:
        read = read_folder(folder)
    except CnkzError as error:
        return f"{folder}: {error}", "NO"
    return f"{len(read.claims)} claims from {len(read.sources)} documents in {folder}", "yes"
