"""Yuan and dollars: what a dollar cost, and growth that was counted in the other money than the amounts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reading import CURRENCIES, Cause
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.changes import NOTATION, SHARP, SLIP, Change, number_of, quoted, states_the_same
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact

_FIRST = 1990
_YUAN = """
4.7921 5.3337 5.5206 5.7795 8.6397 8.37 8.3389 8.3193 8.3008 8.2783 8.2784 8.277 8.2771 8.2772 8.2768 8.1936 7.9723 7.6058
6.9477 6.8307 6.7696 6.463 6.3093 6.1478 6.162 6.2827 6.64 6.7569 6.609 6.9081 6.9042 6.4508 6.729 7.0809 7.1957 7.1875
"""
"""Yuan for a dollar in the average of each year (Federal Reserve, H.10)."""
_WITHIN_A_YEAR = Fraction(8, 100)
"""How far a rate of some day or month lies from the average of its year."""
_OF_YEARS, _OF_MONTHS = Fraction(25, 1000), Fraction(45, 1000)
"""How far growth in yuan over growth in dollars lies from the change of the yearly average; in parts of a year, which that
average describes badly."""
_MONEY = {"USD": ("yuan", "dollars"), "CNY": ("dollars", "yuan")}


def rates(period: Period, folder: Folder) -> Iterator[tuple[str, Interval]]:
    """The monies that dollars may be taken for, and what a dollar cost in a period, by whichever rate of it was used.

    Yuan, and what the folder has rates of.
    """
    yield "yuan", _around(_average(period), _WITHIN_A_YEAR)
    for one in folder.exchange_rates:
        if one.code != "CNY" and period.last.year == one.year.first.year and one.range.lo is not None:
            yield one.code, _around(one.range.lo, _WITHIN_A_YEAR)


def in_other_money(fact: Fact) -> Iterator[Change]:
    """Growth or a multiple of trade with China that was counted in yuan, while the amounts are in dollars, or the reverse.

    Where the rate hardly moved, both are the same.
    """
    compared = fact.statement in (Statement.GROWTH, Statement.MULTIPLE) and fact.years is None
    if fact.base is None or not compared or not _is_chinese(fact):
        return
    now, before = fact.quantity.period, fact.base.period
    moved = _average(now) / _average(before)
    if fact.quantity.unit != "USD":
        moved = 1 / moved
    factor = _around(moved, _OF_YEARS if now.is_year and before.is_year else _OF_MONTHS)
    number = number_of(fact)
    if ONE in factor or number.lo is None or number.lo <= 0:
        return
    meant = ratio(number, factor)
    new = replace(fact, range=meant.shifted(-ONE) if fact.statement is Statement.GROWTH else meant)
    other, own = _MONEY[fact.quantity.unit]
    text = f"if {quoted(fact)} was counted in {other}, not in {own}"
    yield Change(Cause.UNIT, SHARP if now.is_year else SLIP, text, (fact,), (new,), excuses=False)


def told_in_other_money(fact: Fact, stated: Sequence[Fact]) -> Iterator[Change]:
    """The same number, as others state it in another currency."""
    units = {one.quantity.unit for one in stated if one.quantity.series == fact.quantity.series} & CURRENCIES
    for unit in sorted(units - {fact.quantity.unit}) if fact.quantity.unit in CURRENCIES else ():
        quantity = fact.quantity._replace(unit=unit)
        meant = replace(fact, quantity=quantity, base=fact.base and fact.base._replace(unit=unit))
        if any(states_the_same(other, meant) for other in stated):
            text = f"if {quoted(fact)} is in {unit}, not in {fact.quantity.unit}, as others state the same"
            yield Change(Cause.UNIT, NOTATION, text, (fact,), (meant,), excuses=False)


def _is_chinese(fact: Fact) -> bool:
    areas = {area.partition("-")[0] for area in (fact.quantity.area, fact.quantity.partner)}
    return "CN" in areas and fact.quantity.unit in _MONEY


def _average(period: Period) -> Fraction:
    """The rate of a period's last year, or of the nearest year that is known."""
    known = _YUAN.split()
    return Fraction(known[min(max(period.last.year - _FIRST, 0), len(known) - 1)])


def _around(value: Fraction, part: Fraction) -> Interval:
    return Interval.around(value, value * part)
