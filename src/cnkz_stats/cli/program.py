"""The program: its commands in the order of the help, and how it ends."""

import gc
import signal
import sys
from collections.abc import Callable
from io import TextIOWrapper
from typing import Annotated, NoReturn, cast

import typer

from cnkz_stats.cli.answers import bounds, explain, growth
from cnkz_stats.cli.checking import check
from cnkz_stats.cli.folders import doctor, fmt, init
from cnkz_stats.cli.listings import chart, projects, sources, table
from cnkz_stats.cli.printing import UNUSABLE, write
from cnkz_stats.cli.texts import extract, verify
from cnkz_stats.errors import CnkzError
from cnkz_stats.views.output import discard, standard_output

app = typer.Typer(
    name="cnkz-stats",
    help="Check published statistics against each other: growth, charts, and proof of what cannot all be true.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)

COMMANDS: tuple[tuple[Callable[..., None], str], ...] = (
    (growth, "growth turnover --from 1992 --to 2021"),
    (check, "check --fail-on warning"),
    (bounds, "bounds turnover"),
    (explain, "explain turnover 2021"),
    (chart, "chart trade -o trade.svg"),
    (table, "table trade --format csv"),
    (extract, "extract article.txt --format csv"),
    (verify, 'verify "Trade came to $31.17 billion in 2022."'),
    (sources, "sources"),
    (projects, "projects --by sector"),
    (init, "init figures"),
    (fmt, "fmt --check"),
    (doctor, "doctor"),
)
"""Each with an example, which begins with its name."""

_UsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""A command line that makes no sense; Typer itself has a name for one kind of it only."""

for _command, _example in COMMANDS:
    app.command(_example.split()[0], epilog=f"Example: cnkz-stats {_example}")(_command)


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        write(f"cnkz-stats {version('cnkz-stats')}\n", None)
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version and exit")
    ] = False,
) -> None:
    """Check published statistics against each other."""


def main() -> NoReturn:
    """Run the program: one line for each thing the user can mend and exit status 2; an interrupt ends it at once."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    gc.disable()  # a program that ends soon makes much and drops little: looking through it would cost a third of its time
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        with standard_output():  # where Typer prints its help
            sys.exit(app(standalone_mode=False))
    except (CnkzError, _UsageError) as error:
        _complain(error)
        sys.exit(UNUSABLE)
    except SystemExit as ended:
        if not isinstance(ended.__context__, BrokenPipeError):
            raise
    sys.exit()  # a reader who closes the pipe has seen enough, of help too, which Typer counts as a failure


def _complain(error: CnkzError | typer.BadParameter) -> None:
    """On standard error; where that cannot be written, the status alone has to say it."""
    try:
        if isinstance(error, CnkzError):
            typer.echo(str(error), err=True)
        else:
            error.show()
    except OSError:
        discard(sys.stderr)
