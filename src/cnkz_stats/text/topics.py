"""What is spoken of around a figure: its own words first, then those before it that still hold."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from cnkz_stats.figures.figure import TIMES
from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import Cue, Cues, cues_in, table
from cnkz_stats.text.passage import REMEMBERED, Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import MEASURES, RELATIVE, rules, unit_class

Topics = tuple[str, ...]

_LABEL = later(r" - [^\W\d]+(?: [^\W\d]+)?(?=[.,;]|$)")
"""What a part is of, told behind it: 16.9 million tons - exports."""

_JOINS = later(
    r"[:：](?=\D)| (?:due to|thanks to|driven by|because of|owing to|on the back of|за счет|благодаря|из-за|есебінен|арқасында) |由于|得益于"
    r"| (?:and|while|but|whereas|и|а|но|мен|пен|бен|және|ал) (?![A-ZА-ЯӘҒҚҢӨҰҮҺІ])|[和与及、]"
)


_GASES = frozenset({"gas", "own_gas"})
"""Goods that a company has in its name, although it tells of tons of oil."""
_NAMED_GOODS = frozenset(
    {"agri", "grain", "flour", "oil", "energy", "uranium", "ore", "nonferrous", "vegoil"}
)
"""Goods that are told of where others were only named before: wagons and honey go east: farm exports have doubled."""
_NEXT = 4
"""So many letters stand at most between a sum and the number of what it is of."""
_TRADED = frozenset({"exports", "imports", "transit", "to_china", "from_china"})
"""Flows of what was produced at home: the export of the new harvest."""
_WAYS, _SUMS = frozenset({"crossing", "port"}), frozenset({"freight", "turnover"})
_OF = later(" of (?:the )?")
"""What leads from a head to what it is of."""


@cache
def slot_of(topic: str) -> str:
    """The slot that a topic fills; topics of one slot exclude each other."""
    slots = table("series")["slot"]
    return next((slot for slot, members in slots.items() if topic in members), topic)


def over(own: Sequence[str], before: Sequence[str]) -> Topics:
    """Topics with those spoken of before that they do not end."""
    if not before:
        return tuple(own)
    ends = table("series")["ends"]
    ended = {slot_of(topic) for topic in own}.union(*(ends.get(topic, ()) for topic in own))
    return (*own, *(topic for topic in before if ended.isdisjoint({topic, slot_of(topic)})))


def own_topics(passage: Passage, number: int, *, behind: bool = True) -> Topics:
    """The topics that a figure's own words name, one for each slot: the nearest. Words behind it may be left out."""
    left, right = stretch(passage, number)
    figure = passage.figures[number]
    start, _ = passage.clause(figure.start)
    if left < start and _is_credited(passage, start, figure.start):
        start, _ = passage.clause(passage.clause(start - 2)[0] - 2)
    start = min([start, *(cue.start for cue in passage.cues if cue.start < start < cue.end)])
    inside = _topics(passage, figure.start, figure.end)
    near = _heads(passage, _topics(passage, max(left, start), figure.start))[::-1]
    far = _topics(passage, left, max(left, start))[::-1]
    after = _topics(passage, _behind_parts(passage, figure.end), right) if behind else []
    if (
        near
        and near[0].code == "deals"
        and pattern(passage.lang, "agreed_on").fullmatch(passage.between(near[0].end, figure.start))
    ):
        inside = []
    measured = unit_class(figure.unit) in MEASURES or figure.unit in RELATIVE
    verb = figure.unit == TIMES and not passage.sentence.text[figure.start].isdigit()
    order = (inside, near, after) if measured and not (verb and after) else (inside, after, near)
    own = _one_each([cue for cues in order for cue in cues if _may_have(cue.code, figure.unit)])
    headed = [cue for cue in far if slot_of(cue.code) == "goods" and _heads_clause(passage, cue)]
    if headed:
        own = tuple(topic for topic in own if topic != "freight")
    if verb and after:
        own = over(own[:1], own[1:])
    if "freight" in own:
        far = [cue for cue in far if slot_of(cue.code) != "goods"]
    if "domestic" in own and _TRADED & {*own}:
        own = tuple(topic for topic in own if topic != "domestic")
    if "turnover" in own and "deals" in own[own.index("turnover") :]:
        own = tuple(topic for topic in own if topic != "deals")
    if "wares" in own and _NAMED_GOODS & {*own[: own.index("wares")]}:
        own = tuple(topic for topic in own if topic != "wares")
    topics = over(own, _one_each(far))
    return _without_way(passage, left, figure.start, topics) if _WAYS & {*topics} else topics


