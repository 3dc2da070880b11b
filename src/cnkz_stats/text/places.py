"""Between whom: area and partner of a figure, by the places that its words name."""

import re
from collections.abc import Collection, Sequence
from functools import cache, lru_cache

from cnkz_stats.figures.later import later
from cnkz_stats.ledger.statement import WORLD
from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.passage import REMEMBERED, Passage

ABROAD = "other"
PROVINCE = "province"
"""A part of China other than Xinjiang, whose own trade is not the country's."""
CENTRAL_ASIA = "143"
XINJIANG = "CN-XJ"
_ALL = "world"
_MEMBERS = 3
"""So many others named behind Central Asia, or one more beside Kazakhstan, are its countries."""
_WITHIN = "within"
_REGION = "region"
_OWN = "own"
HOME = ("CN", "KZ")
_COUNTRY = later(
    r"Kazakh|Republic|Astana|Almaty\b(?! region)|казах|рк\b|астан|алматы\b|в республику|наш|двух|обеих|между|.{0,3}哈|两国|阿斯塔纳|阿拉木图|"
    r"қазақ|qazaq|астана|алматы(?! облыс)|елім|екі|қытай|елдер",
    re.IGNORECASE,
)
"""Names of the country, its sides and capitals, which stand for it."""
FLOWS = frozenset({"exports", "imports"})

Pair = tuple[str, str]


def places(passage: Passage, start: int, end: int, *, region: str = CENTRAL_ASIA) -> list[str]:
    """The places named between two points, in their order; those in the names of offices are none.

    `region` is which one "the region" is.
    """
    found = [code for place, code in _named(passage) if start <= place < end and code != PROVINCE]
    if not found:
        return found
    alone = {"KZ", "CN"} & set(found) != {"CN"}
    means = {_REGION: XINJIANG if XINJIANG in found else region, _WITHIN: CENTRAL_ASIA}
    return [means.get(one, one) for one in found if one != _WITHIN or not alone]


@lru_cache(maxsize=REMEMBERED)
def _named(passage: Passage) -> list[tuple[int, str]]:
    """The places that a sentence names, and where."""
    sides = table("series")["sides_of"]
    offices = passage.cues.of("authority")
    found: list[tuple[int, str]] = []
    for cue in passage.cues:
        inside = cue.code != XINJIANG and any(one.start <= cue.start < one.end for one in offices)
        if cue.kind == "area" and not inside:
            own = cue.code == _OWN
            found.append((cue.start, _country_of(offices) if own else cue.code))
        elif cue.kind == "topic" and cue.code in sides:
            found.append((cue.start, sides[cue.code]))
    return found


def _country_of(offices: Sequence[Cue]) -> str:
    """Which one "his country" is: that of whoever speaks, Kazakhstan where nobody says."""
    return "CN" if any(one.code == "CN-GOV" for one in offices) else "KZ"


def is_abroad(own: Sequence[str], behind: Sequence[str]) -> bool:
    """Whether a figure is another country's: named last before it, or with one of ours alone, and none of ours behind it."""
    if ABROAD not in own:
        return False
    if own[-1] == ABROAD or {*own} == {ABROAD, "KZ"}:
        return not {*HOME, CENTRAL_ASIA} & set(behind)
    return not {"KZ", CENTRAL_ASIA, XINJIANG} & set(own)


def without_members(own: Sequence[str]) -> list[str]:
    """The places named without the countries of Central Asia behind it, if they are told one by one."""
    if CENTRAL_ASIA in own and own[own.index(CENTRAL_ASIA) :].count(ABROAD) >= _MEMBERS:
        return list(own[: own.index(CENTRAL_ASIA) + 1])
    if "KZ" in own and own.count(ABROAD) > _MEMBERS:
        return [*(one for one in own if one not in {ABROAD, "KZ"}), CENTRAL_ASIA]
    return list(own)


def is_through(series: str) -> bool:
    """Whether a series counts what passes through the country, from and to others, too."""
    return series in table("series")["through"]


