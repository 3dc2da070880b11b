"""A check in words: the answer first, then each finding, then what each claim was compared with."""

from collections.abc import Iterator, Sequence

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.audit import Audit
from cnkz_stats.reasoning.findings import Finding, Severity
from cnkz_stats.reasoning.wording import fact_range_text, fact_text
from cnkz_stats.views.check_json import summary_json
from cnkz_stats.views.rows import books_table, comparison_table
from cnkz_stats.views.terminal import Block, Line

_STYLES = {
    Severity.ERROR: "bold red",
    Severity.WARNING: "bold yellow",
    Severity.NOTE: "bold cyan",
    Severity.UNDECIDED: "bold magenta",
}
_OTHER_CAUSES = 3


def check_blocks(audit: Audit, compared: Sequence[Comparison], folder: Folder) -> Iterator[Block]:
    """The summary, the tables and the findings of a check."""
    yield Line(
        _summary(audit, folder), style=_STYLES[audit.findings[0].severity] if audit.findings else "bold green"
    )
    yield Line("")
    if compared:
        yield comparison_table(compared, folder)
    books = books_table(audit.facts, folder)
    if books is not None:
        yield books
    for finding in audit.findings:
        yield from _finding(finding, folder)


def _summary(audit: Audit, folder: Folder) -> str:
    counts = summary_json(audit, folder)
    checked = f"{_count(counts['claims'], 'claim')} from {_count(counts['sources'], 'document')}, {_count(counts['facts'], 'fact')} checked"
    if not audit.findings:
        return f"{checked}: all can be true together."
    names = (
        ("errors", "error"),
        ("warnings", "warning"),
        ("notes", "note"),
        ("undecided", "undecided"),
        ("known", "known"),
    )
    found = [_count(counts[key], name) for key, name in names if counts[key]]
    return f"{checked}: {', '.join(found)}."


def _count(number: int, name: str) -> str:
    invariable = name in {"undecided", "known"}
    return f"{number} {name}{'' if number == 1 or invariable else 's'}"


def _finding(finding: Finding, folder: Folder) -> Iterator[Line]:
    heading = f"{finding.severity.value.upper()} {finding.id}" + (
        f" (known: {finding.known})" if finding.known else ""
    )
    yield Line(heading, style=_STYLES[finding.severity])
    yield Line(finding.message, indent=2)
    for fact in finding.facts:
        yield Line(f"• {fact_text(fact, folder)}: {fact_range_text(fact)}", indent=2)
        for claim in fact.claims:
            source = folder.sources[claim.source]
            place = f"{claim.at.file}:{claim.at.line}:{claim.at.column}"
            yield Line(
                f"“{claim.figure.text}”, {source.publisher}, {source.published} ({place})",
                style="dim",
                indent=6,
            )
    if finding.causes:
        yield Line("Why:", indent=2)
        for number, cause in enumerate(finding.causes[: 1 + _OTHER_CAUSES]):
            yield Line(
                f"{'most plausible' if number == 0 else 'or'}: {cause.code.value}, {cause.text}", indent=4
            )
        more = len(finding.causes) - 1 - _OTHER_CAUSES
        if more > 0:
            yield Line(f"and {more} more, see --format json", indent=4)
    if finding.proof:
        size = (
            "no smaller set of these figures clashes" if finding.smallest else "none of these can be spared"
        )
        yield Line(f"Proof ({size}):", indent=2)
        for number, step in enumerate(finding.proof, 1):
            yield Line(f"{number}. {step}", indent=4)
    yield Line("")
