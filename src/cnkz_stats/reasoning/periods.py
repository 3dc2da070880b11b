"""The same figure about another period: a year near it, a part of it, another base, a target told for what came about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction
from itertools import chain

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity, quantity_of
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import (
    FAINT,
    OTHERWISE,
    READ,
    SHARP,
    TOLD,
    UNTOLD,
    Change,
    bookless,
    follows,
    is_told,
    quoted,
    relative_size,
    states_the_same,
    total,
)
from cnkz_stats.reasoning.constraints import ZERO
from cnkz_stats.reasoning.facts import Fact, fact_of
from cnkz_stats.reasoning.relocations import rebooked

_NEAR, _PRECISE = 3, 3
_MONTHS = 12
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
            cost = FAINT if _is_faint(fact, told[0]) else TOLD
            yield Change(Cause.PERIOD, cost, words, (fact,), (told[0],), excuses=False)
        elif follows(new, alike):
            yield Change(Cause.PERIOD, TOLD, f"if {quoted(fact)} {text}", (fact,), (new,), excuses=False)
    yield from _targets(fact, folder)
    yield from _added_up(fact, alike, folder)
    yield from _average_months(fact, others, folder)
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

    A few years, of what has more than three digits any time, since chance would fit too often.
    """
    mine = fact.quantity.period
    spoken = {quantity.period for other in alike for quantity in other.quantities}
    figure = fact.claims[0].figure
    digits = figure.digits - figure.zeros
    near = {mine.moved(by) for by in range(-_NEAR, _NEAR + 1)}
    for one in sorted(spoken - {mine}):
        overlaps = one.first <= mine.last and mine.first <= one.last
        if one in near or overlaps or _is_as_long(one, mine) or digits > _PRECISE:
            yield _restated(fact, folder, one), f"is about {one}"


def _is_faint(fact: Fact, moved: Fact) -> bool:
    """Whether a figure of few digits is taken to a year that is not the next one."""
    figure, mine, its = fact.claims[0].figure, fact.quantity.period, moved.quantity.period
    few = figure.digits - figure.zeros < _PRECISE
    far = {mine.moved(by) for by in range(-_NEAR, _NEAR + 1) if abs(by) > 1}
    return few and (its in far or _is_as_long(its, mine))


def _is_as_long(one: Period, other: Period) -> bool:
    """Whether two periods are as many months of one year, or of two that follow each other."""
    lengths = {
        each.last.month - each.first.month + _MONTHS * (each.last.year - each.first.year)
        for each in (one, other)
    }
    years = one.first.year - other.first.year
    return len(lengths) == 1 and abs(years) <= 1 and one != other.moved(years)


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
    for claim in folder.claims if fact.statement in (Statement.LEVEL, Statement.GROWTH) else ():
        same = claim.statement is Statement.TARGET and claim.figure.unit == figure.unit
        if same and claim.figure.value == figure.value:
            about = quantity_of(claim, fact.quantity.period, folder.series, authority=fact.quantity.authority)
            if bookless(about) == bookless(fact.quantity):
                when = f" for {claim.periods[0]}" if claim.periods else ""
                new = replace(fact, range=Interval(None, None))
                text = f"if {quoted(fact)} is the target{when}, not what came about"
                yield Change(Cause.PERIOD, SHARP, text, (fact,), (new,), excuses=False)


def _added_up(fact: Fact, alike: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """What several of its parts, as others state them, add up to: three quarters told for the year."""
    mine = fact.quantity.period
    if fact.statement is not Statement.LEVEL or folder.series[fact.quantity.series].stock:
        return
    parts = [
        one
        for one in alike
        if one.base is None and one.quantity.period in mine and one.quantity.period != mine
    ]
    sums = {mine.first.toordinal(): (0, Interval(ZERO, ZERO))}
    for part in sorted(parts, key=lambda one: one.quantity.period):
        period = part.quantity.period
        count, before = sums.get(period.first.toordinal(), (0, None))
        if before is not None and None not in (part.range.lo, part.range.hi) and period.last < mine.last:
            sums.setdefault(period.last.toordinal() + 1, (count + 1, total([before, part.range])))
    for day, (count, so_far) in sums.items():
        if count > 1 and so_far.meets(fact.range):
            end = Period(mine.first, date.fromordinal(day - 1))
            text = f"if {quoted(fact)} is about {end}, whose parts others state"
            yield Change(Cause.PERIOD, TOLD, text, (fact,), (_restated(fact, folder, end),), excuses=False)


def _average_months(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """The average of a month told for a whole year of a flow."""
    year = fact.range.scaled(Fraction(_MONTHS))
    flow = fact.statement is Statement.LEVEL and not folder.series[fact.quantity.series].stock
    if flow and fact.quantity.period.is_year and is_told(others) and year.meets(others):
        text = f"if {quoted(fact)} is the average of a month"
        yield Change(Cause.PERIOD, UNTOLD, text, (fact,), (replace(fact, range=year),), excuses=False)


def _in_any_books(new: Fact, family: Sequence[Fact]) -> list[Fact]:
    """The fact in its own books, and in those of all others where none are stated for it."""
    if any(claim.authority for claim in new.claims):
        return [new]
    return [new, *(rebooked(new, book) for book in sorted({other.quantity.authority for other in family}))]


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
