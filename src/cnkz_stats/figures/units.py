"""The unit behind a number, past hedges, case endings and the adjectives of a counted noun."""

from fractions import Fraction
from typing import NamedTuple

from cnkz_stats.figures.figure import Hedge, Sense
from cnkz_stats.figures.lexer import LIKE, Token, Tokens

_GAP = 3
_GAP_HAN = 8
"""So many words, or Chinese characters, may stand between a number and the noun that it counts."""
_PLACES = frozenset({"countries", "cities"})
"""What is named behind a counted noun is where it went: 126 мың азамат елге кірді."""
_LASTING = frozenset({"minutes", "hours", "days", "weeks", "months", "years"})
"""A noun behind these is what lasts so long: a two-hour trip."""
_ABLATIVE = ("дан", "ден", "тан", "тен", "нан", "нен", "dan", "den", "tan", "ten", "nan", "nen")


class Unit(NamedTuple):
    """A unit that ends at token `last`, which is the token before the search if there is none.

    `code` None means that a word in between may be a scale that the lexicon does not know (5 mld USD).
    `hedge` is one that stands between number and unit: 20900余辆.
    """

    last: int
    code: str | None = ""
    factor: Fraction = Fraction(1)
    sense: Sense = Sense.NONE
    hedge: Hedge | None = None
    counted: bool = False


def unit_behind(tokens: Tokens, at: int, lang: str, prefix: str = "") -> Unit:
    """The unit that starts at a token; only a repeated one if the number had a unit in front (`$5 billion USD`)."""
    if prefix:
        return Unit(at if tokens.word(at).unit == prefix else at - 1)
    search = _Search(tokens, at, lang)
    while search.at < len(tokens) and search.step(tokens[search.at]):
        search.at += 1
    return search.unit if search.hedge is None else search.unit._replace(hedge=search.hedge)


def hedge_behind(tokens: Tokens, at: int) -> Hedge | None:
    """The hedge that a token gives to the number before it.

    Kazakh words for more and less are hedges after "from" (5-тен кем), otherwise they tell a rise or fall, as 多 does
    before another number (较5吨多2吨); "и более" may be that of the next number.
    """
    word = tokens.word(at)
    if "plus" in word.roles and not tokens.touches_next(at - 1):
        return None
    if tokens.text(at + 1)[:1].isdigit() or tokens.word(at + 1).prefix:
        return None
    if word.after is None or (word.turn and not tokens.text(at - 1).endswith(_ABLATIVE)):
        return None
    return word.after


def is_ablative(tokens: Tokens, last: int) -> bool:
    """Whether a Kazakh phrase says "from": 5 млн тоннадан, 5-тен."""
    behind = last + 2 if tokens.text(last + 1) == "-" else last
    return tokens.text(behind).endswith(_ABLATIVE)


class _Search:
    def __init__(self, tokens: Tokens, at: int, lang: str) -> None:
        self._tokens, self._lang, self.at = tokens, lang, at
        self.unit = Unit(at - 1)
        self.hedge: Hedge | None = None
        self._gap = 0

    def step(self, token: Token) -> bool:
        """Whether to look further behind this token."""
        word = token.word
        if word.unit or word.measure:
            return self._unit(token)
        if token.text == "-":
            return self._hyphen()
        if not self._gap and self._is_hedge():
            return True
        if token.text == ".":
            return self._is_abbreviation()
        return self._adjective(token)

    def _is_abbreviation(self) -> bool:
        """Whether a dot ends no sentence: 5 тыс. ДФЭ, 20 тыс. новых контейнеров."""
        following = self._tokens.word(self.at + 1)
        hard = bool(following.unit) and not following.counted
        return self._tokens.touches_next(self.at - 1) and (hard or self._tokens.goes_on_small(self.at))

    def _is_hedge(self) -> bool:
        hedge = hedge_behind(self._tokens, self.at)
        self.hedge = hedge or self.hedge
        return hedge is not None

    def _unit(self, token: Token) -> bool:
        word = token.word
        if self._lang == "kk" and token.text.endswith(LIKE):
            self.hedge = Hedge.ABOUT
        if self._gap and not word.counted:
            if not word.measure and token.text.isalpha():
                self.unit = Unit(self.at, None)
            return False
        self.unit = Unit(self.at, word.unit, word.factor, word.sense or Sense.NONE, counted=word.counted)
        behind = self._tokens.word(self.at + 1)
        goes_on = behind.counted and behind.unit not in _PLACES and word.unit not in _LASTING
        return word.measure or (word.counted and self._lang != "ru" and goes_on)

    def _hyphen(self) -> bool:
        """A hyphen before a unit (100-fold), in an adjective, or with the case ending of digits (300-ден, 5-ти)."""
        if not (self._tokens.touches_next(self.at - 1) and self._tokens.touches_next(self.at)):
            return False
        if self._gap or self._tokens.word(self.at + 1).unit or self._tokens.word(self.at + 1).after:
            return True
        ending = self._tokens.text(self.at + 1)
        if not (self._lang == "kk" and ending.isalpha()) and not self._tokens.has(self.at + 1, "cardinal"):
            return False
        if ending.startswith(LIKE):
            self.hedge = Hedge.ABOUT
        self.at += 1
        return True

    def _adjective(self, token: Token) -> bool:
        if not token.text[0].isalpha() or self._tokens.has(self.at, "link"):
            return False
        if self._gap and self._tokens.has(self.at, "and"):
            return self._tokens.text(self.at + 1).isalpha()
        if token.known and not self._tokens.has(self.at, "skip"):
            return False
        self._gap += len(token.text) if self._lang == "zh" else 1
        return self._gap <= (_GAP_HAN if self._lang == "zh" else _GAP)
