"""The numbered notes of a picture: what clashes, why most plausibly, and how far apart the two sides are."""

from collections.abc import Sequence
from dataclasses import dataclass

from cnkz_stats.analysis.captions import (
    ANYTIME,
    amount_text,
    claimed_text,
    in_period,
    listed,
    pair_name,
    percentage_text,
)
from cnkz_stats.analysis.comparisons import Comparison, comparisons
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Finding, Severity
from cnkz_stats.reasoning.wording import lowered


@dataclass(frozen=True, slots=True)
class Gap:
    """Two ranges of one number that do not meet: as a source prints it, and as the other facts of a conflict imply.

    Amounts are in base units, rates in fractions; the texts say the same in the scale people use.
    """

    printed: Interval
    implied: Interval
    printed_text: str
    implied_text: str


@dataclass(frozen=True, slots=True)
class ConflictNote:
    """What clashes and why, in short, under the number that its marks bear; an undecided one has no marks."""

    number: int
    text: str
    gap: Gap | None = None


def conflict_notes(findings: Sequence[Finding], folder: Folder) -> tuple[ConflictNote, ...]:
    """A note for each finding, numbered from 1."""
    return tuple(
        ConflictNote(number, _text(finding, folder), _gap(finding, folder))
        for number, finding in enumerate(findings, 1)
    )


def _text(finding: Finding, folder: Folder) -> str:
    if finding.severity is Severity.UNDECIDED or not finding.facts:
        return f"{finding.message[:1].upper()}{finding.message[1:]}."
    said = listed([_fact_text(fact, finding, folder) for fact in sorted(finding.facts, key=_reading_order)])
    verdict = {1: "cannot be true", 2: "cannot both be true"}.get(len(finding.facts), "cannot all be true")
    why = f"Known: {finding.known}" if finding.known else _cause_text(finding)
    return f"{said[:1].upper()}{said[1:]} {verdict}. {why}"


def _reading_order(fact: Fact) -> tuple[object, ...]:
    """Amounts before comparisons, then in the order of time."""
    return fact.base is not None, fact.quantity.period, fact.order


def _fact_text(fact: Fact, finding: Finding, folder: Folder) -> str:
    """`+23.6 % in 2022`, with the series and pair in front where the facts are about several."""
    abouts = {quantity._replace(period=ANYTIME, vintage="") for quantity in finding.quantities}
    when = in_period(fact.quantity.period)
    if fact.base is not None and fact.base.period not in (
        fact.quantity.period,
        fact.quantity.period.year_earlier(),
    ):
        when = f"{when} on {fact.base.period}"
    said = f"{claimed_text(fact.claims[0])} {when}"
    if len(abouts) == 1:
        return said
    share = "share of " if fact.statement is Statement.SHARE else ""
    return f"{share}{lowered(folder.name(fact.quantity.series))} {pair_name(fact.quantity)} {said}"


def _cause_text(finding: Finding) -> str:
    """The most plausible cause, the figures in the same notation as in the rest of the note."""
    cause = finding.causes[0]
    text = cause.text
    for claim in finding.claims:
        text = text.replace(f"“{claim.figure.text}”", claimed_text(claim))
    if cause.code is Cause.UNEXPLAINED:
        return f"{cause.code}: {text}."
    return f"They fit {text} ({cause.code})."


def _gap(finding: Finding, folder: Folder) -> Gap | None:
    """The figure that the first cause changes, else an amount, beside what the other facts of the conflict make of it."""
    if finding.severity is Severity.UNDECIDED or not finding.facts:
        return None
    apart = [one for one in comparisons(finding.facts, folder) if not one.agrees]
    changed = {claim.id for claim in finding.causes[0].claims}
    apart.sort(
        key=lambda one: (not changed & {claim.id for claim in one.fact.claims}, _reading_order(one.fact))
    )
    return gap_of(apart[0]) if apart else None


def gap_of(one: Comparison) -> Gap:
    """A claimed and a computed range in the words of a caption."""
    fact = one.fact
    if fact.statement in (Statement.GROWTH, Statement.SHARE):
        texts = [percentage_text(bounds) for bounds in (one.claimed, one.computed)]
    elif fact.statement is Statement.MULTIPLE:
        texts = [amount_text(bounds, "times") for bounds in (one.claimed, one.computed)]
    else:
        texts = [amount_text(bounds, fact.quantity.unit) for bounds in (one.claimed, one.computed)]
    return Gap(one.claimed, one.computed, *texts)