def _without_way(passage: Passage, left: int, end: int, topics: Topics) -> Topics:
    """Topics without a crossing behind which all that is carried between the two countries is named: the opening of Altynkol let traffic between them reach 19 million."""
    ways = [cue.end for cue in _topics(passage, left, end) if cue.code in _WAYS]
    sums = [cue for cue in _topics(passage, max(ways), end) if cue.code in _SUMS] if ways else []
    is_whole = sums and pattern(passage.lang, "bilateral").search(passage.between(sums[0].end, end))
    return tuple(topic for topic in topics if topic not in _WAYS) if is_whole else topics


def _heads_clause(passage: Passage, cue: Cue) -> bool:
    """Whether goods are told of before a comma as what the words behind it are about: 粮食方面，2023年发运140万吨."""
    return pattern(passage.lang, "as_for").match(passage.sentence.text, cue.end) is not None


def _is_credited(passage: Passage, start: int, end: int) -> bool:
    """Whether the words between commas before a clause only say who tells it: its capacity, says the company, is 57,000 TEU."""
    credit, _ = passage.clause(start - 2)
    return not _topics(passage, credit, end) and bool(passage.codes("authority", credit, start))


def _behind_parts(passage: Passage, end: int) -> int:
    """Where the words behind a figure start, without brackets that say what it includes: 1467.1万吨（含管道原油）."""
    parts = pattern(passage.lang, "includes").match(passage.sentence.text, end)
    return parts.end() if parts else end


@lru_cache(maxsize=REMEMBERED)
def stretch(passage: Passage, number: int) -> tuple[int, int]:
    """Where the words of a figure start, behind the figure before it, and end: in its clause, before the next one."""
    figure = passage.figures[number]
    left = _behind(passage, number - 1) if number else 0
    return (left if left <= figure.start else passage.figures[number - 1].end), _behind(passage, number)


@lru_cache(maxsize=REMEMBERED)
def _behind(passage: Passage, number: int) -> int:
    """Where the words behind a figure that are its own end: with its clause or a bracket, before the next figure."""
    figure = passage.figures[number]
    text = passage.sentence.text
    start, end = passage.clause(max(figure.start, figure.end - 1))
    if not text[start : figure.start].strip() and _is_told_behind(passage, start, figure.end):
        end = passage.clause(end + 1)[1]
    if text[figure.end : end + 1].strip() == "(":
        end = text.find(")", end) if ")" in text[end:] else end
    if number + 1 < len(passage.figures):
        end = max(figure.end, min(end, passage.figures[number + 1].start))
    label = _LABEL.match(text, figure.end)
    if label is not None:
        return label.end()
    join = _JOINS.search(text, figure.end, end)
    return join.start() if join else end


def _is_told_behind(passage: Passage, start: int, end: int) -> bool:
    """Whether a figure alone between commas, or at the start of a sentence, is one of what stands behind it.

    The main flow, 5.9 million tons, took Dostyk; 41 billion dollars - trade with China.
    """
    text = passage.sentence.text
    is_led = not text[:start].strip() and text.startswith(" - ", end)
    return is_led or pattern(passage.lang, "went").match(text, end) is not None


def over_years(passage: Passage, number: int) -> bool:
    """Whether the words of a figure tell of several years: since 2005, over the past fifteen years."""
    left, right = stretch(passage, number)
    told = [one for one in passage.periods if left <= one.start < right]
    return any(one.is_open or one.back > 1 or (one.last_year or 0) > (one.year or 0) for one in told)


