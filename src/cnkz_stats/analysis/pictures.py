"""What a picture of a topic shows, before anything is drawn: title, panels, conflicts, notes and credits."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cnkz_stats.analysis.captions import date_text, in_period, listed, period_text
from cnkz_stats.analysis.conflict_notes import ConflictNote, conflict_notes
from cnkz_stats.analysis.panels import ASSUMED, Kind, Mark, Panel
from cnkz_stats.analysis.topic_panels import panels
from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Finding, on_topics
from cnkz_stats.reasoning.wording import lowered

MOST_PANELS, MOST_CROWDED = 8, 3
"""So many panels stand on a page, and so many where one of them shows only a part of what there is."""


@dataclass(frozen=True, slots=True)
class Credit:
    """A document that figures were taken from; `source` is its id."""

    publisher: str
    source: str
    published: str


@dataclass(frozen=True, slots=True)
class Picture:
    """All that is to be drawn, in reading order."""

    title: str
    subtitle: str
    panels: tuple[Panel, ...]
    conflicts: tuple[ConflictNote, ...]
    notes: tuple[str, ...]
    credits: tuple[Credit, ...]


def picture(folder: Folder, topic: str, audit: Audit) -> Picture:
    """The picture of a topic: its facts, and what an audit of the whole folder has to say about them.

    Raises CnkzError if the folder has no such topic, or nothing in it can be drawn.
    """
    found = on_topics(audit, [topic], folder)
    found = replace(found, findings=_told_first([one for one in found.findings if one.facts], found.facts))
    if not found.facts:
        raise CnkzError(
            f"{topic}: read no figure with a period, expected a level, growth, multiple, share or change"
        )
    all_panels = panels(folder, found)
    if any(panel.thinned for panel in all_panels):
        all_panels.sort(key=lambda panel: -panel.facts)
    drawn = tuple(all_panels[: MOST_CROWDED if any(panel.thinned for panel in all_panels) else MOST_PANELS])
    return Picture(
        title=_title(drawn),
        subtitle=_subtitle(drawn),
        panels=drawn,
        conflicts=conflict_notes(found.findings, folder),
        notes=tuple(_notes(drawn, all_panels[MOST_PANELS:], found.facts, folder)),
        credits=credits_of(found.facts, folder),
    )


def _told_first(findings: Sequence[Finding], facts: Sequence[Fact]) -> tuple[Finding, ...]:
    """What is not known before what is; within both, what is about the quantity that most facts speak of."""
    spoken = Counter(_about(fact.quantity) for fact in facts)
    most = {about for about, number in spoken.items() if number == max(spoken.values())}

    def order(finding: Finding) -> tuple[object, ...]:
        main = any(_about(quantity) in most for quantity in finding.quantities)
        return finding.known is not None, not main, finding.order

    return tuple(sorted(findings, key=order))


def _about(quantity: Quantity) -> tuple[str, ...]:
    return quantity.series, quantity.area, quantity.partner, quantity.scope


def _title(drawn: Sequence[Panel]) -> str:
    """The answer in words: the first and the last figure of the main line, or the last ones of two panels."""
    first = drawn[0]
    about = f"{first.pair or first.lines[0].name} {lowered(first.heading)}"
    if len(drawn) == 1:
        return f"{about}: {_first_and_last(first)}"
    return f"{about}: {_last(first)}; {lowered(drawn[1].heading)}: {_last(drawn[1])}"


def _first_and_last(panel: Panel) -> str:
    """`368 million dollars in 1992, 31.17 billion in 2022`; what is claimed of its growth where there is one level."""
    said = _figures(panel)
    if len(said) < 2:
        return ", ".join(filter(None, (*said, _claimed_growth(panel))))
    unit = "" if panel.unit == "%" else f" {panel.unit.split()[-1]}"
    return f"{said[0]}, {said[-1].replace(unit, '', 1)}"


def _last(panel: Panel) -> str:
    return (_figures(panel) or [_claimed_growth(panel)])[-1]


def _figures(panel: Panel) -> list[str]:
    """The figures of the main line by period: printed ones, of whole years if there are any; else what is implied."""
    marks = panel.lines[0].marks
    printed = [mark for mark in marks if mark.kind is not Kind.IMPLIED] or marks
    chosen = [mark for mark in printed if mark.period.is_year] or printed
    return [
        f"{_one_figure(list(together), panel.unit)} {in_period(period)}"
        for period, together in groupby(chosen, key=lambda mark: mark.period)
    ]


def _one_figure(marks: Sequence[Mark], unit: str) -> str:
    """What several marks say of one period: `10.2 or 11.27 billion dollars`, `24 to 31.2 billion dollars`."""
    exact = [mark for mark in marks if mark.kind is Kind.PRINTED] or marks
    if len(exact) == 1:
        return exact[0].text
    ends = [mark.label.removesuffix(ASSUMED) for mark in (exact[0], exact[-1])]
    return f"{(' or ' if len(exact) == 2 else ' to ').join(ends)} {unit}"


def _claimed_growth(panel: Panel) -> str:
    """What sources claim of the growth to the last period."""
    notes = sorted(panel.lines[0].growth, key=lambda note: (note.end, note.start))
    return f"{notes[-1].claimed} on {period_text(notes[-1].start)}" if notes else ""


def _subtitle(drawn: Sequence[Panel]) -> str:
    said = []
    if len(drawn) == 1:
        about = ", ".join(filter(None, (drawn[0].unit, drawn[0].about)))
        said.append(f"{about[:1].upper()}{about[1:]}.")
    clashing = (
        one.conflicts for panel in drawn for together in (panel.marks, panel.growth) for one in together
    )
    if any(clashing):
        said.append("Figures in red cannot all be true: see the numbered notes.")
    return " ".join(said)


def _notes(
    drawn: Sequence[Panel], left_out: Sequence[Panel], facts: Sequence[Fact], folder: Folder
) -> Iterator[str]:
    """How to read the picture, whose figures it shows, and what it does not show."""
    yield _key([mark for panel in drawn for mark in panel.marks])
    books = sorted({fact.quantity.authority for fact in facts} - {""})
    if any(mark.label.endswith(ASSUMED) for panel in drawn for mark in panel.marks):
        yield f"{ASSUMED} The source does not say whose figure it is; read as one of {' or '.join(books)}."
    named = [f"{code}: {folder.authorities[code].name}" for code in books if code in folder.authorities]
    if named:
        yield f"{'; '.join(named).removesuffix('.')}."
    if any(panel.thinned for panel in drawn):
        yield "Of many figures only those of whole years are drawn, the finest where several agree."
    missing = [
        f"{panel.left_out} more lines of {lowered(panel.heading)}" for panel in drawn if panel.left_out
    ]
    missing += [lowered(panel.heading) for panel in left_out]
    if missing:
        yield f"Not drawn: {listed(missing)}."


def _key(marks: Sequence[Mark]) -> str:
    """What the forms of the marks mean, only of those that occur."""
    said = ["Marks cover every value that the printed figure allows by its rounding"]
    if any(mark.kind is Kind.IMPLIED for mark in marks):
        said.append("hollow: implied by other claims")
    if any(None in (mark.range.lo, mark.range.hi) for mark in marks):
        said.append("arrow: open to that side")
    if len({mark.period.is_year for mark in marks if mark.period.months > 1}) > 1:
        said.append("grey: part of a year")
    return f"{'; '.join(said)}."


def credits_of(facts: Iterable[Fact], folder: Folder) -> tuple[Credit, ...]:
    """The documents of all claims, the oldest first."""
    used = {claim.source for fact in facts for claim in fact.claims}
    return tuple(
        Credit(
            folder.sources[source].publisher or source, source, date_text(folder.sources[source].published)
        )
        for source in sorted(used, key=lambda source: (folder.sources[source].published, source))
    )
