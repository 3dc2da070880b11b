"""What a dollar cost in other monies: by the folder's own rates, and where it has none by those that come with the package."""

from collections.abc import Iterator
from fractions import Fraction
from functools import lru_cache

from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder, bundled_rates

DOLLAR = "USD"
NAMES = {"CNY": "yuan", "EUR": "euros", "KZT": "tenge", "RUB": "roubles", DOLLAR: "dollars"}
SINGLE = {"CNY": "a yuan", "EUR": "a euro", "KZT": "a tenge", "RUB": "a rouble", DOLLAR: "a dollar"}
_OF_A_DAY = Fraction(8, 100)
"""How far the rate of some day, of the year or of the time when it was written about, lies from the average of the year."""
_ONE = Fraction(1)


class Rates:
    """What a dollar cost in the average of each year."""

    def __init__(self, folder: Folder) -> None:
        self._averages: dict[tuple[str, int], Fraction] = {}
        for one in (*folder.exchange_rates, *bundled_rates()):
            if one.range.lo is not None and one.range.hi is not None:
                middle = (one.range.lo + one.range.hi) / 2
                self._averages.setdefault((one.code, one.year.first.year), middle)
        self.currencies = sorted({code for code, _ in self._averages} | {DOLLAR})

    def average(self, other: str, unit: str, year: int) -> Fraction | None:
        """What one of a unit cost in another currency in the average of a year."""
        costs = [_ONE if money == DOLLAR else self._averages.get((money, year)) for money in (other, unit)]
        return None if costs[0] is None or costs[1] is None else costs[0] / costs[1]

    def price(self, other: str, unit: str, period: Period) -> Interval | None:
        """What one of a unit cost in another currency, by whichever rate of a period was used, `None` if there is none."""
        costs = [self._cost(currency, period) for currency in (other, unit)]
        return None if costs[0] is None or costs[1] is None else ratio(costs[0], costs[1])

    def _cost(self, currency: str, period: Period) -> Interval | None:
        """Between the averages of the years around it, and a little more or less than its own."""
        if currency == DOLLAR:
            return Interval(_ONE, _ONE)
        ends = list[Fraction]()
        for year in range(period.first.year, period.last.year + 1):
            near = [self._averages.get((currency, one)) for one in (year, year - 1, year + 1)]
            known = [average for average in near if average is not None]
            if not known:
                return None
            # A year without an average of its own may have gone on as the one beside it did.
            part = _OF_A_DAY * (1 if near[0] is not None else 2)
            ends += [*known, known[0] * (1 - part), known[0] * (1 + part)]
        return Interval(min(ends), max(ends))


@lru_cache(maxsize=2)
def rates_of(folder: Folder) -> Rates:
    """The rates for a folder."""
    return Rates(folder)


def monies_of(area: str, partner: str) -> Iterator[str]:
    """The currencies of two sides: their codes begin with those of the countries."""
    for currency in NAMES:
        if currency[:2] in {area.partition("-")[0], partner.partition("-")[0]}:
            yield currency