def behind_topics(passage: Passage, number: int) -> tuple[Topics, Topics]:
    """The topics named behind a figure: before the next one, and in all the rest of the sentence."""
    end = len(passage.sentence.text)
    following = passage.figures[number + 1].start if number + 1 < len(passage.figures) else end
    start = passage.figures[number].end
    return _one_each(_topics(passage, start, following)), _one_each(_topics(passage, start, end))


def is_sum_of_next(passage: Passage, number: int, *, told: bool) -> bool:
    """Whether a sum is that of what the next figure counts: 270亿美元的51个项目; `told` if its own words name nothing."""
    figures = passage.figures
    if number + 1 == len(figures) or unit_class(figures[number].unit) != "money":
        return False
    figure, following = figures[number : number + 2]
    if following.unit in {*RELATIVE, figure.unit}:
        return False
    between = passage.between(figure.end, following.start)
    return bool(pattern(passage.lang, "worth_of").fullmatch(between)) or (told and len(between) <= _NEXT)


def shares_next(passage: Passage, number: int) -> bool:
    """Whether what a figure counts is only told behind the next: 2021 жылы 347 мың тонна, 2022 жылы 747 мың тонна астық."""
    figures = passage.figures
    if passage.lang != "kk" or number + 1 == len(figures):
        return False
    figure, following = figures[number : number + 2]
    named = passage.codes("topic", figure.end, following.start)
    between = passage.between(figure.end, following.start)
    return following.unit == figure.unit and not (named or pattern("kk", "told").search(between))


def names_whole(passage: Passage, number: int) -> bool:
    """Whether a figure's words say that it is all there is, and not that it is only so much: 95 million in all, all of 95 million."""
    left, right = stretch(passage, number)
    hints = [
        cue.start for cue in passage.cues.of("hint") if cue.code == "whole" and left <= cue.start < right
    ]
    if not hints:
        return False
    only = pattern(passage.lang, "only").search(passage.sentence.text, left, passage.figures[number].start)
    return only is None or any(place != only.start() for place in hints)


def topics_before(passage: Passage, number: int) -> Topics:
    """The topics named before a figure in its sentence, the last first."""
    return _one_each(_topics(passage, 0, passage.figures[number].start)[::-1])


def all_topics(passage: Passage) -> Topics:
    """The topics that a sentence names, the last first."""
    return _one_each(_topics(passage, 0, len(passage.sentence.text))[::-1])


@cache
def _may_have(topic: str, unit: str) -> bool:
    """Whether some series of a topic may have figures in a unit, if it is one of the things of which but one is spoken of, or gas."""
    if not unit or unit in RELATIVE or (slot_of(topic) != "thing" and topic not in _GASES):
        return True
    measure = "kinds" if unit in table("series")["kinds"] else unit_class(unit)
    return any(topic in needs and measure in units for _, units, needs in rules())


def told_cues(text: str, lang: str) -> Cues:
    """The cues of a sentence without topics that only go along: imports, together with oil by pipe, came to 14 million tons."""
    cues = cues_in(text, lang)
    along = pattern(lang, "along").search(text)
    if along is None:
        return cues
    start, end = along.span()
    return Cues(cue for cue in cues if cue.kind != "topic" or not start < cue.start < end)


def _topics(passage: Passage, start: int, end: int) -> list[Cue]:
    return [cue for cue in passage.cues.of("topic") if start <= cue.start < end]


def _heads(passage: Passage, cues: Sequence[Cue]) -> list[Cue]:
    """Topics without those that only say of what another of their slot is: bookings of flights."""
    if len(cues) == 1:
        return [*cues]
    return [
        cue
        for cue in cues
        if not any(
            slot_of(one.code) == slot_of(cue.code) and _OF.fullmatch(passage.between(one.end, cue.start))
            for one in cues
        )
    ]


def _one_each(cues: Iterable[Cue]) -> Topics:
    """One topic for each slot, of those at the place where it is first filled."""
    filled: dict[str, str] = {}
    for cue in cues:
        filled.setdefault(slot_of(cue.code), cue.code)
    return tuple(filled.values())
