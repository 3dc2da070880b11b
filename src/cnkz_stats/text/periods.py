"""Periods in running text: years, months of a year, years told in words, and which of them are compared with."""

import re
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache, lru_cache

from cnkz_stats.figures.later import later
from cnkz_stats.text.cues import table
from cnkz_stats.text.patterns import in_small
from cnkz_stats.text.period_patterns import numbers, patterns_for
from cnkz_stats.text.spoken import Spoken

_MONTHS = 12
_NEAR = 60
_HUNDRED = 100
_WHERE = ("never", "before", "behind", "inside")
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
_CENTURY = 2000
_EVENTS = {"event": 1992, "free": 1991}
"""The years in which all countries of Central Asia and China established diplomatic relations, and became independent."""
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
    first, last = _months(parts, lang)
    if not (first <= _MONTHS and 1 <= last <= _MONTHS):
        return None
    year = _year(parts, lang)
    relative, by = _counted_from(parts, lang)
    days = _days(parts)
    if "back" in parts and not parts.keys() & {"m", "d"} and _is_marked("rank", match, text, lang):
        return None
    if (
        days is not None
        and year is None
        and not relative
        and _is_visa_free(text, _VISA_FREE.year, first, days)
    ):
        year = _VISA_FREE.year + (first < 1)
    if days is not None and not _exists(year, last, days[1]) and "days" not in parts:
        return None
    is_day = "d" in parts and not parts.keys() & {"d2", "asof", "n", "since", "begunsince", "back", "m2"}
    return Spoken(
        start=match.start(),
        end=match.end(),
        year=year,
        last_year=_last_year(parts, year, lang),
        relative=relative,
        by=by,
        by_months=by if "bymonths" in parts else 0,
        over=_over(parts, lang),
        ends_by=_offset(parts["ended"], lang) if "ended" in parts else None,
        first=1 if "asof" in parts and "back" not in parts else first,
        last=1 if "days" in parts else last,
        days=days,
        back=_back(parts, lang),
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


def _year(parts: Mapping[str, str], lang: str) -> int | None:
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


def _over(parts: Mapping[str, str], lang: str) -> int:
    """How many years later a match ends than it starts: from September last year, or 2024, to March."""
    if "starts" in parts:
        return int(_month(parts["m"], lang) > _month(parts["m2"], lang))
    if "ends" in parts and "y" in parts:
        return int(parts["ends"]) - int(parts["y"])
    return int("over" in parts or "ends" in parts)


def _back(parts: Mapping[str, str], lang: str) -> int:
    """How many years a match reaches back: over the past five years, three decades, in the two years to 10 November."""
    years = number_of(parts["by"], lang) if "by" in parts else 1
    return years * (_DECADE if "decades" in parts else "back" in parts)


def _days(parts: Mapping[str, str]) -> tuple[int, int] | None:
    if "days" in parts:
        return 1, int(parts["days"]) if parts["days"].isdigit() else _HUNDRED
    if "d2" in parts:
        return int(parts.get("d", 1)), int(parts["d2"])
    if "d" in parts:
        return (1 if "asof" in parts else int(parts["d"])), int(parts["d"])
    return None


def _exists(year: int | None, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)
    except ValueError:
        return False
    return True


def _last_year(parts: Mapping[str, str], year: int | None, lang: str) -> int | None:
    if "lasting" in parts and year:
        return year + number_of(parts["by"], lang) * (_DECADE if "tens" in parts else 1)
    if "y2" in parts:
        return int(parts["y2"])
    if "short" in parts and year:
        return year + 1
    if "plan" in parts and year:
        return year + _PLAN - 1
    return None


def _months(parts: Mapping[str, str], lang: str) -> tuple[int, int]:
    """The first and the last month that a match names; the first is below 1 in the year before."""
    months = [number_of(parts[name], lang) for name in ("mm", "mm2") if name in parts]
    months += [_month(parts[name], lang) for name in ("m", "m2") if name in parts]
    count = number_of(parts["n"], lang) if "n" in parts else int("opens" in parts)
    if count and months:
        return months[0] - count + ("d" not in parts), months[0]
    if "since" in parts:
        return (months[0] if months else 1), _MONTHS
    if months:
        months = [1, *months] if "m2" in parts and not parts.keys() & {"m", "mm"} else months
        wraps = months[0] > months[-1] and not parts.keys() & {
            "y2",
            "short",
            "over",
            "ends",
            "starts",
            "ended",
        }
        return months[0] - _MONTHS * wraps, months[-1]
    if count:
        return 1, count
    for name, size in (("half", 6), ("quarter", 3)):
        if name in parts:
            end = size * _ordinal(parts[name], lang)
            return end - size + 1, end
    return (1, 9) if "quarters" in parts else (1, _MONTHS)


@cache
def _month(word: str, lang: str) -> int:
    return _place(word, table(lang)["period"]["months"])


def _place(word: str, forms: Sequence[str]) -> int:
    return next(place for place, form in enumerate(forms, 1) if re.fullmatch(form, word, re.IGNORECASE))


@cache
def number_of(word: str, lang: str) -> int:
    """What a number that counts months or years stands for, in digits or a word."""
    if word.isdigit():
        return int(word)
    return next(value for value, forms in numbers(lang).items() if word.lower() in forms)


@cache
def _ordinal(word: str, lang: str) -> int:
    return _place(word, table(lang)["period"]["ordinals"])


def _counted_from(parts: Mapping[str, str], lang: str) -> tuple[str, int]:
    """What the year of a match counts from, and by how many years; of "moved" also by how many months."""
    by = number_of(parts["by"], lang) if "by" in parts else 1
    told = next((name for name in _COUNTED if name in parts), None)
    if told is not None:
        counts, sign = _COUNTED[told]
        return counts, sign * by
    if "since" in parts and not parts.keys() & {"y", "m", *_EVENTS}:
        return "document", 0
    offset = _offset(parts["rel"], lang) if "rel" in parts else None
    if "like" in parts:
        return "moved", offset or 0
    if "rel" in parts:
        return ("before", 0) if offset is None else ("document", offset)
    return "", 0


@cache
def _offset(words: str, lang: str) -> int | None:
    """How many years from that of the document a year told in words is; `None` if it is that spoken of before."""
    period = table(lang)["period"]
    for counts in (period["relative"], period["within"]):
        for offset, forms in counts.items():
            if any(re.fullmatch(form, words, re.IGNORECASE) for form in forms):
                return None if offset == "same" else int(offset)
    return None


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
