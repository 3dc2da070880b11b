"""A text printed back with what the claims make of its figures: in the terminal, as Markdown, HTML and JSON."""

import html
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from cnkz_stats.figures.display import range_json
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.changes import Change
from cnkz_stats.reasoning.wording import fact_text, number_text
from cnkz_stats.text.documents import Document
from cnkz_stats.text.verdict import Label, Verdict
from cnkz_stats.views.layout import Line
from cnkz_stats.views.machine import Json
from cnkz_stats.views.mentions import NO_FIGURE, mention_json
from cnkz_stats.views.output import write_text
from cnkz_stats.views.tables import escaped
from cnkz_stats.views.terminal import inert, show

STYLES = {
    Label.SUPPORTED: "green",
    Label.REFUTED: "bold red",
    Label.DISPUTED: "yellow",
    Label.NOT_ENOUGH_INFO: "dim",
}
_COLOURS = {
    Label.SUPPORTED: "#d7f0d7",
    Label.REFUTED: "#f8d0d0",
    Label.DISPUTED: "#f8ecc0",
    Label.NOT_ENOUGH_INFO: "#e8e8e8",
}
_CAUSES_SHOWN, _CLAIMS_SHOWN, _DIGITS = 2, 5, 6

Verified = tuple[Document, Sequence[Verdict]]


def verdicts_json(verdicts: Sequence[Verdict]) -> list[Json]:
    """Figures of texts, each with its label, the causes if it is wrong, the claims that decide and what would be right."""
    return [
        {
            **mention_json(verdict.mention),
            "label": verdict.label.value,
            "causes": [_cause(change) for change in verdict.causes],
            "claims": [claim.id for claim in verdict.claims],
            "would_be_right": None if verdict.would_be_right is None else range_json(verdict.would_be_right),
        }
        for verdict in verdicts
    ]


def _cause(change: Change) -> Json:
    size = None if change.size is None else range_json(change.size)
    return {
        "code": change.cause.value,
        "text": change.text,
        "low": size and size["low"],
        "high": size and size["high"],
    }


def verdict_lines(verified: Sequence[Verified], folder: Folder) -> Iterator[Line]:
    """The texts with numbered figures, and a note for each number."""
    for document, verdicts in verified:
        if document.name:
            yield Line(document.name, style="bold")
        for line in _marked(document.text, verdicts, _plain_mark).splitlines():
            yield Line(inert(line))
        yield from _note_lines(verdicts, folder)


def _plain_mark(_: Verdict, number: int, span: str) -> str:
    return f"{span}[{number}]"


def _note_lines(verdicts: Sequence[Verdict], folder: Folder) -> Iterator[Line]:
    yield Line("")
    for number, verdict in enumerate(verdicts, 1):
        yield Line(f"[{number}] {verdict.label}: {verdict.mention.figure}", style=STYLES[verdict.label])
        for note in _notes(verdict, folder):
            yield Line(note, indent=4, hang=2)
    if not verdicts:
        yield NO_FIGURE


def show_verdicts(verified: Sequence[Verified], folder: Folder) -> None:
    """Print to standard output: in a terminal with the figures coloured within their text, else plain."""
    if sys.stdout is None or not sys.stdout.isatty():
        show(verdict_lines(verified, folder))
        return
    for document, verdicts in verified:
        _show_text(document, verdicts)
        show(_note_lines(verdicts, folder))


def _show_text(document: Document, verdicts: Sequence[Verdict]) -> None:
    from rich.console import Console  # noqa: PLC0415 (heavy, and only a terminal needs it)
    from rich.text import Text  # noqa: PLC0415

    console = Console()
    text = Text(f"{inert(document.name)}\n" if document.name else "", style="")
    for piece, style in _pieces(document, verdicts):
        text.append("\n".join(map(inert, piece.split("\n"))), style=style or None)
    with console.capture() as captured:
        console.print(text)
    write_text(captured.get(), None)


def _pieces(document: Document, verdicts: Sequence[Verdict]) -> Iterator[tuple[str, str]]:
    """The text in pieces, each with the style that a terminal gives it."""
    at = 0
    for number, verdict in enumerate(verdicts, 1):
        mention = verdict.mention
        yield document.text[at : mention.start], ""
        yield f"{mention.span}[{number}]", STYLES[verdict.label]
        at = mention.end
    yield document.text[at:], ""


