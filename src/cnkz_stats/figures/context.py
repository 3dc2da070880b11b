"""The words around a number: its hedge, whether it rose or fell, to a level or by an amount, and what "times" means."""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, POINTS, TIMES, Hedge, Sense
from cnkz_stats.figures.lexer import Token
from cnkz_stats.figures.phrases import Phrase

_FAR, _NEAR, _BEHIND = 10, 4, 4
_ABLATIVE = ("дан", "ден", "тан", "тен", "нан", "нен", "dan", "den", "tan", "ten", "nan", "nen")
_OPPOSITE = {
    Hedge.NEARLY: Hedge.OVER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.OVER: Hedge.UNDER,
    Hedge.AT_LEAST: Hedge.UP_TO,
    Hedge.UP_TO: Hedge.AT_LEAST,
}


@dataclass(slots=True)
class Context:
    """What the words before and behind a phrase say about it; `turn` is +1 or -1, 0 if nothing grows or falls."""

    hedge: Hedge | None = None
    turn: int = 0
    level: bool = False
    by: bool = False
    ceiling: bool = False
    started: bool = False
    yearly: bool = False
    sense: Sense | None = None
    negative: bool = False


def context(tokens: Sequence[Token], phrase: Phrase, *, left: int, right: int, dates: frozenset[int]) -> Context:
    """Reads the words between the phrases before (its last token is `left`) and behind (its first is `right`)."""
    found = Context()
    _before(tokens, phrase, found, left, dates)
    _behind(tokens, phrase, found, right)
    if found.ceiling:
        if found.turn or found.started:
            found.hedge = None
        found.level = True
    return found


def _before(tokens: Sequence[Token], phrase: Phrase, found: Context, left: int, dates: frozenset[int]) -> None:
    commas = seen = 0
    at = phrase.first - 1
    if at > left and tokens[at].text == "-" and tokens[at].end == tokens[at + 1].start:
        found.negative = True
        at -= 1
    while at > left and seen < _FAR:
        token = tokens[at]
        at -= 1
        if "stop" in token.word.roles:
            break
        if at + 1 in dates:
            continue
        seen += 1
        commas += "comma" in token.word.roles
        if not commas and seen <= _NEAR:
            _near(token, found)
        _far(token, found)
    if phrase.hedge is not None and found.hedge is None:
        found.hedge = phrase.hedge


def _near(token: Token, found: Context) -> None:
    word = token.word
    if word.before is not None and found.hedge is None:
        found.hedge = word.before
        found.ceiling = "level" in word.roles
    elif "level" in word.roles and not (found.turn or found.by or found.level):
        found.level = True
    elif "by" in word.roles and not (found.turn or found.level):
        found.by = True


def _far(token: Token, found: Context) -> None:
    word = token.word
    if word.sense is not None and found.sense is None and not found.turn:
        found.sense = word.sense
    if word.turn and not found.turn and word.before is None:
        found.turn = word.turn
    found.started |= "from" in word.roles
    found.yearly |= "yearly" in word.roles


def _behind(tokens: Sequence[Token], phrase: Phrase, found: Context, right: int) -> None:
    ablative = tokens[phrase.last].text.endswith(_ABLATIVE)
    turned = 0
    for distance, token in enumerate(tokens[phrase.last + 1 : min(right, phrase.last + 1 + _BEHIND)]):
        word = token.word
        if not word.roles.isdisjoint({"stop", "comma", "and"}) or token.digits:
            break
        ablative = ablative or token.text.endswith(_ABLATIVE)
        if word.after is not None and found.hedge is None and distance <= 2 and (ablative or not word.turn):
            found.hedge = word.after
            found.ceiling = "level" in word.roles
        elif word.turn and not turned:
            turned = word.turn
        found.level |= "level" in word.roles and word.before is None
        found.yearly |= "yearly" in word.roles
    found.turn = found.turn or turned


def signed(phrase: Phrase, found: Context) -> tuple[Fraction, Fraction | None, Fraction, Hedge]:
    """Value, upper end, quantum and hedge, turned round for a fall: "less by 5 %" is negative, "5 times less" is 1/5."""
    value, high, quantum = phrase.value, phrase.high, phrase.quantum
    hedge = found.hedge or Hedge.EXACT
    falls = found.negative or (found.turn < 0 and not found.level)
    if phrase.unit == TIMES:
        if falls and value > quantum / 2:
            wide = quantum / (value * (value - quantum / 2))
            low = None if high is None else 1 / value
            return 1 / (high or value), low, wide, _OPPOSITE.get(hedge, hedge)
        return value, high, quantum, hedge
    if falls:
        return -(high or value), None if high is None else -value, quantum, hedge
    return value, high, quantum, hedge


def sense(phrase: Phrase, found: Context) -> Sense:
    """Whether "N times" is a ratio or an increase: the word itself, else the verb before it; falls are ratios."""
    if phrase.unit != TIMES:
        return Sense.NONE
    if phrase.sense is Sense.RATIO or found.turn < 0:
        return Sense.RATIO
    return found.sense or phrase.sense or Sense.AMBIGUOUS


def annual(phrase: Phrase, found: Context) -> bool:
    """Whether it is an average growth a year."""
    return phrase.unit in {PERCENT, POINTS} and found.yearly
