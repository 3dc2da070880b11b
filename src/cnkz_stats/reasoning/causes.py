"""Why a conflict may have come about: changed readings that make it go away, and which of them is most plausible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import chain, combinations

from cnkz_stats.figures.display import decimal, range_text
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Cause, misprints
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.bounds import bounds_of, ratio_bounds
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, premises, ratio_range
from cnkz_stats.reasoning.facts import Fact, fact_of, origin
from cnkz_stats.reasoning.judge import Consistent, Court, Survey
from cnkz_stats.reasoning.laws import laws
from cnkz_stats.reasoning.system import Component, group

READ, MOVED, REVISED, STATED, ELSEWHERE, SLIP, FAR = (
    Fraction(cost) for cost in ("1", "2", "3", "4", "5", "6", "7")
)
"""Costs: another reading, unstated books, a usual revision, stated books, period or scope, a slip, a large revision."""
GUESSED, UNUSUAL = Fraction("4.5"), Fraction("4.8")
"""Costs of books nobody else speaks of, and of a revision beyond the usual size but below 5 %."""

_BOOKS_APART = (Fraction(102, 100), Fraction(5, 2))
"""Two countries' books of one flow differ by 2 % at least and by a factor of 2.5 at most (China and Kazakhstan: 1.1 to 1.7)."""
_SMALL_REVISION, _LARGEST_REVISION = Fraction(5, 100), Fraction(1, 4)
_ELEVEN_MONTHS = Interval(Fraction(84, 100), Fraction(97, 100))


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

    Those come last that rest on what nobody else speaks of, then those that leave the component contradictory; then the
    lower cost comes first. Ties: the fact with fewest claims, then the earlier period.
    """
    found: list[Change] = []
    for fact in conflict.facts:
        others = implied(fact, conflict)
        if others is not None:
            found += [change for change in _readings_of(fact) if number_of(change.new[0]).meets(others)]
            found += _revisions(fact, others, folder)
            tried = [
                *_periods(fact, others, family, folder),
                *_scopes(fact, others, conflict, family, folder),
            ]
            tried += _moves(fact, others, family, folder)
            found += [change for change in tried if _resolves(change, conflict, folder)]
    if not any(change.excuses and change.cost <= REVISED and not change.alone for change in found):
        found += [
            change for change in _joint_readings(conflict, folder) if _resolves(change, conflict, folder)
        ]
    return sorted(found, key=lambda change: _plausibility(change, component, family, folder))


def _plausibility(
    change: Change, component: Component, family: Sequence[Fact], folder: Folder
) -> tuple[object, ...]:
    leaves = not isinstance(_after(change, component, family, folder), Consistent)
    oldest = min(quantity.period for fact in change.old for quantity in fact.quantities)
    return (change.alone, leaves, change.cost, len(change.claims), oldest, change.cause, change.text)


def implied(fact: Fact, conflict: Conflict) -> Interval | None:
    """What the other facts of a conflict make of a fact's number: level, difference, or ratio to the base."""
    rows = [row for row in conflict.certificate.rows if not isinstance(row.origin, Fact)]
    rows += [row for other in conflict.facts if other != fact for row in group(other)]
    rows += premises(fact)
    if fact.base is not None and fact.statement is not Statement.CHANGE:
        bounds = ratio_bounds(fact.quantity, fact.base, rows)
        return None if bounds is None else bounds.range
    expression = {fact.quantity: ONE} if fact.base is None else {fact.quantity: ONE, fact.base: -ONE}
    survey = Survey([*rows, *_spoken_of(fact)])
    return bounds_of(survey, expression).range if survey.feasible else None


def _spoken_of(fact: Fact) -> list[Constraint]:
    """Rows that say nothing but name the fact's quantities."""
    return [Constraint(((one, ZERO),), ZERO, strict=False, origin=Law("")) for one in fact.quantities]


def number_of(fact: Fact) -> Interval:
    """The range of the number a fact speaks of: of the ratio where it speaks of one."""
    return fact.range if fact.base is None or fact.statement is Statement.CHANGE else ratio_range(fact)


def _readings_of(fact: Fact) -> Iterator[Change]:
    return chain(_other_readings(fact), _misprints(fact), _units(fact))


def _other_readings(fact: Fact) -> Iterator[Change]:
    for reading in fact.readings[1:]:
        if reading.cause is not None:
            text = f"if {_quoted(fact)} {reading.text}"
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
        text = f"if {_quoted(fact)} is a slip for {spelt}"
        yield Change(Cause.TYPO, SLIP, text, (fact,), (replace(fact, range=moved),), excuses=False)


_SLIPS = (
    (Fraction(10), "is ten times too small"),
    (Fraction(1, 10), "is ten times too large (亿 is a hundred million, not a billion)"),
    (Fraction(1000), "is a thousand times too small"),
    (Fraction(1, 1000), "is a thousand times too large"),
)


_YUAN = Interval(Fraction("5.5"), Fraction("8.7"))
"""Yuan for a dollar, annual averages 1992 to 2025: 5.51 to 8.62."""


