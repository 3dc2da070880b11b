"""Lists told apart: "exports and imports made 71 and 35 billion respectively"."""

from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import unit_class

_BETWEEN = 14
"""So many letters between two figures hold no more than what joins a list."""


def named_in_turn(passage: Passage, number: int, kind: str, slot: str) -> str:
    """The name that stands at a figure's place in a list of as many names as figures; empty if there is no such list.

    `kind` is the section of the tables, `slot` the group of names: of topics, or of scopes of a series.
    """
    if "respectively" not in passage.codes("mark", 0, len(passage.sentence.text)):
        return ""
    first, last = _run(passage, number)
    names = _names(passage, kind, slot, passage.figures[first].start)
    size = last - first + 1
    return names[number - first - size] if size > 1 and len(names) >= size else ""


def _run(passage: Passage, number: int) -> tuple[int, int]:
    """The first and the last of the figures that stand in a row with this one."""
    first = last = number
    while first and _are_joined(passage, first - 1):
        first -= 1
    while last + 1 < len(passage.figures) and _are_joined(passage, last):
        last += 1
    return first, last


def _are_joined(passage: Passage, number: int) -> bool:
    one, other = passage.figures[number], passage.figures[number + 1]
    alike = unit_class(one.unit) == unit_class(other.unit) or not one.unit
    return (
        alike and 0 <= other.start - one.end <= _BETWEEN and not passage.codes("topic", one.end, other.start)
    )


def _names(passage: Passage, kind: str, slot: str, end: int) -> list[str]:
    """The names of a group before a place, each where it is named last."""
    group = table("series")["slot" if kind == "topic" else "scopes"].get(slot, ())
    named = [code for code in passage.codes(kind, 0, end) if code in group]
    return list(dict.fromkeys(reversed(named)))[::-1]
