"""The same figure in another authority's books."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.identity import NAMED, parse_side
from cnkz_stats.reasoning.authorities import is_of_a_side, joined_series, may_count
from cnkz_stats.reasoning.changes import (
    DOUBTED,
    ELSEWHERE,
    GUESSED,
    MOVED,
    STATED,
    TOLD,
    Change,
    bookless,
    quoted,
    relative_size,
)
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact, origin

_CLOSE, _FAR = Fraction(102, 100), Fraction(5, 2)
"""Two countries' books of one flow differ by 2 % at least and by a factor of 2.5 at most (China and Kazakhstan: 1.1 to 1.7)."""


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
        one = (rebooked(fact, authority),)
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
        new = tuple(rebooked(other, authority) for other in old)
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
    those are named together that nobody names for anything else: both sides count that, unlike tonnes, trains or people, and
    unlike what no office revises, such as investments or projects.
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
    series = folder.series[fact.quantity.series]
    trade = series.unit in CURRENCIES and series.revision
    for side in {side.partition("-")[0] for side in sides} - told - {""} if trade else ():
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


def rebooked(fact: Fact, authority: str) -> Fact:
    """The fact in another authority's books."""
    base = None if fact.base is None else fact.base._replace(authority=authority)
    return replace(fact, quantity=fact.quantity._replace(authority=authority), base=base)
