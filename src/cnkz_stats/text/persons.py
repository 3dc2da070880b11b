"""Persons whom a text names with their office once, and later by their name alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import Cue, Cues
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import with_side

_WORD = later(r"""(?: ?(?:Mrs?|Ms|Dr|г-н|г-жа)\b\.?)?["»”]* ?([^\W\d_][\w'’-]*)""")
_BEFORE = later(r"((?:[^\W\d_][\w'’-]* ){1,2}[^\W\d_][\w'’-]*), (?:[\w-]+ ){0,5}$")
"""A name with the office behind it: Marat Omarov, vice minister of transport."""
_SIGNED = later(r"[^\W\d_][\w'’-]*")
_REACH, _SKIPPED, _NAMES = 90, 4, 3
_SHORT = 3
_ENDS = "аяуюеоыий"
"""Last letters of a Russian name that change with its case."""
_CASES = 3
_TOWARDS = frozenset({"в", "во", "на", "при", "in", "to", "of", "for", "with", "the"})
_UNWRITTEN = frozenset({"zh"})
"""Languages in which no capital letter tells a name."""
_OFFICES = frozenset({"authority", "area", "scope"})


def persons_of(passage: Passage) -> Iterator[tuple[str, str]]:
    """The names that stand beside offices, by their stems, with the codes of the offices."""
    if passage.lang in _UNWRITTEN:
        return
    offices = passage.cues.of("authority")
    for office in offices:
        code = with_side(passage, _owner(passage, office, offices)).code
        for name in (*_behind(passage, office), *_before(passage, office)):
            yield _stem(name), code


def _owner(passage: Passage, office: Cue, offices: Sequence[Cue]) -> Cue:
    """Whose an office in a company or body is that stands right before it: Kazakhstan Railways president Omarov."""
    before = [
        one for one in offices if one.end <= office.start and passage.between(one.end, office.start) == " "
    ]
    return _owner(passage, before[-1], offices) if before and before[-1].code != office.code else office


def with_persons(passage: Passage, known: Mapping[str, str]) -> Passage:
    """The sentence with those whom it names by their name alone as the offices that they hold."""
    if not known or passage.lang in _UNWRITTEN:
        return passage
    found = []
    for word in _SIGNED.finditer(passage.sentence.text):
        code = known.get(_stem(word[0])) if word[0][0].isupper() else None
        if code is not None and not _is_named(passage, word.start()):
            found.append(Cue(word.start(), word.end(), "authority", code))
    return replace(passage, cues=Cues(sorted([*passage.cues, *found]))) if found else passage


def _behind(passage: Passage, office: Cue) -> list[str]:
    """The name behind an office, its department and country between: deputy minister of trade of Kazakhstan Omarov."""
    text, place = passage.sentence.text, office.end
    names: list[str] = []
    skipped = 0
    while (word := _WORD.match(text, place)) is not None and place < office.end + _REACH:
        inside = _is_named(passage, word.start(1))
        if word[1][0].isupper() and not inside:
            names.append(word[1])
        elif names or not (inside or _is_title(passage, word)) or skipped == _SKIPPED:
            break
        else:
            skipped += 1
        place = word.end()
    return names[:_NAMES]


def _is_title(passage: Passage, word: re.Match[str]) -> bool:
    """Whether a small word may be a part of a title: no word of saying, and a preposition only before a place."""
    if word[1][0].isupper() or "says" in passage.codes("hint", word.start(1), word.end(1)):
        return False
    following = _WORD.match(passage.sentence.text, word.end())
    led = following is not None and _is_named(passage, following.start(1))
    return word[1] not in _TOWARDS or led


def _before(passage: Passage, office: Cue) -> list[str]:
    lead = _BEFORE.search(passage.between(max(0, office.start - _REACH), office.start))
    names = lead[1].split() if lead is not None else []
    return names if all(name[0].isupper() for name in names) else []


def _is_named(passage: Passage, place: int) -> bool:
    """Whether a word is that of an office or a place."""
    return any(cue.start <= place < cue.end for kind in _OFFICES for cue in passage.cues.of(kind))


def _stem(name: str) -> str:
    """A name without the ending of its case, so that all its forms are one."""
    whole = name.removesuffix("'s").removesuffix("’s")
    for ending in ("ом", "ым", "ой", "ем", "ого"):
        if whole.endswith(ending) and len(whole) > len(ending) + _CASES:
            return whole.removesuffix(ending)
    return whole.rstrip(_ENDS) if len(whole) > _SHORT else whole
