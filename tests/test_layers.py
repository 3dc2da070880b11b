"""Who may import whom: rooms only from the rooms before them, a heavy library in one module only."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from folders import FIRST_FOLDER

PACKAGE = Path(__file__).parents[1] / "src" / "cnkz_stats"
MODULES = {str(path.relative_to(PACKAGE)): ast.parse(path.read_bytes()) for path in PACKAGE.rglob("*.py")}
ROOMS = ("figures", "ledger", "reasoning", "analysis", "text", "views", "cli")
HEAVY = {
    "z3": {"reasoning/solver.py"},
    "highspy": {"reasoning/linear.py"},
    "matplotlib": {"views/charts.py"},
    "pandas": {"views/frames.py"},
    "numpy": {"reasoning/linear.py"},
}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def for_types_only(tree):
    """What stands under `if TYPE_CHECKING` is never imported."""
    return {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and getattr(node.test, "id", "") == "TYPE_CHECKING"
        for name in imported(node)
    }


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_room_imports_only_from_itself_and_those_before_it(module):
    room = module.split("/")[0]
    before = ROOMS[: ROOMS.index(room) + 1] if room in ROOMS else ROOMS
    allowed = {*before, "errors"} | (set() if room in ROOMS else {"library"})
    ours = [name.split(".") for name in imported(MODULES[module]) if name.split(".")[0] == "cnkz_stats"]
    assert {parts[1] for parts in ours if len(parts) > 1} <= allowed


@pytest.mark.parametrize("library", HEAVY)
def test_a_heavy_library_is_imported_by_one_module(library):
    users = {
        module
        for module, tree in MODULES.items()
        if library in {name.split(".")[0] for name in set(imported(tree)) - for_types_only(tree)}
    }
    assert users <= HEAVY[library]


@pytest.mark.parametrize(
    ("arguments", "loaded"),
    [
        ("--help", set()),
        ("growth", set()),
        ("table", set()),
        ("sources", set()),
        ("check", {"highspy", "numpy"}),
    ],
)
def test_a_command_loads_no_heavy_library_that_it_does_not_need(arguments, loaded):
    program = (
        "import json, sys\nfrom cnkz_stats.cli import app\n"
        f"try: app({arguments.split()!r})\n"
        "except SystemExit: print(json.dumps(sorted(sys.modules)), file=sys.stderr)"
    )
    environment = {**os.environ, "CNKZ_STATS_DATA": str(FIRST_FOLDER)}
    ran = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True, env=environment
    )
    assert set(json.loads(ran.stderr)) & set(HEAVY) == loaded
