"""The words around a number: its hedge, whether it rose or fell, to a level or by an amount, and what "times" means."""

from dataclasses import dataclass
from fractions import Fraction

from cnkz_stats.figures.figure import PERCENT, POINTS, TIMES, Hedge, Sense
from cnkz_stats.figures.lexer import NOTHING, Token, Tokens
from cnkz_stats.figures.phrase import Phrase
from cnkz_stats.figures.units import hedge_behind, is_ablative

_FAR, _NEAR, _BEHIND = 14, 4, 4
"""Words before a number among which its verb and its hedge are looked for, and words behind it."""
_HAN, _NEAR_HAN = "\u3400", 6
"""The first Chinese character; Chinese words are short, so that a hedge may stand more of them before a number."""
_OPPOSITE = {
    Hedge.NEARLY: Hedge.OVER,
    Hedge.UNDER: Hedge.OVER,
    Hedge.OVER: Hedge.UNDER,
    Hedge.AT_LEAST: Hedge.UP_TO,
    Hedge.UP_TO: Hedge.AT_LEAST,
}


@dataclass(slots=True, eq=False, repr=False)
class Context:
    """What the words around a phrase say about it.

    `turn` is +1 for growth and -1 for a fall; `level` says that what follows is a level, not an amount; `ceiling` that
    the hedge "up to" may be one (вырос до 5); `moves` that a change is told, by a rate or a "from"; `apart` that a comma
    parts the word for growth or fall from the number behind it; `deficit` that the number is one.
    """

    hedge: Hedge | None = None
    turn: int = 0
    apart: bool = False
    level: bool = False
    by: bool = False
    ceiling: bool = False
    moves: bool = False
    yearly: bool = False
    deficit: bool = False
    negative: bool = False
    sense: Sense | None = None


def context(
    tokens: Tokens, phrase: Phrase, *, left: int, right: int, dates: frozenset[int], previous: Context | None
) -> Context:
    """Reads the words between the phrases before (its last token is `left`) and behind (its first is `right`).

    `previous` is the context of the phrase before if both belong to one statement (fell by 5 % to 3 million).
    """
    found = Context(turn=tokens[phrase.last].word.turn if phrase.unit == TIMES else 0)
    _before(tokens, phrase, found, left, dates)
    _behind(tokens, phrase, found, right)
    found.moves |= phrase.unit in {TIMES, PERCENT} and not found.ceiling
    found.moves |= found.hedge is None and is_ablative(tokens, phrase.last)
    if found.hedge is None:
        found.hedge = phrase.hedge
    elif found.ceiling and phrase.hedge not in {None, found.hedge}:
        found.hedge, found.ceiling, found.level = phrase.hedge, False, True
    if found.ceiling:
        grew = found.turn or found.moves or (previous is not None and (previous.turn or previous.moves))
        found.hedge = None if grew else found.hedge
        found.level = True
    return found


def _before(tokens: Tokens, phrase: Phrase, found: Context, left: int, dates: frozenset[int]) -> None:
    at = phrase.first - 1
    joined = tokens.touches_next(at - 1) and tokens.text(at - 1)[-1:].isalnum()
    near = True
    if at > left and tokens.text(at) == "-" and not joined:
        near = tokens.touches_next(at)
        found.negative = near or (at == 0 and phrase.unit in {PERCENT, POINTS})
        at -= 1
    words = [place for place in range(at, left, -1) if place not in dates]
    for distance, place in enumerate(words[:_FAR]):
        token = tokens[place]
        if token.word is NOTHING and token.text not in {".", "-"}:
            near = near and not (token.text[0].isalpha() and token.text < _HAN)
            continue
        if tokens.ends_sentence(place):
            break
        comma = "comma" in token.word.roles
        found.apart |= not found.turn and comma
        ends = comma or token.text == "-" or not token.word.roles.isdisjoint({"known", "and"})
        reach = _NEAR if token.text < _HAN else _NEAR_HAN
        near = near and distance < reach and not ends
        if near and not _compares(tokens, place, phrase) and place + 1 not in dates:
            _near(token, found)
        _far(token, found)


