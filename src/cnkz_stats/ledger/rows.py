"""The tables beside the claims, row by row: sources, series, authorities, identities, known discrepancies."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from cnkz_stats.errors import Problem
from cnkz_stats.figures.figure import CURRENCIES, Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Authority, Identity, Known, Location, Project, Series, Source
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
    trimmed,
    within,
    word,
    year,
)
from cnkz_stats.ledger.identity import NAMED, Term, parse_side
from cnkz_stats.ledger.tables import Table, shown

LANGUAGES = ("en", "zh", "ru", "kk")
COLUMNS: Mapping[str, tuple[str, ...]] = {
    "sources.csv": ("id", "publisher", "title", "url", "published", "language", "copy_of", "note"),
    "series.csv": ("code", "unit", "kind", "symmetric", "negative", "revision", *LANGUAGES),
    "authorities.csv": ("code", "name", "area"),
    "identities.csv": ("id", "left", "relation", "right", "why"),
    "known.csv": ("claims", "cause", "reason", "link"),
    "project_register.csv": (
        "id", "name", "place", "sector", "capacity", "value", "status", "year", "sources", "note",
    ),
    "deflators.csv": ("unit", "year", "index", "source", "vintage", "note"),
    "exchange_rates.csv": ("currency", "year", "rate", "source", "vintage", "note"),
    "gdp.csv": ("area", "year", "gdp", "source", "vintage", "note"),
}  # fmt: skip
STATUSES = ("planned", "contracted", "building", "operating", "suspended", "cancelled")
_FINDING = re.compile("[0-9a-f]{12}")
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

    def side(text: str) -> tuple[Term, ...]:
        terms = parse_side(text)
        for term in terms:
            if term.series != NAMED:
                within(term.series, series.known, term.series)
        return terms

    for row in rows_of(table, problems):
        name = row.read("id", identifier, "")
        ids.claimed_once(row, "id")
        left, right = row.read("left", side, ()), row.read("right", side, ())
        relation = row.read("relation", choice("=", "<="), "")
        _named_parts(row, left, right)
        why = row.read("why", sentence, "")
        yield Identity(name, row.text("left"), relation, row.text("right"), why, place(row, "id"))


def _named_parts(row: Row, left: Sequence[Term], right: Sequence[Term]) -> None:
    """Projects of the register are parts: they stand on the left of `<=`, by themselves, with one whole on the right."""
    if any(term.series == NAMED for term in right):
        row.reject("right", f"{NAMED} on the left only: the parts of a whole")
    elif any(term.series == NAMED for term in left):
        if any(term.series != NAMED or term.coefficient != 1 for term in left):
            row.reject("left", f"nothing but {NAMED} with + between")
        if len(right) != 1 or right[0].coefficient != 1 or row.text("relation") != "<=":
            row.reject("right", "one series, behind <=, that the projects are parts of")


def read_projects(table: Table, ids: Codes, source_ids: Codes, problems: list[Problem]) -> Iterator[Project]:
    """The projects by name."""
    for row in rows_of(table, problems):
        row.read("id", identifier, "")
        ids.claimed_once(row, "id")
        sources = row.read("sources", partial(_listed, source_ids), ())
        yield Project(
            id=row.text("id"),
            name=row.read("name", _name, ""),
            place=row.read("place", trimmed, ""),
            sector=row.read("sector", trimmed, ""),
            capacity=row.read("capacity", _capacity, None),
            value=row.read("value", _sum, None),
            status=row.read("status", choice(*STATUSES), ""),
            year=row.read("year", _year, None),
            sources=sources,
            note=row.text("note"),
            row={column: row.text(column) for column in COLUMNS["project_register.csv"]},
            at=place(row, "id"),
        )


def _listed(source_ids: Codes, text: str) -> tuple[str, ...]:
    if not text:
        raise ValueError("the documents that name it, ids with ';' between")
    return tuple(within(shown(one), source_ids.known, one) for one in text.split(";"))


def _name(text: str) -> str:
    """A name can be the scope of a claim and stand in an identity."""
    if not trimmed(text) or set(text) & set("[];="):
        raise ValueError("a name without '[', ']', ';' and '='")
    return text


def _capacity(text: str) -> Figure | None:
    return read_figure(text, None) if text else None


def _sum(text: str) -> Figure | None:
    figure = _capacity(text)
    if figure is not None and figure.unit not in CURRENCIES:
        raise ValueError("an amount of money such as '1.79 billion U.S. dollars'")
    return figure


def _year(text: str) -> Period | None:
    return year(text) if text else None


def read_known(table: Table, claims: Codes, problems: list[Problem]) -> Iterator[Known]:
    """Discrepancies that were looked into and accepted."""

    def ids(text: str) -> tuple[str, frozenset[str]]:
        finding, colon, named = text.rpartition(":")
        if not named.split() or (colon and not _FINDING.fullmatch(finding)):
            raise ValueError(
                "the ids of claims, spaces between, perhaps after the id of the finding and a colon"
            )
        return finding, frozenset(within(shown(claim), claims.known, claim) for claim in named.split())

    for row in rows_of(table, problems):
        nobody: frozenset[str] = frozenset()
        finding, members = row.read("claims", ids, ("", nobody))
        cause = row.read("cause", choice(*Cause), "")
        reason = row.read("reason", sentence, "")
        yield Known(finding, members, cause, reason, row.text("link"), place(row, "claims"))


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
