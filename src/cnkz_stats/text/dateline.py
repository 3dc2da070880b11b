"""The date that a text gives of itself: its first day, a month or year at its start, a year told in both ways."""

from itertools import pairwise

from cnkz_stats.figures.later import later
from cnkz_stats.figures.period import Period
from cnkz_stats.text.clock import Clock
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.spoken import Spoken

_IN_BOTH_WAYS = later(r"[,，]? ?[(（]?(?:that is,? |i\.e\.,? |то есть |即|яғни )?(?:в )?")
_BRACKETS = later(r"[(（][^()（）]{4,30}[)）]")
_DATELINE, _OPENING = 1, 4
"""A month and a year in so many first sentences, or in brackets of their own, may be the date of the text."""
_WORKS = frozenset(
    {"pipeline", "plant", "dry_port", "crossing", "port", "rail", "terminal", "lianyungang", "green"}
)
"""What is opened once."""


def take_dates(passage: Passage, clock: Clock) -> None:
    """Take the date of the text, and the day on which something begun, before anything counts from them."""
    _take_year(passage, clock)
    for spoken in passage.periods:
        if _is_of_entry(spoken, passage, clock):
            clock.document, clock.is_dated = spoken.resolved(document=None, before=None), True
        else:
            _take_date(spoken, passage, clock)
        if spoken.is_begun and spoken.year:
            day = spoken.resolved(document=None, before=None)
            clock.begun = day.first if day else clock.begun


def _take_year(passage: Passage, clock: Clock) -> None:
    """Take the year of the text from a year told in both ways: last year, 2024; в ушедшем 2024 году."""
    gone = pattern(passage.lang, "gone_by").search(passage.sentence.text)
    if gone is not None and clock.document is None:
        clock.present = Period.year(int(gone["y"]) + 1)
    so_far = pattern(passage.lang, "so_far_in").search(passage.sentence.text)
    if so_far is not None:
        clock.present = Period.year(int(next(filter(None, so_far.groups()))))
    for one, other in pairwise(passage.periods):
        told = one.relative == "document" and one.is_whole_year and not one.back
        joined = _IN_BOTH_WAYS.fullmatch(passage.between(one.end, other.start)) is not None
        if told and joined and other.year and other.is_whole_year:
            clock.present = Period.year(other.year - one.by)


def _is_of_entry(spoken: Spoken, passage: Passage, clock: Clock) -> bool:
    """Whether a paragraph begins with a date alone, that of an entry: "2015, September. Contracts were signed"."""
    text = passage.sentence.text.rstrip()
    alone = not any(map(str.isalnum, text[: spoken.start] + text[spoken.end :])) and text.endswith(".")
    return alone and bool(spoken.year) and passage.sentence.paragraph != clock.paragraph


def _take_date(spoken: Spoken, passage: Passage, clock: Clock) -> None:
    """Take the first day for the date of the text, or a month in the first sentence or brackets of its own, or a year if that is a heading."""
    if clock.document is not None or not spoken.year or spoken.year < (clock.year or 0):
        return
    if spoken.is_base or (spoken.is_begun and not spoken.is_whole_year) or spoken.is_open:
        return
    is_heading = not passage.figures
    if is_heading and not spoken.is_day and _is_of_works(passage):
        return
    in_brackets = _BRACKETS.fullmatch(passage.sentence.text.strip()) is not None
    first = clock.sentences <= (_OPENING if in_brackets else _DATELINE)
    at_start = first and (spoken.is_month or (is_heading and (spoken.is_whole_year or _ends_on_day(spoken))))
    in_heading = is_heading and _ends_heading(spoken, passage, clock)
    if spoken.is_day or at_start or in_heading:
        clock.document = spoken.resolved(document=None, before=None)
        clock.is_dated_late = clock.is_waiting
        clock.is_dated = in_heading or (first and (spoken.is_day or is_heading or spoken.is_head))


def _ends_on_day(spoken: Spoken) -> bool:
    """Whether a period is told up to a day."""
    return spoken.is_asof and spoken.days is not None


def _ends_heading(spoken: Spoken, passage: Passage, clock: Clock) -> bool:
    """Whether one of the first headings ends with a month, before any level is told."""
    early = clock.sentences <= _OPENING and not clock.levels
    return early and spoken.is_month and passage.sentence.text[spoken.end :].strip() in {"", "."}


def _is_of_works(passage: Passage) -> bool:
    """Whether a sentence tells when works were opened: the pipeline came into operation in December 2005."""
    if _WORKS.isdisjoint(passage.codes("topic", 0, len(passage.sentence.text))):
        return False
    return pattern(passage.lang, "opened").search(passage.sentence.text) is not None
