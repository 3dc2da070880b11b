"""Places that speak for those who work there: a port or a plant that reports, Beijing that names a goal."""

from collections.abc import Sequence

from cnkz_stats.text.cues import Cue
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, form

_WORKS = frozenset({"port", "dry_port", "crossing", "lianyungang", "plant", "terminal"})
_FIRST = 20
"""So many letters into a sentence its subject stands at most."""
_CAPITALS = {"CN": "CN-GOV", "KZ": "KZ-GOV"}


def tellers(passage: Passage, named: Sequence[Cue]) -> list[Cue]:
    """The ports, plants and capitals beside a word of saying, as those who speak; not those in the name of an office."""
    found: dict[int, Cue] = {}
    for cue in passage.cues:
        if cue.kind == "topic" and cue.code in _WORKS:
            code = "COMPANY"
        elif cue.kind == "area" and cue.code in _CAPITALS and _is_capital(passage, cue):
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


def bodies(passage: Passage, named: Sequence[Cue]) -> list[Cue]:
    """The ministries and committees of Kazakhstan by the form of their names, where no list has them: 哈萨克斯坦投资和发展部."""
    found = (
        Cue(one.start(), one.end(), "authority", "KZ-GOV")
        for one in beside(passage.lang, "body").finditer(passage.sentence.text)
    )
    return [one for one in found if not any(one.start < cue.end and cue.start < one.end for cue in named)]


def _is_capital(passage: Passage, place: Cue) -> bool:
    return beside(passage.lang, "capital").fullmatch(passage.between(place.start, place.end)) is not None
