"""The figures that a text states, each with what the text says it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from cnkz_stats.figures.normalise import Normalised, normalise
from cnkz_stats.figures.period import Period
from cnkz_stats.text.amounts import end_of, unit_of
from cnkz_stats.text.bare import is_bare, told_of
from cnkz_stats.text.byline import byline, day_of_speech
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.credit import Told, with_sources_behind
from cnkz_stats.text.cues import table
from cnkz_stats.text.headlines import with_headlines_dated
from cnkz_stats.text.latin import in_cyrillic
from cnkz_stats.text.listener import Listener, Stated
from cnkz_stats.text.memory import Memory
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.sentences import Sentence, sentences

_DOTTED = ("тыс", "проц", "долл")
"""Abbreviations that are printed with a dot."""


def extract(
    text: str, lang: str | None = None, published: str | None = None, *, topic: str = ""
) -> tuple[Mention, ...]:
    """The figures that a text states, in their order.

    `lang` (en, ru, zh, kk) is recognised sentence by sentence if not given. `published` is the date of the text (ISO
    8601), from which "last year" is counted; else that of its byline, or the first date that the text gives. `topic` is
    what one figure, its direction and its time are about where the text is no more than that.
    """
    whole = in_cyrillic(normalise(text), lang)
    heard = tuple(sentences(whole.text, lang))
    day = Period.parse(published) if published else byline(heard)
    clock = Clock(day or day_of_speech(heard), is_dated=day is not None)
    memory = told_of(topic) if topic and len(heard) == 1 and is_bare(heard[0]) else Memory()
    told = tuple(_told(text, whole, heard, Listener(clock, memory)))
    if clock.is_dated_late or memory.is_hosted_late:
        clock = Clock(clock.document, is_dated=day is not None)
        told = tuple(_told(text, whole, heard, Listener(clock, Memory(host=memory.host))))
    found = with_headlines_dated(tuple(with_sources_behind(told)), text)
    at_home = table("series")["at_home"] if memory.tells_of_one else ()
    return tuple(one for one in found if one.series not in at_home)


def _told(text: str, whole: Normalised, heard: Sequence[Sentence], listener: Listener) -> Iterator[Told]:
    """What each sentence tells, heard one after the other."""
    for sentence in heard:
        mentions = [_placed(one, text, whole) for one in listener.hear(sentence)]
        yield Told(mentions, sentence, *listener.told_back)


def _placed(stated: Stated, text: str, whole: Normalised) -> Mention:
    """A figure with places in the text as it was, not in the normalised sentence."""
    passage, figure, about, statement, period, base = stated
    sentence, unit = passage.sentence, unit_of(figure, about)
    first = whole.original(sentence.start)
    last = whole.original(sentence.start + len(sentence.text))
    start = whole.original(sentence.start + figure.start)
    end = whole.original(sentence.start + end_of(passage, figure, unit))
    end += text[start:end].endswith(_DOTTED) and text[end : end + 1] == "."
    of_figure = whole.original(sentence.start + figure.end)
    return Mention(
        file="",
        start=start,
        end=end,
        span=text[start:end],
        lang=passage.lang,
        statement=statement,
        unit=unit,
        series=about.series,
        area=about.area,
        partner=about.partner,
        scope=about.scope,
        whole=about.whole,
        authority=about.authority,
        period="" if period is None else str(period),
        base="" if base is None else str(base),
        read=replace(figure, text=text[first:last], start=start - first, end=of_figure - first),
        qualifiers=about.qualifiers,
    )
