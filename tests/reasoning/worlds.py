"""Worlds whose true figures are known: printed by a rounding rule, with or without a lie, and written as data folders."""

import csv
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import floor, log10
from pathlib import Path
from random import Random

from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import Folder, read_folder
from cnkz_stats.ledger.rows import COLUMNS
from conftest import AUTHORITIES, SERIES, rows_of

Rule = Callable[[Fraction], int]
HALF = Fraction(1, 2)
RULES: Mapping[str, Rule] = {
    "half-up": lambda size: floor(size + HALF),
    "half-even": round,
    "truncation": floor,
    "ceiling": lambda size: -floor(-size),
}
"""From the size of a number in units of its last digit to the digits printed; a sign is printed apart."""

SCALES = {10**9: "billion", 10**6: "million", 10**3: "thousand"}
Row = dict[str, str]


@dataclass(frozen=True)
class World:
    """Claims as rows of a claim file, the identities that hold, and the claims that are lies."""

    claims: tuple[Row, ...]
    identities: tuple[Row, ...] = ()
    lies: frozenset[str] = frozenset()

    def write(self, path: Path, *, files: Sequence[str] = ("trade",)) -> Path:
        """A data folder with the claims dealt out to files in turn."""
        path.mkdir(exist_ok=True)
        _write(path / "series.csv", COLUMNS["series.csv"], rows_of(SERIES))
        _write(path / "authorities.csv", COLUMNS["authorities.csv"], rows_of(AUTHORITIES))
        _write(path / "identities.csv", COLUMNS["identities.csv"], self.identities)
        sources = sorted({claim["source"] for claim in self.claims})
        titled = [{"id": one, "publisher": one, "title": one, "language": "en"} for one in sources]
        _write(path / "sources.csv", COLUMNS["sources.csv"], titled)
        for index, name in enumerate(files):
            _write(path / f"{name}.csv", CLAIM_COLUMNS, self.claims[index :: len(files)])
        return path

    def folder(self, path: Path) -> Folder:
        """The folder, written and read back."""
        return read_folder(self.write(path))

    def without(self, ids: Iterable[str]) -> "World":
        """The world with some claims left unsaid."""
        gone = frozenset(ids)
        return replace(self, claims=tuple(claim for claim in self.claims if claim["id"] not in gone))


def _write(path: Path, columns: tuple[str, ...], rows: Iterable[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        table = csv.DictWriter(file, columns, restval="", lineterminator="\n")
        table.writeheader()
        table.writerows(rows)


@dataclass(frozen=True)
class Press:
    """Prints numbers by a rounding rule, to as many digits as chance has it."""

    random: Random
    rule: Rule
    fewest: int = 1
    most: int = 5

    def digits(self, size: Fraction) -> str:
        """Some significant digits of a number that is not negative, all digits before the mark at least."""
        wanted = self.random.randint(self.fewest, self.most)
        places = max(0, wanted - 1 - floor(log10(size))) if size else 1
        return in_places(size, places, self.rule)

    def amount(self, value: Fraction) -> str:
        """`$25.25 billion`, `-$930 million`."""
        scale = self.random.choice([size for size in SCALES if size <= 100 * abs(value)] or [1])
        text = " ".join(filter(None, (f"${self.digits(abs(value) / scale)}", SCALES.get(scale, ""))))
        return f"-{text}" if value < 0 else text

    def percent(self, rate: Fraction) -> str:
        """`21.3 percent`."""
        return f"{in_places(abs(rate) * 100, self.random.randint(0, 3), self.rule)} percent"

    def growth(self, rate: Fraction) -> str:
        """`up 23.6 percent`, `down 4 percent`."""
        return f"{'down' if rate < 0 else 'up'} {self.percent(rate)}"

    def average(self, rate: Fraction) -> str:
        """`up 7.3 percent a year on average`."""
        return f"{self.growth(rate)} a year on average"

    def change(self, difference: Fraction) -> str:
        """`up $1.2 billion`."""
        return f"{'down' if difference < 0 else 'up'} {self.amount(abs(difference))}"

    def multiple(self, ratio: Fraction) -> str:
        """`3.4 times as much`."""
        return f"{in_places(ratio, self.random.randint(0, 2), self.rule)} times as much"


def in_places(size: Fraction, places: int, rule: Rule) -> str:
    """A number that is not negative, to so many decimals."""
    digits = str(rule(size * 10**places)).rjust(places + 1, "0")
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits


def root(number: Fraction, degree: int) -> Fraction:
    """The n-th root of a positive number, cut off after 30 decimals: none of these is ever printed."""
    unit = 10**30
    scaled = number * unit**degree
    low, high = 0, unit * (floor(number) + 2)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (middle, high) if Fraction(middle) ** degree <= scaled else (low, middle)
    return Fraction(low, unit)
