"""The JSON of every command is what its published schema says, on the bundled data and on folders with every finding."""

import json
from functools import cache
from pathlib import Path

import jsonschema
import pytest
from referencing import Registry, Resource
from typer.testing import CliRunner

from cnkz_stats.cli import app
from folders import FIRST_FOLDER

ROOT = Path(__file__).parents[1]
SCHEMAS = {
    path.name: json.loads(path.read_text(encoding="utf-8")) for path in (ROOT / "docs" / "schema").iterdir()
}
REGISTRY = Registry().with_resources(
    (name, Resource.from_contents(schema)) for name, schema in SCHEMAS.items()
)
FOLDERS = (FIRST_FOLDER, ROOT / "tests" / "cli" / "press", ROOT / "tests" / "conflicts" / "F01")
COMMANDS = (
    "growth",
    "check",
    "bounds",
    "explain turnover",
    "table",
    "sources",
    "projects",
    "projects --by sector",
)


@cache
def printed(command, folder):
    return json.loads(
        CliRunner().invoke(app, [*command.split(), "--format", "json", "--data", str(folder)]).stdout
    )


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(SCHEMAS[name])


@pytest.mark.parametrize("name", SCHEMAS)
def test_what_a_schema_names_is_always_there_and_nothing_else_is(name):
    def objects(schema):
        if isinstance(schema, dict):
            yield from [schema] if schema.get("type") == "object" else []
            yield from (found for part in schema.values() for found in objects(part))
        elif isinstance(schema, list):
            yield from (found for part in schema for found in objects(part))

    for one in objects(SCHEMAS[name]):
        assert one["required"] == list(one["properties"])
        assert one["additionalProperties"] is False


@pytest.mark.parametrize(
    ("command", "folder"),
    [*((command, folder) for command in COMMANDS for folder in FOLDERS), ("check", ROOT / "data")],
    ids=lambda one: getattr(one, "name", None),
)
def test_output_is_as_its_schema_says(command, folder):
    schema = SCHEMAS[f"{command.split()[0]}.schema.json"]
    errors = jsonschema.Draft202012Validator(schema, registry=REGISTRY).iter_errors(printed(command, folder))
    assert [f"{error.json_path}: {error.message}" for error in errors] == []


@pytest.mark.parametrize("command", COMMANDS)
def test_some_output_is_not_empty(command):
    assert any(printed(command, folder) for folder in FOLDERS)
