"""Reads figures as they are printed, in tables and in running text, in English, Russian, Chinese and Kazakh."""

from cnkz_stats.figures.context import Context, annual, context, sense, signed
from cnkz_stats.figures.figure import ORDINAL, Figure, Hedge
from cnkz_stats.figures.lexer import language, lex
from cnkz_stats.figures.normalise import normalise
from cnkz_stats.figures.phrases import Phrase, phrases

_EXAMPLE = "expected one number with its hedge and unit, such as 'nearly 70 times' or '311.7亿美元'"


def read_figure(text: str, lang: str | None = None) -> Figure:
    """The one figure of a short phrase; `lang` (en, ru, zh, kk) is recognised from the phrase if not given.

    >>> read_figure("逾212亿美元").value
    Fraction(21200000000, 1)
    >>> read_figure("упал на 47 %").value
    Fraction(-47, 100)

    Raises ValueError if the phrase holds no figure or several that are not ends of one range.
    """
    figures = figures_in(text, lang)
    if len(figures) > 1:
        figures = tuple(figure for figure in figures if figure.unit != ORDINAL) or figures
    if not figures:
        raise ValueError(f"no figure in {_shown(text)}: {_EXAMPLE}")
    if len(figures) > 1:
        spans = " and ".join(repr(text[figure.start : figure.end]) for figure in figures[:3])
        raise ValueError(f"more than one figure in {_shown(text)}: read {spans}, {_EXAMPLE}")
    return figures[0]


def figures_in(text: str, lang: str | None = None) -> tuple[Figure, ...]:
    """All figures of a text in their order, dates left out; never raises."""
    normalised = normalise(text)
    lang = language(normalised.text, lang)
    tokens = lex(normalised.text, lang)
    found = list(phrases(tokens, lang))
    dates = frozenset(
        at for phrase in found if phrase.unit is None for at in range(phrase.first, phrase.last + 1)
    )
    real = [phrase for phrase in found if phrase.unit is not None]
    if any("among" in token.word.roles for token in tokens):
        real = [phrase for phrase in real if not phrase.superlative]
    figures = []
    for place, phrase in enumerate(real):
        left = real[place - 1].last if place else -1
        right = real[place + 1].first if place + 1 < len(real) else len(tokens)
        words = context(tokens, phrase, left=left, right=right, dates=dates)
        start = normalised.original(tokens[phrase.first].start)
        end = normalised.original(tokens[phrase.last].end)
        figures.append(_figure(text, phrase, words, start, end))
    return _bounded(figures)


def _figure(text: str, phrase: Phrase, words: Context, start: int, end: int) -> Figure:
    value, high, quantum, hedge = signed(phrase, words)
    return Figure(
        text=text,
        value=value,
        quantum=quantum,
        unit=phrase.unit or "",
        hedge=hedge,
        high=high,
        zeros=phrase.zeros,
        digits=phrase.digits,
        sense=sense(phrase, words),
        annual=annual(phrase, words),
        start=start,
        end=end,
    )


def _bounded(figures: list[Figure]) -> tuple[Figure, ...]:
    """ "At most 100 and at least 20" is one range."""
    if len(figures) == 2 and {figure.hedge for figure in figures} == {Hedge.AT_LEAST, Hedge.UP_TO}:
        low, high = sorted(figures, key=lambda figure: figure.value)
        if low.hedge is Hedge.AT_LEAST and low.unit in {high.unit, ""} and low.value < high.value:
            return (
                Figure(
                    low.text,
                    low.value,
                    min(low.quantum, high.quantum),
                    high.unit,
                    high=high.value,
                    zeros=min(low.zeros, high.zeros),
                    digits=max(low.digits, high.digits),
                    start=min(low.start, high.start),
                    end=max(low.end, high.end),
                ),
            )
    return tuple(figures)


def _shown(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:77]}...")


