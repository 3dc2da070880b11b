"""Periods as texts tell them, and which of them are compared with."""

from datetime import date

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
    ("en", "the half-year of 2025", "2025-01/2025-06"),
    ("en", "1H25", "2025-01/2025-06"),
    ("en", "from 2006 to the end of 2019", "2006/2019"),
    ("en", "over the past three decades", "1994/2024"),
    ("en", "the 14th Five-Year Plan period", "2021/2025"),
    ("en", "as of late October 2024", "2024-01/2024-10"),
    ("en", "the year to September 2024", "2023-10/2024-09"),
    ("en", "the two years to 10 November 2024", "2022-11-10/2024-11-10"),
    ("en", "from September last year to June this year", "2023-09/2024-06"),
    ("en", "since diplomatic relations were established", "1992/2024"),
    ("en", "within five years", "2029"),
    ("en", "the first 20 days of November", "2024-11-01/2024-11-20"),
    ("en", "between September 2024 and early March", "2024-09/2025-03"),
    ("ru", "с сентября 2024 года по март", "2024-09/2025-03"),
    ("zh", "2024年9月至次年3月", "2024-09/2025-03"),
    ("zh", "2019 年 4月 19 日", "2019-04-19"),
    ("zh", "2024 年前 5 个月", "2024-01/2024-05"),
    ("zh", "2024 年 1-6 月", "2024-01/2024-06"),
    ("ru", "за 9 мес 2025 г", "2025-01/2025-09"),
    ("ru", "с 2005-го по 2024-й", "2005/2024"),
    ("ru", "за минувшее десятилетие", "2014/2024"),
    ("ru", "в январе-мае т.г.", "2024-01/2024-05"),
    ("ru", "за годы 13-й пятилетки", "2016/2020"),
    ("ru", "с сентября прошлого по июнь текущего года", "2023-09/2024-06"),
    ("ru", "за два года, к 10 ноября 2025 года", "2023-11-10/2025-11-10"),
    ("zh", "近三十年来", "1994/2024"),
    ("zh", "今年一至十一月", "2024-01/2024-11"),
    ("zh", "“十三五”期间", "2016/2020"),
    ("zh", "截至今年9月", "2024-01/2024-09"),
    ("zh", "去年9月至今年6月", "2023-09/2024-06"),
    ("zh", "建交30年来", "1992/2024"),
    ("zh", "未来五年", "2029"),
    ("kk", "биылғы жартыжылдықта", "2024-01/2024-06"),
    ("kk", "2005 және 2024 жылдар аралығында", "2005/2024"),
    ("kk", "соңғы отыз жылда", "1994/2024"),
    ("kk", "2024/2025 оқу жылында", "2024/2025"),
    ("kk", "10 қаңтардан бастап 15 қыркүйекке дейін", "2024-01-10/2024-09-15"),
    ("kk", "өткен жылдың қыркүйегі мен 2024 жылдың 15 қаңтарына дейін", "2023-09-01/2024-01-15"),
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
        ("en", "an increase in the value of trade over the same period of 2021"),
        ("en", "compared to the figure in 2021"),
        ("ru", "выше объема перевозок за 2018 год"),
        ("ru", "увеличение к 2018 году"),
        ("zh", "超过2021年"),
        ("zh", "较建交之初"),
        ("kk", "2023 жылдың көрсеткішінен жоғары"),
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


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "last month", "2025-10"),
        ("ru", "в прошлом месяце", "2025-10"),
        ("zh", "上个月", "2025-10"),
        ("kk", "осы айда", "2025-11"),
    ],
)
def test_a_month_is_told_from_the_day_of_the_text(lang, text, period):
    (spoken,) = periods_in(text, lang)
    document = Period.parse("2025-11-20")
    assert spoken.resolved(document=document, before=Period.year(2024)) == Period.parse(period)


@pytest.mark.parametrize(
    ("lang", "text", "period"),
    [
        ("en", "in twelve months", "2023-11-10/2024-11-10"),
        ("ru", "за два года", "2023-11-10/2025-11-10"),
        ("zh", "一年间", "2023-11-10/2024-11-10"),
        ("kk", "бір жылда", "2023-11-10/2024-11-10"),
        ("zh", "免签以来", "2023-11-10/2025-11-20"),
    ],
)
def test_years_are_counted_from_the_day_on_which_something_begun(lang, text, period):
    (spoken,) = periods_in(text, lang)
    known = {"document": Period.parse("2025-11-20"), "before": None}
    assert spoken.resolved(**known, begun=date(2023, 11, 10)) == Period.parse(period)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the regime began on 10 November 2023"),
        ("ru", "режим действует с 10 ноября 2023 года"),
        ("zh", "协定2023年11月10日生效"),
        ("kk", "режим 2023 жылғы 10 қарашада басталды"),
    ],
)
def test_a_day_on_which_something_begun_is_no_date_of_the_text(lang, text):
    (spoken,) = periods_in(text, lang)
    assert spoken.is_begun or spoken.is_open


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the ministry announced in December 2016 that"),
        ("ru", "министр сообщил в декабре 2016 года"),
        ("zh", "2016年8月表示"),
        ("kk", "2016 жылғы тамызда айтты"),
    ],
)
def test_a_month_in_which_something_was_said_is_marked(lang, text):
    (spoken,) = periods_in(text, lang)
    assert spoken.is_said


def test_a_year_told_in_words_needs_the_year_of_the_text():
    (spoken,) = periods_in("last year", "en")
    assert spoken.resolved(document=None, before=Period.year(2020)) is None
