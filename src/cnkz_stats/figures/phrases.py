"""Numbers with their units: what a printed figure says before the words around it are asked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from cnkz_stats.figures.figure import ORDINAL, PERCENT, TIMES, Hedge, Sense
from cnkz_stats.figures.lexer import Token
from cnkz_stats.figures.numerals import Number, number_at

_YEARS = range(1900, 2101)
_WORD_QUANTUM = Fraction(1, 20)
"""A third or half in words is rounded to about five hundredths."""
_GAP = 3
_GAP_HAN = 8
_TOTAL = 100
"""From here on an ordinal with a noun is a total: the 6,500th train."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A number and its unit in tokens `first` to `last`, both included; `unit` None marks a date, which is no figure."""

    first: int
    last: int
    value: Fraction
    quantum: Fraction
    unit: str | None
    high: Fraction | None = None
    zeros: int = 0
    digits: int = 1
    hedge: Hedge | None = None
    sense: Sense = Sense.NONE
    superlative: bool = False


@dataclass(frozen=True, slots=True)
class _Unit:
    code: str
    factor: Fraction
    last: int
    sense: Sense = Sense.NONE
    hedge: Hedge | None = None


def phrases(tokens: Sequence[Token], lang: str) -> Iterator[Phrase]:
    """Numbers with their units, and dates, in the order of the text."""
    grammar = _Grammar(tokens, lang)
    at = 0
    while at < len(tokens):
        phrase = grammar.phrase(at)
        if phrase is None:
            at += 1
        else:
            yield phrase
            at = phrase.last + 1


