"""Numbers joined to one range, and numbers that share a scale or a unit printed once for all of them."""

from collections.abc import Callable
from fractions import Fraction

from cnkz_stats.figures.lexer import Tokens
from cnkz_stats.figures.numerals import Number, number_at
from cnkz_stats.figures.phrase import Phrase

_LIST = 4
"""So many numbers of a list may stand before the last one."""
_OTHER_SIZE = 100
"""A number that would be so many times the next one does not share its scale: from 900 to 1.2 million."""


class Joined:
    """Reads what joins a number to the ones behind it; `measured` reads the unit of each."""

    def __init__(self, tokens: Tokens, lang: str, measured: Callable[[Number], Phrase]) -> None:
        self._tokens, self._lang, self._measured = tokens, lang, measured

    def ranged(self, number: Number, lower: Phrase) -> Phrase | None:
        """The range that the number starts: 4,5-5 млрд, 45 to 50 million tons, between $5 and $6 billion."""
        joiner = self._joiner(number, lower)
        if not self._joins(lower, joiner):
            return None
        start = joiner + 1 + self._tokens.word(joiner + 1).prefix
        second = number_at(self._tokens, start, self._lang)
        if second is None:
            return None
        upper = self._measured(second)
        if lower.unit and lower.unit != upper.unit and (upper.unit or lower.first == number.first):
            return None
        factor = Fraction(1) if lower.unit else upper.factor
        if number.scale == 1 and lower.last == number.last:
            factor *= second.scale
        low = lower.value * factor
        if low >= upper.value:
            return None
        ends = ((lower, lower.quantum * factor), (upper, upper.quantum))
        quantum = min(place for _, place in ends)
        return upper._replace(
            first=lower.first,
            value=low,
            high=upper.value,
            quantum=quantum,
            zeros=min(end.zeros for end, place in ends if place == quantum),
            digits=max(lower.digits, upper.digits),
            unit=upper.unit or lower.unit,
        )

    def sharing(self, number: Number, lower: Phrase) -> Phrase:
        """The number as it stands, or with the scale and unit printed once for both: from 5 to 6 million, 8 and 42 %."""
        joiner = self._joiner(number, lower)
        if not lower.unit and number.scale == 1 and self._tokens.text(joiner) == ",":
            return self._listed(lower, joiner)
        if lower.unit or not self._shares(lower, joiner):
            return lower
        second = number_at(self._tokens, joiner + 1, self._lang)
        if second is None or (number.scale > 1 and second.scale == 1):
            return lower
        return _scaled(lower, self._measured(second), second.scale if number.scale == 1 else Fraction(1))

    def _listed(self, lower: Phrase, comma: int) -> Phrase:
        """A number of a list that ends in "and", with the unit printed behind its last one: 71, 32 and 93 percent."""
        for _ in range(_LIST):
            number = (
                None if self._tokens.touches_next(comma) else number_at(self._tokens, comma + 1, self._lang)
            )
            if number is None:
                return lower
            comma = number.last + 1
            if self._tokens.text(comma) != ",":
                break
        last = number_at(self._tokens, comma + 1, self._lang) if self._tokens.has(comma, "and") else None
        if last is None:
            return lower
        upper = self._measured(last)
        return _scaled(lower, upper, last.scale) if upper.unit or last.scale != 1 else lower

    def _joiner(self, number: Number, lower: Phrase) -> int:
        """The place of what may join a number to the next one, past the dot of its abbreviated scale: 4 млрд.-5 млрд."""
        behind = lower.last + 1
        return behind + (number.scale > 1 and self._tokens.text(behind) == ".")

    def _shares(self, lower: Phrase, joiner: int) -> bool:
        """Whether the word between two numbers lets them share what is printed once: "8 and 42 %", "from 5 to 6 million"."""
        ranged = self._tokens.has(joiner, "range") and self._tokens.has(lower.first - 1, "from")
        return ranged or self._tokens.has(joiner, "and")

    def _joins(self, lower: Phrase, joiner: int) -> bool:
        """Whether the word between two numbers makes them one range; "from A to B" and "by A t to B t" are two figures."""
        first = lower.first
        if not self._tokens.has(joiner, "range"):
            return False
        if self._tokens.text(joiner) in {"-", "~"} or self._tokens.has(first - 1, "between"):
            return True
        if lower.unit and self._tokens.has(first - 1, "by"):
            return False
        return self._tokens.has(joiner, "between_numbers") and not self._tokens.has(first - 1, "from")


def _scaled(lower: Phrase, upper: Phrase, scale: Fraction) -> Phrase:
    """A number with the scale and unit of a later one, or as it stands if it would be of another size."""
    factor = scale * upper.factor
    if lower.value * factor > upper.value * _OTHER_SIZE:
        return lower
    return lower._replace(value=lower.value * factor, quantum=lower.quantum * factor, unit=upper.unit)
