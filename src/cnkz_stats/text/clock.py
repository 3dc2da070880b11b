"""What a text has said so far about time."""

from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from itertools import pairwise
from typing import NamedTuple

from cnkz_stats.figures.figure import TIMES
from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.nearest import is_of_compared, nearest
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.spoken import Spoken

_IN_BOTH_WAYS = later(r"[,，]? ?[(（]?(?:that is,? |i\.e\.,? |то есть |即|яғни )?(?:в )?")
_LEVELS = frozenset({Statement.LEVEL, Statement.TARGET})
_NEXT, _PARAGRAPH = 2, 8
"""So many sentences on, a period may still hold, in another and in the same paragraph."""
_YEAR, _DIRECTLY, _LONG = 12, 10, 100
_DATELINE, _OPENING = 1, 4
"""A month and a year in so many first sentences, or in brackets of their own, may be the date of the text."""
_WORKS = frozenset(
    {"pipeline", "plant", "dry_port", "crossing", "port", "rail", "terminal", "lianyungang", "green"}
)
"""What is opened once."""
_GRAINS, _HARVEST = frozenset({"grain", "flour", "crop"}), 7
"""The month in which a marketing year of grain begins."""
_BRACKETS = later(r"[(（][^()（）]{4,30}[)）]")


class Level(NamedTuple):
    """An amount of a series in a period, the sentence that told it, and whether as a plan."""

    series: str
    period: Period | None
    value: Fraction
    unit: str
    sentence: int
    is_planned: bool