class _Grammar:
    def __init__(self, tokens: Sequence[Token], lang: str) -> None:
        self._tokens, self._lang = tokens, lang

    def phrase(self, at: int) -> Phrase | None:
        token = self._tokens[at]
        word = token.word
        if word.multiple is not None:
            return Phrase(at, at, word.multiple, Fraction(1), TIMES, sense=Sense.RATIO)
        number = number_at(self._tokens, at, self._lang)
        if number is not None:
            return self._numbered(number)
        if word.share is not None and not (word.ordinal is not None and not self._role(at + 1, "of")):
            return Phrase(at, at, word.share, _WORD_QUANTUM, PERCENT)
        if word.ordinal is not None:
            return self._ordinal(at, at, word.ordinal)
        if "superlative" in word.roles:
            return Phrase(at, at, Fraction(1), Fraction(1), ORDINAL, superlative=True)
        return None

    def _at(self, at: int) -> Token | None:
        return self._tokens[at] if 0 <= at < len(self._tokens) else None

    def _role(self, at: int, *roles: str) -> bool:
        token = self._at(at)
        return token is not None and not token.word.roles.isdisjoint(roles)

    def _glued(self, left: int, right: int) -> bool:
        one, two = self._at(left), self._at(right)
        return one is not None and two is not None and one.end == two.start

    def _numbered(self, number: Number) -> Phrase | None:
        if self._is_name(number):
            return None
        date = self._date(number)
        if date is not None:
            return date
        special = self._fraction(number) or self._nth(number)
        if special is not None:
            return special
        if self._is_syllable(number):
            return None
        return self._measured(number)

    def _is_name(self, number: Number) -> bool:
        """G20, X8157 and 5G are names, not numbers."""
        before, after = self._at(number.first - 1), self._at(number.last + 1)
        if not self._tokens[number.first].digits:
            return False
        glued_before = before is not None and self._glued(number.first - 1, number.first) and _is_letters(before)
        glued_after = after is not None and self._glued(number.last, number.last + 1) and _is_letters(after)
        return (glued_before and not (before and before.known)) or (glued_after and not (after and after.known))

    def _is_syllable(self, number: Number) -> bool:
        """A single Chinese numeral inside running words is no number unless something is counted."""
        token = self._tokens[number.first]
        if self._lang != "zh" or token.digits or number.last > number.first or len(self._tokens) == 1:
            return False
        return self._unit(number.last + 1, "").last <= number.last

    def _date(self, number: Number) -> Phrase | None:
        last, after = number.last, number.last + 1
        if not number.printed:
            return None
        if self._role(after, "dash", "slash", "range"):
            second = number_at(self._tokens, after + 1, self._lang)
            if second is not None and (_is_years(number, second) or self._is_dated(second)):
                last = second.last
                return self._dated(number.first, last)
        if self._is_dated(number):
            return self._dated(number.first, last)
        return None

    def _dated(self, first: int, last: int) -> Phrase:
        while self._role(last + 1, "dated", "month"):
            last += 1
        return Phrase(first, last, Fraction(0), Fraction(1), None)

    def _is_dated(self, number: Number) -> bool:
        year = number.printed.isdigit() and len(number.printed) == 4 and int(number.printed) in _YEARS
        before, after = number.first - 1, number.last + 1
        following = self._at(after)
        if self._role(after, "month") or (self._role(before, "month") and self._lang != "ru"):
            return number.printed != ""
        if self._role(after, "dated"):
            return year or (self._lang == "zh" and following is not None and not following.word.unit)
        return year and self._role(before, "dating") and self._unit(after, "").last < after

    def _fraction(self, number: Number) -> Phrase | None:
        after = number.last + 1
        following = self._at(after)
        if following is None:
            return None
        if self._role(after, "over", "slash"):
            second = number_at(self._tokens, after + 1, self._lang)
            if second is not None and second.value:
                top, bottom = (second, number) if self._role(after, "over") else (number, second)
                if 0 < top.value < bottom.value <= 20:
                    return Phrase(number.first, second.last, top.value / bottom.value, _WORD_QUANTUM, PERCENT)
            return None
        if self._role(after, "dash"):
            after += 1
            following = self._at(after)
        if following is not None and following.word.share is not None and number.value < 10:
            return Phrase(number.first, after, number.value * following.word.share, _WORD_QUANTUM, PERCENT)
        return None

    def _nth(self, number: Number) -> Phrase | None:
        if self._role(number.first - 1, "nth"):
            return self._ordinal(number.first - 1, number.last, number.value)
        after = number.last + 1
        if self._role(after, "dash") and self._glued(number.last, after):
            after += 1
        if self._role(after, "ending") and self._glued(after - 1, after) and number.printed:
            return self._ordinal(number.first, after, number.value)
        return None

    def _ordinal(self, first: int, last: int, value: Fraction) -> Phrase | None:
        if self._role(last + 1, "period"):
            return None
        if value >= _TOTAL:
            unit = self._unit(last + 1, "")
            if unit.code:
                return Phrase(first, unit.last, value, Fraction(1), unit.code, digits=len(str(value)))
        skip = last + 1 if self._role(last + 1, "dash") else last
        if self._role(skip + 1, "superlative"):
            last = skip + 1
        return Phrase(first, last, value, Fraction(1), ORDINAL, digits=len(str(value)))

    def _measured(self, number: Number) -> Phrase:
        first, before = number.first, self._at(number.first - 1)
        if before is not None and before.text in {"-", "+"}:
            before = self._at(number.first - 2)
        code, factor = "", Fraction(1)
        if before is not None and before.word.unit and not before.word.counted and not before.word.measure:
            code, factor = before.word.unit, before.word.factor
            first = number.first - 1
        unit = self._unit(number.last + 1, code)
        if not code:
            code, factor = unit.code, unit.factor
        phrase = Phrase(
            first,
            max(unit.last, number.last),
            number.value * factor,
            number.quantum * factor,
            code,
            zeros=number.zeros,
            digits=number.digits,
            hedge=unit.hedge or number.hedge,
            sense=unit.sense,
        )
        return self._ranged(number, phrase) or phrase

    def _ranged(self, number: Number, phrase: Phrase) -> Phrase | None:
        joiner = phrase.last + 1
        if not self._role(joiner, "range") or not self._joins(phrase.first, joiner):
            return None
        start = joiner + 1
        money = self._at(start)
        if money is not None and money.word.unit == phrase.unit and phrase.unit:
            start += 1
        second = number_at(self._tokens, start, self._lang)
        if second is None:
            return None
        upper = self._measured(second) if start == joiner + 1 else self._measured(second)
        if upper.high is not None or (phrase.unit and upper.unit and upper.unit != phrase.unit):
            return None
        own = Fraction(1)
        if number.scale == 1 and phrase.last == number.last:
            own = second.scale
        if not phrase.unit and upper.unit:
            own *= upper.value / second.value if second.value else 1
            own /= 1
            own = own if number.scale != 1 else second.scale * (upper.value / second.value if second.value else 1)
        low, quantum = phrase.value * own, phrase.quantum * own
        if not low < upper.value:
            return None
        finer = phrase if quantum <= upper.quantum else upper
        return replace(
            upper,
            first=phrase.first,
            value=low,
            high=upper.value,
            quantum=min(quantum, upper.quantum),
            zeros=finer.zeros,
            digits=max(phrase.digits, upper.digits),
            unit=upper.unit or phrase.unit,
        )

    def _joins(self, first: int, joiner: int) -> bool:
        """Whether the word between two numbers makes them one range; "from A to B" is two figures."""
        token = self._tokens[joiner]
        if token.text in {"-", "~"}:
            return True
        if self._role(first - 1, "between"):
            return True
        return token.text in {"to", "至", "到"} and not self._role(first - 1, "from")

    def _unit(self, at: int, prefix: str) -> _Unit:
        return _UnitSearch(self._tokens, self._lang, at, prefix).found()


