"""The same figure about another part of the whole: another scope, a region, one flow of two."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.authorities import joined_series
from cnkz_stats.reasoning.changes import (
    NOTATION,
    OTHERWISE,
    SHARP,
    TOLD,
    WORLDS_APART,
    Change,
    number_of,
    quoted,
    relative_size,
    states_the_same,
)
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.facts import Fact, origin
from cnkz_stats.reasoning.laws import Laws
from cnkz_stats.reasoning.wording import lowered, pair_text, timeless_text

_PRIVATE = "~"
"""Begins the scope of a figure that is thought to count something of its own."""
_PRECISE = 3
"""So many significant digits say that two equal numbers are one; one less may be chance."""
_NEAR = Interval(Fraction(100, 102), Fraction(102, 100))
"""How little two counts differ when one would not take them for two."""


def other_scopes(
    fact: Fact, others: Interval, conflict: Conflict, heard: Sequence[Fact], folder: Folder
) -> Iterator[Change]:
    """Another part of the whole of which others state the same number; a scope of its own, where documents differ."""
    if fact.statement is Statement.SHARE:
        yield from _other_share(fact, heard, folder)
        return
    yield from _told(fact, heard, folder)
    yield from _swapped(fact, conflict, heard, folder)
    size = None if fact.statement is Statement.CHANGE else relative_size(fact, others)
    if size is None or size.meets(_NEAR):
        return
    if _documents_differ(fact, conflict, folder):
        less = size.lo is not None and size.lo > 1
        text = f"if {quoted(fact)} counts {'less' if less else 'more'} than the others do"
        new = _rescoped(fact, f"{_PRIVATE}{fact.id}")
        yield Change(Cause.SCOPE, OTHERWISE, text, (fact,), (new,), excuses=False)
    yield from _of_the_source(fact, conflict, heard, folder)


def _of_the_source(fact: Fact, conflict: Conflict, heard: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """All figures of the same thing that only one source gives, if it does not say who counted; once for all of them."""
    mine = _sources(fact, folder)
    about = _part(fact.quantity)
    own = [
        one
        for one in heard
        if _sources(one, folder) == mine
        and _part(one.quantity) == about
        and not any(claim.authority for claim in one.claims)
    ]
    clashing = [one for one in conflict.facts if one in own]
    if len(mine) == 1 and len(own) > 1 and len(clashing) < len(conflict.facts) and clashing[:1] == [fact]:
        [source] = mine
        text = f"if each of the {len(own)} figures of {source} counts something else than the others do"
        new = tuple(_rescoped(one, f"{_PRIVATE}{source}") for one in own)
        yield Change(Cause.SCOPE, OTHERWISE, text, tuple(own), new, excuses=False)


def _told(fact: Fact, heard: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The same number of another scope, region or flow, as others state it for the same period."""
    figure = fact.claims[0].figure
    digits = figure.digits - figure.zeros
    if digits < 2:
        return
    cost = TOLD if digits >= _PRECISE else SHARP
    seen = set()
    joined = joined_series(folder)
    when = fact.quantity.period, fact.quantity.unit
    for other in heard:
        if (other.quantity.period, other.quantity.unit) != when:
            continue
        about, moved = _part(other.quantity), _moved(fact, other.quantity)
        if about not in seen and states_the_same(other, moved):
            alike = _is_another_part(fact.quantity, other.quantity, joined)
            beside = _is_of_another_series(fact.quantity, other.quantity, precise=digits >= _PRECISE)
            if alike or beside or _are_in_one_sum(fact.quantity, other.quantity, folder):
                seen.add(about)
                cause, said = _said(fact.quantity, other.quantity, folder)
                text = f"if {quoted(fact)} {said}, of which others state the same"
                yield Change(cause, cost, text, (fact,), (moved,), excuses=False)


