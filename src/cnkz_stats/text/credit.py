"""Whose books a figure is from: who is named for it, or who was and goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.local import places_before
from cnkz_stats.text.memory import SPEAKERS, STATISTICS, About, Memory
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.named import named_for
from cnkz_stats.text.offices import may_count, office_of, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.places import CENTRAL_ASIA, places
from cnkz_stats.text.sentences import Sentence
from cnkz_stats.text.series import as_counted_by
from cnkz_stats.text.sides import beside
from cnkz_stats.text.topics import Topics

_QUOTES = frozenset('"“«„「『—–-')
_PAIRS = (("«", "»"), ("“", "”"), ("「", "」"), ("『", "』"))
_SIGN = '"'
_CLOSING = frozenset('»”」』"')
_OWNED = frozenset({"ownership_share"})
"""Series of what is the case, whoever spoke before."""
_NATIONAL = frozenset({"turnover", "exports", "imports", "agri_turnover", "agri_exports", "rail_tonnage"})
"""Series of two countries, of which a company that told of itself does not go on to tell."""
_BEGINS = 12
"""So many letters before the first speaker a sentence begins with him."""
_BACK, _SPEECH = 3, 40
"""So many sentences before "this was reported by" are what was reported, and of a quotation at most."""


@dataclass(frozen=True, eq=False, repr=False)
class Credit:
    """A figure of a sentence with those `named` as sources; `told` are the topics of its own words.

    `before` is what the figure before it is about, `last` what the sentence before ended with, `memory` who spoke.
    """

    passage: Passage
    number: int
    statement: Statement
    told: Topics
    named: Sequence[Cue]
    before: About | None
    last: About | None
    memory: Memory

    @property
    def goes_on(self) -> bool:
        """Whether nobody is named, so that who spoke last may go on."""
        return self.before is None and not self.named

    @property
    def _sources(self) -> Sequence[Cue]:
        """Those named as sources; the leaders of both countries are none, but what they want in their own words is no other's."""
        is_goal = self.statement is Statement.TARGET and not self.memory.speaks_on
        return self.named if is_goal else [cue for cue in self.named if cue.code != "BOTH"]

    def office(self, series: str) -> str:
        """Who counts a figure of that series; empty if the text does not say."""
        cue = named_for(self.passage, self.number, self._sources)
        figure = self.passage.figures[self.number]
        if self._is_between_books(series, cue):
            return ""
        if cue is not None:
            start, _ = self.passage.segment(figure.start)
            office = office_of(cue.code, series, self._spoke_before(cue))
            if self._is_goal(office):
                return self._speaker(start)
            inside = start <= cue.start < figure.start
            if self._may_count(office, series) or (inside and not self._speaker(start)):
                return office
            return self._speaker(start) if inside else ""
        if self.before is not None:
            carried = self.before.authority
        elif any(one.start < figure.start for one in self._sources):
            carried = self.memory.voice if self.memory.in_quotes else ""
        else:
            carried = self._carried
        if carried and self._goes_on_with(carried, series):
            return carried
        spoken = self.before is None and self.memory.speaks_on and series != "mirror_gap"
        voice = self.memory.voice if spoken else ""
        return voice if voice and self._goes_on_with(voice, series) else ""

    def _goes_on_with(self, office: str, series: str) -> bool:
        """Whether who told what is before a figure may tell it, too: no goal for one who counts, no share of an owner."""
        owned = self.before is None and series in _OWNED
        counts = not (self._is_goal(office) or self._is_elsewhere or owned)
        counts = counts and not (office == "COMPANY" and (series in _NATIONAL or self._turns))
        return counts and self._may_count(office, series) and not self._is_of_region(office, series)

    @property
    def _turns(self) -> bool:
        """Whether a sentence turns to something else, of which a company that told of itself does not go on to tell."""
        start = beside(self.passage.lang, "turns").match(self.passage.sentence.text.lstrip())
        return start is not None and self.before is None

    @property
    def _is_elsewhere(self) -> bool:
        """Whether a figure is of another place than that of which alone its speaker tells."""
        local, figure = self.memory.local, self.passage.figures[self.number]
        return (
            bool(local)
            and not self.memory.speaks_on
            and self.before is None
            and bool(places_before(self.passage, figure.start) - local)
        )

    def _is_goal(self, office: str) -> bool:
        """Whether a figure is a goal, which those who count do not set."""
        return self.statement is Statement.TARGET and office in STATISTICS

    def _is_between_books(self, series: str, cue: Cue | None) -> bool:
        """Whether a figure is how far the books told before it are apart, which is in neither of them."""
        if series != "mirror_gap":
            return False
        if cue is None or self.number == 0:
            return cue is None and not self.memory.speaks_on
        return cue.start < self.passage.figures[self.number - 1].end and cue.code not in SPEAKERS

    def _spoke_before(self, cue: Cue) -> tuple[str, ...]:
        """Who spoke before an office is named, the last one last: "our figures" are his who is named before them."""
        own = [office_of(one.code, "", ()) for one in self.named if one.end <= cue.start]
        if cue.code == "OURS" and own:
            return tuple(own)
        heard = (*self.memory.heard, self.memory.speaker, self.memory.present, self.memory.host)
        told = self.before.authority if self.before is not None else ""
        return tuple(filter(None, (*heard, told)))

    def _is_of_region(self, office: str, series: str) -> bool:
        """Whether trade with all of the region is told of, which an office does not mean by its word for its own."""
        if as_counted_by(office, series) == series:
            return False
        return CENTRAL_ASIA in places(self.passage, 0, self.passage.figures[self.number].start)

    def _speaker(self, start: int) -> str:
        """Who speaks before the figure, from a place on, for a figure that is in nobody's books."""
        figure = self.passage.figures[self.number]
        general = table("series")["general"]["offices"]
        said = [cue for cue in self.named if start <= cue.start < figure.start and cue.code in general]
        return office_of(said[-1].code, "", ()) if said else ""

    @property
    def _carried(self) -> str:
        """Who spoke last; those who speak rather than count do so to the end of the paragraph, or of what is quoted."""
        spoken = self.last.authority if self.last is not None else ""
        if "aside" in self.passage.codes("hint", 0, _BEGINS) and not self.memory.speaks_on:
            return ""
        if self.memory.speaks_on:
            return spoken or self.memory.voice
        same = self.memory.paragraph == self.passage.sentence.paragraph
        if self.memory.in_item and not same:
            return ""
        goes_on = same or self.passage.is_item or spoken not in SPEAKERS
        return (spoken if goes_on else "") or self.memory.narrator

    def _may_count(self, office: str, series: str) -> bool:
        elsewhere = table("series")["not_at"]
        spoken = self.before or self.last
        goes_on = spoken.topics if spoken is not None and spoken.authority == office else ()
        if any(office in elsewhere.get(topic, ()) and topic not in goes_on for topic in self.told):
            return False
        return may_count(office, as_counted_by(office, self.at_port(office, series)))

    def at_port(self, office: str, series: str) -> str:
        """The series, the port's where those who count at a port go on with what came by rail."""
        at: dict[str, str] = table("series")["at_port"].get(office, {})
        spoken = self.before or self.last
        if series not in at or spoken is None or "port" not in spoken.topics:
            return series
        between = "KZ" in places(self.passage, 0, self.passage.figures[self.number].start)
        return series if between else at[series]


