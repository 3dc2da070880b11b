"""Facts: what claims with one relation and one range say together, each in somebody's books."""

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import MEASURED, Reading, certain_range, readings
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity, quantity_of, whole_of

UNSTATED = ""
_CONSTRAINING = frozenset(
    {Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE, Statement.SHARE, Statement.CHANGE}
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A relation and a range: `quantity`, or its ratio to `base`, or its difference from it, lies in `range`.

    For growth the range is that of the rate, for an average annual growth of the rate a year over `years` years.
    """

    statement: Statement
    quantity: Quantity
    base: Quantity | None
    years: int | None
    range: Interval
    claims: tuple[Claim, ...]

    @property
    def id(self) -> str:
        """The same for the same relation and range, whoever says it and in whichever order."""
        parts = (self.statement, self.quantity, self.base, self.years, self.range)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]

    @property
    def order(self) -> tuple[object, ...]:
        """Sorting by claims keeps output independent of how a file is ordered."""
        return (min(claim.id for claim in self.claims), self.id)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """What the fact speaks of."""
        return (self.quantity,) if self.base is None else (self.quantity, self.base)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """How its figure may be read, as printed first."""
        return readings(self.claims[0].figure, counted=is_counted(self.claims[0]))

    @property
    def certain(self) -> Interval:
        """What its figure says for certain."""
        return claim_range(self.claims[0])


def claim_range(claim: Claim) -> Interval:
    """What a claim's figure says for certain."""
    return certain_range(claim.figure, counted=is_counted(claim))


def is_counted(claim: Claim) -> bool:
    """Whether a claim's figure counts things one by one."""
    return claim.statement in (Statement.LEVEL, Statement.CHANGE) and claim.unit not in MEASURED


def facts_of(folder: Folder) -> tuple[Fact, ...]:
    """All facts of a folder, sorted, each with its claims in English first, since that is what we print."""
    books = assigned_authorities(folder)
    return merged(
        fact_of(claim, folder, authority=books[claim.id])
        for claim in sorted(
            folder.claims, key=lambda claim: (folder.sources[claim.source].language != "en", claim.id)
        )
        if claim.statement in _CONSTRAINING and claim.periods
    )


def merged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts with one relation and one range become one, with the claims of all."""
    same: dict[Fact, list[Claim]] = defaultdict(list)
    for fact in facts:
        same[replace(fact, claims=())].extend(fact.claims)
    together = (replace(fact, claims=tuple(claims)) for fact, claims in same.items())
    return tuple(sorted(together, key=lambda fact: fact.order))


def fact_of(
    claim: Claim,
    folder: Folder,
    *,
    authority: str,
    period: Period | None = None,
    base_period: Period | None = None,
) -> Fact:
    """The fact that one claim states, as printed, by the books of `authority`; other periods on request."""
    period = period or claim.periods[0]
    quantity = quantity_of(claim, period, folder.series, authority=authority)
    base, years = None, None
    if claim.statement is Statement.SHARE:
        base = whole_of(claim, period, folder.series, authority=authority)
    elif claim.statement in (Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE):
        base_period = base_period or (claim.bases[0] if claim.bases else period.year_earlier())
        base = quantity_of(claim, base_period, folder.series, authority=authority)
        years = period.years_since(base_period) if claim.figure.annual else None
    printed = readings(claim.figure, counted=is_counted(claim))[0].range
    return Fact(claim.statement, quantity, base, years, printed, (claim,))


def origin(source: str, folder: Folder) -> str:
    """The document that a document reprints or translates, at the end of the chain."""
    while folder.sources[source].copy_of:
        source = folder.sources[source].copy_of
    return source


def assigned_authorities(folder: Folder) -> dict[str, str]:
    """Whose books each claim is first read in.

    A stated authority is taken at its word. The figures of one series from one document, where it names none, are
    taken with the books of others about the same quantities: those they agree with, then those most often spoken of;
    where there are none, with the books most often named for the series; else they share the unstated book.
    """
    spoken, named = _stated_books(folder)
    groups: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    books: dict[str, str] = {}
    for claim in folder.claims:
        if claim.authority:
            books[claim.id] = claim.authority
        else:
            groups[claim.series, origin(claim.source, folder)].append(claim)
    for (series, _), claims in groups.items():
        chosen = _chosen_book(claims, folder, spoken) or _most_common(named[series])
        books |= dict.fromkeys((claim.id for claim in claims), chosen)
    return books


_Spoken = dict[Quantity, dict[str, list[Claim]]]


def _stated_books(folder: Folder) -> tuple[_Spoken, dict[str, Counter[str]]]:
    """Claims with a stated authority, by the quantity they speak of and the authority; and authorities by series."""
    spoken: _Spoken = defaultdict(lambda: defaultdict(list))
    named: dict[str, Counter[str]] = defaultdict(Counter)
    for claim in folder.claims:
        if claim.authority:
            named[claim.series][claim.authority] += 1
            for quantity in _spoken_of(claim, folder):
                spoken[quantity][claim.authority].append(claim)
    return spoken, named


def _spoken_of(claim: Claim, folder: Folder) -> Iterator[Quantity]:
    """The quantities of a claim, whoever counted them."""
    if claim.periods and claim.statement in _CONSTRAINING:
        for quantity in fact_of(claim, folder, authority=UNSTATED).quantities:
            yield replace(quantity, vintage="")


def _chosen_book(claims: list[Claim], folder: Folder, spoken: _Spoken) -> str:
    agreed: Counter[str] = Counter()
    heard: Counter[str] = Counter()
    for claim in claims:
        for quantity in _spoken_of(claim, folder):
            for authority, others in spoken.get(quantity, {}).items():
                heard[authority] += 1
                agreed[authority] += _agrees(claim, others)
    return max(sorted(heard), key=lambda authority: (agreed[authority], heard[authority]), default=UNSTATED)


def _agrees(claim: Claim, others: list[Claim]) -> bool:
    """Whether a claim meets one of the others that states the same thing."""
    mine = readings(claim.figure, counted=is_counted(claim))[0].range
    return any(
        other.statement is claim.statement
        and (other.periods, other.bases) == (claim.periods, claim.bases)
        and mine.meets(readings(other.figure, counted=is_counted(other))[0].range)
        for other in others
    )


def _most_common(names: Counter[str]) -> str:
    return max(sorted(names), key=lambda name: names[name], default=UNSTATED)
