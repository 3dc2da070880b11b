"""What a folder holds, listed: its claims and its documents."""

from collections import Counter
from collections.abc import Iterator, Sequence

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import range_json
from cnkz_stats.ledger.claim import CLAIM_COLUMNS, Claim, Source
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import claim_range
from cnkz_stats.reasoning.wording import lowered
from cnkz_stats.views.machine import Json
from cnkz_stats.views.rows import stated_text
from cnkz_stats.views.tables import Column, Table

_CLAIM_COLUMNS = (
    Column("Claim", wide=True),
    Column("About", wide=True),
    Column("Figure", wide=True),
    Column("Statement"),
    Column("Range", number=True),
    Column("Source"),
)
_SOURCE_COLUMNS = (
    Column("Source", wide=True),
    Column("Published"),
    Column("Language"),
    Column("Claims", number=True),
    Column("Publisher"),
    Column("Title", wide=True),
    Column("Copy of", wide=True),
    Column("URL", wide=True),
)

CLAIMS_CSV = ("topic", *CLAIM_COLUMNS, "range_low", "range_high")
SOURCES_CSV = (*COLUMNS["sources.csv"], "claims")


def claims_of(folder: Folder, topic: str | None) -> list[Claim]:
    """The claims of a topic, or all, in the order of the folder.

    Raises CnkzError if there is no such topic.
    """
    if topic is not None and topic not in folder.topics:
        raise CnkzError(f"no topic {topic!r} in this folder, expected one of: {', '.join(folder.topics)}")
    return [claim for claim in folder.claims if topic in (None, claim.topic)]


def claim_tables(claims: Sequence[Claim], folder: Folder) -> list[Table]:
    """A table for each topic; the range is what the figure says for certain."""
    topics = dict.fromkeys(claim.topic for claim in claims)
    return [
        Table(
            topic.capitalize(),
            _CLAIM_COLUMNS,
            tuple(_claim_line(claim, folder) for claim in claims if claim.topic == topic),
        )
        for topic in topics
    ]


def _claim_line(claim: Claim, folder: Folder) -> tuple[str, ...]:
    stated = "" if claim.statement is Statement.RANK else stated_text(claim, claim_range(claim))
    return (
        claim.id,
        _about(claim, folder),
        claim.figure.text,
        claim.statement.value,
        stated,
        claim.source,
    )


def _about(claim: Claim, folder: Folder) -> str:
    """What a claim speaks of, in the words of its row: `trade turnover CN–KZ 2022 (GACC)`."""
    row = claim.row
    pair = "–".join(filter(None, (claim.area, claim.partner)))
    book = ", ".join(filter(None, (claim.scope, row["unit"], claim.authority, claim.vintage)))
    period = " against ".join(filter(None, (row["period"] or "without a period", row["base"])))
    said = [lowered(folder.name(claim.series)), pair, period]
    return " ".join([*said, *([f"({book})"] if book else [])])


def claims_json(claims: Sequence[Claim]) -> list[Json]:
    """Claims as their rows are written, and the range that the figure says for certain."""
    return [
        {
            "topic": claim.topic,
            **claim.row,
            "range": None if claim.statement is Statement.RANK else range_json(claim_range(claim)),
        }
        for claim in claims
    ]


def sources_table(folder: Folder) -> Table:
    """The documents in the order of their publication."""
    return Table("", _SOURCE_COLUMNS, tuple(_source_lines(folder)))


def _source_lines(folder: Folder) -> Iterator[tuple[str, ...]]:
    used = Counter(claim.source for claim in folder.claims)
    for source in _by_date(folder):
        yield (
            source.id,
            source.published,
            source.language,
            str(used[source.id]),
            source.publisher,
            source.title,
            source.copy_of,
            source.url,
        )


def sources_json(folder: Folder) -> list[Json]:
    """Documents as their rows are written, and how many claims are taken from each."""
    used = Counter(claim.source for claim in folder.claims)
    return [
        {**{column: getattr(source, column) for column in COLUMNS["sources.csv"]}, "claims": used[source.id]}
        for source in _by_date(folder)
    ]


def _by_date(folder: Folder) -> list[Source]:
    return sorted(folder.sources.values(), key=lambda source: (source.published, source.id))
