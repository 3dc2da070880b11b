"""Whose books are named by a word for counting, where no office is: a country's figures, a side's own count."""

from collections import Counter
from collections.abc import Sequence

from cnkz_stats.text.cues import Cue
from cnkz_stats.text.passage import Passage
from cnkz_stats.text.sides import beside, is_region

_COMMAS = frozenset(",，、")
_SIDE_OF = {"CN": "CN-SIDE", "KZ": "KZ-SIDE"}
_COUNT_OF = {"CN-PARTY": "CN-SIDE", "KZ-PARTY": "KZ-SIDE"}
_NEXT = 3
"""So many letters stand at most between a side and the word for its count behind it."""
_BEFORE, _BEFORE_IN = 20, {"zh": 10}
"""So many letters may stand between a country and the word for its count behind it, fewer in some languages."""


def with_books(passage: Passage, office: Cue) -> Cue:
    """The count of a side where a word for counting stands right behind it: the Chinese side's figures."""
    side = _COUNT_OF.get(office.code)
    behind = passage.codes("hint", office.end, office.end + _NEXT)
    before = [cue for cue in passage.cues.of("hint") if 0 <= office.start - cue.end <= 1]
    if side is None or "books" not in [*behind, *(cue.code for cue in before)]:
        return office
    return office._replace(code=side)


def books(passage: Passage, named: Sequence[Cue]) -> list[Cue]:
    """A country beside a word for counting, where no office is named: Beijing's statistics, the books of Kazakhstan."""
    sides = [cue for cue in passage.cues.of("area") if cue.code in _SIDE_OF]
    both = Counter(cue.start for cue in sides)
    countries = [cue for cue in sides if both[cue.start] == 1 and not is_region(passage, cue)]
    counts = [cue for cue in passage.cues.of("hint") if cue.code == "books"]
    found: list[Cue] = []
    for country in countries:
        for book in counts:
            start, end = min(country.start, book.start), max(country.end, book.end)
            apart = not any(one.start <= end + 1 and start < one.end for one in named)
            if apart and _are_its_books(passage, country, book):
                found.append(Cue(start, end, "authority", _SIDE_OF[country.code]))
    return found


def _are_its_books(passage: Passage, country: Cue, book: Cue) -> bool:
    """Whether a word for counting is one of the country's: the figures of China, Kazakhstan's own count."""
    if book.start > country.end:
        between = passage.between(country.end, book.start)
        is_part = passage.between(0, country.start).endswith((" of ", " in "))
        return (
            len(between) <= _BEFORE_IN.get(passage.lang, _BEFORE) and not is_part and not _COMMAS & {*between}
        )
    owns = passage.between(country.end, country.end + 2) == "'s"
    of = beside(passage.lang, "of").fullmatch(passage.between(book.end, country.start))
    return of is not None and not owns
