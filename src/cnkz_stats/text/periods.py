"""Periods in running text: where they stand, and what the words around mark them as: a base, a beginning, a time to come."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import table
from cnkz_stats.text.patterns import in_small
from cnkz_stats.text.period_parts import (
    counted_from,
    days_of,
    is_date,
    last_year_of,
    months_of,
    offset_of,
    year_of,
    years_back,
    years_over,
)
from cnkz_stats.text.period_patterns import patterns_for
from cnkz_stats.text.spoken import Spoken

_MONTHS = 12
_NEAR = 60
_WHERE = ("never", "before", "behind", "inside")
_VISA_FREE = date(2023, 11, 10)
"""The day on which China and Kazakhstan lifted visas."""
_VISAS = ("visa", "виз", "签")
_LEAD = 24
_SPACED = later(r"(?<=\d) (?=[年月日个天季至到])|(?<=[^\W\da-z_]) (?=\d)")
"""Spaces that Chinese texts may print beside digits: 2024 年前 5 个月."""
_IN_WORDS = later("[一二][〇○零九][〇○零一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
"""Years that Chinese texts may print in words: 二〇二三年."""
_REMEMBERED = 64
"""Sentences whose periods are kept: enough for those at both ends of a text that may tell its date."""
_HEAD = later(r"(?:^|[.;，。；\n]|,(?!\d))[^.;,，。；\n]{0,20}$")


def periods_in(text: str, lang: str) -> Sequence[Spoken]:
    """The periods that a sentence speaks of, in their order; of two that overlap the one of the earlier pattern."""
    text = text.lower()
    if lang == "zh" and _IN_WORDS.search(text):
        text = _IN_WORDS.sub(lambda year: year[0].translate(_DIGITS), text)
    if lang != "zh" or not _SPACED.search(text):
        return _periods_in(text, lang)
    spaces = {mark.start() for mark in _SPACED.finditer(text)}
    kept = [place for place in range(len(text)) if place not in spaces]
    found = _periods_in("".join(text[place] for place in kept), lang)
    return [one._replace(start=kept[one.start], end=kept[one.end - 1] + 1) for one in found]


@lru_cache(maxsize=_REMEMBERED)
def _periods_in(text: str, lang: str) -> tuple[Spoken, ...]:
    found: list[Spoken] = []
    for pattern in patterns_for(text, lang):
        for match in pattern.finditer(text):
            start, end = match.span()
            apart = not any(one.start < end and start < one.end for one in found)
            spoken = _spoken(match, text, lang) if apart else None
            if spoken is not None:
                found.append(spoken)
    return tuple(sorted(found, key=lambda one: one.start))


def _spoken(match: re.Match[str], text: str, lang: str) -> Spoken | None:
    parts = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    first, last = months_of(parts, lang)
    if not (first <= _MONTHS and 1 <= last <= _MONTHS):
        return None
    year = year_of(parts, lang)
    relative, by = counted_from(parts, lang)
    days = days_of(parts)
    if "back" in parts and not parts.keys() & {"m", "d"} and _is_marked("rank", match, text, lang):
        return None
    if year is None and not relative and _is_visa_free(text, _VISA_FREE.year, first, days):
        year = _VISA_FREE.year + (first < 1)
    if days is not None and not is_date(year, last, days[1]) and "days" not in parts:
        return None
    is_day = "d" in parts and not parts.keys() & {"d2", "asof", "n", "since", "begunsince", "back", "m2"}
    return Spoken(
        start=match.start(),
        end=match.end(),
        year=year,
        last_year=last_year_of(parts, year, lang),
        relative=relative,
        by=by,
        by_months=by if "bymonths" in parts else 0,
        over=years_over(parts, lang),
        ends_by=offset_of(parts["ended"], lang) if "ended" in parts else None,
        first=1 if "asof" in parts and "back" not in parts else first,
        last=1 if "days" in parts else last,
        days=days,
        back=years_back(parts, lang),
        is_base="y2" not in parts and _is_marked("base", match, text, lang),
        is_day=is_day,
        is_open=not parts.keys().isdisjoint({"since", "begunsince", "sincethen"}),
        is_asof="asof" in parts,
        is_begun="since" not in parts
        and (is_day or parts.keys() in ({"y"}, {"y", "m"}))
        and (_is_marked("begun", match, text, lang) or _is_visa_free(text, year, last, days)),
        is_said=parts.keys() <= {"y", "m", "mm", "d", "rel"}
        and _is_marked("said", match, text, lang)
        and not _is_marked("aimed", match, text, lang),
        is_alike=not parts.keys().isdisjoint({"thisone", "lastone", "onebefore"}),
        begun=_VISA_FREE if "visa" in match.groupdict() and match["visa"] is not None else None,
        is_season="short" in parts,
        is_due=not parts.keys().isdisjoint({"ahead", "decadeend"})
        or (not parts.keys() & {"y2", "m2", "mm2"} and _is_marked("due", match, text, lang)),
        is_head=text[match.end() : match.end() + 1] == ":"
        and bool(_HEAD.search(text, max(0, match.start() - _LEAD), match.start())),
    )


def _is_visa_free(text: str, year: int | None, month: int, days: tuple[int, int] | None) -> bool:
    """Whether a day is the one since which nobody needs a visa, in a sentence on visas."""
    told = days is not None and (year, month % _MONTHS, days[0])
    known = (_VISA_FREE.year, _VISA_FREE.month, _VISA_FREE.day)
    return told == known and any(word in text for word in _VISAS)


def _is_marked(name: str, match: re.Match[str], text: str, lang: str) -> bool:
    """Whether the words before, in or behind a match mark it so; those before end with a bar, the match follows it."""
    never, before, behind, inside = _marks(lang, name)
    if never is not None and never.search(match[0]):
        return False
    start, end = match.span()
    return bool(
        (before is not None and before.search(f"{text[max(0, start - _NEAR) : start]}|{match[0]}"))
        or (behind is not None and behind.match(text[end : end + _NEAR]))
        or (inside is not None and inside.search(match[0]))
    )


@cache
def _marks(lang: str, name: str) -> list[re.Pattern[str] | None]:
    """What marks a match never, before, behind and inside it."""
    told = table(lang)["period"].get(name, {})
    return [in_small(told[where]) if where in told else None for where in _WHERE]
