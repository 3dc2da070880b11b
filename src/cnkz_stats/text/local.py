"""Speakers of one place: the akim of a region, the customs of a port, who tell nothing of another one."""

from cnkz_stats.text.cues import Cue, table
from cnkz_stats.text.offices import speakers
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, is_region

_NEAR = 12
"""So many letters stand at most between an office and its place."""
_STEM = 4
"""So many first letters tell a region in all its cases."""


def local_to(passage: Passage) -> frozenset[str]:
    """The places of which alone the speakers of a sentence tell; empty if one tells of all the country."""
    named = speakers(passage)
    if not named:
        return frozenset()
    if any(beside(passage.lang, "akim").search(passage.between(cue.start, cue.end)) for cue in named):
        return frozenset(_stem(passage, cue) for cue in passage.cues.of("area") if is_region(passage, cue))
    return frozenset(
        _port(cue)
        for cue in passage.cues.of("scope")
        for one in named
        if _is_port(cue) and _are_near(cue, one)
    )


def places_before(passage: Passage, end: int) -> frozenset[str]:
    """The ports and regions that a sentence names before a place, as none of a speaker's neighbours."""
    if beside(passage.lang, "neighbour").search(passage.between(0, end)):
        return frozenset()
    regions = (cue for cue in passage.cues.of("area") if cue.start < end and is_region(passage, cue))
    ports = (cue for cue in passage.cues.of("scope") if cue.start < end and _is_port(cue))
    return frozenset([*(_stem(passage, cue) for cue in regions), *map(_port, ports)])


def _stem(passage: Passage, region: Cue) -> str:
    return passage.between(region.start, region.start + _STEM).lower()


def _is_port(cue: Cue) -> bool:
    return cue.code in table("series")["ports"]


def _port(cue: Cue) -> str:
    return str(table("series")["ports"][cue.code])


def _are_near(place: Cue, office: Cue) -> bool:
    return place.start <= office.end + _NEAR and office.start <= place.end + _NEAR
