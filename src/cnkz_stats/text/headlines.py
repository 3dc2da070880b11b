"""Headlines: a figure without a time has that of the same one in the text below."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.mention import Mention

_ENDS = frozenset('.!?。！？…:;,"”»')
_AHEAD = 8
"""Among so many figures behind a headline its own is told again."""
_LEAST, _MOST = Fraction(9, 10), Fraction(5, 4)
"""A headline rounds: "over 100 billion" is 106.3 in the text."""


def with_headlines_dated(told: Sequence[Mention], text: str) -> Iterator[Mention]:
    """The figures of a text, those of lines without a full stop with the time that the text gives further on."""
    for place, mention in enumerate(told):
        again = None
        if not mention.period and mention.statement is not Statement.TARGET and _is_headline(mention, text):
            behind = told[place + 1 : place + 1 + _AHEAD]
            again = next((other for other in behind if other.period and _is_same(mention, other)), None)
        yield mention if again is None else replace(mention, period=again.period, base=again.base)


def _is_headline(mention: Mention, text: str) -> bool:
    line = text[mention.end :].partition("\n")[0].rstrip()
    return line[-1:] not in _ENDS


def _is_same(headline: Mention, other: Mention) -> bool:
    about = (other.series, other.area, other.partner, other.statement, other.unit)
    if about != (headline.series, headline.area, headline.partner, headline.statement, headline.unit):
        return False
    return headline.value != 0 and _LEAST <= other.value / headline.value <= _MOST
