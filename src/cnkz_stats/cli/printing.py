"""What all commands do alike: read the folder, print the answer."""

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from cnkz_stats.cli.options import Format
from cnkz_stats.errors import CnkzError

if TYPE_CHECKING:
    from cnkz_stats.figures.period import Period
    from cnkz_stats.ledger.folder import Folder
    from cnkz_stats.reasoning.findings import Audit
    from cnkz_stats.views.machine import Json
    from cnkz_stats.views.tables import Table
    from cnkz_stats.views.terminal import Block


UNUSABLE = 2


def data_folder(path: Path | None) -> "Folder":
    """The folder that was asked for, read; without one the bundled folder."""
    from cnkz_stats.ledger.folder import bundled_folder
    from cnkz_stats.ledger.remembered import remembered_folder

    return remembered_folder(bundled_folder() if path is None else path)


def audited(folder: "Folder", *, timeout: float | None = None) -> "Audit":
    """All claims of a folder held against each other; a bar tells whoever waits how far it is."""
    from cnkz_stats.reasoning.heard import heard
    from cnkz_stats.views.progress import progress

    with progress("Checking") as told:
        return heard(folder, timeout=timeout, progress=told)


def period_of(text: str | None, option: str) -> "Period | None":
    """What an option says, as a period."""
    from cnkz_stats.figures.period import Period

    try:
        return None if text is None else Period.parse(text)
    except ValueError:
        raise CnkzError(
            f"{option}: read {text!r}, expected a period such as 2021, 2022-Q1 or 2023-01/2023-11"
        ) from None


def print_rows(
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
        show([*tables, *below], output)
    elif form is Format.MARKDOWN:
        write(markdown_text(tables), output)
    elif form is Format.CSV:
        write(csv_text(columns, rows), output)
    else:
        write(json_text(list(rows)), output)


def show(blocks: "Iterable[Block]", output: Path | None) -> None:
    """To a file or to the screen, as a terminal shows it best."""
    from cnkz_stats.views import terminal

    if output is None:
        terminal.show(blocks)
    else:
        write(terminal.plain(blocks), output)


def write(text: str, output: Path | None) -> None:
    """To a file or to standard output, as it is."""
    from cnkz_stats.views.output import write_text

    write_text(text, output)
