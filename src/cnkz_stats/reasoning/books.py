"""Whose books each claim is read in, and the facts of a folder in those books."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from cnkz_stats.figures.interval import Interval, apart
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.authorities import joined_series, may_count
from cnkz_stats.reasoning.constraints import fact_rows, ratio_range
from cnkz_stats.reasoning.facts import UNSTATED, Fact, constrains, fact_of, merged, origin
from cnkz_stats.reasoning.ratios import Ratios
from cnkz_stats.reasoning.register import named_parts
from cnkz_stats.reasoning.sums import sums

_AGREES, _NEAR, _SILENT, _DIFFERS, _UNHEARD, _FAR = range(6)
_BOOKS_APART = Fraction(2, 100)
"""Figures that miss each other by less are hardly of two books."""
_EDITIONS_APART = Fraction(1, 4)
"""Editions of one book differ by a quarter at most."""
_EXACT_WITHIN = Fraction(5, 4)
"""A range whose ends are no further apart says a number; a wider one fits many books by chance."""


def facts_of(folder: Folder) -> tuple[Fact, ...]:
    """All facts of a folder, sorted, each with its claims in English first, since that is what we print."""
    books = assigned_authorities(folder)
    stated = [(claim, books[claim.id]) for claim in folder.claims if constrains(claim)]
    heard = [*stated, *named_parts(folder, books)]
    heard.sort(key=lambda one: (folder.sources[one[0].source].language != "en", one[0].id))
    return merged(fact_of(claim, folder, authority=book) for claim, book in heard)


@lru_cache(maxsize=2)
def assigned_authorities(folder: Folder) -> Mapping[str, str]:
    """Whose books each claim is first read in.

    A stated authority is taken at its word. The figures of one document that name none are taken together, those of
    series that an identity joins, with the books that `_Shelf.closest` finds; those of areas which these books do not
    count are then looked at by themselves. Where nobody is named who could count them, they share the unstated book.
    """
    stated = [claim for claim in folder.claims if claim.authority]
    books = {claim.id: claim.authority for claim in stated}
    shelf = _Shelf(stated, folder)
    for claims in shelf.groups(claim for claim in folder.claims if not claim.authority):
        rest = claims
        while rest:
            chosen = shelf.closest(rest)
            taken = [claim for claim in rest if not chosen or shelf.may_hold(chosen, claim)]
            books |= dict.fromkeys((claim.id for claim in taken), chosen)
            rest = [claim for claim in rest if claim not in taken]
    return books


class _Shelf:
    """The stated books: which quantities each speaks of, and what it implies about them. Editions are not told apart."""

    def __init__(self, stated: Iterable[Claim], folder: Folder) -> None:
        self._folder, self._joined = folder, joined_series(folder)
        self._speaking: dict[Quantity, set[str]] = defaultdict(set)
        self._documents: dict[tuple[str, ...], dict[str, Counter[str]]] = defaultdict(
            lambda: defaultdict(Counter)
        )
        facts = []
        for claim in stated:
            for subject in self._subjects(claim):
                self._documents[subject][claim.authority][self._origin(claim)] += 1
            if constrains(claim):
                facts.append(fact_of(claim, folder, authority=claim.authority))
        facts = [_any_edition(fact) for fact in (*facts, *_added_up(facts, folder))]
        for fact in facts:
            for quantity in fact.quantities:
                self._speaking[quantity._replace(authority=UNSTATED)].add(quantity.authority)
        self._ratios = Ratios(row for fact in facts for row in fact_rows(fact))

    def groups(self, claims: Iterable[Claim]) -> Iterable[list[Claim]]:
        """The claims that stand in one document, copies included, about series that one count has together."""
        together: dict[tuple[str, str], list[Claim]] = defaultdict(list)
        for claim in claims:
            together[self._joined[claim.series], self._origin(claim)].append(claim)
        return together.values()

    def may_hold(self, book: str, claim: Claim) -> bool:
        """Whether an authority can have counted what a claim is about, and the whole that it is a share of, or says that it has."""
        if constrains(claim):
            fact = fact_of(claim, self._folder, authority=UNSTATED)
            if all(book in self._speaking.get(one._replace(vintage=""), ()) for one in fact.quantities):
                return True
        areas, whole = (claim.area, claim.partner), claim.whole
        wholes = whole.get("area", claim.area), whole.get("partner", claim.partner)
        return all(may_count(book, *one, self._folder) for one in (areas, wholes))

    def closest(self, claims: Sequence[Claim]) -> str:
        """The book to take claims of one document with, empty if nobody is named who could count them.

        First come the books that speak of the same quantities: those that agree up to a usual revision, those that miss by
        less than two books differ, those that imply nothing, those that miss by less than editions differ; then those that are silent about them, then those that
        differ by more. Among equals: what agrees with most figures that say a number, what the document names elsewhere,
        what most documents name for this series and these areas, then for this series. Shares alone go with books that speak of
        their wholes, if any do.
        """
        facts = [fact_of(claim, self._folder, authority=UNSTATED) for claim in claims if constrains(claim)]
        spoken = [quantity._replace(vintage="") for fact in facts for quantity in fact.quantities]
        heard = {book for quantity in spoken for book in self._speaking.get(quantity, ())}
        series = self._joined[claims[0].series]
        named = heard | self._documents[series,].keys()
        possible = sorted(book for book in named if any(self.may_hold(book, claim) for claim in claims))
        if all(fact.statement is Statement.SHARE for fact in facts):
            possible = [
                book for book in possible if all(book in self._speaking.get(one, ()) for one in spoken)
            ] or possible
        pairs = {self._subjects(claim)[1] for claim in claims}
        document = self._origin(claims[0])

        def rank(book: str) -> tuple[object, ...]:
            level, distance, agreeing = (
                self._fit(facts, book) if book in heard else (_UNHEARD, Fraction(0), 0)
            )
            return (
                level,
                distance if level in (_NEAR, _DIFFERS) else 0,
                -agreeing,
                -self._documents[series,][book][document],
                -sum(len(self._documents[pair][book]) for pair in pairs),
                -len(self._documents[series,][book]),
                -self._documents[series,][book].total(),
                distance,
            )

        return min(possible, key=rank, default=UNSTATED)

    def _fit(self, facts: Sequence[Fact], book: str) -> tuple[int, Fraction, int]:
        """How well a book goes with facts: how, by how much of themselves they miss it, with how many numbers it agrees."""
        misses = [(fact, miss) for fact in facts for miss in self._misses(fact, book)]
        if not misses:
            return _SILENT, Fraction(0), 0
        usual = max(self._folder.series[fact.quantity.series].revision for fact in facts)
        mean = sum((miss for _, miss in misses), Fraction(0)) / len(misses)
        within = [(usual, _AGREES), (_BOOKS_APART, _NEAR), (_EDITIONS_APART, _DIFFERS)]
        level = next((level for most, level in within if mean <= most), _FAR)
        return level, mean, sum(miss <= usual and _says_a_number(fact) for fact, miss in misses)

    def _misses(self, fact: Fact, authority: str) -> Iterator[Fraction]:
        fact = _any_edition(_in_book(fact, authority))
        implied = self._ratios.ratio(fact.quantity, fact.base)
        if implied is not None:
            yield apart(_number(fact), implied.range)

    def _subjects(self, claim: Claim) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What books are named for: the series, and the series between these areas, in whichever direction."""
        series = self._joined[claim.series]
        return (series,), (series, *sorted((claim.area, claim.partner)))

    def _origin(self, claim: Claim) -> str:
        return origin(claim.source, self._folder)


