"""Periods in running text: years, months of a year, years told in words, and which of them are compared with."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from cnkz_stats.figures.period import Period
from cnkz_stats.text.cues import table

_YEAR = r"(?:19|20)\d\d"
_ORDINALS = (
    "first|перв|бірінші|一|1|i",
    "second|втор|екінші|二|2|ii",
    "third|трет|үшінші|三|3|iii",
    "fourth|четв|төртінші|四|4|iv",
)
_SECOND_HALF = re.compile("second|втор|下|екінші|h2|2h|ii", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Spoken:
    """A period as spoken of at `start` to `end` of a sentence, its year perhaps only told in words.

    `relative` is a year counted from that of the document, or "same" for the year spoken of before. `is_base` says that
    it is what is compared with, `is_day` that it is a single day, `is_open` that it runs from there to the day of the text.
    """

    start: int
    end: int
    year: int | None
    last_year: int | None
    relative: str
    first: int
    last: int
    day: int | None = None
    is_base: bool = False
    is_day: bool = False
    is_open: bool = False

    @property
    def is_whole_year(self) -> bool:
        """Whether no months are named."""
        return (self.first, self.last, self.day) == (1, 12, None)

    def resolved(self, *, document: int | None, before: int | None) -> Period | None:
        """The period, for a document of some year in which another year was spoken of before; `None` if that leaves it open."""
        year = self.year or _year_of(self.relative, document=document, before=before)
        if year is None:
            return None
        last = self.last_year or (max(document or before or year, year) if self.is_open else year)
        try:
            return Period.parse(f"{year}-{self.first:02}/{last}-{self._end}")
        except ValueError:
            return None

    @property
    def _end(self) -> str:
        return f"{self.last:02}" if self.day is None else f"{self.last:02}-{self.day:02}"


def _year_of(relative: str, *, document: int | None, before: int | None) -> int | None:
    if relative == "same":
        return before or document
    if relative:
        return None if document is None else document + int(relative)
    return before or document


def periods_in(text: str, lang: str) -> list[Spoken]:
    """The periods that a sentence speaks of, in their order; of two that overlap the one of more words."""
    found: list[Spoken] = []
    if not _MAY_HOLD[lang].search(text):
        return found
    for pattern in _patterns(lang):
        for match in pattern.finditer(text):
            if not any(one.start < match.end() and match.start() < one.end for one in found):
                spoken = _spoken(match, text, lang)
                if spoken is not None:
                    found.append(spoken)
    return sorted(found, key=lambda one: one.start)


_MAY_HOLD = {
    "en": re.compile(
        r"\d{4}|year|month|quarter|half|H[12]|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
    ),
    "ru": re.compile(
        r"\d{4}|год|месяц|квартал|полугод|половин|янв|фев|мар|апр|ма[йяе]|июн|июл|авг|сент|окт|ноя|дек"
    ),
    "zh": re.compile("[年月季]"),
    "kk": re.compile(r"\d{4}|жыл|ай|тоқсан|жарты|былтыр|биыл"),
}


@cache
def _patterns(lang: str) -> tuple[re.Pattern[str], ...]:
    words = table(lang)["period"]
    month = "(?:" + "|".join(words["months"]) + ")"
    number = r"(?:\d{1,2}|" + "|".join(sorted(words["numbers"], key=len, reverse=True)) + ")"
    flags = re.NOFLAG if lang == "en" else re.IGNORECASE
    return tuple(
        re.compile(pattern.replace("MON", month).replace("YEAR", _YEAR).replace("NUM", number), flags)
        for pattern in words["patterns"]
    )


def _spoken(match: re.Match[str], text: str, lang: str) -> Spoken | None:
    parts = {name: value for name, value in match.groupdict().items() if value}
    year = int(parts.get("y") or parts.get("y_") or 0) or None
    first, last = _months(parts, lang)
    if not (1 <= first <= 12 and 1 <= last <= 12):
        return None
    day = int(parts["d"]) if "d" in parts else None
    if day is not None and not _exists(year, last, day):
        return None
    relative = _relative(parts.get("rel", ""), lang)
    last_year = _last_year(parts, year)
    as_of = "asof" in parts
    return Spoken(
        start=match.start(),
        end=match.end(),
        year=year,
        last_year=last_year,
        relative=relative,
        first=1 if as_of else first,
        last=last,
        day=day,
        is_base=_is_base(match, text, lang),
        is_day=day is not None and not as_of,
        is_open="since" in parts,
    )


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
        return year + 1 if (year + 1) % 100 == int(parts["short"]) else None
    return None


def _months(parts: Mapping[str, str], lang: str) -> tuple[int, int]:
    """The first and the last month that a match names."""
    months = [int(parts[name]) for name in ("mm", "mm2") if name in parts]
    months += [_month(parts[name], lang) for name in ("m", "m2") if name in parts]
    if months:
        return months[0], months[-1]
    if "n" in parts:
        return 1, _number(parts["n"], lang)
    if "half" in parts:
        return (7, 12) if _SECOND_HALF.search(parts["half"]) else (1, 6)
    if "quarter" in parts:
        quarter = _ordinal(parts["quarter"])
        return 3 * quarter - 2, 3 * quarter
    return (1, 9) if "quarters" in parts else (1, 12)


def _month(word: str, lang: str) -> int:
    months = table(lang)["period"]["months"]
    return next(number for number, form in enumerate(months, 1) if re.match(form, word, re.IGNORECASE))


def _number(word: str, lang: str) -> int:
    if word.isdigit():
        return int(word)
    numbers = table(lang)["period"]["numbers"]
    return next(value for value, forms in enumerate(numbers, 1) if word.lower() in forms.split("|"))


def _ordinal(word: str) -> int:
    word = word.lower().removeprefix("q")
    return next(value for value, forms in enumerate(_ORDINALS, 1) if word in forms.split("|"))


def _relative(words: str, lang: str) -> str:
    """How a year told in words counts from that of the document."""
    small = words.lower()
    for offset, forms in table(lang)["period"]["relative"].items():
        if small in forms or (lang == "kk" and any(small.startswith(form) for form in forms)):
            return str(offset)
    return ""


def _is_base(match: re.Match[str], text: str, lang: str) -> bool:
    before, after = _base_marks(lang)
    return bool(
        before.search(text, max(0, match.start() - 60), match.start())
        or after.search(text[: match.end() + 30][match.end() :])
        or (lang == "kk" and re.search("(?:ғы|гі)(?:дан|ден)$|жылмен$|жылдан$", match[0]))
    )


@cache
def _base_marks(lang: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table(lang)["period"]
    return re.compile(words["before_base"], re.IGNORECASE), re.compile(words["after_base"], re.IGNORECASE)


def document_year(spoken: Iterator[Spoken]) -> int | None:
    """The year of the first date that a text gives, as in its dateline."""
    return next((one.year for one in spoken if one.year and (one.is_day or one.first == one.last)), None)
