"""Whose books each claim is read in, and the facts of a folder in those books."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import fact_rows, ratio_range
from cnkz_stats.reasoning.facts import UNSTATED, Fact, constrains, fact_of, merged, origin
from cnkz_stats.reasoning.ratios import Ratios
from cnkz_stats.reasoning.register import named_parts

_AGREES, _SILENT, _DIFFERS = range(3)


def facts_of(folder: Folder) -> tuple[Fact, ...]:
    """All facts of a folder, sorted, each with its claims in English first, since that is what we print."""
    books = assigned_authorities(folder)
    stated = [(claim, books[claim.id]) for claim in folder.claims if constrains(claim)]
    heard = [*stated, *named_parts(folder, books)]
    heard.sort(key=lambda one: (folder.sources[one[0].source].language != "en", one[0].id))
    return merged(fact_of(claim, folder, authority=book) for claim, book in heard)


def assigned_authorities(folder: Folder) -> dict[str, str]:
    """Whose books each claim is first read in.

    A stated authority is taken at its word. The figures of one series from one document, where it names none, are
    taken with the books of others about the same quantities: first those they agree with up to a usual revision, then
    those that imply nothing about them, then those they miss least; where nobody speaks of these quantities, with the
    books most often named for the series; else they share the unstated book.
    """
    stated = [claim for claim in folder.claims if claim.authority]
    books = {claim.id: claim.authority for claim in stated}
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in stated:
        named[claim.series][claim.authority] += 1
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for claim in folder.claims:
        if not claim.authority:
            groups[claim.series, origin(claim.source, folder)].append(claim)
    shelf = _Shelf(stated, folder)
    for (series, _), claims in groups.items():
        chosen = shelf.closest(claims) or _most_common(named[series])
        books |= dict.fromkeys((claim.id for claim in claims), chosen)
    return books


class _Shelf:
    """The stated books: which quantities each speaks of, and what it implies about them. Editions are not told apart."""

    def __init__(self, stated: Iterable[Claim], folder: Folder) -> None:
        self._folder = folder
        self._speaking: dict[Quantity, set[str]] = defaultdict(set)
        facts = [
            _any_edition(fact_of(claim, folder, authority=claim.authority))
            for claim in stated
            if constrains(claim)
        ]
        for fact in facts:
            for quantity in fact.quantities:
                self._speaking[replace(quantity, authority=UNSTATED)].add(quantity.authority)
        self._ratios = Ratios(row for fact in facts for row in fact_rows(fact))

    def closest(self, claims: Sequence[Claim]) -> str:
        """The book to take claims with, empty if none speaks of their quantities."""
        facts = [fact_of(claim, self._folder, authority=UNSTATED) for claim in claims if constrains(claim)]
        heard = Counter(
            authority
            for fact in facts
            for quantity in fact.quantities
            for authority in self._speaking.get(replace(quantity, vintage=""), ())
        )
        return min(
            sorted(heard), key=lambda book: (*self._distance(facts, book), -heard[book]), default=UNSTATED
        )

    def _distance(self, facts: Sequence[Fact], authority: str) -> tuple[int, Fraction]:
        """How well a book goes with facts: whether they agree, and by how much of themselves they miss it on average."""
        misses = [miss for fact in facts for miss in self._misses(fact, authority)]
        if not misses:
            return _SILENT, Fraction(0)
        usual = max(self._folder.series[fact.quantity.series].revision for fact in facts)
        mean = sum(misses, Fraction(0)) / len(misses)
        return (_AGREES, Fraction(0)) if mean <= usual else (_DIFFERS, mean)

    def _misses(self, fact: Fact, authority: str) -> Iterator[Fraction]:
        fact = _any_edition(_in_book(fact, authority))
        implied = self._ratios.ratio(fact.quantity, fact.base)
        if implied is not None:
            yield _apart(ratio_range(fact) if fact.base is not None else fact.range, implied.range)


def _any_edition(fact: Fact) -> Fact:
    base = None if fact.base is None else replace(fact.base, vintage="")
    return replace(fact, quantity=replace(fact.quantity, vintage=""), base=base)


def _in_book(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else replace(fact.base, authority=authority)
    return replace(fact, quantity=replace(fact.quantity, authority=authority), base=base)


def _apart(one: Interval, other: Interval) -> Fraction:
    """By which part two positive ranges miss each other; 0 if they meet."""
    if one.meets(other):
        return Fraction(0)
    low, high = sorted((one, other), key=lambda bounds: bounds.lo if bounds.lo is not None else Fraction(0))
    if low.hi is None or high.lo is None or low.hi <= 0:
        return Fraction(1)
    return high.lo / low.hi - 1


def _most_common(names: Counter[str]) -> str:
    return max(sorted(names), key=lambda name: names[name], default=UNSTATED)
