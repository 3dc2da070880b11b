"""Editions of one quantity in one authority's books: separate books, joined by a note where they differ."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import pairwise

from cnkz_stats.figures.interval import Interval, apart, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.changes import size_text
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Explanation, Finding, Severity, finding_id
from cnkz_stats.reasoning.wording import fact_range_text, quantity_text, timeless_text

_ANYTIME = Period.year(1)
_Pair = tuple[Fact, Fact]


def revisions(facts: Sequence[Fact], folder: Folder) -> Iterator[Finding]:
    """A note for two editions of one series that follow each other, in the order of their names, and differ in any period.

    A figure that names no edition is compared with the nearest one, if it fits none.
    """
    editions: dict[Quantity, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.base is None:
            editions[fact.quantity._replace(vintage="")][fact.quantity.vintage].append(fact)
    alike: dict[tuple[Quantity, Quantity], list[_Pair]] = defaultdict(list)
    for _, stated in sorted(editions.items(), key=lambda pair: pair[0]):
        for old, new in _differences(stated):
            alike[_timeless(old), _timeless(new)].append((old, new))
    for pairs in alike.values():
        yield _note(pairs, folder)


def _timeless(fact: Fact) -> Quantity:
    return fact.quantity._replace(period=_ANYTIME)


def _differences(stated: dict[str, list[Fact]]) -> Iterator[_Pair]:
    """The facts about one quantity, by edition, that cannot both be true."""
    unnamed = stated.pop("", [])
    named = [stated[vintage] for vintage in sorted(stated)]
    for earlier, later in pairwise(named):
        yield from ((old, new) for old in earlier for new in later if not old.range.meets(new.range))
    known = [fact for edition in reversed(named) for fact in edition]
    for stray in unnamed if known else ():
        nearest = min(known, key=lambda other: apart(stray.range, other.range))
        if not stray.range.meets(nearest.range):
            yield stray, nearest


def _note(pairs: Sequence[_Pair], folder: Folder) -> Finding:
    facts = tuple(dict.fromkeys(fact for pair in pairs for fact in pair))
    return Finding(
        id=finding_id(facts),
        severity=Severity.NOTE,
        verdict="consistent",
        message=_message(pairs, folder),
        causes=tuple(_revision(old, new) for old, new in pairs),
        facts=facts,
        gap=None,
        smallest=True,
        proof=tuple(
            f"“{fact.claims[0].figure.text}” ({fact.claims[0].source}): {quantity_text(fact.quantity, folder)} is "
            f"{fact_range_text(fact)}"
            for fact in facts
        ),
    )


def _message(pairs: Sequence[_Pair], folder: Folder) -> str:
    if len(pairs) == 1:
        said = " and ".join(
            f"{quantity_text(fact.quantity, folder)} “{fact.claims[0].figure.text}”" for fact in pairs[0]
        )
        return f"{said} differ: {_how(*pairs[0])}"
    said = " and ".join(timeless_text(fact.quantity, folder) for fact in pairs[0])
    sizes = ", ".join(f"{old.quantity.period} {_how(old, new)}" for old, new in pairs)
    return f"{said} differ in {len(pairs)} periods: {sizes}"


def _revision(old: Fact, new: Fact) -> Explanation:
    text = f"if the two are editions of one figure, which was {_how(old, new)}"
    return Explanation(Cause.REVISION, (*old.claims, *new.claims), text, _size(old.range, new.range))


def _how(old: Fact, new: Fact) -> str:
    size = _size(old.range, new.range)
    return "revised" if size is None else size_text(size)


def _size(old: Interval, new: Interval) -> Interval | None:
    """The change relative to the earlier edition; `None` where that may be zero or negative."""
    if old.lo is None or old.lo <= 0 or new.lo is None or new.lo < 0:
        return None
    return ratio(new, old).shifted(Fraction(-1))
