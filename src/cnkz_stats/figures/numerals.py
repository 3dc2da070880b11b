"""Numbers in words, in digits with words, and in digits alone, read word by word."""

from fractions import Fraction
from functools import lru_cache
from typing import NamedTuple

from cnkz_stats.figures.digits import final_zeros, read_digits
from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.lexer import LIKE, Token, Tokens

_NO_ROOM, _ONE = Fraction(0), Fraction(1)
_MARKS = frozenset(".,-")
_INSIDE = frozenset({"half", "decimal"})
"""Signs and roles of words that a number in digits may go on with."""
_MOST_WORDS = 40
"""Words of a number that anybody prints."""


class Number(NamedTuple):
    """A number with its scale words, in tokens `first` to `last`, both included.

    `quantum` and `zeros` are those of `Figure`. `hedge` is one printed inside the number (三十万多亿), `scale`
    is what the scale words multiply the digits by, `printed` is the digits alone if there is nothing else.
    """

    value: Fraction
    quantum: Fraction
    zeros: int
    first: int
    last: int
    hedge: Hedge | None = None
    scale: Fraction = Fraction(1)
    printed: str = ""


def number_at(tokens: Tokens, at: int, lang: str) -> Number | None:
    """The longest number that starts at a token, or `None`."""
    if at >= len(tokens):
        return None
    token = tokens[at]
    if not token.digits and token.word.number is None and token.word.scale is None:
        return None
    if token.digits and _ends_number(tokens, at + 1):
        return _in_digits(token, at, lang)
    return _Reading(tokens, at, lang).number()


def _ends_number(tokens: Tokens, at: int) -> bool:
    """Whether a token behind digits is one of those that cannot go on with the number."""
    if at == len(tokens):
        return True
    token, following = tokens[at], tokens.word(at + 1)
    word = token.word
    if token.digits or token.text in _MARKS or word.number is not None or word.scale is not None:
        return False
    return following.scale is None and word.roles.isdisjoint(_INSIDE)


def _in_digits(token: Token, at: int, lang: str) -> Number | None:
    """A number in digits alone."""
    read = read_digits(token.digits, lang)
    if read is None:
        return None
    value, quantum = read
    return Number(value, quantum, final_zeros(value, quantum), at, at, printed=token.digits)


class _Part(NamedTuple):
    """A part of a number, and the place value of what was printed last of it."""

    value: Fraction
    quantum: Fraction


