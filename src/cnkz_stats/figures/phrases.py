"""Numbers with their units: what a printed figure says before the words around it are asked."""

from collections.abc import Iterator
from fractions import Fraction

from cnkz_stats.figures.dates import date_at
from cnkz_stats.figures.digits import digits_of, final_zeros, read_digits
from cnkz_stats.figures.figure import ORDINAL, PERCENT, TIMES, Sense
from cnkz_stats.figures.joined import Joined
from cnkz_stats.figures.lexer import NOTHING, Tokens
from cnkz_stats.figures.numerals import Number, number_at
from cnkz_stats.figures.phrase import Phrase
from cnkz_stats.figures.units import Unit, unit_behind

_WORD_QUANTUM = Fraction(1, 20)
"""A third or half in words is rounded to about five hundredths."""
_TOTAL = 100
"""From here on an ordinal with a noun is a total: the 6,500th train."""
_THOUSAND = 1000
_HEDGED = 5
"""So many words before a number hold its preposition: более чем в 30 раз."""
_OFTEN = 2000
"""Nothing grows so many times: 53,6 тыс. раз are trips."""
_NOTHING, _TENTH = Fraction(0), Fraction(1, 10)


def phrases(tokens: Tokens, lang: str) -> Iterator[Phrase]:
    """Numbers with their units, and dates, in the order of the text."""
    grammar = _Grammar(tokens, lang)
    at = 0
    while at < len(tokens):
        token = tokens[at]
        phrase = grammar.phrase(at) if token.digits or token.word.counts else None
        if phrase is None:
            at += 1
        else:
            yield phrase
            grammar.floor = at = phrase.last + 1


