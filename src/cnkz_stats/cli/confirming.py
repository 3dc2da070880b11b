"""Figures of documents added to a folder, as far as a person confirms them."""

import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from cnkz_stats.cli.options import Language
from cnkz_stats.errors import CnkzError

if TYPE_CHECKING:
    from cnkz_stats.ledger.claim import Source
    from cnkz_stats.text.documents import Document
    from cnkz_stats.text.entries import Entry
    from cnkz_stats.text.mention import Mention

_ANSWERS = {"y": True, "yes": True, "n": False, "no": False}


def add_confirmed(
    read: "Sequence[tuple[Document, list[Mention]]]",
    append: Path,
    data: Path | None,
    told: Mapping[str, str],
    lang: Language | None,
    *,
    yes: bool,
) -> None:
    """Ask for each figure whether it is to be added, then add them with their sources: all or, where that fails, none."""
    from dataclasses import replace

    from cnkz_stats.ledger.folder import read_folder
    from cnkz_stats.text.entries import append as add
    from cnkz_stats.text.entries import entries, is_standard_input, language_of, source_of

    path = _claim_file(append, data)
    folder = read_folder(path.parent)
    if not yes and is_standard_input(document for document, _ in read):
        raise CnkzError("standard input: read the document there, expected --yes, since nobody can answer")
    if len(read) > 1 and (told["id"] or told["url"] or told["title"]):
        raise CnkzError("--source, --title and --url: read more than one document, expected one for these")
    rows: list[Mapping[str, str]] = []
    sources: list[Source] = []
    for document, mentions in read:
        language = lang.value if lang else language_of(mentions)
        heard = replace(folder, sources={**folder.sources, **{one.id: one for one in sources}})
        source = source_of(document, told, language, heard)
        offered = entries(mentions, document, source, folder, [row["id"] for row in rows])
        taken = [entry.row for entry in offered if _wanted(entry, yes=yes)]
        rows += taken
        sources += [source] if taken else []
    if rows:
        add(path, rows, sources, folder)
    typer.echo(f"{path}: {len(rows)} added", err=True)


def _claim_file(append: Path, data: Path | None) -> Path:
    """The claim file to add to. The bundled folder is nobody's to write to, so a folder has to be named."""
    from cnkz_stats.ledger.rows import COLUMNS

    path = append if data is None else data / append
    if data is not None and path.parent.resolve() != data.resolve():
        raise CnkzError(f"--append: read {str(append)!r}, expected a file of the folder {data}")
    if data is None and not append.parent.parts and not Path("series.csv").exists():
        raise CnkzError("--append: read no folder, expected --data DIR, the one to write to")
    if path.suffix != ".csv" or path.name in COLUMNS:
        raise CnkzError(f"--append: read {path.name!r}, expected a claim file such as trade.csv")
    return path


def _wanted(entry: "Entry", *, yes: bool) -> bool:
    """Whether a figure is to be added: what cannot stand in a claim file never is, the others as somebody says."""
    from cnkz_stats.views.mentions import entry_line

    typer.echo(entry_line(entry.mention, entry.row), err=True)
    if entry.left_out:
        typer.echo(f"  left out: {entry.left_out}", err=True)
        return False
    return yes or _answer()


def _answer() -> bool:
    while True:
        typer.echo("  add it? [y/n] ", err=True, nl=False)
        line = sys.stdin.readline() if sys.stdin is not None and not sys.stdin.closed else ""
        if not line:
            raise CnkzError("standard input: read its end, expected y or n for each figure, or --yes")
        answer = _ANSWERS.get(line.strip().lower())
        if answer is not None:
            return answer
