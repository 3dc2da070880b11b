"""Commands that show what a folder holds: claims, documents, pictures."""

from pathlib import Path
from typing import Annotated

import typer

from cnkz_stats.cli.options import By, DataOption, Format, FormatOption, OutputOption
from cnkz_stats.cli.printing import data_folder, print_rows, write
from cnkz_stats.errors import CnkzError


def table(
    topic: Annotated[str | None, typer.Argument(help="A topic, e.g. trade [default: all]")] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """The claims, each as its source prints it. With the range that it says for certain."""
    from cnkz_stats.views.listings import CLAIMS_CSV, claim_tables, claims_json, claims_of

    folder = data_folder(data)
    claims = claims_of(folder, topic)
    print_rows(claim_tables(claims, folder), claims_json(claims), CLAIMS_CSV, form, output)


def sources(data: DataOption = None, form: FormatOption = Format.TABLE, output: OutputOption = None) -> None:
    """The documents that the claims are taken from."""
    from cnkz_stats.views.listings import SOURCES_CSV, sources_json, sources_table

    folder = data_folder(data)
    print_rows([sources_table(folder)], sources_json(folder), SOURCES_CSV, form, output)


def projects(
    sector: Annotated[
        str | None, typer.Argument(help="Only this sector, e.g. 'wind power' [default: all]")
    ] = None,
    place: Annotated[
        str | None, typer.Option(metavar="WORD", help="Only where the place has this word")
    ] = None,
    status: Annotated[
        str | None, typer.Option(metavar="WORD", help="Only of this status, e.g. operating")
    ] = None,
    year: Annotated[str | None, typer.Option(metavar="YEAR", help="Only of this year, e.g. 2023")] = None,
    by: Annotated[
        By | None, typer.Option(help="Add up capacity and value by this, instead of a list")
    ] = None,
    data: DataOption = None,
    form: FormatOption = Format.TABLE,
    output: OutputOption = None,
) -> None:
    """Joint projects by name, or their capacity and value added up. A sum says how many projects state their part."""
    from cnkz_stats.analysis.projects import chosen, groups
    from cnkz_stats.views.projects import (
        PROJECTS_CSV,
        TOTALS_CSV,
        group_table,
        project_table,
        projects_json,
        totals_json,
    )

    listed = chosen(data_folder(data), sector=sector, place=place, status=status, year=year)
    if by is None:
        print_rows([project_table(listed)], projects_json(listed), PROJECTS_CSV, form, output)
    else:
        added = groups(listed, by.value)
        print_rows([group_table(added, by.value)], totals_json(added, by.value), TOTALS_CSV, form, output)


def chart(
    topic: Annotated[
        str,
        typer.Argument(
            help="What to draw: a claim file of the folder, such as trade, rail, agriculture, projects; or conflict"
        ),
    ],
    conflict: Annotated[
        str | None, typer.Argument(metavar="ID", help="Which conflict: its id, or that of a claim in it")
    ] = None,
    data: DataOption = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="PNG, SVG or PDF by suffix [default: TOPIC.png]"),
    ] = None,
) -> None:
    """Save a picture, conflicts marked and sources named. Ranges are drawn, with published growth beside."""
    from cnkz_stats.views.charts import save_chart

    if (topic == "conflict") is (conflict is None):
        raise CnkzError("expected 'chart conflict ID', or 'chart TOPIC' without an id")
    path = output or Path(f"{topic}.png")
    save_chart(data_folder(data), topic, path, conflict=conflict)
    write(f"{path}\n", None)
