"""Figures of a text as rows: for people, as JSON, and as rows of a claim file."""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction

from cnkz_stats.figures.display import decimal
from cnkz_stats.ledger.claim import Series
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.mention import Mention
from cnkz_stats.views.layout import Line
from cnkz_stats.views.machine import Json
from cnkz_stats.views.tables import Column, Table

NO_FIGURE = Line("no figure found that says anything about the series")
"""What stands for people where no table would."""


def mentions_json(mentions: Iterable[Mention]) -> list[Json]:
    """The figures of texts; values are numbers in base units, percentages as printed."""
    return [mention_json(mention) for mention in mentions]


def mention_json(mention: Mention) -> Json:
    """One figure of a text."""
    return {
        "file": mention.file,
        "start": mention.start,
        "end": mention.end,
        "span": mention.span,
        "figure": mention.figure,
        "lang": mention.lang,
        "statement": mention.statement.value,
        "value": decimal(mention.value, up=False),
        "value_high": None if mention.value_high is None else decimal(mention.value_high, up=True),
        "unit": mention.unit,
        "hedge": mention.hedge.value,
        "sense": mention.sense.value,
        "series": mention.series,
        "area": mention.area,
        "partner": mention.partner,
        "scope": mention.scope,
        "authority": mention.authority,
        "period": mention.period,
        "base": mention.base,
        "whole": mention.whole,
    }


def claim_rows(mentions: Sequence[Mention], series: Mapping[str, Series]) -> list[Json]:
    """The figures of texts as rows of a claim file; ids, sources and what the text leaves open are for people to fill in."""
    return [
        {
            "id": f"{_stem(mention.file)}-{number}",
            "statement": mention.statement.value,
            "series": mention.series,
            "area": mention.area,
            "partner": mention.partner,
            "scope": mention.scope,
            "period": mention.period,
            "base": mention.base if mention.statement.compares else mention.whole,
            "figure": mention.figure,
            "unit": _other_unit(mention, series),
            "authority": mention.authority,
            "vintage": "",
            "source": _stem(mention.file),
            "locator": f"characters {mention.start}–{mention.end}",
            "note": "",
        }
        for number, mention in enumerate(mentions, 1)
    ]


def _stem(file: str) -> str:
    name = file.replace("\\", "/").rpartition("/")[2].partition(".")[0]
    return "".join(sign if sign.isascii() and sign.isalnum() else "-" for sign in name).strip("-") or "text"


def _other_unit(mention: Mention, series: Mapping[str, Series]) -> str:
    own = series[mention.series].unit if mention.series in series else ""
    told = mention.statement in (Statement.LEVEL, Statement.CHANGE)
    return mention.unit if told and mention.unit != own else ""


def entry_line(mention: Mention, row: Mapping[str, str]) -> str:
    """A row of a claim file as a person is asked about it."""
    said = " ".join(
        row[column] for column in ("statement", "series", "area", "partner", "scope") if row[column]
    )
    rest = ("period", "base", "unit", "authority")
    details = ", ".join(f"{column} {row[column]}" for column in rest if row[column])
    return f"“{mention.figure}”: {said}" + (f", {details}" if details else "")


def mention_tables(mentions: Iterable[Mention]) -> list[Table]:
    """A table for each text."""
    files: dict[str, list[Mention]] = {}
    for mention in mentions:
        files.setdefault(mention.file, []).append(mention)
    return [Table(file, _COLUMNS, tuple(map(_row, found))) for file, found in files.items()]


_COLUMNS = (
    Column("at", number=True),
    Column("figure"),
    Column("value", number=True),
    Column("statement"),
    Column("about"),
    Column("period"),
    Column("base"),
    Column("authority"),
)


def _row(mention: Mention) -> tuple[str, ...]:
    about = " ".join(
        filter(None, (mention.series, "–".join(filter(None, (mention.area, mention.partner))), mention.scope))
    )
    return (
        str(mention.start),
        mention.figure,
        f"{_number(mention.value)} {mention.unit}".strip(),
        mention.statement.value,
        about,
        mention.period,
        mention.base,
        mention.authority,
    )


def _number(value: Fraction) -> str:
    return decimal(value, up=False)
