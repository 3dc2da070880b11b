"""Growth for readers: what most is said about first, the overall answer at the top, nothing wider than a screen."""

import pytest

from cnkz_stats.analysis.growth import growth
from cnkz_stats.analysis.targets import needed_growth
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.views.growth_rows import growth_tables
from cnkz_stats.views.layout import table_lines

PRESS = """
    id       statement  area  partner  period           base  figure           authority  source
    first    level      CN    KZ       1992             .     $368 million     GACC       s1
    before   level      CN    KZ       2021             .     $25.25 billion   GACC       s1
    after    level      CN    KZ       2022             .     $31.17 billion   GACC       s2
    growth   growth     CN    KZ       2022             .     up 23.6 percent  GACC       s2
    again    growth     CN    KZ       2022             .     up 23.6 percent  GACC       s3
    times    multiple   CN    KZ       2021             1992  nearly 70 times  GACC       s1
    other    growth     CN    KZ       2022             .     up 34.1 percent  BNS        s2
    months   growth     CN    KZ       2022-01/2022-11  .     up 23 percent    GACC       s2
    old      level      143   CN       2021             .     $50 billion      GACC       s2
    new      level      143   CN       2022             .     over $70 billion  GACC      s2
    goal     target     CN    KZ       2030             .     $40 billion      GACC       s2
    passed   target     CN    KZ       2021             .     $25 billion      GACC       s2
    failed   target     CN    KZ       2022             .     $35 billion      GACC       s1
    perhaps  target     CN    KZ       2021             .     $25.25 billion   GACC       s1
    easy     target     CN    KZ       2031             .     $31 billion      GACC       s1
"""


@pytest.fixture
def tables(make_folder):
    folder = read_folder(make_folder(trade=PRESS))
    rows = growth(folder, "turnover") + needed_growth(folder, "turnover")
    return {table.title: table.rows for table in growth_tables(rows, folder)}


def test_the_pair_and_the_books_most_is_said_about_come_first(tables):
    assert list(tables) == [
        "Trade turnover CN–KZ (GACC)",
        "Trade turnover CN–KZ (BNS)",
        "Trade turnover CN–KZ: targets",
        "Trade turnover 143–CN (GACC)",
    ]


def test_the_whole_time_comes_first_then_year_on_year_then_the_rest(tables):
    assert [row[:4] for row in tables["Trade turnover CN–KZ (GACC)"]] == [
        ("1992", "2022", "84.572–84.830 times", "15.942–15.954"),
        ("2021", "2022", "23.401–23.490 %", ""),
        ("1992", "2021", "68.507–68.722 times", "15.691–15.704"),
        ("2021-01/11", "2022-01/11", "22.5–23.5 %", ""),
    ]


def test_claims_of_one_range_take_a_line_with_the_number_of_their_sources(tables):
    assert tables["Trade turnover CN–KZ (GACC)"][1][5:] == (
        "NO",
        "up 23.6 percent (23.55–23.65 %; s2 and 1 more)",
    )


def test_that_a_figure_is_not_negative_is_no_news(tables):
    assert tables["Trade turnover 143–CN (GACC)"][0][2] == "over 38.613 %"


def test_a_target_is_ahead_or_reached_or_met_or_missed(tables):
    assert [row[:6] for row in tables["Trade turnover CN–KZ: targets"]] == [
        ("25 billion USD", "2021", "GACC", "2021", "met", ""),
        ("25.25 billion USD", "2021", "GACC", "2021", "met or just missed", ""),
        ("35 billion USD", "2022", "GACC", "2022", "missed", ""),
        ("40 billion USD", "2030", "GACC", "2022", "1.2830–1.2835 times", "3.1648–3.1690"),
        ("31 billion USD", "2031", "GACC", "2022", "already reached", ""),
    ]


@pytest.mark.parametrize("width", [80, 100, 120])
def test_no_row_is_wider_than_the_screen(make_folder, width):
    folder = read_folder(make_folder(trade=PRESS))
    rows = growth(folder) + needed_growth(folder)
    fixed = [
        line for table in growth_tables(rows, folder) for line in table_lines(table, width) if line.fixed
    ]
    assert fixed
    assert max(line.indent + len(line.text) for line in fixed) <= width
