"""How long the program takes to start, beside what it could cost at the least: medians of runs in turn, as ratios.

`--help` beside the help of a Typer program of three lines; `growth` beside `import pandas`, which it does without; `check`
beside `import pandas` and `import z3`; both on a folder that has not changed since the last run, and anew, with nothing
kept (`check` once only). Another Python is measured if its path is given: one without the tools of
development shows what users get.
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from statistics import median
from time import perf_counter

RUNS = 15
BARE = """import typer
app = typer.Typer()
@app.command()
def hello(name: str) -> None: ...
app()
"""
PROGRAM = "from cnkz_stats.cli import main; main()"


def commands(folder: Path) -> dict[str, list[str]]:
    """What is timed, by name: arguments of Python."""
    bare = folder / "bare.py"
    bare.write_text(BARE, encoding="utf-8")
    return {
        "bare --help": [str(bare), "--help"],
        "import pandas": ["-c", "import pandas"],
        "import z3": ["-c", "import z3"],
        "--help": ["-c", PROGRAM, "--help"],
        "growth": ["-c", PROGRAM, "growth"],
        "check": ["-c", PROGRAM, "check"],
    }


def seconds(python: str, arguments: list[str], kept: str) -> float:
    environment = {**os.environ, "CNKZ_STATS_CACHE": kept}
    start = perf_counter()
    subprocess.run([python, *arguments], capture_output=True, check=True, env=environment)
    return perf_counter() - start


def main() -> None:
    """Print medians, then each budget with what was measured."""
    python = sys.argv[1] if len(sys.argv) > 1 else sys.executable
    with tempfile.TemporaryDirectory() as folder:
        timed = commands(Path(folder))
        runs = [
            {name: seconds(python, arguments, folder) for name, arguments in timed.items()}
            for _ in range(RUNS + 1)
        ]
        anew = {
            f"{name} anew": min(seconds(python, timed[name], "") for _ in range(times))
            for name, times in (("growth", 5), ("check", 1))
        }
    found = {
        name: median(run[name] for run in runs[1:]) for name in timed
    } | anew  # the first run fills caches
    for name, value in found.items():
        print(f"{name:15} {value:6.3f} s")
    budgets = (
        ("--help", found["bare --help"], 1.5, "the help of a bare Typer program"),
        ("growth", found["import pandas"], 1.0, "import pandas"),
        ("check", found["import pandas"] + found["import z3"], 1.0, "import pandas and import z3"),
        ("growth anew", found["import pandas"], 1.0, "import pandas"),
        ("check anew", found["import pandas"] + found["import z3"], 1.0, "import pandas and import z3"),
    )
    for name, least, times, what in budgets:
        ratio = found[name] / least
        print(f"{name}: {ratio:.2f} times {what} (budget {times}){'' if ratio <= times else ': MISSED'}")


if __name__ == "__main__":
    main()