def _compares(tokens: Tokens, at: int, phrase: Phrase) -> bool:
    """Whether "more than" compares with what is known already: more than the 89.4 billion of 2023, not above the 40 billion mark."""
    known = tokens.word(at).before is not None and tokens.text(at + 1) == "the"
    return known and not tokens.has(phrase.last + 1, "mark")


def _near(token: Token, found: Context) -> None:
    word = token.word
    if (
        word.before is not None
        and found.hedge is None
        and not (found.by and (word.turn or "exceeds" in word.roles))
    ):
        found.hedge = word.before
        found.ceiling = "level" in word.roles
    elif not word.roles.isdisjoint({"level", "from"}) and not (found.turn or found.by or found.level):
        found.level = True
    elif "by" in word.roles and not (found.turn or found.level):
        found.by = True


def _far(token: Token, found: Context) -> None:
    word = token.word
    if word.sense is not None and found.sense is None and not found.turn:
        found.sense = word.sense
    if word.turn and not found.turn and (word.before is None or found.by):
        found.turn = word.turn
    found.moves |= not word.roles.isdisjoint({"from", "moves"})
    found.yearly |= "yearly" in word.roles
    found.deficit |= "deficit" in word.roles and (found.level or not found.turn)


def _behind(tokens: Tokens, phrase: Phrase, found: Context, right: int) -> None:
    for at in range(phrase.last + 1, min(right, phrase.last + 1 + _BEHIND)):
        word = tokens[at].word
        if tokens[at].digits or tokens.has(at, "comma", "and") or tokens.ends_sentence(at):
            return
        if "equative" in word.roles and at == phrase.last + 1:
            found.sense = Sense.RATIO
        hedge = hedge_behind(tokens, at)
        if hedge is not None and (found.hedge is None or found.ceiling):
            found.level |= found.ceiling
            found.hedge = hedge
            found.ceiling = "level" in word.roles
        elif word.turn and (not found.turn or found.apart):
            found.turn, found.apart = word.turn, False
        found.moves |= found.ceiling and "level_behind" in word.roles
        found.level |= "level_behind" in word.roles and not _is_size_of_fall(tokens, phrase)
        found.yearly |= "yearly" in word.roles
        found.deficit |= "deficit" in word.roles


def _is_size_of_fall(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a rate is how deep a fall was, whatever it came to: кему 9 пайызды құрады."""
    at = phrase.first - 1
    at -= tokens.text(at) == "-"
    return phrase.unit == PERCENT and at >= 0 and tokens[at].word.turn < 0


def signed(phrase: Phrase, found: Context) -> tuple[Fraction, Fraction | None, Fraction, Hedge]:
    """Value, upper end, quantum and hedge, turned round for a fall: "5 % less" is negative, "5 times less" is 1/5.

    The quantum of the reciprocal is wide enough for both ends of what was printed.
    """
    value, high, quantum = phrase.value, phrase.high, phrase.quantum
    negative = found.negative or (found.deficit and phrase.unit not in {PERCENT, POINTS, TIMES})
    hedge = found.hedge or Hedge.EXACT
    if not negative and (found.turn >= 0 or found.level):
        return value, high, quantum, hedge
    if phrase.unit != TIMES:
        return -(high or value), None if high is None else -value, quantum, hedge
    if value < 1:
        return value, high, quantum, hedge
    wide = quantum / (value * (value - quantum / 2))
    upper = None if high is None else 1 / value
    return 1 / (high or value), upper, wide, _OPPOSITE.get(hedge, hedge)


def sense(phrase: Phrase, found: Context) -> Sense:
    """Whether "N times" is a ratio or an increase: the word itself, else the verb before it; falls are ratios."""
    if phrase.unit != TIMES:
        return Sense.NONE
    if phrase.sense is Sense.RATIO or found.turn < 0:
        return Sense.RATIO
    return found.sense or Sense.AMBIGUOUS


def annual(phrase: Phrase, found: Context) -> bool:
    """Whether it is an average growth a year."""
    return phrase.unit in {PERCENT, POINTS} and found.yearly