def _units(fact: Fact) -> Iterator[Change]:
    """Slips of scale and of currency: levels and differences only, a rate has none."""
    if fact.statement not in (Statement.LEVEL, Statement.CHANGE):
        return
    slips = [(fact.range.scaled(factor), text) for factor, text in _SLIPS]
    if fact.quantity.unit == "USD" and fact.range.lo is not None and fact.range.lo >= 0:
        slips.append((ratio(fact.range, _YUAN), "is in yuan, not in dollars"))
    for bounds, text in slips:
        new = replace(fact, range=bounds)
        yield Change(Cause.UNIT, SLIP, f"if {_quoted(fact)} {text}", (fact,), (new,), excuses=False)


def _size(fact: Fact, others: Interval) -> Interval | None:
    """What the others say over what the fact says; `None` if either may be zero or negative."""
    stated = number_of(fact)
    if others.lo is None or others.lo < 0 or stated.lo is None or stated.lo <= 0:
        return None
    return ratio(others, stated)


def _revisions(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """Another edition of the fact's quantity, or of the base it was compared with; none is changed by a quarter."""
    apart = None if fact.statement is Statement.CHANGE else _size(fact, others)
    if apart is None:
        return
    size = apart.shifted(-ONE)
    usual = folder.series[fact.quantity.series].revision
    within = size.meets(_up_to(usual))
    if not size.meets(_up_to(_LARGEST_REVISION)):
        return
    of_base = fact.base is not None and fact.statement is not Statement.SHARE
    quantity = fact.base if of_base and fact.base is not None else fact.quantity
    private = replace(quantity, vintage=f"{quantity.vintage}~{fact.id}")
    new = replace(fact, base=private) if of_base else replace(fact, quantity=private)
    whose = "the base" if of_base else "the figure"
    text = f"if {_quoted(fact)} rests on another edition: {whose} of {quantity.period} was {size_text(size)}"
    if not within:
        text += f", more than the usual {decimal(usual * 100, up=True)} %"
    cost = REVISED if within else UNUSUAL if size.meets(_up_to(_SMALL_REVISION)) else FAR
    yield Change(Cause.REVISION, cost, text, (fact,), (new,), excuses=within, size=size)


def _up_to(size: Fraction) -> Interval:
    return Interval(-size, size)


def _quoted(fact: Fact) -> str:
    return f"“{fact.claims[0].figure.text}”"


def size_text(size: Interval) -> str:
    """A relative difference in words: `revised down by 0.0487 % to 0.2012 %`."""
    if size.hi is not None and size.hi <= 0:
        return f"revised down by {_percent(size.scaled(Fraction(-1)))}"
    if size.lo is not None and size.lo >= 0:
        return f"revised up by {_percent(size)}"
    return f"revised by {_percent(size)}"


def _percent(size: Interval) -> str:
    return f"{range_text(size.scaled(Fraction(100)), digits=4)} %"


def _periods(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The claim's own alternatives, a neighbouring year that others speak of, eleven months for a year."""
    claim = fact.claims[0]
    for period in claim.periods[1:]:
        new = _restated(fact, folder, period)
        yield Change(
            Cause.PERIOD, READ, f"if {_quoted(fact)} is about {period}", (fact,), (new,), excuses=True
        )
    spoken = {quantity for other in family for quantity in other.quantities}
    if fact.quantity.period.is_year:
        for period in (fact.quantity.period.moved(-1), fact.quantity.period.moved(1)):
            new = _restated(fact, folder, period)
            if new.quantity in spoken:
                text = f"if {_quoted(fact)} is about {period}"
                yield Change(Cause.PERIOD, ELSEWHERE, text, (fact,), (new,), excuses=False)
        yield from _eleven_months(fact, others, folder)
    if fact.years is not None:
        for years in {max(fact.years - 1, 1), fact.years + 1} - {fact.years}:
            text = f"if {_quoted(fact)} is an average over {years} years"
            yield Change(Cause.PERIOD, ELSEWHERE, text, (fact,), (replace(fact, years=years),), excuses=False)


def _eleven_months(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """A level of a flow that is about eleven twelfths of what the others say of the year."""
    size = None if fact.statement is not Statement.LEVEL else _size(fact, others)
    if size is not None and size.lo and not folder.series[fact.quantity.series].stock:
        part = Interval(None if size.hi is None else 1 / size.hi, 1 / size.lo)
        if part.meets(_ELEVEN_MONTHS):
            year = fact.quantity.period.first.year
            new = _restated(fact, folder, Period.parse(f"{year}-01/{year}-11"))
            text = f"if {_quoted(fact)} is about January to November {year}, not the year"
            yield Change(Cause.PERIOD, ELSEWHERE, text, (fact,), (new,), excuses=False)


def _restated(fact: Fact, folder: Folder, period: Period) -> Fact:
    """The fact about another period, in the same books; a stated base stays."""
    restated = fact_of(fact.claims[0], folder, authority=fact.quantity.authority, period=period)
    return replace(restated, claims=fact.claims, range=fact.range)


def _scopes(
    fact: Fact, others: Interval, conflict: Conflict, family: Sequence[Fact], folder: Folder
) -> Iterator[Change]:
    """Another scope that the folder speaks of; or one of its own, where the facts come from different documents."""
    if fact.statement is Statement.CHANGE:
        return
    stated = {other.quantity.scope for other in family if other.quantity.series == fact.quantity.series}
    for scope in sorted(stated - {fact.quantity.scope}):
        text = f"if {_quoted(fact)} counts {scope or 'everything'}"
        yield Change(Cause.SCOPE, ELSEWHERE, text, (fact,), (_rescoped(fact, scope),), excuses=False)
    size = _size(fact, others)
    if size is not None and not size.meets(_near_one()) and _documents_differ(fact, conflict, folder):
        text = f"if {_quoted(fact)} counts {'less' if size.lo is not None and size.lo > 1 else 'more'} than the others do"
        yield Change(Cause.SCOPE, ELSEWHERE, text, (fact,), (_rescoped(fact, f"~{fact.id}"),), excuses=False)


def _rescoped(fact: Fact, scope: str) -> Fact:
    base = None if fact.base is None else replace(fact.base, scope=scope)
    return replace(fact, quantity=replace(fact.quantity, scope=scope), base=base)


def _near_one() -> Interval:
    return Interval(1 / _BOOKS_APART[0], _BOOKS_APART[0])


def _documents_differ(fact: Fact, conflict: Conflict, folder: Folder) -> bool:
    """Whether no document states this fact and another one of the conflict."""
    mine = {origin(claim.source, folder) for claim in fact.claims}
    return not any(
        origin(claim.source, folder) in mine
        for other in conflict.facts
        if other != fact
        for claim in other.claims
    )


def _moves(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """Other books: for all figures of a series from one source that names none, or for this figure only."""
    unstated = [claim for claim in fact.claims if not claim.authority]
    sources = {(claim.series, origin(claim.source, folder)) for claim in unstated}
    for authority in _other_authorities(fact, family, folder):
        alone = not _speaks(authority, fact, family)
        cost = MOVED if not alone else GUESSED
        hidden = alone and not _like_other_books(fact, others)
        who = folder.authorities[authority].name if authority in folder.authorities else authority
        one = (_rebooked(fact, authority),)
        if len(unstated) < len(fact.claims):
            text = f"if {_quoted(fact)} is a figure of {who}, against what is stated"
            yield Change(Cause.REPORTER, STATED, text, (fact,), one, excuses=False, alone=alone)
            continue
        old = tuple(
            other
            for other in family
            if other.quantity.authority == fact.quantity.authority and _from(other, sources, folder)
        )
        text = f"if {_quoted(fact)} is a figure of {who}"
        new = tuple(_rebooked(other, authority) for other in old)
        yield Change(Cause.REPORTER, cost, text, old, new, excuses=True, alone=hidden)
        if len(old) > 1:
            text = f"if only {_quoted(fact)} is a figure of {who}, mixed with others’"
            yield Change(Cause.MIX, ELSEWHERE, text, (fact,), one, excuses=False, alone=alone)


def _speaks(authority: str, fact: Fact, family: Sequence[Fact]) -> bool:
    """Whether somebody states a figure of that authority about the same quantities."""
    about = {(quantity.series, quantity.period) for quantity in fact.quantities}
    return any(
        (quantity.series, quantity.period) in about
        for other in family
        if any(claim.authority == authority for claim in other.claims)
        for quantity in other.quantities
    )


def _like_other_books(fact: Fact, others: Interval) -> bool:
    """Whether the fact misses the others by as much as two countries' books usually differ."""
    size = _size(fact, others)
    if size is None:
        return False
    close, far = _BOOKS_APART
    return size.meets(Interval(close, far)) or size.meets(Interval(1 / far, 1 / close))


def _from(fact: Fact, sources: set[tuple[str, str]], folder: Folder) -> bool:
    return all(
        not claim.authority and (claim.series, origin(claim.source, folder)) in sources
        for claim in fact.claims
    )


def _other_authorities(fact: Fact, family: Sequence[Fact], folder: Folder) -> list[str]:
    """Authorities that others name for these series, or that nobody names for another series, of either side."""
    named = {claim.authority for other in family for claim in other.claims if claim.authority}
    elsewhere = {claim.authority for claim in folder.claims} - named
    sides = {fact.quantity.area.partition("-")[0], fact.quantity.partner.partition("-")[0]}
    idle = {
        code
        for code, authority in folder.authorities.items()
        if authority.area in sides and code not in elsewhere
    }
    return sorted((named | idle) - {fact.quantity.authority})


def _rebooked(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else replace(fact.base, authority=authority)
    return replace(fact, quantity=replace(fact.quantity, authority=authority), base=base)


def _joint_readings(conflict: Conflict, folder: Folder) -> Iterator[Change]:
    """All figures by one rounding rule, the same for each source's figures, then other readings of any two facts."""
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
