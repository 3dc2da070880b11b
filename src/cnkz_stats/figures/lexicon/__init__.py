"""The words of figures in four languages: what each may mean, read once from the tables beside this module."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import Any

from cnkz_stats.figures.figure import Hedge, Sense
from cnkz_stats.figures.later import later, table_beside

HAN = "\u3400-\u9fff\uf900-\ufaff〇"
_TABLES = {"ru": ("common", "en", "zh", "ru"), "kk": ("common", "en", "zh", "kk"), "": ("common",)}
CHINESE = later(f"[{HAN}]+")
_PIECE = later(rf"[mм]3|[{HAN}]+|[^\W\d_]+\*?|[^\w\s.·⋅'-]")
_COUNTING = frozenset({"number", "scale", "multiple", "share", "ordinal", "superlative"})
_REMEMBERED = 50_000
_LONGEST_WORD = 40


@dataclass(frozen=True, slots=True)
class Word:
    """All that a word or phrase may mean; which of it holds is for the grammar to say from the words around it.

    `number` and `scale` are factors, `unit` a code with its `factor` to the base unit. A `counted` noun may stand
    apart from its number, a measure word (`measure`) gives way to a noun after it, a `prefix` may stand before its
    number. `before` and `after` are hedges of a number that follows or precedes, `turn` is +1 for growth and -1 for a
    fall. `roles` are the names of the lists under `[roles]` in the tables. A phrase that `counts` may start with the word.
    """

    number: Fraction | None = None
    scale: Fraction | None = None
    unit: str = ""
    factor: Fraction = Fraction(1)
    counted: bool = False
    measure: bool = False
    prefix: bool = False
    before: Hedge | None = None
    after: Hedge | None = None
    turn: int = 0
    multiple: Fraction | None = None
    share: Fraction | None = None
    ordinal: Fraction | None = None
    sense: Sense | None = None
    roles: frozenset[str] = frozenset()
    counts: bool = False


Phrase = tuple[tuple[tuple[str, bool], ...], Word]
"""Words or stems (those are marked) in a row, and what they mean together."""


class Lexicon:
    """The phrases of some tables, found by their first word; a word that ends in `*` stands for all its forms."""

    def __init__(self, tables: list[Mapping[str, Any]]) -> None:
        self._whole: dict[str, list[Phrase]] = {}
        self._stems: dict[str, list[Phrase]] = {}
        self.characters: dict[str, dict[str, Word]] = {}
        self._sizes: dict[str, list[int]] = {}
        self._found: dict[str, tuple[Phrase, ...]] = {}
        self._going_on: dict[tuple[str, str], tuple[Phrase, ...]] = {}
        for pieces, word in sorted(_meanings(tables).items(), key=lambda entry: -len(entry[0][0])):
            first = pieces[0]
            if CHINESE.match(first):
                self.characters.setdefault(first[0], {})[first] = word
            elif first.endswith("*"):
                self._stems.setdefault(first[:-1], []).append((_stems(pieces), word))
            else:
                self._whole.setdefault(first, []).append((_stems(pieces), word))

        for letter, several in self.characters.items():
            self._sizes[letter] = sorted({*map(len, several)}, reverse=True)

    def phrases(self, first: str) -> tuple[Phrase, ...]:
        """Phrases that may start with this word (in small letters), of more words first, then of longer stems."""
        try:
            return self._found[first]
        except KeyError:
            return self._look_up(first)

    def _look_up(self, first: str) -> tuple[Phrase, ...]:
        sizes = range(min(len(first), _LONGEST_WORD), 0, -1)
        stems = (self._stems.get(first[:size], []) for size in sizes)
        every = [*self._whole.get(first, []), *(phrase for group in stems for phrase in group)]
        found = tuple(sorted(every, key=lambda phrase: -len(phrase[0])))
        if len(self._found) < _REMEMBERED:
            self._found[first] = found
        return found

    def going_on(self, first: str, letter: str) -> tuple[Phrase, ...]:
        """Those of the phrases that have no second word, or one that starts with this letter."""
        found = self._going_on.get((first, letter))
        if found is None:
            found = tuple(
                phrase
                for phrase in self.phrases(first)
                if len(phrase[0]) == 1 or letter.startswith(phrase[0][1][0][:1])
            )
            if len(self._going_on) < _REMEMBERED:
                self._going_on[first, letter] = found
        return found

    def han(self, text: str, start: int, *, in_number: bool) -> tuple[str, Word] | None:
        """The longest Chinese word that starts there; inside a number none of those that only look like one (三万一千)."""
        several = self.characters[text[start]]
        for size in self._sizes[text[start]]:
            word = several.get(text[start : start + size])
            if word is not None and not (in_number and "skip" in word.roles):
                return text[start : start + size], word
        return None


@cache
def lexicon(language: str) -> Lexicon:
    """All words that a text in that language may hold; the empty language knows only what all languages share.

    Scripts do not collide, so a Russian text may quote English or Chinese; only Russian and Kazakh exclude each other.
    """
    return _lexicon(_TABLES.get(language, _TABLES["ru"]))


@cache
def _lexicon(names: tuple[str, ...]) -> Lexicon:
    return Lexicon([_table(name) for name in names])


@cache
def _table(name: str) -> Mapping[str, Any]:
    return table_beside(__file__, name)


def _meanings(tables: list[Mapping[str, Any]]) -> dict[tuple[str, ...], Word]:
    meanings: dict[tuple[str, ...], Mapping[str, Any]] = {}
    for pattern, meaning in _entries(tables):
        pieces = _pieces(pattern)
        told = meanings.get(pieces)
        meanings[pieces] = meaning if told is None else _together(told, meaning)
    return {pieces: _word(told) for pieces, told in meanings.items()}


def _together(one: Mapping[str, Any], other: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**one, **other, "roles": one.get("roles", frozenset()) | other.get("roles", frozenset())}


def _word(told: Mapping[str, Any]) -> Word:
    return _of_roles(told["roles"]) if told.keys() == {"roles"} else _word_of(told)


@cache
def _of_roles(roles: frozenset[str]) -> Word:
    return _word_of({"roles": roles})


def _word_of(told: Mapping[str, Any]) -> Word:
    return Word(**told, counts=not _COUNTING.isdisjoint({*told, *told.get("roles", ())}))


def _stems(pieces: tuple[str, ...]) -> tuple[tuple[str, bool], ...]:
    return tuple(map(_stem, pieces))


@cache
def _stem(piece: str) -> tuple[str, bool]:
    return piece.rstrip("*"), piece.endswith("*")


@cache
def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(pattern.lower().replace("ё", "е"))) or (pattern,)


def _entries(tables: list[Mapping[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    bases = tables[0]["base"]
    for table in tables:
        for section, lists in table.items():
            if section != "base":
                for key, patterns in lists.items():
                    meaning = _meaning(section, key, bases)
                    for pattern in patterns:
                        yield pattern, meaning


def _meaning(section: str, key: str, bases: Mapping[str, list[str]]) -> dict[str, Any]:
    match section:
        case "unit" | "counted" | "measure" | "prefix":
            code, factor = bases.get(key, [key, "1"])
            changes: dict[str, Any] = {"unit": code, "factor": Fraction(factor)}
            return changes if section == "unit" else changes | {section: True}
        case "before" | "after":
            return {section: Hedge[key.upper()]}
        case "turn":
            return {"turn": {"rise": 1, "fall": -1}[key]}
        case "sense":
            return {"sense": Sense[key.upper()]}
        case "roles":
            return {"roles": frozenset({key})}
        case _:
            return {section: Fraction(key)}
