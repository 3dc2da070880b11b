"""What the parts of a period's pattern come to: years, months and days, and from when a year told in words counts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache

from cnkz_stats.text.cues import table
from cnkz_stats.text.period_patterns import numbers

_MONTHS = 12
_HUNDRED = 100
_COUNTED = {
    "earlier": ("moved", -1),
    "later": ("moved", 1),
    "prior": ("before", -1),
    "next": ("before", 1),
    "ago": ("ago", -1),
    "ahead": ("document", 1),
    "over": ("document", -1),
    "span": ("begun", 1),
    "begunsince": ("begun", 0),
    "sincethen": ("then", 0),
    "lastmonth": ("month", -1),
    "thisone": ("document", 0),
    "lastone": ("document", -1),
    "onebefore": ("document", -2),
    "thismonth": ("month", 0),
    "back": ("document", 0),
    "decades": ("document", 0),
    "trail": ("trail", -1),
    "decadeend": ("decade", 0),
}
"""What the groups of patterns count from, and whether back or forth."""
_DECADE, _PLAN, _BEFORE_PLANS = 10, 5, 1955
"""Years of a decade and of a five-year plan of China: the n-th one ends 5 n years after 1955, from the sixth on."""
_ENDED = frozenset({"y2", "short", "over", "ends", "starts", "ended"})
"""Groups that tell in which year a run of months ends."""
_CENTURY = _LEAP_YEAR = 2000
_EVENTS = {"event": 1992, "free": 1991}
"""The years in which all countries of Central Asia and China established diplomatic relations, and became independent."""


def year_of(parts: Mapping[str, str], lang: str) -> int | None:
    """The year that a match names: its own, or the first of a five-year plan."""
    if "plan" in parts:
        return _BEFORE_PLANS + _PLAN * number_of(parts["plan"], lang) - _PLAN + 1
    event = next((name for name in _EVENTS if name in parts), None)
    if event is not None:
        return _EVENTS[event]
    if "yy" in parts:
        return _CENTURY + int(parts["yy"])
    if "ends" in parts and "y" not in parts:
        return int(parts["ends"]) - 1
    told = parts.get("starts") or parts.get("lasting")
    if told:
        return int(told)
    return int(parts["y"]) if "y" in parts else None


def years_over(parts: Mapping[str, str], lang: str) -> int:
    """How many years later a match ends than it starts: from September last year, or 2024, to March."""
    if "starts" in parts:
        return int(_place(parts["m"], "months", lang) > _place(parts["m2"], "months", lang))
    if "ends" in parts and "y" in parts:
        return int(parts["ends"]) - int(parts["y"])
    return int("over" in parts or "ends" in parts)


def years_back(parts: Mapping[str, str], lang: str) -> int:
    """How many years a match reaches back: over the past five years, three decades, in the two years to 10 November."""
    years = number_of(parts["by"], lang) if "by" in parts else 1
    return years * (_DECADE if "decades" in parts else "back" in parts)


def days_of(parts: Mapping[str, str]) -> tuple[int, int] | None:
    """The days on which a match starts and ends, if it names any."""
    if "days" in parts:
        return 1, int(parts["days"]) if parts["days"].isdigit() else _HUNDRED
    if "d2" in parts:
        return int(parts.get("d", 1)), int(parts["d2"])
    if "d" in parts:
        return (1 if "asof" in parts else int(parts["d"])), int(parts["d"])
    return None


def is_date(year: int | None, month: int, day: int) -> bool:
    """Whether there is such a day: in any year, if none is named."""
    try:
        date(year or _LEAP_YEAR, month, day)
    except ValueError:
        return False
    return True


def last_year_of(parts: Mapping[str, str], year: int | None, lang: str) -> int | None:
    """The year that a match ends in, if it tells another one than that which it starts in."""
    if "lasting" in parts and year:
        return year + number_of(parts["by"], lang) * (_DECADE if "tens" in parts else 1)
    if "y2" in parts:
        return int(parts["y2"])
    if "short" in parts and year:
        return year + 1
    if "plan" in parts and year:
        return year + _PLAN - 1
    return None


def months_of(parts: Mapping[str, str], lang: str) -> tuple[int, int]:
    """The first and the last month that a match names; the first is below 1 in the year before."""
    months = [number_of(parts[name], lang) for name in ("mm", "mm2") if name in parts]
    months += [_place(parts[name], "months", lang) for name in ("m", "m2") if name in parts]
    count = number_of(parts["n"], lang) if "n" in parts else int("opens" in parts)
    if count and months:
        return months[0] - count + ("d" not in parts), months[0]
    if "since" in parts:
        return (months[0] if months else 1), _MONTHS
    if months:
        months = [1, *months] if "m2" in parts and not parts.keys() & {"m", "mm"} else months
        wraps = months[0] > months[-1] and parts.keys().isdisjoint(_ENDED)
        return months[0] - _MONTHS * wraps, months[-1]
    if count:
        return 1, count
    for name, size in (("half", 6), ("quarter", 3)):
        if name in parts:
            end = size * _place(parts[name], "ordinals", lang)
            return end - size + 1, end
    return (1, 9) if "quarters" in parts else (1, _MONTHS)


@cache
def _place(word: str, forms: str, lang: str) -> int:
    """Which one of the months, or of the ordinals, a word is."""
    listed: Sequence[str] = table(lang)["period"][forms]
    return next(place for place, form in enumerate(listed, 1) if re.fullmatch(form, word, re.IGNORECASE))


@cache
def number_of(word: str, lang: str) -> int:
    """What a number that counts months or years stands for, in digits or a word."""
    if word.isdigit():
        return int(word)
    return next(value for value, forms in numbers(lang).items() if word.lower() in forms)


def counted_from(parts: Mapping[str, str], lang: str) -> tuple[str, int]:
    """What the year of a match counts from, and by how many years; of "moved" also by how many months."""
    by = number_of(parts["by"], lang) if "by" in parts else 1
    told = next((name for name in _COUNTED if name in parts), None)
    if told is not None:
        counts, sign = _COUNTED[told]
        return counts, sign * by
    if "since" in parts and not parts.keys() & {"y", "m", *_EVENTS}:
        return "document", 0
    offset = offset_of(parts["rel"], lang) if "rel" in parts else None
    if "like" in parts:
        return "moved", offset or 0
    if "rel" in parts:
        return ("before", 0) if offset is None else ("document", offset)
    return "", 0


@cache
def offset_of(words: str, lang: str) -> int | None:
    """How many years from that of the document a year told in words is; `None` if it is that spoken of before."""
    period = table(lang)["period"]
    for counts in (period["relative"], period["within"]):
        for offset, forms in counts.items():
            if any(re.fullmatch(form, words, re.IGNORECASE) for form in forms):
                return None if offset == "same" else int(offset)
    return None
