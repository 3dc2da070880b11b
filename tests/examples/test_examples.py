"""The example repository is checked exactly as its workflow and its hooks say, with the program freshly installed."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

TOP = Path(__file__).parents[2]
EXAMPLE = TOP / "examples" / "us-mexico"


def read(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


ACTION = read(TOP / "action.yml")
JOBS = read(EXAMPLE / ".github" / "workflows" / "figures.yml")["jobs"]
HOOKS = {hook["id"]: hook for hook in read(TOP / ".pre-commit-hooks.yaml")}


@pytest.fixture(scope="module")
def machine(tmp_path_factory):
    """A checkout of the example on a machine of its own, the action's program installed; runs a line of bash there."""
    top = tmp_path_factory.mktemp("machine")
    subprocess.run([sys.executable, "-m", "venv", top / "python"], check=True)
    shutil.copytree(EXAMPLE, top / "checkout")
    environment = {
        name: text for name, text in os.environ.items() if not name.startswith(("CNKZ_", "PYTHON"))
    }
    environment |= {
        "PATH": f"{top / 'python' / 'bin'}:/usr/bin:/bin",
        "CNKZ_STATS_CACHE": "",
        "PIP_NO_COMPILE": "1",
        "GITHUB_ACTION_PATH": str(TOP),
        "GITHUB_WORKSPACE": str(top / "checkout"),
        "GITHUB_STEP_SUMMARY": str(top / "summary.md"),
    }

    def run(line, env=None):
        return subprocess.run(
            ["bash", "-e", "-o", "pipefail", "-c", line],
            cwd=top / "checkout",
            env=environment | (env or {}),
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    for line, env in [*steps_of("year-2024")][:-1]:
        installed = run(line, env)
        assert installed.returncode == 0, installed.stderr
    yield run
    shutil.rmtree(top / "python")


def steps_of(job):
    """The lines of bash that a job runs by way of the action, each with its environment."""
    [step] = [step for step in JOBS[job]["steps"] if "/cnkz-stats@" in step["uses"]]
    assert set(step["with"]) <= set(ACTION["inputs"])
    inputs = {name: str(of.get("default", "")) for name, of in ACTION["inputs"].items()} | step["with"]
    for part in ACTION["runs"]["steps"]:
        if "run" in part:
            assert part["shell"] == "bash"
            yield (
                part["run"],
                {name: _filled(text, inputs) for name, text in part.get("env", {}).items()},
            )


def _filled(text, inputs):
    return re.sub(r"\$\{\{ inputs\.([a-z-]+) \}\}", lambda match: inputs[match[1]], text)


@pytest.mark.slow
@pytest.mark.parametrize(("job", "status"), [("year-2024", 0), ("year-2023", 1)])
def test_a_job_of_the_workflow(machine, job, status):
    [*_, (check, environment)] = steps_of(job)
    ended = machine(check, environment)
    assert (ended.returncode, ended.stderr) == (status, "")
    marked = re.findall(r"^::warning file=([^,]*),line=(\d+),", ended.stdout, re.MULTILINE)
    assert marked == ([("2023/trade.csv", line) for line in "2354"] if status else [])


@pytest.mark.slow
@pytest.mark.parametrize(
    ("hook", "folder", "status"),
    [
        ("cnkz-stats-fmt", "2024", 0),
        ("cnkz-stats-check", "2024", 0),
        ("cnkz-stats-check", "2023", 1),
        ("cnkz-stats-check", None, 2),
    ],
)
def test_a_hook(machine, hook, folder, status):
    entry, default = HOOKS[hook]["entry"], HOOKS[hook]["args"]
    arguments = ["--data", folder, *(["--fail-on", "warning"] if hook.endswith("check") else [])]
    ended = machine(" ".join([entry, *(arguments if folder else default)]))
    assert ended.returncode == status, ended.stderr


@pytest.mark.slow
def test_the_installed_program_writes_a_folder_that_passes(machine):
    ended = machine("cnkz-stats init new; cnkz-stats fmt new --check; cnkz-stats check --data new")
    assert ended.returncode == 0, ended.stderr


def test_the_hooks_of_the_example_exist():
    for hook in read(EXAMPLE / ".pre-commit-config.yaml")["repos"][0]["hooks"]:
        assert HOOKS[hook["id"]]["args"][0] == hook["args"][0] == "--data"


def test_the_manual_shows_the_action_as_it_is():
    text = (TOP / "docs" / "ci.md").read_text(encoding="utf-8")
    shown = [yaml.safe_load(block) for block in re.findall("```yaml\n(.*?)```", text, re.DOTALL)]
    [action] = shown[0]
    assert set(action["with"]) <= set(ACTION["inputs"])
    assert {name for name, of in ACTION["inputs"].items() if of.get("required")} <= set(action["with"])
    assert [hook["id"] for hook in shown[-1][0]["hooks"]] == list(HOOKS)


@pytest.mark.parametrize("folder", ["2023", "2024"])
def test_the_folders_are_in_canonical_form(folder):
    from cnkz_stats.ledger.canonical import canonical_tables, differing

    assert differing(canonical_tables(EXAMPLE / folder)) == {}
