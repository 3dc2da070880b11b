"""What else a figure of a text may be about: as far as its words leave that open, or if it belongs to what stands beside it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from cnkz_stats.figures.reading import CURRENCIES
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.facts import claim_range
from cnkz_stats.text.mention import Mention

_One = TypeVar("_One")
_BESIDE = 4
"""What belongs to a figure may stand with one of so many before and behind it."""
_AMOUNTS = frozenset({Statement.LEVEL, Statement.CHANGE})
_PEOPLE = frozenset({"persons", "person-trips"})
_BORROWED = (("period", "base"), ("series", "area", "partner", "scope"), ("scope",), ("authority",))
"""What goes together where a figure is told with what belongs to another one."""


def in_its_currency(claim: Claim, number: int, claims: Sequence[Claim | None]) -> Claim:
    """A rate as one of amounts in the currency in which those beside it are told."""
    if claim.statement in _AMOUNTS or claim.unit not in CURRENCIES:
        return claim
    near = [one for one in _around(number, claims) if one is not None and one.statement in _AMOUNTS]
    told = {one.unit for one in near if (one.series, one.periods) == (claim.series, claim.periods)} & CURRENCIES
    return replace(claim, unit=told.pop()) if len(told) == 1 else claim


def left_open(claim: Claim, folder: Folder) -> Iterator[Claim]:
    """The other claims that the words of a figure may make.

    A rate may be one of amounts in another currency, people may go the other way, and what is counted may be narrower in a way
    for which the folder has a name.
    """
    alike = [one for one in folder.claims if one.series == claim.series]
    if claim.statement not in _AMOUNTS and claim.unit in CURRENCIES:
        others = {one.unit for one in alike} & CURRENCIES - {claim.unit}
        yield from (replace(claim, unit=unit) for unit in sorted(others))
    for area, partner, scope in dict.fromkeys((one.area, one.partner, one.scope) for one in alike):
        same = (area, partner) == (claim.area, claim.partner)
        reverse = (area, partner) == (claim.partner, claim.area) and claim.unit in _PEOPLE
        narrower = scope != claim.scope and claim.scope.lower() in scope.lower()
        if (same and narrower) or (reverse and (narrower or scope == claim.scope)):
            yield replace(claim, area=area, partner=partner, scope=scope)


def borrowing(number: int, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """A figure told with the period, the series, the scope or the authority of one that stands near it."""
    mention = mentions[number]
    seen = {mention}
    for other in _around(number, mentions):
        for names in _BORROWED:
            told = replace(mention, **{name: getattr(other, name) for name in names})
            if told not in seen and _is_sound(told):
                seen.add(told)
                yield told


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


def _is_sound(mention: Mention) -> bool:
    """Whether a base is told where the statement has one, and only there."""
    return bool(mention.base) == (mention.statement in {Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})


def _around(number: int, several: Sequence[_One]) -> list[_One]:
    return [*several[max(0, number - _BESIDE) : number], *several[number + 1 : number + 1 + _BESIDE]]
