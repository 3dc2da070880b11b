"""Findings: what the reader is told about figures that cannot all be true."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import decimal
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim, Location
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.proof import proof_lines
from cnkz_stats.reasoning.wording import fact_text, quantity_text

if TYPE_CHECKING:
    from cnkz_stats.reasoning.changes import Change
    from cnkz_stats.reasoning.conflicts import Conflict


class Severity(StrEnum):
    """How bad a finding is: `error` where no honest way of printing figures explains it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    UNDECIDED = "undecided"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause, the claims whose reading it changes, in words; `size` is how far the others are from the
    figure, relative to it.
    """

    code: Cause
    claims: tuple[Claim, ...]
    text: str
    size: Interval | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Facts that cannot all be true, or of which it could not be decided; the most plausible cause first.

    Or, with no facts, a row of known.csv at `row` that fits no conflict any more, and the claims it names.
    `known` is the reason for which somebody accepted the conflict.
    """

    id: str
    severity: Severity
    verdict: str
    message: str
    causes: tuple[Explanation, ...]
    facts: tuple[Fact, ...]
    gap: str | None
    smallest: bool
    proof: tuple[str, ...]
    known: str | None = None
    row: Location | None = None
    named: tuple[Claim, ...] = ()

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every fact."""
        return self.named or tuple(claim for fact in self.facts for claim in fact.claims)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """What the facts speak of, sorted."""
        return tuple(sorted({quantity for fact in self.facts for quantity in fact.quantities}))

    @property
    def order(self) -> tuple[object, ...]:
        """What is known comes last, the worst first, then by claims, however the files are ordered."""
        claims = self.facts[0].order if self.facts else (min(claim.id for claim in self.named), "")
        return (self.known is not None, self.severity.rank, claims, self.id)


@dataclass(frozen=True, slots=True)
class Audit:
    """The findings, worst first and known ones last, and the facts as repaired by the causes found; `dropped` are left out of those.

    `repairs` says in words, by finding, which reading was taken or what was left out. `doubts` are, for each component
    that is contradictory as printed, the facts of least weight without which the others can all be true.
    """

    findings: tuple[Finding, ...]
    facts: tuple[Fact, ...]
    repaired: tuple[Fact, ...]
    dropped: tuple[Fact, ...]
    repairs: Mapping[str, str]
    doubts: tuple[tuple[Fact, ...], ...] = ()


def on_topics(audit: Audit, topics: Sequence[str], folder: Folder) -> Audit:
    """What of an audit concerns these topics, all if none are named; the whole folder was heard either way.

    Raises CnkzError if the folder has no such topic.
    """
    for topic in topics:
        if topic not in folder.topics:
            raise CnkzError(f"no topic {topic!r} in this folder, expected one of: {', '.join(folder.topics)}")
    if not topics:
        return audit
    return replace(
        audit,
        findings=tuple(one for one in audit.findings if any(claim.topic in topics for claim in one.claims)),
        facts=tuple(one for one in audit.facts if any(claim.topic in topics for claim in one.claims)),
    )


def finding_id(facts: Iterable[Fact]) -> str:
    """A hash of the sorted facts: the same as long as the figures are."""
    return hashlib.sha256("\n".join(sorted(fact.id for fact in facts)).encode()).hexdigest()[:12]


def contradiction(conflict: "Conflict", changes: "Sequence[Change] | None", folder: Folder) -> Finding:
    """The finding for a conflict and the changes that resolve it, the most plausible first.

    `None` is for changes that were not found in time. How severe the conflict is then remains undecided.
    """
    causes = _causes(changes)
    severity = Severity.WARNING if changes and changes[0].excuses else Severity.ERROR
    return Finding(
        id=finding_id(conflict.facts),
        severity=Severity.UNDECIDED if changes is None else severity,
        verdict="contradictory",
        message=f"{_incompatible(conflict.facts, folder)}; {_why(causes)}",
        causes=causes,
        facts=conflict.facts,
        gap=decimal(conflict.gap, up=False),
        smallest=conflict.smallest,
        proof=proof_lines(conflict.certificate, lambda quantity: quantity_text(quantity, folder)),
    )


def _causes(changes: "Sequence[Change] | None") -> tuple[Explanation, ...]:
    if changes is None:
        return ()
    found = tuple(Explanation(change.cause, change.claims, change.text, change.size) for change in changes)
    nothing = "no other reading of one or two of these figures explains it"
    return found or (Explanation(Cause.UNEXPLAINED, (), nothing),)


def undecided(facts: Sequence[Fact], reason: str) -> Finding:
    """What could not be decided is neither accused nor acquitted."""
    these = "this fact can be" if len(facts) == 1 else f"these {len(facts)} facts can all be"
    message = f"not decided whether {these} true: {reason}"
    return Finding(
        finding_id(facts),
        Severity.UNDECIDED,
        "undecided",
        message,
        (),
        tuple(facts),
        None,
        smallest=False,
        proof=(),
    )


def _incompatible(facts: Sequence[Fact], folder: Folder) -> str:
    said = [f"{fact_text(fact, folder)} “{fact.claims[0].figure.text}”" for fact in facts]
    listed = " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
    number = {1: "", 2: "both "}.get(len(facts), "all ")
    return f"{listed} cannot {number}be true"


def _why(causes: Sequence[Explanation]) -> str:
    if not causes:
        return "time was up before it was found out why"
    return f"{'they fit ' if causes[0].code is not Cause.UNEXPLAINED else ''}{causes[0].text}"


def exit_status(findings: Sequence[Finding], fail_on: str) -> int:
    """1 if a finding that is not known is at least as severe as `fail_on`, else 3 if something is undecided, else 0."""
    fresh = [finding.severity for finding in findings if finding.known is None]
    if any(severity.rank <= Severity(fail_on).rank for severity in fresh):
        return 1
    return 3 if Severity.UNDECIDED in fresh else 0
