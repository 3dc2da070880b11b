"""Why a conflict may have come about: changed readings that make it go away, and which of them is most plausible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, combinations

from cnkz_stats.figures.display import range_text, signed, decimal

from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Cause, misprints
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.constraints import ONE, Constraint, premises, ratio_range
from cnkz_stats.reasoning.facts import Fact, fact_of, origin
from cnkz_stats.reasoning.judge import Consistent, Court, Expression, bounds_of
from cnkz_stats.reasoning.laws import laws
from cnkz_stats.reasoning.system import Component, group

REVISED, MOVED, STATED, PERIODS, SLIP, FAR = (Fraction(cost) for cost in (3, 2, 4, 5, 6, 7))
"""Costs of a revision, of an unstated authority, of a stated one, of a period, of a unit or digit, of a large revision."""


@dataclass(frozen=True, slots=True)
class Change:
    """A changed reading: the facts it replaces, by which, and how far-fetched it is.

    `excuses` says that it makes the conflict a warning. `size` is the relative size of a revision. `alone` marks books
    of which nobody else speaks.
    """

    cause: Cause
    cost: Fraction
    text: str
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]
    excuses: bool
    size: Interval | None = None
    alone: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims whose reading changes."""
        return tuple(claim for fact in self.old for claim in fact.claims)

    @property
    def loosens(self) -> bool:
        """Whether it only makes facts say less, so that no new conflict can come of it."""
        return self.cause in (Cause.ROUNDING, Cause.HEDGE, Cause.REVISION)


def explanations(
    conflict: Conflict, component: Component, family: Sequence[Fact], folder: Folder
) -> list[Change]:
    """All changes that resolve the conflict, the most plausible first.

    Those come last that rest on books nobody else speaks of, then those that leave the component contradictory; then the
    lower cost comes first. Ties: the fact with fewest claims, then the earlier period.
    """
    single = [change for fact in conflict.facts for change in _changes_of(fact, conflict, folder)]
    moves = list(_moves(conflict, family, folder))
    found = [*single, *moves]
    if not any(change.excuses and not change.alone for change in found):
        found += _joint_readings(conflict, folder)
    found = [change for change in found if change.loosens or _resolves(change, conflict, folder)]
    leaves = _leaves_conflict(found, component, family, folder)
    keyed = zip(found, leaves, strict=True)
    return [change for change, _ in sorted(keyed, key=lambda pair: _plausibility(*pair))]


def _plausibility(change: Change, leaves: bool) -> tuple[object, ...]:
    oldest = min(quantity.period for fact in change.old for quantity in fact.quantities)
    return (change.alone, leaves, change.cost, len(change.claims), oldest, change.cause, change.text)


def implied(fact: Fact, conflict: Conflict) -> Interval | None:
    """What the other facts of a conflict make of a fact's number: level, difference, or ratio to the base."""
    laws_used = [row for row in conflict.certificate.rows if not isinstance(row.origin, Fact)]
    others = [row for other in conflict.facts if other != fact for row in group(other)]
    expression, per = expression_of(fact)
    answer = bounds_of([expression], [*laws_used, *others, *premises(fact)], per=per)
    return answer[0] if isinstance(answer, list) else None


def expression_of(fact: Fact) -> tuple[Expression, Quantity | None]:
    """The number a fact speaks of as a linear expression, and the quantity it is counted in if it is a ratio."""
    if fact.base is None:
        return {fact.quantity: ONE}, None
    if fact.statement is Statement.CHANGE:
        return {fact.quantity: ONE, fact.base: -ONE}, None
    return {fact.quantity: ONE}, fact.base


def _changes_of(fact: Fact, conflict: Conflict, folder: Folder) -> Iterator[Change]:
    others = implied(fact, conflict)
    if others is None:
        return
    for change in chain(_other_readings(fact), _misprints(fact), _units(fact)):
        if ratio_or_level(change.new[0]).meets(others):
            yield change
    yield from _revisions(fact, others, folder)
    yield from _periods(fact, folder)


def ratio_or_level(fact: Fact) -> Interval:
    """The range of the fact's number: of the ratio where it speaks of one."""
    return fact.range if fact.base is None or fact.statement is Statement.CHANGE else ratio_range(fact)


def _other_readings(fact: Fact) -> Iterator[Change]:
    for reading in fact.readings[1:]:
        if reading.cause is not None:
            text = f"if “{fact.claims[0].figure.text}” {reading.text}"
            yield Change(
                reading.cause,
                reading.cost,
                text,
                (fact,),
                (replace(fact, range=reading.range),),
                excuses=True,
            )


def _misprints(fact: Fact) -> Iterator[Change]:
    claim = fact.claims[0]
    printed = fact.readings[0].range
    for spelt, value in misprints(claim.figure):
        moved = printed.shifted(value - claim.figure.value)
        text = f"if “{claim.figure.text}” is a slip for {spelt}"
        yield Change(Cause.TYPO, SLIP, text, (fact,), (replace(fact, range=moved),), excuses=False)


