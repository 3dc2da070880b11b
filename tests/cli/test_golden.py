"""Every form of output as a whole. `pytest tests/cli --write-golden` writes what is printed now; read the difference."""

from importlib.metadata import version
from pathlib import Path

import pytest

HERE = Path(__file__).parent
GOLDEN = {
    "growth.txt": ("growth", 0),
    "growth.json": ("growth --format json", 0),
    "growth.csv": ("growth --format csv", 0),
    "growth.md": ("growth --format markdown", 0),
    "growth-1992-2022.txt": ("growth turnover --from 1992 --to 2022", 0),
    "check.txt": ("check", 1),
    "check.json": ("check --format json", 1),
    "check-trade.txt": ("check trade --fail-on warning", 1),
    "table.txt": ("table", 0),
    "table-rail.json": ("table rail --format json", 0),
    "table-trade.csv": ("table trade --format csv", 0),
    "sources.txt": ("sources", 0),
    "sources.json": ("sources --format json", 0),
    "sources.csv": ("sources --format csv", 0),
    "sources.md": ("sources --format markdown", 0),
}


@pytest.mark.parametrize("name", GOLDEN)
def test_output_is_as_agreed(name, run, request):
    arguments, status = GOLDEN[name]
    answer = run(*arguments.split(), "--data", HERE / "press")
    expected = HERE / "golden" / name
    shown = answer.out.replace(f'"version": "{version("cnkz-stats")}"', '"version": "VERSION"')
    if request.config.getoption("--write-golden", default=False):
        expected.write_text(shown, encoding="utf-8")
    assert (answer.status, answer.err) == (status, "")
    assert shown == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", GOLDEN)
def test_a_file_holds_what_the_screen_would(name, run, tmp_path):
    arguments, status = GOLDEN[name]
    printed = run(*arguments.split(), "--data", HERE / "press")
    written = run(*arguments.split(), "--data", HERE / "press", "-o", tmp_path / name)
    assert (written.status, written.out) == (status, "")
    assert (tmp_path / name).read_text(encoding="utf-8") == printed.out
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_every_agreed_output_is_compared():
    assert {path.name for path in (HERE / "golden").iterdir()} == set(GOLDEN)
