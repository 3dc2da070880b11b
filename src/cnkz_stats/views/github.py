"""A check for GitHub: annotations at the lines of the tables, and a page for the summary of the job."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.errors import CnkzError, Problem
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Audit, Finding, Severity
from cnkz_stats.views.places import Place, finding_code, places, shown_path
from cnkz_stats.views.report_lines import summary_text
from cnkz_stats.views.rows import comparison_table
from cnkz_stats.views.tables import Column, Table, escaped, markdown_text

MOST_OF_A_KIND = 10
"""GitHub shows no more annotations of a kind from one step."""
LARGEST_SUMMARY = 1024 * 1024
"""Bytes of a step's summary that GitHub keeps; of a larger one it keeps nothing."""

_KINDS = {
    Severity.ERROR: "error",
    Severity.WARNING: "warning",
    Severity.NOTE: "notice",
    Severity.UNDECIDED: "warning",
}


def github_text(audit: Audit, folder: Folder) -> str:
    """Workflow commands that annotate every claim of every finding, the worst first, then what was found in one line.

    Where there are more than GitHub shows of a kind, each finding gets its first place before any gets its second.
    """
    marks = [
        (_kind(finding), rank, number, _command(finding, place))
        for number, finding in enumerate(audit.findings)
        for rank, place in enumerate(_marked(finding, folder))
    ]
    chosen: list[tuple[int, str]] = []
    left: Counter[str] = Counter()
    used: Counter[str] = Counter()
    for kind, _, number, command in sorted(marks, key=lambda mark: mark[1]):
        used[kind] += 1
        if used[kind] <= MOST_OF_A_KIND:
            chosen.append((number, command))
        else:
            left[kind] += 1
    commands = [command for _, command in sorted(chosen, key=lambda pair: pair[0])]
    return "".join(f"{line}\n" for line in [*commands, _last_line(audit, folder, left)])


def problem_marks(problems: Iterable[Problem], folder: Path) -> str:
    """Annotations where rows cannot be read, as many as GitHub shows."""
    placed = [problem for problem in problems if problem.line][:MOST_OF_A_KIND]
    places = (Place(shown_path(folder / one.file), one.line, one.column, one.text) for one in placed)
    return "".join(f"{_annotation('error', place, 'UNUSABLE', place.text)}\n" for place in places)


def _marked(finding: Finding, folder: Folder) -> tuple[Place, ...]:
    """Every claim of a conflict; of a row of known.csv that holds no longer, the row."""
    return places(finding, folder)[: None if finding.facts else 1]


def _kind(finding: Finding) -> str:
    return "notice" if finding.known is not None else _KINDS[finding.severity]


def _command(finding: Finding, place: Place) -> str:
    known = "" if finding.known is None else f" Known: {finding.known}"
    said = f"{place.text}: " if finding.facts else ""
    text = f"{said}{finding.message}.{known}"
    return _annotation(_kind(finding), place, _title(finding), text)


def _annotation(kind: str, place: Place, title: str, text: str) -> str:
    at = f"file={_property(place.path)},line={place.line},col={place.column}"
    return f"::{kind} {at},title={_property(title)}::{_message(text)}"


def _title(finding: Finding) -> str:
    return f"{finding_code(finding)} {finding.id}"


def _message(text: str) -> str:
    """As GitHub's runner undoes it: a command is one line."""
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _message(text).replace(":", "%3A").replace(",", "%2C")


def _last_line(audit: Audit, folder: Folder, left: Counter[str]) -> str:
    counted = summary_text(audit, folder)
    if not left:
        return counted
    unmarked = ", ".join(
        f"{left[kind]} of kind {kind}" for kind in dict.fromkeys(_KINDS.values()) if left[kind]
    )
    return f"{counted} Places not annotated, as GitHub shows {MOST_OF_A_KIND} of a kind: {unmarked}."


def add_to_summary(path: Path, audit: Audit, compared: Sequence[Comparison], folder: Folder) -> None:
    """Append the page to the summary of the job, as much of it as fits.

    Raises CnkzError, with the place and the reason, if it cannot be written.
    """
    try:
        with path.open("ab") as file:
            file.write(job_summary(audit, compared, folder, room=LARGEST_SUMMARY - file.tell()).encode())
    except OSError as error:
        raise CnkzError(f"{path}: cannot be written: {error.strerror}") from error


def job_summary(audit: Audit, compared: Sequence[Comparison], folder: Folder, *, room: int) -> str:
    """What was found, in Markdown of at most `room` bytes: each finding whole or not at all, the worst first."""
    head = f"## cnkz-stats\n\n{escaped(summary_text(audit, folder))}\n\n"
    tables = [markdown_text([comparison_table(compared, folder)])] if compared else []
    parts = [*(_section(finding, folder) for finding in audit.findings), *tables]
    taken = len((head + _LEFT_OUT.format(len(parts))).encode())
    fitting = list(_fitting(parts, room - taken))
    left = len(parts) - len(fitting)
    page = head + "".join(fitting) + (_LEFT_OUT.format(left) if left else "")
    return page if len(page.encode()) <= room else ""


_LEFT_OUT = "\nNo room for the last {} sections: see the log, or `cnkz-stats check --format json`.\n"


def _fitting(parts: Iterable[str], room: int) -> Iterator[str]:
    for part in parts:
        room -= len(part.encode())
        if room < 0:
            return
        yield part


def _section(finding: Finding, folder: Folder) -> str:
    state = "KNOWN" if finding.known is not None else finding.severity.value.upper()
    figures = Table(
        f"{state} {_title(finding)}",
        (Column("Figure"), Column("Place")),
        tuple((place.text, f"{place.path}:{place.line}:{place.column}") for place in places(finding, folder)),
    )
    known = [f"Known: {finding.known}"] if finding.known is not None else []
    lines = [f"{finding.message}.", *known]
    proof = [f"{number}. {escaped(step)}" for number, step in enumerate(finding.proof, 1)]
    told = "\n\n".join(map(escaped, lines))
    return "\n".join([markdown_text([figures]), told, "", *proof, *([""] if proof else []), ""])
