"""The date that a text gives of itself in a line of its own, below its title or behind its words."""

from collections.abc import Iterator, Sequence

from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.sentences import Sentence

_LINES = 12
"""Among so many first and as many last sentences the date is looked for."""
_LENGTH, _SIGNED, _SIGNED_IN = 90, 40, {"zh": 20}
_DATED = later(r"(?:19|20)\d\d")
_SIGNED_YEAR = later(
    r"[(（](?P<date>[^()（）\d]{0,12}(?:19|20)\d\d[^()（）\d]{0,12}(?:\d\d?月)?)[)）][.。]?\s*$"
)
_SPEECH = 3
"""Among so many sentences somebody says when he speaks."""
_CLOCK, _TIME = later(r",? ?\d{1,2}:\d\d"), later(r"\d:\d\d")


def byline(sentences: Sequence[Sentence]) -> Period | None:
    """The first whole date that stands in a short line by itself, or with the time of day behind it."""
    signed = _SIGNED_YEAR.search(sentences[-1].text) if sentences else None
    lines = {sentence.start: sentence for sentence in (*sentences[:_LINES], *sentences[-_LINES:])}
    day = next((day for line in lines.values() for day in _days(line, sentences)), None)
    if day is None and signed is not None:
        return next(_whole(signed["date"], sentences[-1].lang), None)
    return day


def day_of_speech(sentences: Sequence[Sentence]) -> Period | None:
    """The first day or month on which something is told to have been said, near the start or the end."""
    first, last = sentences[:_SPEECH], sentences[_SPEECH:][-_SPEECH:]
    for sentence in (*first, *last):
        for spoken in periods_in(sentence.text, sentence.lang) if _DATED.search(sentence.text) else ():
            if spoken.is_said and spoken.year and (spoken.is_day or (spoken.is_month and sentence in first)):
                return spoken.resolved(document=None, before=None)
    return None


def _whole(text: str, lang: str) -> Iterator[Period]:
    """The period that all of a text names: a year, a month of a year."""
    for spoken in periods_in(text, lang):
        if spoken.year and spoken.start == 0 and spoken.end == len(text.rstrip(" .")):
            yield from filter(None, [spoken.resolved(document=None, before=None)])


def _days(line: Sentence, sentences: Sequence[Sentence]) -> Iterator[Period]:
    if not _DATED.search(line.text):
        return
    alone = len(line.text) <= _LENGTH and [one.paragraph for one in sentences].count(line.paragraph) == 1
    alone = alone or (line is sentences[-1] and len(line.text) <= _SIGNED_IN.get(line.lang, _SIGNED))
    if not alone and not _TIME.search(line.text):
        return
    for spoken in periods_in(line.text, line.lang):
        day = spoken.resolved(document=None, before=None)
        timed = _CLOCK.match(line.text, spoken.end) or ":" in line.text[spoken.start : spoken.end]
        told = spoken.is_day or (spoken.is_asof and spoken.days is not None)
        if told and spoken.year and not spoken.is_due and day is not None and (alone or timed):
            yield day if spoken.is_day else Period(day.last, day.last)
