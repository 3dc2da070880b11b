"""Persons whom a text names with their office once, and later by their name alone."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import Cue, Cues
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, with_side

_WORD = later(r"""(?: ?(?:Mrs?|Ms|Dr|г-н|г-жа)\b\.?)?["»”]* ?([^\W\d_][\w'’-]*)""")
_BEFORE = later(r"((?:[^\W\d_][\w'’-]* ){1,2}[^\W\d_][\w'’-]*), (?:[\w-]+ ){0,5}$")
"""A name with the office behind it: Marat Omarov, vice minister of transport."""
_SIGNED = later(r"[^\W\d_][\w'’-]*")
_NAME = later(
    "(?![在于日今昨同上下近向对就则也还又再曾已将的等和与首先当表])[\u4e00-\u9fff·]{2,16}?(?=[在于日今昨同上下近向对就则也还又再曾已将，]|$)"
)
"""A Chinese name, up to a word of time or place."""
_HEADED = frozenset("站局部署厅关")
"""Chinese offices whose head is called by their last sign and one more."""
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
        yield from _titled(passage)
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
    if not known:
        return passage
    if passage.lang in _UNWRITTEN:
        return _with_titled(passage, known)
    found = []
    for word in _SIGNED.finditer(passage.sentence.text):
        code = known.get(_stem(word[0])) if word[0][0].isupper() else None
        if code is not None and not _is_named(passage, word.start()):
            found.append(Cue(word.start(), word.end(), "authority", code))
    return replace(passage, cues=Cues(sorted([*passage.cues, *found]))) if found else passage


def _titled(passage: Passage) -> Iterator[tuple[str, str]]:
    """The titles that a Chinese sentence gives to those of an office, and the names behind them, with the codes of the offices."""
    is_title = beside(passage.lang, "titles")
    offices = passage.cues.of("authority")
    for number, office in enumerate(offices):
        printed = passage.between(office.start, office.end)
        title = is_title.search(printed)
        if title is None:
            if printed[-1] in _HEADED:
                yield f"{printed[-1]}长", with_side(passage, office).code
            continue
        first = offices[number - 1] if number else office
        own = first if first.end == office.start else office
        code = with_side(passage, own).code
        if own is not office or title[0] != printed:
            yield title[0], code
        said = (cue.start for cue in passage.cues.of("hint") if cue.code == "says")
        end = next((start for start in said if start >= office.end), office.end)
        name = _NAME.match(passage.between(office.end, end))
        if name is not None and not any(
            office.end <= cue.start < office.end + name.end() for cue in passage.cues
        ):
            yield name[0], code
            yield name[0].rpartition("·")[2], code


def _with_titled(passage: Passage, known: Mapping[str, str]) -> Passage:
    """A Chinese sentence with the titles and names alone as the offices of those to whom they were given."""
    text = passage.sentence.text
    told = {name: code for name, code in known.items() if name in text}
    if not told:
        return passage
    cues = [
        cue._replace(code=told.get(passage.between(cue.start, cue.end), cue.code))
        if cue.kind == "authority"
        else cue
        for cue in passage.cues
    ]
    places = ((text.index(name), name, code) for name, code in told.items())
    found = [
        Cue(start, start + len(name), "authority", code)
        for start, name, code in places
        if not _is_named(passage, start)
    ]
    return replace(passage, cues=Cues(sorted([*cues, *found])))


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