def _swapped(fact: Fact, conflict: Conflict, heard: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """Two figures of one source in each other's place: if others state them the other way round, or if one is a part of the other."""
    mine = _sources(fact, folder)
    for other in heard if len(mine) == 1 else ():
        cause = _apart(fact, other)
        if cause is None or other == fact or _sources(other, folder) != mine:
            continue
        new = _in_place_of(fact, other), _in_place_of(other, fact)
        told = all(
            any(states_the_same(one, moved) and one not in (fact, other) for one in heard) for moved in new
        )
        if told or ({fact, other} == set(conflict.facts) and _are_of_one_world(fact, other)):
            text = f"if {quoted(fact)} and {quoted(other)} stand in each other’s place"
            yield Change(cause, NOTATION, text, (fact, other), new, excuses=False)


def _are_of_one_world(one: Fact, other: Fact) -> bool:
    size = relative_size(one, number_of(other))
    return size is None or size.meets(Interval(1 / Fraction(WORLDS_APART), Fraction(WORLDS_APART)))


def _apart(one: Fact, other: Fact) -> Cause | None:
    """What alone sets two facts of one statement apart, in the words of causes: the period, the scope or areas, the flow."""
    mine, its = one.quantity, other.quantity
    if (
        one.statement is not other.statement
        or mine.unit != its.unit
        or (one.base is None) != (other.base is None)
    ):
        return None
    same_series, same_areas = mine.series == its.series, {mine.area, mine.partner} == {its.area, its.partner}
    differs = {
        Cause.PERIOD: mine.period != its.period,
        Cause.SCOPE: not same_areas or mine.scope != its.scope,
        Cause.MIX: not same_series or (same_areas and mine.area != its.area),
    }
    causes = [cause for cause, so in differs.items() if so]
    return causes[0] if len(causes) == 1 else None


def _in_place_of(fact: Fact, other: Fact) -> Fact:
    return replace(fact, quantity=other.quantity, base=other.base)


def _part(quantity: Quantity) -> tuple[str, str, str, str]:
    return quantity.series, quantity.area, quantity.partner, quantity.scope


def _is_another_part(one: Quantity, other: Quantity, joined: Mapping[str, str]) -> bool:
    """Whether two quantities are of one period and unit, and differ in scope, in areas, or in the flow only."""
    same_areas = {one.area, one.partner} == {other.area, other.partner}
    apart = [one.series != other.series, one.scope != other.scope, not same_areas]
    reverse = same_areas and one.series == other.series and one.area != other.area
    return (
        (one.period, one.unit) == (other.period, other.unit)
        and joined[one.series] == joined[other.series]
        and sum(apart) + reverse == 1
    )


def _is_of_another_series(one: Quantity, other: Quantity, *, precise: bool) -> bool:
    """Whether two quantities differ in the series only; where chance could fit, in one of a family: rail_exports, rail_tonnage,
    grain_exports.
    """
    same = {one.area, one.partner} == {other.area, other.partner} and one.scope == other.scope
    families = [set(quantity.series.split("_")) for quantity in (one, other)]
    return same and one.series != other.series and (precise or not families[0].isdisjoint(families[1]))


def _are_in_one_sum(one: Quantity, other: Quantity, folder: Folder) -> bool:
    """Whether an identity speaks of both quantities, in one authority's books."""
    pair = {one, other._replace(authority=one.authority, vintage=one.vintage)}
    same = one.period == other.period and one.series != other.series
    return same and any(pair <= {term for term, _ in row.terms} for row in Laws(folder).between(pair))


def _other_share(fact: Fact, heard: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The same share of another whole or of another part, between the same areas, as others state it."""
    areas = {fact.quantity.area, fact.quantity.partner}
    for other in heard if fact.claims[0].figure.digits > 1 and fact.base else ():
        moved = replace(fact, quantity=other.quantity, base=other.base)
        near = fact.quantity.period == other.quantity.period and areas & {
            other.quantity.area,
            other.quantity.partner,
        }
        if other.statement is Statement.SHARE and near and other.base and states_the_same(other, moved):
            what = f"{timeless_text(other.quantity, folder)} in {timeless_text(other.base, folder)}"
            text = f"if {quoted(fact)} is the share of {what}, of which others state the same"
            yield Change(Cause.SCOPE, SHARP, text, (fact,), (moved,), excuses=False)


def _said(one: Quantity, other: Quantity, folder: Folder) -> tuple[Cause, str]:
    """What a figure would be about, and whether that is another scope or mixes two flows."""
    if one.series != other.series and one.scope != other.scope:
        return Cause.SCOPE, f"is about {timeless_text(other, folder)}"
    if one.scope != other.scope:
        return Cause.SCOPE, f"counts {other.scope or 'everything'}"
    if {one.area, one.partner} != {other.area, other.partner}:
        return Cause.SCOPE, f"is about {pair_text(other)}"
    return Cause.MIX, f"is {lowered(folder.name(other.series))} {pair_text(other)}"


def _moved(fact: Fact, to: Quantity) -> Fact:
    """The fact about another part, in its own books if they are stated."""
    books = (to.authority, to.vintage)
    if any(claim.authority for claim in fact.claims):
        books = (fact.quantity.authority, fact.quantity.vintage)
    quantity, base = (
        None
        if old is None
        else to._replace(period=old.period, unit=old.unit, authority=books[0], vintage=books[1])
        for old in (fact.quantity, fact.base)
    )
    assert quantity is not None
    return replace(fact, quantity=quantity, base=base)


def _rescoped(fact: Fact, scope: str) -> Fact:
    base = None if fact.base is None else fact.base._replace(scope=scope)
    return replace(fact, quantity=fact.quantity._replace(scope=scope), base=base)


def _documents_differ(fact: Fact, conflict: Conflict, folder: Folder) -> bool:
    """Whether no document states this fact and another one of the conflict."""
    mine = _sources(fact, folder)
    return all(mine.isdisjoint(_sources(other, folder)) for other in conflict.facts if other != fact)


def _sources(fact: Fact, folder: Folder) -> set[str]:
    return {origin(claim.source, folder) for claim in fact.claims}
