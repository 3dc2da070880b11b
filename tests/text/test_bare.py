"""Bare figures: verified as of trade, where nothing says what else they could be of."""

import pytest

from cnkz_stats.text.bare import is_bare
from cnkz_stats.text.extract import extract
from cnkz_stats.text.sentences import sentences


@pytest.mark.parametrize(
    "text",
    [
        "up 36 percent in 2022",
        "In 2022 growth was 36 percent.",
        "$40 billion in 2022",
        "Grew nearly 70 times between 1992 and 2021",
        "выросла на 36% в 2022 году",
        "2022年同比增长36%",
        "2022 жылы 36 пайызға өсті",
    ],
)
def test_a_figure_with_its_direction_and_time_is_bare(text: str) -> None:
    (sentence,) = sentences(text, None)
    assert is_bare(sentence)
    assert extract(text) == ()
    (mention,) = extract(text, topic="turnover")
    assert (mention.series, mention.area, mention.partner) == ("turnover", "CN", "KZ")


@pytest.mark.parametrize(
    "text",
    [
        "Prices rose 36 percent in 2022",
        "GDP up 3 percent in 2022",
        "It rained on 36 percent of days in 2022",
        "цены выросли на 36% в 2022 году",
        "ВВП вырос на 3% в 2022 году",
        "2022年价格增长36%",
        "2022 жылы баға 36 пайызға өсті",
        "up in 2022",
    ],
)
def test_a_figure_of_something_is_not(text: str) -> None:
    (sentence,) = sentences(text, None)
    assert not is_bare(sentence)
    assert extract(text, topic="turnover") == ()


def test_what_stands_beside_other_sentences_is_not_bare() -> None:
    assert extract("The weather was fine. Up 36 percent in 2022.", topic="turnover") == ()
