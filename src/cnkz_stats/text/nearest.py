"""Which period of a sentence is that of a figure."""

from functools import cache, lru_cache
from itertools import pairwise

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.later import later
from cnkz_stats.text.changes import is_change
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.patterns import Pattern, pattern
from cnkz_stats.text.series import RELATIVE
from cnkz_stats.text.spoken import Spoken

_DIRECTLY, _FAR = 6, 70
_POSTPOSED = later(r"[^,;:-]{0,12}| - [^,;:-]{0,30}")
_AND = later(r"\b(?:and|while|but|и|а|но|және|ал)\b")
"""What parts a figure from the time of the next one."""
_LISTED = later(r", (?:and|и|және) (?!to\b)")
"""What begins the next item of a list behind a rate: 20 billion for 2010, up 45 %, and 25 billion for 2011."""
_OF = later(r"\.? (?:(?:in|for|during|of|over|в|за|на) )?(?:the )?")
"""What leads from a figure to the time that is its own."""
_LEADS = frozenset(
    (
        "and", "but", "while", "whereas", "though", "although", "already", "still", "only", "in", "by", "for", "during",
        "и", "а", "но", "хотя", "тогда", "как", "зато", "уже", "еще", "лишь", "только", "пока", "причем", "в", "во",
        "за", "к", "на", "і", "ал", "және", "тек",
    )
)  # fmt: skip
"""Words that may stand before a time that begins a clause."""
_SEVERAL = 2
_LEAD = 40
_BRACKET = 20
_HELD = 60
"""Characters between what is compared with and the figure that it has: the 2022 volume of 747,000 tons."""


def nearest(passage: Passage, number: int) -> Spoken | None:
    """The period spoken of nearest to a figure; days that are no deadlines and what is compared with left out."""
    usable = _usable(passage, number)
    _, right = neighbours(passage, number)
    return (
        _aligned(passage, number, usable)
        or _bracket(passage, passage.figures[number], usable, right)
        or _behind_conversion(passage, passage.figures[number], usable)
        or _in_clause(passage, number, usable)
        or _in_sentence(passage, number, usable)
    )


def _usable(passage: Passage, number: int) -> list[Spoken]:
    """The periods that a figure may have; months of a heading or of a saying only if there are no others."""
    usable = [one for one in passage.periods if not one.is_base and (not one.is_day or one.is_due)]
    usable = [one for one in usable if not (one.is_head and one.is_month)] or usable
    usable = [one for one in usable if not (one.is_said and not one.is_whole_year)] or usable
    usable = [one for one in usable if not _is_of_compared(passage, number, one)]
    converted = [_behind_conversion(passage, one, usable) for one in passage.figures[:number]]
    of_own = _behind_conversion(passage, passage.figures[number], usable)
    usable = [one for one in usable if one is of_own or one not in converted]
    own = _own_brackets(passage, number)
    return [one for one in usable if not passage.is_aside(one) or passage.bracket(one.start) == own]


def _is_of_compared(passage: Passage, number: int, one: Spoken) -> bool:
    """Whether a period is that of another figure, with which one is compared."""
    others = [figure for figure in passage.figures if figure.end <= one.start]
    return bool(others) and others[-1] is not passage.figures[number] and is_of_compared(passage, one)


def is_of_compared(passage: Passage, one: Spoken) -> bool:
    """Whether a period is that of a figure with which one is compared: against 422.7 in 2023, or 2 % up."""
    others = [figure for figure in passage.figures if figure.end <= one.start]
    if not others:
        return False
    other = others[-1]
    before = passage.between(max(0, other.start - _LEAD), other.start)
    is_its = _OF.fullmatch(passage.between(other.end, one.start)) is not None
    return is_its and pattern(passage.lang, "compared").search(before) is not None


def _own_brackets(passage: Passage, number: int) -> tuple[int, int] | None:
    """The brackets whose period a figure has; a rate behind their level is of what stands before them."""
    figure = passage.figures[number]
    span = passage.bracket(figure.start)
    behind = number > 0 and span is not None and passage.figures[number - 1].start >= span[0]
    return None if behind and figure.unit in RELATIVE else span


