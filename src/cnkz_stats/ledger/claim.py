"""A claim: one atomic statement of a figure by one source; and what it is about."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement

CLAIM_COLUMNS = (
    "id", "statement", "series", "area", "partner", "scope", "period", "base", "figure", "unit",
    "authority", "vintage", "source", "locator", "note",
)  # fmt: skip


@dataclass(frozen=True, slots=True, order=True)
class Location:
    """Where a claim's figure stands: file name within the folder, line and column from 1."""

    file: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Series:
    """What is measured. `unit` is the base unit (USD, t, MW, projects); `revision` the usual relative size of a revision."""

    code: str
    unit: str
    stock: bool
    symmetric: bool
    may_be_negative: bool
    revision: Fraction
    names: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class Source:
    """A document. `copy_of` names the document that it reprints or translates, if any."""

    id: str
    publisher: str
    title: str
    url: str
    published: str
    language: str
    copy_of: str
    note: str


@dataclass(frozen=True, slots=True)
class Authority:
    """Who counts: a customs service, a statistics bureau, a railway."""

    code: str
    name: str
    area: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One row of a claim file, read. `periods` and `bases` hold the printed reading first, then alternatives; empty if not stated.

    `base` is the text of the column; `whole` its `column=value` pairs for a share. `unit` is never empty: the series' own
    unless the row says otherwise.
    """

    id: str
    topic: str
    statement: Statement
    series: str
    area: str
    partner: str
    scope: str
    periods: tuple[Period, ...]
    bases: tuple[Period, ...]
    whole: Mapping[str, str] = field(hash=False)
    figure: Figure
    unit: str
    authority: str
    vintage: str
    source: str
    locator: str
    note: str
    row: Mapping[str, str] = field(hash=False)
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """A named project, with capacity and value as one of its sources prints them; `year` is when it came to its status."""

    id: str
    name: str
    place: str
    sector: str
    capacity: Figure | None
    value: Figure | None
    status: str
    year: Period | None
    sources: tuple[str, ...]
    note: str
    row: Mapping[str, str] = field(hash=False)
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Identity:
    """What holds by definition: `Σ coefficient · term` on the left, `=` or `<=`, the same on the right."""

    id: str
    left: str
    relation: str
    right: str
    why: str
    at: Location = field(compare=False)


@dataclass(frozen=True, slots=True)
class Known:
    """A discrepancy among claims that was looked into and accepted, with the code of its cause and the reason.

    `finding` is the id of what was found then: it ties the row to the figures of that day; empty is whatever they are.
    """

    finding: str
    claims: frozenset[str]
    cause: str
    reason: str
    link: str
    at: Location = field(compare=False)
