"""When a figure of a sentence is about, and what it is compared with."""

from dataclasses import dataclass, field

from cnkz_stats.figures.period import Period
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.periods import Spoken

_JOINED, _DIRECTLY = 40, 6
_DATELINE = 1
"""A month and a year in so many first sentences may be the date of the text."""


@dataclass(slots=True)
class Clock:
    """What a text has said so far about time: its own year, the year and the period spoken of last."""

    document: int | None = None
    year: int | None = None
    resolved: dict[int, Period] = field(default_factory=dict)
    sentences: int = 0

    def hear(self, passage: Passage) -> None:
        """Resolve the periods of a sentence, in their order."""
        self.resolved = {}
        self.sentences += 1
        for spoken in passage.periods:
            dated = spoken.is_day or (spoken.first == spoken.last and self.sentences <= _DATELINE)
            if self.document is None and spoken.year and dated and not spoken.is_base:
                self.document = spoken.year
            period = spoken.resolved(document=self.document, before=self.year)
            if period is not None:
                self.resolved[spoken.start] = period
                if not spoken.is_base:
                    self.year = period.last.year


def period_of(passage: Passage, number: int, clock: Clock) -> Period | None:
    """The period that the sentence gives for a figure: in its clause, before it, behind it; `None` if it gives none."""
    spoken = nearest(passage, number)
    return None if spoken is None else clock.resolved.get(spoken.start)


def nearest(passage: Passage, number: int) -> Spoken | None:
    """The period spoken of nearest to a figure; days and what is compared with left out."""
    figure = passage.figures[number]
    start, _ = passage.clause(figure.start)
    _, end = passage.clause(max(figure.start, figure.end - 1))
    _, segment_end = passage.segment(figure.start)
    usable = [one for one in passage.periods if not one.is_base and not one.is_day]
    right = (
        passage.figures[number + 1].start if number + 1 < len(passage.figures) else len(passage.sentence.text)
    )
    before = [one for one in usable if one.start < figure.start]
    behind = [one for one in usable if figure.end <= one.start < min(end, right)]
    inside = [one for one in before if one.start >= start]
    if inside and behind:
        left = passage.figures[number - 1].end if number else -_DIRECTLY
        taken = 0 <= inside[-1].start - left <= _DIRECTLY
        near = min(behind[0], inside[-1], key=lambda one: _distance(one, figure.start, figure.end))
        return behind[0] if taken else near
    if inside or behind:
        return inside[-1] if inside else behind[0]
    if before:
        return before[-1]
    later = [one for one in usable if figure.end <= one.start < segment_end]
    return later[0] if later else None


def _distance(one: Spoken, start: int, end: int) -> int:
    return start - one.end if one.start < start else one.start - end


def base_of(passage: Passage, number: int, period: Period | None, clock: Clock) -> Period | None:
    """What a figure is compared with, if the sentence names it; the same months of a year that is named alone."""
    figure = passage.figures[number]
    bases = [one for one in passage.periods if one.is_base and one.start in clock.resolved]
    left = passage.figures[number - 1].end if number else 0
    near = [one for one in bases if figure.end <= one.start <= figure.end + 2 * _JOINED]
    near += [one for one in bases if left <= one.start < figure.start]
    near = near or [one for one in bases if one.start < figure.start]
    if not near:
        return None
    base = clock.resolved[near[0].start]
    if (
        period is not None
        and near[0].is_whole_year
        and not period.is_year
        and period.last.year != base.last.year
    ):
        return period.moved(base.first.year - period.first.year)
    return base
