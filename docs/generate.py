"""Writes what the pages take from the program: `docs/cli.md`, lists of modules, the output in every ```console block.

Blocks are run in the order of a page, in one folder with nothing but `examples`, on a terminal of 88 columns. A line
with only `…` in a block stands for any lines; such a block is checked and left as it is.
"""

import ast
import inspect
import os
import pty
import re
import struct
import sys
import tempfile
import termios
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from fcntl import ioctl
from inspect import getdoc, signature
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

from typer.models import ArgumentInfo, CommandInfo

from cnkz_stats.cli import app

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "src" / "cnkz_stats"
REFERENCE = ROOT / "docs" / "cli.md"
COLUMNS = 88
ANY_LINES = "…"
_BLOCK = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.MULTILINE | re.DOTALL)
_LIST = re.compile(r"(<!-- modules(?: of (\w+))? -->)\n.*?(<!-- end -->)", re.DOTALL)
_CODES = re.compile(r"\x1b\[[0-9;]*m")
_FOREWORD = """# Commands

Written by `docs/generate.py` from the program itself.

Every command reads the data folder that comes with the program, or the one that `--data` or the variable `CNKZ_STATS_DATA` names. Output is fitted to a terminal and plain anywhere else. What was found about a folder is kept until it changes, in the user's cache or where `CNKZ_STATS_CACHE` says, nowhere if that is empty. JSON is described in `docs/schema/`.

| exit status | meaning |
| --- | --- |
| 0 | nothing found at or above `--fail-on` |
| 1 | findings |
| 2 | input or usage that the program cannot work with; a line on standard error for each problem |
| 3 | nothing found, but something could not be decided |
"""


_BAR = re.compile(r"\x1b\[\?25l.*?\x1b\[\?25h(?:\r?\x1b\[(?:1A|2K))*\r?", re.DOTALL)
"""A bar that tells how far a program is, which is gone when it has ended."""


def pages() -> list[Path]:
    """Every page that may have examples."""
    return [ROOT / "README.md", *sorted((ROOT / "docs").glob("**/*.md"))]


def on_terminal(
    arguments: list[str],
    *,
    columns: int,
    folder: Path | None = None,
    environment: Mapping[str, str] | None = None,
) -> str:
    """What a program prints on a terminal of so many columns, with its escape codes."""
    pid, terminal = pty.fork()
    if pid == 0:
        ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 50, columns, 0, 0))
        os.chdir(folder or ".")
        kept = {
            name: value for name, value in os.environ.items() if name not in {"COLUMNS", "CNKZ_STATS_DATA"}
        }
        path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
        os.execve(
            arguments[0], arguments, {**kept, "PATH": path, "TERM": "xterm-256color", **(environment or {})}
        )
    read = b"".join(_parts(terminal))
    os.close(terminal)
    os.waitpid(pid, 0)
    return _BAR.sub("", read.decode()).replace("\r\n", "\n")


def _parts(terminal: int) -> Iterator[bytes]:
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # how Linux says that nobody writes to it any more
            return
        if not part:
            return
        yield part


