"""An article becomes data: its figures as rows of a claim file, its document as a row of the sources."""

import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import astuple, dataclass
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.figure import PERCENT
from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import CLAIM_COLUMNS, Claim, Source
from cnkz_stats.ledger.folder import Folder, read_folder
from cnkz_stats.ledger.package import PACKAGE
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.ledger.writing import with_rows, write_files
from cnkz_stats.text.documents import Document
from cnkz_stats.text.mention import Mention

SOURCES = "sources.csv"
_NOT_IN_IDS = later("[^a-z0-9]+")
_COMPARED = (Statement.MULTIPLE, Statement.CHANGE)


@dataclass(frozen=True, slots=True)
class Entry:
    """A figure as a row of a claim file, or why it is left out; `same_as` is the id of a claim that says it already."""

    mention: Mention
    row: Mapping[str, str]
    left_out: str = ""


def source_of(document: Document, told: Mapping[str, str], lang: str, folder: Folder) -> Source:
    """The document as a row of the sources: the one that is there already, else by what is told and what it says of itself.

    `told` holds what a person said: `id`, `publisher`, `title`, `url`, `published`; empty where nothing was.
    Raises CnkzError if nobody says who published it.
    """
    url = told["url"] or document.url
    title = told["title"] or document.title or _first_line(document.text)
    publisher = told["publisher"] or document.publisher or (urlsplit(url).hostname or "").removeprefix("www.")
    published = told["published"] or document.published or ""
    for source in folder.sources.values():
        same = source.id == told["id"] or (url and source.url == url)
        if same or (source.publisher, source.title, source.published) == (publisher, title, published):
            return source
    if not publisher:
        raise CnkzError(
            f"{document.name}: read no publisher in it, expected --publisher NAME or --url ADDRESS"
        )
    by = _slug(publisher.partition(".")[0]) or _slug((urlsplit(url).hostname or "").removeprefix("www."))
    name = told["id"] or _free("-".join(filter(None, [by or "text", published])), folder.sources)
    return Source(name, publisher, title, url, published, lang, "", "")


def entries(
    mentions: Iterable[Mention], document: Document, source: Source, folder: Folder, taken: Iterable[str] = ()
) -> Iterator[Entry]:
    """The figures of a document in their order, each once; `taken` are ids that are to be added before."""
    ids = {*taken, *(claim.id for claim in folder.claims)}
    said = {_meaning(claim): claim.id for claim in folder.claims if claim.source == source.id}
    for mention in mentions:
        row = _row(mention, document, source, folder)
        key = tuple(row[column] for column in _SAME)
        why = _unusable(mention, folder) or (f"{said[key]} says it already" if key in said else "")
        if not why:
            row["id"] = _free(_id(mention, source), ids)
            ids.add(row["id"])
            said[key] = row["id"]
        yield Entry(mention, row, why)


def append(path: Path, rows: Sequence[Mapping[str, str]], sources: Sequence[Source], folder: Folder) -> None:
    """Add claims to a file of a folder, and the sources that are new to it: both or neither.

    Raises DataError with every row that the folder could not be read with, and writes nothing then.
    """
    claims = [[row[column] for column in CLAIM_COLUMNS] for row in rows]
    new = [astuple(source) for source in sources if source.id not in folder.sources]
    contents = {path: with_rows(path, CLAIM_COLUMNS, claims)}
    if new:
        contents[folder.path / SOURCES] = with_rows(folder.path / SOURCES, COLUMNS[SOURCES], new)
    _try(contents, folder.path)
    write_files(contents)


def _try(contents: Mapping[Path, bytes], folder: Path) -> None:
    """Read the folder as it would be."""
    with TemporaryDirectory() as name:
        trial = Path(name)
        for path in folder.iterdir():
            if path.suffix == ".csv" or path.name == PACKAGE:
                shutil.copyfile(path, trial / path.name)
        for path, content in contents.items():
            (trial / path.name).write_bytes(content)
        read_folder(trial)


_SAME = ("statement", "series", "area", "partner", "scope", "period", "base", "figure", "unit", "authority")


def _meaning(claim: Claim) -> tuple[str, ...]:
    return tuple(claim.row.get(column, "") for column in _SAME)


def _row(mention: Mention, document: Document, source: Source, folder: Folder) -> dict[str, str]:
    series = folder.series.get(mention.series)
    amount = mention.statement in (Statement.LEVEL, Statement.CHANGE, Statement.TARGET)
    other = series is not None and amount and mention.unit not in {series.unit, "", PERCENT}
    share = mention.statement is Statement.SHARE
    pair = [mention.area, mention.partner]
    if series is not None and series.symmetric and mention.partner and not share:
        pair.sort()
    based = mention.statement in (Statement.GROWTH, *_COMPARED)
    return {
        "id": "",
        "statement": mention.statement.value,
        "series": mention.series,
        "area": pair[0],
        "partner": pair[1],
        "scope": mention.scope,
        "period": mention.period,
        "base": mention.whole if share else _base(mention) if based else "",
        "figure": mention.figure,
        "unit": mention.unit if other else "",
        "authority": mention.authority if mention.authority in folder.authorities else "",
        "vintage": "",
        "source": source.id,
        "locator": f"paragraph {_paragraph(document.text, mention.start)}",
        "note": "",
    }


def _base(mention: Mention) -> str:
    """The base where it is not what is understood for growth: the same months a year earlier."""
    if mention.statement is Statement.GROWTH and mention.period and mention.base:
        usual = Period.parse(mention.period).year_earlier() == Period.parse(mention.base)
        return "" if usual else mention.base
    return mention.base


def _unusable(mention: Mention, folder: Folder) -> str:
    """Why a figure cannot stand in a claim file; empty if it can."""
    if mention.series not in folder.series:
        return f"the folder has no series {mention.series}"
    if mention.statement in _COMPARED and not (mention.base and mention.period):
        return "the text does not say compared with when"
    if mention.statement is Statement.SHARE and not mention.whole:
        return "the text does not say of what it is a share"
    return ""


def _id(mention: Mention, source: Source) -> str:
    parts = [source.id, mention.series, mention.period.replace("/", "-")]
    kind = "" if mention.statement is Statement.LEVEL else mention.statement.value
    return _slug("-".join(filter(None, [*parts, kind])))


def _free(name: str, taken: Iterable[str]) -> str:
    """The name, or with the first number that makes it free."""
    used = set(taken)
    return name if name not in used else next(f"{name}-{n}" for n in count(2) if f"{name}-{n}" not in used)


def _slug(text: str) -> str:
    return _NOT_IN_IDS.sub("-", text.lower()).strip("-")


def _first_line(text: str) -> str:
    return next((line.strip("# \t") for line in text.splitlines() if line.strip()), "")


def _paragraph(text: str, place: int) -> int:
    """Which of the lines that hold something a place is in, from 1."""
    return sum(bool(line.strip()) for line in text[:place].split("\n")[:-1]) + 1


def language_of(mentions: Sequence[Mention]) -> str:
    """The language of most figures."""
    return Counter(mention.lang for mention in mentions).most_common(1)[0][0] if mentions else ""


def is_standard_input(documents: Iterable[Document]) -> bool:
    """Whether a document came from where answers would have to come from."""
    return any(document.name == "standard input" for document in documents)
