"""What else a figure of a text may be about: as far as its words leave that open, or if it belongs to what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import other_flow
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import claim_range
from cnkz_stats.text.mention import Mention

_One = TypeVar("_One")
_BESIDE = 4
"""What belongs to a figure may stand with one of so many before and behind it."""
_AMOUNTS = frozenset({Statement.LEVEL, Statement.CHANGE})
_PEOPLE = frozenset({"persons", "person-trips"})
_DIGITS_OF_BOOKS, _DIGITS_OF_PERIODS = 2, 3
"""So many digits hardly are another office's, or another time's, by chance."""
_BORROWED = (("series", "area", "partner", "scope"), ("scope",), ("authority",))
"""What goes together where a figure is told with what belongs to another one."""


def in_its_currency(claim: Claim, number: int, claims: Sequence[Claim | None]) -> Claim:
    """A rate as one of amounts in the currency in which those beside it are told."""
    if claim.statement in _AMOUNTS or claim.unit not in CURRENCIES:
        return claim
    near = [one for one in _around(number, claims) if one is not None and one.statement in _AMOUNTS]
    told = [one.unit for one in near if (one.series, one.periods) == (claim.series, claim.periods)]
    return replace(claim, unit=told[0]) if told and told[0] in CURRENCIES else claim


_INVESTED = {"investment_stock": "fdi_inflow", "fdi_inflow": "investment_stock"}
_YEAR = 12


def left_open(claim: Claim, folder: Folder) -> Iterator[Claim]:
    """The other claims that the words of a figure make as well.

    It may be of one edition, a rate may be one of amounts in another currency than the usual one, people may go the other way, and
    what came in over years may be called a stock.
    """
    alike = [one for one in folder.claims if one.series == claim.series]
    editions = sorted({one.vintage for one in alike if one.vintage}, reverse=True)
    yield from (replace(claim, vintage=edition) for edition in editions)
    if claim.statement not in _AMOUNTS and claim.unit == folder.series[claim.series].unit:
        others = {one.unit for one in alike} & CURRENCIES - {claim.unit}
        yield from (replace(claim, unit=unit) for unit in sorted(others))
    if claim.unit in _PEOPLE:
        yield replace(claim, area=claim.partner, partner=claim.area)
    if claim.series in _INVESTED and any(one.months > _YEAR for one in claim.periods):
        yield replace(claim, series=_INVESTED[claim.series])


def narrower(claim: Claim, folder: Folder) -> Iterator[Claim]:
    """The claims that a figure makes if it counts less, in a way for which the folder has a name."""
    ways = (
        [claim, replace(claim, area=claim.partner, partner=claim.area)] if claim.unit in _PEOPLE else [claim]
    )
    for way in ways:
        scopes = {one.scope for one in folder.claims if _pair(one) == _pair(way)} - {claim.scope}
        yield from (replace(way, scope=one) for one in sorted(scopes) if claim.scope.lower() in one.lower())


def _pair(claim: Claim) -> tuple[str, str, str]:
    return claim.series, claim.area, claim.partner


def mistaken(claim: Claim, folder: Folder) -> Iterator[tuple[Cause, Claim]]:
    """What a wrong figure may be the right one of: another office's, the other flow's, or another time's if chance would hardly fit."""
    alike = [one for one in folder.claims if (one.series, one.statement) == (claim.series, claim.statement)]
    if claim.figure.digits < _DIGITS_OF_BOOKS:
        return
    if claim.authority:
        offices = sorted({one.authority for one in alike} - {claim.authority, ""})
        yield from ((Cause.REPORTER, replace(claim, authority=office)) for office in offices)
    flow = other_flow(claim.series, folder.series)
    if flow:
        yield Cause.MIX, replace(claim, series=flow)
    if claim.figure.digits < _DIGITS_OF_PERIODS:
        return
    year = claim.periods[0].last.year
    near = {
        (one.periods[:1], one.bases)
        for one in alike
        if one.periods and abs(one.periods[0].last.year - year) <= 1
    }
    for periods, bases in sorted(near - {(claim.periods, claim.bases)}):
        yield Cause.PERIOD, replace(claim, periods=periods, bases=bases)


def borrowing(number: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A figure told with the period, the base, the series, the scope or the authority of one that stands near it."""
    mention = mentions[number]
    seen = {mention}
    for other in _around(number, mentions):
        for told in _borrowed(mention, other):
            if told not in seen and (not told.base or told.base != told.period):
                seen.add(told)
                yield told


def _borrowed(mention: Mention, other: Mention) -> Iterator[Mention]:
    if mention.statement.compares:
        yield replace(mention, base=other.period)
        if other.base:
            yield replace(mention, period=other.period, base=other.base)
    else:
        yield replace(mention, period=other.period)
    for names in _BORROWED:
        yield replace(mention, **{name: getattr(other, name) for name in names})


def is_told_twice(number: int, claims: Sequence[Claim | None]) -> bool:
    """Whether the text states another number of the same: one of the two is of a part, or of something else."""
    claim = claims[number]
    return claim is not None and any(
        other is not None
        and _subject(other) == _subject(claim)
        and not claim_range(other).meets(claim_range(claim))
        for other in claims
    )


def _subject(claim: Claim) -> tuple[object, ...]:
    about = (claim.series, claim.area, claim.partner, claim.scope, claim.unit, claim.authority)
    return (claim.statement, claim.periods, claim.bases, tuple(claim.whole.items()), *about)


def _around(number: int, several: Sequence[_One]) -> list[_One]:
    """What stands near one of several, the nearest first; of two as near the one before it."""
    places = range(max(0, number - _BESIDE), min(len(several), number + 1 + _BESIDE))
    return [several[place] for place in sorted(places, key=lambda one: abs(one - number)) if place != number]