def markdown_verdicts(verified: Sequence[Verified], folder: Folder) -> str:
    """The texts as Markdown with footnotes; what would be markup is escaped."""
    parts: list[str] = []
    for count, (document, verdicts) in enumerate(verified, 1):
        heading = [f"### {escaped(document.name)}", ""] if document.name else []
        lines = _marked(document.text, verdicts, partial(_markdown_mark, count), escaped_line)
        notes = [
            f"[^{count}-{number}]: **{verdict.label}** " + "; ".join(map(escaped, _notes(verdict, folder)))
            for number, verdict in enumerate(verdicts, 1)
        ]
        parts += [*heading, lines.strip(), "", *notes, ""]
    return "\n".join(parts)


def _markdown_mark(count: int, _: Verdict, number: int, span: str) -> str:
    return f"**{span}**[^{count}-{number}]"


def escaped_line(text: str) -> str:
    """Plain text with its line breaks and edges, nothing in it markup."""
    signs = "".join(f"\\{sign}" if sign in "\\|`*_<>[]#" else sign for sign in text)
    return signs.replace("::", r"\:\:")


def html_verdicts(verified: Sequence[Verified], folder: Folder) -> str:
    """The texts as one page that needs nothing else; what a text holds is never markup."""
    body: list[str] = []
    for document, verdicts in verified:
        if document.name:
            body.append(f"<h2>{html.escape(document.name)}</h2>")
        text = _marked(document.text, verdicts, _html_mark, html.escape)
        body += [f"<p>{line}</p>" for line in text.splitlines() if line.strip()]
        body.append("<ol>")
        for verdict in verdicts:
            notes = "<br>".join(map(html.escape, _notes(verdict, folder)))
            body.append(f"<li><b>{verdict.label}</b>: {html.escape(verdict.mention.figure)}<br>{notes}</li>")
        body.append("</ol>")
    styles = "".join(f".{_css(label)}{{background:{colour}}}" for label, colour in _COLOURS.items())
    head = f'<meta charset="utf-8"><title>Figures held against claims</title><style>{styles}</style>'
    return f"<!DOCTYPE html>\n<html><head>{head}</head>\n<body>\n" + "\n".join(body) + "\n</body></html>\n"


def _html_mark(verdict: Verdict, number: int, span: str) -> str:
    return f'<mark class="{_css(verdict.label)}" title="{verdict.label}">{span}</mark><sup>{number}</sup>'


def _css(label: Label) -> str:
    return label.value.lower().replace(" ", "-")


def _marked(
    text: str,
    verdicts: Sequence[Verdict],
    mark: Callable[[Verdict, int, str], str],
    escape: Callable[[str], str] = str,
) -> str:
    """A text with its figures marked, each piece escaped."""
    parts: list[str] = []
    at = 0
    for number, verdict in enumerate(verdicts, 1):
        mention = verdict.mention
        parts += [escape(text[at : mention.start]), mark(verdict, number, escape(mention.span))]
        at = mention.end
    return "".join([*parts, escape(text[at:])])


def _notes(verdict: Verdict, folder: Folder) -> Iterator[str]:
    """What a reader wants to know: about what it was held against, why, by which claims, what would be right."""
    if verdict.fact is not None:
        yield f"read as {fact_text(verdict.fact, folder)}"
    yield verdict.why
    if verdict.would_be_right is not None and verdict.fact is not None:
        right = number_text(verdict.fact, verdict.would_be_right, digits=_DIGITS)
        yield f"the others put it at {right}"
    if verdict.agreeing:
        yield f"stated by {_named(verdict.agreeing)}"
    if verdict.against:
        yield f"against it {_named(verdict.against)}"
    for change in verdict.causes[:_CAUSES_SHOWN]:
        yield f"would fit {change.text} ({change.cause})"


def _named(claims: Sequence[Claim]) -> str:
    shown = [f"“{' '.join(claim.figure.text.split())}” ({claim.id})" for claim in claims[:_CLAIMS_SHOWN]]
    more = len(claims) - len(shown)
    return ", ".join([*shown, *([f"and {more} more"] if more else [])])
