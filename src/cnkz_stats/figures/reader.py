"""Reads figures as they are printed, in tables and in running text, in English, Russian, Chinese and Kazakh."""

from dataclasses import replace

from cnkz_stats.figures.context import Context, annual, context, sense, signed
from cnkz_stats.figures.figure import ORDINAL, Figure, Hedge
from cnkz_stats.figures.lexer import Tokens, language, lex
from cnkz_stats.figures.normalise import Normalised, normalise
from cnkz_stats.figures.phrase import Phrase
from cnkz_stats.figures.phrases import phrases

_EXPECTED = "expected one number with its hedge and unit, such as 'nearly 70 times' or '311.7亿美元'"
_LONG = 80
_LASTING = frozenset({"years", "months", "weeks", "days"})
_ONE_STATEMENT = 12
"""Phrases so many tokens apart may share a verb."""


def read_figure(text: str, lang: str | None = None) -> Figure:
    """The one figure of a short phrase; `lang` (en, ru, zh, kk) is recognised from the phrase if not given.

    >>> read_figure("逾212亿美元").value
    Fraction(21200000000, 1)
    >>> read_figure("упал на 47 %").value
    Fraction(-47, 100)

    Raises ValueError if the phrase holds no figure, or several that are not the ends of one range.
    """
    figures = figures_in(text, lang)
    if len(figures) > 1:
        figures = tuple(figure for figure in figures if figure.unit != ORDINAL) or figures
    if not figures:
        raise ValueError(f"no figure in {_shown(text)}: {_EXPECTED}")
    if len(figures) > 1:
        spans = " and ".join(repr(text[figure.start : figure.end]) for figure in figures[:3])
        raise ValueError(f"more than one figure in {_shown(text)}: read {spans}, {_EXPECTED}")
    return figures[0]


def figures_in(text: str, lang: str | None = None) -> tuple[Figure, ...]:
    """All figures of a text in their order, dates left out; an empty tuple if there are none."""
    normalised = normalise(text)
    return _read(normalised, language(normalised.text, lang), text)


def figures_of(text: str, lang: str) -> tuple[Figure, ...]:
    """All figures of a normalised text in a known language."""
    return _read(Normalised(text), lang, text)


def _read(normalised: Normalised, lang: str, text: str) -> tuple[Figure, ...]:
    tokens = lex(normalised.text, lang)
    found = list(phrases(tokens, lang))
    if not found:
        return ()
    dates = frozenset(
        at
        for phrase in found
        if phrase.unit is None
        for at in range(_date_start(tokens, phrase), phrase.last + 1)
    )
    among = any(phrase.superlative for phrase in found) and any("among" in one.word.roles for one in tokens)
    found = [phrase for phrase in found if phrase.unit is not None and not (among and phrase.superlative)]
    contexts = _contexts(tokens, found, dates)
    return _bounded(
        [
            _figure(text, normalised, tokens, phrase, words)
            for phrase, words in zip(found, contexts, strict=True)
        ]
    )


def _date_start(tokens: Tokens, date: Phrase) -> int:
    """Where a date starts: at a hedge before it, which speaks of the time (до 10 мая) and not of the figure behind."""
    return date.first - (tokens.word(date.first - 1).before is not None)


def _contexts(tokens: Tokens, found: list[Phrase], dates: frozenset[int]) -> list[Context]:
    contexts: list[Context] = []
    for place, phrase in enumerate(found):
        before = found[place - 1] if place else None
        if before is not None and before.unit in _LASTING and _leads(tokens, before, phrase):
            dates |= frozenset(range(before.first, before.last + 1))
            before = found[place - 2] if place > 1 else None
        left = before.last if before is not None else -1
        right = found[place + 1].first if place + 1 < len(found) else len(tokens)
        near = place and sum(at not in dates for at in range(left + 1, phrase.first)) < _ONE_STATEMENT
        previous = contexts[-1] if near else None
        contexts.append(context(tokens, phrase, left=left, right=right, dates=dates, previous=previous))
    return contexts


def _leads(tokens: Tokens, lasting: Phrase, phrase: Phrase) -> bool:
    """Whether a time that something took stands between a verb and its figure: it fell over five years by 3.4 billion."""
    return not any(tokens.has(at, "comma") for at in range(lasting.last + 1, phrase.first))


def _figure(text: str, normalised: Normalised, tokens: Tokens, phrase: Phrase, words: Context) -> Figure:
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
        turn=words.turn,
        start=normalised.original(tokens[phrase.first].start),
        end=normalised.original(tokens[phrase.last].end),
    )


def _bounded(figures: list[Figure]) -> tuple[Figure, ...]:
    """The figures, but "at most 100 and at least 20" as one range."""
    if len(figures) != 2 or {figure.hedge for figure in figures} != {Hedge.AT_LEAST, Hedge.UP_TO}:
        return tuple(figures)
    low, high = figures if figures[0].hedge is Hedge.AT_LEAST else reversed(figures)
    if low.unit not in {high.unit, ""} or low.value >= high.value:
        return tuple(figures)
    whole = replace(
        high,
        value=low.value,
        high=high.value,
        hedge=Hedge.EXACT,
        quantum=min(low.quantum, high.quantum),
        zeros=min(low.zeros, high.zeros),
        start=min(low.start, high.start),
        end=max(low.end, high.end),
    )
    return (whole,)


def _shown(text: str) -> str:
    return repr(text if len(text) <= _LONG else f"{text[:_LONG]}...")
