"""What a figure may be a figure of: the measures that a rate, or a number without a unit, may have."""

from cnkz_stats.text.cues import table
from cnkz_stats.text.memory import About
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.places import FLOWS
from cnkz_stats.text.series import RELATIVE, natural_measures, unit_class
from cnkz_stats.text.topics import Topics

WAYS = frozenset({"port", "crossing", "rail", "pipeline", "freight", "middle_corridor", "dry_port"})
LARGE = 10**8
"""A sum of the size of the trade between countries."""
_WEIGHED = frozenset({"money", "t", "m3", "MW", "kWh"})


def wholes(passage: Passage, number: int, base: About | None, own: Topics) -> list[str]:
    """The measures that a rate may be one of, the likeliest first; for other figures only that of their unit.

    `own` are the topics of its own words, `base` is what it may go on from.
    """
    figure = passage.figures[number]
    if figure.unit in RELATIVE:
        return _of_rate(passage, number, base, own)
    if figure.unit:
        return [""]
    counted = base is not None and base.measure not in _WEIGHED
    own_measure = ["money"] if abs(figure.value) >= LARGE else natural_measures(own, WAYS)
    return [*own_measure, *([base.measure] if base is not None and counted else []), ""]


def _of_rate(passage: Passage, number: int, base: About | None, own: Topics) -> list[str]:
    found = [*filter(None, [joined_measure(passage, number)])]
    natural = table("series")["natural"]
    found += natural_measures(own, WAYS)
    found += ["t"] if "rail" in own and FLOWS & {*own} else []
    found += [base.measure] if base is not None and base.measure else []
    return [*found, *(natural[topic] for topic in own if topic in natural and topic in WAYS), ""]


def joined_measure(passage: Passage, number: int) -> str:
    """The measure of the amount behind a figure, if no other topic stands between them."""
    figure, following = passage.figures[number], passage.figures[number + 1 : number + 2]
    told = [one.unit for one in following if not passage.codes("topic", figure.end, one.start)]
    return unit_class(told[0]) if told and told[0] not in RELATIVE else ""


def is_of_capacity(passage: Passage, number: int, before: About) -> bool:
    """Whether a figure is a part of a capacity told `before` it: 6 billion m³ a year, of which 5 billion may go to China."""
    if before.series not in table("series")["per_time"]:
        return False
    last, figure = passage.figures[number - 1 : number + 1]
    between = passage.between(last.end, figure.start)
    return pattern(passage.lang, "of_which").search(between) is not None
