"""Helpers for all tests: a small data folder written from short text tables, and what is wrong with a folder."""

import csv
import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cnkz_stats.errors import DataError
from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.rows import COLUMNS

os.environ["CNKZ_STATS_CACHE"] = ""  # every audit of a test is heard, none remembered

SERIES = """
code            unit       kind   symmetric  negative  revision  en
turnover        USD        flow   yes        no        0.5%      Trade turnover
exports         USD        flow   no         no        0.5%      Exports
imports         USD        flow   no         no        0.5%      Imports
balance         USD        flow   no         yes       .         Trade balance
rail_tonnage    t          flow   yes        no        .         Rail freight
agri_turnover   USD        flow   yes        no        .         Agricultural trade
projects_count  projects   stock  no         no        .         Joint projects
"""
AUTHORITIES = """
code  name                            area
GACC  China's customs                 CN
BNS   Kazakhstan's statistics bureau  KZ
KTZ   Kazakhstan's railway            KZ
"""
CLAIM = {"statement": "level", "series": "turnover", "area": "CN", "partner": "KZ", "source": "s1"}
SOURCE = {"publisher": "A paper", "title": "A report", "language": "en"}

Rows = list[dict[str, str]]


@pytest.fixture
def make_folder(tmp_path: Path) -> Callable[..., Path]:
    """Writes a data folder and returns its path.

    Each keyword is a table: `trade`, `rail` or any other topic for claims; `sources`, `series`, `authorities`,
    `identities`, `known`. Its text has a header and rows. Cells stand two or more spaces apart, `.` is an empty cell;
    a header with commas makes it CSV. Bytes are written as they are. A claim's columns that the header leaves out have the values of
    `CLAIM`, its id counts up over all tables (`c1`, `c2`, …); other columns are empty. Sources that claims name exist.

        make_folder(trade='''
            period  figure          authority
            2021    $25.25 billion  GACC
            2022    $31.17 billion  GACC
        ''')
    """

    def make(**tables: str | bytes) -> Path:
        folder = tmp_path / "folder"
        folder.mkdir(exist_ok=True)
        texts = {"series": SERIES, "authorities": AUTHORITIES} | tables
        used, claims = {"s1": None}, 0
        for topic, text in texts.items():
            name = f"{topic}.csv"
            if isinstance(text, bytes):
                (folder / name).write_bytes(text)
            elif name in COLUMNS:
                _write(
                    folder / name,
                    COLUMNS[name],
                    [(SOURCE if topic == "sources" else {}) | row for row in rows_of(text)],
                )
            else:
                rows = [CLAIM | {"id": f"c{claims + i}"} | row for i, row in enumerate(rows_of(text), 1)]
                claims += len(rows)
                used |= dict.fromkeys(row["source"] for row in rows)
                _write(folder / name, CLAIM_COLUMNS, rows)
        if "sources" not in tables:
            _write(
                folder / "sources.csv", COLUMNS["sources.csv"], [SOURCE | {"id": source} for source in used]
            )
        return folder

    return make


@pytest.fixture
def problems_of() -> Callable[[Path], list[str]]:
    """Reads a folder that cannot be used and returns what is wrong with it, a line for each problem."""

    from cnkz_stats.ledger.folder import read_folder

    def read(folder: Path) -> list[str]:
        with pytest.raises(DataError) as raised:
            read_folder(folder)
        return str(raised.value).splitlines()

    return read


def rows_of(text: str) -> Rows:
    """The rows of a text table by column name."""
    lines = [line.strip() for line in text.strip().splitlines()]
    if "," in lines[0]:
        return list(csv.DictReader(lines))
    header, *rows = (re.split(r"\s{2,}", line) for line in lines)
    return [
        {name: "" if cell == "." else cell for name, cell in zip(header, row, strict=True)} for row in rows
    ]


def _write(path: Path, columns: tuple[str, ...], rows: Rows) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)
