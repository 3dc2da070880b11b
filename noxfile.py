"""The project's tasks, each defined here and nowhere else: `nox -l` lists them, `nox` checks all that CI checks.

They run in the environment that nox itself is installed in: `.venv-dev/bin/pip install -e '.[dev,tasks]'`, then
`.venv-dev/bin/nox`.
"""

import subprocess
import sys
from pathlib import Path

import nox

nox.options.default_venv_backend = "none"
nox.options.sessions = ["lint", "test", "check-data"]


def python(session: nox.Session, *arguments: str) -> None:
    session.run(sys.executable, *arguments, external=True)


@nox.session
def test(session: nox.Session) -> None:
    """Run the tests; arguments after -- go to pytest."""
    python(session, "-m", "pytest", *session.posargs)


@nox.session
def style(session: nox.Session) -> None:
    """Check the form of the code."""
    python(session, "-m", "ruff", "format", "--check")
    python(session, "-m", "ruff", "check")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types."""
    python(session, "-m", "mypy")


@nox.session
def spelling(session: nox.Session) -> None:
    """Check the English."""
    python(session, "-m", "codespell_lib")


@nox.session
def endings(session: nox.Session) -> None:
    """Check that text files end with one line feed and have no others than line feeds."""
    listed = subprocess.run(["git", "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    texts = [Path(name) for name in listed.split("\0") if name and not name.endswith(".png")]
    odd = [str(path) for path in texts if path.is_file() and _is_odd(path.read_bytes())]
    if odd:
        session.error(f"not ended by one line feed, or with carriage returns: {', '.join(odd)}")


def _is_odd(content: bytes) -> bool:
    return bool(content) and (not content.endswith(b"\n") or content.endswith(b"\n\n") or b"\r\n" in content)


@nox.session
def lint(session: nox.Session) -> None:
    """Check everything but behaviour."""
    for each in ("style", "types", "spelling", "endings"):
        session.notify(each)


@nox.session(name="check-data")
def check_data(session: nox.Session) -> None:
    """Let the program check its own data."""
    python(session, "-m", "cnkz_stats", "fmt", "--check", "--data", "data")
    python(session, "-m", "cnkz_stats", "check", "--data", "data", "--fail-on", "warning")


@nox.session
def docs(session: nox.Session) -> None:
    """Write the page on discrepancies and the reference of commands, and run the examples of all pages again."""
    python(session, "docs/discrepancies.py")
    python(session, "docs/generate.py")


@nox.session
def picture(session: nox.Session) -> None:
    """Draw the picture of README again."""
    python(
        session,
        "-m",
        "cnkz_stats",
        "chart",
        "trade",
        "--data",
        "examples/five-documents",
        "-o",
        "docs/images/trade.png",
    )


@nox.session
def bench(session: nox.Session) -> None:
    """Measure; arguments after -- name one of the programs in bench/, else all run."""
    for program in session.posargs or sorted(path.stem for path in Path("bench").glob("*.py")):
        python(session, f"bench/{program}.py")
