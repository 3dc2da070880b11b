"""The canonical form of a data folder: one way to write its tables, so that a diff shows what was said anew.

Comma, line feed, quotes only around cells that need them, no byte order mark, no empty rows, no spaces around cells, the
columns in their order. Claims, identities and known discrepancies stay in the order somebody gave them; sources, series
and authorities, which are looked up, stand in the order of their codes.
"""

from collections.abc import Mapping
from pathlib import Path

from cnkz_stats.errors import DataError, Problem
from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import REQUIRED, csv_names, is_claim_file
from cnkz_stats.ledger.package import read_package
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.ledger.tables import read_table, read_text, tokenize
from cnkz_stats.ledger.writing import csv_line

LOOKED_UP = ("sources.csv", "series.csv", "authorities.csv")


def canonical_tables(folder: Path) -> Mapping[Path, bytes]:
    """What each table of a folder is in canonical form, by its path. Tables that are described as something else are left out.

    Only the form is read: what the cells say may be wrong. Raises DataError with every place where the form cannot be read.
    """
    package, problems = read_package(folder)
    names = csv_names(folder)
    claims = (name for name in names if is_claim_file(folder / name, package.get(name, ())))
    columns: dict[str, tuple[str, ...]] = dict.fromkeys(claims, CLAIM_COLUMNS)
    columns |= {name: of for name, of in COLUMNS.items() if name in names or name in REQUIRED}
    tables = {folder / name: _canonical(folder / name, columns[name], problems) for name in sorted(columns)}
    if problems:
        raise DataError(problems)
    return tables


def differing(tables: Mapping[Path, bytes]) -> Mapping[Path, bytes]:
    """Those tables that are not in canonical form."""
    return {path: content for path, content in tables.items() if path.read_bytes() != content}


def _canonical(path: Path, columns: tuple[str, ...], problems: list[Problem]) -> bytes:
    header = _first_row(path)
    if sorted(name.strip() for name in header) != sorted(columns):
        header = columns
    table = read_table(path, header)
    problems += table.problems
    names = {name.strip(): name for name in header}
    rows = ([row[names[column]].text.strip() for column in columns] for row in table.rows)
    said = [row for row in rows if any(row)]
    if path.name in LOOKED_UP:
        said.sort(key=lambda row: row[0])
    return "".join(map(csv_line, [columns, *said])).encode()


def _first_row(path: Path) -> tuple[str, ...]:
    row = next(tokenize(read_text(path)[0]), ([], []))
    return tuple(cell.text for cell in row[0])
