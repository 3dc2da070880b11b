"""Price indices, products and exchange rates by year: tables of their own, from which nothing is claimed."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cnkz_stats.errors import Problem
from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import certain_range
from cnkz_stats.ledger.claim import Location
from cnkz_stats.ledger.fields import Codes, Row, area, choice, word_or_empty, year
from cnkz_stats.ledger.rows import COLUMNS, place, rows_of
from cnkz_stats.ledger.tables import Table, shown

_DECIMAL = re.compile(r"[0-9]{1,18}(?:\.[0-9]{1,18})?")


@dataclass(frozen=True, slots=True)
class Yearly:
    """A value of one year: `code` is the currency or area it is about, `range` what its printed digits allow."""

    code: str
    year: Period
    text: str
    range: Interval
    source: str
    vintage: str
    note: str
    at: Location = field(compare=False)


def printed_number(text: str) -> Interval:
    """A number as printed, within half a unit of its last digit on both sides.

    >>> printed_number("140.3").lo
    Fraction(561, 4)
    """
    if not _DECIMAL.fullmatch(text) or not Fraction(text):
        raise ValueError("a number above zero such as 140.3")
    return Interval.around(Fraction(text), Fraction(1, 2 * 10 ** len(text.partition(".")[2])))


def _dollars(text: str) -> Interval:
    figure = read_figure(text, None)
    if figure.unit != "USD" or figure.value <= 0:
        raise ValueError("an amount in dollars such as '24.9 billion US dollars'")
    return certain_range(figure)


_CURRENCY = choice(*sorted(CURRENCIES))
_READ: Mapping[str, tuple[Callable[[str], str], Callable[[str], Interval]]] = {
    "deflators.csv": (_CURRENCY, printed_number),
    "exchange_rates.csv": (_CURRENCY, printed_number),
    "gdp.csv": (area, _dollars),
}


def read_yearly(table: Table, sources: Codes, problems: list[Problem]) -> Iterator[Yearly]:
    """The rows of one of these tables: one value a year from one document."""
    code_column, _, column, *_ = COLUMNS[table.file]
    parse_code, parse_value = _READ[table.file]
    said: dict[tuple[str, str, str], Row] = {}
    for row in rows_of(table, problems):
        code, source = row.read(code_column, parse_code, ""), row.read("source", sources.known, "")
        about, value = row.read("year", year, None), row.read(column, parse_value, None)
        vintage = row.read("vintage", word_or_empty, "")
        _only_once(row, said, (code, row.text("year"), source))
        if about is not None and value is not None:
            text, note = row.text(column), row.text("note")
            yield Yearly(code, about, text, value, source, vintage, note, place(row, column))


def read_deflators(table: Table, sources: Codes, problems: list[Problem]) -> Iterator[Yearly]:
    """Price indices: all years of a currency from one document, since two indices have two bases."""
    document: dict[str, str] = {}
    for row in rows_of(table, problems):
        first = document.setdefault(row.text("unit"), row.text("source"))
        if row.text("source") != first:
            row.reject("source", f"{shown(first)} as above: two indices have two bases")
    yield from read_yearly(table, sources, problems)


def _only_once(row: Row, said: dict[tuple[str, str, str], Row], key: tuple[str, str, str]) -> None:
    first = said.setdefault(key, row)
    if first is not row:
        cell = first.cells["year"]
        row.reject("year", f"another: {row.file}:{cell.line}:{cell.column} has it")
