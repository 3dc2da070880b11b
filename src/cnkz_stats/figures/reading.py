"""From a printed figure to exact ranges: the only place that knows what rounding and hedges mean.

The first reading is the figure as printed: half a unit of the last significant digit to both sides, ends closed, since
accusing a true figure is worse than missing a false one. Everything looser is a named alternative with a cost.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from itertools import chain, combinations

from cnkz_stats.figures.display import decimal
from cnkz_stats.figures.figure import MEASURED, PERCENT, TIMES, Figure, Hedge, Sense
from cnkz_stats.figures.interval import Interval


class Cause(StrEnum):
    """Why figures disagree, in the words of the field."""

    ROUNDING = "ROUNDING"
    HEDGE = "HEDGE"
    WORDING = "WORDING"
    REPORTER = "REPORTER"
    REVISION = "REVISION"
    MIX = "MIX"
    SCOPE = "SCOPE"
    PERIOD = "PERIOD"
    UNIT = "UNIT"
    TYPO = "TYPO"
    UNEXPLAINED = "UNEXPLAINED"


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a figure: the range it then means, why one would read it so, and how far-fetched that is.

    The first reading of a figure has no cause and cost 0.
    """

    range: Interval
    cause: Cause | None = None
    cost: Fraction = Fraction(0)
    text: str = ""


# Likely ends of hedged numbers as multiples of the printed one, for 1, 2 and 3 or more significant digits: the outer
# 5 % and 95 % quantiles of what readers answered in Ferson et al. 2015, "Natural language of uncertainty" (Int. J. of
# Approximate Reasoning 57), experiment 2.
_LIKELY_LOW = {
    Hedge.NEARLY: ("0.50", "0.75", "0.87"),
    Hedge.UNDER: ("0.50", "0.50", "0.84"),
    Hedge.UP_TO: ("0.50", "0.50", "0.84"),
    Hedge.ABOUT: ("0.51", "0.67", "0.86"),
}
_LIKELY_HIGH = {
    Hedge.OVER: ("2.0", "1.43", "1.27"),
    Hedge.AT_LEAST: ("2.0", "1.33", "1.20"),
    Hedge.ABOUT: ("1.50", "1.29", "1.14"),
}
_OVERSHOOT = Fraction(102, 100)
_ONE, _ROUND = Fraction(1), Fraction(3, 2)
_FEW = 2
_REMAINDER = Fraction(3, 4)
"""Nobody cuts off so much as this of a multiple of one digit: 3.9 times are almost four."""


def readings(figure: Figure, *, counted: bool = False) -> tuple[Reading, ...]:
    """Every way to read the figure, strictest first; a rate in fractions, "N times" as a ratio.

    `counted` says that the figure counts things one by one (52 projects), so that its final zeros are exact.
    """
    return tuple(_readings(figure, counted=counted))


def printed_range(figure: Figure, *, counted: bool = False) -> Interval:
    """The range of the first reading: the figure as printed."""
    return next(_readings(figure, counted=counted)).range


def certain_range(figure: Figure, *, counted: bool = False) -> Interval:
    """What the figure says for certain: as printed, but a hedge only bounds the side it speaks of."""
    if figure.hedge is Hedge.EXACT:
        return _printed(figure, _quantum(figure, counted=counted))
    return _signed(figure, _logical(figure))


def _readings(figure: Figure, *, counted: bool) -> Iterator[Reading]:
    quantum = _quantum(figure, counted=counted)
    if figure.hedge is Hedge.EXACT:
        printed = _printed(figure, quantum)
        yield Reading(printed)
        low, high = _magnitudes(figure)
        # A zero does not show from which side it was cut off.
        cut = Interval(low if high else -quantum, high + quantum, lo_open=not high, hi_open=True)
        raised = Interval(low - quantum, high, lo_open=True)
        if figure.unit == TIMES and figure.digits == 1:
            cut = Interval(low, high + quantum * _REMAINDER, lo_open=not high)
        if quantum == figure.quantum or figure.digits - figure.zeros > 1:
            yield Reading(_signed(figure, cut), Cause.ROUNDING, _ONE, "was cut off, not rounded")
            yield Reading(_signed(figure, raised), Cause.ROUNDING, _ONE, "was rounded up")
    else:
        printed = _signed(figure, _likely(figure))
        yield Reading(printed)
        yield from _looser_hedges(figure)
    if figure.unit == TIMES and figure.sense in (Sense.AMBIGUOUS, Sense.INCREASE):
        yield Reading(
            printed.shifted(_ONE),
            Cause.WORDING,
            _ONE,
            f"means larger by {_exact(figure.value)} times, so {_exact(figure.value + 1)} times as large",
        )
    if figure.hedge is Hedge.EXACT and figure.zeros and (counted or figure.unit == TIMES):
        place = figure.quantum * 10**figure.zeros
        if counted or figure.digits - figure.zeros == 1:
            text = "is a round number"
            yield Reading(Interval.around(figure.value, place / 2), Cause.ROUNDING, _ROUND, text)
        if counted and figure.high is None:
            cut = Interval(abs(figure.value), abs(figure.value) + place, hi_open=True)
            yield Reading(_signed(figure, cut), Cause.ROUNDING, _ROUND, "was cut off to a round number")


def _exact(value: Fraction) -> str:
    return decimal(value, up=False)


