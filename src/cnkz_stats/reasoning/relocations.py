"""The same figure about something else: another period, another scope, another authority's books."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.authorities import is_of_a_side, joined_series, may_count
from cnkz_stats.reasoning.changes import (
    DOUBTED,
    ELSEWHERE,
    GUESSED,
    MOVED,
    OTHERWISE,
    READ,
    STATED,
    TOLD,
    Change,
    number_of,
    quoted,
    relative_size,
)
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.facts import Fact, fact_of, origin

_BOOKS_APART = (Fraction(102, 100), Fraction(5, 2))
"""Two countries' books of one flow differ by 2 % at least and by a factor of 2.5 at most (China and Kazakhstan: 1.1 to 1.7)."""
_ELEVEN_MONTHS = Interval(Fraction(84, 100), Fraction(97, 100))
_ABOUT_A_YEAR = Interval(Fraction(80, 100), Fraction(1))
"""What eleven months are of a year, and what a rounded figure must lie in to be taken for them."""
_PRIVATE = "~"
"""Begins the scope of a figure that is thought to count something of its own."""


def other_periods(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The claim's own alternatives, a neighbouring year that others speak of, eleven months for a year."""
    claim = fact.claims[0]
    for period in claim.periods[1:]:
        new = _restated(fact, folder, period)
        yield Change(
            Cause.PERIOD, READ, f"if {quoted(fact)} is about {period}", (fact,), (new,), excuses=True
        )
    for period in _neighbours(fact, family):
        new = _restated(fact, folder, period)
        if any(_states_the_same(other, new) for other in family):
            cost, text = TOLD, f"if {quoted(fact)} is about {period}, for which others state the same"
            yield Change(Cause.PERIOD, cost, text, (fact,), (new,), excuses=False)
        elif fact.base is not None and new.base is not None and _levels_known(new, family):
            text = f"if {quoted(fact)} is about {period}"
            yield Change(Cause.PERIOD, TOLD, text, (fact,), (new,), excuses=False)
    if fact.quantity.period.is_year:
        yield from _eleven_months(fact, others, folder)
    if fact.years is not None:
        for years in {max(fact.years - 1, 1), fact.years + 1} - {fact.years}:
            text = f"if {quoted(fact)} is an average over {years} years"
            yield Change(Cause.PERIOD, ELSEWHERE, text, (fact,), (replace(fact, years=years),), excuses=False)


def _neighbours(fact: Fact, family: Sequence[Fact]) -> list[Period]:
    """Periods that others speak of and that one may take for the fact's: the year before or after, and what overlaps it."""
    mine = fact.quantity.period
    spoken = {
        quantity.period
        for other in family
        for quantity in other.quantities
        if quantity._replace(period=mine, authority="", vintage="")
        == fact.quantity._replace(authority="", vintage="")
    }
    near = {mine.moved(-1), mine.moved(1)}
    return sorted(one for one in spoken - {mine} if one in near or one in mine or mine in one)


def _levels_known(new: Fact, family: Sequence[Fact]) -> bool:
    """Whether others state both levels that the fact would compare."""
    stated = {other.quantity for other in family if other.base is None}
    return stated.issuperset(new.quantities)


def _states_the_same(other: Fact, new: Fact) -> bool:
    """Whether two facts give one number without a hedge, growth by 84 % or to 1.84 times, for the same quantities."""
    if (other.quantity, other.base) != (new.quantity, new.base):
        return False
    if any(fact.claims[0].figure.hedge is not Hedge.EXACT for fact in (other, new)):
        return False
    changes = [fact.statement is Statement.CHANGE for fact in (other, new)]
    return changes[0] == changes[1] and number_of(other).meets(number_of(new))


def _eleven_months(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """A level of a flow that is about eleven twelfths of what the others say of the year."""
    size = None if fact.statement is not Statement.LEVEL else relative_size(fact, others)
    if size is not None and size.lo and not folder.series[fact.quantity.series].stock:
        part = Interval(None if size.hi is None else 1 / size.hi, 1 / size.lo)
        if part.within(_ABOUT_A_YEAR) and part.meets(_ELEVEN_MONTHS):
            year = fact.quantity.period.first.year
            new = _restated(fact, folder, Period.parse(f"{year}-01/{year}-11"))
            text = f"if {quoted(fact)} is about January to November {year}, not the year"
            yield Change(Cause.PERIOD, ELSEWHERE, text, (fact,), (new,), excuses=False)


def _restated(fact: Fact, folder: Folder, period: Period) -> Fact:
    """The fact about another period, in the same books; its base moves along if the period moves by whole years."""
    claim = fact.claims[0]
    years = period.years_since(fact.quantity.period)
    base = claim.bases[0].moved(years) if claim.bases and years else None
    restated = fact_of(claim, folder, authority=fact.quantity.authority, period=period, base_period=base)
    return replace(restated, claims=fact.claims, range=fact.range)


def other_scopes(
    fact: Fact, others: Interval, conflict: Conflict, family: Sequence[Fact], folder: Folder
) -> Iterator[Change]:
    """Another scope that the folder speaks of; or one of its own, where the facts come from different documents."""
    if fact.statement is Statement.CHANGE:
        return
    stated = {other.quantity.scope for other in family if other.quantity.series == fact.quantity.series}
    stated = {scope for scope in stated if not scope.startswith(_PRIVATE)}
    for scope in sorted(stated - {fact.quantity.scope}):
        text = f"if {quoted(fact)} counts {scope or 'everything'}"
        yield Change(Cause.SCOPE, ELSEWHERE, text, (fact,), (_rescoped(fact, scope),), excuses=False)
    size = relative_size(fact, others)
    if size is not None and not size.meets(_near_one()) and _documents_differ(fact, conflict, folder):
        text = f"if {quoted(fact)} counts {'less' if size.lo is not None and size.lo > 1 else 'more'} than the others do"
        yield Change(
            Cause.SCOPE, OTHERWISE, text, (fact,), (_rescoped(fact, f"{_PRIVATE}{fact.id}"),), excuses=False
        )


def _rescoped(fact: Fact, scope: str) -> Fact:
    base = None if fact.base is None else fact.base._replace(scope=scope)
    return replace(fact, quantity=fact.quantity._replace(scope=scope), base=base)


def _near_one() -> Interval:
    """How little two books differ when one would not take them for two."""
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


def other_books(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """Other books: for all figures of joined series from one source that names none, or for this figure only."""
    joined = joined_series(folder)
    unstated = [claim for claim in fact.claims if not claim.authority]
    sources = {(joined[claim.series], origin(claim.source, folder)) for claim in unstated}
    for authority, who in _other_authorities(fact, family, joined, folder).items():
        alone = not _speaks(authority, fact, family)
        cost = MOVED if not alone else GUESSED
        hidden = alone and not _like_other_books(fact, others)
        one = (_rebooked(fact, authority),)
        if len(unstated) < len(fact.claims):
            text = f"if {quoted(fact)} is a figure of {who}, against what is stated"
            cost = DOUBTED if alone else STATED
            yield Change(Cause.REPORTER, cost, text, (fact,), one, excuses=False, alone=hidden)
            continue
        old = tuple(
            other
            for other in family
            if other.quantity.authority == fact.quantity.authority
            and _from(other, sources, joined, folder)
            and may_count(authority, other.quantity.area, other.quantity.partner, folder)
        )
        text = f"if {quoted(fact)} is a figure of {who}"
        new = tuple(_rebooked(other, authority) for other in old)
        yield Change(Cause.REPORTER, cost, text, old, new, excuses=True, alone=hidden)
        if len(old) > 1:
            text = f"if only {quoted(fact)} is a figure of {who}, mixed with others’"
            cost = ELSEWHERE if alone else TOLD
            yield Change(Cause.MIX, cost, text, (fact,), one, excuses=False, alone=alone)


def _speaks(authority: str, fact: Fact, family: Sequence[Fact]) -> bool:
    """Whether somebody states a figure of that authority about the same quantities."""
    about = {_bookless(quantity) for quantity in fact.quantities}
    return any(
        not about.isdisjoint(map(_bookless, other.quantities))
        for other in family
        if any(claim.authority == authority for claim in other.claims)
    )


def _bookless(quantity: Quantity) -> Quantity:
    return quantity._replace(authority="", vintage="")


def _like_other_books(fact: Fact, others: Interval) -> bool:
    """Whether the fact misses the others by as much as two countries' books usually differ."""
    size = relative_size(fact, others)
    if size is None:
        return False
    close, far = _BOOKS_APART
    return size.meets(Interval(close, far)) or size.meets(Interval(1 / far, 1 / close))


def _from(fact: Fact, sources: set[tuple[str, str]], joined: Mapping[str, str], folder: Folder) -> bool:
    return all(
        not claim.authority and (joined[claim.series], origin(claim.source, folder)) in sources
        for claim in fact.claims
    )


def _other_authorities(
    fact: Fact, family: Sequence[Fact], joined: Mapping[str, str], folder: Folder
) -> dict[str, str]:
    """Authorities that others name for these quantities; those of the other side that are named for these series.

    With the name to call them by: where nobody says which of a side's authorities counts this, all of those are named
    together that nobody names for anything else.
    """
    about = {joined[claim.series] for claim in fact.claims}
    counting = {
        claim.authority for claim in folder.claims if claim.authority and joined[claim.series] in about
    }
    named = {claim.authority for other in family for claim in other.claims if claim.authority}
    sides = fact.quantity.area, fact.quantity.partner
    present = fact.quantity.authority
    fitting = {code for code in counting if is_of_a_side(code, *sides, folder)}
    told = {folder.authorities[code].area for code in fitting}
    if present:
        area = folder.authorities[present].area
        fitting = {code for code in fitting if folder.authorities[code].area != area}
    fitting |= {code for code in named if _speaks(code, fact, family)}
    names = {code: folder.authorities[code].name for code in fitting - {present}}
    idle = folder.authorities.keys() - {claim.authority for claim in folder.claims} - {present}
    for side in {side.partition("-")[0] for side in sides} - told - {""}:
        silent = sorted(code for code in idle if folder.authorities[code].area == side)
        if silent:
            names[silent[0]] = " or ".join(folder.authorities[code].name for code in silent)
    return dict(sorted(names.items()))


def _rebooked(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else fact.base._replace(authority=authority)
    return replace(fact, quantity=fact.quantity._replace(authority=authority), base=base)
