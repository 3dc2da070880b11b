"""A number with its unit, as a phrase of a sentence."""

from fractions import Fraction
from typing import NamedTuple

from cnkz_stats.figures.figure import Hedge, Sense


class Phrase(NamedTuple):
    """A number and its unit in tokens `first` to `last`, both included; fields as in `Figure`, falls not yet negative.

    `unit` None marks a date, or a number with words that cannot be read, which are no figures; `factor` is that of the unit; `superlative` a rank that only a word
    like "largest" gives.
    """

    first: int
    last: int
    value: Fraction
    quantum: Fraction
    unit: str | None
    high: Fraction | None = None
    zeros: int = 0
    digits: int = 1
    factor: Fraction = Fraction(1)
    hedge: Hedge | None = None
    sense: Sense = Sense.NONE
    superlative: bool = False