def is_long_ago(office: str, year: int, told: int) -> bool:
    """Whether a year is so long before the earliest one that an office has told of that it is not the one who tells of it."""
    ago = table("series")["long_ago"]
    return bool(office) and told - year >= ago["kept" if office in ago["keepers"] else "years"]


@dataclass(frozen=True, eq=False, repr=False)
class Told:
    """The figures of a sentence, and who is said to have told what stands before it: all, or what is `quoted` only."""

    mentions: Sequence[Mention]
    sentence: Sentence
    office: str = ""
    quoted: bool = False


def told_back(passage: Passage, before: str) -> tuple[str, bool]:
    """Who told what stands before a sentence, as "this was reported by" him or as the words quoted; empty if nobody did.

    `before` is the sentence before: what it quotes may be told by whom this one begins with.
    """
    named = speakers(passage)
    text = passage.sentence.text
    end = _end_of_quote(text)
    if before.rstrip()[-1:] in _CLOSING and named and named[0].start <= _BEGINS:
        return office_of(named[0].code, "", ()), True
    if not passage.figures and "back" in passage.codes("hint", 0, len(text)):
        end = -1
    elif end < 0:
        return "", False
    general = table("series")["general"]["offices"]
    one = min((cue for cue in named if cue.start > end), key=lambda cue: cue.code in general, default=None)
    return office_of(one.code, "", ()) if one else "", end >= 0


def _end_of_quote(text: str) -> int:
    """Where a quotation ends that began before the sentence; -1 if none does."""
    for first, last in _PAIRS:
        if text.count(last) > text.count(first):
            return text.rindex(last)
    place = text.rfind(_SIGN)
    return place if text.count(_SIGN) % 2 and place > 0 and not text[place - 1].isspace() else -1


def _starts_quote(text: str) -> bool:
    opened = any(text.count(first) > text.count(last) for first, last in _PAIRS)
    return opened or (text.count(_SIGN) % 2 == 1 and _end_of_quote(text) < 0)


def with_sources_behind(told: Iterable[Told]) -> Iterator[Mention]:
    """The mentions of sentence after sentence; each with the office that is said to have told of those before."""
    waiting: list[Told] = []
    quoted = 0
    for one in told:
        if one.office:
            waiting = _credited_to(one, waiting)
        waiting.append(one)
        quoted = quoted + 1 if quoted or _starts_quote(one.sentence.text) else 0
        while len(waiting) > max(_BACK, min(quoted, _SPEECH)):
            yield from waiting.pop(0).mentions
        quoted = 0 if _end_of_quote(one.sentence.text) >= 0 else quoted
    for earlier in waiting:
        yield from earlier.mentions


def _credited_to(one: Told, waiting: Sequence[Told]) -> list[Told]:
    """The sentences before, as told by the same; of those before a quotation only what is in it."""
    starts = [place for place, earlier in enumerate(waiting) if _starts_quote(earlier.sentence.text)]
    same = [place for place, earlier in enumerate(waiting) if _are_together(earlier, one)]
    first = (starts[-1] if starts else len(waiting) - 1) if one.quoted else next(iter(same), 0)
    return [
        *waiting[:first],
        *(
            replace(earlier, mentions=[_credited(mention, one) for mention in earlier.mentions])
            for earlier in waiting[first:]
        ),
    ]


def _are_together(earlier: Told, one: Told) -> bool:
    """Whether two sentences are of one paragraph."""
    return earlier.sentence.paragraph == one.sentence.paragraph


def _credited(mention: Mention, told: Told) -> Mention:
    series = as_counted_by(told.office, mention.series)
    is_told = mention.authority and not (told.quoted and mention.authority in SPEAKERS)
    if is_told or not may_count(told.office, series):
        return mention
    return replace(mention, authority=told.office, series=series)
