"""Patterns of the tables, which tell no capital letters from small ones."""

import re
import sys
from functools import cache

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import table

_LETTERS = later(r"(?<!\\)(?<!\(\?)[^\W\d_]+")
"""Letters of a pattern that stand for themselves, not `\\D` and `(?P`."""

_AS_PRINTED = "(?-i:"


@cache
def pattern(lang: str, name: str) -> "Pattern | re.Pattern[str]":
    """One of the patterns of the section `statement` of a language."""
    return any_case(table(lang)["statement"].get(name, "(?!)"))


@cache
def in_small(pattern: str) -> re.Pattern[str]:
    """A pattern for texts in small letters, which are searched much faster than with case ignored."""
    return re.compile(_LETTERS.sub(lambda letters: letters[0].lower(), pattern))


def any_case(pattern: str) -> "Pattern | re.Pattern[str]":
    """A pattern that matches in any case, but for parts of it that ask for small letters."""
    if pattern.lower() == pattern.upper():
        return re.compile(pattern)
    return re.compile(pattern, re.IGNORECASE) if _AS_PRINTED in pattern else Pattern(pattern)


class Pattern:
    """A pattern that is looked for in small letters, whatever a normalised text is printed in."""

    def __init__(self, pattern: str) -> None:
        self._small = in_small(pattern)

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """The first place where it matches."""
        return self._small.search(text.lower(), start, end)

    def match(self, text: str, start: int = 0) -> re.Match[str] | None:
        """Whether it matches at a place."""
        return self._small.match(text.lower(), start)

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Whether it matches the whole text."""
        return self._small.fullmatch(text.lower())
