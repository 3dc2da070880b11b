"""Quantities and facts in words."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.wording import amount_text, fact_range_text, fact_text, lowered, quantity_text


@pytest.fixture
def fact_of_row(folder_of):
    """The folder and the one fact of a row of a claim file."""

    def find(row: str):
        header = "statement  series  partner  scope  period  base  unit  authority  vintage  figure"
        folder = folder_of(trade=f"{header}\n{row}")
        (fact,) = facts_of(folder)
        return folder, fact

    return find


@pytest.mark.parametrize(
    ("row", "about", "measured"),
    [
        (
            "level  turnover  KZ  .  2022  .  .  .  .  $31.17 billion",
            "trade turnover CN–KZ 2022",
            "31.165–31.175 billion USD",
        ),
        (
            "level  exports  .  grain  2022-05  .  .  GACC  2023-01  $31.17 million",
            "exports CN 2022-05 (grain, GACC, 2023-01)",
            "31.165–31.175 million USD",
        ),
        (
            "level  turnover  KZ  .  2022  .  CNY  .  .  2864.2亿元",
            "trade turnover CN–KZ 2022 (CNY)",
            "286.415–286.425 billion CNY",
        ),
        (
            "growth  turnover  KZ  .  2022  .  .  GACC  .  up 23.6 percent",
            "growth of trade turnover CN–KZ 2022 (GACC) on 2021",
            "23.55–23.65 %",
        ),
        (
            "growth  turnover  KZ  .  2024  2013  .  .  .  up 7.3 percent a year",
            "average annual growth of trade turnover CN–KZ 2024 on 2013",
            "7.25–7.35 %",
        ),
        (
            "multiple  turnover  KZ  .  2021  1992  .  .  .  nearly 70 times",
            "trade turnover CN–KZ 2021 as a multiple of 1992",
            "under 70 times",
        ),
        (
            "share  turnover  KZ  .  2022  partner=W00  .  .  .  more than 21 percent",
            "share of trade turnover CN–KZ 2022 in trade turnover CN–W00 2022",
            "over 21 %",
        ),
        (
            "change  turnover  KZ  .  2022  2021  .  .  .  down $1.2 billion",
            "change of trade turnover CN–KZ 2022 from 2021",
            "−1.25 to −1.15 billion USD",
        ),
        (
            "level  projects_count  KZ  .  2022  .  .  .  .  52 projects",
            "joint projects CN–KZ 2022",
            "51.5–52.5 projects",
        ),
    ],
)
def test_what_a_fact_is_about_and_what_it_says(fact_of_row, row: str, about: str, measured: str) -> None:
    folder, fact = fact_of_row(row)
    assert fact_text(fact, folder) == about
    assert fact_range_text(fact) == measured


def test_what_is_private_to_a_reading_is_not_shown(fact_of_row) -> None:
    folder, fact = fact_of_row("level  turnover  KZ  .  2022  .  .  GACC  .  $31.17 billion")
    private = fact.quantity._replace(scope="~1a2b", vintage="2023-01~1a2b")
    assert quantity_text(private, folder) == "trade turnover CN–KZ 2022 (GACC, 2023-01)"


@pytest.mark.parametrize(
    ("name", "within"),
    [
        ("Trade turnover", "trade turnover"),
        ("GDP of Kazakhstan", "GDP of Kazakhstan"),
        ("Confucius Institutes", "Confucius Institutes"),
        ("China-Europe trains", "China-Europe trains"),
        ("Exports", "exports"),
        ("", ""),
    ],
)
def test_a_name_within_a_sentence(name: str, within: str) -> None:
    assert lowered(name) == within


def test_an_amount_without_bounds_is_anything() -> None:
    assert amount_text(Interval(None, None), "USD") == "anything"
    assert amount_text(Interval(Fraction(5), None, lo_open=True), "t") == "over 5 t"
