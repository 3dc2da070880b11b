"""The tables beside the claims, row by row: sources, series, authorities, identities, known discrepancies."""

from collections.abc import Iterator, Mapping

from cnkz_stats.errors import Problem
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Authority, Identity, Known, Location, Series, Source
from cnkz_stats.ledger.fields import (
    Codes,
    Row,
    area_or_empty,
    choice,
    day_month_or_year,
    identifier,
    language,
    percentage,
    sentence,
    series_code,
    within,
    word,
)
from cnkz_stats.ledger.identity import parse_side
from cnkz_stats.ledger.tables import Table, shown

LANGUAGES = ("en", "zh", "ru", "kk")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sources.csv": ("id", "publisher", "title", "url", "published", "language", "copy_of", "note"),
    "series.csv": ("code", "unit", "kind", "symmetric", "negative", "revision", *LANGUAGES),
    "authorities.csv": ("code", "name", "area"),
    "identities.csv": ("id", "left", "relation", "right", "why"),
    "known.csv": ("claims", "cause", "reason", "link"),
}
_YES_NO = choice("yes", "no")


def rows_of(table: Table, problems: list[Problem]) -> Iterator[Row]:
    """The rows of a table, each to be read; what is wrong with them goes on the list."""
    return (Row(table.file, cells, problems) for cells in table.rows)


def read_series(table: Table, codes: Codes, problems: list[Problem]) -> Iterator[Series]:
    """What the folder measures."""
    for row in rows_of(table, problems):
        code = row.read("code", series_code, "")
        codes.claimed_once(row, "code")
        unit = row.read("unit", word, "")
        kind = row.read("kind", choice("flow", "stock"), "")
        symmetric, negative = row.read("symmetric", _YES_NO, ""), row.read("negative", _YES_NO, "")
        revision = row.read("revision", percentage, percentage(""))
        names = {language: row.text(language) for language in LANGUAGES}
        yield Series(code, unit, kind == "stock", symmetric == "yes", negative == "yes", revision, names)


def read_sources(table: Table, ids: Codes, problems: list[Problem]) -> Iterator[Source]:
    """The documents that claims are taken from."""
    circles = _circles({row["id"].text: row["copy_of"].text for row in table.rows})
    for row in rows_of(table, problems):
        row.read("id", word, "")
        ids.claimed_once(row, "id")
        row.read("published", day_month_or_year, "")
        row.read("language", language, "")
        row.read("copy_of", ids.known_or_empty, "")
        if row.text("id") in circles:
            row.reject("copy_of", f"an original at the end, not the circle {circles[row.text('id')]}")
        yield Source(*(row.text(column) for column in COLUMNS["sources.csv"]))


def read_authorities(table: Table, codes: Codes, problems: list[Problem]) -> Iterator[Authority]:
    """Who counts."""
    for row in rows_of(table, problems):
        code = row.read("code", word, "")
        codes.claimed_once(row, "code")
        yield Authority(code, row.read("name", sentence, ""), row.read("area", area_or_empty, ""))


def read_identities(table: Table, ids: Codes, series: Codes, problems: list[Problem]) -> Iterator[Identity]:
    """What holds by definition."""

    def side(text: str) -> str:
        for term in parse_side(text):
            within(term.series, series.known, term.series)
        return text

    for row in rows_of(table, problems):
        name = row.read("id", identifier, "")
        ids.claimed_once(row, "id")
        left, right = row.read("left", side, ""), row.read("right", side, "")
        relation = row.read("relation", choice("=", "<="), "")
        yield Identity(name, left, relation, right, row.read("why", sentence, ""), place(row, "id"))


def read_known(table: Table, claims: Codes, problems: list[Problem]) -> Iterator[Known]:
    """Discrepancies that were looked into and accepted."""

    def ids(text: str) -> frozenset[str]:
        if not text.split():
            raise ValueError("the ids of claims, spaces between")
        return frozenset(within(shown(claim), claims.known, claim) for claim in text.split())

    for row in rows_of(table, problems):
        members: frozenset[str] = row.read("claims", ids, frozenset())
        cause = row.read("cause", choice(*Cause), "")
        yield Known(members, cause, row.read("reason", sentence, ""), row.text("link"), place(row, "claims"))


def place(row: Row, column: str) -> Location:
    """Where a cell stands."""
    cell = row.cells[column]
    return Location(row.file, cell.line, cell.column)


def _circles(copies: Mapping[str, str]) -> Mapping[str, str]:
    """Every circle of documents that copy each other, in words, by the document of it that is met first."""
    circles, seen = {}, set()
    for start in copies:
        path: list[str] = []
        document = start
        while document in copies and document not in seen:
            seen.add(document)
            path.append(document)
            document = copies[document]
        if document in path:
            members = path[path.index(document) :]
            circles[document] = " → ".join([*members, document])
    return circles
