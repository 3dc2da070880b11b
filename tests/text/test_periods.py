"""Periods as texts tell them, and which of them are compared with."""

import pytest

from cnkz_stats.figures.period import Period
from cnkz_stats.text.periods import periods_in

SPOKEN = [
    ("en", "in 2022", "2022"),
    ("en", "January-November 2023", "2023-01/2023-11"),
    ("en", "the first ten months of 2023", "2023-01/2023-10"),
    ("en", "the first half of 2025", "2025-01/2025-06"),
    ("en", "the first three quarters of 2025", "2025-01/2025-09"),
    ("en", "from 1992 to 2021", "1992/2021"),
    ("en", "as of May 26, 2025", "2025-01-01/2025-05-26"),
    ("en", "last year", "2023"),
    ("en", "the first ten months of this year", "2024-01/2024-10"),
    ("ru", "за январь-ноябрь 2023 года", "2023-01/2023-11"),
    ("ru", "за 11 месяцев 2023 года", "2023-01/2023-11"),
    ("ru", "в первом полугодии 2023 года", "2023-01/2023-06"),
    ("ru", "в прошлом году", "2023"),
    ("ru", "с 2005 года", "2005/2024"),
    ("zh", "2023年前三季度", "2023-01/2023-09"),
    ("zh", "2022年1月至10月", "2022-01/2022-10"),
    ("zh", "2023年前11个月", "2023-01/2023-11"),
    ("zh", "去年", "2023"),
    ("zh", "2017年上半年", "2017-01/2017-06"),
    ("zh", "截至2025年5月10日", "2025-01-01/2025-05-10"),
    ("kk", "2023 жылдың алғашқы жартысында", "2023-01/2023-06"),
    ("kk", "2020 жылдың төрт айында", "2020-01/2020-04"),
    ("kk", "былтыр", "2023"),
    ("kk", "2022 жылдың қыркүйегінен 2023 жылдың маусымына дейін", "2022-09/2023-06"),
]


@pytest.mark.parametrize(("lang", "text", "period"), SPOKEN, ids=[text for _, text, _ in SPOKEN])
def test_a_period_is_read_as_told_in_a_text_of_2024(lang, text, period):
    (spoken,) = periods_in(text, lang)
    assert spoken.resolved(document=Period.year(2024), before=None) == Period.parse(period)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "23.6 percent above the 2021 result"),
        ("en", "more than in 2021"),
        ("en", "compared with 2021"),
        ("ru", "+25% к 2018-му"),
        ("ru", "больше, чем в 2018-м"),
        ("zh", "较2021年增长"),
        ("kk", "2023 жылғыдан артық"),
    ],
)
def test_what_is_compared_with_is_a_base(lang, text):
    (spoken,) = periods_in(text, lang)
    assert spoken.is_base


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "on 4 July 2024"),
        ("ru", "10 ноября 2023 года"),
        ("zh", "2024年2月7日"),
        ("kk", "2025 жылғы 16 қаңтарда"),
        ("en", "2023-05-19 12:57:15"),
        ("ru", "03.01.2024, 10:27"),
    ],
)
def test_a_day_is_a_date(lang, text):
    (spoken,) = periods_in(text, lang)
    assert spoken.is_day


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "1,992 tons"),
        ("en", "the Boeing 2023x"),
        ("en", "31 February 2022x"),
        ("zh", "1990家企业"),
        ("en", "May be it grew"),
    ],
)
def test_what_only_looks_like_a_year_is_none(lang, text):
    assert [one for one in periods_in(text, lang) if one.year] == []


def test_a_year_told_in_words_needs_the_year_of_the_text():
    (spoken,) = periods_in("last year", "en")
    assert spoken.resolved(document=None, before=Period.year(2020)) is None
