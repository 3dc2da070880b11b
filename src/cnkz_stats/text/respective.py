"""Lists told apart: "exports and imports made 71 and 35 billion respectively"."""

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import table
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.series import RELATIVE, unit_class

_JOINED = later(r"\W{0,3}(?:and|и|мен|пен|бен|және|和|与|及)?\W{0,2}")
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


def place_in_turn(passage: Passage, number: int) -> str:
    """The place of the two countries or another at a figure's place in a list: 对哈萨克斯坦、乌兹别克斯坦分别增长3%、5%."""
    if "respectively" not in passage.codes("mark", 0, len(passage.sentence.text)):
        return ""
    first, last = _run(passage, number)
    sides = table("series")["sides_of"]
    named = [cue for cue in passage.cues if cue.kind == "area" or (cue.kind == "topic" and cue.code in sides)]
    before = [cue for cue in named if cue.start < passage.figures[first].start]
    row = before[-1:]
    for cue in reversed(before[:-1]):
        if _JOINED.fullmatch(passage.between(cue.end, row[0].start)) is None:
            break
        row.insert(0, cue)
    several = 1 < len(row) == last - first + 1
    return sides.get(row[number - first].code, row[number - first].code) if several else ""


def level_in_turn(passage: Passage, number: int) -> int:
    """The figure that a rate tells of: 865万吨、268亿元,分别增长17%和32%; the one before it if there is no such list."""
    first, last = _run(passage, number)
    size = last - first + 1
    rates = [one.unit in RELATIVE for one in passage.figures[max(0, first - size) : last + 1]]
    if size == 1 or rates != [False] * size + [True] * size:
        return number - 1
    told = passage.codes("mark", passage.figures[first - 1].end, passage.figures[last].end + _BETWEEN)
    return number - size if "respectively" in told else number - 1


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
