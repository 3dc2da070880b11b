"""Numbers in digits, in words and in both: their value, and how finely they were printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.lexer import Token

_COMMA_GROUPS = frozenset({"en", "zh"})
_LONGEST = 40
"""Digits of a number that anybody prints; a longer run is no figure."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number with its scale words, in tokens `first` to `last`, both included.

    `quantum`, `zeros` and `digits` are those of `Figure`. `hedge` is one printed inside the number (三十万多亿), `scale`
    is what the scale words multiply the digits by, `printed` is the digits alone if there is nothing else.
    """

    value: Fraction
    quantum: Fraction
    zeros: int
    digits: int
    first: int
    last: int
    hedge: Hedge | None = None
    scale: Fraction = Fraction(1)
    printed: str = ""


@dataclass(slots=True)
class _Part:
    value: Fraction
    quantum: Fraction


def read_digits(printed: str, lang: str) -> tuple[Fraction, Fraction] | None:
    """Value and place of the last digit of a number in digits; `None` if its marks have no meaning.

    A comma between groups of three is a thousands mark in English and Chinese, a decimal mark in Russian and Kazakh
    unless only zeros follow it; a single point is a decimal mark everywhere.

    >>> read_digits("7,349", "en"), read_digits("7,349", "ru")
    ((Fraction(7349, 1), Fraction(1, 1)), (Fraction(7349, 1000), Fraction(1, 1000)))
    """
    if len(printed) > _LONGEST:
        return None
    bare = printed.replace(" ", "")
    marks = [sign for sign in bare if not sign.isdigit()]
    whole, decimals = bare, ""
    if marks and not _is_thousands_mark(bare, marks, lang):
        whole, _, decimals = bare.rpartition(marks.pop())
        if not whole or len(decimals) == 0:
            return None
    groups = whole.replace("'", ",").replace(".", ",").split(",")
    if len(set(marks)) > 1 or (len(groups) > 1 and not _in_groups(groups)):
        return None
    quantum = Fraction(1, 10 ** len(decimals))
    return Fraction(int("".join(groups) + decimals)) * quantum, quantum


def _is_thousands_mark(bare: str, marks: list[str], lang: str) -> bool:
    """Whether the last mark separates thousands: repeated, or one that the language uses so before three digits."""
    last = marks[-1]
    head, _, tail = bare.rpartition(last)
    if last == "'" or marks.count(last) > 1:
        return True
    if len(marks) > 1 or len(tail) != 3 or head.startswith("0") or len(head) > 3:
        return False
    return last == "," and (lang in _COMMA_GROUPS or tail == "000")


def _in_groups(groups: list[str]) -> bool:
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])


def number_at(tokens: Sequence[Token], at: int, lang: str) -> Number | None:
    """The longest number that starts at a token, or `None`."""
    return _Reading(tokens, at, lang).number()


class _Reading:
    """Reads one number word by word: parts that are added, each multiplied by the scales that follow it."""

    def __init__(self, tokens: Sequence[Token], at: int, lang: str) -> None:
        self._tokens, self._first, self._lang = tokens, at, lang
        self._parts: list[_Part] = []
        self._room: Fraction | None = None
        self._at = self._last = at
        self._zeros = 0
        self._scaled = self._worded = False
        self._scale = Fraction(1)
        self._hedge: Hedge | None = None

    def number(self) -> Number | None:
        while self._at < len(self._tokens) and self._step(self._tokens[self._at]):
            self._last = self._at
            self._at += 1
        if not self._parts:
            return None
        value = sum((part.value for part in self._parts), Fraction(0))
        quantum = self._parts[-1].quantum
        first = self._tokens[self._first]
        return Number(
            value,
            quantum,
            0 if self._worded else self._zeros,
            max(len(str(int(value / quantum))), 1),
            self._first,
            self._last,
            self._hedge,
            self._scale,
            first.digits if self._first == self._last else "",
        )

    def _step(self, token: Token) -> bool:
        if token.digits:
            return self._digits(token)
        word = token.word
        if word.number is not None and self._adds(word.number):
            return True
        if word.scale is not None and self._scales(token):
            return True
        return bool(self._parts) and self._small_word(token)

    def _digits(self, token: Token) -> bool:
        read = read_digits(token.digits, self._lang)
        if read is None or (self._parts and not self._may_go_on(token, read[0])):
            return False
        value, quantum = read
        if quantum == 1 and value:
            printed = str(value.numerator)
            self._zeros = len(printed) - len(printed.rstrip("0"))
        else:
            self._zeros = 0
        self._parts.append(_Part(value, quantum))
        self._room = Fraction(0)
        return True

    def _may_go_on(self, token: Token, value: Fraction) -> bool:
        """Digits after a scale word belong to the number in 3万6622, and before a smaller scale in "2 млн 492 мың"."""
        if self._room is None or value >= self._room or not self._scaled:
            return False
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        if following is not None and following.word.scale is not None:
            return following.word.scale < self._room
        return self._lang == "zh" and self._tokens[self._at - 1].end == token.start

    def _adds(self, value: Fraction) -> bool:
        if self._room is not None and (value >= self._room or (value == 0 and self._lang != "zh")):
            return False
        if self._room is None or value:
            self._parts.append(_Part(value, _grain(value)))
            self._room = _room(value, self._lang)
        self._worded = True
        return True

    def _scales(self, token: Token) -> bool:
        scale = token.word.scale
        assert scale is not None
        if len(token.text) == 1 and token.text.isascii() and not self._is_glued(token):
            return False
        if not self._parts:
            if not self._stands_alone(token):
                return False
            self._parts.append(_Part(Fraction(1), Fraction(1)))
            self._worded = True
        elif scale == 10 and self._scaled and self._room and self._room > scale:
            self._parts.append(_Part(Fraction(1), Fraction(1)))
        part = self._parts.pop()
        while self._parts and self._parts[-1].value < scale:
            part = _Part(part.value + self._parts.pop().value, part.quantum)
        self._parts.append(_Part(part.value * scale, part.quantum * scale))
        self._room, self._scaled = scale, True
        self._scale *= scale
        return True

    def _stands_alone(self, token: Token) -> bool:
        """Ten in Chinese and a thousand in Kazakh need no "one" in front."""
        return (self._lang == "zh" and token.word.scale == 10) or (self._lang == "kk" and len(token.text) > 2)

    def _is_glued(self, token: Token) -> bool:
        """A single letter is a scale only right behind the digits of a sum, or before a unit: $20b, 5m tonnes."""
        before = self._tokens[self._first - 1].word.unit if self._first else ""
        after = self._tokens[self._at + 1].word.unit if self._at + 1 < len(self._tokens) else ""
        return self._tokens[self._at - 1].end == token.start and bool(self._parts) and bool(before or after)

    def _small_word(self, token: Token) -> bool:
        following = self._tokens[self._at + 1] if self._at + 1 < len(self._tokens) else None
        if "half" in token.word.roles and (self._lang != "zh" or self._scaled):
            part = self._parts[-1]
            self._parts[-1] = _Part(part.value + part.quantum / 2, part.quantum / 2)
            self._worded = True
            return True
        if following is None:
            return False
        if "decimal" in token.word.roles and self._decimals(following):
            return True
        if token.word.after is not None and following.word.scale is not None and self._lang == "zh":
            self._hedge = token.word.after
            return True
        if {"and", "dash"} & token.word.roles and self._worded and not self._parts[-1].value % 10:
            return following.word.number is not None and 0 < following.word.number < (self._room or 0)
        return token.text in {".", "-"} and following.word.scale is not None

    def _decimals(self, following: Token) -> bool:
        printed = following.digits or (
            str(following.word.number) if following.word.number is not None and following.word.number < 10 else ""
        )
        if not printed.isdigit() or self._parts[-1].quantum != 1:
            return False
        quantum = Fraction(1, 10 ** len(printed))
        self._parts[-1] = _Part(self._parts[-1].value + int(printed) * quantum, quantum)
        self._room = Fraction(0)
        self._at += 1
        return True


def _grain(value: Fraction) -> Fraction:
    """Place value of a number word: hundreds, thousands and millions are the unit of their own, tens are exact."""
    if value.denominator > 1:
        return Fraction(1, value.denominator)
    grain = 1
    while grain * 10 <= value and value % (grain * 10) == 0:
        grain *= 10
    return Fraction(grain if grain > 10 else 1)


def _room(value: Fraction, lang: str) -> Fraction:
    """What may still be added is smaller than this: a hundred takes 99, twenty 9, ten only in Kazakh, five nothing."""
    if value >= 100:
        return _grain(value)
    return Fraction(10 if value % 10 == 0 and (value > 10 or lang == "kk") else 0)
