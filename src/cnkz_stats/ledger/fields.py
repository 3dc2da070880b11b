"""Cells into values: every column's form in one place, and a row that keeps what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from fractions import Fraction
from functools import lru_cache
from typing import TypeVar

from cnkz_stats.errors import Problem
from cnkz_stats.figures.period import Period, last_day
from cnkz_stats.ledger.statement import WORLD
from cnkz_stats.ledger.tables import Cell, Table, shown

T = TypeVar("T")
D = TypeVar("D")
Parse = Callable[[str], T]

_IDENTIFIER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")
_SERIES_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_]*")
_AREA = re.compile(rf"[A-Z]{{2}}(-[A-Z0-9]{{1,3}})?|[0-9]{{3}}|{WORLD}")
_PERCENTAGE = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})? ?%")
_LOOKS = 20_000
_PERIOD_FORMS = "2022, 2022-Q1, 2023-05, 2022-12-31 or 2023-01/2023-11"


class Row:
    """One row of a table while it is read: parsing a cell that has another form puts a problem on the list instead."""

    __slots__ = ("cells", "failed", "file", "problems")

    def __init__(self, file: str, cells: Mapping[str, Cell], problems: list[Problem]) -> None:
        self.file, self.cells, self.problems = file, cells, problems
        self.failed: set[str] = set()

    def text(self, column: str) -> str:
        """The cell's text as it stands."""
        return self.cells[column].text

    def read(self, column: str, parse: Parse[T], default: D) -> T | D:
        """What `parse` makes of the cell; `default`, and a problem, when it raises a ValueError that says what it expected."""
        try:
            return parse(self.cells[column].text)
        except ValueError as error:
            self.reject(column, str(error))
            return default

    def reject(self, column: str, expected: str) -> None:
        """Note that a cell is not what was expected."""
        cell = self.cells[column]
        self.failed.add(column)
        read = f"{column} {shown(cell.text)}" if cell.text else f"no {column}"
        self.problems.append(Problem(self.file, cell.line, cell.column, f"read {read}, expected {expected}"))


class Codes:
    """The codes that one column of a table lists, each with the place where it stands first."""

    def __init__(self, what: str, column: str, *tables: Table) -> None:
        self.what = what
        self.looked = 0
        self.complete = not any(table.problems for table in tables)
        self.places: dict[str, tuple[str, Cell]] = {}
        for table in tables:
            for row in table.rows:
                self.places.setdefault(row[column].text, (table.file, row[column]))

    def known(self, text: str) -> str:
        """The code itself if it is listed, or if rows of the table could not be read. Raises ValueError with the nearest one."""
        if text in self.places or not self.complete:
            return text
        near = self._nearest(text)
        raise ValueError(self.what + (f", perhaps {shown(near)}" if near else ""))

    def _nearest(self, text: str) -> str:
        # Looking costs time for each code, and where thousands are unknown the first suggestions say enough.
        self.looked += len(self.places)
        near = get_close_matches(text, self.places, n=1) if self.looked < _LOOKS else []
        return near[0] if near else ""

    def known_or_empty(self, text: str) -> str:
        """Like `known`, for a column that may be empty."""
        return text and self.known(text)

    def claimed_once(self, row: Row, column: str) -> None:
        """Reject a code that an earlier row has."""
        cell = row.cells[column]
        file, first = self.places[cell.text]
        if first is not cell:
            row.reject(column, f"another: {file}:{first.line}:{first.column} has it")


def identifier(text: str) -> str:
    """An id: Latin letters, digits, `.`, `_`, `-`, the first a letter or digit."""
    return _matching(_IDENTIFIER, text, "an id of letters, digits, '.', '_' and '-'")


def series_code(text: str) -> str:
    """A series code: a letter, then letters, digits and `_`, so that an identity can name it."""
    return _matching(_SERIES_CODE, text, "a code of letters, digits and '_'")


def word(text: str) -> str:
    """A code of any form, without spaces."""
    if not text or any(character.isspace() for character in text):
        raise ValueError("a code without spaces")
    return text


