"""What is built holds what it needs: the wheel its data, the source distribution all that a wheel is built from."""

import os
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
DATA = {path.name for path in (ROOT / "data").iterdir()}


def built(folder, kind, out):
    ran = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", out],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    (file,) = out.iterdir()
    return file


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return built(ROOT, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def source(tmp_path_factory):
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("source")
    with tarfile.open(built(ROOT, "sdist", tmp_path_factory.mktemp("sdist"))) as archive:
        archive.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    return unpacked


def names(wheel):
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if not name.endswith("/RECORD")}


def test_the_wheel_holds_the_data_the_licence_and_the_mark_of_types(wheel):
    held = names(wheel)
    assert {f"cnkz_stats/data/{name}" for name in DATA} <= held
    assert "cnkz_stats/py.typed" in held
    assert any(name.endswith("/licenses/LICENSE") for name in held)


def test_the_wheel_holds_every_file_of_the_package(wheel):
    tracked = {
        str(path.relative_to(ROOT / "src"))
        for path in (ROOT / "src" / "cnkz_stats").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert tracked <= names(wheel)


def test_the_wheel_holds_no_tests(wheel):
    assert {name.split("/")[0] for name in names(wheel)} <= {"cnkz_stats"} | {
        name.split("/")[0] for name in names(wheel) if ".dist-info/" in name
    }


def test_outside_the_checkout_the_installed_program_finds_its_data(wheel, tmp_path):
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    program = (
        f"import sys; sys.path.insert(0, {str(tmp_path / 'site')!r})\n"
        "from cnkz_stats.ledger.folder import bundled_folder\n"
        "print(bundled_folder(), flush=True)\n"
        "from cnkz_stats.cli import main; sys.argv = ['cnkz-stats', 'table', 'trade', '--format', 'csv']; main()"
    )
    environment = {name: value for name, value in os.environ.items() if name != "CNKZ_STATS_DATA"}
    ran = subprocess.run(
        [sys.executable, "-P", "-c", program],
        cwd=tmp_path,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    folder, *answer = ran.stdout.splitlines()
    assert (ran.returncode, ran.stderr) == (0, "")
    assert Path(folder) == tmp_path / "site" / "cnkz_stats" / "data"
    assert answer[0].startswith("topic,id,statement,")


def test_in_a_checkout_the_data_folder_at_its_top_is_used():
    from cnkz_stats.ledger.folder import bundled_folder

    assert bundled_folder().samefile(ROOT / "data")


def test_the_source_distribution_holds_what_people_need(source):
    wanted = {"src", "data", "tests", "docs", "bench", "README.md", "CHANGELOG.md", "LICENSE", "noxfile.py"}
    assert wanted <= {path.name for path in source.iterdir()}
    assert {path.name for path in (source / "data").iterdir()} == DATA


def test_a_wheel_built_from_the_source_distribution_is_the_same(source, wheel, tmp_path):
    assert names(built(source, "wheel", tmp_path)) == names(wheel)


def test_each_version_is_told_in_the_changelog():
    version = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]
    assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
