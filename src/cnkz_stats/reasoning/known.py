"""Discrepancies that were looked into and accepted: the findings they excuse, and the rows that hold no longer.

A row of known.csv accepts a conflict if it names a claim of each of its facts and no other claim, and gives the cause
that the check finds most plausible; if it names a finding too, only as long as the figures are those of that finding.
A row that fits no conflict is a finding itself, so that none outlives its reason.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from cnkz_stats.ledger.claim import Claim, Known
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Finding, Severity

TO_DO = "TODO: why is this accepted?"
"""What a proposed row has for a reason. A reason that begins with `TODO` accepts nothing yet."""

CONTRADICTORY, UNDECIDED, STALE = "contradictory", "undecided", "stale"


def with_known(findings: Sequence[Finding], folder: Folder) -> Iterator[Finding]:
    """The findings, those that a row accepts with its reason; then one for each row that fits none of them.

    A row about claims of which it could not be decided is neither used nor stale.
    """
    for finding in findings:
        reason = next((row.reason for row in folder.known if _accepts(row, finding)), None)
        yield finding if reason is None else replace(finding, known=reason)
    for row in folder.known:
        about = [finding for finding in findings if row.claims & _ids(finding.claims)]
        unheard = any(finding.verdict == UNDECIDED for finding in about)
        if not unheard and not any(_fits(row, finding) for finding in about):
            yield _stale(row, about, folder)


def proposals(findings: Iterable[Finding], folder: Folder) -> Iterator[tuple[str, ...]]:
    """Rows for known.csv, one for each conflict that no row is about, without a reason yet."""
    for finding in findings:
        if finding.verdict == CONTRADICTORY and not any(_fits(row, finding) for row in folder.known):
            claims = " ".join(fact.claims[0].id for fact in finding.facts)
            yield f"{finding.id}: {claims}", finding.causes[0].code.value, TO_DO, ""


def _accepts(row: Known, finding: Finding) -> bool:
    return not row.reason.lstrip().startswith("TODO") and _fits(row, finding)


def _fits(row: Known, finding: Finding) -> bool:
    return (
        _same_facts(row, finding) and finding.causes[0].code == row.cause and row.finding in {"", finding.id}
    )


def _same_facts(row: Known, finding: Finding) -> bool:
    return (
        finding.verdict != UNDECIDED
        and row.claims <= _ids(finding.claims)
        and all(row.claims & _ids(fact.claims) for fact in finding.facts)
    )


def _ids(claims: Iterable[Claim]) -> frozenset[str]:
    return frozenset(claim.id for claim in claims)


def _stale(row: Known, about: Sequence[Finding], folder: Folder) -> Finding:
    named = tuple(claim for claim in folder.claims if claim.id in row.claims)
    figures = ", ".join(f"“{claim.figure.text}”" for claim in named)
    said = "\n".join([STALE, row.cause, *sorted({row.finding, *row.claims} - {""})])
    return Finding(
        id=hashlib.sha256(said.encode()).hexdigest()[:12],
        severity=Severity.WARNING,
        verdict=STALE,
        message=f"{row.at.file}:{row.at.line} accepts a conflict of {figures} ({row.cause}) {_now(row, about)}",
        causes=(),
        facts=(),
        gap=None,
        smallest=False,
        proof=(),
        row=row.at,
        named=named,
    )


def _now(row: Known, about: Sequence[Finding]) -> str:
    """What is the case instead of what a row says."""
    same = [finding for finding in about if _same_facts(row, finding)]
    if same:
        cause = same[0].causes[0]
        if cause.code == row.cause:
            return f"with other figures: they make {same[0].id} now, not {row.finding}; look into it again"
        return f"whose cause is {cause.code.value} now, {cause.text}: look into it again"
    conflicts = [finding for finding in about if finding.verdict == CONTRADICTORY]
    if not conflicts:
        return "that does not occur any more: take the row out"
    nearest = max(conflicts, key=lambda finding: len(row.claims & _ids(finding.claims)))
    return f"that is another one now, {nearest.id}: {_difference(row, nearest)}"


def _difference(row: Known, finding: Finding) -> str:
    beside = sorted(row.claims - _ids(finding.claims))
    missing = [fact.claims[0].id for fact in finding.facts if not row.claims & _ids(fact.claims)]
    parts = [
        f"{' and '.join(beside)} {'has' if len(beside) == 1 else 'have'} no part in it" if beside else "",
        f"{' and '.join(missing)} {'takes' if len(missing) == 1 else 'take'} part" if missing else "",
    ]
    return ", ".join(filter(None, parts))
