"""The figures that a text states, each with what the text says it is about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.normalise import Normalised, normalise
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import figures_in
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.text.about import (
    ABROAD,
    CENTRAL_ASIA,
    RELATIVE,
    About,
    directed,
    further_topics,
    office_of,
    pair_of,
    place_of,
    series_of,
    topics_around,
    unit_class,
)
from cnkz_stats.text.bases import base_of, one_end
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.cues import cues_in, table
from cnkz_stats.text.ellipsis import with_units
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.passage import Passage, breaks
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.sentences import Sentence, sentences
from cnkz_stats.text.statements import (
    goes_on_counting,
    is_beside,
    statement_of,
)
from cnkz_stats.text.when import Point, is_ahead, is_held, period_of

_MEMORY, _PARAGRAPH = 2, 8
"""So many sentences on, a sentence may still go on with what was spoken of, in another and in the same paragraph."""
_WHOLE = frozenset({"turnover", "rail"})
_ROSE = frozenset({Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})
_AHEAD = frozenset({Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE})


def extract(text: str, lang: str | None = None, published: str | None = None) -> tuple[Mention, ...]:
    """The figures that a text states, in their order.

    `lang` (en, ru, zh, kk) is recognised sentence by sentence if not given. `published` is the date of the text (ISO
    8601), from which "last year" is counted; else it is the first date that the text gives.
    """
    whole = normalise(text)
    listener = _Listener(Clock(document=Period.parse(published) if published else None))
    return tuple(
        _placed(mention, text, whole, sentence)
        for sentence in sentences(whole.text, lang)
        for mention in listener.mentions(sentence)
    )


def _placed(mention: Mention, text: str, whole: Normalised, sentence: Sentence) -> Mention:
    """The mention with places in the text as it was, not in the normalised sentence."""
    first = whole.original(sentence.start)
    last = whole.original(sentence.start + len(sentence.text))
    start = whole.original(sentence.start + mention.start)
    end = whole.original(sentence.start + mention.end)
    printed = replace(mention.read, text=text[first:last], start=start - first, end=end - first)
    return replace(mention, start=start, end=end, span=text[start:end], read=printed)


@dataclass(slots=True)
class _Heard:
    """What was spoken of last, and in which sentence and paragraph."""

    about: About
    period: Period | None
    statement: Statement
    sentence: int
    paragraph: int


@dataclass(slots=True)
class _Listener:
    """Reads sentence after sentence and remembers what may be carried on."""

    clock: Clock
    heard: _Heard | None = None
    count: int = 0
    unit: str = ""
    unit_before: str = ""
    _last: list[tuple[About, Statement]] = field(default_factory=list)

    def mentions(self, sentence: Sentence) -> Iterator[Mention]:
        self.count += 1
        passage = _passage(sentence)
        passage = self.clock.hear(passage)
        if not passage.figures:
            self._take_heading(passage)
            return
        if any(cue.code == "tariff" for cue in passage.cues):
            return
        self._last = []
        self.unit_before = self.unit
        passage, self.unit = with_units(passage, self.unit)
        for number in range(len(passage.figures)):
            yield from self._mention(passage, number)

    def _mention(self, passage: Passage, number: int) -> Iterator[Mention]:
        figure = passage.figures[number]
        before = self._last[-1] if self._last else None
        about = self._about(passage, number, before[0] if before else None)
        if about is None:
            return
        statement = statement_of(passage, number, before[1] if before else None)
        if statement in _AHEAD and is_ahead(passage, number, about.series, self.clock):
            statement = Statement.TARGET
        held = figure.unit not in RELATIVE and is_held(passage, number)
        self._last.append((about, before[1] if before and held else statement))
        statement = Statement.LEVEL if held else statement
        if ABROAD in (about.area, about.partner):
            return
        carried = self._carried(passage)
        told = [one for _, one in self._last[:-1]]
        point = Point(passage, number, statement, about.series, targets=Statement.TARGET in told)
        kept = period_of(point, self.clock, carried.period if carried else None)
        base = base_of(point, kept, self.clock)
        rose = any(one in _ROSE for one in told)
        period, base = one_end(point, kept, base, rose=rose)
        self.clock.keep(about.series, statement, period, base)
        if statement is Statement.TARGET:
            kept = carried.period if carried else None
        self.heard = _Heard(about, kept, statement, self.count, passage.sentence.paragraph)
        yield _mention(passage, figure, about=about, statement=statement, period=period, base=base)

    def _take_heading(self, passage: Passage) -> None:
        """Remember what a sentence without figures is about: the ones behind may go on with it."""
        end = len(passage.sentence.text)
        topics, offices = passage.codes("topic", 0, end), passage.codes("authority", 0, end)
        places = passage.codes("area", 0, end)
        usable = [
            one for one in passage.periods if not one.is_base and not one.is_day and one.first != one.last
        ]
        period = self.clock.resolved.get(usable[0].start) if usable else None
        if not (topics or offices or period):
            return
        carried = self._carried(passage)
        before = carried.about if carried else None
        area, partner = pair_of(places, None) if places or before is None else (before.area, before.partner)
        about = About(
            series="" if topics or before is None else before.series,
            area=area,
            partner=partner,
            scope="",
            authority=offices[-1] if offices else before.authority if before else "",
            topics=tuple(topics) or (before.topics if before else ()),
        )
        period = period or (carried.period if carried else None)
        self.heard = _Heard(about, period, Statement.LEVEL, self.count, passage.sentence.paragraph)

    def _carried(self, passage: Passage) -> _Heard | None:
        """What the sentences before were about, if this one may go on with it."""
        heard = self.heard
        if heard is None:
            return None
        same = passage.sentence.paragraph == heard.paragraph or _is_item(passage.sentence)
        return heard if self.count - heard.sentence <= (_PARAGRAPH if same else _MEMORY) else None

    def _about(self, passage: Passage, number: int, before: About | None) -> About | None:
        figure = passage.figures[number]
        carried = self._carried(passage)
        series, topics = self._series(passage, number, before, carried)
        if not series:
            return None
        goes_on = carried is not None and (
            carried.about.series in {series, ""} or carried.about.partner == CENTRAL_ASIA
        )
        previous = before or (carried.about if carried and goes_on else None)
        area, partner = place_of(passage, number, previous)
        own = passage.codes("area", 0, figure.start)
        area, partner = directed(series, area, partner, own, topics)
        authority = self._authority(passage, number, before, series, carried)
        scope = _scope(passage, series, topics)
        return About(series, area, partner, scope, authority, tuple(topics))

    def _series(
        self, passage: Passage, number: int, before: About | None, carried: _Heard | None
    ) -> tuple[str, Sequence[str]]:
        figure = passage.figures[number]
        unit = self._measure(passage, number)
        stages = [_themed(topics, carried) for topics in topics_around(passage, number)]
        if figure.unit in RELATIVE and before is not None:
            series = series_of(unit, stages[0]) or series_of(figure.unit, stages[0])
            return (series, stages[0]) if series else (before.series, before.topics)
        before_it, all_of_it = further_topics(passage, number)
        gone_on = [*stages[-1], *(carried.about.topics if carried else ())]
        for topics in (*stages, before_it, gone_on, all_of_it):
            series = series_of(unit, topics)
            if series:
                return series, topics
        topics = gone_on
        series = series_of(unit, topics, bare=True)
        if not series:
            office = self._authority(passage, number, before, "", carried)
            series = table("series")["of_office"].get(unit, {}).get(office, "")
        if (
            not series
            and carried is not None
            and (figure.unit in RELATIVE or figure.unit == self.unit_before)
        ):
            return carried.about.series, carried.about.topics
        return series, topics

    def _measure(self, passage: Passage, number: int) -> str:
        """The unit of what a figure is about: for a rate, that of the figure it belongs to."""
        figure = passage.figures[number]
        if figure.unit not in RELATIVE:
            return unit_class(figure.unit)
        others = [*passage.figures[number + 1 : number + 2], *reversed(passage.figures[:number])]
        by_rail = {"KTZ", "KZ-TRANSPORT"} & set(passage.codes("authority", 0, figure.start))
        return next(
            (unit_class(one.unit) for one in others if one.unit not in RELATIVE),
            "t" if by_rail else figure.unit,
        )

    def _authority(
        self, passage: Passage, number: int, before: About | None, series: str, carried: _Heard | None
    ) -> str:
        figure = passage.figures[number]
        segment, _ = passage.segment(figure.start)
        named = passage.codes(
            "authority", segment if passage.codes("topic", segment, figure.start) else 0, figure.start
        )
        if named:
            return office_of(named[-1], series)
        if before is not None and (passage.figures[number - 1].start >= segment or series == before.series):
            return before.authority
        later = passage.codes("authority", figure.end, len(passage.sentence.text))
        if later:
            return office_of(later[0], series)
        marks = passage.codes("mark", 0, figure.start)
        if carried is None or "other_source" in marks:
            return ""
        heard = carried.about
        counts = series not in table("series")["stocks"] or heard.authority not in table("series")["of_flows"]
        return heard.authority if counts else ""


def _scope(passage: Passage, series: str, topics: Sequence[str]) -> str:
    """What a figure counts of its series: transit, a port, one platform."""
    if "transit" in series or "transit" in topics:
        return "transit"
    if series.startswith("port_"):
        return "port"
    named = passage.codes("scope", 0, len(passage.sentence.text))
    return named[0] if named and series.startswith("platform_") else ""


def _themed(topics: list[str], carried: _Heard | None) -> list[str]:
    """Topics with those of a text on farm goods or a corridor, which go on where all of trade is not spoken of."""
    if carried is None or not topics or _WHOLE & set(topics):
        return topics
    return [*topics, *(one for one in carried.about.topics if one in table("series")["themes"])]


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list."""
    return sentence.text.lstrip()[:1] in {"-", "*", "•", "–", "—", "·"}


