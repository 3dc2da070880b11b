"""Patterns of periods with their parts filled in, by the letters that a text must hold for them to match."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import chain

from cnkz_stats.text.cues import table
from cnkz_stats.text.needs import ANY_DIGIT, Part, any_of, part_of
from cnkz_stats.text.patterns import in_small


def patterns_for(text: str, lang: str) -> Iterator[re.Pattern[str]]:
    """The patterns that may match in a text in small letters, in their order."""
    signs, told, patterns = _by_signs(lang)
    numbers = {number for sign in {"", *map(_without_digits, signs.findall(text))} for number in told[sign]}
    return (in_small(patterns[number]) for number in sorted(numbers))


@lru_cache(maxsize=4096)
def _without_digits(sign: str) -> str:
    return "".join(ANY_DIGIT if letter.isdecimal() else letter for letter in sign)


@cache
def _by_signs(lang: str) -> tuple[re.Pattern[str], Mapping[str, frozenset[int]], tuple[str, ...]]:
    """What finds the letters of which patterns need some, the numbers of the patterns that each of them tells, and all patterns."""
    forms = _parts(lang)
    parts: dict[str, Part] = {}
    for name, form in reversed(forms.items()):
        parts[name] = part_of(form, parts)
    patterns = tuple(chain(*(group["patterns"] for group in table(lang)["period"]["group"])))
    needing: dict[str, set[int]] = {"": set()}
    for number, pattern in enumerate(patterns):
        for letters in part_of(pattern, parts).needs:
            needing.setdefault(letters, set()).add(number)
    told = {
        letters: frozenset[int]().union(*(needing.get(letters[:end], ()) for end in range(len(letters) + 1)))
        for letters in needing
    }
    signs = re.compile(f"(?=({any_of(needing.keys() - {''})}))")
    return signs, told, tuple(_filled(one, forms) for one in patterns)


@cache
def _parts(lang: str) -> dict[str, str]:
    """What the names in patterns stand for."""
    words = table(lang)["period"]
    relative = [form for forms in words["relative"].values() for form in forms]
    within = [form for forms in words["within"].values() for form in forms]
    counted = [form for forms in numbers(lang).values() for form in forms]
    return {
        **words["parts"],
        "MON": "(?:" + "|".join(words["months"]) + ")",
        "NUM": rf"(?:\d{{1,2}}(?!\d)|{_longest_first(counted)})",
        "ALONE": _longest_first(relative),
        "REL": _longest_first([*relative, *within]),
        "YEAR": r"(?:19|20)\d\d",
    }


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return pattern


def _longest_first(forms: list[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


@cache
def numbers(lang: str) -> Mapping[int, Sequence[str]]:
    """Number words: those of the months of a year in their order, then larger ones that count years."""
    words = table(lang)["period"]
    return {
        **dict(enumerate(words["numbers"], 1)),
        **{int(value): forms for value, forms in words["larger"].items()},
    }
