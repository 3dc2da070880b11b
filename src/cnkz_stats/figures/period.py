"""Periods as ISO 8601 writes them: years, quarters, months, days, and runs of them."""

import re
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from cnkz_stats.figures.later import later

_SHAPES = later(
    r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-(?P<month>0[1-9]|1[0-2])(?:-(?P<day>0[1-9]|[12]\d|3[01]))?)?",
    re.ASCII,
)
_REMEMBERED = 4096
_DECEMBER = 12


def last_day(year: int, month: int) -> int:
    """The last day of a month: that before the next one begins."""
    return (date(year, month + 1, 1) - timedelta(days=1)).day if month < _DECEMBER else 31


class Period(NamedTuple):
    """A run of days, both ends included; a tuple, as the quantities that it is part of are."""

    first: date
    last: date

    @classmethod
    def parse(cls, text: str) -> "Period":
        """Read `2022`, `2022-Q1`, `2023-05`, `2022-12-31` or two of them around a slash.

        >>> Period.parse("2023-01/2023-11").months
        11

        Raises ValueError when the text has another form, no such day exists, or the end is before the start.
        """
        return cls(*_days(text))

    @classmethod
    def year(cls, year: int) -> "Period":
        """A calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31))

    def __str__(self) -> str:
        year, first, last = self.first.year, self.first.month, self.last.month
        if not self._whole_months:
            return f"{self.first}" if self.first == self.last else f"{self.first}/{self.last}"
        if self.last.year != year:
            if (first, last) == (1, 12):
                return f"{year:04}/{self.last.year:04}"
        elif (first, last) == (1, 12):
            return f"{year:04}"
        elif first % 3 == 1 and last == first + 2:
            return f"{year:04}-Q{last // 3}"
        elif first == last:
            return f"{year:04}-{first:02}"
        return f"{year:04}-{first:02}/{self.last.year:04}-{last:02}"

    @property
    def _whole_months(self) -> bool:
        return self.first.day == 1 and self.last.day == last_day(self.last.year, self.last.month)

    @property
    def months(self) -> int:
        """Calendar months touched; 1 for a single day."""
        return 12 * (self.last.year - self.first.year) + self.last.month - self.first.month + 1

    @property
    def is_year(self) -> bool:
        """Whether it is one calendar year."""
        return self == Period.year(self.first.year)

    def moved(self, years: int) -> "Period":
        """The same months or days of another year; the 29th of February becomes the last day of February."""
        first = _in_year(self.first, self.first.year + years)
        if self._whole_months:
            year = self.last.year + years
            return Period(first, date(year, self.last.month, last_day(year, self.last.month)))
        return Period(first, _in_year(self.last, self.last.year + years))

    def year_earlier(self) -> "Period":
        """What "year on year" compares with."""
        return self.moved(-1)

    def years_since(self, base: "Period") -> int | None:
        """Whole years between the same months of two years, or `None` if they are other months."""
        years = self.first.year - base.first.year
        spans_alike = self.last.year - base.last.year == years
        return years if spans_alike and base.moved(years) == self else None

    def __contains__(self, other: object) -> bool:
        return isinstance(other, Period) and self.first <= other.first and other.last <= self.last


def _in_year(day: date, year: int) -> date:
    return date(year, day.month, min(day.day, last_day(year, day.month)))


@lru_cache(maxsize=_REMEMBERED)
def _days(text: str) -> tuple[date, date]:
    parts = text.split("/")
    if len(parts) > 2:
        raise ValueError(f"no period: {text!r}")
    first, last = _run(parts[0])[0], _run(parts[-1])[1]
    if first > last:
        raise ValueError(f"the period ends before it starts: {text!r}")
    return first, last


def _run(text: str) -> tuple[date, date]:
    shape = _SHAPES.fullmatch(text)
    if not shape or shape["year"] == "0000":
        raise ValueError(f"no period: {text!r}")
    year = int(shape["year"])
    if shape["day"]:
        day = date(year, int(shape["month"]), int(shape["day"]))
        return day, day
    if shape["quarter"]:
        first, last = 3 * int(shape["quarter"]) - 2, 3 * int(shape["quarter"])
    elif shape["month"]:
        first = last = int(shape["month"])
    else:
        first, last = 1, 12
    return date(year, first, 1), date(year, last, last_day(year, last))
