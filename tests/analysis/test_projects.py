"""Projects by name: chosen by words, added up by column."""

import pytest

from cnkz_stats.analysis.projects import Measure, chosen, groups, totals
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import range_text
from cnkz_stats.ledger.folder import read_folder

TRADE = "period  figure\n2021  $25.25 billion"
REGISTER = """
    id     name         place          sector  capacity      value              status     year  sources
    hill   Hill farm    Almaty Region  wind    151 MW        $30 million        operating  2020  s1
    dale   Dale farm    Almaty         wind    over 52 MW    .                  building   2022  s1
    river  River plant  Altai          water   101 MW        $20 million        operating  2021  s1
    mill   Flour mill   .              food    12,300 tons   2亿元               operating  .     s1
    road   Road         Altai          .       .             .                  planned    .     s1
"""


@pytest.fixture
def folder(make_folder):
    return read_folder(make_folder(trade=TRADE, project_register=REGISTER))


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ({}, ["hill", "dale", "river", "mill", "road"]),
        ({"sector": "wind"}, ["hill", "dale"]),
        ({"place": "ALMATY"}, ["hill", "dale"]),
        ({"status": "operating", "year": "2021"}, ["river"]),
        ({"sector": None, "place": "Altai"}, ["river", "road"]),
    ],
)
def test_words_choose(folder, words, ids):
    assert [project.id for project in chosen(folder, **words)] == ids


def test_a_word_that_nothing_has_is_refused_with_those_that_there_are(folder):
    with pytest.raises(CnkzError, match="no project with sector 'sun', expected one of: food; water; wind"):
        chosen(folder, sector="sun")


def said(total):
    return (total.measure.value, total.unit, total.stated, range_text(total.range))


def test_a_sum_is_a_range_in_each_unit_and_says_of_how_many(folder):
    assert [said(total) for total in totals(chosen(folder))] == [
        ("capacity", "MW", 3, "over 303"),
        ("capacity", "t", 1, "12250–12350"),
        ("value", "CNY", 1, "150000000–250000000"),
        ("value", "USD", 2, "49000000–51000000"),
    ]


def test_groups_stand_in_order_and_what_is_not_known_comes_last(folder):
    assert [(group.key, len(group.projects)) for group in groups(chosen(folder), "sector")] == [
        ("food", 1), ("water", 1), ("wind", 2), ("", 1),
    ]  # fmt: skip
    assert [group.key for group in groups(chosen(folder), "year")] == ["2020", "2021", "2022", ""]


def test_a_group_that_states_nothing_has_no_totals(folder):
    *_, road = groups(chosen(folder), "sector")
    assert road.totals == ()
    assert list(Measure) == ["capacity", "value"]
