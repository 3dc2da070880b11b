"""The folder's `datapackage.json`, as far as reading the tables needs it."""

import json
from collections.abc import Iterator, Mapping
from os.path import lexists
from pathlib import Path, PurePosixPath
from typing import Any

from cnkz_stats.errors import Problem
from cnkz_stats.ledger.tables import read_text, shown

PACKAGE = "datapackage.json"


def read_package(folder: Path) -> tuple[Mapping[str, tuple[str, ...]], list[Problem]]:
    """The columns of each table that the package describes, by path, and what is wrong with it; nothing without a package."""
    path = folder / PACKAGE
    if not lexists(path):
        return {}, []
    text, fault = read_text(path)
    if fault:
        return {}, [Problem(PACKAGE, *fault)]
    try:
        package = json.loads(text)
    except json.JSONDecodeError as error:
        return {}, [
            Problem(
                PACKAGE,
                error.lineno,
                error.colno,
                f"read something else than JSON: {error.msg}, expected JSON",
            )
        ]
    except (ValueError, RecursionError):
        return {}, [
            Problem(
                PACKAGE, 0, 0, "read JSON that is too deep or has a number too long, expected a data package"
            )
        ]
    resources = package.get("resources") if isinstance(package, dict) else None
    if not isinstance(resources, list):
        return {}, [Problem(PACKAGE, 0, 0, "read no list of resources, expected a data package")]
    problems = [
        Problem(PACKAGE, *_place(text, name), f"read path {shown(name)}, expected a file of this folder")
        for resource in resources
        for name in _paths(resource)
        if "://" not in name and not _is_file(folder, name)
    ]
    return {name: _columns(resource) for resource in resources for name in _paths(resource)}, problems


def _paths(resource: Any) -> Iterator[str]:
    paths = resource.get("path", []) if isinstance(resource, dict) else []
    yield from (path for path in (paths if isinstance(paths, list) else [paths]) if isinstance(path, str))


def _columns(resource: Mapping[str, Any]) -> tuple[str, ...]:
    schema = resource.get("schema")
    fields = schema.get("fields") if isinstance(schema, dict) else None
    named = (
        [field.get("name") for field in fields if isinstance(field, dict)] if isinstance(fields, list) else []
    )
    return tuple(name for name in named if isinstance(name, str))


def _is_file(folder: Path, name: str) -> bool:
    path = PurePosixPath(name)
    try:
        return not path.is_absolute() and ".." not in path.parts and (folder / path).is_file()
    except OSError:  # a name longer than the file system takes
        return False


def _place(text: str, name: str) -> tuple[int, int]:
    before, found, _ = text.partition(json.dumps(name, ensure_ascii=False))
    return (before.count("\n") + 1, len(before) - before.rfind("\n")) if found else (0, 0)