def is_all(own: Sequence[str]) -> bool:
    """Whether a country's trade with all others is spoken of."""
    return bool({WORLD, _ALL} & set(own)) and CENTRAL_ASIA not in own


@cache
def _fixed() -> dict[str, Pair]:
    pairs = table("series")["pairs"]
    return {
        series: (pair.partition("-")[0], pair.partition("-")[2])
        for pair, several in pairs.items()
        for series in several
    }


def pair_of(series: str, own: Sequence[str], before: Pair) -> Pair:
    """Area and partner of a series by the places named, and the pair spoken of before."""
    spoken = set(own) - {ABROAD}
    if before[0] != XINJIANG and XINJIANG not in spoken:
        spoken -= {_ALL, WORLD}
    if series in table("series")["regional"] and (series not in _fixed() or CENTRAL_ASIA in spoken):
        return _regional(own, before) if spoken or before != HOME else HOME
    return _fixed().get(series, HOME)


def _regional(own: Sequence[str], before: Pair) -> Pair:
    spoken = set(own)
    inner = XINJIANG in spoken or before[0] == XINJIANG
    every = WORLD if inner else ""
    named = [every if one in {_ALL, WORLD} else one for one in own]
    partner = next((one for one in reversed(named) if one in {"KZ", CENTRAL_ASIA, WORLD}), "")
    if XINJIANG in spoken:
        return XINJIANG, partner or (before[1] if before[1] in {CENTRAL_ASIA, "KZ"} else WORLD)
    if not partner:
        return before
    goes_on = before[0] == XINJIANG and "CN" not in spoken
    if partner == "KZ":
        return (XINJIANG, "KZ") if goes_on else HOME
    return (XINJIANG if goes_on else "CN"), partner


def part_of_country(
    passage: Passage, reach: tuple[int, int], series: str, before: Collection[str]
) -> tuple[str, ...]:
    """Whether a figure's words name a region of Kazakhstan of which alone it tells: trade between the Abai region and China.

    `before` is what narrowed the figure before, which goes on where no place is named.
    """
    if series not in table("series")["by_region"]:
        return ()
    named = [cue for cue in passage.cues.of("area") if reach[0] <= cue.start < reach[1]]
    told = [passage.between(cue.start, cue.end) for cue in named if cue.code == "KZ"]
    goes_on = not named and _REGION in before
    return (_REGION,) if goes_on or any(not _COUNTRY.match(one) for one in told) else ()


def whole_of_share(series: str, pair: Pair, before: Pair, behind: Collection[str]) -> tuple[Pair, str]:
    """Of what a share is told: area and partner as the claim files write them, and what differs in the whole.

    `before` is the pair spoken of before, `behind` the topics named behind the figure. Empty if the text leaves it open.
    """
    if series == "china_europe_freight":
        return pair, "scope="
    if series not in table("series")["shared"]:
        return pair, ""
    if pair[0] == XINJIANG:
        return pair, "area=CN"
    if pair == ("CN", CENTRAL_ASIA):
        return (CENTRAL_ASIA, "CN"), "partner=W00"
    if series in FLOWS and "turnover" in behind:
        return ("KZ", "CN"), "series=turnover"
    return ("KZ", "CN"), "area=143" if CENTRAL_ASIA in before else "partner=W00"


def flow_between(series: str, topics: Collection[str], side: str) -> str:
    """Exports or imports as Kazakhstan sees them; `side` is whose they are where no word says from where to where."""
    goods, flow = ("agri_" if series.startswith("agri_") else ""), series.removeprefix("agri_")
    if flow not in FLOWS:
        return series
    spoken = set(topics)
    if spoken & {"to_china", "from_kz"}:
        return f"{goods}exports"
    if spoken & {"from_china", "to_kz"}:
        return f"{goods}imports"
    return series if side != "CN" else f"{goods}{'imports' if flow == 'exports' else 'exports'}"
