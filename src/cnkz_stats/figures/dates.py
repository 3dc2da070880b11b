"""Numbers that are years, days or months and not figures."""

from cnkz_stats.figures.lexer import Tokens
from cnkz_stats.figures.numerals import Number, number_at
from cnkz_stats.figures.units import unit_behind

_YEARS, _DAYS = range(1900, 2101), 31


def date_at(tokens: Tokens, number: Number, lang: str) -> int | None:
    """The last token of the date that the number belongs to, or `None` if it is no date."""
    last = number.last
    if not number.printed:
        return None
    if _is_clock_or_day(tokens, number):
        return _through(tokens, last)
    if (
        lang == "ru"
        and _is_year(number)
        and tokens.text(last + 1) == "-"
        and tokens.has(last + 2, "year_ending")
    ):
        return _through(tokens, last + 2)
    if tokens.has(last + 1, "dash", "slash", "range"):
        second = number_at(tokens, last + 2, lang)
        if second is not None and (_is_run_of_years(number, second) or _is_dated(tokens, second, lang)):
            return _through(tokens, second.last)
    return _through(tokens, last) if _is_dated(tokens, number, lang) else None


def _through(tokens: Tokens, last: int) -> int:
    """The last token of a date that goes on: its month, and numbers joined by hyphens or colons."""
    while True:
        if tokens.has(last + 1, "dated", "month"):
            last += 1
        elif (
            tokens.text(last + 1) in ({"-", ":"} if tokens.text(last).isdigit() else {"-"})
            and tokens.text(last + 2).isdigit()
            and tokens.touches_next(last)
            and (tokens.text(last + 1) == "-" or tokens.touches_next(last + 1))
        ):
            last += 2
        else:
            return last


def _is_clock_or_day(tokens: Tokens, number: Number) -> bool:
    """10:30 or 2023-05-12."""
    mark, second = tokens.text(number.last + 1), tokens.text(number.last + 2)
    if not (tokens.touches_next(number.last) and tokens.touches_next(number.last + 1) and second.isdigit()):
        return False
    return mark == ":" or (mark == "-" and _is_year(number) and tokens.text(number.last + 3) == "-")


def _is_dated(tokens: Tokens, number: Number, lang: str) -> bool:
    before, after = number.first - 1, number.last + 1
    if tokens.has(after, "month"):
        return number.printed != ""
    if lang == "en" and tokens.has(before, "month"):
        return number.printed.isdigit() and (_is_year(number) or int(number.printed) <= _DAYS)
    if tokens.has(after, "dated"):
        return _is_year(number) or (lang == "zh" and not tokens.word(after).unit)
    return _is_year(number) and tokens.has(before, "dating") and unit_behind(tokens, after, lang).last < after


def _is_year(number: Number) -> bool:
    return len(number.printed) == 4 and number.printed.isdigit() and int(number.printed) in _YEARS


def _is_run_of_years(one: Number, two: Number) -> bool:
    """2012-13, 2019/20 or 2019-2021."""
    if not _is_year(one) or not two.printed.isdigit():
        return False
    if len(two.printed) == 2:
        return int(two.printed) > int(one.printed) % 100
    return _is_year(two) and one.value < two.value
