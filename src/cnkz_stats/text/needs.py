"""What a text must hold for a pattern to match in it: a glance at that is quicker than a search."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from cnkz_stats.figures.later import later

_MARK = later(
    r"(?P<around>\(\?<?[=!])|(?P<open>\((?:\?:|\?P<\w+>)?)|(?P<close>\))|(?P<bar>\|)|(?P<edge>[$^]|\\[bB])"
    r"|(?P<count>(?:[?*+]|\{[^}]*\})\??)|(?P<set>\[\^?\]?[^]]*\])|(?P<name>[A-Z]{2,})|(?P<run>[^\W\d_A-Z]{2,}(?![?*+{]))|(?P<one>\\?.)",
    re.DOTALL,
)
_CLASS = later(r"\[\^|.*\\[dws]|.*\w-\w", re.DOTALL)
"""Sets and signs that stand for too many letters."""
_TIMES = later(r"\{([1-9])(?:,(\d))?\}")
_DIGIT = later(r"\d|\\d|\[[\d-]+\]")
ANY_DIGIT = "0"
"""Stands for all digits among the letters needed."""
_FEW = 16
"""So many different texts of a part are told apart."""
_SIMPLE = 16
"""Of so many letters those that hold others are left out of what is needed."""
_LONG = 18
"""Twice as many letters as tell enough of a text."""

Letters = frozenset[str]
_NOTHING: Letters = frozenset({""})


class Part(NamedTuple):
    """A part of a pattern: all the texts that it matches if they are few, and letters of which a text that it matches holds some."""

    texts: Letters | None = _NOTHING
    needs: Letters = _NOTHING


_OPEN = Part(None)
_ONE_DIGIT = Part(frozenset(ANY_DIGIT), frozenset(ANY_DIGIT))


def part_of(pattern: str, parts: Mapping[str, Part]) -> Part:
    r"""What is sure of a pattern, in small letters; `parts` are those that names in it stand for.

    >>> sorted(part_of(r"\b(?P<n>\d+) months? to (?P<m>MON)", {"MON": part_of("May|June?", {})}).needs)
    [' month to jun', ' month to may', ' months to jun', ' months to may']
    >>> sorted(part_of("this year|year[- ]to[- ]date|in (?:May|June)", {}).needs)
    ['in june', 'in may', 'this year', 'year to date', 'year to-date', 'year-to date', 'year-to-date']
    """
    return _choice(_MARK.finditer(pattern), parts)


def any_of(words: Collection[str]) -> str:
    r"""A pattern for the longest of some words, by their letters one after the other.

    >>> any_of(["may", "month", "months", "q0"])
    '(?:m(?:ay|onth(?:s)?)|q\\d)'
    """
    behind: dict[str, list[str]] = {}
    for word in sorted(filter(None, words)):
        behind.setdefault(word[0], []).append(word[1:])
    branches = "|".join(_letter(letter) + any_of(rest) for letter, rest in behind.items())
    if "" not in words:
        return branches if len(behind) == 1 else f"(?:{branches})"
    return f"(?:{branches})?" if behind else ""


def _letter(letter: str) -> str:
    return r"\d" if letter == ANY_DIGIT else re.escape(letter)


def _choice(marks: Iterator[re.Match[str]], parts: Mapping[str, Part]) -> Part:
    """What is sure of the branches up to a closing bracket."""
    branches: list[Part] = []
    row: list[Part] = []
    for mark in marks:
        kind, printed = mark.lastgroup or "", mark[0].lower()
        if kind == "close":
            break
        if kind == "bar":
            branches.append(_joined(row))
            row = []
        elif kind == "count":
            row.append(_counted(row.pop(), printed))
        elif kind == "name":
            row.append(parts.get(mark[0]) or _printed([printed]))
        elif _DIGIT.fullmatch(printed):
            row.append(_ONE_DIGIT)
        else:
            row.append(_item(kind, printed, marks, parts))
    branches.append(_joined(row))
    return _either(branches)


def _item(kind: str, printed: str, marks: Iterator[re.Match[str]], parts: Mapping[str, Part]) -> Part:
    match kind:
        case "open":
            return _choice(marks, parts)
        case "around":
            _choice(marks, parts)
            return Part()
        case "edge":
            return Part()
        case "run":
            return _printed([printed])
        case "set":
            return _OPEN if _CLASS.match(printed) else _printed(printed[1:-1])
        case _:
            return _OPEN if printed == "." or _CLASS.match(printed) else _printed(printed[-1])


def _printed(texts: Collection[str]) -> Part:
    """One of several texts; letters that hold others are left out of what is needed."""
    known = frozenset(texts)
    return Part(known, _needs_of(known))


@cache
def _needs_of(texts: Letters) -> Letters:
    if len(texts) == 1 or len(texts) > _SIMPLE:
        return texts
    return frozenset(one for one in texts if not any(other in one and other != one for other in texts))


def _counted(part: Part, count: str) -> Part:
    if count == "?" and part.texts is not None:
        return Part(part.texts | _NOTHING)
    if part == _ONE_DIGIT and (times := _TIMES.fullmatch(count)) is not None:
        return _printed([ANY_DIGIT * size for size in range(int(times[1]), int(times[2] or times[1]) + 1)])
    return _OPEN if count[0] in "?*" or count.startswith(("{0", "{,")) else Part(None, part.needs)


def _joined(row: Sequence[Part]) -> Part:
    """Parts one behind the other: needed is what tells most, of them or of runs of them."""
    run, needs, is_whole = _NOTHING, _NOTHING, True
    for part in row:
        texts = part.texts
        if texts is _NOTHING:
            continue
        if texts is not None and len(run) * len(texts) <= _FEW:
            run = texts if run is _NOTHING else frozenset([one + other for one in run for other in texts])
        else:
            needs = _better(_better(needs, part.needs), _needs_of(run))
            run, is_whole = texts or _NOTHING, False
    return Part(run if is_whole else None, _better(needs, _needs_of(run)))


def _better(one: Letters, other: Letters) -> Letters:
    """Those letters that tell more of a text."""
    if "" in one or "" in other:
        return other if "" in one else one
    return max(one, other, key=_worth)


def _worth(needs: Letters) -> tuple[int, int]:
    """How much needed letters tell of a text: the more, the fewer they are; a digit tells half as much as a letter."""
    return min(_LONG, *(2 * len(one.strip()) - one.count(ANY_DIGIT) for one in needs)), -len(needs)


def _either(branches: Sequence[Part]) -> Part:
    if len(branches) == 1:
        return branches[0]
    texts = [one for part in branches for one in part.texts or ()]
    is_told = len(texts) <= _FEW and all(part.texts for part in branches)
    needs = frozenset(one for part in branches for one in part.needs)
    return Part(frozenset(texts) if is_told else None, _NOTHING if "" in needs else _printed(needs).needs)
