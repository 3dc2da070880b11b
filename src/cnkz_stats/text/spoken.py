"""A period as spoken of, and what it comes to in a text of some date."""

from datetime import date, timedelta
from typing import NamedTuple

from cnkz_stats.figures.period import Period

_MONTHS, _QUARTER, _DECADE = 12, 3, 10


class Spoken(NamedTuple):
    """A period as spoken of at `start` to `end` of a sentence, its year perhaps only told in words.

    `relative` says what the year counts from, `by` how far from there: the year of the document ("document", "ago" and
    "decade", whose end it is, if it may also be that spoken of before), its month ("month"), the year spoken of before ("before"), the whole period spoken of
    before ("moved"), the months up to that of the document ("trail"), the day on which something begun ("begun"), which may be known (`begun`), or either ("then"); `by_months` moves a
    period by months instead. `first` and `last` are months, `first` zero or negative in the year before; `days` are the
    days that it starts and ends on, `over` the years later that it ends, `ends_by` how far from the year of the document it does, `back` the years that it reaches back.
    `is_base` says that it is what is compared with, `is_day` that it is a single day, `is_begun` one on which something
    begun, `is_said` that something was said then, `is_open` that it runs to the day of the text, `is_asof` up to its own
    end, `is_due` that it is told as the time by which something is so, `is_season` that its year is no calendar year,
    `is_head` that it heads what follows, `is_alike` that it is the year alone of what may be months: in the last one.
    """

    start: int
    end: int
    year: int | None = None
    last_year: int | None = None
    relative: str = ""
    by: int = 0
    by_months: int = 0
    over: int = 0
    ends_by: int | None = None
    first: int = 1
    last: int = _MONTHS
    days: tuple[int, int] | None = None
    back: int = 0
    is_base: bool = False
    is_day: bool = False
    begun: date | None = None
    is_begun: bool = False
    is_said: bool = False
    is_open: bool = False
    is_asof: bool = False
    is_season: bool = False
    is_due: bool = False
    is_head: bool = False
    is_alike: bool = False

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

    def resolved(
        self,
        *,
        document: Period | None,
        before: Period | None,
        now: Period | None = None,
        begun: date | None = None,
    ) -> Period | None:
        """The period, for a document of some date in which another period was spoken of before; `None` if that leaves it open.

        `now` is the date of the document if it is told at its start, so that nothing later can be over; `begun` the day on
        which something begun.
        """
        try:
            return self._resolved(document, before, now, begun)
        except (ValueError, OverflowError):
            return None

    def _resolved(
        self, document: Period | None, before: Period | None, now: Period | None, begun: date | None
    ) -> Period | None:
        as_long = self.relative == "ago" and before is not None and before.months < _MONTHS
        counted = self.relative in {"moved", "month", "begun", "trail"} or (self.relative == "then" and begun)
        if as_long or counted:
            return self._counted(document, before, begun)
        year = self.year or self._year(document, before)
        if year is None:
            return None
        if self.back or (self.is_alike and before is not None and before.months < _MONTHS):
            return self._reaching_back(year, before)
        if self._is_over(year, now):
            year -= 1
        started = date(year + (self.first - 1) // _MONTHS, (self.first - 1) % _MONTHS + 1, 1)
        if self.is_open:
            started = started.replace(day=self.days[0] if self.days else 1)
            return _until_now(started, document or before, by_year=self.first == 1)
        last_year = self._year_of_end(year, document or before)
        if self.days is None:
            return Period(started, _month_end(last_year, self.last))
        first_day, last_day = self.days
        return Period(started.replace(day=first_day), date(last_year, self.last, 1) + timedelta(last_day - 1))

    def _year_of_end(self, year: int, known: Period | None) -> int:
        if self.ends_by is not None and known is not None:
            return known.last.year + self.ends_by
        return self.last_year or year + self.over

    def _counted(self, document: Period | None, before: Period | None, begun: date | None) -> Period | None:
        """A period that counts from a day, the month of the document, or the period spoken of before."""
        if self.relative == "trail":
            return self._trailing(document)
        if self.relative == "ago":
            return before and before.year_earlier()
        if self.relative in {"begun", "then"}:
            return self._from(self.begun or begun, document, before)
        if self.relative == "month" and not self.is_base and document is not None:
            return self._month(document, before)
        known = before or (document if self.by and not self.by_months else None)
        return None if known is None else self._like(before or Period.year(known.last.year))

    def _month(self, document: Period, before: Period | None) -> Period | None:
        if before is not None and before.months == 1 and not self.by:
            return before
        return moved(_month_of(document.last), 0, self.by) if document.months == 1 else None

    def _trailing(self, document: Period | None) -> Period | None:
        """So many months up to that of a document whose month is known."""
        if document is None or document.months > 1:
            return None
        month = _month_of(document.last)
        start = moved(month, 0, self.by)
        return Period(start.first, month.last)

    def _from(self, begun: date | None, document: Period | None, before: Period | None) -> Period | None:
        """So many years from a day on, or up to now; twelve months may also be those of the year known."""
        known = before or document
        if begun is not None and self.is_open and self.year:
            if self.days is not None:
                return Period(begun, date(self.year, self.last, self.days[1]))
            return Period(begun.replace(day=1), _month_end(self.year, self.last))
        if begun is not None and self.is_open:
            now = document or before
            by_year = (begun.month, begun.day) == (1, 1)
            return None if now is None else _until_now(begun, now, by_year=by_year)
        if begun is not None:
            return Period(begun, begun.replace(year=begun.year + self.by))
        return Period.year(known.last.year) if known is not None and self.by_months else None

    def _reaching_back(self, year: int, before: Period | None) -> Period:
        """So many years up to one, or the months of that year which were told of another one."""
        if not self.back and before is not None:
            return before.moved(year - before.last.year)
        if self.days is not None:
            end = date(year, self.last, self.days[1])
            return Period(end.replace(year=year - self.back), end)
        end = _month_end(year, self.last)
        if self.last == _MONTHS:
            return Period(date(year - self.back, 1, 1), end)
        return Period(date(year - self.back, self.last + 1, 1), end)

    def _is_over(self, year: int, now: Period | None) -> bool:
        """Whether months without a year can only be those of the year before, since this year's are not over yet."""
        if self.year or self.relative or self.is_due or now is None or year != now.last.year:
            return False
        return (self.first if self.is_open else self.last) > now.last.month

    def _like(self, before: Period) -> Period:
        if self.is_then and self.is_base:
            return before.year_earlier()
        months = self.by if self.relative == "month" else self.by_months
        years = self.by if self.year is None else self.year - before.last.year
        return moved(before, 0 if months else years, months)

    def _is_of_year_over(self, document: Period | None, before: Period | None) -> bool:
        """Whether a whole year told in the first months, without one named before, is the one just over."""
        if (
            document is None
            or document.last.month > _QUARTER
            or before not in {None, Period.year(document.last.year)}
        ):
            return False
        return self.relative == "before" and self.is_whole_year and not (self.by or self.is_due or self.back)

    def _year(self, document: Period | None, before: Period | None) -> int | None:
        if self.relative == "document" and (document is not None or not (self.back or self.is_base)):
            return None if document is None else document.last.year + self.by
        known = document or before if self.relative in {"ago", "decade"} else before or document
        if self._is_of_year_over(document, before):
            return None if document is None else document.last.year - 1
        if known is not None and self.relative == "decade":
            return known.last.year // _DECADE * _DECADE + _DECADE
        return None if known is None else known.last.year + self.by


def moved(before: Period, years: int, months: int) -> Period:
    """The same months of another year; of months to date only the last one moves by months."""
    if months % _MONTHS == 0:
        return before.moved(years + months // _MONTHS)
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


def _month_of(day: date) -> Period:
    return Period(day.replace(day=1), _month_end(day.year, day.month))


def _month_end(year: int, month: int) -> date:
    return date(year + month // _MONTHS, month % _MONTHS + 1, 1) - timedelta(1)