class _Reading:
    """Reads one number word by word: parts that are added, each multiplied by the scales that follow it.

    `_room` is what a further part must stay below, `None` before the first one.
    """

    def __init__(self, tokens: Tokens, at: int, lang: str) -> None:
        self._tokens, self._lang = tokens, lang
        self._first = self._at = at
        self._parts: list[_Part] = []
        self._room: Fraction | None = None
        self._zeros = 0
        self._worded = False
        self._scale = _ONE
        self._hedge: Hedge | None = None

    def number(self) -> Number | None:
        end = min(len(self._tokens), self._first + _MOST_WORDS)
        while self._at < end:
            read = self._step(self._tokens[self._at])
            if not read:
                break
            self._at += read
        if not self._parts:
            return None
        last = self._at - 1
        return Number(
            value=sum((part.value for part in self._parts[1:]), self._parts[0].value),
            quantum=self._parts[-1].quantum,
            zeros=0 if self._worded else self._zeros,
            first=self._first,
            last=last,
            hedge=self._hedge,
            scale=self._scale,
            printed=self._tokens[self._first].digits if last == self._first else "",
        )

    def _step(self, token: Token) -> int:
        """How many tokens belong to the number from this one on; 0 ends it."""
        if token.digits:
            return self._digits(token)
        word = token.word
        if word.number is not None and self._adds(word.number):
            return 1
        if word.scale is not None and self._scales(token, word.scale):
            return 1
        return self._small_word(token) if self._parts else 0

    def _digits(self, token: Token) -> int:
        if not self._parts and self._lang in {"ru", "kk"} and self._is_split(token):
            return self._halves(token)
        read = read_digits(token.digits, self._lang)
        if read is None or (self._parts and not self._goes_on(token, read[0])):
            return 0
        value, quantum = read
        self._zeros = final_zeros(value, quantum)
        self._parts.append(_Part(value, quantum))
        self._room = _NO_ROOM
        return 1

    def _is_split(self, token: Token) -> bool:
        """Whether a space slipped in behind the decimal comma: 13, 9 млрд."""
        at, tokens = self._at, self._tokens
        if tokens.text(at + 1) != "," or not tokens.touches_next(at) or not token.digits.isdigit():
            return False
        return (
            tokens.text(at + 2).isdigit()
            and len(tokens.text(at + 2)) == 1
            and bool(tokens.word(at + 3).scale)
        )

    def _halves(self, token: Token) -> int:
        whole = Fraction(int(token.digits))
        self._parts.append(
            _Part(whole + Fraction(int(self._tokens[self._at + 2].digits), 10), Fraction(1, 10))
        )
        self._room = _NO_ROOM
        return 3

    def _goes_on(self, token: Token, value: Fraction) -> bool:
        """Digits after a scale word belong to the number in 3万6622, and before a smaller scale in "2 млн 492 мың"."""
        if self._room is None or value >= self._room or self._scale == 1:
            return False
        scale = self._tokens.word(self._at + 1).scale
        if self._lang == "zh" and self._tokens[self._at - 1].end == token.start:
            return True
        return scale is not None and scale < self._room

    def _adds(self, value: Fraction) -> bool:
        if self._room is not None and (value >= self._room or (value == 0 and self._lang != "zh")):
            return False
        if self._room is None or value:
            self._parts.append(_Part(value, _grain(value)))
            self._room = _room(value, self._lang)
        self._worded = True
        return True

    def _scales(self, token: Token, scale: Fraction) -> bool:
        if len(token.text) == 1 and token.text.isascii() and not self._is_letter_scale(token):
            return False
        if not self._parts and not self._stands_alone(token, scale):
            return False
        if not self._parts or (scale == 10 and self._scale > 1 and self._room and self._room > scale):
            self._parts.append(_Part(Fraction(1), Fraction(1)))
            self._worded = True
        part = self._parts.pop()
        while self._parts and self._parts[-1].value < scale:
            part = _Part(part.value + self._parts.pop().value, part.quantum)
        self._parts.append(_Part(part.value * scale, part.quantum * _grain(scale)))
        self._room = scale
        self._scale *= scale
        if self._lang == "kk" and token.text.endswith(LIKE):
            self._hedge = Hedge.ABOUT
        return True

    def _stands_alone(self, token: Token, scale: Fraction) -> bool:
        """Ten in Chinese, a hundred or thousand in Kazakh, свыше тысячи in Russian, 超千亿 need no "one" in front."""
        hedged = self._lang in {"ru", "zh"} and self._tokens.word(self._first - 1).before is not None
        hedged |= self._lang == "zh" and self._counts_many
        return hedged or (self._lang == "zh" and scale == 10) or (self._lang == "kk" and len(token.text) > 2)

    @property
    def _counts_many(self) -> bool:
        """万列以上."""
        at = self._first + 1
        return bool(self._tokens.word(at).unit) and self._tokens.word(at + 1).after is not None

    def _is_letter_scale(self, token: Token) -> bool:
        """A single letter is a scale behind a sum of money, or between digits and a unit: $20b, 5m tonnes; not in Class 5B."""
        if not self._parts:
            return False
        if self._tokens.word(self._first - 1).prefix:
            return True
        if not self._tokens.touches_next(self._at - 1) or token.word.unit:
            return False
        ranged = self._tokens.text(self._at + 1) == "-" and self._tokens.text(self._at + 2)[:1].isdigit()
        return token.text == "k" or ranged or bool(self._tokens.word(self._at + 1).unit)

    def _small_word(self, token: Token) -> int:
        """Words inside a number: a half, a decimal point, a hedge, "and", a case ending, the dot of an abbreviation."""
        roles, following = token.word.roles, self._tokens.word(self._at + 1)
        if "half" in roles and (self._lang != "zh" or self._scale > 1):
            self._parts[-1] = _with_half(self._parts[-1])
            self._worded = True
            return 1
        if "decimal" in roles:
            return self._decimals()
        if "half" in following.roles and token.text == "-":
            return 1
        if "cardinal" in following.roles and token.text == "-":
            return 2 if self._tokens.word(self._at + 2).scale is not None else 0
        if following.scale is not None:
            return int(token.text in {".", "-"} or self._is_inner_hedge(token))
        joins = self._lang == "en" and self._worded and not roles.isdisjoint({"and", "dash"})
        return int(joins and 0 < (following.number or 0) < (self._room or 0))

    def _is_inner_hedge(self, token: Token) -> bool:
        """三十万多亿, 38,5 с лишним тыс.: the hedge stands before the last scale word."""
        if token.word.after is None or self._lang not in {"zh", "ru"}:
            return False
        self._hedge = token.word.after
        return True

    def _decimals(self) -> int:
        """三点一: a decimal point in words."""
        at = self._at + 1
        number = self._tokens.word(at).number
        printed = self._tokens[at].digits if at < len(self._tokens) else ""
        printed = printed or ("" if number is None else str(number))
        if not printed.isdigit() or self._parts[-1].quantum != 1:
            return 0
        quantum = Fraction(1, 10 ** len(printed))
        self._parts[-1] = _Part(self._parts[-1].value + int(printed) * quantum, quantum)
        self._room = _NO_ROOM
        return 2


def _with_half(part: _Part) -> _Part:
    return _Part(part.value + part.quantum / 2, part.quantum / 2)


@lru_cache(maxsize=4096)
def _grain(value: Fraction) -> Fraction:
    """Place value of a number word: hundreds, thousands and millions are a unit of their own, tens are exact."""
    if value.denominator > 1:
        return Fraction(1, value.denominator)
    digits = str(value)
    zeros = len(digits) - len(digits.rstrip("0"))
    return Fraction(10**zeros if zeros > 1 else 1)


def _room(value: Fraction, lang: str) -> Fraction:
    """What may still be added is smaller than this: a hundred takes 99, twenty 9, ten only in Kazakh, five nothing."""
    if value >= 100:
        return _grain(value)
    return Fraction(10 if value % 10 == 0 and (value > 10 or lang == "kk") else 0)