def _is_letters(token: Token) -> bool:
    return token.text[0].isalpha() and token.text[0] < "\u3400"


def _is_years(one: Number, two: Number) -> bool:
    """2012-13, 2019/20 or 2019-2021."""
    if not (one.printed.isdigit() and len(one.printed) == 4 and int(one.printed) in _YEARS and two.printed.isdigit()):
        return False
    if len(two.printed) == 2:
        return int(two.printed) > int(one.printed) % 100
    return len(two.printed) == 4 and int(two.printed) in _YEARS


class _UnitSearch:
    """Looks for the unit behind a number, past hedges, case endings and the adjectives of a counted noun."""

    def __init__(self, tokens: Sequence[Token], lang: str, at: int, prefix: str) -> None:
        self._tokens, self._lang, self._at, self._prefix = tokens, lang, at, prefix
        self._unit = _Unit("", Fraction(1), at - 1)
        self._hedge: Hedge | None = None
        self._gap = 0

    def found(self) -> _Unit:
        while self._at < len(self._tokens) and self._step(self._tokens[self._at]):
            self._at += 1
        return replace(self._unit, hedge=self._hedge)

    def _step(self, token: Token) -> bool:
        """Whether to look further."""
        word = token.word
        if self._prefix:
            if word.unit == self._prefix:
                self._take(token)
            return False
        if word.unit:
            return self._is_unit(token)
        if word.after is not None and not self._gap and "plus" not in word.roles:
            self._hedge = word.after
            return True
        if token.text == "-":
            return self._hyphen()
        if token.text == ".":
            following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
            return following is not None and bool(following.word.unit) and not following.word.counted
        return self._adjective(token)

    def _is_unit(self, token: Token) -> bool:
        word = token.word
        if word.measure:
            if self._gap:
                return False
            self._take(token)
            return True
        if not word.counted and self._gap:
            return False
        self._take(token)
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        if word.counted and self._lang != "ru" and following is not None and following.word.counted:
            return True
        return False

    def _take(self, token: Token) -> None:
        word = token.word
        self._unit = _Unit(word.unit, word.factor, self._at, word.sense or Sense.NONE)

    def _hyphen(self) -> bool:
        """A hyphen before a unit (100-fold) or with the case ending of a number in digits (300-ден)."""
        tokens, at = self._tokens, self._at
        if at + 1 >= len(tokens) or tokens[at - 1].end != tokens[at].start or tokens[at].end != tokens[at + 1].start:
            return False
        following = tokens[at + 1]
        if following.word.unit:
            return True
        if self._lang not in {"ru", "kk"} or not following.text.isalpha():
            return False
        if self._lang == "kk" and following.text[:3] in {"дай", "дей", "тай", "тей"}:
            self._hedge = Hedge.ABOUT
        self._at += 1
        return True

    def _adjective(self, token: Token) -> bool:
        if token.known or not token.text[0].isalpha() or (self._unit.code and not self._unit_is_measure):
            return False
        self._gap += len(token.text) if self._lang == "zh" else 1
        return self._gap <= (_GAP_HAN if self._lang == "zh" else _GAP)

    @property
    def _unit_is_measure(self) -> bool:
        return self._tokens[self._unit.last].word.measure
