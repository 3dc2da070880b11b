"""Discrepancies that were looked into and accepted: the findings they excuse, and the rows that hold no longer.

A row of known.csv names a claim of each fact of a conflict and no other claim, and gives its cause. It accepts

- that conflict, as long as the check finds this cause most plausible, and if the row names a finding too, as long as the
  figures are those of that finding;
- another conflict with that cause if a figure that the check doubts there is one that the row names, and the figures of both
  without it can all be true. Which one of several conflicts of a figure is found first depends on what else the folder
  says; that it is doubted, and what the others make of it, does not.

A row is a finding itself when its conflict has another cause now, or when the facts it names can all be true, so that none
outlives its reason.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cnkz_stats.ledger.claim import Claim, Known
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Finding, Severity, finding_id
from cnkz_stats.reasoning.verdict import Contradictory

TO_DO = "TODO: why is this accepted?"
"""What a proposed row has for a reason. A reason that begins with `TODO` accepts nothing yet."""

CONTRADICTORY, UNDECIDED, STALE = "contradictory", "undecided", "stale"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The rows of known.csv, beside the facts of the folder, and a docket to hear these."""

    folder: Folder
    facts: Sequence[Fact]
    docket: Docket

    def apply(self, findings: Sequence[Finding]) -> Iterator[Finding]:
        """The findings, those that a row accepts with its reason; then one for each row that holds no longer.

        A row about claims of which it could not be decided is neither used nor stale.
        """
        for finding in findings:
            reason = next((row.reason for row in self.folder.known if self._accepts(row, finding)), None)
            yield finding if reason is None else replace(finding, known=reason)
        for row in self.folder.known:
            about = [finding for finding in findings if row.claims & _ids(finding.claims)]
            unheard = any(finding.severity is Severity.UNDECIDED for finding in about)
            if not unheard and self._is_stale(row, about):
                yield _stale(row, about, self.folder)

    def _accepts(self, row: Known, finding: Finding) -> bool:
        return not row.reason.lstrip().startswith("TODO") and self._fits(row, finding)

    def _fits(self, row: Known, finding: Finding) -> bool:
        if _same_facts(row, finding):
            return _is_exact(row, finding)
        alike = finding.verdict == CONTRADICTORY and _has_cause(row, finding)
        return alike and self._doubts_the_same(row, finding)

    def _doubts_the_same(self, row: Known, finding: Finding) -> bool:
        """Whether a figure doubted in a finding is one of a row, and the others of both agree about it."""
        doubted = _ids(finding.causes[0].claims)
        if not doubted & row.claims & _ids(finding.claims) or not self._holds(row):
            return False
        mine = [fact for fact in finding.facts if not doubted & _ids(fact.claims)]
        heard = _ids(finding.claims)
        theirs = [fact for fact in self._named(row) if not (doubted | heard) & _ids(fact.claims)]
        return self.docket.clash([*mine, *theirs]) is None

    def _is_stale(self, row: Known, about: Sequence[Finding]) -> bool:
        same = [finding for finding in about if _same_facts(row, finding)]
        if same:
            return not any(_is_exact(row, finding) for finding in same)
        changed = row.finding and row.finding != finding_id(self._named(row))
        return bool(changed) or not self._holds(row)

    def _holds(self, row: Known) -> bool:
        """Whether the facts that a row names cannot all be true, and none of them can be spared.

        What could not be decided in time is taken to hold.
        """
        named = self._named(row)
        fewer = ([fact for fact in named if fact != spared] for spared in named)
        return self.docket.clash(named) is not None and not any(
            isinstance(self.docket.clash(facts), Contradictory) for facts in fewer
        )

    def _named(self, row: Known) -> list[Fact]:
        return [fact for fact in self.facts if row.claims & _ids(fact.claims)]


def proposals(findings: Iterable[Finding], folder: Folder) -> Iterator[tuple[str, ...]]:
    """Rows for known.csv, one for each conflict that no row is about, without a reason yet."""
    for finding in findings:
        known = finding.known or any(_is_exact(row, finding) for row in folder.known)
        if finding.verdict == CONTRADICTORY and finding.causes and not known:
            claims = " ".join(fact.claims[0].id for fact in finding.facts)
            yield f"{finding.id}: {claims}", finding.causes[0].code.value, TO_DO, ""


def _is_exact(row: Known, finding: Finding) -> bool:
    return _same_facts(row, finding) and _has_cause(row, finding) and row.finding in {"", finding.id}


def _has_cause(row: Known, finding: Finding) -> bool:
    return bool(finding.causes) and finding.causes[0].code == row.cause


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
