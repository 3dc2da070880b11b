"""The same figure about another period, or in another authority's books."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import CURRENCIES, Cause
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import NAMED, parse_side
from cnkz_stats.ledger.quantity import Quantity, quantity_of
from cnkz_stats.reasoning.authorities import is_of_a_side, joined_series, may_count
from cnkz_stats.reasoning.changes import (
    DOUBTED,
    ELSEWHERE,
    GUESSED,
    MOVED,
    OTHERWISE,
    READ,
    SHARP,
    STATED,
    TOLD,
    Change,
    bookless,
    follows,
    quoted,
    relative_size,
    states_the_same,
)
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact, fact_of, origin

_CLOSE, _FAR = Fraction(102, 100), Fraction(5, 2)
"""Two countries' books of one flow differ by 2 % at least and by a factor of 2.5 at most (China and Kazakhstan: 1.1 to 1.7)."""
_NEAR = 3
_ELEVEN_MONTHS = Interval(Fraction(84, 100), Fraction(97, 100))
_ABOUT_A_YEAR = Interval(Fraction(80, 100), Fraction(1))
"""What eleven months are of a year, and what a rounded figure must lie in to be taken for them."""


def other_periods(fact: Fact, others: Interval, stated: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The claim's own alternatives, a neighbouring year that others speak of, eleven months for a year."""
    claim = fact.claims[0]
    for period in claim.periods[1:]:
        new = _restated(fact, folder, period)
        yield Change(
            Cause.PERIOD, READ, f"if {quoted(fact)} is about {period}", (fact,), (new,), excuses=True
        )
    alike = [other for other in stated if _is_alike(fact.quantity, other.quantity)]
    for new, text in chain(_neighbours(fact, alike, folder), _other_bases(fact, alike)):
        told = [
            one for one in _in_any_books(new, alike) if any(states_the_same(other, one) for other in alike)
        ]
        if told:
            words = f"if {quoted(fact)} {text}, for which others state the same"
            yield Change(Cause.PERIOD, TOLD, words, (fact,), (told[0],), excuses=False)
        elif follows(new, alike):
            yield Change(Cause.PERIOD, TOLD, f"if {quoted(fact)} {text}", (fact,), (new,), excuses=False)
    yield from _targets(fact, folder)
    if fact.quantity.period.is_year:
        yield from _eleven_months(fact, others, folder)
    if fact.years is not None:
        for years in {max(fact.years - 1, 1), fact.years + 1} - {fact.years}:
            text = f"if {quoted(fact)} is an average over {years} years"
            yield Change(Cause.PERIOD, SHARP, text, (fact,), (replace(fact, years=years),), excuses=False)


def _is_alike(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities differ in period and books at most."""
    return (one.series, one.unit) == (other.series, other.unit) and bookless(one) == bookless(other)._replace(
        period=one.period
    )


def _neighbours(fact: Fact, alike: Sequence[Fact], folder: Folder) -> Iterator[tuple[Fact, str]]:
    """The fact about periods that others speak of and that one may take for its own: years near it, and what overlaps it.

    Of what has three digits and more, a few years; else only the next ones, since chance would fit too often.
    """
    mine = fact.quantity.period
    spoken = {quantity.period for other in alike for quantity in other.quantities}
    figure = fact.claims[0].figure
    years = _NEAR if figure.digits - figure.zeros > 2 else 1
    near = {mine.moved(by) for by in range(-years, years + 1)}
    for one in sorted(spoken - {mine}):
        if one in near or one in mine or mine in one:
            yield _restated(fact, folder, one), f"is about {one}"


def _other_bases(fact: Fact, alike: Sequence[Fact]) -> Iterator[tuple[Fact, str]]:
    """A comparison of two digits and more with the same months of any earlier year that others speak of."""
    figure = fact.claims[0].figure
    compares = fact.base is not None and fact.statement is not Statement.SHARE and fact.years is None
    if not compares or figure.digits - figure.zeros < 2:
        return
    mine = fact.quantity.period
    spoken = {quantity.period for other in alike for quantity in other.quantities}
    for one in sorted(spoken):
        if (mine.years_since(one) or 0) > 0 and fact.base is not None and one != fact.base.period:
            yield replace(fact, base=fact.base._replace(period=one)), f"compares with {one}"


def _targets(fact: Fact, folder: Folder) -> Iterator[Change]:
    """A target of the same number told as what came about."""
    figure = fact.claims[0].figure
    for claim in folder.claims if fact.statement is Statement.LEVEL else ():
        same = claim.statement is Statement.TARGET and claim.figure.unit == figure.unit
        if same and claim.figure.value == figure.value:
            about = quantity_of(claim, fact.quantity.period, folder.series, authority=fact.quantity.authority)
            if bookless(about) == bookless(fact.quantity):
                when = f" for {claim.periods[0]}" if claim.periods else ""
                new = replace(fact, range=Interval(None, None))
                text = f"if {quoted(fact)} is the target{when}, not what came about"
                yield Change(Cause.PERIOD, SHARP, text, (fact,), (new,), excuses=False)


def _in_any_books(new: Fact, family: Sequence[Fact]) -> list[Fact]:
    """The fact in its own books, and in those of all others where none are stated for it."""
    if any(claim.authority for claim in new.claims):
        return [new]
    return [new, *(_rebooked(new, book) for book in sorted({other.quantity.authority for other in family}))]


def _eleven_months(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """A level of a flow that is about eleven twelfths of what the others say of the year."""
    size = None if fact.statement is not Statement.LEVEL else relative_size(fact, others)
    if size is not None and size.lo and not folder.series[fact.quantity.series].stock:
        part = Interval(None if size.hi is None else 1 / size.hi, 1 / size.lo)
        if part.within(_ABOUT_A_YEAR) and part.meets(_ELEVEN_MONTHS):
            year = fact.quantity.period.first.year
            new = _restated(fact, folder, Period.parse(f"{year}-01/{year}-11"))
            text = f"if {quoted(fact)} is about January to November {year}, not the year"
            yield Change(Cause.PERIOD, OTHERWISE, text, (fact,), (new,), excuses=False)


def _restated(fact: Fact, folder: Folder, period: Period) -> Fact:
    """The fact about another period, in the same books; a base a year earlier moves along, any other one stays."""
    claim = fact.claims[0]
    a_year = claim.bases and claim.bases[0] == fact.quantity.period.year_earlier()
    base = period.year_earlier() if a_year else None
    restated = fact_of(claim, folder, authority=fact.quantity.authority, period=period, base_period=base)
    return replace(restated, claims=fact.claims, range=fact.range)


def other_books(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """Other books: for all figures of joined series from one source that names none, or for this figure only."""
    joined = joined_series(folder)
    unstated = [claim for claim in fact.claims if not claim.authority]
    sources = {(joined[claim.series], origin(claim.source, folder)) for claim in unstated}
    for authority, who in _other_authorities(fact, family, joined, folder).items():
        alone = not _speaks(authority, fact, family)
        size = relative_size(fact, others)
        cost = MOVED if not alone else GUESSED
        hidden = alone if size is None else not _like_other_books(size, closest=_CLOSE if alone else ONE)
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
        stays = any(
            _shares(other, sources, joined, folder)
            for other in family
            if other.quantity.authority == fact.quantity.authority and other not in old
        )
        if not stays:
            yield Change(Cause.REPORTER, cost, text, old, new, excuses=True, alone=hidden)
        if stays or len(old) > 1:
            text = f"if only {quoted(fact)} is a figure of {who}, mixed with others’"
            cost = ELSEWHERE if alone else TOLD
            yield Change(Cause.MIX, cost, text, (fact,), one, excuses=False, alone=hidden)


def _speaks(authority: str, fact: Fact, family: Sequence[Fact]) -> bool:
    """Whether somebody states a figure of that authority about the same quantities."""
    about = {bookless(quantity) for quantity in fact.quantities}
    return any(
        not about.isdisjoint(map(bookless, other.quantities))
        for other in family
        if any(claim.authority == authority for claim in other.claims)
    )


def _like_other_books(size: Interval, *, closest: Fraction) -> bool:
    """Whether figures miss each other by as much as two countries' books usually differ."""
    return size.meets(Interval(closest, _FAR)) or size.meets(Interval(1 / _FAR, 1 / closest))


def _shares(fact: Fact, sources: set[tuple[str, str]], joined: Mapping[str, str], folder: Folder) -> bool:
    """Whether one of these documents states a fact without naming books for it."""
    return any(
        not claim.authority and (joined[claim.series], origin(claim.source, folder)) in sources
        for claim in fact.claims
    )


def _from(fact: Fact, sources: set[tuple[str, str]], joined: Mapping[str, str], folder: Folder) -> bool:
    """Whether all that states a fact are documents of these that name no books for it."""
    return all(
        not claim.authority and (joined[claim.series], origin(claim.source, folder)) in sources
        for claim in fact.claims
    )


def _other_authorities(
    fact: Fact, family: Sequence[Fact], joined: Mapping[str, str], folder: Folder
) -> dict[str, str]:
    """Authorities that others name for these quantities; those of the other side that are named for these series, or for
    what these are a part of.

    With the name to call them by. Where nobody says which of a side's authorities counts some trade in money, all of
    those are named together that nobody names for anything else: both sides count that, unlike tonnes, trains or people.
    """
    about = _counted_with({joined[claim.series] for claim in fact.claims}, joined, folder)
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
    in_money = folder.series[fact.quantity.series].unit in CURRENCIES
    for side in {side.partition("-")[0] for side in sides} - told - {""} if in_money else ():
        silent = sorted(code for code in idle if folder.authorities[code].area == side)
        if silent:
            names[silent[0]] = " or ".join(folder.authorities[code].name for code in silent)
    return dict(sorted(names.items()))


def _counted_with(about: set[str], joined: Mapping[str, str], folder: Folder) -> set[str]:
    """Some series, and those that an identity makes them a part of."""
    wider = set(about)
    for identity in folder.identities:
        parts, whole = (
            {joined[term.series] for term in parse_side(side) if term.series != NAMED}
            for side in (identity.left, identity.right)
        )
        if identity.relation != "=" and about & parts:
            wider |= whole
    return wider


def _rebooked(fact: Fact, authority: str) -> Fact:
    base = None if fact.base is None else fact.base._replace(authority=authority)
    return replace(fact, quantity=fact.quantity._replace(authority=authority), base=base)
