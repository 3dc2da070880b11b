"""Worlds of trade between two countries: true flows over some years, and what honest sources print of them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from math import floor
from random import Random

from reasoning.worlds import RULES, Press, Row, World, root

IDENTITIES = (
    {
        "id": "sum",
        "left": "turnover",
        "relation": "=",
        "right": "exports + imports",
        "why": "turnover is both flows",
    },
    {
        "id": "net",
        "left": "balance",
        "relation": "=",
        "right": "exports - imports",
        "why": "a balance is their difference",
    },
)
_FALSE = tuple(Fraction(factor) for factor in ("0.1", "0.5", "0.9", "0.97", "1.01", "1.05", "1.3", "2", "10"))


@dataclass(frozen=True)
class Figure:
    """A claim without its figure: the number it speaks of, how a false one is made of it, and how it is printed."""

    row: Row
    number: Fraction
    distort: Callable[[Fraction, Fraction], Fraction]
    printed: Callable[[Fraction], str]


def trade_world(random: Random, rule: str, *, claims: int = 10, lies: int = 0) -> World:
    """So many claims of a true world, printed by a rule, all from one authority's books; some of them false."""
    book = random.choice(["GACC", "BNS", ""])
    possible = list(_figures(random, Press(random, RULES[rule])))
    chosen = random.sample(possible, min(claims, len(possible)))
    rows, false = [], set(random.sample(range(len(chosen)), lies))
    for index, figure in enumerate(chosen):
        number = figure.number
        if index in false:
            number = figure.distort(number, random.choice(_FALSE))
        rows.append(
            {
                "id": f"c{index:02}",
                "area": "CN",
                "partner": "KZ",
                "authority": book,
                "source": random.choice(["s1", "s2", "s3"]),
                **figure.row,
                "figure": figure.printed(number),
            }
        )
    return World(tuple(rows), IDENTITIES, frozenset(rows[index]["id"] for index in false))


Truth = dict[tuple[str, str, str], Fraction]
"""By series, area and period."""


def _figures(random: Random, press: Press) -> Iterator[Figure]:
    years = [str(year) for year in range(2018, 2018 + random.randint(2, 4))]
    truth = _truth(random, years)
    for (series, area, period), value in truth.items():
        row = {"series": series, "area": area, "period": period}
        yield Figure(row | {"statement": "level"}, value, _times, press.amount)
        if value <= 0:
            continue
        yield from _compared(press, truth, row, value, years)
    for year in years:
        whole = truth["turnover", "CN", year]
        row = {"series": "exports", "period": year, "statement": "share", "base": "series=turnover"}
        yield Figure(row, truth["exports", "CN", year] / whole, _times, press.percent)
        row = {"series": "turnover", "area": "CN-XJ", "period": year, "statement": "share", "base": "area=CN"}
        yield Figure(row, truth["turnover", "CN-XJ", year] / whole, _times, press.percent)


def _compared(press: Press, truth: Truth, row: Row, value: Fraction, years: list[str]) -> Iterator[Figure]:
    """Growth on a year earlier; multiple of, change from and average growth since the first year."""
    series, area, period = row["series"], row["area"], row["period"]
    earlier = period.replace(period[:4], str(int(period[:4]) - 1))
    before = truth.get((series, area, earlier), Fraction(0))
    if before > 0:
        yield Figure(row | {"statement": "growth"}, value / before - 1, _rate_times, press.growth)
    first = truth[series, area, years[0]]
    if period in years[1:] and first > 0:
        since = row | {"base": years[0]}
        yield Figure(since | {"statement": "multiple"}, value / first, _times, press.multiple)
        yield Figure(since | {"statement": "change"}, value - first, _times, press.change)
        if period in years[2:]:
            rate = root(value / first, int(period) - int(years[0])) - 1
            yield Figure(since | {"statement": "growth"}, rate, _rate_times, press.average)


def _times(number: Fraction, factor: Fraction) -> Fraction:
    return number * factor


def _rate_times(rate: Fraction, factor: Fraction) -> Fraction:
    """A growth factor that much larger; a rate never falls below -100 %."""
    return (1 + rate) * factor - 1


def _truth(random: Random, years: list[str]) -> Truth:
    """Both flows, their sum and difference, the first half and eleven months of each, one province's part."""
    truth: Truth = {}
    flows = {name: Fraction(random.randint(10**6, 5 * 10**10)) for name in ("exports", "imports")}
    for year in years:
        flows = {
            name: Fraction(floor(size * random.randint(600, 1700) / 1000)) for name, size in flows.items()
        }
        spans = {year: Fraction(1)}
        spans[f"{year}-01/{year}-11"] = Fraction(random.randint(850, 990), 1000)
        spans[f"{year}-01/{year}-06"] = Fraction(random.randint(300, 700), 1000)
        for span, part in spans.items():
            parts = {name: Fraction(floor(size * part)) for name, size in flows.items()}
            for name, size in parts.items():
                truth[name, "CN", span] = size
            truth["turnover", "CN", span] = parts["exports"] + parts["imports"]
        half, rest = f"{year}-01/{year}-06", f"{year}-07/{year}-12"
        truth["exports", "CN", rest] = flows["exports"] - truth["exports", "CN", half]
        truth["balance", "CN", year] = flows["exports"] - flows["imports"]
        truth["turnover", "CN-XJ", year] = Fraction(
            floor(truth["turnover", "CN", year] * random.randint(1, 99) / 100)
        )
    return truth
