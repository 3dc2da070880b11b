"""The commands: parse options, call one function, print, exit."""

import os
import signal
import sys
from collections.abc import Iterable
from enum import StrEnum
from io import TextIOWrapper
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from cnkz_stats.errors import CnkzError

if TYPE_CHECKING:
    from cnkz_stats.figures.period import Period
    from cnkz_stats.ledger.folder import Folder
    from cnkz_stats.reasoning.audit import Audit
    from cnkz_stats.text.documents import Document
    from cnkz_stats.text.mention import Mention
    from cnkz_stats.views.machine import Json
    from cnkz_stats.views.tables import Table
    from cnkz_stats.views.terminal import Block

app = typer.Typer(
    name="cnkz-stats",
    help="Check published statistics against each other: growth, charts, and proof of what cannot all be true.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

UNUSABLE = 2


class Format(StrEnum):
    """How rows are printed."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    MARKDOWN = "markdown"


class CheckFormat(StrEnum):
    """How a check is printed."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"


class ExplainFormat(StrEnum):
    """How an explanation is printed."""

    TEXT = "text"
    JSON = "json"


class FailOn(StrEnum):
    """The mildest finding that makes a check fail."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Language(StrEnum):
    """The languages that figures are read in."""

    EN = "en"
    RU = "ru"
    ZH = "zh"
    KK = "kk"


class VerifyFormat(StrEnum):
    """How a verified text is printed."""

    TEXT = "text"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


DataOption = Annotated[
    Path | None,
    typer.Option(
        "--data", metavar="DIR", envvar="CNKZ_STATS_DATA", help="The data folder [default: the bundled one]"
    ),
]
OutputOption = Annotated[
    Path | None, typer.Option("--output", "-o", metavar="FILE", help="Write to a file, whole or not at all")
]
PublishedOption = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="When the text was published, e.g. 2023-05-19: what last year means"),
]
LanguageOption = Annotated[
    Language | None, typer.Option(help="The language [default: recognised sentence by sentence]")
]
FormatOption = Annotated[Format, typer.Option("--format", help="How to print")]


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        _write(f"cnkz-stats {version('cnkz-stats')}\n", None)
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit")
    ] = False,
) -> None:
    """Check published statistics against each other."""


@app.command(epilog="Example: cnkz-stats growth turnover --from 1992 --to 2021")
def growth(
    series: Annotated[str | None, typer.Argument(help="A series code, e.g. turnover [default: all]")] = None,
    start: Annotated[
        str | None, typer.Option("--from", metavar="PERIOD", help="First period, e.g. 1992")
    ] = None,
    end: Annotated[str | None, typer.Option("--to", metavar="PERIOD", help="Last period, e.g. 2021")] = None,
    authority: Annotated[str | None, typer.Option(help="Only the books of this authority, e.g. GACC")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """How fast it grew, and how sure that is given the rounding. Beside it what sources claim, and whether that agrees."""
    from cnkz_stats.analysis.growth import growth as growth_rows
    from cnkz_stats.analysis.targets import needed_growth
    from cnkz_stats.views.legend import growth_legend
    from cnkz_stats.views.machine import GROWTH_COLUMNS, a_row_for_each_claim, growth_json
    from cnkz_stats.views.rows import growth_tables

    folder = _folder(data)
    rows = growth_rows(
        folder, series, start=_period(start, "--from"), end=_period(end, "--to"), authority=authority
    )
    if start is None and end is None:
        rows += needed_growth(folder, series, authority=authority)
    tables, below = growth_tables(rows, folder), growth_legend(rows, folder)
    lines: Iterable[Json] = growth_json(rows)
    if form is Format.CSV:
        lines = a_row_for_each_claim(lines)
    _print_rows(tables, lines, GROWTH_COLUMNS, form, output, below=below)


@app.command(epilog="Example: cnkz-stats check --fail-on warning")
def check(
    topics: Annotated[
        list[str] | None, typer.Argument(help="Only findings about these topics [default: all]")
    ] = None,
    data: DataOption = None,
    form: Annotated[CheckFormat, typer.Option("--format", help="How to print")] = CheckFormat.TEXT,
    fail_on: Annotated[
        FailOn, typer.Option(help="Exit with 1 at findings from this severity on")
    ] = FailOn.ERROR,
    timeout: Annotated[
        float | None,
        typer.Option(min=0.001, metavar="SECONDS", help="Give up then: what is left is undecided, exit 3"),
    ] = None,
    write_known: Annotated[
        bool,
        typer.Option(
            "--write-known", help="Add a row to known.csv for each conflict, for you to give the reason"
        ),
    ] = False,
    output: OutputOption = None,
) -> None:
    """Which figures cannot all be true, by how much, and why."""
    from cnkz_stats.analysis.comparisons import comparisons
    from cnkz_stats.reasoning.audit import audit, on_topics
    from cnkz_stats.reasoning.findings import exit_status

    folder = _folder(data)
    found = on_topics(audit(folder, timeout=timeout), topics or (), folder)
    compared = comparisons(found.facts, folder)
    if form is CheckFormat.TEXT:
        from cnkz_stats.views.report_lines import check_blocks

        _show(check_blocks(found, compared, folder), output)
    else:
        from importlib.metadata import version

        from cnkz_stats.views.check_formats import FORMATS, Checked

        checked = Checked(found, compared, folder, fail_on.value, version("cnkz-stats"))
        _write(FORMATS[form.value](checked), output)
    if form is CheckFormat.GITHUB and os.environ.get("GITHUB_STEP_SUMMARY"):
        from cnkz_stats.views.github import add_to_summary

        add_to_summary(Path(os.environ["GITHUB_STEP_SUMMARY"]), found, compared, folder)
    if write_known:
        _propose(found, folder, data)
    raise typer.Exit(exit_status(found.findings, fail_on.value))


def _propose(found: "Audit", folder: "Folder", data: Path | None) -> None:
    """Add what is not known yet to known.csv. The bundled folder is nobody's to write to, so one has to be named."""
    from cnkz_stats.ledger.rows import COLUMNS
    from cnkz_stats.ledger.writing import append_rows
    from cnkz_stats.reasoning.known import proposals

    if data is None:
        raise CnkzError("--write-known: read no folder, expected --data DIR, the one to write to")
    rows = list(proposals(found.findings, folder))
    path = data / "known.csv"
    if rows:
        append_rows(path, COLUMNS["known.csv"], rows)
    typer.echo(
        f"{path}: {len(rows)} added; a row counts once its reason no longer begins with TODO", err=True
    )


@app.command(epilog="Example: cnkz-stats bounds turnover")
def bounds(
    series: Annotated[str | None, typer.Argument(help="A series code, e.g. turnover [default: all]")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The tightest range that all claims together leave. For each quantity, published or not, with the claims that bind it."""
    from cnkz_stats.reasoning.audit import audit
    from cnkz_stats.reasoning.explain import implied_bounds
    from cnkz_stats.views.explanations import BOUNDS_CSV, bounds_json, bounds_table, repair_lines

    folder = _folder(data)
    found = audit(folder)
    ranges = implied_bounds(found, folder, series)
    table = bounds_table(ranges, folder)
    _print_rows([table], bounds_json(ranges), BOUNDS_CSV, form, output, below=repair_lines(found))


@app.command(epilog="Example: cnkz-stats explain turnover 2021")
def explain(
    what: Annotated[str, typer.Argument(help="The id of a claim or a finding, or a series code")],
    period: Annotated[
        str | None, typer.Argument(help="For a series: the period, e.g. 2021 [default: all]")
    ] = None,
    data: DataOption = None,
    form: Annotated[ExplainFormat, typer.Option("--format", help="How to print")] = ExplainFormat.TEXT,
    output: OutputOption = None,
) -> None:
    """From which claims a figure follows. In numbered lines to redo on a calculator, and what would have to change."""
    from cnkz_stats.reasoning.audit import audit
    from cnkz_stats.reasoning.explain import explain as derivations
    from cnkz_stats.views.explanations import explanation_json, explanation_lines, repair_lines
    from cnkz_stats.views.machine import json_text

    folder = _folder(data)
    found = audit(folder)
    explained = derivations(what, _period(period, "PERIOD"), found, folder)
    if form is ExplainFormat.JSON:
        _write(json_text(explanation_json(explained, found)), output)
    else:
        _show([*explanation_lines(explained, folder), *repair_lines(found)], output)


@app.command(epilog="Example: cnkz-stats chart trade -o trade.svg")
def chart(
    topic: Annotated[
        str,
        typer.Argument(
            help="What to draw: a claim file of the folder, such as trade, rail, agriculture, projects"
        ),
    ],
    data: DataOption = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="PNG, SVG or PDF by suffix [default: TOPIC.png]"),
    ] = None,
) -> None:
    """Save a picture, conflicts marked and sources named. Ranges are drawn, with published growth beside."""
    from cnkz_stats.views.charts import save_chart

    path = output or Path(f"{topic}.png")
    save_chart(_folder(data), topic, path)
    _write(f"{path}\n", None)


@app.command(epilog="Example: cnkz-stats table trade --format csv")
def table(
    topic: Annotated[str | None, typer.Argument(help="A topic, e.g. trade [default: all]")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The claims, each as its source prints it. With the range that it says for certain."""
    from cnkz_stats.views.listings import CLAIMS_CSV, claim_tables, claims_json, claims_of

    folder = _folder(data)
    claims = claims_of(folder, topic)
    _print_rows(claim_tables(claims, folder), claims_json(claims), CLAIMS_CSV, form, output)


@app.command(epilog="Example: cnkz-stats extract article.txt --format csv")
def extract(
    files: Annotated[list[str], typer.Argument(metavar="FILE…|-", help="Text, Markdown, HTML or PDF")],
    published: PublishedOption = None,
    lang: LanguageOption = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The figures that a text states, with what it says they are about; as CSV the rows of a claim file."""
    from cnkz_stats.ledger.claim import CLAIM_COLUMNS
    from cnkz_stats.text.documents import read_document
    from cnkz_stats.views.mentions import claim_rows, mention_tables, mentions_json

    documents = [read_document(name) for name in files]
    mentions = [mention for document in documents for mention in _mentions(document, lang, published)]
    rows = claim_rows(mentions, _folder(data).series) if form is Format.CSV else mentions_json(mentions)
    _print_rows(mention_tables(mentions), rows, CLAIM_COLUMNS, form, output)


@app.command(epilog='Example: cnkz-stats verify "Trade came to $31.17 billion in 2022."')
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

    folder = _folder(data)
    documents = [text_or_document(text) for text in texts]
    found = [(one, held_against(_mentions(one, lang, published), folder)) for one in documents]
    verdicts = [verdict for _, several in found for verdict in several]
    if form is VerifyFormat.JSON:
        _write(json_text(verdicts_json(verdicts)), output)
    elif form is VerifyFormat.MARKDOWN:
        _write(markdown_verdicts(found, folder), output)
    elif form is VerifyFormat.HTML:
        _write(html_verdicts(found, folder), output)
    elif output is None:
        show_verdicts(found, folder)
    else:
        _show(verdict_lines(found, folder), output)
    raise typer.Exit(exit_status(verdicts))


def _mentions(document: "Document", lang: "Language | None", published: str | None) -> "list[Mention]":
    from cnkz_stats.text.extract import extract as figures_of

    if published is not None:
        _period(published, "--published")
    found = figures_of(document.readable, lang and lang.value, published or document.published)
    return [mention.within(document.name, document.text) for mention in found]


@app.command(epilog="Example: cnkz-stats sources")
def sources(data: DataOption = None, form: FormatOption = Format.TABLE, output: OutputOption = None) -> None:
    """The documents that the claims are taken from."""
    from cnkz_stats.views.listings import SOURCES_CSV, sources_json, sources_table

    folder = _folder(data)
    _print_rows([sources_table(folder)], sources_json(folder), SOURCES_CSV, form, output)


@app.command(epilog="Example: cnkz-stats init figures")
def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder")],
) -> None:
    """A small data folder to start from. With an example of each statement."""
    from cnkz_stats.ledger.starter import write_starter

    write_starter(folder)
    _write(f"{folder}: put your figures in place of the examples, see README.md there\n", None)


@app.command(epilog="Example: cnkz-stats fmt --check")
def fmt(
    folder: Annotated[Path | None, typer.Argument(metavar="DIR", help="The same as --data DIR")] = None,
    data: DataOption = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a table is not in canonical form")
    ] = False,
) -> None:
    """Bring the tables of a folder into canonical form. Quotes, line ends, spaces, columns, order of codes."""
    from cnkz_stats.ledger.canonical import canonical_tables, differing
    from cnkz_stats.ledger.folder import bundled_folder
    from cnkz_stats.ledger.writing import write_files

    tables = canonical_tables(folder or data or bundled_folder())
    others = differing(tables)
    if not check:
        write_files(others)
    listed = "".join(f"{path}: {'not in canonical form' if check else 'rewritten'}\n" for path in others)
    _write(listed or f"{len(tables)} tables in canonical form\n", None)
    raise typer.Exit(1 if check and others else 0)


@app.command(epilog="Example: cnkz-stats doctor")
def doctor(data: DataOption = None) -> None:
    """What is installed, and whether it works. The exit status is 2 if something does not."""
    from cnkz_stats.ledger.folder import bundled_folder
    from cnkz_stats.views.installation import installation_table, works

    found = installation_table(data or bundled_folder())
    _show([found], None)
    raise typer.Exit(0 if works(found) else UNUSABLE)


def main() -> NoReturn:
    """Run the program: one line for each thing the user can mend and exit status 2; an interrupt ends it at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        sys.exit(app())
    except CnkzError as error:
        typer.echo(str(error), err=True)
        sys.exit(UNUSABLE)


def _folder(path: Path | None) -> "Folder":
    from cnkz_stats.ledger.folder import bundled_folder, read_folder

    return read_folder(bundled_folder() if path is None else path)


def _period(text: str | None, option: str) -> "Period | None":
    from cnkz_stats.figures.period import Period

    try:
        return None if text is None else Period.parse(text)
    except ValueError:
        raise CnkzError(
            f"{option}: read {text!r}, expected a period such as 2021, 2022-Q1 or 2023-01/2023-11"
        ) from None


def _print_rows(
    tables: "list[Table]",
    rows: "Iterable[Json]",
    columns: tuple[str, ...],
    form: Format,
    output: Path | None,
    *,
    below: "Iterable[Block]" = (),
) -> None:
    """For people the tables and what stands below them; for programs the rows, as CSV those columns of them."""
    from cnkz_stats.views.machine import csv_text, json_text
    from cnkz_stats.views.tables import markdown_text

    if form is Format.TABLE:
        _show([*tables, *below], output)
    elif form is Format.MARKDOWN:
        _write(markdown_text(tables), output)
    elif form is Format.CSV:
        _write(csv_text(columns, rows), output)
    else:
        _write(json_text(list(rows)), output)


def _show(blocks: "Iterable[Block]", output: Path | None) -> None:
    from cnkz_stats.views.terminal import plain, show

    if output is None:
        show(blocks)
    else:
        _write(plain(blocks), output)


def _write(text: str, output: Path | None) -> None:
    from cnkz_stats.views.output import write_text

    write_text(text, output)
