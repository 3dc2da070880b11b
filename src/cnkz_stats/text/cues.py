"""Words of a text that say what its figures are about: topics, places, offices, plans; from the tables beside this module."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from cnkz_stats.figures.lexer import lex
from cnkz_stats.figures.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Cue:
    """A word or phrase at `start` to `end` of a sentence; `kind` is the section of the table that lists it, `code` its key."""

    start: int
    end: int
    kind: str
    code: str


def cues_in(text: str, lang: str) -> Iterator[Cue]:
    """The cues of a sentence in their order."""
    for token in lex(text, lang, _words(lang)):
        for role in token.word.roles:
            kind, _, code = role.partition(":")
            yield Cue(token.start, token.end, kind, code)


@cache
def _words(lang: str) -> Lexicon:
    roles = {
        f"{kind}:{code}": patterns
        for kind, lists in table(lang).items()
        if kind not in {"period", "statement"}
        for code, patterns in lists.items()
    }
    return Lexicon([{"base": {}, "roles": roles}])


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of this room: of a language, or `series`."""
    return tomllib.loads(files(__package__).joinpath("lexicon", f"{name}.toml").read_text(encoding="utf-8"))
