"""The data folder: every table read, every problem of it told at once."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from os.path import lexists
from pathlib import Path

from cnkz_stats.errors import DataError, Problem
from cnkz_stats.ledger.claim import CLAIM_COLUMNS, Authority, Claim, Identity, Known, Project, Series, Source
from cnkz_stats.ledger.claim_rows import Register, read_claims
from cnkz_stats.ledger.fields import Codes
from cnkz_stats.ledger.package import read_package
from cnkz_stats.ledger.rows import (
    COLUMNS,
    read_authorities,
    read_identities,
    read_known,
    read_projects,
    read_series,
    read_sources,
)
from cnkz_stats.ledger.tables import Table, read_table, read_text
from cnkz_stats.ledger.yearly import Yearly, read_deflators, read_yearly

REQUIRED = ("series.csv", "sources.csv")


@dataclass(frozen=True, slots=True, eq=False)
class Folder:
    """What a data folder holds. Claims and topics stand in the order of file names, then of rows.

    Two folders are the same only if they are one, so that what follows from a folder can be kept.
    """

    path: Path
    topics: tuple[str, ...]
    claims: tuple[Claim, ...]
    sources: Mapping[str, Source]
    series: Mapping[str, Series]
    authorities: Mapping[str, Authority]
    identities: tuple[Identity, ...]
    known: tuple[Known, ...]
    projects: Mapping[str, Project]
    deflators: tuple[Yearly, ...] = ()
    exchange_rates: tuple[Yearly, ...] = ()
    gdp: tuple[Yearly, ...] = ()

    def name(self, series: str, lang: str = "en") -> str:
        """What a series is called in a language: its English name, then its code, where it has none."""
        names = self.series[series].names
        return names.get(lang) or names.get("en") or series


def read_folder(path: Path) -> Folder:
    """Read every table of a folder.

    Raises DataError with every problem of every file.
    """
    names = csv_names(path)
    package, problems = read_package(path)
    tables = {name: _table(path, name, columns) for name, columns in COLUMNS.items()}
    topics = [name for name in names if is_claim_file(path / name, package.get(name, ()))]
    claim_tables = [read_table(path / name, CLAIM_COLUMNS) for name in topics]
    for table in [*tables.values(), *claim_tables]:
        problems += table.problems

    claim_ids = Codes("the id of a claim", "id", *claim_tables)
    identity_ids = Codes("an id of identities.csv", "id", tables["identities.csv"])
    series_codes = Codes("a code of series.csv", "code", tables["series.csv"])
    source_ids = Codes("an id of sources.csv", "id", tables["sources.csv"])
    authority_codes = Codes("a code of authorities.csv", "code", tables["authorities.csv"])

    series = {one.code: one for one in read_series(tables["series.csv"], series_codes, problems)}
    sources = {one.id: one for one in read_sources(tables["sources.csv"], source_ids, problems)}
    authorities = {
        one.code: one for one in read_authorities(tables["authorities.csv"], authority_codes, problems)
    }
    project_ids = Codes("an id of project_register.csv", "id", tables["project_register.csv"])
    known_ids = Codes("the id of a claim or project", "id", *claim_tables, tables["project_register.csv"])
    register = Register(claim_ids, source_ids, series_codes, authority_codes, sources, series)
    folder = Folder(
        path=path,
        topics=tuple(name.removesuffix(".csv") for name in topics),
        claims=tuple(claim for table in claim_tables for claim in read_claims(table, register, problems)),
        sources=sources,
        series=series,
        authorities=authorities,
        identities=tuple(read_identities(tables["identities.csv"], identity_ids, series_codes, problems)),
        known=tuple(read_known(tables["known.csv"], known_ids, problems)),
        projects={
            one.id: one
            for one in read_projects(tables["project_register.csv"], project_ids, source_ids, problems)
        },
        deflators=tuple(read_deflators(tables["deflators.csv"], source_ids, problems)),
        exchange_rates=tuple(read_yearly(tables["exchange_rates.csv"], source_ids, problems)),
        gdp=tuple(read_yearly(tables["gdp.csv"], source_ids, problems)),
    )
    if problems:
        raise DataError(problems)
    return folder


def bundled_folder() -> Path:
    """The folder that comes with the package; in a checkout, the one at its top."""
    package = Path(__file__).parents[1]
    installed = package / "data"
    return installed if installed.is_dir() else package.parents[1] / "data"


@cache
def bundled_rates() -> tuple[Yearly, ...]:
    """The exchange rates that come with the package, for folders that have none."""
    table, sources = (
        _table(bundled_folder(), name, COLUMNS[name]) for name in ("exchange_rates.csv", "sources.csv")
    )
    return tuple(read_yearly(table, Codes("an id of sources.csv", "id", sources), []))


def csv_names(path: Path) -> list[str]:
    """The tables of a folder, sorted. Raises DataError if there is no such folder."""
    try:
        names = [entry.name for entry in path.iterdir()]
    except OSError as error:
        text = f"read nothing, expected a folder with {' and '.join(REQUIRED)}: {error.strerror}"
        raise DataError([Problem(str(path), 0, 0, text)]) from error
    return sorted(name for name in names if name.endswith(".csv") and not name.startswith("."))


def _table(folder: Path, name: str, columns: tuple[str, ...]) -> Table:
    return read_table(folder / name, columns) if name in REQUIRED or lexists(folder / name) else Table(name)


def is_claim_file(path: Path, described: tuple[str, ...]) -> bool:
    """Whether a table holds claims: each that has no other name or, by the package, other columns.

    A wrong package must not hide claims, so the file's own header decides against it.
    """
    if path.name in COLUMNS:
        return False
    return described in ((), CLAIM_COLUMNS) or read_text(path)[0].startswith(",".join(CLAIM_COLUMNS))
