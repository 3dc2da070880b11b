"""Periods in running text: years, months of a year, years told in words, and which of them are compared with."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from cnkz_stats.figures.period import Period
from cnkz_stats.text.cues import table

_MONTHS = 12
_NEAR = 60
_HUNDRED = 100
_NEVER = "(?!)"
_HEAD = re.compile(r"(?:^|[.;,，。；\n])[^.;,，。；\n]{0,20}$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A period as spoken of at `start` to `end` of a sentence, its year perhaps only told in words.

    `relative` says what the year counts from, `by` how far from there: the year of the document ("document"), that spoken
    of before ("before"), or the whole period spoken of before ("moved"); `by_months` moves that one by months instead.
    `first` and `last` are months, `first` zero or negative in the year before; `days` are the days that it starts and ends
    on. `is_base` says that it is what is compared with, `is_day` that it is a single day, `is_open` that it runs to the
    day of the text, `is_due` that it is told as the time by which something is so, `is_head` that it heads what follows.
    """

    start: int
    end: int
    year: int | None = None
    last_year: int | None = None
    relative: str = ""
    by: int = 0
    by_months: int = 0
    first: int = 1
    last: int = _MONTHS
    days: tuple[int, int] | None = None
    back: int = 0
    is_base: bool = False
    is_day: bool = False
    is_open: bool = False
    is_due: bool = False
    is_head: bool = False

    @property
    def is_whole_year(self) -> bool:
        """Whether no months are named."""
        return (self.first, self.last, self.days) == (1, _MONTHS, None) and self.relative != "moved"

    @property
    def is_month(self) -> bool:
        """Whether it is one month of a year that is printed."""
        return self.first == self.last and self.year is not None and self.days is None and not self.is_open

    @property
    def is_then(self) -> bool:
        """Whether it only points back at the period before."""
        return self.relative == "moved" and not (self.by or self.by_months or self.year)

    @property
    def by_year_alone(self) -> bool:
        """Whether a year is printed or told."""
        return self.relative != "moved"

    def resolved(
        self, *, document: Period | None, before: Period | None, now: Period | None = None
    ) -> Period | None:
        """The period, for a document of some date in which another period was spoken of before; `None` if that leaves it open.

        `now` is the date of the document if it is told at its start, so that nothing later can be over.
        """
        try:
            return self._resolved(document, before, now)
        except (ValueError, OverflowError):
            return None

    def _resolved(self, document: Period | None, before: Period | None, now: Period | None) -> Period | None:
        if self.relative == "moved":
            return None if before is None else self._like(before)
        year = self.year or self._year(document, before)
        if year is None:
            return None
        if self.back:
            return Period(date(year - self.back, 1, 1), date(year, 12, 31))
        started = date(year + (self.first - 1) // _MONTHS, (self.first - 1) % _MONTHS + 1, 1)
        if self._is_over(year, now):
            started = started.replace(year=started.year - 1)
            year -= 1
        if self.is_open:
            return _until_now(started, document or before, by_year=self.first == 1)
        last_year = self.last_year or year
        if self.days is None:
            return Period(started, _month_end(last_year, self.last))
        first_day, last_day = self.days
        return Period(started.replace(day=first_day), date(last_year, self.last, 1) + timedelta(last_day - 1))

    def _is_over(self, year: int, now: Period | None) -> bool:
        """Whether months without a year can only be those of the year before, since this year's are not over yet."""
        if self.year or self.relative or self.is_due or self.is_open or now is None or year != now.last.year:
            return False
        return self.last > now.last.month

    def _like(self, before: Period) -> Period:
        years = self.by if self.year is None else self.year - before.last.year
        return moved(before, 0 if self.by_months else years, self.by_months)

    def _year(self, document: Period | None, before: Period | None) -> int | None:
        if self.relative == "document":
            return None if document is None else document.last.year + self.by
        known = before or document
        return None if known is None else known.last.year + self.by


def moved(before: Period, years: int, months: int) -> Period:
    """The same months of another year; of months to date only the last one moves by months."""
    if not months:
        return before.moved(years)
    last = before.last.year * _MONTHS + before.last.month - 1 + months
    end = _month_end(last // _MONTHS, last % _MONTHS + 1)
    return Period(end.replace(day=1) if before.months == 1 else before.first, end)


def _until_now(started: date, now: Period | None, *, by_year: bool) -> Period:
    """From a day on to the day of the text; whole years if only years are named and they are several."""
    if now is None or now.last < started:
        return Period(started, _month_end(started.year, _MONTHS))
    if by_year and now.last.year > started.year:
        return Period(started, _month_end(now.last.year, _MONTHS))
    return Period(started, now.last)


def _month_end(year: int, month: int) -> date:
    return date(year + month // _MONTHS, month % _MONTHS + 1, 1) - timedelta(1)


def periods_in(text: str, lang: str) -> list[Spoken]:
    """The periods that a sentence speaks of, in their order; of two that overlap the one of the earlier pattern."""
    found: list[Spoken] = []
    if not _may_hold(lang).search(text):
        return found
    for pattern in _patterns(lang):
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                spoken = _spoken(match, text, lang)
                if spoken is not None:
                    found.append(spoken)
    return sorted(found, key=lambda one: one.start)


@cache
def _may_hold(lang: str) -> re.Pattern[str]:
    return re.compile(table(lang)["period"]["may_hold"], re.IGNORECASE)


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    words = table(lang)["period"]
    relative = [form for forms in words["relative"].values() for form in forms]
    within = [form for forms in words["within"].values() for form in forms]
    parts = {
        **words["parts"],
        "MON": "(?:" + "|".join(words["months"]) + ")",
        "NUM": r"(?:\d{1,2}(?!\d)|"
        + _longest_first([form for forms in words["numbers"] for form in forms])
        + ")",
        "ALONE": _longest_first(relative),
        "REL": _longest_first([*relative, *within]),
        "YEAR": r"(?:19|20)\d\d",
    }
    return tuple(re.compile(_filled(pattern, parts), re.IGNORECASE) for pattern in words["patterns"])


def _longest_first(forms: list[str]) -> str:
    return "|".join(sorted(forms, key=len, reverse=True))


def _filled(pattern: str, parts: Mapping[str, str]) -> str:
    for name, part in parts.items():
        pattern = pattern.replace(name, part)
    return pattern


def _spoken(match: re.Match[str], text: str, lang: str) -> Spoken | None:
    parts = {name.rstrip("_"): value for name, value in match.groupdict().items() if value}
    first, last = _months(parts, lang)
    if not (first <= _MONTHS and 1 <= last <= _MONTHS):
        return None
    year = int(parts["y"]) if "y" in parts else None
    relative, by = _counted_from(parts, lang)
    days = _days(parts)
    if days is not None and not _exists(year, last, days[1]) and "days" not in parts:
        return None
    is_day = "d" in parts and not parts.keys() & {"d2", "asof", "n"}
    return Spoken(
        start=match.start(),
        end=match.end(),
        year=year,
        last_year=_last_year(parts, year),
        relative=relative,
        by=by,
        by_months=by if "bymonths" in parts else 0,
        first=1 if "asof" in parts else first,
        last=1 if "days" in parts else last,
        days=days,
        back=_number(parts["back"], lang) if "back" in parts else 0,
        is_base="y2" not in parts and _is_marked("base", match, text, lang),
        is_day=is_day,
        is_open="since" in parts,
        is_due=not parts.keys() & {"y2", "m2", "mm2"} and _is_marked("due", match, text, lang),
        is_head=text[match.end() : match.end() + 1] == ":" and bool(_HEAD.search(text[: match.start()])),
    )


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


def _last_year(parts: Mapping[str, str], year: int | None) -> int | None:
    if "y2" in parts:
        return int(parts["y2"])
    if "short" in parts and year:
        return year + 1
    return None


def _months(parts: Mapping[str, str], lang: str) -> tuple[int, int]:
    """The first and the last month that a match names; the first is below 1 in the year before."""
    months = [int(parts[name]) for name in ("mm", "mm2") if name in parts]
    months += [_month(parts[name], lang) for name in ("m", "m2") if name in parts]
    count = _number(parts["n"], lang) if "n" in parts else 0
    if count and months:
        return months[0] - count + ("d" not in parts), months[0]
    if "since" in parts:
        return (months[0] if months else 1), _MONTHS
    if months:
        return months[0], months[-1]
    if count:
        return 1, count
    for name, size in (("half", 6), ("quarter", 3)):
        if name in parts:
            end = size * _ordinal(parts[name], lang)
            return end - size + 1, end
    return (1, 9) if "quarters" in parts else (1, _MONTHS)


def _month(word: str, lang: str) -> int:
    months = table(lang)["period"]["months"]
    return next(number for number, form in enumerate(months, 1) if re.fullmatch(form, word, re.IGNORECASE))


def _number(word: str, lang: str) -> int:
    if word.isdigit():
        return int(word)
    numbers = table(lang)["period"]["numbers"]
    return next(value for value, forms in enumerate(numbers, 1) if word.lower() in forms)


def _ordinal(word: str, lang: str) -> int:
    ordinals = table(lang)["period"]["ordinals"]
    return next(value for value, form in enumerate(ordinals, 1) if re.fullmatch(form, word, re.IGNORECASE))


def _counted_from(parts: Mapping[str, str], lang: str) -> tuple[str, int]:
    """What the year of a match counts from, and by how many years; of "moved" also by how many months."""
    words = table(lang)["period"]
    by = _number(parts["by"], lang) if "by" in parts else 1
    if parts.keys() & {"earlier", "later"}:
        return "moved", by if "later" in parts else -by
    if parts.keys() & {"prior", "next"}:
        return "before", by if "next" in parts else -by
    if "ago" in parts:
        return "document", -by
    if "back" in parts:
        return "document", 0
    for counts in (words["relative"], words["within"]):
        for offset, forms in counts.items():
            if any(re.fullmatch(form, parts.get("rel", ""), re.IGNORECASE) for form in forms):
                return _offset(offset, is_like="like" in parts)
    return ("moved", 0) if "like" in parts else ("", 0)


def _offset(offset: str, *, is_like: bool) -> tuple[str, int]:
    if is_like:
        return "moved", 0 if offset == "same" else int(offset)
    return ("before", 0) if offset == "same" else ("document", int(offset))


def _is_marked(name: str, match: re.Match[str], text: str, lang: str) -> bool:
    """Whether the words before, in or behind a match mark it so; those before end with a bar, the match follows it."""
    before = f"{text[max(0, match.start() - _NEAR) : match.start()]}|{match[0]}"
    return bool(
        _marks(lang, name, "before").search(before)
        or _marks(lang, name, "behind").match(text[match.end() : match.end() + _NEAR])
        or _marks(lang, name, "inside").search(match[0])
    )


@cache
def _marks(lang: str, name: str, where: str) -> re.Pattern[str]:
    return re.compile(table(lang)["period"][name].get(where, _NEVER), re.IGNORECASE)