_SLIPS = (
    (Fraction(10), "is ten times too small"),
    (Fraction(1, 10), "is ten times too large (亿 is a hundred million, not a billion)"),
    (Fraction(1000), "is a thousand times too small"),
    (Fraction(1, 1000), "is a thousand times too large"),
)


def _units(fact: Fact) -> Iterator[Change]:
    """Slips of scale: levels and differences only, a rate has none."""
    if fact.statement not in (Statement.LEVEL, Statement.CHANGE):
        return
    for factor, text in _SLIPS:
        new = replace(fact, range=fact.range.scaled(factor))
        yield Change(
            Cause.UNIT, SLIP, f"if “{fact.claims[0].figure.text}” {text}", (fact,), (new,), excuses=False
        )


def _revisions(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """Another vintage of the fact's quantity, or of the base it was compared with."""
    stated = ratio_or_level(fact)
    if (
        fact.statement is Statement.CHANGE
        or others.lo is None
        or others.lo < 0
        or stated.lo is None
        or stated.lo <= 0
    ):
        return
    size = ratio(others, stated).shifted(-ONE)
    usual = folder.series[fact.quantity.series].revision
    within = size.meets(Interval.around(Fraction(0), usual))
    quantity = fact.base if fact.base is not None and fact.statement is not Statement.SHARE else fact.quantity
    private = replace(quantity, vintage=f"{quantity.vintage}~{fact.id}")
    new = replace(fact, base=private) if quantity is fact.base else replace(fact, quantity=private)
    whose = "the base" if quantity is fact.base else "the figure"
    text = f"if “{fact.claims[0].figure.text}” rests on another edition: {whose} of {quantity.period} was {size_text(size)}"
    if not within:
        text += f", more than the {decimal(usual * 100, up=True)} % that is usual"
    yield Change(Cause.REVISION, REVISED if within else FAR, text, (fact,), (new,), excuses=within, size=size)


def size_text(size: Interval) -> str:
    """A relative difference in words: `revised down by 0.0487 % to 0.2012 %`."""
    if size.hi is not None and size.hi <= 0:
        return f"revised down by {_percent(size.scaled(Fraction(-1)))}"
    if size.lo is not None and size.lo >= 0:
        return f"revised up by {_percent(size)}"
    return f"revised by {_percent(size)}"


def _percent(size: Interval) -> str:
    return f"{range_text(size.scaled(Fraction(100)), digits=4)} %"


def _periods(fact: Fact, folder: Folder) -> Iterator[Change]:
    """The claim's own alternatives, the year before or after, and January–November for a whole year of a flow."""
    claim = fact.claims[0]
    for period, cost, open_text in _other_periods(claim, folder):
        new = _restated(fact, folder, period)
        text = f"if “{claim.figure.text}” is about {period}"
        yield Change(Cause.PERIOD, cost, text, (fact,), (new,), excuses=open_text)
    if fact.years is not None:
        for years in (fact.years - 1, fact.years + 1):
            if years > 0:
                text = f"if “{claim.figure.text}” is an average over {years} years"
                yield Change(
                    Cause.PERIOD, PERIODS, text, (fact,), (replace(fact, years=years),), excuses=False
                )


def _other_periods(claim: Claim, folder: Folder) -> Iterator[tuple[Period, Fraction, bool]]:
    printed, *stated = claim.periods
    for period in stated:
        yield period, ONE, True
    if printed.is_year:
        for years in (-1, 1):
            yield printed.moved(years), PERIODS, False
        if not folder.series[claim.series].stock:
            year = printed.first.year
            yield Period.parse(f"{year}-01/{year}-11"), PERIODS, False


def _restated(fact: Fact, folder: Folder, period: Period) -> Fact:
    """The fact about another period, in the same books; a stated base stays."""
    restated = fact_of(fact.claims[0], folder, authority=fact.quantity.authority, period=period)
    return replace(restated, claims=fact.claims, range=fact.range)


def _moves(conflict: Conflict, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """Other books: for all figures of a series from one source if it names none, or for one figure."""
    spoken = {
        (claim.authority, quantity.series, quantity.period)
        for fact in family
        for claim in fact.claims
        for quantity in fact.quantities
    }
    for fact in conflict.facts:
        claims = [claim for claim in fact.claims if not claim.authority]
        sources = {(claim.series, origin(claim.source, folder)) for claim in claims}
        for authority in _other_authorities(fact, family, folder):
            alone = not any((authority, q.series, q.period) in spoken for q in fact.quantities)
            who = folder.authorities[authority].name if authority in folder.authorities else authority
            figure = f"“{fact.claims[0].figure.text}”"
            if len(claims) == len(fact.claims) and len(sources) == 1:
                old = tuple(
                    other
                    for other in family
                    if _from(other, sources, folder) and other.quantity.authority == fact.quantity.authority
                )
                new = tuple(_rebooked(other, authority) for other in old)
                yield Change(
                    Cause.REPORTER,
                    MOVED,
                    f"if {figure} is {who}’s figure",
                    old,
                    new,
                    excuses=True,
                    alone=alone,
                )
                if len(old) > 1:
                    yield Change(
                        Cause.MIX,
                        PERIODS,
                        f"if only {figure} is {who}’s figure, beside others’",
                        (fact,),
                        (_rebooked(fact, authority),),
                        excuses=False,
                        alone=alone,
                    )
            elif len(claims) < len(fact.claims):
                yield Change(
                    Cause.REPORTER,
                    STATED,
                    f"if {figure} is {who}’s figure, against what is stated",
                    (fact,),
                    (_rebooked(fact, authority),),
                    excuses=False,
                    alone=alone,
                )
            else:
                yield Change(
                    Cause.REPORTER,
                    MOVED,
                    f"if {figure} is {who}’s figure",
                    (fact,),
                    (_rebooked(fact, authority),),
                    excuses=True,
                    alone=alone,
                )


def _from(fact: Fact, sources: set[tuple[str, str]], folder: Folder) -> bool:
    return all(
        not claim.authority and (claim.series, origin(claim.source, folder)) in sources
        for claim in fact.claims
    )


def _other_authorities(fact: Fact, family: Sequence[Fact], folder: Folder) -> list[str]:
    """The authorities that others name for these series, and the statistical offices of the two sides."""
    named = {claim.authority for other in family for claim in other.claims if claim.authority}
    sides = {fact.quantity.area.partition("-")[0], fact.quantity.partner.partition("-")[0]}
    about = {code for code, authority in folder.authorities.items() if authority.area in sides}
    return sorted((named | about) - {fact.quantity.authority})


def _rebooked(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else replace(fact.base, authority=authority)
    return replace(fact, quantity=replace(fact.quantity, authority=authority), base=base)


def _joint_readings(conflict: Conflict, folder: Folder) -> Iterator[Change]:
    """Readings of a source's figures together, of all figures by one rounding rule, then of any two facts."""
    yield from _same_rule(conflict.facts)
    by_source: dict[str, list[Fact]] = {}
    for fact in conflict.facts:
        for source in {origin(claim.source, folder) for claim in fact.claims}:
            by_source.setdefault(source, []).append(fact)
    for facts in by_source.values():
        if 1 < len(facts) < len(conflict.facts):
            yield from _same_rule(facts)
    for one, two in combinations(conflict.facts, 2):
        for first in _other_readings(one):
            for second in _other_readings(two):
                yield _together([first, second])


def _same_rule(facts: Sequence[Fact]) -> Iterator[Change]:
    options: dict[str, list[Change]] = {}
    for fact in facts:
        for change in _other_readings(fact):
            if change.cause is Cause.ROUNDING and change.cost == ONE:
                options.setdefault(change.text.rpartition("” ")[2], []).append(change)
    for changes in options.values():
        if len(changes) > 1:
            yield replace(_together(changes), cost=ONE + Fraction(len(changes), 100))


def _together(changes: Sequence[Change]) -> Change:
    first = max(changes, key=lambda change: (change.cost, change.cause))
    text = " and ".join([changes[0].text, *(change.text.removeprefix("if ") for change in changes[1:])])
    return replace(
        first,
        cost=sum((change.cost for change in changes), Fraction(0)),
        text=text,
        old=tuple(fact for change in changes for fact in change.old),
        new=tuple(fact for change in changes for fact in change.new),
        excuses=all(change.excuses for change in changes),
    )


def _resolves(change: Change, conflict: Conflict, folder: Folder) -> bool:
    """Whether the facts of the conflict can all be true once the change is made."""
    facts = changed(conflict.facts, change)
    quantities = {quantity for fact in facts for quantity in fact.quantities}
    known = tuple(row for row in conflict.certificate.rows if not isinstance(row.origin, Fact))
    court = Court([group(fact) for fact in facts], (*known, *laws(quantities, folder)))
    return isinstance(court.hear(range(len(facts))), Consistent)


def changed(facts: Sequence[Fact], change: Change) -> list[Fact]:
    """The facts after the change."""
    return [fact for fact in facts if fact not in change.old] + [
        new for old, new in zip(change.old, change.new, strict=True) if old in facts
    ]


def _leaves_conflict(
    changes: Sequence[Change], component: Component, family: Sequence[Fact], folder: Folder
) -> list[bool]:
    """For each change whether the component, with the books it moves figures to, is still contradictory."""
    return [not isinstance(_after(change, component, family, folder), Consistent) for change in changes]


def _after(change: Change, component: Component, family: Sequence[Fact], folder: Folder) -> object:
    books = (
        {fact.quantity.authority for fact in change.new}
        if change.cause in (Cause.REPORTER, Cause.MIX)
        else set()
    )
    facts = [fact for fact in family if fact in component.facts or fact.quantity.authority in books]
    facts = [*changed(facts, change)]
    quantities = {quantity for fact in facts for quantity in fact.quantities}
    rows: list[Constraint] = list(laws(quantities, folder))
    return Court([group(fact) for fact in facts], rows).hear(range(len(facts)))
