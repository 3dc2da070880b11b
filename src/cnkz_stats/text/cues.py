"""Words of a text that say what its figures are about: topics, places, offices, plans; from the tables beside this module."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any, NamedTuple

from cnkz_stats.figures.later import later, table_beside
from cnkz_stats.figures.lexer import known_words
from cnkz_stats.figures.lexicon import Lexicon
from cnkz_stats.text.latin import spelled

_LEADING, _AT_HOME = "从自", "经在对与赴"
"""Printed before the name of an office, they must not join it to "from China"."""
_HOME, _RAIL = "哈", ("铁", "铁路")
"""Offices of the country begin with its sign, as do words like 在哈."""
_VOICED = {"к": "г", "қ": "ғ", "п": "б"}
"""What the last letter of a Kazakh stem turns to before a vowel."""
_STAN = "斯坦"
_THE = "the "
_OFFICES = "authority:"
_CHOICE = later(r"\(([^()]*)\)")


class Cue(NamedTuple):
    """A word or phrase at `start` to `end` of a sentence; `kind` is the section of the table that lists it, `code` its key."""

    start: int
    end: int
    kind: str
    code: str


class Cues:
    """The cues of a sentence in their order, and in theirs those of each kind."""

    __slots__ = "_all", "_by_kind"

    def __init__(self, cues: Iterable[Cue]) -> None:
        self._all = tuple(cues)
        self._by_kind: dict[str, list[Cue]] = {}
        for cue in self._all:
            self._by_kind.setdefault(cue.kind, []).append(cue)

    def __iter__(self) -> Iterator[Cue]:
        return iter(self._all)

    def of(self, kind: str) -> Sequence[Cue]:
        """Those of a kind."""
        return self._by_kind.get(kind, ())


def cues_in(text: str, lang: str) -> Cues:
    """The cues of a sentence in their order."""
    return Cues(
        Cue(token.start, token.end, kind, code)
        for token in known_words(text, _words(lang))
        for kind, code in _cues_of(token.word.roles)
    )


@cache
def _cues_of(roles: frozenset[str]) -> tuple[tuple[str, str], ...]:
    """Kind and code of each role, always in the same order."""
    parts = [role.partition(":") for role in sorted(roles)]
    return tuple((kind, code) for kind, _, code in parts)


@cache
def _words(lang: str) -> Lexicon:
    roles: dict[str, list[str]] = {}
    for kind, lists in table(lang).items():
        for code, patterns in lists.items() if kind not in {"period", "statement", "beside"} else ():
            roles[f"{kind}:{code}"] = [one for pattern in patterns for one in _choices(pattern)]
    offices = [one for role, patterns in roles.items() if role.startswith(_OFFICES) for one in patterns]
    starts = frozenset(one.removeprefix(_THE).lower() for one in offices if one.startswith(_THE))
    for role, patterns in roles.items():
        more = [
            f"{lead}{one}"
            for one in (patterns if lang == "zh" and role.startswith(_OFFICES) else ())
            for lead in (_LEADING + _AT_HOME * _is_led(one) if not one[0].isascii() else "")
        ]
        hidden = [f"{_THE}{one}" for one in patterns if _is_hidden(one, starts)]
        roles[role] = [*(form for one in patterns for form in _forms(one, lang)), *more, *hidden]
    return Lexicon([{"base": {}, "roles": _with_longer(roles)}])


def _is_led(office: str) -> bool:
    """Whether "at" and "by" may hide the first sign of an office; 经哈铁路 is by rail through the country."""
    return office.startswith(_HOME) and not office.endswith(_RAIL)


def _choices(pattern: str) -> Iterator[str]:
    """A pattern, one for each choice of what stands in brackets: "minister of (trade|energy)"."""
    choice = _CHOICE.search(pattern)
    if choice is None:
        yield " ".join(pattern.split())
        return
    for one in choice[1].split("|"):
        yield from _choices(f"{pattern[: choice.start()]}{one}{pattern[choice.end() :]}")


def _is_hidden(pattern: str, starts: Collection[str]) -> bool:
    """Whether a shorter pattern with the article before it would be found first: "the minister" in "the minister of trade"."""
    words = pattern.split()
    return any(" ".join(words[:size]).lower() in starts for size in range(1, len(words)))


def _forms(pattern: str, lang: str) -> tuple[str, ...]:
    """A pattern in the forms that its language gives it; countries go without -stan in Taiwan."""
    if lang == "zh" and _STAN in pattern:
        return pattern, pattern.replace(_STAN, "")
    if lang == "kk" and pattern.isascii():
        return pattern, spelled(pattern)
    return _voiced(pattern, lang)


def _voiced(pattern: str, lang: str) -> tuple[str, ...]:
    """A Kazakh stem also as it is before a vowel: жүк, жүгі; one of another language as it is."""
    last = _VOICED.get(pattern[-2:-1]) if lang == "kk" and pattern.endswith("*") else None
    return (pattern, f"{pattern[:-2]}{last}*") if last else (pattern,)


def _with_longer(roles: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """Each role with the patterns of others that its own cover, so that a stem in one list is not hidden by a word in another."""
    every: dict[str, set[str]] = {}
    for patterns in roles.values():
        for pattern in patterns:
            every.setdefault(pattern[:2].lower(), set()).add(pattern)
    found: dict[str, list[str]] = {}
    for role, patterns in roles.items():
        stems = [pattern for pattern in patterns if pattern.endswith("*") and " " not in pattern]
        covered = {
            other
            for stem in stems
            for other in every[stem[:2].lower()]
            if " " not in other and other.lower().startswith(stem[:-1].lower())
        }
        found[role] = sorted({*patterns, *covered})
    return found


@cache
def table(name: str) -> Mapping[str, Any]:
    """A table of this room: of a language, or `series`."""
    return table_beside(__file__, f"lexicon/{name}")
