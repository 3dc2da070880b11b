"""Facts that other readers of quantities are asked for: Recognizers-Text (Chinese and English), quantulum3 (issue 45)."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.reader import figures_in, read_figure

NUMBERS = [
    ("zh", "一万五千亿", 15 * 10**11),
    ("zh", "四千三百亿", 43 * 10**10),
    ("zh", "二十万亿", 2 * 10**13),
    ("zh", "1,100.9亿", 11009 * 10**7),
    ("zh", "1,100万", 11 * 10**6),
    ("zh", "２．２亿", 22 * 10**7),
    ("zh", "4.78万亿", 478 * 10**10),
    ("zh", "四十五亿四千零四万", 4_540_040_000),
    ("zh", "20万次以上", 200_000),
    ("en", "half a million", 500_000),
    ("en", "one and a half billion", 1_500_000_000),
    ("en", "$13 009 million", 13_009_000_000),
    ("zh", "9成", Fraction(9, 10)),
    ("zh", "七成六", Fraction(76, 100)),
    ("zh", "75折", Fraction(75, 100)),
    ("zh", "三点一折", Fraction(31, 100)),
    ("zh", "千分之2.4", Fraction(24, 10000)),
    ("en", "two-thirds", Fraction(2, 3)),
]
BOUNDS = [
    ("zh", "500多亿", 5 * 10**10, Hedge.OVER),
    ("zh", "三十万多亿", 3 * 10**13, Hedge.OVER),
    ("zh", "超过1/2", Fraction(1, 2), Hedge.OVER),
    ("zh", "三十或者以上", 30, Hedge.AT_LEAST),
    ("zh", "最多为5", 5, Hedge.UP_TO),
    ("zh", "小于30", 30, Hedge.UNDER),
    ("en", "over thirty", 30, Hedge.OVER),
    ("en", "equal to or more than 30", 30, Hedge.AT_LEAST),
    ("en", "more than 1/2", Fraction(1, 2), Hedge.OVER),
]
RANGES = [
    ("zh", "最多100最少20", 20, 100),
    ("zh", "百分之三十到百分之四十", Fraction(3, 10), Fraction(4, 10)),
    ("zh", "3到5亿", 3 * 10**8, 5 * 10**8),
    ("en", "at most 100 and at least 20", 20, 100),
    ("en", "between five and six", 5, 6),
    ("en", "15-20%", Fraction(15, 100), Fraction(20, 100)),
]


@pytest.mark.parametrize(("lang", "text", "value"), NUMBERS, ids=[text for _, text, _ in NUMBERS])
def test_numbers_are_what_they_say(lang, text, value):
    assert read_figure(text, lang).value == value


@pytest.mark.parametrize(("lang", "text", "value", "hedge"), BOUNDS, ids=[text for _, text, *_ in BOUNDS])
def test_a_bound_is_a_hedge(lang, text, value, hedge):
    figure = read_figure(text, lang)
    assert (figure.value, figure.hedge) == (value, hedge)


@pytest.mark.parametrize(("lang", "text", "low", "high"), RANGES, ids=[text for _, text, *_ in RANGES])
def test_a_range_has_two_ends_and_no_middle(lang, text, low, high):
    figure = read_figure(text, lang)
    assert (figure.value, figure.high) == (low, high)


def test_amounts_with_spaces_in_thousands_and_fiscal_years_between_them():
    text = (
        "816 000 t valued at $1943 million in 2012–13 to 934 000 t valued at $1964 million in 2013–14 "
        "and 885 000 t valued at $1854 million in 2014–15"
    )
    assert [(figure.value, figure.unit) for figure in figures_in(text, "en")] == [
        (816_000, "t"),
        (1_943_000_000, "USD"),
        (934_000, "t"),
        (1_964_000_000, "USD"),
        (885_000, "t"),
        (1_854_000_000, "USD"),
    ]


@pytest.mark.parametrize(
    ("lang", "text", "values"),
    [
        ("en", "Shares were up more than 20, above 170 apiece", [20, 170]),
        ("en", "from 10 to 20 percent", [Fraction(1, 10), Fraction(2, 10)]),
        ("zh", "大于20小于30", [20, 30]),
        ("en", "several hundred trains, a couple of projects", []),
        ("zh", "前三", []),
    ],
)
def test_what_we_read_otherwise_on_purpose(lang, text, values):
    assert [figure.value for figure in figures_in(text, lang)] == values
