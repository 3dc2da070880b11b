"""Patterns of periods with their parts filled in, by the letters that a text must hold for them to match."""

from collections.abc import Mapping, Sequence
from functools import cache
from itertools import chain

from cnkz_stats.text.cues import table
from cnkz_stats.text.needs import Part, part_of


@cache
def patterns(lang: str) -> Mapping[frozenset[str], Sequence[tuple[int, str]]]:
    """Patterns with their places in order, by letters of which a text must hold some for them to match; all are compiled when needed."""
    forms = _parts(lang)
    parts: dict[str, Part] = {}
    for name, form in reversed(forms.items()):
        parts[name] = part_of(form, parts)
    patterns: dict[frozenset[str], list[tuple[int, str]]] = {}
    for place, pattern in enumerate(chain(*(group["patterns"] for group in table(lang)["period"]["group"]))):
        ones = patterns.setdefault(part_of(pattern, parts).needs, [])
        ones.append((place, _filled(pattern, forms)))
    return patterns


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