def refreshed(text: str) -> str:
    """A page with the output of its examples, and its lists of modules, as they are now."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "examples").symlink_to(ROOT / "examples")
        text = _BLOCK.sub(lambda block: "".join(_rerun(block[0], folder)), text)
    return _LIST.sub(lambda room: f"{room[1]}\n{modules(room[2] or '')}{room[3]}", text)


def modules(room: str) -> str:
    """The modules of a room, or those of none, each with what it says of itself."""
    paths = sorted((PACKAGE / room).glob("*.py"))
    named = [path for path in paths if not path.name.startswith("__")]
    rows = [f"| `{path.relative_to(PACKAGE).with_suffix('')}` | {_first_line(path)} |\n" for path in named]
    return "".join(["\n| module | what it is for |\n| --- | --- |\n", *rows, "\n"]) if rows else ""


def _first_line(path: Path) -> str:
    said = ast.get_docstring(ast.parse(path.read_bytes())) or ""
    return said.partition("\n")[0].replace("|", "\\|")


def _rerun(block: str, folder: Path) -> Iterator[str]:
    for example in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if example:
            command, _, shown = example.partition("\n")
            actual = _printed(command.removeprefix("$ "), folder)
            yield f"{command}\n{shown if _stands_for(shown, actual) else actual}"


def _printed(command: str, folder: Path) -> str:
    shown = _CODES.sub("", on_terminal(["/bin/bash", "-c", command], columns=COLUMNS, folder=folder))
    return "".join(f"{line.rstrip()}\n" for line in shown.rstrip("\n").split("\n")) if shown.strip() else ""


def _stands_for(shown: str, actual: str) -> bool:
    """Whether lines with `…` between them are what was printed, with something left out."""
    kept = re.split(rf"^{ANY_LINES}\n", shown, flags=re.MULTILINE)
    return len(kept) > 1 and re.fullmatch("(?:.*\n)*".join(map(re.escape, kept)), actual) is not None


def reference() -> str:
    """The page on all commands."""
    return "\n".join([_FOREWORD, *map(_section, app.registered_commands)])


def _section(command: CommandInfo) -> str:
    name, callback = command.name, command.callback
    assert name is not None
    assert callback is not None
    parameters = [Parameter.of(one, callback) for one in signature(callback).parameters.values()]
    arguments = [one for one in parameters if not one.names]
    options = [one for one in parameters if one.names]
    usage = " ".join(["cnkz-stats", name, *(one.written for one in arguments), "[OPTIONS]"])
    example = (command.epilog or "").removeprefix("Example: ")
    return "\n".join(
        [
            f"## {name}\n\n`{usage}`\n\n{getdoc(callback)}\n",
            f"Example: `{example}`\n",
            "| option | meaning |",
            "| --- | --- |",
            *(f"| {one.written_as_code} | {one.meaning} |" for one in (*arguments, *options)),
            "",
        ]
    )


@dataclass(frozen=True, slots=True)
class Parameter:
    """An argument (without names) or an option of a command."""

    names: tuple[str, ...]
    written: str
    help: str

    @classmethod
    def of(cls, parameter: inspect.Parameter, callback: Callable[..., Any]) -> "Parameter":
        """What a parameter of a command's function says of itself."""
        annotation, info = get_args(get_type_hints(callback, include_extras=True)[parameter.name])
        kinds = [one for one in (annotation, *get_args(annotation)) if isinstance(one, type)]
        choices = tuple(str(one) for kind in kinds if issubclass(kind, Enum) for one in kind)
        required = parameter.default is inspect.Parameter.empty
        if isinstance(info, ArgumentInfo):
            name = (info.metavar or parameter.name).strip("[]").upper()
            many = "…" if any(get_origin(one) is list for one in (annotation, *get_args(annotation))) else ""
            listed = f": {', '.join(choices)}" if choices else ""
            return cls((), f"{name if required else f'[{name}]'}{many}", f"{info.help}{listed}")
        # with Annotated, Typer keeps the first name where the default would stand
        given = (name for name in (info.default, *(info.param_decls or ())) if str(name).startswith("-"))
        names = tuple(given) or (f"--{parameter.name.replace('_', '-')}",)
        takes = bool not in kinds
        metavar = info.metavar or ("|".join(choices) if choices else parameter.name.upper())
        default = "" if required or not choices else f" [default: {parameter.default}]"
        return cls(names, metavar if takes else "", f"{info.help}{default}")

    @property
    def written_as_code(self) -> str:
        """Its names and what it takes, as in a table of Markdown."""
        shown = ", ".join(f"`{name}`" for name in self.names)
        return " ".join(filter(None, (shown, self.written and f"`{self.written}`"))).replace("|", "\\|")

    @property
    def meaning(self) -> str:
        """What it is for."""
        return self.help.replace("|", "\\|")


def main() -> None:
    """Write all pages."""
    REFERENCE.write_text(reference(), encoding="utf-8")
    for page in pages():
        text = page.read_text(encoding="utf-8")
        page.write_text(refreshed(text), encoding="utf-8")


if __name__ == "__main__":
    main()
