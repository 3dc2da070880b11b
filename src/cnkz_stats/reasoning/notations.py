"""A rate or multiple in another notation or wording: percent for times, to for by, a rise for a fall, a part for so many times."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, TIMES, Hedge, Sense
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.reading import Cause, Reading
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import NOTATION, READ, SHARP, Change, quoted
from cnkz_stats.reasoning.constraints import ONE, ZERO
from cnkz_stats.reasoning.facts import Fact

_TEN = Fraction(10)
_TENTHS, _TIMES = "成", "倍"
_PARTS = {2: "half", 3: "a third", 4: "a quarter", 5: "a fifth"}
_DOUBLED = {Fraction(2): Fraction(4), Fraction(3): Fraction(8)}
_HALF = Fraction(1, 2)


def notations(fact: Fact) -> Iterator[Change]:
    """A rate or multiple in another notation: percent for times, a mark misplaced, a rise for a fall, to for by."""
    figure, printed = fact.claims[0].figure, fact.readings[0].range
    yield from _averages(fact)
    yield from _parts_and_times(fact)
    if fact.years is None and fact.statement is Statement.GROWTH and figure.unit == PERCENT:
        yield noted(fact, printed.scaled(_TEN), Cause.UNIT, "is ten times too small, its mark misplaced")
        yield noted(fact, printed.scaled(1 / _TEN), Cause.UNIT, "is ten times too large, its mark misplaced")
        yield noted(fact, printed.scaled(-ONE), Cause.WORDING, turned(fact))
        yield from _times_for_percent(fact, printed)
    if fact.statement in (Statement.SHARE, Statement.MULTIPLE):
        loosest = max((one for one in fact.readings if one.cause is Cause.ROUNDING), key=_width, default=None)
        meant = printed if loosest is None or loosest.cost == READ else loosest.range
        yield noted(fact, meant.scaled(_TEN), Cause.UNIT, "is ten times too small, its mark misplaced")
        yield noted(fact, meant.scaled(1 / _TEN), Cause.UNIT, "is ten times too large, its mark misplaced")
    if fact.statement is Statement.MULTIPLE and figure.unit == TIMES:
        if printed.lo is not None and printed.lo > 0:
            yield noted(fact, ratio(Interval(ONE, ONE), printed), Cause.WORDING, turned(fact))
        yield from _percent_for_times(fact, printed)
        if figure.sense is Sense.RATIO:
            text = "means larger by so many times, not so many times as large"
            yield noted(fact, printed.shifted(ONE), Cause.WORDING, text)


def _times_for_percent(fact: Fact, printed: Interval) -> Iterator[Change]:
    """Times printed as percent; a fall by so many is one to such a part."""
    text = "is in times, not in percent"
    if printed.hi is not None and printed.hi < 0:
        part = ratio(Interval(ONE, ONE), printed.scaled(-(_TEN**2)))
        yield noted(fact, part.shifted(-ONE), Cause.UNIT, text)
    else:
        yield noted(fact, printed.scaled(_TEN**2).shifted(-ONE), Cause.UNIT, text)
    if printed.lo is not None and printed.lo > 0:
        tenths = printed.scaled(_TEN).shifted(-ONE)
        chinese = _TENTHS in fact.claims[0].figure.text
        text = f"is in times, not in tenths ({_TENTHS})" if chinese else "is in times, its mark left out"
        yield replace(noted(fact, tenths, Cause.UNIT, text), cost=NOTATION if chinese else SHARP)


def _percent_for_times(fact: Fact, printed: Interval) -> Iterator[Change]:
    """Percent printed as times; to such a part is a fall by so many."""
    text = "is in percent, not in times"
    if printed.lo is not None and printed.lo > 0 and fact.claims[0].figure.value < 1:
        times = ratio(Interval(ONE, ONE), printed)
        yield noted(fact, times.scaled(-1 / _TEN**2).shifted(ONE), Cause.UNIT, text)
        return
    hundredth = printed.scaled(1 / _TEN**2)
    yield noted(fact, hundredth.shifted(ONE), Cause.UNIT, text)
    yield noted(fact, hundredth, Cause.UNIT, "is in percent of the base, not in times")
    if _TIMES in fact.claims[0].figure.text:
        tenths = printed.scaled(1 / _TEN).shifted(ONE)
        yield noted(fact, tenths, Cause.UNIT, f"is in tenths ({_TENTHS}), not in times ({_TIMES})")


def _parts_and_times(fact: Fact) -> Iterator[Change]:
    """A part for so many times, by for to such a part, and so many times for so many doublings (翻两番), or the reverse."""
    figure, printed = fact.claims[0].figure, fact.readings[0].range
    if figure.hedge is not Hedge.EXACT or figure.digits > 1 or fact.years is not None:
        return
    times = abs(figure.value if abs(figure.value) >= 1 else 1 / figure.value) if figure.value else ZERO
    part = _PARTS.get(times.numerator if times.denominator == 1 else 0)
    if fact.statement is Statement.MULTIPLE and figure.unit == TIMES:
        if part and figure.value > 1:
            meant = ratio(Interval(ONE, ONE), printed).shifted(ONE)
            yield noted(fact, meant, Cause.WORDING, f"means larger by {part}, not {times} times as large")
        elif part:
            meant = printed.scaled(-ONE).shifted(ONE)
            yield noted(fact, meant, Cause.WORDING, f"means smaller by {part}, not {part} as large")
        for doublings, larger in _DOUBLED.items():
            if figure.value == larger:
                text = f"means {doublings} times as large, not {doublings} times doubled"
                yield noted(fact, Interval.around(doublings, _HALF), Cause.WORDING, text)
            if figure.value == doublings:
                text = f"means {doublings} times doubled, {larger} times as large"
                yield noted(fact, Interval.around(larger, _HALF), Cause.WORDING, text)
    elif part and fact.statement is Statement.GROWTH and times > 1:
        rises = figure.value > 0
        meant = ratio(Interval(ONE, ONE), printed) if rises else printed.scaled(-ONE)
        text = (
            f"means {times} times as large, not larger by {part}"
            if rises
            else f"means to {part}, not by {part}"
        )
        yield noted(fact, meant.shifted(-ONE), Cause.WORDING, text)


def _width(reading: Reading) -> Fraction:
    bounds = reading.range
    return ZERO if bounds.lo is None or bounds.hi is None else bounds.hi - bounds.lo


def _averages(fact: Fact) -> Iterator[Change]:
    """The yearly average of a growth over years for the whole of it, or the reverse."""
    if fact.statement is not Statement.GROWTH or fact.base is None:
        return
    years = fact.quantity.period.years_since(fact.base.period)
    if years is not None and years > 1:
        meant = years if fact.years is None else None
        text = f"if {quoted(fact)} is {'a yearly average' if meant else 'the whole growth, not a yearly average'}"
        new = replace(fact, years=meant)
        yield Change(Cause.WORDING, NOTATION, text, (fact,), (new,), excuses=False)


def turned(fact: Fact) -> str:
    """A fall told as a rise, or the reverse, in words."""
    less, more = ("a fall", "a rise") if fact.base else ("a deficit", "a surplus")
    falls = fact.claims[0].figure.value < (fact.statement is Statement.MULTIPLE)
    return f"means {more}, not {less}" if falls else f"means {less}, not {more}"


def noted(fact: Fact, bounds: Interval, cause: Cause, text: str) -> Change:
    """A change of what the number is, at the cost of another notation."""
    new = replace(fact, range=bounds)
    return Change(cause, NOTATION, f"if {quoted(fact)} {text}", (fact,), (new,), excuses=False)


def to_for_by(fact: Fact) -> Iterator[Change]:
    """A growth by more than a hundred percent that was meant as a growth to so many percent, its final zeros round; so with a fall."""
    figure = fact.claims[0].figure
    if fact.statement is Statement.GROWTH and fact.years is None and fact.range.hi and -1 < fact.range.hi < 0:
        meant = fact.range.scaled(-ONE).shifted(-ONE)
        yield noted(fact, meant, Cause.WORDING, "means to so many percent, not by so many")
    if fact.statement is Statement.GROWTH and fact.years is None and fact.range.lo and fact.range.lo >= 1:
        text = f"if {quoted(fact)} means to so many percent, not by so many"
        meant = fact.range
        if figure.hedge is Hedge.EXACT and figure.high is None:
            meant = Interval.around(figure.value, figure.quantum * 10**figure.zeros / 2)
        new = replace(fact, range=meant.shifted(-ONE))
        yield Change(Cause.WORDING, READ, text, (fact,), (new,), excuses=True)
