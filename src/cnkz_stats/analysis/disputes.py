"""What a picture of one conflict shows: each figure beside what the others leave of it, why, and how that is proven."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnkz_stats.analysis.captions import date_text, pair_name
from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.analysis.conflict_notes import Gap, gap_of
from cnkz_stats.analysis.pictures import Credit, credits_of
from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.constraints import ONE, ratio_range
from cnkz_stats.reasoning.explain import implied_by
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Finding
from cnkz_stats.reasoning.wording import fact_text

MOST_CAUSES, MOST_SOURCES = 3, 3


@dataclass(frozen=True, slots=True)
class Side:
    """One figure of a conflict: as printed, what it is about, who prints it, and how far the others are from it."""

    figure: str
    about: str
    sources: str
    gap: Gap | None


@dataclass(frozen=True, slots=True)
class Dispute:
    """All that is to be drawn of one conflict, in reading order."""

    title: str
    subtitle: str
    sides: tuple[Side, ...]
    causes: tuple[str, ...]
    proof: tuple[str, ...]
    credits: tuple[Credit, ...]


def dispute(folder: Folder, what: str, audit: Audit) -> Dispute:
    """The conflict of that id, or the first in which a claim of that id takes part.

    Raises CnkzError if there is none.
    """
    finding = _finding(what, audit)
    facts = finding.facts
    return Dispute(
        title=_title(finding, folder),
        subtitle=f"Known: {finding.known}" if finding.known else "",
        sides=tuple(_side(fact, facts, folder) for fact in facts),
        causes=tuple(_causes(finding)),
        proof=finding.proof,
        credits=credits_of(facts, folder),
    )


def _finding(what: str, audit: Audit) -> Finding:
    disputed = [finding for finding in audit.findings if finding.proof]
    for finding in disputed:
        if what == finding.id or any(what == claim.id for claim in finding.claims):
            return finding
    ids = ", ".join(finding.id for finding in disputed) or "none here"
    raise CnkzError(f"no conflict {what!r}, expected the id of one, or of a claim in one: {ids}")


def _title(finding: Finding, folder: Folder) -> str:
    """What it is about where that is one series and pair, and that it cannot be."""
    number = len(finding.facts)
    verdict = {1: "this figure cannot be true", 2: "these two figures cannot both be true"}.get(
        number, f"these {number} figures cannot all be true"
    )
    abouts = {(quantity.series, pair_name(quantity)) for quantity in finding.quantities}
    if len(abouts) > 1:
        return f"{verdict[:1].upper()}{verdict[1:]}"
    ((series, pair),) = abouts
    return f"{folder.name(series)}, {pair}: {verdict}"


def _side(fact: Fact, facts: Sequence[Fact], folder: Folder) -> Side:
    others = [other for other in facts if other != fact]
    implied = implied_by(fact, others, folder)
    stated = fact.range if fact.years is None else ratio_range(fact).shifted(-ONE)
    return Side(
        figure=f"“{fact.claims[0].figure.text}”",
        about=fact_text(fact, folder),
        sources="; ".join(_sources(fact, folder)),
        gap=None if implied is None else gap_of(Comparison(fact, stated, implied, agrees=False)),
    )


def _sources(fact: Fact, folder: Folder) -> Iterator[str]:
    named = dict.fromkeys(
        ", ".join(filter(None, (source.publisher or source.id, date_text(source.published))))
        for source in (folder.sources[claim.source] for claim in fact.claims)
    )
    yield from list(named)[:MOST_SOURCES]
    if len(named) > MOST_SOURCES:
        yield f"and {len(named) - MOST_SOURCES} more"


def _causes(finding: Finding) -> Iterator[str]:
    for number, cause in enumerate(finding.causes[:MOST_CAUSES]):
        lead = "" if not cause.claims else "or " if number else "Most plausible: they fit "
        yield f"{lead}{cause.text} ({cause.code})"
