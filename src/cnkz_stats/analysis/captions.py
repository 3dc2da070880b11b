"""Figures, periods, units and pairs in the few English words that a caption has room for."""

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction

from cnkz_stats.figures.display import range_strings, range_text, scale_of, signed
from cnkz_stats.figures.figure import Figure, Hedge
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement

AREAS = {
    "142": "Asia",
    "143": "Central Asia",
    "150": "Europe",
    "CN": "China",
    "CN-XJ": "Xinjiang",
    "KG": "Kyrgyzstan",
    "KZ": "Kazakhstan",
    "MN": "Mongolia",
    "RU": "Russia",
    "TJ": "Tajikistan",
    "TM": "Turkmenistan",
    "US": "the United States",
    "UZ": "Uzbekistan",
    "W00": "the world",
}
"""Names of the region; any other area stands by its code."""
UNITS = {
    "USD": "dollars",
    "CNY": "yuan",
    "KZT": "tenge",
    "RUB": "roubles",
    "EUR": "euros",
    "t": "tonnes",
    "t-km": "tonne-kilometres",
    "m3": "m³",
    "%": "%",
}
MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
RANGE_DIGITS = 4
"""Significant digits of a range in a caption, at least."""
ANYTIME = Period.year(1)
"""The period of a quantity whose period does not matter."""
MOST_DIGITS = 12
ONE, PERCENT = Fraction(1), Fraction(1, 100)
_ABOVE = {
    Hedge.NEARLY: "nearly ",
    Hedge.UNDER: "under ",
    Hedge.OVER: "over ",
    Hedge.AT_LEAST: "at least ",
    Hedge.UP_TO: "at most ",
    Hedge.ABOUT: "about ",
    Hedge.EXACT: "",
}
_BELOW = _ABOVE | {
    Hedge.UNDER: "above ",
    Hedge.OVER: "below ",
    Hedge.AT_LEAST: "at most ",
    Hedge.UP_TO: "at least ",
}


def pair_name(quantity: Quantity) -> str:
    """`China–Kazakhstan`; `China to Kazakhstan` of what goes from one to the other; one name where there is no partner."""
    names = [AREAS.get(code, code) for code in (quantity.area, quantity.partner) if code]
    return (" to " if "exports" in quantity.series else "–").join(names)


def unit_name(unit: str) -> str:
    """`dollars` for `USD`; a unit without another name as it is."""
    return UNITS.get(unit, unit)


def scale(*values: Fraction | None) -> tuple[Fraction, str]:
    """The power of ten, and its name, in which a caption counts: millions and up, below that every digit is shown."""
    size, name = scale_of(*values)
    return (Fraction(size), name) if size >= 10**6 else (ONE, "")


def period_text(period: Period) -> str:
    """`2022`, `Jan–Nov 2023`, `Q1 2022`, `May 2023`, `31 Dec 2022`, `2013–2022`."""
    first, last = period.first, period.last
    if period.is_year:
        return f"{first.year}"
    if first == last:
        return _day(first)
    if Period.parse(f"{first:%Y-%m}").first != first or Period.parse(f"{last:%Y-%m}").last != last:
        return f"{_day(first)} – {_day(last)}"
    if first.year != last.year:
        whole = first.month == 1 and last.month == 12
        return f"{first.year}–{last.year}" if whole else f"{_month(first)} – {_month(last)}"
    if period.months == 3 and first.month % 3 == 1:
        return f"Q{last.month // 3} {first.year}"
    return _month(last) if period.months == 1 else f"{MONTHS[first.month - 1]}–{_month(last)}"


def in_period(period: Period) -> str:
    """`in 2022`, `on 31 Dec 2022`."""
    return f"{'on' if period.first == period.last else 'in'} {period_text(period)}"


def date_text(published: str) -> str:
    """A day, month or year of publication as people write it."""
    return period_text(Period.parse(published)) if published else ""


def _day(day: date) -> str:
    return f"{day.day} {_month(day)}"


def _month(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.year}"


def figure_text(figure: Figure, one: Fraction, *, plus: str = "") -> str:
    """The printed number, counted in `one`, with its own decimals and its hedge; `plus` stands before one above zero.

    >>> figure_text(Figure("over $21.2 billion", Fraction(21200000000), Fraction(10) ** 8, hedge=Hedge.OVER), Fraction(10**9))
    'over 21.2'
    """
    ends = [figure.value] if figure.high is None else [figure.value, figure.high]
    quantum = figure.quantum * 10**figure.zeros / one
    numbers = [number_text(end / one, quantum) for end in ends]
    hedge = (_BELOW if figure.value < 0 else _ABOVE)[figure.hedge]
    return f"{hedge}{plus if figure.value > 0 else ''}{' to '.join(numbers)}"


def number_text(value: Fraction, quantum: Fraction) -> str:
    """A number with the decimals that its last significant digit needs, thousands apart, never rounded.

    >>> number_text(Fraction(25), Fraction(1, 10))
    '25.0'
    """
    places = 0
    while (quantum * 10**places).denominator > 1 or (value * 10**places).denominator > 1:
        places += 1
        if places > MOST_DIGITS:
            return range_text(Interval(value, value), digits=RANGE_DIGITS)
    return signed(f"{Decimal(f'{value * 10**places}e-{places}'):,f}")


def claimed_text(claim: Claim) -> str:
    """What a claim prints, in one notation for all languages: `+23.6 %`, `nearly 70 times`, `31.17 billion dollars`."""
    figure = claim.figure
    if claim.statement in (Statement.GROWTH, Statement.SHARE):
        plus = "+" if claim.statement is Statement.GROWTH else ""
        yearly = " a year" if figure.annual else ""
        return f"{figure_text(figure, PERCENT, plus=plus)} %{yearly}"
    if claim.statement is Statement.MULTIPLE:
        return f"{figure_text(figure, ONE)} times"
    size, name = scale(figure.value, figure.high)
    plus = "+" if claim.statement is Statement.CHANGE else ""
    return " ".join(filter(None, (figure_text(figure, size, plus=plus), name, unit_name(claim.unit))))


def range_words(bounds: Interval, *, one: Fraction = ONE) -> str:
    """A range counted in `one`, rounded outward by at most a tenth of its width: `25.204–25.233`."""
    counted = bounds.scaled(1 / one)
    digits = next(
        (digits for digits in range(RANGE_DIGITS, MOST_DIGITS) if _is_close(counted, digits)), MOST_DIGITS
    )
    return re.sub(r"(?<![\d.])\d{4,}", lambda whole: f"{int(whole[0]):,}", range_text(counted, digits=digits))


def _is_close(bounds: Interval, digits: int) -> bool:
    if bounds.lo is None or bounds.hi is None:
        return True
    low, high = range_strings(bounds, digits=digits)
    return Fraction(high or 0) - Fraction(low or 0) <= (bounds.hi - bounds.lo) * Fraction(11, 10)


def amount_text(bounds: Interval, unit: str) -> str:
    """`25.20–25.24 billion dollars`."""
    size, name = scale(bounds.lo, bounds.hi)
    return " ".join(filter(None, (range_words(bounds, one=size), name, unit_name(unit))))


def percentage_text(bounds: Interval) -> str:
    """A range of rates: `23.40–23.49 %`."""
    return f"{range_words(bounds, one=PERCENT)} %"


def listed(parts: Sequence[str]) -> str:
    """`a, b and c`."""
    return " and ".join(filter(None, (", ".join(parts[:-1]), parts[-1])))
