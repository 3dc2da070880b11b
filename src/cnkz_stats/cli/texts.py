"""Commands that read figures in running text."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnkz_stats.cli.confirming import add_confirmed
from cnkz_stats.cli.options import (
    DataOption,
    Format,
    FormatOption,
    Language,
    LanguageOption,
    OutputOption,
    PublishedOption,
    VerifyFormat,
)
from cnkz_stats.cli.printing import data_folder, period_of, print_rows, show, write

if TYPE_CHECKING:
    from cnkz_stats.text.documents import Document
    from cnkz_stats.text.mention import Mention

_TOPIC = "turnover"
"""What a bare figure is verified as: “up 36 percent in 2022”."""


def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…|-", help="Text, Markdown, HTML or PDF")],
    published: PublishedOption = None,
    lang: LanguageOption = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
    append: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="Add what you confirm to this claim file of the folder"),
    ] = None,
    yes: Annotated[bool, typer.Option("--yes", help="With --append: add all without asking")] = False,
    source: Annotated[
        str | None, typer.Option(metavar="ID", help="With --append: the document's id in sources.csv")
    ] = None,
    publisher: Annotated[
        str | None, typer.Option(metavar="NAME", help="With --append: who published the document")
    ] = None,
    title: Annotated[str | None, typer.Option(help="With --append: the document's title")] = None,
    url: Annotated[str | None, typer.Option(metavar="ADDRESS", help="With --append: where it stands")] = None,
) -> None:
    """The figures that a text states, with what it says they are about; as CSV the rows of a claim file."""
    from cnkz_stats.ledger.claim import CLAIM_COLUMNS
    from cnkz_stats.text.documents import read_document
    from cnkz_stats.views.mentions import NO_FIGURE, claim_rows, mention_tables, mentions_json

    documents = [read_document(name) for name in files]
    read = [(document, _mentions(document, lang, published)) for document in documents]
    if append is not None:
        told = {"id": source, "publisher": publisher, "title": title, "url": url, "published": published}
        add_confirmed(read, append, data, {name: word or "" for name, word in told.items()}, lang, yes=yes)
        return
    mentions = [mention for _, several in read for mention in several]
    rows = claim_rows(mentions, data_folder(data).series) if form is Format.CSV else mentions_json(mentions)
    below = () if mentions else (NO_FIGURE,)
    print_rows(mention_tables(mentions), rows, CLAIM_COLUMNS, form, output, below=below)


def verify(
    texts: Annotated[list[str], typer.Argument(metavar="TEXT…|FILE…|-", help="A text, or a file with one")],
    published: PublishedOption = None,
    lang: LanguageOption = None,
    data: DataOption = None,
    form: Annotated[VerifyFormat, typer.Option("--format", help="How to print")] = VerifyFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """Whether the figures of a text can be right: by which claims, and what would be right; exit status 1 if one cannot."""
    from cnkz_stats.text.documents import text_or_document
    from cnkz_stats.text.verify import exit_status
    from cnkz_stats.text.verify import verify as held_against
    from cnkz_stats.views.machine import json_text
    from cnkz_stats.views.verdicts import (
        html_verdicts,
        markdown_verdicts,
        show_verdicts,
        verdict_lines,
        verdicts_json,
    )

    folder = data_folder(data)
    documents = [text_or_document(text) for text in texts]
    found = [(one, held_against(_mentions(one, lang, published, topic=_TOPIC), folder)) for one in documents]
    verdicts = [verdict for _, several in found for verdict in several]
    if form is VerifyFormat.JSON:
        write(json_text(verdicts_json(verdicts)), output)
    elif form is VerifyFormat.MARKDOWN:
        write(markdown_verdicts(found, folder), output)
    elif form is VerifyFormat.HTML:
        write(html_verdicts(found, folder), output)
    elif output is None:
        show_verdicts(found, folder)
    else:
        show(verdict_lines(found, folder), output)
    raise typer.Exit(exit_status(verdicts))


def _mentions(
    document: "Document", lang: "Language | None", published: str | None, *, topic: str = ""
) -> "list[Mention]":
    from cnkz_stats.text.extract import extract as figures_of

    if published is not None:
        period_of(published, "--published")
    found = figures_of(document.readable, lang and lang.value, published or document.published, topic=topic)
    return [mention.within(document.name, document.text) for mention in found]
