"""The whole program, run as a user runs it: arguments in; exit status, standard output and standard error out."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from cnkz_stats.cli import main
from folders import FIRST_FOLDER

PRESS = Path(__file__).parent / "press"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--write-golden", action="store_true", help="write what the program prints now as expected"
    )


@dataclass(frozen=True)
class Run:
    status: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def _untouched_environment(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing that a developer has set decides a test; the program's way with interrupts ends with it.

    Where a test names no folder, the first one is read; a test that wants the bundled one takes the variable away.
    """
    for name in ("COLUMNS", "NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("CNKZ_STATS_DATA", str(FIRST_FOLDER))
    before = signal.getsignal(signal.SIGINT)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Run]:
    """The program in this process: quick."""

    def run_(*arguments: object) -> Run:
        monkeypatch.setattr(sys, "argv", ["cnkz-stats", *map(str, arguments)])
        with pytest.raises(SystemExit) as left:
            main()
        captured = capfd.readouterr()
        return Run(left.value.code or 0, captured.out, captured.err)

    return run_


@pytest.fixture
def spawn() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The program in a process of its own, for what happens at its edges: `shell` is a line of sh that calls it `cnkz`."""

    def spawn_(shell: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            ["bash", "-c", f'set -o pipefail; cnkz() {{ "{sys.executable}" -m cnkz_stats "$@"; }}; {shell}'],
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, **environment},
            check=False,
        )

    return spawn_
