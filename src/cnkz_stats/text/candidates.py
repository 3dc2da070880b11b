"""Which series a figure may be one of: by its own words first, then with more and more around."""

from collections.abc import Iterator
from typing import NamedTuple

from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.antecedent import antecedent
from cnkz_stats.text.cues import table
from cnkz_stats.text.ended import sends_goods, without_ended
from cnkz_stats.text.memory import About
from cnkz_stats.text.pairs import follows, is_multiple_of_next
from cnkz_stats.text.places import ABROAD, FLOWS, places
from cnkz_stats.text.series import is_counted_in, is_part, measures_of, series_of, worth_of
from cnkz_stats.text.subject import Subject
from cnkz_stats.text.topics import (
    Topics,
    behind_topics,
    is_sum_of_next,
    over,
    over_years,
    own_topics,
    shares_next,
    slot_of,
    topics_before,
)
from cnkz_stats.text.wholes import LARGE, is_of_capacity, joined_measure, wholes

_FREIGHT = 10**6
"""So many tons at least are carried between the two countries."""


class Candidate(NamedTuple):
    """A series that a figure may be one of, with the topics and the measure that tell it and what they go on from."""

    series: str
    measure: str
    topics: Topics
    base: About


def candidates(subject: Subject) -> Iterator[Candidate]:
    """The series that a figure may be one of, the likeliest first."""
    base = antecedent(subject, subject.own)
    own = _meant(subject, base)
    first, partner = subject.before is None, subject.names_partner
    base = without_ended(
        base, subject.own, subject.passage, subject.number, is_first=first, names_partner=partner
    )
    told = not {*own} - {"accumulated"} and subject.statement is not Statement.SHARE
    if is_sum_of_next(subject.passage, subject.number, told=told):
        own = (*behind_topics(subject.passage, subject.number)[1], *own)
    elif told and _is_of_next(subject):
        own = own_topics(subject.passage, subject.number + 1)
    elif told:
        yield from _gone_on(subject, own, base)
    yield from _by_topics(subject, own, over(own, base.topics), base)
    if not {*own} - {"both_ways"} and not (base.series and _goes_on_alike(subject, base)):
        yield from _of_office(subject, base)
    for more in behind_topics(subject.passage, subject.number):
        yield from _by_topics(subject, own, over(own, more), base)
    yield from _of_office(subject, base)
    yield from _in_same_measure(subject)
    if base.series and (subject.is_relative or base.measure == subject.measure):
        yield Candidate(base.series, base.measure, base.topics, base)
    yield from _by_topics(subject, own, over(own, topics_before(subject.passage, subject.number)), base)
    yield from _unspoken(subject)


def _meant(subject: Subject, base: About) -> Topics:
    """What a figure's own words mean in their place: no flows where the gap of books is told, farm goods by their turnover."""
    own = subject.own
    if subject.statement is Statement.CHANGE and "gap" in base.topics:
        return tuple(topic for topic in own if topic not in FLOWS)
    if subject.before is not None and is_of_capacity(subject.passage, subject.number, subject.before):
        return tuple(topic for topic in own if slot_of(topic) == "goods")
    told = subject.memory.by_measure.get("t", base) if subject.memory is not None else base
    if {*own} == {"rail"} and is_part(told.series, "rail_tonnage"):
        return (*own, *(topic for topic in told.topics if slot_of(topic) == "goods"))
    sends = {*own} - {"accumulated"} == {"freight"} and not subject.names_partner
    if sends and sends_goods(subject.passage, subject.reach, told, subject.voices.paragraph):
        return told.topics
    same = base.series == "agri_turnover" and not (subject.names_partner or subject.is_whole)
    return (*own, "agri") if same and "turnover" in own else own


def _gone_on(subject: Subject, own: Topics, base: About) -> Iterator[Candidate]:
    """What goes on where a figure's own words name nothing: the same, its worth in money, or what an office counts."""
    if base.series and _goes_on_alike(subject, base) and not _adds_up(own, base):
        yield Candidate(base.series, base.measure, base.topics, base)
    elif subject.measure == "money" and (subject.before is not None or _is_in_money(subject)):
        yield from (Candidate(one, "money", base.topics, base) for one in worth_of(base.series))
    elif _is_told_anew(subject):
        yield from _of_office(subject, base)


