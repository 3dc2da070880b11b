"""Places that speak for those who work there: a port or a plant that reports, Beijing that names a goal."""

from collections.abc import Sequence

from cnkz_stats.text.cues import Cue
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, form

_WORKS = frozenset({"port", "dry_port", "crossing", "lianyungang", "plant", "terminal"})
_FIRST = 20
"""So many letters into a sentence its subject stands at most."""
_FORMS = {"body": "KZ-GOV", "stranger": "NOBODY", "both": "BOTH"}
_SIDES = {"chinese": "CN-SIDE", "kazakh": "KZ-SIDE"}
"""The count of a side for which only its adjective stands behind that of the other: by the Chinese one."""
_PARTIES = frozenset({"CN-PARTY", "KZ-PARTY"})
_COUNTS = _PARTIES | {"GACC", "BNS", "CN-SIDE", "KZ-SIDE"}
_ASKS = frozenset("?？")
_CAPITALS = {"CN": "CN-GOV", "KZ": "KZ-GOV"}


def tellers(passage: Passage, named: Sequence[Cue]) -> list[Cue]:
    """The ports, plants and capitals beside a word of saying, as those who speak; not those in the name of an office."""
    found: dict[int, Cue] = {}
    for cue in passage.cues:
        if cue.kind == "topic" and cue.code in _WORKS:
            code = "COMPANY"
        elif cue.kind == "area" and cue.code in _CAPITALS and _is_capital(passage, cue, named):
            code = _CAPITALS[cue.code]
        else:
            continue
        inside = any(one.start < cue.end and cue.start < one.end for one in named)
        tells = beside(passage.lang, "teller").search(form(passage, cue)) or _ends_with_saying(
            passage, cue, named
        )
        if not inside and tells:
            found[cue.start] = Cue(cue.start, cue.end, "authority", code)
    return list(found.values())


def _ends_with_saying(passage: Passage, works: Cue, named: Sequence[Cue]) -> bool:
    """Whether a sentence begins with the name of works and ends with a word of saying, of nobody else: "Құрғақ порт … хабарлады"."""
    is_subject = beside(passage.lang, "works").search(passage.between(works.start, works.end)) is not None
    first = works.start <= _FIRST and is_subject and not named
    told = passage.figures[-1].end if passage.figures else works.end
    return first and "says" in passage.codes("hint", told, len(passage.sentence.text))


def by_form(passage: Passage, named: Sequence[Cue]) -> list[Cue]:
    """Those whom the form of their names tells where no list has them: ministries, the leaders of both countries, a trade newsletter that adds something."""
    asks = not passage.figures and passage.sentence.text.rstrip()[-1:] in _ASKS
    contrasts = asks or any(cue.code in _COUNTS for cue in named)
    forms = {**_FORMS, **_SIDES} if contrasts else _FORMS
    found = (
        Cue(one.start(), one.end(), "authority", code)
        for name, code in forms.items()
        for one in beside(passage.lang, name).finditer(passage.sentence.text)
    )
    taken = [cue for cue in named if cue.code not in _PARTIES]
    return [one for one in found if not any(one.start < cue.end and cue.start < one.end for cue in taken)]


def _is_capital(passage: Passage, place: Cue, named: Sequence[Cue]) -> bool:
    """Whether a capital may tell something, and is not where somebody named before it does."""
    start, _ = passage.clause(place.start)
    if any(start <= one.start < place.start and one.code != "NOBODY" for one in named):
        return False
    return beside(passage.lang, "capital").fullmatch(passage.between(place.start, place.end)) is not None
