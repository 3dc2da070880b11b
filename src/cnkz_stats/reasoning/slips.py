"""Slips: a wrong digit, a wrong scale or currency, an amount taken for a rate or for a difference."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain

from cnkz_stats.figures.figure import MEASURED, PERCENT, Figure, Hedge
from cnkz_stats.figures.interval import Interval, ratio, root
from cnkz_stats.figures.reading import Cause, misprints
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import (
    CHANCE,
    FAR,
    HIT,
    NOTATION,
    SHARP,
    SLIP,
    UNTOLD,
    WORLDS_APART,
    Change,
    follows,
    is_told,
    number_of,
    quoted,
    states_the_same,
)
from cnkz_stats.reasoning.constraints import ONE, ZERO
from cnkz_stats.reasoning.facts import Fact, origin
from cnkz_stats.reasoning.money import in_other_money, other_monies
from cnkz_stats.reasoning.notations import notations, noted, to_for_by, turned

_SHARP = 12
"""A slip is told apart from chance if the others allow a twelfth at most of what lies between it and the next one."""
_FEW = 4
"""Where there are only a few slips that could be, such as two digits swapped, that many times less tells it apart."""
_SHORT, _LAST = 2, 9
_SCALE_WITHIN = Fraction(7, 4)
"""What the others say to less than a factor of two says the scale."""
_SCALES: Mapping[Fraction, tuple[str, Fraction]] = {
    Fraction(10): ("is ten times too small", SLIP),
    Fraction(1, 10): ("is ten times too large", SLIP),
    Fraction(100): ("is a hundred times too small", UNTOLD),
    Fraction(1, 100): ("is a hundred times too large", UNTOLD),
    Fraction(1000): ("is a thousand times too small", SLIP),
    Fraction(1, 1000): ("is a thousand times too large", SLIP),
    Fraction(10000): ("is ten thousand times too small", UNTOLD),
    Fraction(1, 10000): ("is ten thousand times too large", UNTOLD),
    Fraction(10**6): ("is a million times too small", UNTOLD),
    Fraction(1, 10**6): ("is a million times too large", UNTOLD),
}
"""亿 for billion and 万 for million, a mark for a digit more or less, thousands or millions left out, 万 for 亿."""
_YI = " (亿 is a hundred million, not a billion)"


def slips(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """What else may have been meant.

    Where the others say which number it should be, or are worlds apart from it; else what somebody states of it.
    """
    told = is_told(others)
    yield from to_for_by(fact)
    if fact.statement is Statement.LEVEL and folder.series[fact.quantity.series].may_be_negative:
        yield noted(fact, fact.range.scaled(-ONE), Cause.WORDING, turned(fact))
    marked = (
        replace(one, cost=CHANCE) if one.cause is Cause.UNIT and _is_small(fact, others) else one
        for one in notations(fact)
    )
    for change in chain(_misprints(fact, others, family), marked, in_other_money(fact, folder)):
        if told or _is_stated(change.new[0], family):
            yield change
    told = is_told(others, _SCALE_WITHIN)
    for change in _units(fact, others, folder):
        if told or is_worlds_apart(fact, others) or _is_stated(change.new[0], family):
            yield change


def _is_small(fact: Fact, others: Interval) -> bool:
    """Whether the others tell a ratio, but of its growth not even the scale."""
    growth = others.shifted(-ONE)
    return fact.statement is Statement.GROWTH and not any(
        is_told(one, _SCALE_WITHIN) for one in (growth, growth.scaled(-ONE))
    )


def _is_stated(meant: Fact, family: Sequence[Fact]) -> bool:
    """Whether somebody else states a number for the same quantity that is the one meant, or both levels it compares."""
    return follows(meant, family) or any(
        number_of(other).meets(number_of(meant))
        and (is_told(number_of(other)) or other.claims[0].figure.value in meant.range)
        for other in _about_the_same(meant, family)
    )


def _about_the_same(fact: Fact, family: Sequence[Fact]) -> Iterator[Fact]:
    """What others state of the same quantities."""
    for other in family:
        if (other.quantity, other.base) == (fact.quantity, fact.base) and other.claims != fact.claims:
            yield other


def is_worlds_apart(fact: Fact, others: Interval) -> bool:
    """Whether a figure misses what the others leave of it by so much that only a scale can be wrong, not a count.

    Whatever its hedge makes of it, the printed number counts.
    """
    stated = _printed_number(fact)
    low, high = (stated, others) if _below(stated, others) else (others, stated)
    if low.hi is None or high.lo is None or low.hi <= 0:
        return False
    # What only has to be in the same world as something else misses even that.
    of_a_mirror = others.lo and others.hi is not None and others.hi >= WORLDS_APART**2 * others.lo
    return high.lo >= (ONE if of_a_mirror else WORLDS_APART) * low.hi


def _printed_number(fact: Fact) -> Interval:
    figure = fact.claims[0].figure
    hedged = figure.hedge is not Hedge.EXACT and fact.base is None
    return Interval.around(figure.value, ZERO) if hedged else number_of(fact)


def _below(one: Interval, other: Interval) -> bool:
    return one.hi is not None and other.lo is not None and one.hi < other.lo


def _misprints(fact: Fact, others: Interval, family: Sequence[Fact]) -> Iterator[Change]:
    """Digits swapped, and for each place the digit that is nearest to what the others say, if they say a number."""
    figure = fact.claims[0].figure
    printed = fact.readings[0].range
    rates = others if fact.years is None else root(others, fact.years)
    stated = {one.claims[0].figure.value for one in _about_the_same(fact, family)}
    nearest: dict[object, tuple[Fraction, Change]] = {}
    for meant in misprints(figure) if figure.hedge is Hedge.EXACT else ():
        by = meant.value - figure.value
        text = f"if {quoted(fact)} is a slip for {meant.text}"
        more = len(meant.text) - (figure.end - figure.start)
        long = figure.digits - figure.zeros > _SHORT and not more
        step = _FEW * abs(by) if meant.swapped else _place(by, figure)
        cost = SHARP if long else UNTOLD
        if not _is_sharp(rates, step) or not (long or more or meant.swapped) or abs(by) == figure.quantum:
            cost = CHANCE if long else FAR
        elif meant.swapped and _is_sharp(rates, step / _SHARP):
            cost = SHARP
        new = replace(fact, range=printed.shifted(by))
        apart = _between_middles(number_of(new), others)
        hit = meant.value in stated or (apart is not None and 2 * apart <= figure.quantum)
        if cost == CHANCE and hit and abs(by) > _LAST * figure.quantum:
            cost = HIT
        change = Change(Cause.TYPO, cost, text, (fact,), (new,), excuses=False)
        place = meant.text if meant.swapped or apart is None else _place(by, figure)
        if place not in nearest or (apart or ZERO) < nearest[place][0]:
            nearest[place] = apart or ZERO, change
    yield from (change for _, change in nearest.values())


def _between_middles(one: Interval, other: Interval) -> Fraction | None:
    if one.lo is None or one.hi is None or other.lo is None or other.hi is None:
        return None
    return abs(one.lo + one.hi - other.lo - other.hi) / 2


def _is_sharp(others: Interval, step: Fraction) -> bool:
    """Whether chance would hardly fit: the others allow a part only of what lies between one slip and the next."""
    return others.lo is not None and others.hi is not None and (others.hi - others.lo) * _SHARP <= step


def _place(by: Fraction, figure: Figure) -> Fraction:
    """The place value of the digit that makes such a difference."""
    place = figure.quantum
    while abs(by) >= 10 * place:
        place *= 10
    return place


def by_for_to(fact: Fact, family: Sequence[Fact]) -> Iterator[Change]:
    """A difference told as an amount, or an amount as a difference, of which others state the same."""
    comparing = fact.statement is Statement.CHANGE
    if fact.claims[0].figure.digits < 2 or fact.statement not in (Statement.LEVEL, Statement.CHANGE):
        return
    for other in family:
        meant = replace(fact, statement=other.statement, base=other.base)
        levels = Statement.LEVEL if comparing else Statement.CHANGE
        if other.statement is levels and other.quantity == fact.quantity and states_the_same(other, meant):
            text = f"if {quoted(fact)} is the {'amount, not the change' if comparing else 'change, not the amount'}"
            yield Change(Cause.WORDING, NOTATION, text, (fact,), (meant,), excuses=False)


def _units(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """Slips of scale and of currency: levels and differences only, a rate has none."""
    if fact.statement not in (Statement.LEVEL, Statement.CHANGE):
        return
    sharp = _is_sharp(others, _middle(others))
    meant = [
        (fact.range.scaled(factor), text, SHARP if sharp else cost)
        for factor, (text, cost) in _SCALES.items()
    ]
    if fact.range.lo is not None and fact.range.lo >= 0:
        meant += [
            (ratio(fact.range, price), text, SHARP if sharp and cost == SLIP else cost)
            for text, price, cost in other_monies(fact, folder)
        ]
    for bounds, text, cost in meant:
        hint = _YI if text == _SCALES[Fraction(1, 10)][0] and fact.quantity.unit in MEASURED else ""
        new = replace(fact, range=bounds)
        words = f"if {quoted(fact)} {text}{hint}"
        yield Change(Cause.UNIT, cost, words, (fact,), (new,), excuses=False)


def _middle(bounds: Interval) -> Fraction:
    """A number inside a bounded range, one that no slip of scale leaves as it is."""
    return ZERO if bounds.lo is None or bounds.hi is None else (bounds.lo + bounds.hi) / 2


def of_the_source(fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """A slip of scale in all amounts of a unit that the source of a figure worlds apart gives, if it gives several."""
    amounts = Statement.LEVEL, Statement.CHANGE
    mine = _sources(fact, folder)
    if fact.statement not in amounts or len(mine) > 1 or not is_worlds_apart(fact, others):
        return
    own = [
        other
        for other in family
        if other.statement in amounts
        and other.quantity.unit == fact.quantity.unit
        and _sources(other, folder) == mine
    ]
    sharp = _is_sharp(others, _middle(others))
    for factor, (text, cost) in _SCALES.items() if len(own) > 1 else ():
        new = tuple(replace(other, range=other.range.scaled(factor)) for other in own)
        words = f"if each of the {len(own)} figures of {min(mine)} {text}"
        yield Change(Cause.UNIT, SHARP if sharp else cost, words, tuple(own), new, excuses=False)


def borrowed(fact: Fact, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """The digits of an amount that stands beside a rate, taken for the rate."""
    figure = fact.claims[0].figure
    if figure.unit != PERCENT or figure.digits - figure.zeros < 2:
        return
    for other in family:
        beside = other.statement is Statement.LEVEL and other.quantity.period == fact.quantity.period
        if (
            beside
            and _sources(fact, folder) & _sources(other, folder)
            and _begins(other.claims[0].figure, figure)
        ):
            text = f"if {quoted(fact)} is the amount, {quoted(other)}, taken for the rate"
            new = replace(fact, range=Interval(None, None))
            yield Change(Cause.UNIT, NOTATION, text, (fact,), (new,), excuses=False)


def _begins(long: Figure, short: Figure) -> bool:
    """Whether a number begins with the digits of another one, cut off or rounded."""
    more, less = (int(abs(figure.value) / figure.quantum) for figure in (long, short))
    beyond = len(str(more)) - len(str(less))
    return beyond >= 0 and less in {more // 10**beyond, (more + 10**beyond // 2) // 10**beyond}


def _sources(fact: Fact, folder: Folder) -> set[str]:
    return {origin(claim.source, folder) for claim in fact.claims}
