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


def ends(rows):
    return [(row.quantity.authority, str(row.start), str(row.end), row.years) for row in rows]


def test_from_the_last_printed_year_in_the_books_of_its_source(needed):
    (row,) = needed(TWO_BOOKS)
    assert ends([row]) == [("GACC", "2023", "2030", 7)]
    assert row.multiple == Interval(Fraction(40000, 41025), Fraction(40000, 41015))


def test_one_amount_and_deadline_are_one_target_in_each_book_that_its_sources_use(needed):
    rows = needed("""
        id  statement  period  figure          authority  source
        a   level      2023    $41.02 billion  GACC       s1
        b   level      2023    $31.5 billion   BNS        s2
        c   level      2023    $31.5 billion   .          s3
        d   target     2030    $45 billion     .          s3
        e   target     2030    to $45 billion  BNS        s4
        f   target     2030    $45 billion     GACC       s1
        g   target     2030    $60 billion     .          s3
    """)
    assert [(row.quantity.authority, row.claims) for row in rows] == [
        ("BNS", ("b", "c", "d", "e")),
        ("GACC", ("a", "f")),
        ("BNS", ("b", "c", "g")),
    ]


def test_a_target_that_is_behind_asks_for_no_growth(needed):
    (row,) = needed(TWO_BOOKS.replace("$40 billion     .", "$30 billion     BNS"))
    assert row.rate.hi is not None
    assert row.rate.hi < 0


def test_a_target_whose_year_has_come_is_compared_with_what_was_reached(needed):
    (row,) = needed(TWO_BOOKS.replace("2030    $40 billion     .", "2021    $25 billion     GACC"))
    assert (ends([row]), row.cagr) == ([("GACC", "2021", "2021", None)], None)
    assert row.multiple == Interval(Fraction(25000, 25255), Fraction(25000, 25245))


def test_a_deadline_of_which_nothing_is_printed_or_a_target_in_percent_asks_for_nothing(needed):
    assert not needed(TWO_BOOKS.replace("2030", "2020"))
    assert not needed(TWO_BOOKS.replace("$40 billion", "up 40 percent"))


def test_only_the_books_and_the_series_asked_for(needed):
    assert not needed(TWO_BOOKS, series="exports")
    assert not needed(TWO_BOOKS, authority="BNS")