def _in_clause(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The nearest one before a figure in its clause or behind it before the next figure."""
    figure, (left, right) = passage.figures[number], neighbours(passage, number)
    start, _ = passage.clause(figure.start)
    _, end = passage.clause(max(figure.start, figure.end - 1))
    inside = [one for one in usable if start <= one.start < figure.start]
    behind = [one for one in usable if figure.end <= one.start < min(end, right)]
    if inside and passage.between(figure.end, figure.end + 1) == ":":
        behind = []
    behind = [one for one in behind if not (one.is_head or one.is_then)]
    if not (inside and behind):
        return inside[-1] if inside else next(iter(behind), None)
    alone = right >= end and behind[0].start - figure.end <= _FAR
    if alone and _refines(behind[0], inside[-1]):
        return behind[0]
    if right < end and _AND.search(passage.between(figure.end, behind[0].start)):
        return inside[-1]
    first = passage.figures[0].start if number else figure.start
    taken = number > 0 and passage.segment(figure.start)[0] <= left <= inside[-1].start and start <= left
    taken &= inside[-1].start - left <= _DIRECTLY or usable[0].start >= first
    near = min(inside[-1], behind[0], key=lambda one: _distance(one, figure.start, figure.end))
    return behind[0] if taken else near


def _in_sentence(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The last one before a figure, unless that is another figure's and a later one is this one's."""
    figure = passage.figures[number]
    before = next((one for one in reversed(usable) if one.start < figure.start), None)
    later = _later(passage, number, usable)
    if before is None or later is None:
        return before or later
    segment, _ = passage.segment(figure.start)
    taken = before.start < segment or _is_taken(passage, number, before, later)
    return later if taken else before


def _refines(one: Spoken, year: Spoken) -> bool:
    """Whether months told behind a figure are those of the year before it: in 2017 76,400 tons in half a year."""
    return one.year is None and not one.relative and not one.is_whole_year and year.is_whole_year


def _aligned(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The one of several periods that a figure of as many has: 25 and 31 billion in 2021 and 2022, respectively."""
    spans = [(figure.start, figure.end) for figure in passage.figures]
    listed = _listed(passage, spans, number)
    kinds = {passage.figures[place].unit in RELATIVE for place in listed}
    if len(listed) < _SEVERAL or len(kinds) > 1:
        return None
    times = [(one.start, one.end) for one in usable]
    for place in range(len(usable)):
        together = _listed(passage, times, place)
        if len(together) == len(listed) and together[0] == place:
            return usable[together[listed.index(number)]]
    return None


def _listed(passage: Passage, spans: list[tuple[int, int]], place: int) -> list[int]:
    """The places of a list of which one is known: those joined by commas and words for and."""
    joins = _pattern(passage.lang, "joins")
    joined = [
        joins.fullmatch(passage.between(one[1], other[0])) is not None for one, other in pairwise(spans)
    ]
    first = last = place
    while first and joined[first - 1]:
        first -= 1
    while last < len(joined) and joined[last]:
        last += 1
    return list(range(first, last + 1))


@cache
def _pattern(lang: str, name: str) -> Pattern:
    return Pattern(table(lang)["period"][name])


def neighbours(passage: Passage, number: int) -> tuple[int, int]:
    """Where the figure before ends and the one behind starts."""
    figures = passage.figures
    right = figures[number + 1].start if number + 1 < len(figures) else len(passage.sentence.text)
    return passage.left(number), right


def _bracket(passage: Passage, figure: Figure, usable: list[Spoken], right: int) -> Spoken | None:
    """A period in brackets right behind a figure: 7.73 million tons (2009)."""
    gap = passage.between(figure.end, figure.end + 2).lstrip()
    closed = passage.sentence.text.find(")", figure.end)
    if not gap.startswith(("(", "（")) or closed < 0:
        return None
    inside = (one for one in usable if figure.end <= one.start < min(closed, right))
    return next((one for one in inside if not passage.is_aside(one)), None)


def _behind_conversion(passage: Passage, figure: Figure, usable: list[Spoken]) -> Spoken | None:
    """A period right behind brackets with an amount in another unit, or a rate: 312 billion yuan ($43 billion) in 2013."""
    span = passage.bracket(figure.start) or passage.bracket(figure.end + 1)
    if span is None or span[0] > figure.end + 1:
        return None
    inside = [one for one in passage.figures if span[0] <= one.start < span[1]]
    one = next((one for one in usable if one.start >= span[1]), None)
    leads = one is not None and _OF.fullmatch(passage.between(span[1], one.start)) is not None
    return one if leads and len(inside) == 1 else None


def _later(passage: Passage, number: int, usable: list[Spoken]) -> Spoken | None:
    """The first period behind a figure in its segment, if only rates stand between them."""
    figure, others = passage.figures[number], passage.figures[number + 1 :]
    _, segment_end = passage.segment(figure.start)
    one = next((one for one in usable if figure.end <= one.start < segment_end), None)
    if one is None or one.is_head or one.is_due or one.relative == "moved" or _is_year_before(one):
        return None
    if one.last_year is not None:
        return one
    span = passage.bracket(figure.start)
    beside = span is not None and one.start >= span[1]
    if beside or (passage.lang == "kk" and _opens_clause(passage, one)):
        return None
    listed = _listed(passage, [(each.start, each.end) for each in passage.figures], number)
    between = [other for other in others if other.start < one.start and not _is_converted(passage, other)]
    alike = [passage.figures[one] for one in listed if _is_rate(passage.figures[one]) == _is_rate(figure)]
    between = [other for other in between if other not in alike]
    if between and any(figure.end <= each.start < between[0].start for each in passage.periods):
        return None
    if (figure.unit in RELATIVE or is_change(passage, figure)) and not (
        between and _LISTED.match(passage.sentence.text, figure.end)
    ):
        between = between[1:]
    rates = all(other.unit in RELATIVE for other in between)
    heads = any(_is_headed(passage, one, other) for other in others)
    return one if rates and not heads else None


def _opens_clause(passage: Passage, one: Spoken) -> bool:
    """Whether a clause that tells something begins with a period: its figure may be too small to be read."""
    start, end = passage.clause(one.start)
    digits = any(sign.isdigit() for sign in passage.between(one.end, end))
    return digits and not passage.between(start, one.start).strip()


def _is_headed(passage: Passage, one: Spoken, other: Figure) -> bool:
    """Whether a period leads to an amount: right behind it, or in a clause that the period begins."""
    if other.unit in RELATIVE or other.start < one.end:
        return False
    start, end = passage.clause(one.start)
    begins = _LEADS.issuperset(passage.between(start, one.start).lower().split())
    return other.start - one.end <= _DIRECTLY or (begins and other.start < end)


def _is_year_before(one: Spoken) -> bool:
    """Whether it is the year before one spoken of."""
    return one.relative == "before" and one.by < 0


def _is_rate(figure: Figure) -> bool:
    return figure.unit in RELATIVE


def _is_converted(passage: Passage, figure: Figure) -> bool:
    """Whether a figure says in brackets what the one before says in another unit."""
    before = passage.between(max(0, figure.start - _BRACKET), figure.start)
    return max(before.rfind("("), before.rfind("（")) > max(before.rfind(")"), before.rfind("）"))


def _is_taken(passage: Passage, number: int, period: Spoken, later: Spoken | None) -> bool:
    """Whether a period before is that of the figure before, as the one `later` is of this: X in 2021; then Y, in 2022."""
    if later is None or number == 0:
        return False
    own = [one for one in passage.figures[:number] if one.end <= period.start]
    direct = bool(own) and _POSTPOSED.fullmatch(passage.between(own[-1].end, period.start)) is not None
    follows = [one for one in passage.figures[number + 1 :] if one.start >= later.end]
    return direct and not (follows and follows[0].start - later.end <= _DIRECTLY)


def _distance(one: Spoken, start: int, end: int) -> int:
    return start - one.end if one.start < start else one.start - end


@lru_cache(maxsize=REMEMBERED)
def holder(passage: Passage, number: int) -> Spoken | None:
    """What is compared with if a figure is its level: the 2022 volume of 747,000 tons, in 2023, when it was 9.989 million."""
    figure, (left, _) = passage.figures[number], neighbours(passage, number)
    for one in reversed(passage.periods):
        if (one.is_base or one.is_open) and left <= one.start and one.end <= figure.start <= one.end + _HELD:
            between = passage.between(one.end, figure.start)
            name = "held_since" if one.is_open else "held"
            return one if _pattern(passage.lang, name).fullmatch(between) else None
    return None
