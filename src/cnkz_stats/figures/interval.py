"""Exact ranges: the meaning of a printed figure, and of everything computed from figures."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Self

_ROOT_DIGITS = 15


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from `lo` to `hi`; `None` is unbounded, an open end does not belong. Never empty."""

    lo: Fraction | None
    hi: Fraction | None
    lo_open: bool = False
    hi_open: bool = False

    def __post_init__(self) -> None:
        if (
            self.lo is not None
            and self.hi is not None
            and (self.lo > self.hi or ((self.lo_open or self.hi_open) and self.lo == self.hi))
        ):
            raise ValueError(f"an interval cannot be empty: {self.lo} to {self.hi}")

    @classmethod
    def around(cls, value: Fraction, half_width: Fraction) -> Self:
        """Closed range of `half_width` on both sides of `value`."""
        return cls(value - half_width, value + half_width)

    def __contains__(self, value: Fraction) -> bool:
        above = self.lo is None or value > self.lo or (value == self.lo and not self.lo_open)
        below = self.hi is None or value < self.hi or (value == self.hi and not self.hi_open)
        return above and below

    def intersection(self, other: "Interval") -> "Interval | None":
        """What both ranges allow, or `None` if nothing. Closed ends that touch share a point."""
        lo, lo_open = _tighter((self.lo, self.lo_open), (other.lo, other.lo_open), lower=True)
        hi, hi_open = _tighter((self.hi, self.hi_open), (other.hi, other.hi_open), lower=False)
        if lo is not None and hi is not None and (lo > hi or (lo == hi and (lo_open or hi_open))):
            return None
        return Interval(lo, hi, lo_open, hi_open)

    def meets(self, other: "Interval") -> bool:
        """Whether one number can lie in both."""
        return self.intersection(other) is not None

    def within(self, other: "Interval") -> bool:
        """Whether every number of this range lies in the other."""
        return self.intersection(other) == self

    def shifted(self, by: Fraction) -> "Interval":
        """The range moved up by a number."""
        return Interval(
            None if self.lo is None else self.lo + by,
            None if self.hi is None else self.hi + by,
            self.lo_open,
            self.hi_open,
        )

    def scaled(self, factor: Fraction) -> "Interval":
        """The range times a number that is not zero; a negative one swaps the ends."""
        lo = None if self.lo is None else self.lo * factor
        hi = None if self.hi is None else self.hi * factor
        if factor < 0:
            return Interval(hi, lo, self.hi_open, self.lo_open)
        return Interval(lo, hi, self.lo_open, self.hi_open)


def ratio(part: Interval, whole: Interval) -> Interval:
    """The range of `part / whole` for a `part` that is not negative and a positive `whole`.

    Raises ValueError if `part` may be negative or `whole` zero.
    """
    if part.lo is None or part.lo < 0 or whole.lo is None or whole.lo <= 0:
        raise ValueError("a ratio needs a part of at least zero and a whole above zero")
    lo = Fraction(0) if whole.hi is None else part.lo / whole.hi
    hi = None if part.hi is None else part.hi / whole.lo
    return Interval(lo, hi, part.lo_open or whole.hi_open, hi is not None and (part.hi_open or whole.lo_open))


def root(bounds: Interval, degree: int) -> Interval:
    """The n-th root of a range that is not negative, both ends rounded outward to 15 decimals."""
    return Interval(
        None if bounds.lo is None else _root(bounds.lo, degree, up=False),
        None if bounds.hi is None else _root(bounds.hi, degree, up=True),
        bounds.lo_open,
        bounds.hi_open,
    )


def _root(value: Fraction, degree: int, *, up: bool) -> Fraction:
    """By Newton's method on whole numbers: exact, whatever the size."""
    unit = 10**_ROOT_DIGITS
    scaled = value * unit**degree
    whole = floor(scaled)
    low = 1 << (whole.bit_length() // degree + 1)
    while low and (nearer := (low * (degree - 1) + whole // low ** (degree - 1)) // degree) < low:
        low = nearer
    exact = low**degree == scaled
    return Fraction(low if exact or not up else low + 1, unit)


def _tighter(
    one: tuple[Fraction | None, bool], two: tuple[Fraction | None, bool], *, lower: bool
) -> tuple[Fraction | None, bool]:
    if one[0] is None or two[0] is None:
        return two if one[0] is None else one
    if one[0] == two[0]:
        return one[0], one[1] or two[1]
    return one if (one[0] > two[0]) == lower else two


def apart(one: Interval, other: Interval) -> Fraction:
    """By which part two positive ranges miss each other; 0 if they meet."""
    if one.meets(other):
        return Fraction(0)
    low, high = sorted((one, other), key=lambda bounds: bounds.lo if bounds.lo is not None else Fraction(0))
    if low.hi is None or high.lo is None or low.hi <= 0:
        return Fraction(1)
    return high.lo / low.hi - 1
