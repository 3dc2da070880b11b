"""Nouns that numbers count, and what may be counted at all."""

from collections.abc import Iterable

from cnkz_stats.figures.figure import MEASURED, ORDINAL, Figure
from cnkz_stats.figures.later import later
from cnkz_stats.figures.lexer import lex
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.scales import is_alike
from cnkz_stats.text.series import RELATIVE

THOUSAND, MILLION = 1000, 10**6
NOT_COUNTED = RELATIVE | (MEASURED - {"TEU"}) | {"", ORDINAL}
MANY = frozenset({"persons", "person-trips", "containers", "vehicles", "TEU"})
"""What is counted in millions, too."""
_ENDS = later(
    r" ?(?!of (?:you|us|my|our|his|her)\b)(?:[^\w\s]|$|\w{1,3}\b|(?:with|without|from|into|over|than|when|were|have|after|against|during|between|through)\b)"
)
_WAYSIDE = frozenset({"ports", "stations"})
"""What is named on the way to a number: the number of trains through the port reached 3,631."""
_PLURAL = later("s$|people$|memoranda$")


def stands_alone(passage: Passage, figure: Figure) -> bool:
    """Whether no noun that would be counted stands behind a number."""
    return _ENDS.match(passage.sentence.text, figure.end) is not None


def nouns_in(lang: str, words: str) -> list[str]:
    """What the counted nouns in some words stand for; of several in a row the last one counts: container trains."""
    tokens = lex(words, lang)
    heads = [
        token.word.unit
        for at, token in enumerate(tokens)
        if token.word.counted
        and not (lang == "en" and (tokens.word(at + 1).counted or not _PLURAL.search(token.text)))
    ]
    return [unit for unit in heads if unit and unit not in _WAYSIDE and unit not in table("series")["silent"]]


def counted_alike(figure: Figure, before: Iterable[Figure]) -> str:
    """What the first of some figures counts that is of the size of this one."""
    return next((one.unit for one in before if one.unit not in NOT_COUNTED and is_alike(figure, one)), "")
