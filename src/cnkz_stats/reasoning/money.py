"""Figures in another money than they say: amounts, growth that was counted in the other one, amounts at another year's rate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.figure import CURRENCIES
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import (
    GUESSED,
    NOTATION,
    REVISED,
    SHARP,
    SLIP,
    TOLD,
    UNTOLD,
    Change,
    bookless,
    number_of,
    quoted,
    states_the_same,
)
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact, origin
from cnkz_stats.reasoning.rates import DOLLAR, NAMES, monies_of, rates_of

_OF_YEARS, _OF_MONTHS = Fraction(25, 1000), Fraction(45, 1000)
"""How far growth in one money over growth in another lies from the change of the yearly average; in parts of a year, which
that average describes badly."""
_HARDLY = Fraction(1, 100)
"""How little a rate moves when growth in both monies is one."""
_OF_RATES = Fraction(2, 100)
_NEAR, _AGO = 3, 10
"""How far an amount lies from what the average rate of a year makes it; how many years away one may have taken an amount
from, or a rate that is hardly one of today; how many a rate at all."""
_ALIKE = Interval(Fraction(1, 2), Fraction(2))
"""Where one money is worth about as much as another, a figure tells nobody in which it is."""


def other_monies(fact: Fact, folder: Folder) -> Iterator[tuple[str, Interval, Fraction]]:
    """The monies that an amount may be in instead, in words, what one of its unit cost in them, how far-fetched that is.

    Dollars and those of the two sides are nearer at hand than others.
    """
    rates, quantity = rates_of(folder), fact.quantity
    near = {DOLLAR, *monies_of(quantity.area, quantity.partner)}
    for currency in rates.currencies if quantity.unit in CURRENCIES else ():
        price = rates.price(currency, quantity.unit, quantity.period)
        if price is not None and not price.meets(_ALIKE):
            text = f"is in {NAMES[currency]}, not in {NAMES[quantity.unit]}"
            yield text, price, SLIP if currency in near else UNTOLD


def in_other_money(fact: Fact, folder: Folder) -> Iterator[Change]:
    """Growth or a multiple that was counted in the money of whoever counts, while the amounts are in dollars, or the reverse.

    In that of either side, if nobody says who does. Where the rate hardly moved, both are the same.
    """
    compared = fact.statement in (Statement.GROWTH, Statement.MULTIPLE) and fact.years is None
    if fact.base is None or not compared or fact.quantity.unit not in CURRENCIES:
        return
    number = number_of(fact)
    years = fact.quantity.period.is_year and fact.base.period.is_year
    counted_by = folder.authorities.get(fact.quantity.authority)
    sides = (
        (counted_by.area, "")
        if counted_by and counted_by.area
        else (fact.quantity.area, fact.quantity.partner)
    )
    for other in (DOLLAR, *monies_of(*sides)):
        moved = _moved(fact, other, folder)
        if moved is None or abs(moved - ONE) < _HARDLY or number.lo is None or number.lo <= 0:
            continue
        near, most = abs(moved - ONE) / 2, moved * (_OF_YEARS if years else _OF_MONTHS)
        factor = Interval.around(moved, min(near, most))
        meant = ratio(number, factor)
        new = replace(fact, range=meant.shifted(-ONE) if fact.statement is Statement.GROWTH else meant)
        text = f"if {quoted(fact)} was counted in {NAMES[other]}, not in {NAMES[fact.quantity.unit]}"
        cost = SLIP if not years else SHARP if 2 * near > most else GUESSED
        yield Change(Cause.UNIT, cost, text, (fact,), (new,), excuses=False)


def _moved(fact: Fact, other: str, folder: Folder) -> Fraction | None:
    """By how much more another money makes of a comparison, in the average of the years."""
    assert fact.base is not None
    rates, unit = rates_of(folder), fact.quantity.unit
    now, before = fact.quantity.period.last.year, fact.base.period.last.year
    later, earlier = (rates.average(other, unit, year) for year in (now, before))
    return None if later is None or earlier is None else later / earlier


def at_other_times(fact: Fact, stated: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """An amount that others state in another money: of another year, or at the rate of another year."""
    mine = bookless(fact.quantity)
    told = [
        (one, bookless(one.quantity)._replace(unit=mine.unit))
        for one in stated
        if one.statement is fact.statement is Statement.LEVEL
        and {one.quantity.unit, mine.unit} <= CURRENCIES
        and one.quantity.unit != mine.unit
        and one.range.lo is not None
        and one.range.lo > 0
    ]
    near = {mine.period.moved(by) for by in range(-_NEAR, _NEAR + 1)}
    for other, its in told:
        if its == mine:
            yield from _at_other_rates(fact, other, folder)
        elif (
            its._replace(period=mine.period) == mine
            and its.period in near
            and _is_worth(fact, other, its.period.last.year, folder)
        ):
            text = f"if {quoted(fact)} is about {its.period}, for which others state as much in {NAMES[other.quantity.unit]}"
            new = replace(fact, quantity=fact.quantity._replace(period=its.period))
            yield Change(Cause.PERIOD, TOLD, text, (fact,), (new,), excuses=False)


def _is_worth(fact: Fact, other: Fact, year: int, folder: Folder) -> bool:
    """Whether two amounts in two monies are one at the average rate of a year, nearly."""
    rate = rates_of(folder).average(fact.quantity.unit, other.quantity.unit, year)
    near = None if rate is None else Interval.around(rate, rate * _OF_RATES)
    return near is not None and ratio(fact.range, other.range).meets(near)


def _at_other_rates(fact: Fact, other: Fact, folder: Folder) -> Iterator[Change]:
    """The year near it whose average rate makes the amount of what others state, best of all."""
    rates, units, own = (
        rates_of(folder),
        (fact.quantity.unit, other.quantity.unit),
        fact.quantity.period.last.year,
    )
    price, told = rates.price(*units, fact.quantity.period), ratio(fact.range, other.range)
    if price is None or told.meets(price) or told.lo is None or told.hi is None:
        return
    misses: dict[int, Fraction] = {}
    for year in range(own - _AGO, own + _AGO + 1):
        rate = rates.average(*units, year)
        if year != own and rate is not None and told.meets(Interval.around(rate, rate * _OF_RATES)):
            misses[year] = abs(told.lo + told.hi - 2 * rate)
    for year in sorted(misses, key=lambda one: misses[one])[:1]:
        text, near = f"if {quoted(fact)} was converted at the rate of {year}", abs(year - own) <= _NEAR
        new = replace(fact, range=Interval(None, None))
        yield Change(Cause.PERIOD, REVISED if near else TOLD, text, (fact,), (new,), excuses=near)


def told_in_other_money(fact: Fact, stated: Sequence[Fact]) -> Iterator[Change]:
    """The same number, as others state it in another currency."""
    units = {one.quantity.unit for one in stated if one.quantity.series == fact.quantity.series} & CURRENCIES
    for unit in sorted(units - {fact.quantity.unit}) if fact.quantity.unit in CURRENCIES else ():
        quantity = fact.quantity._replace(unit=unit)
        meant = replace(fact, quantity=quantity, base=fact.base and fact.base._replace(unit=unit))
        if any(states_the_same(other, meant) for other in stated):
            text = f"if {quoted(fact)} is in {NAMES[unit]}, not in {NAMES[fact.quantity.unit]}, as others state the same"
            yield Change(Cause.UNIT, NOTATION, text, (fact,), (meant,), excuses=False)


def with_twins(change: Change, stated: Sequence[Fact], folder: Folder) -> Change:
    """A change of what one amount is about, together with the same amount in other monies, as the same documents print it."""
    (old, *others), (new, *_) = change.old, change.new
    moved = old.quantity != new.quantity and old.quantity.unit == new.quantity.unit
    if others or not moved or old.quantity.unit not in CURRENCIES or old.base is not None:
        return change
    mine = {origin(claim.source, folder) for claim in old.claims}
    twins = [
        one
        for one in stated
        if one.quantity.unit in CURRENCIES - {old.quantity.unit}
        and one.statement is old.statement
        and one.quantity._replace(unit=old.quantity.unit) == old.quantity
        and not mine.isdisjoint(origin(claim.source, folder) for claim in one.claims)
    ]
    with_them = [replace(one, quantity=new.quantity._replace(unit=one.quantity.unit)) for one in twins]
    return replace(change, old=(old, *twins), new=(new, *with_them))