def _passage(sentence: Sentence) -> Passage:
    figures = figures_in(sentence.text, sentence.lang)
    cues = tuple(cues_in(sentence.text, sentence.lang))
    clauses, segments = breaks(sentence.text)
    found = Passage(
        sentence, figures, cues, tuple(periods_in(sentence.text, sentence.lang)), clauses, segments
    )
    kept: list[Figure] = []
    for figure in figures:
        before = kept[-1] if kept else None
        if not is_beside(found, figure, before):
            counted = before is not None and goes_on_counting(figure, before)
            kept.append(replace(figure, unit=before.unit) if before and counted else figure)
    return replace(found, figures=tuple(kept))


def _unit(figure: Figure, series: str) -> str:
    """The unit that a figure prints, or that of its series where it prints none or leaves out "a year"."""
    if figure.unit in RELATIVE:
        return figure.unit
    yearly: str = table("series")["per_time"].get(series, "")
    own: str = table("series")["units"].get(series, "")
    return yearly or figure.unit or own


def _mention(
    passage: Passage,
    figure: Figure,
    *,
    about: About,
    statement: Statement,
    period: Period | None,
    base: Period | None,
) -> Mention:
    return Mention(
        file="",
        start=figure.start,
        end=figure.end,
        span="",
        lang=passage.lang,
        statement=statement,
        unit=_unit(figure, about.series),
        series=about.series,
        area=about.area,
        partner=about.partner,
        scope=about.scope,
        authority=about.authority,
        period="" if period is None else str(period),
        base="" if base is None else str(base),
        read=figure,
    )
