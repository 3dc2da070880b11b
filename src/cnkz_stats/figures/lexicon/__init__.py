"""The words of figures in four languages: what each may mean, read once from the tables beside this module."""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from fractions import Fraction
from functools import cache
from importlib.resources import files
from typing import Any

from cnkz_stats.figures.figure import Hedge, Sense

LANGUAGES = ("en", "ru", "zh", "kk")
HAN = "\u3400-\u9fff\uf900-\ufaff〇"
_PIECE = re.compile(rf"[mм]3|[{HAN}]+|[^\W\d_]+\*?|\d+|[^\w\s.·⋅'-]")


@dataclass(frozen=True, slots=True)
class Word:
    """All that a word or phrase may mean; which of it holds is for the grammar to say from the words around it.

    `number` and `scale` are factors, `unit` a code with its `factor` to the base unit. A `counted` noun may stand
    apart from its number, a measure word (`measure`) gives way to a noun after it. `before` and `after` are hedges of a
    number that follows or precedes, `turn` is +1 for growth and -1 for a fall. `roles` are the names of the lists under
    `[roles]` in the tables.
    """

    number: Fraction | None = None
    scale: Fraction | None = None
    unit: str = ""
    factor: Fraction = Fraction(1)
    counted: bool = False
    measure: bool = False
    before: Hedge | None = None
    after: Hedge | None = None
    turn: int = 0
    multiple: Fraction | None = None
    share: Fraction | None = None
    ordinal: Fraction | None = None
    sense: Sense | None = None
    roles: frozenset[str] = field(default=frozenset())


Phrase = tuple[tuple[str, ...], Word]


class Lexicon:
    """The phrases of one language, found by their first word; a word that ends in `*` stands for all its forms."""

    def __init__(self, tables: list[Mapping[str, Any]]) -> None:
        meanings: dict[tuple[str, ...], Word] = {}
        for pattern, changes in _entries(tables):
            key = _pieces(pattern)
            word = meanings.get(key, Word())
            roles = word.roles | changes.pop("roles", frozenset())
            meanings[key] = replace(word, roles=roles, **changes)
        self._whole: dict[str, list[Phrase]] = {}
        self._stems: dict[str, list[Phrase]] = {}
        self._han: dict[str, list[tuple[str, Word]]] = {}
        for key, word in sorted(meanings.items(), key=lambda entry: (-len(entry[0]), -len(entry[0][0]))):
            if re.match(f"[{HAN}]", key[0]):
                self._han.setdefault(key[0][0], []).append((key[0], word))
            elif key[0].endswith("*"):
                self._stems.setdefault(key[0][:-1], []).append((key, word))
            else:
                self._whole.setdefault(key[0], []).append((key, word))
        self._found: dict[str, tuple[Phrase, ...]] = {}

    def phrases(self, first: str) -> tuple[Phrase, ...]:
        """Phrases that may start with this word (in small letters), those of more words first, then longer stems first."""
        found = self._found.get(first)
        if found is None:
            stems = (self._stems.get(first[:size], []) for size in range(len(first), 0, -1))
            every = [*self._whole.get(first, []), *(phrase for group in stems for phrase in group)]
            found = tuple(sorted(every, key=lambda phrase: -len(phrase[0])))
            if len(self._found) < 20_000:
                self._found[first] = found
        return found

    def han(self, text: str, start: int) -> tuple[str, Word] | None:
        """The longest Chinese word that starts there."""
        for characters, word in self._han.get(text[start], ()):
            if text.startswith(characters, start):
                return characters, word
        return None


@cache
def lexicon(language: str) -> Lexicon:
    """The words of a language, with the signs and codes that all of them share."""
    return Lexicon([_table("common"), _table(language)])


def _table(name: str) -> Mapping[str, Any]:
    return tomllib.loads(files(__name__).joinpath(f"{name}.toml").read_text(encoding="utf-8"))


def _pieces(pattern: str) -> tuple[str, ...]:
    return tuple(_PIECE.findall(pattern.lower().replace("ё", "е"))) or (pattern,)


def _entries(tables: list[Mapping[str, Any]]) -> Iterator[tuple[str, dict[str, Any]]]:
    bases = tables[0]["base"]
    for table in tables:
        for section, lists in table.items():
            if section == "base":
                continue
            for key, patterns in lists.items():
                for pattern in patterns:
                    yield pattern, _meaning(section, key, bases)


def _meaning(section: str, key: str, bases: Mapping[str, list[str]]) -> dict[str, Any]:
    match section:
        case "unit" | "counted" | "measure":
            code, factor = bases.get(key, [key, "1"])
            kind = {} if section == "unit" else {section: True}
            return {"unit": code, "factor": Fraction(factor), **kind}
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
