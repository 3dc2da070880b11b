"""What a figure of a sentence is about: series, area and partner, authority."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from cnkz_stats.figures.figure import PERCENT, POINTS, TIMES
from cnkz_stats.ledger.claim import WORLD
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage

RELATIVE = frozenset({PERCENT, POINTS, TIMES})
MEASURES = ("money", "t", "TEU")
_GROWING = frozenset(
    {"money", "t", "TEU", "containers", "trains", "vehicles", "persons", "person-trips", "MW", "m3"}
)
"""What rates of growth are usually told of."""
_FLOWS = frozenset({"turnover", "exports", "imports"})
_WAYS = frozenset({"to_china", "from_china"})
_NAMED_BEHIND = frozenset({"universities"})
"""What is counted so is told apart by what is said behind it."""
_BY_SENTENCE = frozenset({"trains", "trips"})
ABROAD = "other"
CENTRAL_ASIA = "143"
XINJIANG = "CN-XJ"


@dataclass(frozen=True, slots=True)
class About:
    """What a figure is about. `topics` are the words that told the series, for what goes on after it."""

    series: str
    area: str
    partner: str
    scope: str
    authority: str
    topics: tuple[str, ...]


def unit_class(unit: str) -> str:
    """`money` for a currency, else the unit itself."""
    return "money" if unit in table("series")["money"] else unit


@cache
def rules() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Series, units and topics of each rule, in the order in which they hold."""
    return tuple(
        (rule["series"], frozenset(rule["unit"]), frozenset(rule["needs"]))
        for rule in table("series")["rule"]
    )


def series_of(unit: str, topics: Collection[str], *, bare: bool = False) -> str:
    """The series of a figure by its unit and what is spoken of; a rate has the unit of what it is a rate of.

    An empty unit for a rate leaves that open. `bare` also tries rules that need no topic.
    """
    found = set(topics)
    for series, units, needs in rules():
        if (
            (needs or bare)
            and needs <= found
            and (unit in units or (unit in RELATIVE and needs and units & _GROWING))
        ):
            return series
    return ""


def topics_around(passage: Passage, number: int) -> Iterator[list[str]]:
    """The topics spoken of near a figure, the nearest first, each time with those a little further away."""
    figure = passage.figures[number]
    left = passage.figures[number - 1].end if number else 0
    right = (
        passage.figures[number + 1].start if number + 1 < len(passage.figures) else len(passage.sentence.text)
    )
    start, end = passage.clause(figure.start)
    end = passage.clause(max(figure.start, figure.end - 1))[1]
    if figure.unit in _BY_SENTENCE:
        yield passage.codes("topic", 0, len(passage.sentence.text))
        return
    near = _plain(passage.codes("topic", max(left, start), figure.end))
    if near:
        near += [one for one in passage.codes("topic", 0, figure.start) if one in table("series")["sticky"]]
    behind = passage.codes("topic", figure.end, min(right, end))
    if unit_class(figure.unit) in MEASURES or figure.unit in RELATIVE:
        yield near
    elif figure.unit in _NAMED_BEHIND:
        yield behind
    yield near + behind
    yield near + behind + passage.codes("topic", left, start)


def _plain(topics: Sequence[str]) -> list[str]:
    """Of trade, exports and imports only the last named; to and from China is no direction."""
    flows = [one for one in topics if one in _FLOWS]
    kept = [one for one in topics if one not in _FLOWS or one == flows[-1]]
    return [one for one in kept if one not in _WAYS] if set(kept) >= _WAYS else kept


def further_topics(passage: Passage, number: int) -> Iterator[list[str]]:
    """The topics of the sentence before the figure, then all of the sentence."""
    figure = passage.figures[number]
    yield passage.codes("topic", 0, figure.end)
    yield passage.codes("topic", 0, len(passage.sentence.text))


def place_of(passage: Passage, number: int, before: About | None) -> tuple[str, str]:
    """Area and partner of a figure; `before` is what the figure before in the sentence is about."""
    figure = passage.figures[number]
    left = passage.figures[number - 1].end if number else 0
    end = passage.clause(figure.end - 1)[1]
    right = passage.figures[number + 1].start if number + 1 < len(passage.figures) else end
    own = passage.codes("area", left, figure.start)
    behind = passage.codes("area", figure.end, min(right, end))
    through = "transit" in passage.codes("topic", 0, figure.end)
    if own and own[-1] == ABROAD and not through and not {"KZ", "CN"} & set(behind):
        return ABROAD, ABROAD
    if not own and before is not None:
        return before.area, before.partner
    return pair_of(own or own + behind, before)


def office_of(code: str, series: str) -> str:
    """Who counts, where only a side is named: its customs or statistics office for trade, else its government."""
    sides = table("series")["sides"].get(code)
    return code if sides is None else str(sides[0 if series in table("series")["trade"] else 1])


def pair_of(own: Sequence[str], before: About | None) -> tuple[str, str]:
    """Area and partner by the places named."""
    spoken = set(own)
    if XINJIANG in spoken:
        return XINJIANG, next((one for one in ("KZ", CENTRAL_ASIA) if one in spoken), WORLD)
    goes_on = before is not None and before.partner == CENTRAL_ASIA
    if (CENTRAL_ASIA in spoken or goes_on) and "KZ" not in spoken:
        return (XINJIANG if before is not None and before.area == XINJIANG else "CN"), CENTRAL_ASIA
    return "CN", "KZ"


def directed(
    series: str, area: str, partner: str, own: Sequence[str], topics: Collection[str]
) -> tuple[str, str]:
    """The side that exports or imports comes first; Kazakhstan where nothing tells, for projects and companies its host."""
    if (area, partner) != ("CN", "KZ"):
        return area, partner
    if series in _OF_KAZAKHSTAN or (
        series in {"exports", "imports"} and not _is_of_china(series, own, topics)
    ):
        return "KZ", "CN"
    return area, partner


_OF_KAZAKHSTAN = frozenset(
    [
        "renewable_capacity",
        "platform_companies",
        "companies_count",
        "confucius_institutes",
        "rail_exports",
        "rail_imports",
        "grain_exports",
        "oil_exports",
        "agri_exports",
        "agri_imports",
        "gas_exports",
        "think_tank_alliance_joiners",
    ]
)


def _is_of_china(series: str, own: Sequence[str], topics: Collection[str]) -> bool:
    if {"to_china", "from_china"} & set(topics):
        return ("to_china" in topics) == (series == "imports")
    sides = [one for one in own if one in {"KZ", "CN"}]
    return bool(sides) and sides[0] == "CN"
