"""A small data folder to start from: one example of each statement, invented, that passes a check."""

import json
from collections.abc import Mapping
from pathlib import Path

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import bundled_folder
from cnkz_stats.ledger.package import PACKAGE
from cnkz_stats.ledger.writing import write_files

_TEMPLATE = Path(__file__).parent / "new_folder"


def starter_files() -> Mapping[str, bytes]:
    """The files of the folder by name; the package describes its tables as it does those of the bundled folder."""
    files = {path.name: path.read_bytes() for path in sorted(_TEMPLATE.iterdir())}
    package = json.loads((bundled_folder() / PACKAGE).read_text(encoding="utf-8"))
    described = {
        "profile": package["profile"],
        "name": "figures",
        "title": "Published figures of A and B",
        "resources": [resource for resource in package["resources"] if resource["path"] in files],
    }
    return files | {PACKAGE: (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()}


def write_starter(folder: Path) -> None:
    """Write the folder, whole or not at all.

    Raises CnkzError if something stands there already, or if it cannot be written.
    """
    try:
        new = not folder.exists()
        if not new and any(folder.iterdir()):
            raise CnkzError(f"{folder}: read a folder with files in it, expected an empty or a new one")
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CnkzError(f"{folder}: no folder can be made here: {error.strerror}") from error
    try:
        write_files({folder / name: content for name, content in starter_files().items()})
    except CnkzError:
        if new:
            folder.rmdir()
        raise
