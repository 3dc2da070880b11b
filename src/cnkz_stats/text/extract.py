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
    MEASURES,
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
from cnkz_stats.text.cues import cues_in, table
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.passage import Passage, breaks
from cnkz_stats.text.periods import periods_in
from cnkz_stats.text.sentences import Sentence, sentences
from cnkz_stats.text.statements import (
    follows,
    goes_on_counting,
    is_beside,
    is_deadline,
    is_distance_from_plan,
    is_from,
    is_scaled,
    statement_of,
)
from cnkz_stats.text.when import Clock, base_of, nearest, period_of

_MEMORY, _PARAGRAPH = 2, 8
"""So many sentences on, a sentence may still go on with what was spoken of, in another and in the same paragraph."""
_WHOLE = frozenset({"turnover", "rail"})
_GROWN = frozenset({Statement.GROWTH, Statement.MULTIPLE})
_AHEAD = frozenset({Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE})
_COMPARED = frozenset({Statement.GROWTH, Statement.MULTIPLE, Statement.CHANGE})


def extract(text: str, lang: str | None = None, published: str | None = None) -> tuple[Mention, ...]:
    """The figures that a text states, in their order.

    `lang` (en, ru, zh, kk) is recognised sentence by sentence if not given. `published` is the date of the text (ISO
    8601), from which "last year" is counted; else it is the first date that the text gives.
    """
    whole = normalise(text)
    listener = _Listener(Clock(document=int(published[:4]) if published else None))
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
        self.clock.hear(passage)
        if not passage.figures:
            self._take_heading(passage)
            return
        if any(cue.code == "tariff" for cue in passage.cues):
            return
        self._last = []
        self.unit_before = self.unit
        passage = self._with_units(passage)
        for number in range(len(passage.figures)):
            yield from self._mention(passage, number)

    def _with_units(self, passage: Passage) -> Passage:
        """The sentence with the units that it leaves out where they were printed before: to 36.86 billion."""
        filled: list[Figure] = []
        for number, figure in enumerate(passage.figures):
            if figure.unit == "" and is_scaled(passage, figure):
                figure = replace(figure, unit=self._left_out(passage, number))  # noqa: PLW2901 (the same figure)
            filled.append(figure)
            if figure.unit and figure.unit not in RELATIVE:
                self.unit = figure.unit
        return replace(passage, figures=tuple(filled))

    def _left_out(self, passage: Passage, number: int) -> str:
        """The unit of a large number without one: what its topic is counted in, else the last one printed."""
        near = list(topics_around(passage, number))[-1]
        told = [unit for unit in (unit_class(self.unit), *MEASURES) if series_of(unit, near)]
        if not told or told[0] == unit_class(self.unit):
            return self.unit
        return "USD" if told[0] == "money" else told[0]

    def _mention(self, passage: Passage, number: int) -> Iterator[Mention]:
        figure = passage.figures[number]
        before = self._last[-1] if self._last else None
        about = self._about(passage, number, before[0] if before else None)
        if about is None:
            return
        statement = statement_of(passage, number, before[1] if before else None)
        when = nearest(passage, number)
        if when is not None and statement in _AHEAD and is_deadline(passage, when, self.clock.document):
            statement = Statement.TARGET
        self._last.append((about, statement))
        if ABROAD in (about.area, about.partner):
            return
        period = self._period(passage, number, about, statement)
        base = self._base(passage, number, statement, period)
        kept = period
        if period is not None and statement is Statement.LEVEL and _is_run_of_years(period):
            period = self._end_of_run(passage, number, period)
        elif is_from(passage, number) and period is not None and nearest_is_shared(passage, number):
            period = base or period.year_earlier()
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

    def _period(self, passage: Passage, number: int, about: About, statement: Statement) -> Period | None:
        stock = about.series in table("series")["stocks"]
        period = period_of(passage, number, self.clock)
        spoken = nearest(passage, number)
        if (
            stock
            and spoken is not None
            and spoken.is_open
            and spoken.start < passage.clause(passage.figures[number].start)[0]
        ):
            period = None
        if statement is Statement.TARGET and spoken is not None and spoken.first == spoken.last:
            period = None
        if period is not None:
            return (
                Period.year(period.last.year) if stock and period.first.year == period.last.year else period
            )
        if statement is Statement.TARGET:
            return None
        if stock:
            return None if self.clock.document is None else Period.year(self.clock.document)
        carried = self._carried(passage)
        return carried.period if carried else None

    def _end_of_run(self, passage: Passage, number: int, run: Period) -> Period:
        """The year of a level in a run of years over which a rise is told: the first for "from A", else the last."""
        if is_from(passage, number):
            return Period.year(run.first.year)
        rises = any(statement is not Statement.LEVEL for _, statement in self._last)
        return Period.year(run.last.year) if rises or follows(passage, number) else run

    def _base(
        self, passage: Passage, number: int, statement: Statement, period: Period | None
    ) -> Period | None:
        if statement not in _COMPARED and not (
            statement is Statement.TARGET and passage.figures[number].unit in RELATIVE
        ):
            return None
        base = base_of(passage, number, period, self.clock)
        if base is not None or period is None or is_distance_from_plan(passage, passage.figures[number]):
            return base
        whole_years = statement is Statement.MULTIPLE and (period.first.month, period.last.month) == (1, 12)
        return None if whole_years else period.year_earlier()


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


def nearest_is_shared(passage: Passage, number: int) -> bool:
    """Whether both ends of a "from A to B" have one period, so that the first is the year before."""
    one, other = nearest(passage, number), nearest(passage, number + 1)
    return one == other


def _is_item(sentence: Sentence) -> bool:
    """Whether a sentence is an item of a list."""
    return sentence.text.lstrip()[:1] in {"-", "*", "•", "–", "—", "·"}


def _is_run_of_years(period: Period) -> bool:
    return (period.first.month, period.last.month) == (1, 12) and period.first.year < period.last.year


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
    if statement in _GROWN and period is not None and _is_run_of_years(period):
        base, period = Period.year(period.first.year), Period.year(period.last.year)
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
