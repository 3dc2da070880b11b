"""The audit of a folder, heard once: what was found is kept until the folder changes."""

from collections.abc import Callable

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.remembered import remembered
from cnkz_stats.reasoning.findings import Audit, Severity


def heard(
    folder: Folder, *, timeout: float | None = None, progress: Callable[[int, int], None] | None = None
) -> Audit:
    """The same as `audit`; what was not decided in time is not kept."""

    def work() -> Audit:
        from cnkz_stats.reasoning.audit import audit  # noqa: PLC0415 (the solvers are heavy)

        return audit(folder, timeout=timeout, progress=progress)

    return remembered(folder, ("audit",), work, keeps=_is_decided)


def _is_decided(found: Audit) -> bool:
    return all(finding.severity is not Severity.UNDECIDED for finding in found.findings)
