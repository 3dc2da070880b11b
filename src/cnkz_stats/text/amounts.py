"""What a figure amounts to as it is stated: no falls of levels, the unit that is left out or that its series has by time."""

from dataclasses import replace

from cnkz_stats.figures.figure import Figure
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.cues import table
from cnkz_stats.text.memory import About
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.patterns import pattern
from cnkz_stats.text.series import RELATIVE

_YEARLY = frozenset({"t", "m3", "TEU", "vehicles", ""})
_SAID_FOR = frozenset(
    {("persons", "person-trips"), ("trips", "person-trips"), ("trips", "trains"), ("flights", "trips")}
)
"""Units that texts print for others: passengers at a border are counted each time, trains as trips."""
_NEVER_FALL = frozenset({Statement.LEVEL, Statement.SHARE})


def as_stated(figure: Figure, statement: Statement, about: About) -> Figure:
    """The figure; levels and shares are no falls, even if something else fell before them."""
    amount = statement is Statement.TARGET and figure.unit not in RELATIVE
    if (
        figure.value >= 0
        or not figure.turn
        or not (amount or statement in _NEVER_FALL or about.series == "mirror_gap")
    ):
        return figure
    return replace(
        figure, value=-(figure.high or figure.value), high=None if figure.high is None else -figure.value
    )


def unit_of(figure: Figure, about: About) -> str:
    """The unit that a figure prints, or that of its series where it prints none or leaves out "a year"."""
    if figure.unit in RELATIVE:
        return figure.unit
    if figure.unit == "trips" and about.series == "visitors":
        return "person-trips"
    own: str = table("series")["units"].get(about.series, "")
    if about.series in table("series")["per_time"] and figure.unit in _YEARLY:
        made = "vehicles" if "vehicles" in about.topics else "t"
        return f"{figure.unit or made}/year"
    return own if not figure.unit or (figure.unit, own) in _SAID_FOR else figure.unit


def end_of(passage: Passage, figure: Figure, unit: str) -> int:
    """Where a figure ends, the words for a year behind it included where they are a part of its unit."""
    behind = pattern(passage.lang, "each_time").match(passage.sentence.text, figure.end)
    return behind.end() if behind is not None and "/" in unit else figure.end
