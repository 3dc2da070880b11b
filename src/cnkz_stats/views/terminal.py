"""Tables and text for people: coloured and fitted in a terminal, plain and never wrapped anywhere else."""

import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace

from cnkz_stats.views.layout import Line, table_lines, wrapped
from cnkz_stats.views.output import write_text
from cnkz_stats.views.tables import Table

_WIDE = 100_000
_STEERING = re.compile(r"[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\[)")

Block = Table | Line


def show(blocks: Iterable[Block]) -> None:
    """Print to standard output: fitted and coloured in a terminal, else plain."""
    if sys.stdout is not None and sys.stdout.isatty():
        write_text(_coloured(blocks), None)
    else:
        write_text(plain(blocks), None)


def plain(blocks: Iterable[Block]) -> str:
    """The same without colour, each line as long as it needs to be."""
    return _ended(
        "".join(f"{' ' * line.indent}{line.text}".rstrip() + "\n" for line in _lines(blocks, _WIDE))
    )


def _ended(text: str) -> str:
    """With one line feed at its end, whatever stood last."""
    return text.rstrip("\n") + "\n"


def _lines(blocks: Iterable[Block], width: int) -> Iterator[Line]:
    """The lines of all blocks; what a source hides in them to steer a terminal is shown as �."""
    for block in blocks:
        for line in table_lines(block, width) if isinstance(block, Table) else (block,):
            yield replace(line, text=inert(line.text))


def inert(text: str) -> str:
    """A line of text without what could steer a terminal, or GitHub, which obeys `::` and `##[` in the log of a job."""
    return _COMMAND.sub(r"\1�", _STEERING.sub("�", text))


def _coloured(blocks: Iterable[Block]) -> str:
    """With the escape codes that the terminal knows; what a source says is text, never markup."""
    from rich.console import Console  # noqa: PLC0415 (heavy, and only a terminal needs it)
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    with console.capture() as captured:
        for line in _lines(blocks, console.width):
            for part in wrapped(line, console.width):
                text = Text(" " * part.indent).append(part.text, style=part.style or None)
                console.print(text, soft_wrap=True)
    return _ended(captured.get())
