"""Whose books a figure is from: who is named for it, or who was and goes on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.memory import About
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.offices import may_count, named_for, office_of, speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import as_counted_by
from cnkz_stats.text.topics import Topics

_BACK = 2
"""So many sentences before "this was reported by" are what was reported."""


@dataclass(frozen=True)
class Credit:
    """A figure of a sentence with those `named` as sources; `told` are the topics of its own words.

    `before` is what the figure before it is about, `last` what the sentence before ended with.
    """

    passage: Passage
    number: int
    told: Topics
    named: Sequence[Cue]
    before: About | None
    last: About | None

    @property
    def goes_on(self) -> bool:
        """Whether nobody is named, so that who spoke last may go on."""
        return self.before is None and not self.named

    def office(self, series: str) -> str:
        """Who counts a figure of that series; empty if the text does not say."""
        carried = self.last.authority if self.last is not None else ""
        cue = named_for(self.passage, self.number, self.named)
        figure = self.passage.figures[self.number]
        if cue is not None:
            start, _ = self.passage.segment(figure.start)
            office = office_of(cue.code, series, self.before.authority if self.before else carried)
            return office if start <= cue.start < figure.start or self._may_count(office, series) else ""
        if self.before is not None:
            carried = self.before.authority
        elif self.named:
            return ""
        return carried if self._may_count(carried, series) else ""

    def _may_count(self, office: str, series: str) -> bool:
        elsewhere = table("series")["not_at"]
        if any(office in elsewhere.get(topic, ()) for topic in self.told):
            return False
        return may_count(office, as_counted_by(office, series))


def is_long_ago(office: str, year: int, told: int) -> bool:
    """Whether a year is so long before the earliest one that an office has told of that it is not the one who tells of it."""
    return (
        office not in table("series")["long_ago"]["offices"]
        and told - year >= table("series")["long_ago"]["years"]
    )


def told_back(passage: Passage) -> str:
    """Who told what stands before a sentence like "this was reported by the ministry"; empty if it is none of that kind."""
    named = speakers(passage)
    if not named or "back" not in passage.codes("hint", 0, len(passage.sentence.text)):
        return ""
    return office_of(named[-1].code, "", "")


def with_sources_behind(told: Iterable[tuple[Sequence[Mention], str]]) -> Iterator[Mention]:
    """The mentions of sentence after sentence; each with the office that is said to have told of those before."""
    waiting: list[Sequence[Mention]] = []
    for mentions, office in told:
        if office:
            waiting = [[_credited(one, office) for one in earlier] for earlier in waiting]
        waiting.append(mentions)
        if len(waiting) > _BACK:
            yield from waiting.pop(0)
    for mentions in waiting:
        yield from mentions


def _credited(mention: Mention, office: str) -> Mention:
    series = as_counted_by(office, mention.series)
    if mention.authority or not may_count(office, series):
        return mention
    return replace(mention, authority=office, series=series)