@dataclass(slots=True, eq=False, repr=False)
class Clock:
    """What a text has said so far about time.

    `document` is its own date, `present` the year from which it counts if it has none, `is_dated` that it is told at its start, `year` that of periods told without one, `before` the period spoken of last; `resolved` are
    the periods of the sentence, `undated` the places of those that count from the unknown day of the text, `near` those of its figures, `levels` those of the levels told last, `bases` what multiples of a series were compared
    with; `begun` is the day on which something begun, `last` the period of the figure before, `told` in which sentence and paragraph it stood, `asked` that of a question and its sentence,
    `headed` that for which a heading or question tells of plans.
    """

    document: Period | None = None
    present: Period | None = None
    is_dated: bool = False
    year: int | None = None
    before: Period | None = None
    resolved: dict[int, Period] = field(default_factory=dict)
    undated: tuple[int, ...] = ()
    near: dict[int, Spoken | None] = field(default_factory=dict)
    sentences: int = 0
    paragraph: int = -1
    levels: list[Level] = field(default_factory=list)
    bases: dict[str, tuple[Period, int]] = field(default_factory=dict)
    begun: date | None = None
    last: Period | None = None
    told: tuple[int, int] = (0, 0)
    asked: tuple[Period | None, int] = (None, 0)
    headed: tuple[Period | None, int] = (None, 0)
    is_waiting: bool = False
    is_adrift: bool = False
    """Whether the text told of "this year" without a date."""
    is_dated_late: bool = False
    """Whether the text gave its date only behind what counts from that, which can be told when it is read again."""

    def hear(self, passage: Passage) -> Passage:
        """The sentence with those of its periods that can be resolved, in their order."""
        self.resolved, self.near = {}, {}
        self.sentences += 1
        self._take_days(passage)
        self.paragraph = passage.sentence.paragraph
        undated: list[int] = []
        year = self.document.last.year if self.document and passage.is_news else self.year
        for spoken in passage.periods:
            period = self._resolve(spoken, passage, year)
            if self._is_this_year_so_far(spoken, passage):
                year = self.document.last.year if self.document and spoken.relative == "document" else year
                continue
            if period is not None:
                self.resolved[spoken.start] = period
                year = self._remember(spoken, passage, period, year)
            elif not spoken.is_base and (
                spoken.relative == "document" or spoken.is_open or self._is_adrift(spoken)
            ):
                undated.append(spoken.start)
                self.is_adrift |= self._is_this_year(spoken, passage)
                year = self.year = None if self.is_adrift else year
        self.undated = tuple(undated)
        self.is_waiting |= bool(undated) or any(one.start not in self.resolved for one in passage.periods)
        periods = [one for one in passage.periods if one.start in self.resolved]
        return passage if len(periods) == len(passage.periods) else replace(passage, periods=periods)

    def _is_adrift(self, spoken: Spoken) -> bool:
        """Whether months without a year are those of the unknown year of the text, told as "this year"."""
        return self.is_adrift and self.year is None and not spoken.year and not spoken.relative

    @staticmethod
    def _is_this_year(spoken: Spoken, passage: Passage) -> bool:
        """Whether "this year" is spoken of, which is none that the text told before."""
        return (
            spoken.by == 0
            and pattern(passage.lang, "this_year").search(passage.between(spoken.start, spoken.end))
            is not None
        )

    def _is_this_year_so_far(self, spoken: Spoken, passage: Passage) -> bool:
        """Whether "this year" is that of the day or month up to which the sentence tells: by the end of October."""
        reach = 0 if "target" in passage.codes("mark", 0, len(passage.sentence.text)) else _LONG
        told = (
            one
            for one in passage.periods
            if one.is_asof and 0 <= spoken.start - one.end <= max(_DIRECTLY, reach if one.days else 0)
        )
        behind = (one for one in passage.periods if 0 <= one.start - spoken.end <= _DIRECTLY)
        is_all = "whole" in passage.codes("hint", spoken.start, spoken.end)
        same = spoken.relative == "before" and not is_all
        is_year = (spoken.relative == "document" or same) and spoken.by == 0 and spoken.is_whole_year
        so_far = any(one.is_asof and one.days and one.year is None for one in behind)
        return is_year and (so_far or any(one.start in self.resolved for one in told))

    def _take_days(self, passage: Passage) -> None:
        """Take the date of the text, and the day on which something begun, before anything counts from them."""
        self._take_year(passage)
        for spoken in passage.periods:
            self._take_date(spoken, passage)
            if spoken.is_begun and spoken.year:
                day = spoken.resolved(document=None, before=None)
                self.begun = day.first if day else self.begun

    def _resolve(self, spoken: Spoken, passage: Passage, year: int | None) -> Period | None:
        named = self.document or spoken.relative or spoken.year
        near = year or (None if named else _year_behind(passage))
        known = None if near is None else Period.year(near)
        before = self._before(spoken, known, passage)
        now = self.document if self.is_dated else None
        period = spoken.resolved(
            document=self.document or self._present(spoken, passage), before=before, now=now, begun=self.begun
        )
        return self._season(period, passage) if period is not None and spoken.is_season else period

    def _remember(self, spoken: Spoken, passage: Passage, period: Period, year: int | None) -> int | None:
        """Remember a period for those that count from it; the year of what the sentence tells next without one."""
        if spoken.is_begun or (spoken.is_open and (spoken.days is not None or self.begun is None)):
            self.begun = period.first
        told_as_plan = spoken.is_due or "target" in passage.codes("mark", 0, spoken.start)
        ahead = told_as_plan and spoken.by_year_alone and self._is_ahead(passage, period, spoken)
        looks_back = spoken.relative == "moved" and spoken.year and self.before and period < self.before
        compared = spoken.is_base or is_of_compared(passage, spoken)
        if passage.is_aside(spoken) or compared or ahead or looks_back:
            return year
        if (
            self.year
            and period.last.year < self.year
            and pattern(passage.lang, "once").search(passage.sentence.text)
        ):
            return period.last.year
        ran_over = spoken.is_open and period.first.year != period.last.year
        if ran_over and any(one.start < spoken.start and not one.is_base for one in passage.periods):
            return year
        if ran_over:
            period = Period.year(period.first.year)
        if not spoken.is_day:
            self.before = period
        if (spoken.year or spoken.by >= 0) and not (ran_over or (spoken.is_open and spoken.year)):
            self.year = period.last.year
        return period.last.year

    def _take_year(self, passage: Passage) -> None:
        """Take the year of the text from a year told in both ways: last year, 2024; в ушедшем 2024 году."""
        gone = pattern(passage.lang, "gone_by").search(passage.sentence.text)
        if gone is not None and self.document is None:
            self.present = Period.year(int(gone["y"]) + 1)
        so_far = pattern(passage.lang, "so_far_in").search(passage.sentence.text)
        if so_far is not None:
            self.present = Period.year(int(next(filter(None, so_far.groups()))))
        for one, other in pairwise(passage.periods):
            told = one.relative == "document" and one.is_whole_year and not one.back
            joined = _IN_BOTH_WAYS.fullmatch(passage.between(one.end, other.start)) is not None
            if told and joined and other.year and other.is_whole_year:
                self.present = Period.year(other.year - one.by)

    def _present(self, spoken: Spoken, passage: Passage) -> Period | None:
        """The year that others count from, and plans; not what is so now."""
        planned = "target" in passage.codes("mark", 0, len(passage.sentence.text))
        told = [
            one for one in passage.periods if one.start < spoken.start and one.year and not one.is_whole_year
        ]
        present = Period.year(told[-1].year) if told and told[-1].year and spoken.by == -1 else self.present
        if present is None and self.before is not None and self.before.months == 1:
            return Period.year(self.before.last.year)
        return present if spoken.by or planned else None

    def _is_of_entry(self, spoken: Spoken, passage: Passage) -> bool:
        """Whether a paragraph begins with a date alone, that of an entry: "2015, September. Contracts were signed"."""
        text = passage.sentence.text.rstrip()
        alone = not any(map(str.isalnum, text[: spoken.start] + text[spoken.end :])) and text.endswith(".")
        return alone and bool(spoken.year) and passage.sentence.paragraph != self.paragraph

    def _take_date(self, spoken: Spoken, passage: Passage) -> None:
        """Take the first day for the date of the text, or a month in the first sentence or brackets of its own, or a year if that is a heading."""
        if self._is_of_entry(spoken, passage):
            self.document, self.is_dated = spoken.resolved(document=None, before=None), True
            return
        is_heading = not passage.figures
        if is_heading and not spoken.is_day and _is_of_works(passage):
            return
        first = self.sentences <= (
            _OPENING if _BRACKETS.fullmatch(passage.sentence.text.strip()) else _DATELINE
        )
        dated = spoken.is_day or (first and is_heading and spoken.is_asof and spoken.days is not None)
        dated = dated or (first and (spoken.is_month or (is_heading and spoken.is_whole_year)))
        ends = passage.sentence.text[spoken.end :].strip() in {"", "."}
        early = self.sentences <= _OPENING and not self.levels
        in_heading = early and is_heading and spoken.is_month and ends
        dated = dated or in_heading
        if (
            self.document is None
            and spoken.year
            and spoken.year >= (self.year or 0)
            and dated
            and not (spoken.is_base or (spoken.is_begun and not spoken.is_whole_year) or spoken.is_open)
        ):
            self.document = spoken.resolved(document=None, before=None)
            self.is_dated_late = self.is_waiting
            self.is_dated = in_heading or (first and (spoken.is_day or is_heading or spoken.is_head))

    def _before(self, spoken: Spoken, known: Period | None, passage: Passage) -> Period | None:
        """What a period counts from: what was compared with last for "then", what was spoken of last, or its year."""
        if spoken.is_alike or (self._is_as_long(spoken, passage) and self.before is not None):
            return self.before
        run = self.carried(passage)
        if (
            spoken.is_then
            and not spoken.is_base
            and run is not None
            and run.months > _YEAR
            and self.before == Period.year(run.first.year)
        ):
            return run
        if spoken.relative not in {"moved", "month"}:
            same = spoken.relative == "before" and not spoken.by
            planned = same and "target" in passage.codes("mark", 0, len(passage.sentence.text))
            return max(known, self.document) if known and self.document and planned else known
        bases = [
            one
            for one in passage.periods
            if one.is_base and one.start in self.resolved and one.start < spoken.start
        ]
        return self.resolved[bases[-1].start] if spoken.is_then and bases else self.before

    def _is_as_long(self, spoken: Spoken, passage: Passage) -> bool:
        """Whether "a year ago" is as long as the months that the sentence told before: 200 in the first quarter, 114 a year ago."""
        told = any(one.start < spoken.start and one.start in self.resolved for one in passage.periods)
        return spoken.relative == "ago" and spoken.by == -1 and told

    def _season(self, period: Period, passage: Passage) -> Period:
        """A season has the months of the one told before it; one of grain runs from July to June."""
        before = self.before
        if before is not None and before.months == _YEAR and before.first.month != 1:
            return before.moved(period.last.year - before.last.year)
        if _GRAINS.isdisjoint(passage.codes("topic", 0, len(passage.sentence.text))):
            return period
        return Period(period.first.replace(month=_HARVEST), period.last.replace(month=_HARVEST - 1, day=30))

    def _is_ahead(self, passage: Passage, period: Period, spoken: Spoken) -> bool:
        if self.document is None:
            return spoken.is_due and "target" in passage.codes("mark", 0, len(passage.sentence.text))
        return (period.last if spoken.is_due else period.first) > self.document.last

    def nearest(self, passage: Passage, number: int) -> Spoken | None:
        """The period of the sentence that is nearest to a figure, told once."""
        if number not in self.near:
            self.near[number] = nearest(passage, number)
        return self.near[number]

    def carry(self, period: Period | None, passage: Passage) -> None:
        """Remember the period of a figure or heading for what goes on behind it."""
        self.last, self.told = period, (self.sentences, passage.sentence.paragraph)

    def carried(self, passage: Passage) -> Period | None:
        """The period of the figure before, if a sentence may go on with it."""
        sentence, paragraph = self.told
        same = paragraph == passage.sentence.paragraph or passage.is_item
        return self.last if self.sentences - sentence <= (_PARAGRAPH if same else _NEXT) else None

    def is_unfinished(self, period: Period | None) -> bool:
        """Whether a period is the year in which the text was written, before its end."""
        day = self.document
        written = day is not None and day.months < _YEAR and day.last.month < _YEAR
        return written and day is not None and period == Period.year(day.last.year)

    def keep(self, level: Level, statement: Statement, base: Period | None) -> None:
        """Remember a level, told or planned, or what a multiple was compared with."""
        if level.period is None:
            return
        if statement in _LEVELS and level.unit != TIMES:
            self.levels.append(level)
        if statement is Statement.MULTIPLE and base is not None and base != level.period.year_earlier():
            self.bases[level.series] = (base, self.sentences)


def _is_of_works(passage: Passage) -> bool:
    """Whether a sentence tells when works were opened: the pipeline came into operation in December 2005."""
    named = _WORKS.isdisjoint(passage.codes("topic", 0, len(passage.sentence.text)))
    return not named and pattern(passage.lang, "opened").search(passage.sentence.text) is not None


def _year_behind(passage: Passage) -> int | None:
    """The year that a sentence prints behind months without one, where none was told before: as of 10 May, in 2023."""
    told = (one for one in passage.periods if not (one.is_base or passage.is_aside(one)))
    return next((one.year for one in told if one.year), None)
