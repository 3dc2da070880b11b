"""The command that says which figures cannot all be true."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from cnkz_stats.cli.options import CheckFormat, DataOption, FailOn, OutputOption
from cnkz_stats.cli.printing import audited, data_folder, show, write
from cnkz_stats.errors import CnkzError, DataError

if TYPE_CHECKING:
    from cnkz_stats.ledger.folder import Folder
    from cnkz_stats.reasoning.findings import Audit


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
    from cnkz_stats.ledger.remembered import remembered
    from cnkz_stats.reasoning.findings import exit_status, on_topics

    if write_known and data is None:
        raise CnkzError("--write-known: read no folder, expected --data DIR, the one to write to")
    folder = _folder(data, form)
    found = on_topics(audited(folder, timeout=timeout), topics or (), folder)
    compared = remembered(folder, ("comparisons", topics), lambda: comparisons(found.facts, folder))
    if form is CheckFormat.TEXT:
        from cnkz_stats.views.report_lines import check_blocks

        show(check_blocks(found, compared, folder), output)
    else:
        from importlib.metadata import version

        from cnkz_stats.views.check_formats import FORMATS, Checked

        checked = Checked(found, compared, folder, fail_on.value, version("cnkz-stats"))
        write(FORMATS[form.value](checked), output)
    if form is CheckFormat.GITHUB and os.environ.get("GITHUB_STEP_SUMMARY"):
        from cnkz_stats.views.github import add_to_summary

        add_to_summary(Path(os.environ["GITHUB_STEP_SUMMARY"]), found, compared, folder)
    if write_known and data is not None:
        _propose(found, folder, data)
    raise typer.Exit(exit_status(found.findings, fail_on.value))


def _folder(data: Path | None, form: CheckFormat) -> "Folder":
    """The folder; where rows cannot be read, GitHub is told at which lines before the check ends."""
    try:
        return data_folder(data)
    except DataError as error:
        if form is CheckFormat.GITHUB and data is not None:
            from cnkz_stats.views.github import problem_marks

            write(problem_marks(error.problems, data), None)
        raise


def _propose(found: "Audit", folder: "Folder", data: Path) -> None:
    """Add what is not known yet to known.csv. The bundled folder is nobody's to write to, so one has to be named."""
    from cnkz_stats.ledger.rows import COLUMNS
    from cnkz_stats.ledger.writing import append_rows
    from cnkz_stats.reasoning.known import proposals

    rows = list(proposals(found.findings, folder))
    path = data / "known.csv"
    if rows:
        append_rows(path, COLUMNS["known.csv"], rows)
    typer.echo(
        f"{path}: {len(rows)} added; a row counts once its reason no longer begins with TODO", err=True
    )