class _Grammar:
    """Reads phrases one by one; tokens before `floor` belong to earlier ones."""

    def __init__(self, tokens: Tokens, lang: str) -> None:
        self._tokens, self._lang = tokens, lang
        self._joined = Joined(tokens, lang, self._measured)
        self.floor = 0

    def phrase(self, at: int) -> Phrase | None:
        word = self._tokens[at].word
        if word.multiple is not None:
            return Phrase(
                at, at, word.multiple, _rough(word.multiple), TIMES, hedge=word.before, sense=Sense.RATIO
            )
        number = number_at(self._tokens, at, self._lang)
        if number is not None:
            return self._numbered(number)
        is_part = word.ordinal is None or self._tokens.has(at + 1, "of")
        if word.share is not None and is_part and not self._is_compound(at):
            part = Phrase(at, at, word.share, _WORD_QUANTUM, PERCENT)
            return self._part_of_scale(at, word.share) or part
        if word.ordinal is not None:
            return self._ordinal(at, at, word.ordinal)
        if "superlative" in word.roles:
            return Phrase(at, at, Fraction(1), Fraction(1), ORDINAL, superlative=True)
        return None

    def _is_compound(self, at: int) -> bool:
        """Whether a hyphen joins a word for a part to a noun: a third-year student."""
        joined = self._tokens.text(at + 1) == "-" and self._tokens.touches_next(at)
        behind = self._tokens.word(at + 2)
        return joined and self._tokens.text(at + 2).isalpha() and not (behind.scale or behind.number)

    def _part_of_scale(self, at: int, share: Fraction) -> Phrase | None:
        """A quarter of a million tons, четверть миллиона тонн."""
        behind = at + 1 + self._tokens.has(at + 1, "of")
        word = self._tokens.word(behind)
        size = word.scale or word.number or _NOTHING
        if size < _THOUSAND or (word.scale is None and self._tokens[behind].digits):
            return None
        value = size * share
        return self._measured(Number(value, value, 0, at, behind, scale=size))

    def _numbered(self, number: Number) -> Phrase | None:
        if self._is_name(number):
            return None
        last = date_at(self._tokens, number, self._lang)
        if last is not None:
            return Phrase(number.first, last, Fraction(0), Fraction(1), None)
        special = self._fraction(number) or self._nth(number)
        if special is not None:
            return special
        if self._is_syllable(number):
            return None
        measured = self._measured(number)
        return self._joined.ranged(number, measured) or self._joined.sharing(number, measured)

    def _is_name(self, number: Number) -> bool:
        """G20, X8157, 5G and COVID-19 are names, not numbers; 100m could be metres or millions."""
        before, after = number.first - 1, number.last + 1
        if not number.printed:
            return False
        if self._tokens.touches_next(before):
            hyphen = self._tokens.text(before) == "-" and self._tokens.touches_next(before - 1)
            if _is_letters(self._tokens, before - hyphen):
                return True
        if not self._tokens.touches_next(number.last):
            return False
        if self._tokens.word(after).scale is not None and len(self._tokens.text(after)) == 1:
            return self._lang != "zh"
        hyphen = self._tokens.text(after) == "-" and self._tokens.touches_next(after)
        return _is_letters(self._tokens, after + hyphen) and not (hyphen and self._lang == "kk")

    def _is_syllable(self, number: Number) -> bool:
        """A single Chinese numeral inside running words is no number unless something is counted."""
        token = self._tokens[number.first]
        if self._lang != "zh" or token.digits or number.last > number.first or len(self._tokens) == 1:
            return False
        if self._tokens.word(number.first - 1).prefix:
            return False
        return (
            token.text[0] >= "\u3400" and unit_behind(self._tokens, number.last + 1, "zh").last <= number.last
        )

    def _fraction(self, number: Number) -> Phrase | None:
        """三分之一, 1/2, two thirds."""
        after = number.last + 1
        if self._tokens.has(after, "over", "slash"):
            second = number_at(self._tokens, after + 1, self._lang)
            if second is None:
                return None
            top, bottom = (second, number) if self._tokens.has(after, "over") else (number, second)
            if not 0 < top.value < bottom.value <= 10:
                return None
            return Phrase(number.first, second.last, top.value / bottom.value, _WORD_QUANTUM, PERCENT)
        after += self._tokens.text(after) == "-"
        share = self._tokens.word(after).share
        if share is None or not 0 < number.value < 10:
            return None
        return Phrase(number.first, after, number.value * share, _WORD_QUANTUM, PERCENT)

    def _nth(self, number: Number) -> Phrase | None:
        """第10万标箱, No. 1, the 6,500th train, 1000-й поезд."""
        before = number.first - 1
        before -= self._tokens.text(before) == "."
        if self._tokens.has(before, "nth") and "," not in number.printed:
            return self._ordinal(before, number.last, number.value)
        after = number.last + 1
        after += self._tokens.text(after) == "-"
        if number.printed and self._tokens.has(after, "ending") and self._tokens.touches_next(after - 1):
            return self._ordinal(number.first, after, number.value)
        return None

    def _ordinal(self, first: int, last: int, value: Fraction) -> Phrase | None:
        if self._tokens.has(last + 1, "period"):
            return None
        unit = unit_behind(self._tokens, last + 1, self._lang) if value >= _TOTAL else Unit(last)
        if not unit.code:
            behind = last + 1 + (self._tokens.text(last + 1) == "-")
            unit = Unit(behind if self._tokens.has(behind, "superlative") else last, ORDINAL)
        digits = digits_of(value, Fraction(1))
        return Phrase(first, unit.last, value, Fraction(1), unit.code, digits=digits)

    def _measured(self, number: Number) -> Phrase:
        front = number.first - 1
        front -= self._tokens.text(front) in {"-", "+"}
        word = self._tokens.word(front) if front >= self.floor else NOTHING
        unit = unit_behind(self._tokens, number.last + 1, self._lang, word.unit if word.prefix else "")
        first = number.first
        if word.prefix:
            first, unit = front, Unit(unit.last, word.unit, word.factor)
        elif not unit.code and self._is_multiplied(number.first - 1):
            unit = Unit(unit.last, TIMES, sense=Sense.RATIO)
        if unit.code == TIMES and number.value >= _OFTEN:
            unit = unit._replace(code="trips", sense=Sense.NONE)
        elif unit.code == TIMES and self._is_count(number, unit.last):
            unit = unit._replace(code="occasions", sense=Sense.NONE)
        if unit.counted and number.value.denominator > 1 and number.scale == 1:
            number = _whole(number)
        return self._refined(
            Phrase(
                first=first,
                last=max(unit.last, number.last),
                value=_times(number.value, unit.factor),
                quantum=_times(number.quantum, unit.factor),
                unit=unit.code,
                zeros=number.zeros,
                digits=digits_of(number.value, number.quantum),
                factor=unit.factor,
                hedge=unit.hedge or number.hedge,
                sense=unit.sense,
            )
        )

    def _is_multiplied(self, at: int) -> bool:
        """Whether a number is said to be a factor, but for its hedge: multiplied by more than 110."""
        while self._tokens.word(at).before is not None:
            at -= 1
        return self._tokens.has(at, "multiplied")

    def _is_count(self, number: Number, last: int) -> bool:
        """Whether so often something was done: скачан 1875 раз; what grew did so в 1875 раз."""
        before = {self._tokens.text(number.first - back) for back in range(1, _HEDGED)} - {""}
        often = number.value >= _TOTAL and self._tokens.text(last) in {"раз", "раза"}
        return often and bool(before) and not {"в", "во"} & before

    def _refined(self, phrase: Phrase) -> Phrase:
        """四成半, 七成六, 两倍半: what Chinese prints behind the unit; 75折 are hundredths, 9折 tenths."""
        if self._lang != "zh":
            return phrase
        tenths = phrase.factor == _TENTH and phrase.unit == PERCENT
        if tenths and phrase.value > 1:
            return phrase._replace(value=phrase.value / 10, quantum=phrase.quantum / 10)
        behind = self._tokens.word(phrase.last + 1)
        extra = behind.number if tenths and behind.number else None
        quantum = phrase.factor / 10
        if "half" in behind.roles and phrase.unit in {PERCENT, TIMES}:
            extra, quantum = Fraction(5), phrase.factor / 2
        if extra is None:
            return phrase
        value = phrase.value + extra * phrase.factor / 10
        return phrase._replace(
            last=phrase.last + 1,
            value=value,
            quantum=quantum,
            zeros=0,
            digits=digits_of(value, quantum),
        )


def _times(value: Fraction, factor: Fraction) -> Fraction:
    """The product; of most units the factor is 1."""
    return value if factor == 1 else value * factor


def _rough(multiple: Fraction) -> Fraction:
    """Place value of a multiple in words: a unit, for a half what the reciprocal of two leaves open."""
    return Fraction(1) if multiple >= 1 else multiple**2 / (1 - multiple / 2)


def _whole(number: Number) -> Number:
    """Things are counted in whole numbers, so that in "1,500 человек" the comma separates thousands."""
    read = read_digits(number.printed, "en") if number.printed else None
    if read is None or read[1] != 1:
        return number
    return number._replace(value=read[0], quantum=read[1], zeros=final_zeros(*read))


def _is_letters(tokens: Tokens, at: int) -> bool:
    """Whether an unknown word of letters, not of Chinese characters, stands there."""
    text = tokens.text(at)
    return text[:1].isalpha() and text[0] < "\u3400" and tokens.word(at) is NOTHING
