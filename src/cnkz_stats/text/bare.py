"""Bare figures: a text that says when and by how much, and of what it does not say, as “up 36 percent in 2022”."""

from cnkz_stats.figures.lexer import Token, lex
from cnkz_stats.text.memory import About, Memory
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.tables import figures_in

_SHORT = 2
"""Small words of so few letters, in scripts with words, name nothing."""


def told_of(topic: str) -> Memory:
    """What to remember for a text that goes on with a topic which it does not name."""
    return Memory(last=About(topics=(topic,)), sentence=0, paragraph=0)


def is_bare(sentence: Sentence) -> bool:
    """Whether a sentence is a figure with its direction, hedge and time and nothing that it could be of."""
    figures, _ = figures_in(sentence, None)
    told = [(one.start, one.end) for one in figures]
    told += [(one.start, one.end) for one in periods_in(sentence.text, sentence.lang)]
    others = [
        token
        for token in lex(sentence.text, sentence.lang)
        if token.text[:1].isalpha() and not any(start <= token.start < end for start, end in told)
    ]
    return bool(figures) and all(token.known or _is_small(sentence, token) for token in others)


def _is_small(sentence: Sentence, token: Token) -> bool:
    is_short = sentence.lang != "zh" and len(token.text) <= _SHORT
    return is_short and sentence.text[token.start : token.end].islower()
