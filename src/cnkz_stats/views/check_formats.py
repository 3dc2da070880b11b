"""The forms of a check that programs read: the same findings in the same order in each."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Audit
from cnkz_stats.views.check_json import check_json
from cnkz_stats.views.github import github_text
from cnkz_stats.views.junit import junit_text
from cnkz_stats.views.machine import json_text
from cnkz_stats.views.sarif import sarif_text


@dataclass(frozen=True, slots=True)
class Checked:
    """A folder, what a check of it found, and from which severity on a finding fails it."""

    audit: Audit
    compared: Sequence[Comparison]
    folder: Folder
    fail_on: str
    version: str


FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "json": lambda it: json_text(check_json(it.audit, it.compared, it.folder, version=it.version)),
    "github": lambda it: github_text(it.audit, it.folder),
    "sarif": lambda it: sarif_text(it.audit, it.folder, version=it.version),
    "junit": lambda it: junit_text(it.audit, it.folder, fail_on=it.fail_on),
}
