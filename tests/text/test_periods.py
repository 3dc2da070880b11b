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
    ("en", "in the six months to June 2023", "2023-01/2023-06"),
    ("en", "the twelve months to 10 November 2024", "2023-11-10/2024-11-10"),
    ("en", "between January and 7 September 2023", "2023-01-01/2023-09-07"),
    ("en", "Q1 2025", "2025-Q1"),
    ("en", "the 2023/24 season", "2023/2024"),
    ("en", "over the past decade", "2014/2024"),
    ("en", "the first 100 days of 2024", "2024-01-01/2024-04-09"),
    ("en", "two years ago", "2022"),
    ("en", "ever since 2005", "2005/2024"),
    ("en", "the January-August stretch of 2023", "2023-01/2023-08"),
    ("en", "the eleven-month total for 2023", "2023-01/2023-11"),
    ("en", "Jan.-Nov. 2023", "2023-01/2023-11"),
    ("en", "9M 2024", "2024-01/2024-09"),
    ("en", "year-end 2022", "2022"),
    ("ru", "к маю 2014-го", "2014-05"),
    ("ru", "с апреля 2023-го по октябрь 2024-го", "2023-04/2024-10"),
    ("ru", "за полгода 2017-го", "2017-01/2017-06"),
    ("ru", "за двенадцать месяцев до 10 ноября 2024 года", "2023-11-10/2024-11-10"),
    ("ru", "за последние десять лет", "2014/2024"),
    ("ru", "по 4 декабря 2024 года", "2024-01-01/2024-12-04"),
    ("zh", "2024年前100天", "2024-01-01/2024-04-09"),
    ("zh", "2025年1月至10月27日", "2025-01-01/2025-10-27"),
    ("zh", "今年1至5月", "2024-01/2024-05"),
    ("zh", "过去十年", "2014/2024"),
    ("kk", "2019/20 маусымында (шілде-маусым)", "2019-07/2020-06"),
    ("kk", "жыл басынан 27 қазанға дейін", "2024-01-01/2024-10-27"),
    ("kk", "соңғы он жылда", "2014/2024"),
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


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "a year earlier", "2022-01/2022-11"),
        ("en", "a month earlier", "2023-01/2023-10"),
        ("en", "the same period of last year", "2022-01/2022-11"),
        ("en", "the previous year", "2022"),
        ("en", "the full year", "2023"),
        ("ru", "годом ранее", "2022-01/2022-11"),
        ("ru", "за аналогичный период 2021 года", "2021-01/2021-11"),
        ("ru", "за весь год", "2023"),
        ("zh", "去年同期", "2022-01/2022-11"),
        ("zh", "上年", "2022"),
        ("zh", "全年", "2023"),
        ("kk", "бір жыл бұрын", "2022-01/2022-11"),
        ("kk", "өткен жылдың сәйкес кезеңімен", "2022-01/2022-11"),
        ("kk", "жыл бойы", "2023"),
    ],
)
def test_a_period_may_be_told_from_the_one_before(lang, text, period):
    (spoken,) = periods_in(text, lang)
    before = Period.parse("2023-01/2023-11")
    assert spoken.resolved(document=None, before=before) == Period.parse(period)


def test_months_that_are_not_over_when_the_text_is_dated_are_those_of_the_year_before():
    (spoken,) = periods_in("after eight months", "en")
    now = Period.parse("2026-01-12")
    assert spoken.resolved(document=now, before=None, now=now) == Period.parse("2025-01/2025-08")


@pytest.mark.parametrize("text", ["5.5 times in 2023", "on 4 July 2024", "in the full year 2024"])
def test_what_only_stands_behind_a_preposition_is_no_base(text):
    assert not any(one.is_base for one in periods_in(text, "en"))


def test_a_year_told_in_words_needs_the_year_of_the_text():
    (spoken,) = periods_in("last year", "en")
    assert spoken.resolved(document=None, before=Period.year(2020)) is None
