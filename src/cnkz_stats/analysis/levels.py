"""Levels: what the figures printed of one quantity say together, and which edition of a table speaks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.facts import Fact, origin

PUBLISHED, IMPLIED = "published", "implied"


@dataclass(frozen=True, slots=True)
class Level:
    """The range of a quantity and the facts it rests on; `basis` says whether a source prints it."""

    range: Interval
    basis: str
    facts: tuple[Fact, ...]


def last_editions(facts: Iterable[Fact]) -> list[Fact]:
    """The facts of each book without its editions: of a level only what the last edition says that states it.

    What names no edition was printed before there was one.
    """
    facts = list(facts)
    last: dict[Quantity, str] = {}
    for fact in facts:
        if fact.base is None:
            about = any_edition(fact.quantity)
            last[about] = max(last.get(about, ""), fact.quantity.vintage)
    return [
        replace(
            fact,
            quantity=any_edition(fact.quantity),
            base=None if fact.base is None else any_edition(fact.base),
        )
        for fact in facts
        if fact.base is not None or fact.quantity.vintage == last[any_edition(fact.quantity)]
    ]


def any_edition(quantity: Quantity) -> Quantity:
    """The quantity of a book, whichever edition of it."""
    return quantity._replace(vintage="")


def printed_level(facts: Sequence[Fact], folder: Folder) -> Level:
    """What printed levels of one quantity say: what those allow together that most documents print.

    Where several camps have equally many, everything between them.
    """
    ranges = dict(_camps(facts))
    camps = [camp for camp in ranges if not any(camp < other for other in ranges)]
    support = {
        camp: len({origin(claim.source, folder) for fact in camp for claim in fact.claims}) for camp in camps
    }
    most = [camp for camp in camps if support[camp] == max(support.values())]
    together = tuple(fact for fact in facts if any(fact in camp for camp in most))
    return Level(_hull([ranges[camp] for camp in most]), PUBLISHED, together)


def _camps(facts: Sequence[Fact]) -> Iterator[tuple[frozenset[Fact], Interval]]:
    """For the lower end of each range those facts that allow it, and what they allow together."""
    told = [(fact, fact.certain) for fact in facts]
    rising = sorted(told, key=lambda one: (one[1].lo is not None, one[1].lo or 0))
    for number, (fact, own) in enumerate(rising):
        camp, common = {fact}, own
        for other, certain in rising[:number]:
            both = common.intersection(certain)
            if both is not None and not _touching(both, common, certain):
                camp, common = camp | {other}, both
        yield frozenset(camp), common


def _touching(both: Interval, *ranges: Interval) -> bool:
    """Whether ranges have no more in common than an end: what is printed as 17 and as 18 is hardly 17.5."""
    return both.lo == both.hi and all(bounds.lo != bounds.hi for bounds in ranges)


def _hull(ranges: Sequence[Interval]) -> Interval:
    """Everything between several ranges; one by itself as it is."""
    if len(ranges) == 1:
        return ranges[0]
    lows, highs = [bounds.lo for bounds in ranges], [bounds.hi for bounds in ranges]
    return Interval(
        None if None in lows else min(low for low in lows if low is not None),
        None if None in highs else max(high for high in highs if high is not None),
    )
