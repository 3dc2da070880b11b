"""Exact numbers as text: exact where they end, else rounded outward, in the scale people use."""

from fractions import Fraction
from math import floor, log10

from cnkz_stats.figures.interval import Interval

_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_DIGITS = 12
MINUS = "−"


def decimal(value: Fraction, *, up: bool, digits: int = _DIGITS) -> str:
    """At most so many significant digits, rounded up or down; no exponent, no final zeros.

    >>> decimal(Fraction(1, 3), up=True, digits=4)
    '0.3334'
    """
    places = digits - 1 - _magnitude(value)
    scaled = value * Fraction(10) ** places
    whole = -floor(-scaled) if up else floor(scaled)
    return _plain(whole, places)


def is_decimal(value: Fraction) -> bool:
    """Whether the number ends within the digits shown, so that its text is the number itself."""
    return Fraction(decimal(value, up=True)) == value


def range_strings(bounds: Interval, *, digits: int = _DIGITS) -> tuple[str | None, str | None]:
    """Both ends rounded outward, `None` where there is none."""
    return (
        None if bounds.lo is None else decimal(bounds.lo, up=False, digits=digits),
        None if bounds.hi is None else decimal(bounds.hi, up=True, digits=digits),
    )


def range_json(bounds: Interval) -> dict[str, object]:
    """The one form of a range in JSON."""
    low, high = range_strings(bounds)
    return {
        "low": low,
        "high": high,
        "low_open": bounds.lo_open,
        "high_open": bounds.hi_open,
        "exact": [None if end is None else str(end) for end in (bounds.lo, bounds.hi)],
    }


def scale_of(*values: Fraction | None) -> tuple[int, str]:
    """The power of ten, and its name, in which the largest of these numbers has one to three whole digits."""
    largest = max((abs(value) for value in values if value is not None), default=Fraction(0))
    return next(((size, name) for size, name in _SCALES if largest >= size), (1, ""))


def range_text(bounds: Interval, *, scale: int = 1, digits: int = _DIGITS) -> str:
    """A range for people: `25.245–25.255`, `over 60`, `at most 5`, `any`; divided by `scale`, rounded outward.

    The larger end gets so many significant digits, the other as many decimals.
    """
    ends = [None if end is None else end / scale for end in (bounds.lo, bounds.hi)]
    largest = max((abs(end) for end in ends if end is not None), default=Fraction(0))
    low, high = _aligned(ends, max(0, digits - 1 - _magnitude(largest)))
    if low is None and high is None:
        return "any"
    if low is None:
        return f"{'under' if bounds.hi_open else 'at most'} {high}"
    if high is None:
        return f"{'over' if bounds.lo_open else 'at least'} {low}"
    if low == high:
        return low
    return f"{low} to {high}" if MINUS in low else f"{low}–{high}"


def _aligned(ends: list[Fraction | None], places: int) -> list[str | None]:
    """Ends of a range as text with the same number of decimals, as few as say the same."""
    wholes = [None if end is None else end * 10**places for end in ends]
    rounded = [
        None if whole is None else (floor(whole) if index == 0 else -floor(-whole))
        for index, whole in enumerate(wholes)
    ]
    while places > 0 and not any(number % 10 for number in rounded if number is not None):
        rounded = [None if number is None else number // 10 for number in rounded]
        places -= 1
    return [None if number is None else signed(_fixed(number, places)) for number in rounded]


def _fixed(whole: int, places: int) -> str:
    digits = str(abs(whole)).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return f"-{text}" if whole < 0 else text


def signed(number: str) -> str:
    """With the typographic minus that people read."""
    return number.replace("-", MINUS)


def percent_text(bounds: Interval, *, digits: int = 5) -> str:
    """A range of rates in percent.

    >>> percent_text(Interval(Fraction("0.2355"), Fraction("0.2365")))
    '23.55–23.65 %'
    """
    return f"{range_text(bounds.scaled(Fraction(100)), digits=digits)} %"


def _magnitude(value: Fraction) -> int:
    """The power of ten of the first significant digit."""
    if not value:
        return 0
    size = abs(value)
    guess = floor(log10(size.numerator) - log10(size.denominator))
    while Fraction(10) ** guess > size:
        guess -= 1
    while Fraction(10) ** (guess + 1) <= size:
        guess += 1
    return guess


def _plain(whole: int, places: int) -> str:
    if places <= 0:
        return str(whole * 10**-places)
    text = _fixed(whole, places)
    return text.rstrip("0").rstrip(".")