def _looser_hedges(figure: Figure) -> Iterator[Reading]:
    if figure.hedge is Hedge.ABOUT:
        yield Reading(Interval(None, None), Cause.HEDGE, _ROUND, "is only a vague idea of the size")
        return
    logical = _logical(figure)
    yield Reading(_signed(figure, logical), Cause.HEDGE, _ONE, "only says on which side the figure lies")
    if figure.hedge in (Hedge.NEARLY, Hedge.UNDER) and logical.hi is not None:
        over = Interval(logical.lo, logical.hi * _OVERSHOOT)
        yield Reading(_signed(figure, over), Cause.HEDGE, _ONE, "was said of a figure at most 2 % above it")
    if figure.hedge in (Hedge.OVER, Hedge.AT_LEAST) and logical.lo is not None:
        half = figure.quantum * (1 if figure.unit == PERCENT else 10**figure.zeros) / 2
        rounded = Interval(logical.lo - half, logical.hi)
        yield Reading(_signed(figure, rounded), Cause.HEDGE, _ONE, "was said of a figure rounded up to it")


def _quantum(figure: Figure, *, counted: bool) -> Fraction:
    """Place value of the last significant digit: final zeros of an amount of three or more digits are not significant."""
    if figure.unit in MEASURED | {""} and not counted and figure.digits >= 3:
        return figure.quantum * Fraction(10**figure.zeros)
    return figure.quantum


def _printed(figure: Figure, quantum: Fraction) -> Interval:
    (low, high), half = _magnitudes(figure), quantum / 2
    return _signed(figure, Interval(low - half, high + half))


def _magnitudes(figure: Figure) -> tuple[Fraction, Fraction]:
    value = abs(figure.value)
    if figure.high is None:
        return value, value
    low, high = sorted((value, abs(figure.high)))
    return low, high


def _signed(figure: Figure, magnitude: Interval) -> Interval:
    """Hedges and rounding speak of the magnitude: "fell by more than 47 %" lies below -47 %."""
    return magnitude.scaled(Fraction(-1)) if figure.value < 0 else magnitude


def _logical(figure: Figure) -> Interval:
    low, high = _magnitudes(figure)
    match figure.hedge:
        case Hedge.NEARLY | Hedge.UNDER:
            return Interval(None, high, hi_open=True)
        case Hedge.UP_TO:
            return Interval(None, high)
        case Hedge.OVER:
            return Interval(low, None, lo_open=True)
        case Hedge.AT_LEAST:
            return Interval(low, None)
        case _:
            return _likely(figure)


def _likely(figure: Figure) -> Interval:
    low, high = _magnitudes(figure)
    column = min(max(figure.digits - figure.zeros, 1), 3) - 1
    below, above = _LIKELY_LOW.get(figure.hedge), _LIKELY_HIGH.get(figure.hedge)
    return Interval(
        low if below is None else low * Fraction(below[column]),
        high if above is None else high * Fraction(above[column]),
        lo_open=figure.hedge is Hedge.OVER,
        hi_open=figure.hedge in (Hedge.NEARLY, Hedge.UNDER),
    )


@dataclass(frozen=True, slots=True)
class Misprint:
    """What may have been meant instead of a printed number: how it is spelt, its value, and whether digits were swapped."""

    text: str
    value: Fraction
    swapped: bool


def misprints(figure: Figure) -> Iterator[Misprint]:
    """Numbers that two swapped digits, one wrong digit, or a first digit lost or added, would have turned into this figure.

    The digits of the number only: marks and scale stay. A leading zero never arises.
    """
    text = figure.text[figure.start : figure.end]
    places = [index for index, sign in enumerate(text) if sign.isascii() and sign.isdigit()]
    if figure.high is not None or len(places) != figure.digits:
        return
    digits = [int(text[place]) for place in places]
    seen = {tuple(digits)}
    for changed, swapped in chain(
        ((one, True) for one in _swaps(digits)), ((one, False) for one in _slips(digits))
    ):
        if changed[0] and tuple(changed) not in seen:
            seen.add(tuple(changed))
            yield Misprint(_respelt(text, places, changed), _revalued(figure, digits, changed), swapped)
    if places and digits[0]:
        first = places[0]
        for lost in range(1, 10):
            longer = f"{text[:first]}{lost}{text[first:]}"
            yield Misprint(longer, _revalued(figure, digits, [lost, *digits]), swapped=False)
        if len(digits) > _FEW and digits[1]:
            shorter = text[:first] + text[first + 1 :]
            yield Misprint(shorter, _revalued(figure, digits, digits[1:]), swapped=False)


def _swaps(digits: list[int]) -> Iterator[list[int]]:
    for left, right in combinations(range(len(digits)), 2):
        swapped = list(digits)
        swapped[left], swapped[right] = swapped[right], swapped[left]
        yield swapped


def _slips(digits: list[int]) -> Iterator[list[int]]:
    for place in range(len(digits)):
        for digit in range(10):
            yield [*digits[:place], digit, *digits[place + 1 :]]


def _respelt(text: str, places: list[int], digits: list[int]) -> str:
    letters = list(text)
    for place, digit in zip(places, digits, strict=True):
        letters[place] = str(digit)
    return "".join(letters)


def _revalued(figure: Figure, old: list[int], new: list[int]) -> Fraction:
    as_number = [int("".join(map(str, digits))) for digits in (old, new)]
    sign = -1 if figure.value < 0 else 1
    return figure.value + sign * (as_number[1] - as_number[0]) * figure.quantum