def _by_topics(subject: Subject, own: Topics, topics: Topics, base: About) -> Iterator[Candidate]:
    for measure in wholes(subject.passage, subject.number, subject.before or subject.last, own):
        measures = measures_of(subject.figure, subject.statement, measure)
        bare = not subject.is_relative or (bool(measure) and FLOWS.isdisjoint(own))
        series = series_of(measures, topics, bare=bare)
        if series:
            yield Candidate(series, measure or subject.measure, topics, base)


def _of_office(subject: Subject, base: About) -> Iterator[Candidate]:
    """What the office that counts a figure counts in its measure."""
    office = subject.credit.office("")
    for measure in ("money", "t", "TEU") if subject.is_relative else (subject.measure,):
        series = table("series")["of_office"].get(measure, {}).get(office, "")
        if series:
            yield Candidate(series, measure, (), base)


def _in_same_measure(subject: Subject) -> Iterator[Candidate]:
    """What was told of last in the measure of a figure."""
    other = subject.memory.by_measure.get(subject.measure) if subject.memory is not None else None
    if other is not None and subject.figure.unit:
        yield Candidate(other.series, other.measure, other.topics, other)


def _unspoken(subject: Subject) -> Iterator[Candidate]:
    """A large amount about which nothing is said where the two countries or their goals are spoken of.

    A sum is all trade, or all investment since a year; tons are what is carried between the two.
    """
    passage, figure = subject.passage, subject.figure
    named = places(passage, 0, len(passage.sentence.text))
    due = any(one.is_due and one.start >= figure.end for one in passage.periods)
    spoken = subject.memory is not None or subject.statement is Statement.TARGET or "KZ" in named or due
    if ABROAD in named or not spoken:
        return
    topics: Topics = ()
    if figure.unit == "t" and abs(figure.value) >= _FREIGHT and "CN" in named:
        topics = ("freight",)
    elif subject.measure == "money" and abs(figure.value) >= LARGE:
        since = over_years(passage, subject.number)
        topics = ("investment", "accumulated") if since else ("turnover",)
    if topics:
        series = series_of({subject.measure}, topics)
        yield Candidate(series, subject.measure, topics, antecedent(subject, topics))


def _adds_up(own: Topics, base: About) -> bool:
    """Whether what flowed in year after year is told of together."""
    return "accumulated" in own and "investment" in base.topics


def _goes_on_alike(subject: Subject, base: About) -> bool:
    """Whether a figure counts what the one before did; a rate that starts a sentence is of the next amount: its value rose 23 % to 1.67 billion."""
    if subject.is_relative:
        told = subject.before is not None and not _leads_on(subject)
        return told or joined_measure(subject.passage, subject.number) in {"", base.measure}
    return is_counted_in(base.series, measures_of(subject.figure, subject.statement, ""))


def _leads_on(subject: Subject) -> bool:
    """Whether a rate leads to the amount that it is of: 12 percent to 7.5 million tons."""
    following = subject.number + 1
    return following < len(subject.passage.figures) and follows(subject.passage, following)


def _is_of_next(subject: Subject) -> bool:
    """Whether what a figure counts is told behind the next one."""
    shares = subject.before is None and shares_next(subject.passage, subject.number)
    return shares or is_multiple_of_next(subject.passage, subject.number)


def _is_in_money(subject: Subject) -> bool:
    """Whether what was told before is told once more in money."""
    return "worth" in subject.passage.codes("hint", *subject.passage.clause(subject.figure.start))


def _is_told_anew(subject: Subject) -> bool:
    """Whether an office is named for a sum behind another one's exports: customs counted 41 billion, which is all trade."""
    if subject.memory is None or subject.before is not None:
        return False
    last = subject.memory.by_measure.get("money")
    if last is None or subject.measure != "money" or subject.statement is not Statement.LEVEL:
        return False
    others = {cue.code for cue in subject.credit.named} - {last.authority}
    return bool(others) and is_part(last.series, "turnover")
