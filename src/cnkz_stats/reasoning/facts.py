"""Facts: what claims with one relation and one range say together, each in somebody's books."""

import hashlib
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from cnkz_stats.figures.figure import MEASURED
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Reading, certain_range, printed_range, readings
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity, quantity_of, whole_of
from cnkz_stats.ledger.statement import Statement

UNSTATED = ""
_CONSTRAINING = frozenset(
    {Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE, Statement.SHARE, Statement.CHANGE}
)


def constrains(claim: Claim) -> bool:
    """Whether a claim says something that others can contradict: no target, no rank, and a period."""
    return claim.statement in _CONSTRAINING and bool(claim.periods)


@dataclass(frozen=True)
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

    def __hash__(self) -> int:
        return self._hash

    def __reduce__(self) -> tuple[object, ...]:
        """Copies and what is written have nothing but the parts: a hash is of one run of Python only."""
        return Fact, (self.statement, self.quantity, self.base, self.years, self.range, self.claims)

    @cached_property
    def _hash(self) -> int:
        return hash((self.statement, self.quantity, self.base, self.years))

    @cached_property
    def id(self) -> str:
        """The same for the same relation and range, whoever says it and in whichever order."""
        parts = (self.statement, self.quantity, self.base, self.years, self.range)
        return hashlib.sha256(repr(parts).encode()).hexdigest()[:10]

    @cached_property
    def order(self) -> tuple[object, ...]:
        """Sorting by claims keeps output independent of how a file is ordered."""
        return (min(claim.id for claim in self.claims), self.id)

    @cached_property
    def quantities(self) -> tuple[Quantity, ...]:
        """What the fact speaks of."""
        return (self.quantity,) if self.base is None else (self.quantity, self.base)

    @cached_property
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
    return (
        claim.statement in (Statement.LEVEL, Statement.CHANGE)
        and claim.unit.partition("/")[0] not in MEASURED
    )


def merged(facts: Iterable[Fact]) -> tuple[Fact, ...]:
    """Facts with one relation and one range become one, with the claims of all."""
    same: dict[tuple[object, ...], list[Fact]] = defaultdict(list)
    for fact in facts:
        same[fact.statement, fact.quantity, fact.base, fact.years, fact.range].append(fact)
    together = (
        replace(first, claims=tuple(claim for fact in (first, *others) for claim in fact.claims))
        if others
        else first
        for first, *others in same.values()
    )
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
    elif claim.statement.compares:
        base_period = base_period or (claim.bases[0] if claim.bases else period.year_earlier())
        base = quantity_of(claim, base_period, folder.series, authority=authority)
        years = period.years_since(base_period) if claim.figure.annual else None
    printed = printed_range(claim.figure, counted=is_counted(claim))
    return Fact(claim.statement, quantity, base, years, printed, (claim,))


def origin(source: str, folder: Folder) -> str:
    """The document that a document reprints or translates, at the end of the chain."""
    while folder.sources[source].copy_of:
        source = folder.sources[source].copy_of
    return source
