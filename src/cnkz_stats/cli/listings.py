"""Commands that show what a folder holds: claims, documents, pictures."""

from pathlib import Path
from typing import Annotated

import typer

from cnkz_stats.cli.options import DataOption, Format, FormatOption, OutputOption
from cnkz_stats.cli.printing import data_folder, print_rows, write


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
    save_chart(data_folder(data), topic, path)
    write(f"{path}\n", None)
