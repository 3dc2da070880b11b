"""Commands that make and keep a data folder, and look after the installation."""

from pathlib import Path
from typing import Annotated

import typer

from cnkz_stats.cli.options import DataOption
from cnkz_stats.cli.printing import UNUSABLE, show, write


def init(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="A new or an empty folder")],
) -> None:
    """A small data folder to start from. With an example of each statement."""
    from cnkz_stats.ledger.starter import write_starter

    write_starter(folder)
    write(f"{folder}: put your figures in place of the examples, see README.md there\n", None)


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
    write(listed or f"{len(tables)} tables in canonical form\n", None)
    raise typer.Exit(1 if check and others else 0)


def doctor(data: DataOption = None) -> None:
    """What is installed, and whether it works. The exit status is 2 if something does not."""
    from cnkz_stats.ledger.folder import bundled_folder
    from cnkz_stats.views.installation import installation_table, works

    found = installation_table(data or bundled_folder())
    show([found], None)
    raise typer.Exit(0 if works(found) else UNUSABLE)
