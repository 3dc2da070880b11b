"""What the words around a number say: hedge, fall, level, multiple."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.figure import Hedge, Sense
from cnkz_stats.figures.reader import figures_in, read_figure


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("fell by 5 %", "-5/100"),
        ("fell to 5 %", "5/100"),
        ("investment (-5 %)", "-5/100"),
        ("инвестиции (−5 %)", "-5/100"),
        ("fell from 5 %", "5/100"),
        ("5 % less", "-5/100"),
        ("less than 5 %", "5/100"),
        ("exports, which fell, according to the office, by 5 %", "-5/100"),
        ("exports fell. Imports were 5 %", "5/100"),
        ("after a fall it rose 5 %", "5/100"),
        ("-5 %", "-5/100"),
        ("- 5 %", "-5/100"),
        ("- 5 trains", "5"),
        ("fell by -5 %", "-5/100"),
        ("в меньше на 5 %", "-5/100"),
        ("меньше 5 %", "5/100"),
        ("уменьшился до 5 %", "5/100"),
        ("下降5%", "-5/100"),
        ("下降到5%", "5/100"),
        ("5 пайызға төмендеп", "-5/100"),
        ("төмендеп, 5 пайызға жетті", "5/100"),
        ("кему 5 пайызды құрады", "-5/100"),
        ("4 times less", "1/4"),
        ("0.5 times less", "1/2"),
    ],
)
def test_a_fall_by_an_amount_is_negative_and_a_level_never(text: str, value: str) -> None:
    assert read_figure(text).value == Fraction(value)


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("more than 5", Hedge.OVER),
        ("more than the usual kind of 5", Hedge.EXACT),
        ("more than that, 5", Hedge.EXACT),
        ("nearly 5, or more", Hedge.NEARLY),
        ("5 or more", Hedge.AT_LEAST),
        ("up to 5", Hedge.UP_TO),
        ("rose up to 5", Hedge.EXACT),
        ("from up to 5", Hedge.EXACT),
        ("до 5", Hedge.UP_TO),
        ("вырос до 5", Hedge.EXACT),
        ("вырос до почти 5", Hedge.NEARLY),
        ("5-ке дейін", Hedge.UP_TO),
        ("5-ке дейін өсті", Hedge.EXACT),
        ("超5亿左右", Hedge.OVER),
        ("more than 4 times less", Hedge.UNDER),
        ("at least 4 times less", Hedge.UP_TO),
        ("about 4 times less", Hedge.ABOUT),
    ],
)
def test_the_nearest_hedge_counts_and_up_to_after_growth_is_a_level(text: str, hedge: Hedge) -> None:
    assert read_figure(text).hedge is hedge


def test_up_to_after_a_rate_is_a_level() -> None:
    assert figures_in("up 5 %, up to 5 trains")[1].hedge is Hedge.EXACT
    assert figures_in("5 stations, up to 5 trains")[1].hedge is Hedge.UP_TO


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("increased 5 times", Sense.AMBIGUOUS),
        ("5 times", Sense.AMBIGUOUS),
        ("5 times as many", Sense.RATIO),
        ("grew to 5 times", Sense.RATIO),
        ("is expected to increase 5 times", Sense.AMBIGUOUS),
        ("5-fold", Sense.RATIO),
        ("5 times less", Sense.RATIO),
        ("в 5 раз", Sense.RATIO),
        ("5 есе", Sense.RATIO),
        ("增长5倍", Sense.INCREASE),
        ("增长到5倍", Sense.RATIO),
        ("翻5倍", Sense.AMBIGUOUS),
        ("5倍", Sense.AMBIGUOUS),
        ("5 %", Sense.NONE),
    ],
)
def test_the_verb_says_whether_times_is_a_ratio_or_an_increase(text: str, sense: Sense) -> None:
    assert read_figure(text).sense is sense


def test_a_reciprocal_is_as_wide_as_what_was_printed() -> None:
    figure = read_figure("4 times less")
    half = figure.quantum / 2
    assert figure.value - half <= 1 / Fraction("4.5")
    assert figure.value + half == 1 / Fraction("3.5")


@pytest.mark.parametrize(
    ("text", "annual"),
    [
        ("7 percent a year", True),
        ("average annual growth of 7 percent", True),
        ("7 percent from a year earlier", False),
        ("$7 a year", False),
        ("年均增长7%", True),
        ("年增7%", False),
    ],
)
def test_an_average_rate_a_year_is_marked(text: str, annual: bool) -> None:
    assert read_figure(text).annual is annual
