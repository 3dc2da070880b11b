"""Editions of one quantity in one authority's books: separate books, joined by a note where they differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import pairwise

from cnkz_stats.figures.interval import Interval, apart, ratio
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.changes import size_text
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Explanation, Finding, Severity, finding_id
from cnkz_stats.reasoning.wording import fact_range_text, quantity_text


def revisions(facts: Sequence[Fact], folder: Folder) -> Iterator[Finding]:
    """A note for each level that one edition states and the next one does not, in the order of their names.

    A figure that names no edition is compared with the nearest one, if it fits none.
    """
    editions: dict[Quantity, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.base is None:
            editions[replace(fact.quantity, vintage="")][fact.quantity.vintage].append(fact)
    for _, stated in sorted(editions.items(), key=lambda pair: pair[0]):
        unnamed = stated.pop("", [])
        named = [stated[vintage] for vintage in sorted(stated)]
        for earlier, later in pairwise(named):
            yield from _differences(earlier, later, folder)
        known = [fact for edition in reversed(named) for fact in edition]
        for fact in unnamed if known else ():
            yield from _differences([fact], [_nearest(fact, known)], folder)


def _nearest(fact: Fact, known: Sequence[Fact]) -> Fact:
    return min(known, key=lambda other: apart(fact.range, other.range))


def _differences(earlier: Sequence[Fact], later: Sequence[Fact], folder: Folder) -> Iterator[Finding]:
    for old in earlier:
        for new in later:
            if not old.range.meets(new.range):
                yield _note(old, new, folder)


def _note(old: Fact, new: Fact, folder: Folder) -> Finding:
    size = _size(old.range, new.range)
    said = " and ".join(
        f"{quantity_text(fact.quantity, folder)} “{fact.claims[0].figure.text}”" for fact in (old, new)
    )
    how = "revised" if size is None else size_text(size)
    text = f"if the two are editions of one figure, which was {how}"
    facts = (old, new)
    return Finding(
        id=finding_id(facts),
        severity=Severity.NOTE,
        verdict="consistent",
        message=f"{said} differ: {how}",
        causes=(Explanation(Cause.REVISION, (*old.claims, *new.claims), text, size),),
        facts=facts,
        gap=None,
        smallest=True,
        proof=tuple(
            f"“{fact.claims[0].figure.text}” ({fact.claims[0].source}): {quantity_text(fact.quantity, folder)} is "
            f"{fact_range_text(fact)}"
            for fact in facts
        ),
    )


def _size(old: Interval, new: Interval) -> Interval | None:
    """The change relative to the earlier edition; `None` where that may be zero or negative."""
    if old.lo is None or old.lo <= 0 or new.lo is None or new.lo < 0:
        return None
    return ratio(new, old).shifted(Fraction(-1))
