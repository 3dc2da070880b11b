"""What goes on: what the figure before was about, and the whole of which that may be a part."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from cnkz_stats.figures.later import later
from cnkz_stats.text.asked import asked, is_interview, is_own_words, persons_in
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.local import local_to
from cnkz_stats.text.offices import all_speakers, office_of, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.places import ABROAD, CENTRAL_ASIA, HOME, XINJIANG, Pair, is_through, pair_of, places
from cnkz_stats.text.saying import speaks
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.series import is_part
from cnkz_stats.text.topics import Topics, all_topics, over

SPEAKERS = frozenset({"KZ-GOV", "CN-GOV", "COMPANY"})
"""Offices that speak rather than count."""
STATISTICS = frozenset({"GACC", "BNS"})
"""Offices that are cited rather than asked."""
_QUOTES = frozenset('"“«„「『—–-')
_ANSWER = later(r"(?:answer|reply|a|ответ|答|жауап|о|ж)(?: \w{2,12})? ?[:.：]", re.IGNORECASE)
_QUESTION = later(r"(?:question|q|вопрос|问|сұрақ|в|с) ?[:.：]", re.IGNORECASE)
_LABEL = 24
_CHINA = later(r"\b(?:China|Chinese|PRC|Кита[йяюе]|китай|КНР|Поднебесн|Қытай|қытай|ҚХР|Qyta)|[中华]")
_OF_CHINA = frozenset(
    {"CN", CENTRAL_ASIA, XINJIANG, "GACC", "CN-GOV", "CR", "BORDER", "crossing", "port", "pipeline"}
)
_TWO = "two"
"""Told of instead of a country: trade between both."""
_OPENING, _CLOSING, _SIGN = "“«„「『", "”»」』", '"'
_TOLD = 10
"""More letters behind a quotation tell who said it."""
_COLONS = frozenset(":：")
_ASKS = frozenset("?？")
_MEMORY, _PARAGRAPH, _HEARD = 2, 8, 8
"""So many sentences on, a sentence may still go on with what was spoken of, in another and in the same paragraph."""


class About(NamedTuple):
    """What a figure is about. `topics` and `measure` told the series, `side` whose exports it tells of, for what goes on after it."""

    series: str = ""
    area: str = HOME[0]
    partner: str = HOME[1]
    scope: str = ""
    authority: str = ""
    topics: Topics = ()
    measure: str = ""
    side: str = ""
    whole: str = ""
    qualifiers: Topics = ()

    @property
    def pair(self) -> Pair:
        """Area and partner."""
        return self.area, self.partner


@dataclass(slots=True, eq=False, repr=False)
class Memory:
    """What was spoken of last, and the whole of which that may be a part."""

    last: About = field(default_factory=About)
    whole: About = field(default_factory=About)
    by_measure: dict[str, About] = field(default_factory=dict)
    speaker: str = ""
    """Who spoke last, however long ago: "he added" is of him."""
    heard: tuple[str, ...] = ()
    """All who were named as speaking, the last one last: "the diplomat added" is of the envoy who cited the customs."""
    talker: str = ""
    """Who spoke last of those who are asked rather than cited, empty if that is nobody of an office."""
    present: str = ""
    """The office of the person named last who has not spoken since: "he said" is of him."""
    host: str = ""
    """Who answers all that is asked, as the heading of an interview says."""
    narrator: str = ""
    """Whose speech, column, letter or list the text is, as its heading or the first words behind its greeting say."""
    is_hosted_late: bool = False
    """Whether the text told who answers only behind his answers, which can be told when it is read again."""
    local: frozenset[str] = frozenset()
    """The places of which alone tells who spoke last."""
    in_item: bool = False
    """Whether who spoke last was named in an item of a list, which is his alone."""
    opening: About = field(default_factory=About)
    """What the first figure of the paragraph was about."""
    is_quoted: bool = False
    """Whether the paragraph is quoted speech."""
    in_quotes: bool = False
    """Whether the sentence begins in a quotation."""
    in_answer: bool = False
    """Whether somebody answers a question."""
    _colon: str = ""
    _greeted: int = _PARAGRAPH
    _open: int = 0
    _begun: int = -1
    lands: set[str] = field(default_factory=set)
    """The countries, crossings and offices of which the text has told so far, by their codes."""
    at_home: bool = False
    """Whether what a country makes or uses at home was told last."""
    years: dict[str, int] = field(default_factory=dict)
    """The year of which each office told first."""
    sentence: int = -_PARAGRAPH
    paragraph: int = -1

    def keep(self, about: About, passage: Passage, count: int) -> None:
        """Remember a figure's."""
        self.last = self.by_measure[about.measure] = about
        self.at_home = False
        if not is_part_of(about, self.whole):
            self.whole = about
        self.speaker = about.authority or self.speaker
        if self.paragraph != passage.sentence.paragraph:
            self.opening = about
        self.sentence, self.paragraph = count, passage.sentence.paragraph

    @property
    def speaks_on(self) -> bool:
        """Whether the sentence is speech, so that its speaker goes on without being named."""
        return self.is_quoted or self.in_quotes or self.in_answer

    @property
    def voice(self) -> str:
        """Whose speech it is that nobody is named for."""
        said = self.speaker if self.speaker in SPEAKERS else ""
        return self.host or self.present or said or (self.talker if self.speaks_on else "")

    def take_lands(self, passage: Passage) -> None:
        """Note the countries, crossings and offices that a sentence names."""
        text = passage.sentence.text
        self.lands |= {*places(passage, 0, len(text)), *(cue.code for cue in passage.cues)}
        if _CHINA.search(text):
            self.lands.add("CN")
        if pattern(passage.lang, "bilateral").search(text):
            self.lands.add(_TWO)

    @property
    def tells_of_one(self) -> bool:
        """Whether the text has named Kazakhstan, and nothing yet by which its trade would be that with China."""
        between_us = _TWO in self.lands and ABROAD not in self.lands
        return "KZ" in self.lands and self.lands.isdisjoint(_OF_CHINA) and not between_us

    def hear(self, passage: Passage) -> None:
        """Remember whom a sentence names as speaking, or else as being there."""
        spoke = [office_of(cue.code, "", self.heard) for cue in all_speakers(passage)]
        self.heard = (*self.heard, *filter(None, spoke))[-_HEARD:]
        talkers = [one for one in spoke if one in SPEAKERS or not one]
        self.talker = talkers[-1] if talkers else self.talker
        if spoke:
            self.in_item, self.local = passage.is_item, local_to(passage)
        there = [office_of(cue.code, "", self.heard) for cue in persons_in(passage)]
        if there and not spoke:
            self.present = there[0]
        elif any(spoke):
            self.present = ""
        self._colon = spoke[-1] if spoke and passage.sentence.text.rstrip()[-1:] in _COLONS else ""
        self._take_narrator(passage, is_told=bool(spoke))
        if not self.host:
            self._take_host(passage, spoke)

    def _take_narrator(self, passage: Passage, *, is_told: bool) -> None:
        """Remember whose words all of the text is, if its heading or the words behind its greeting say so."""
        greets = not passage.figures and "greets" in passage.codes("hint", 0, len(passage.sentence.text))
        own = not self.by_measure and is_own_words(passage)
        self._greeted = 0 if greets else self._greeted + 1
        if own or (not self.narrator and 0 < self._greeted <= _MEMORY and not is_told):
            self.narrator = next((office_of(one.code, "", self.heard) for one in asked(passage)), "")
        signed = [one for one in speakers(passage) if passage.bracket(one.start) and not passage.figures]
        if signed:
            self.narrator = office_of(signed[0].code, "", self.heard)

    def _take_host(self, passage: Passage, spoke: Sequence[str]) -> None:
        """Remember who answers what is asked."""
        if is_interview(passage):
            self.is_hosted_late = self.sentence >= 0 and self.speaks_on
            found = [office_of(one.code, "", self.heard) for one in asked(passage)]
            self.host = next(filter(None, [*found, self.present, *reversed(self.heard)]), "")
        elif self.in_answer and spoke and not passage.figures:
            self.host = spoke[0]

    def begin_sentence(self, sentence: Sentence) -> None:
        """Note at the start of a paragraph whether it is quoted speech."""
        text = sentence.text.lstrip()
        if sentence.paragraph != self._begun:
            self._begun, self.is_quoted, self._open = sentence.paragraph, _is_speech(text), 0
            self.in_answer = False
            self.narrator = self._colon or self.narrator
        if _QUESTION.match(text) or _ANSWER.match(text):
            self.in_answer = _ANSWER.match(text) is not None
        self.in_quotes = self._open > 0 or text[:1] in {*_OPENING, _SIGN}
        self._open += sum(map(text.count, _OPENING)) - sum(map(text.count, _CLOSING))
        self._open = (self._open + text.count(_SIGN)) % 2 if _SIGN in text else self._open

    def end_sentence(self, first: About, *, contrasts: bool = False) -> None:
        """Forget who speaks for the last figure only, and the region told of beside the country, not those of the first one.

        What another one counts, told for a contrast, is an aside: 18 billion, whereas China counts 25.
        """
        if contrasts and first.authority:
            self.last = self.last._replace(authority=first.authority)
        if first.pair == HOME and first.series == self.last.series:
            self.whole = first if self.whole == self.last else self.whole
            self.last = self.last._replace(area=first.area, partner=first.partner)
        if self.last.authority in SPEAKERS and first.authority != self.last.authority:
            self.last = self.last._replace(authority="")

    def goes_on_with_opening(self, base: About, paragraph: int) -> bool:
        """Whether a paragraph is about the same from its first figure on: one crossing, one kind of goods."""
        same = self.paragraph == paragraph and base.series == self.opening.series
        return same and (base.series == "crossing_freight" or is_part(base.series, "rail_exports"))

    def keep_heading(self, passage: Passage, count: int) -> None:
        """Remember what a sentence without figures names: the ones behind may go on with it."""
        topics, named = all_topics(passage), speakers(passage)
        own = places(passage, 0, len(passage.sentence.text))
        if self._asks(passage) or self._is_of_somebody(passage, named):
            self.last = self.last._replace(authority="")
        if not (topics or named or own):
            return
        before = self.carried(passage, count) or About()
        if is_part_of(before, self.whole):
            before = self.whole._replace(authority=before.authority)
        about = before._replace(topics=over(topics, gone_on(before)), series="" if topics else before.series)
        area, partner = pair_of("turnover", own, before.pair)
        goes_on = before.authority not in SPEAKERS or passage.sentence.paragraph == self.paragraph
        carried = before.authority if goes_on or self.is_quoted else ""
        spoke = (*self.heard, *filter(None, [before.authority]))
        first = next((cue for cue in named if speaks(passage, cue)), *named[:1]) if named else None
        authority = office_of(first.code, "", spoke) if first is not None else carried
        self.speaker = authority or self.speaker
        self.last = self.whole = about._replace(area=area, partner=partner, authority=authority)
        self.sentence, self.paragraph = count, passage.sentence.paragraph

    def _is_of_somebody(self, passage: Passage, named: Sequence[Cue]) -> bool:
        """Whether a sentence quotes somebody of no office, who interrupts what was told."""
        told = re.split(f"[{_CLOSING}{_SIGN}]", passage.sentence.text)[-1]
        return self.in_quotes and not self.is_quoted and len(told) > _TOLD and not named

    def _asks(self, passage: Passage) -> bool:
        """Whether a sentence asks for something else that nobody has told yet: who studies there?"""
        same = passage.sentence.paragraph == self.paragraph or self.speaks_on
        spoke = self.last.authority
        goes_on = self.speaks_on and (spoke == self.host if self.host else spoke not in STATISTICS)
        return same and not goes_on and passage.sentence.text.rstrip()[-1:] in _ASKS

    def carried(self, passage: Passage, count: int) -> About | None:
        """What the sentences before were about, if this one may go on with it."""
        same = passage.sentence.paragraph == self.paragraph or passage.is_item or self.speaks_on
        return self.last if count - self.sentence <= (_PARAGRAPH if same else _MEMORY) else None


def _is_speech(text: str) -> bool:
    """Whether a paragraph begins as speech does, with a quotation mark, a dash, or the word for an answer or a question."""
    return text[:1] in _QUOTES or (_ANSWER.match(text) or _QUESTION.match(text)) is not None


def is_label(text: str) -> bool:
    """Whether a sentence only says that an answer follows."""
    return len(text.strip()) <= _LABEL and _ANSWER.match(f"{text.strip().rstrip('.')}.") is not None


def gone_on(before: About) -> Topics:
    """The topics that another measure goes on with: not the way that goods passed through the country."""
    ways = {*table("series")["slot"]["way_to"]} if is_through(before.series) else {*()}
    return tuple(topic for topic in before.topics if topic not in ways)


def is_part_of(about: About, whole: About) -> bool:
    """Whether something is a part of what was spoken of: its exports, Xinjiang's share of it, one of its five countries."""
    if about.series != whole.series:
        return is_part(about.series, whole.series)
    return about.pair != whole.pair and (about.area == XINJIANG or whole.partner == CENTRAL_ASIA)
