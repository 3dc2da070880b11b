"""The rows of a claim file: each column by itself, then what the statement asks of base and figure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from operator import ne

from cnkz_stats.errors import Problem
from cnkz_stats.figures.figure import MEASURED, ORDINAL, PERCENT, POINTS, TIMES, Figure
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.ledger.claim import Claim, Series, Source
from cnkz_stats.ledger.fields import (
    Codes,
    Row,
    area,
    area_or_empty,
    choice,
    conditions,
    identifier,
    periods,
    trimmed,
    word_or_empty,
)
from cnkz_stats.ledger.rows import place, rows_of
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.ledger.tables import Table

_RELATIVE = {PERCENT, POINTS, TIMES, ORDINAL}
_FIGURE_UNITS = {
    Statement.GROWTH: (PERCENT, "a percentage"),
    Statement.SHARE: (PERCENT, "a percentage"),
    Statement.MULTIPLE: (TIMES, "a number of times"),
    Statement.RANK: (ORDINAL, "a place in an order"),
}


@dataclass(frozen=True, slots=True)
class Register:
    """What claims may refer to: the codes of the other tables, and their rows as far as they could be read."""

    claim_ids: Codes
    source_ids: Codes
    series_codes: Codes
    authority_codes: Codes
    sources: Mapping[str, Source]
    series: Mapping[str, Series]


def read_claims(table: Table, register: Register, problems: list[Problem]) -> Iterator[Claim]:
    """The claims of one file, without those that have a problem."""
    for row in rows_of(table, problems):
        claim = _claim(row, register)
        if claim:
            yield claim


def _claim(row: Row, register: Register) -> Claim | None:
    code = row.read("id", identifier, "")
    register.claim_ids.claimed_once(row, "id")
    statement = row.read("statement", _statement, None)
    series = row.read("series", register.series_codes.known, "")
    source = row.read("source", register.source_ids.known, "")
    about = row.read("period", periods, ())
    unit = _unit(row, statement, register.series.get(series))
    whole = _whole(row, register.series_codes) if statement is Statement.SHARE else {}
    bases = _bases(row, statement, about)
    figure = _figure(row, statement, unit, register.sources.get(source))
    fields = {
        "area": row.read("area", area, ""),
        "partner": row.read("partner", area_or_empty, ""),
        "scope": row.read("scope", trimmed, ""),
        "authority": row.read("authority", register.authority_codes.known_or_empty, ""),
        "vintage": row.read("vintage", word_or_empty, ""),
    }
    if statement is None or figure is None:
        return None
    if figure.annual and about and bases and not (about[0].years_since(bases[0]) or 0) > 0:
        row.reject("base", "the same months of an earlier year, since the average is one of whole years")
    return Claim(
        id=code,
        topic=row.file.removesuffix(".csv"),
        statement=statement,
        series=series,
        periods=about,
        bases=bases,
        whole=whole,
        figure=figure,
        unit=unit,
        source=source,
        locator=row.text("locator"),
        note=row.text("note"),
        row={column: cell.text for column, cell in row.cells.items()},
        at=place(row, "figure"),
        **fields,
    )


_choice = choice(*Statement)


def _statement(text: str) -> Statement | None:
    return Statement(_choice(text))


def _unit(row: Row, statement: Statement | None, series: Series | None) -> str:
    """The unit of the quantity, which a relative figure does not print: yuan grew by another rate than dollars did."""
    own = series.unit if series else ""
    unit = row.read("unit", word_or_empty, "") or own
    if (
        unit != own
        and unit in _RELATIVE
        and statement in (Statement.GROWTH, Statement.MULTIPLE, Statement.SHARE)
    ):
        row.reject("unit", f"the unit of the series itself, not of its {statement}")
    return unit


def _whole(row: Row, series: Codes) -> Mapping[str, str]:
    columns = {"series": series.known, "area": area, "partner": area_or_empty, "scope": trimmed}
    whole: Mapping[str, str] = row.read("base", partial(conditions, columns=columns), {})
    if whole and all(row.text(column) == value for column, value in whole.items()):
        row.reject("base", "a whole that differs from the claim itself")
    return whole


def _bases(row: Row, statement: Statement | None, about: Sequence[Period]) -> tuple[Period, ...]:
    """What a growth, multiple or change is counted from; the year before for growth without a base."""
    if statement is None or not statement.compares:
        if row.text("base") and statement not in (Statement.SHARE, None):
            row.reject("base", f"nothing for a {statement}")
        return ()
    bases = row.read("base", periods, ())
    if "base" in row.failed or not about:
        return bases
    if not bases and statement is Statement.GROWTH:
        return _years_earlier(row, about)
    fits, expected = (
        (ne, "another period than the claim's own")
        if statement is Statement.CHANGE
        else (_may_precede, "an earlier period than the claim's own")
    )
    if not bases:
        row.reject("base", f"the period that the {statement} is counted from")
    elif not all(any(fits(base, period) for period in about) for base in bases):
        row.reject("base", expected)
    return bases


def _may_precede(base: Period, period: Period) -> bool:
    return base != period and base.first <= period.first


def _years_earlier(row: Row, about: Sequence[Period]) -> tuple[Period, ...]:
    if any(period.first.year == 1 for period in about):
        row.reject("period", "a year from 0002: the growth is counted from the year before")
        return ()
    return tuple(period.year_earlier() for period in about)


def _figure(row: Row, statement: Statement | None, unit: str, source: Source | None) -> Figure | None:
    try:
        figure = read_figure(row.text("figure"), source.language if source else None)
    except ValueError as error:
        row.reject("figure", f"a figure that can be read: {error}")
        return None
    if statement in _FIGURE_UNITS:
        expected, words = _FIGURE_UNITS[statement]
        if figure.unit != expected:
            row.reject("figure", f"{words} for a {statement}")
    elif statement and unit and not _is_amount_in(unit, figure.unit, statement):
        row.reject("figure", f"an amount in {unit}, not in {figure.unit}")
    return figure


def _is_amount_in(unit: str, printed: str, statement: Statement) -> bool:
    """Whether a printed unit says what the claim is counted in; what is counted one by one goes by many names."""
    if printed in ("", unit, unit.partition("/")[0]):
        return True
    if statement is Statement.TARGET and printed in (PERCENT, TIMES):
        return True  # a goal may be a growth: "double trade by 2030"
    if printed == POINTS:
        return unit == PERCENT and statement is Statement.CHANGE
    return not {printed, unit} & (MEASURED | _RELATIVE)