def word_or_empty(text: str) -> str:
    """Like `word`, for a column that may be empty."""
    return text and word(text)


def sentence(text: str) -> str:
    """Words for a reader."""
    if not text.strip():
        raise ValueError("a few words")
    return text


def trimmed(text: str) -> str:
    """A name or nothing, without spaces around it."""
    if text != text.strip():
        raise ValueError("no spaces around it")
    return text


def language(text: str) -> str:
    """An ISO 639 code of two letters."""
    return _matching(re.compile("[a-z]{2}"), text, "a language of two letters such as 'en'")


def area(text: str) -> str:
    """An ISO 3166 code, an M49 region of three digits or `W00`, the world."""
    return _matching(_AREA, text, f"an area such as 'KZ', 'CN-XJ', '143' or '{WORLD}'")


def area_or_empty(text: str) -> str:
    """Like `area`, for a column that may be empty."""
    return text and area(text)


def percentage(text: str) -> Fraction:
    """A percentage as a fraction of one; empty is zero."""
    if not text:
        return Fraction(0)
    return Fraction(_matching(_PERCENTAGE, text, "a percentage such as '0.5%'").rstrip("% ")) / 100


def choice(*options: str) -> Parse[str]:
    """One of some words."""

    def parse(text: str) -> str:
        if text not in options:
            raise ValueError(f"{', '.join(options[:-1])} or {options[-1]}")
        return text

    return parse


def period(text: str) -> Period:
    """A period, with what is impossible about it when it has the right form."""
    try:
        return Period.parse(text)
    except ValueError:
        raise ValueError(_period_expected(text)) from None


def year(text: str) -> Period:
    """One calendar year."""
    one = period(text)
    if not one.is_year:
        raise ValueError("a year such as 2023")
    return one


@lru_cache(maxsize=4096)
def periods(text: str) -> tuple[Period, ...]:
    """A period and its alternatives, `|` between, the printed reading first; empty when not stated."""
    return tuple(period(part) for part in text.split("|")) if text else ()


def day_month_or_year(text: str) -> str:
    """When a document appeared, as precisely as it is known; empty when it is not."""
    if text and (re.search("[Q/]", text) or not _is_period(text)):
        raise ValueError("a year, month or day such as 2023, 2023-05 or 2023-05-17")
    return text


def conditions(text: str, columns: Mapping[str, Parse[str]]) -> dict[str, str]:
    """`column=value;column=value` as a mapping, each value of its column's form."""
    read: dict[str, str] = {}
    for pair in text.split(";"):
        column, equals, value = pair.partition("=")
        if not equals or column not in columns or column in read:
            raise ValueError(f"column=value, ';' between, each once, of the columns {', '.join(columns)}")
        read[column] = within(column, columns[column], value)
    return read


def within(part: str, parse: Parse[T], text: str) -> T:
    """Parse a part of a cell; what it expected then says for which part."""
    try:
        return parse(text)
    except ValueError as error:
        raise ValueError(f"for {part} {error}") from None


def _matching(pattern: re.Pattern[str], text: str, expected: str) -> str:
    if not pattern.fullmatch(text):
        raise ValueError(expected)
    return text


def _is_period(text: str) -> bool:
    try:
        Period.parse(text)
    except ValueError:
        return False
    return True


def _period_expected(text: str) -> str:
    start, _, end = text.partition("/")
    if _is_period(start) and _is_period(end):
        return "an end that is not before the start"
    for part in (start, end):
        shape = re.fullmatch(r"([0-9]{4})-([0-9]{2})(?:-([0-9]{2}))?", part)
        if part[:4] == "0000":
            return "a year from 0001"
        if shape and not "01" <= shape[2] <= "12":
            return "a month from 01 to 12"
        if shape and not _is_period(part):
            return f"a day from 01 to {last_day(int(shape[1]), int(shape[2]))}"
    return f"a period such as {_PERIOD_FORMS}"
