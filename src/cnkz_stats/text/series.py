"""Which series a figure belongs to: by its measure and by what is spoken of around it."""

from collections.abc import Collection
from functools import cache, lru_cache

from cnkz_stats.figures.figure import PERCENT, POINTS, TIMES, Figure
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.cues import table

RELATIVE = frozenset({PERCENT, POINTS, TIMES})
MEASURES = ("money", "t", "TEU")
SHARE, BARE = "share", "-"
_MOST_TRAINS = 200_000
"""More trips than that are people's."""

Rule = tuple[str, frozenset[str], frozenset[str]]


def unit_class(unit: str) -> str:
    """`money` for a currency, else the unit itself."""
    return "money" if unit in table("series")["money"] else unit


def measures_of(figure: Figure, statement: Statement, whole: str) -> frozenset[str]:
    """What a figure may measure; `whole` is the measure of what it is a rate of, empty if that is open."""
    if figure.unit == "trips" and figure.value >= _MOST_TRAINS:
        return frozenset({"person-trips"})
    if figure.unit in RELATIVE:
        found = {figure.unit, *({whole} if whole else table("series")["growing"])}
        return frozenset(found | {SHARE} if statement is Statement.SHARE else found)
    if not figure.unit and whole:
        return frozenset({whole})
    kinds = {"kinds"} if figure.unit in table("series")["kinds"] else set()
    return frozenset({unit_class(figure.unit) or BARE, *kinds})


@cache
def rules() -> tuple[Rule, ...]:
    """Series, measures and topics of each rule, in the order in which they hold."""
    return tuple(
        (series, frozenset(units.split()), frozenset(needs.split()))
        for series, units, needs in table("series")["rules"]["list"]
    )


def series_of(measures: Collection[str], topics: Collection[str], *, bare: bool = True) -> str:
    """The first series whose measure and topics are those; `bare` also tries rules that need no topic."""
    return _first_fitting(frozenset(measures), frozenset(topics), bare=bare)


@lru_cache(maxsize=4096)
def _first_fitting(measures: frozenset[str], topics: frozenset[str], *, bare: bool) -> str:
    fits = (
        series
        for series, units, needs in rules()
        if needs <= topics and not units.isdisjoint(measures) and (needs or bare)
    )
    return next(fits, "")


def is_counted_in(series: str, measures: Collection[str]) -> bool:
    """Whether figures of a series may have one of these measures."""
    return not _measures_and_topics(series)[0].isdisjoint(measures)


@cache
def _measures_and_topics(series: str) -> tuple[frozenset[str], frozenset[str]]:
    """All measures and topics of the rules of a series."""
    own = [(units, needs) for one, units, needs in rules() if one == series]
    return frozenset[str]().union(*(units for units, _ in own)), frozenset[str]().union(
        *(needs for _, needs in own)
    )


def natural_measures(topics: Collection[str], without: Collection[str]) -> list[str]:
    """What is counted where topics are told of, but for some: trains before the containers on them."""
    natural = table("series")["natural"]
    found = [measure for topic, measure in natural.items() if topic in topics and topic not in without]
    return sorted(found, key="trains".__ne__) if "trains" in topics else found


def by_size(series: str, topics: Collection[str], figure: Figure) -> str:
    """The series, or the one that smaller or larger sums are of: what was invested in a year is no stock, 40 billion no trade in farm goods."""
    if figure.unit in RELATIVE:
        return series
    large = table("series")["large"].get(series)
    if large is not None and large["but"] not in topics and abs(figure.value) >= large["from"]:
        return str(large["means"])
    small = table("series")["small"].get(series)
    if small is None or small["but"] in topics:
        return series
    means: str = small["means"]
    return means if abs(figure.value) < small["below"] else series


def worth_of(series: str) -> list[str]:
    """The series of what the goods of a series are worth, if there is one."""
    return [one for one in (table("series")["worth"].get(series),) if one]


def as_counted_by(office: str, series: str, topics: Collection[str] = ()) -> str:
    """The series that an office means where it says this; for the railway a train is a container train.

    Of a line that is said to carry the country's own oil it means no transit.
    """
    if series == "oil_pipeline" and "exports" in topics and "transit" not in topics:
        return series
    means: dict[str, str] = table("series")["means"].get(office, {})
    return means.get(series, series)


def is_part(series: str, whole: str) -> bool:
    """Whether a series counts a part of what another one counts."""
    return series in table("series")["parts"].get(whole, ())


def narrowing(series: str, topics: Collection[str]) -> tuple[str, ...]:
    """The topics that make of a series a part which its name does not tell: exports through a crossing, boxes bound for Europe."""
    open_topics = _narrowing(series)
    return tuple(topic for topic in topics if topic in open_topics)


@cache
def _narrowing(series: str) -> frozenset[str]:
    """The topics that would make a part of a series."""
    known = table("series")["narrows"]
    told = {*_measures_and_topics(series)[1]}
    told |= {*known["one_way"]} if _is_one_way(series) else set()
    told |= {*known["places"]} if series in table("series")["scopes"] else set()
    return frozenset(known["topics"]) - told


@cache
def _is_one_way(series: str) -> bool:
    flows = any(flow in series for flow in ("exports", "imports", "export_"))
    return flows or series in table("series")["pairs"]["KZ-CN"]