def _number(fact: Fact) -> Interval:
    return fact.range if fact.base is None else ratio_range(fact)


def _says_a_number(fact: Fact) -> bool:
    bounds = _number(fact)
    return bounds.lo is not None and bounds.hi is not None and 0 < bounds.hi <= _EXACT_WITHIN * bounds.lo


def _added_up(facts: Iterable[Fact], folder: Folder) -> Iterator[Fact]:
    """What the levels of each book and edition add up to, as a fact of its parts' claims."""
    stated: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.base is None:
            stated[fact.quantity].append(fact)
    agreed = {quantity: _common(fact.range for fact in alike) for quantity, alike in stated.items()}
    levels = {quantity: bounds for quantity, bounds in agreed.items() if bounds is not None}
    for one in sums(levels, folder):
        claims = tuple(claim for part in one.parts for fact in stated[part] for claim in fact.claims)
        yield Fact(Statement.LEVEL, one.quantity, None, None, one.range, claims)


def _common(ranges: Iterable[Interval]) -> Interval | None:
    first, *others = ranges
    common: Interval | None = first
    for bounds in others:
        common = None if common is None else common.intersection(bounds)
    return common


def _any_edition(fact: Fact) -> Fact:
    base = None if fact.base is None else fact.base._replace(vintage="")
    return replace(fact, quantity=fact.quantity._replace(vintage=""), base=base)


def _in_book(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else fact.base._replace(authority=authority)
    return replace(fact, quantity=fact.quantity._replace(authority=authority), base=base)
