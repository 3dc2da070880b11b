"""A check in words: the answer first, then each finding, then what each claim was compared with."""

from collections.abc import Iterator, Sequence

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Explanation, Finding, Severity
from cnkz_stats.reasoning.known import CONTRADICTORY
from cnkz_stats.reasoning.wording import fact_range_text, fact_text
from cnkz_stats.views.check_json import summary_json
from cnkz_stats.views.layout import Line
from cnkz_stats.views.legend import legend
from cnkz_stats.views.rows import books_table, comparison_table
from cnkz_stats.views.terminal import Block

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
    Severity.UNDECIDED: "bold magenta",
}
_CAUSES_SHOWN = 4


def check_blocks(audit: Audit, compared: Sequence[Comparison], folder: Folder) -> Iterator[Block]:
    """The summary, the findings and the tables of a check."""
    worst = _STYLES[audit.findings[0].severity] if audit.findings else "bold green"
    yield Line(summary_text(audit, folder), style=worst)
    yield Line("")
    for finding in audit.findings:
        if finding.known is None:
            yield from _finding(finding, folder)
    yield from _known([finding for finding in audit.findings if finding.known is not None])
    fresh = {claim for finding in audit.findings if finding.known is None for claim in finding.claims}
    doubted = [
        f"“{fact.claims[0].figure.text}” ({fact.claims[0].source})"
        for facts in audit.doubts
        for fact in facts
        if fresh.intersection(fact.claims)
    ]
    if doubted:
        yield Line(
            f"The fewest to doubt so that all others can be true together: {', '.join(doubted)}", hang=2
        )
        yield Line("")
    if compared:
        yield comparison_table(compared, folder)
    books = books_table(audit.facts, folder)
    if books is not None:
        yield books
    shown = [*(one.fact for one in compared), *(fact for finding in audit.findings for fact in finding.facts)]
    codes = {quantity.authority for fact in shown for quantity in fact.quantities}
    yield from legend(codes | {column.name for column in (books.columns if books else ())}, folder)


def summary_text(audit: Audit, folder: Folder) -> str:
    """What was checked and what was found, in a line."""
    counts = summary_json(audit, folder)
    checked = (
        f"{_count(counts['claims'], 'claim')} from {_count(counts['sources'], 'document')}, "
        f"{_count(counts['facts'], 'fact')} checked"
    )
    names = (
        ("errors", "error"),
        ("warnings", "warning"),
        ("notes", "note"),
        ("undecided", "undecided"),
        ("known", "known"),
    )
    found = [_count(counts[key], name) for key, name in names if counts[key]]
    return f"{checked}: {', '.join(found) or 'all can be true together'}."


def _count(number: int, name: str) -> str:
    invariable = name in {"undecided", "known"}
    return f"{number} {name}{'' if number == 1 or invariable else 's'}"


def _known(findings: Sequence[Finding]) -> Iterator[Line]:
    """What was looked into and accepted, a line each: `explain` and `chart conflict` tell the rest."""
    for finding in findings:
        figures = ", ".join(f"“{fact.claims[0].figure.text}”" for fact in finding.facts)
        cause = f" ({finding.causes[0].code.value})" if finding.causes else ""
        yield Line(f"KNOWN {finding.id}: {figures}: {finding.known}{cause}", style="dim", hang=2)
    if findings:
        yield Line("")


def _finding(finding: Finding, folder: Folder) -> Iterator[Line]:
    yield Line(
        f"{finding.severity.value.upper()} {finding.id}: {_verdict(finding)}",
        style=_STYLES[finding.severity],
    )
    for fact in finding.facts:
        yield from _fact(fact, folder)
    if finding.verdict == CONTRADICTORY and not finding.causes:
        yield Line("Time was up before it was found out why.", indent=2, hang=2)
    yield from _causes(finding.causes)
    if finding.proof and finding.verdict == CONTRADICTORY:
        yield Line(
            "Proof (leave out any one of these figures, and the others can be true):", indent=2, hang=2
        )
        for number, step in enumerate(finding.proof, 1):
            yield Line(f"{number}. {step}", indent=4, hang=3)
    yield Line("")


def _verdict(finding: Finding) -> str:
    if finding.verdict != CONTRADICTORY:
        return finding.message
    number = len(finding.facts)
    if number == 1:
        return "this figure cannot be true"
    return f"these {number} figures cannot {'both' if number == 2 else 'all'} be true"


def _fact(fact: Fact, folder: Folder) -> Iterator[Line]:
    yield Line(f"• {fact_text(fact, folder)}: {fact_range_text(fact)}", indent=2, hang=2)
    for claim in fact.claims:
        source = folder.sources[claim.source]
        place = f"{claim.at.file}:{claim.at.line}:{claim.at.column}"
        said = f"“{claim.figure.text}”, {source.publisher}, {source.published} ({place})"
        yield Line(said, style="dim", indent=6, hang=2)


def _causes(causes: Sequence[Explanation]) -> Iterator[Line]:
    """The most plausible ones, and how many more there are."""
    if not causes:
        return
    intro = "Most plausible: they fit " if causes[0].code is not Cause.UNEXPLAINED else "Unexplained: "
    yield Line(f"{intro}{_cause(causes[0])}", indent=2, hang=2)
    for cause in causes[1:_CAUSES_SHOWN]:
        yield Line(f"or {_cause(cause)}", indent=4, hang=2)
    more = len(causes) - _CAUSES_SHOWN
    if more > 0:
        yield Line(f"or {more} more: see --format json", indent=4)


def _cause(cause: Explanation) -> str:
    return f"{cause.text} ({cause.code.value})"
