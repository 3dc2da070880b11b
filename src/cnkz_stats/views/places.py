"""Findings as programs of others mark them: the code of each, and the places in files where its figures stand."""

import os
from dataclasses import dataclass
from pathlib import Path

from cnkz_stats.ledger.claim import Claim, Location
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Finding


@dataclass(frozen=True, slots=True)
class Place:
    """A cell of a table: its file as seen from the root of the checkout, line and column from 1, and what it says."""

    path: str
    line: int
    column: int
    text: str


def places(finding: Finding, folder: Folder) -> tuple[Place, ...]:
    """The row of known.csv that a finding is about, if it is; then every claim of it."""
    row = [] if finding.row is None else [_place(finding.row, "the row of known.csv", folder)]
    return (*row, *(_place(claim.at, _said(claim, folder), folder) for claim in finding.claims))


def finding_code(finding: Finding) -> str:
    """The most plausible cause; where there is none, what became of the finding: `STALE`, `UNDECIDED`."""
    return finding.causes[0].code.value if finding.causes else finding.verdict.upper()


def _place(at: Location, text: str, folder: Folder) -> Place:
    return Place(shown_path(folder.path / at.file), at.line, at.column, text)


def _said(claim: Claim, folder: Folder) -> str:
    source = folder.sources[claim.source]
    return ", ".join(filter(None, (f"“{claim.figure.text}”", source.publisher, source.published)))


def shown_path(path: Path) -> str:
    """As seen from where a CI service looks for files: the top of its checkout, else the working directory.

    A file elsewhere keeps its whole path.
    """
    whole = path.resolve()
    here = Path.cwd()
    top = Path(os.environ.get("GITHUB_WORKSPACE") or here).resolve()
    for root in (top, here):
        if whole.is_relative_to(root):
            return whole.relative_to(root).as_posix()
    return whole.as_posix()
