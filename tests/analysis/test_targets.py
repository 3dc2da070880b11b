"""Growth needed to reach a target, from the last printed year of each book."""

from fractions import Fraction

import pytest

from cnkz_stats.analysis.targets import needed_growth
from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import read_folder

TWO_BOOKS = """
    statement  period  figure          authority
    level      2021    $25.25 billion  GACC
    level      2023    $41.02 billion  GACC
    level      2023    $31.5 billion   BNS
    target     2030    $40 billion     .
"""


@pytest.fixture
def needed(make_folder):
    return lambda trade, **options: needed_growth(read_folder(make_folder(trade=trade)), **options)


def test_from_the_last_printed_year_in_each_book(needed):
    rows = needed(TWO_BOOKS)
    assert [(row.quantity.authority, str(row.start), str(row.end), row.years) for row in rows] == [
        ("BNS", "2023", "2030", 7),
        ("GACC", "2023", "2030", 7),
    ]
    assert rows[0].multiple == Interval(Fraction(4000, 3155), Fraction(4000, 3145))


def test_a_target_that_is_behind_asks_for_no_growth(needed):
    (row,) = needed(TWO_BOOKS, authority="GACC")
    assert row.rate.hi is not None
    assert row.rate.hi < 0


def test_a_deadline_that_is_past_or_a_target_in_percent_asks_for_nothing(needed):
    assert not needed(TWO_BOOKS.replace("2030", "2020"))
    assert not needed(TWO_BOOKS.replace("$40 billion", "up 40 percent"))


def test_only_the_series_asked_for(needed):
    assert not needed(TWO_BOOKS, series="exports")
