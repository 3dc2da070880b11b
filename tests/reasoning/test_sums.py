"""What parts add up to, where an identity says that they are the whole."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.sums import sums

TRADE = (
    "id  left      relation  right              why\nt   turnover  =         exports + imports  by definition"
)
BALANCE = (
    "id  left     relation  right              why\nb   balance  =         exports - imports  by definition"
)
PART = (
    "id  left      relation  right             why\nt   turnover  <=        exports + exports  as it may be"
)
REGION = (
    "id  left                relation  right                                  why\n"
    "r   turnover[area=143]  =         turnover[area=KZ] + turnover[area=UZ]  by definition"
)


def level(series: str, area: str, partner: str, book: str = "GACC", vintage: str = "") -> Quantity:
    return Quantity(series, area, partner, "", Period.year(2022), "USD", book, vintage)


def between(low: int, high: int | None) -> Interval:
    return Interval(Fraction(low), None if high is None else Fraction(high))


OUT, BACK = level("exports", "CN", "KZ"), level("exports", "KZ", "CN")
KNOWN = {OUT: between(3, 4), BACK: between(10, 12)}


def added(folder_of, identities: str, levels: dict[Quantity, Interval]) -> list[tuple[Quantity, Interval]]:
    folder = folder_of(trade="period  figure\n2022  $1 billion", identities=identities)
    return [(one.quantity, one.range) for one in sums(levels, folder)]


def test_both_flows_are_the_turnover_whichever_way_the_pair_is_named(folder_of) -> None:
    assert added(folder_of, TRADE, KNOWN) == [(level("turnover", "CN", "KZ"), between(13, 16))]


def test_an_open_end_stays_open(folder_of) -> None:
    assert added(folder_of, TRADE, KNOWN | {BACK: between(10, None)}) == [
        (level("turnover", "CN", "KZ"), between(13, None))
    ]


def test_countries_are_their_region(folder_of) -> None:
    levels = {level("turnover", "CN", "KZ"): between(1, 2), level("turnover", "CN", "UZ"): between(3, 4)}
    assert added(folder_of, REGION, levels) == [(level("turnover", "143", "CN"), between(4, 6))]


@pytest.mark.parametrize(
    ("identities", "levels"),
    [
        pytest.param(TRADE, {OUT: between(3, 4)}, id="a part is missing"),
        pytest.param(
            TRADE, {OUT: between(3, 4), level("exports", "KZ", "CN", "BNS"): between(1, 2)}, id="two books"
        ),
        pytest.param(
            TRADE,
            {OUT: between(3, 4), level("exports", "KZ", "CN", vintage="2023"): between(1, 2)},
            id="two editions",
        ),
        pytest.param(BALANCE, KNOWN, id="a difference"),
        pytest.param(PART, KNOWN, id="not the whole"),
    ],
)
def test_nothing_else_is_added_up(folder_of, identities: str, levels: dict[Quantity, Interval]) -> None:
    assert added(folder_of, identities, levels) == []
