"""What a printed figure says, before anybody asks which range of true values it allows."""

from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction


class Hedge(StrEnum):
    """The word that says on which side of the printed number the true one lies."""

    EXACT = "exact"
    NEARLY = "nearly"
    UNDER = "under"
    OVER = "over"
    AT_LEAST = "at least"
    UP_TO = "up to"
    ABOUT = "about"


class Sense(StrEnum):
    """What "N times" says by its literal wording: N times as large, larger by N times, or either."""

    NONE = ""
    RATIO = "ratio"
    INCREASE = "increase"
    AMBIGUOUS = "ambiguous"


PERCENT, POINTS, TIMES, ORDINAL = "%", "pp", "x", "ordinal"
CURRENCIES = frozenset({"USD", "CNY", "KZT", "RUB", "EUR"})
MEASURED = CURRENCIES | {"t", "kg", "km", "m3", "MW", "kWh", "t-km", "TEU"}
"""Units of amounts that are rounded to thousands or millions; any other unit counts things one by one."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A number as printed, with what its digits, hedge and wording say.

    `value` and `high` (the upper end of a printed range, else `None`) are in base units: dollars, not billions; tonnes;
    0.236 for "23.6 %"; 70 for "70 times"; negative for a fall. `quantum` is the place value of the last printed digit
    in the same unit (the finer one of a range), `zeros` how many final zeros the whole number was printed with
    (0 after a decimal mark and for number words), `turn` is +1 behind words of growth and -1 behind those of a fall, `digits` how many digits it was printed with, without the zeros in
    front. `start` and `end` delimit the number, its scale and its unit in `text`, without hedge and verb.
    """

    text: str
    value: Fraction
    quantum: Fraction
    unit: str = ""
    hedge: Hedge = Hedge.EXACT
    high: Fraction | None = None
    zeros: int = 0
    digits: int = 1
    sense: Sense = Sense.NONE
    annual: bool = False
    turn: int = field(default=0, compare=False)
    start: int = 0
    end: int = 0
