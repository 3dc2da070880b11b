"""Pages as they are published: wrapped lines, headlines, names that hold words of other things."""

import pytest

from cnkz_stats.text.extract import extract


def told(text, *fields, **options):
    return [(one.span, *(getattr(one, field) for field in fields)) for one in extract(text, **options)]


WRAPPED = """Trade of Kazakhstan with China came to a record in the year that ended, the
Prime Minister told reporters in Astana, and grew on. Over the first
half of 2023 it rose by 20 percent and made 13.6 billion dollars, while
Kazakhstan sold China goods worth 7.1 billion dollars in the same
period, mostly metals, grain and oil."""


def test_a_period_is_read_over_the_end_of_a_wrapped_line():
    assert told(WRAPPED, "period") == [
        ("20 percent", "2023-01/2023-06"),
        ("13.6 billion dollars", "2023-01/2023-06"),
        ("7.1 billion dollars", "2023-01/2023-06"),
    ]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "By the count of the Ministry of Economy and Budget Planning, trade with China came to $22.5 billion in 2013.",
            "level",
        ),
        (
            '"We saw the year of culture, which will open new prospects."\nIn 2022 trade with China was $24.1 billion.',
            "level",
        ),
        ("Перевозки между Казахстаном и Китаем в 2014 году могут составить 21 млн тонн.", "target"),
        ("Новый переход позволил довести перевозки с Китаем в 2013 году до 19 млн тонн.", "level"),
        ("Тарихи меже: Қазақстан мен Қытай саудасы 44 млрд долларға жетті.", "level"),
        ("今年中哈贸易额可能超过450亿美元。", "target"),
    ],
)
def test_a_plan_is_told_by_words_that_mean_one(text, statement):
    assert [one.statement for one in extract(text)] == [statement]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Trade of China with Kazakhstan grew by 33 percent over the first 10 months of 2022.",
            ("33 percent", "2022-01/2022-10", "2021-01/2021-10"),
        ),
        (
            "Trade of China with Kazakhstan was 28.5 billion dollars in 2013, an 11.3 percent rise over 2012.",
            ("11.3 percent", "2013", "2012"),
        ),
    ],
)
def test_over_leads_to_a_base_or_to_the_months_themselves(text, expected):
    assert told(text, "period", "base")[-1] == expected


@pytest.mark.parametrize(
    "text",
    [
        "With the crossing of Altynkol opened, freight traffic between the two nations came to 19 million tons.",
        "Открытие перехода Алтынколь подняло объем перевозок грузов между странами до 19 млн тонн.",
        "The volume of rail freight crossing the Kazakh-Chinese border came to 19 million tons.",
    ],
)
def test_all_freight_is_that_of_no_crossing(text):
    assert told(text, "series", "scope")[0][1:] == ("rail_tonnage", "")


@pytest.mark.parametrize(
    ("before", "text"),
    [
        ("Саммит Китай - Центральная Азия прошел.", "Товарооборот между Китаем и Казахстаном составил 36 млрд долларов."),
        ("The China-Central Asia summit took place.", "Trade between China and Kazakhstan came to 36 billion dollars."),
        ("Қытай - Орталық Азия саммиті өтті.", "Қытай мен Қазақстан арасындағы тауар айналымы 36 млрд доллар болды."),
    ],
)  # fmt: skip
def test_both_countries_named_are_those_meant(before, text):
    (one,) = extract(f"{before}\n\n{text}")
    assert (one.area, one.partner) == ("CN", "KZ")


def test_what_rose_by_an_amount_or_so_many_percent_is_no_share():
    text = "Перевозки с Китаем в 2013 году составили 19,4 млн тонн, что на 2,8 млн тонн, или 17 процентов, выше уровня 2012 года."
    assert told(text, "statement", "base") == [
        ("19,4 млн тонн", "level", ""),
        ("2,8 млн тонн", "change", "2012"),
        ("17 процентов", "growth", "2012"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        'Перевозки с Китаем растут, сообщил президент АО "НК "Қазақстан темір жолы" Ерлан Омаров. В 2013 году перевезено 19,4 млн тонн, отметил глава компании. В 2014 году будет 21 млн тонн, добавил Омаров.',
        "Freight with China grows, said Kazakhstan Temir Zholy president Mr. Erlan Omarov. It made 19.4 million tons in 2013, Mr. Omarov said.",
    ],
)
def test_who_heads_a_company_speaks_for_it(text):
    assert {one.authority for one in extract(text)} == {"KTZ"}


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan and China agreed on wheat. The harvest is put at 16 million tons.",
        "Казахстан продает Китаю нефть. Ее доказанные запасы нефти - 30 млрд тонн.",
        "哈萨克斯坦与中国合作。该国石油储量近140亿吨,小麦产量1210万吨。",
        "Қазақстан Қытайға астық сатады. Биыл 16 млн тонна астық жиналды.",
        "Kazakhstan sells China wheat; it also sold 2.2 million tons to Uzbekistan.",
        "Казахстан вывез в Китай зерно. В Узбекистан отправили на 31% больше, на 30% в Таджикистан.",
        "Казахстан экспортировал 4,86 млн тонн пшеницы, в том числе в Узбекистан - 2,2 млн тонн.",
        "Kazakhstan exported 8.3 million tons of grain last year, the ministry says.",
        "Some 35 Kazakh companies took part in the fair in Shanghai.",
        "中哈1910亿项目有新进展。",
    ],
)
def test_what_is_harvested_sold_to_others_or_shown_at_fairs_is_not_of_the_subject(text):
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "series"),
    [
        ("Exports of the new harvest to China came to 1.2 million tons.", "grain_exports agri_export_tonnage rail_exports"),
        ("Қытай Қазақстанға 2021 жылы 4,5 млрд доллардың тауарын кіргізген.", "imports"),
        ("В Китай отправлено 25 составов с зерном (около 75 тыс. тонн).", "grain_trains grain_exports"),
        ("霍尔果斯海关监管中欧班列11条班列线路。", "china_europe_lines"),
    ],
)  # fmt: skip
def test_goods_go_the_way_that_is_told(text, series):
    assert {one.series for one in extract(text)} <= {*series.split()}
    assert told(text)


def test_a_port_goes_on_in_its_sentence():
    text = "据统计,2018年霍尔果斯海关监管中欧班列18条线路、2055列,货运量202.84万吨,贸易额达136.82亿美元。"
    assert {one.scope for one in extract(text)} == {"Khorgos"}


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan sells China gas. Gas production in Kazakhstan made 59 billion cubic meters in 2023, its gas consumption 21 billion cubic meters.",
        "Kazakhstan and China met. Kazakhstan produced 90 million tons of oil in 2023. Oil exports made 70 million tons.",
        "Tajikistan ranked fifth among China's partners in Central Asia in 2024 with $3.9 billion.",
        "中国与哈萨克斯坦合作密切。已探明天然气储量为6万亿立方米。",
        "300余家企業參會交流。",
        "Қазақстан мен Қытай арасында екі жақты нақты келісім бар.",
        "Қазақстанда астықты терең өңдеу бойынша 5 инвестициялық жоба іске асырылуда.",
    ],
)
def test_what_a_country_makes_and_uses_at_home_is_not_of_the_subject(text):
    assert told(text) == []


def test_a_year_behind_a_conversion_is_that_of_both_amounts():
    text = "China's trade with Central Asia grew from 312 billion yuan ($43 billion) in 2013 to 674 billion yuan in 2024."
    assert told(text, "period") == [
        ("312 billion yuan", "2013"),
        ("$43 billion", "2013"),
        ("674 billion yuan", "2024"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "中国对中亚五国进出口扩大至2024年的6741.5亿元。\n\n今年以来,贸易继续扩大。前五个月,进出口2864.2亿元。",
        "China's trade with Kazakhstan came to 43.8 billion dollars in 2024. This year it goes on growing. In the first five months it made 19 billion dollars.",
    ],
)
def test_this_year_is_not_the_year_told_before(text):
    assert told(text, "period")[-1][1] == ""


def test_what_a_share_came_from_is_one():
    text = "Rail carried 51.8 percent of China's trade with Kazakhstan in 2024, increasing sharply from 19.9 percent in 2020."
    assert told(text, "statement") == [("51.8 percent", "share"), ("19.9 percent", "share")]


@pytest.mark.parametrize(
    ("text", "published", "narrowed"),
    [
        ("Trade with China has grown by another 21% this year.", "2023-11-07", ("so_far",)),
        ("Trade with China has grown by another 21% this year.", "2023-12-31", ()),
        ("Trade with China grew by 35% last year.", "2023-11-07", ()),
    ],
)
def test_a_year_that_was_not_over_narrows_its_figures(text, published, narrowed):
    (one,) = extract(text, published=published)
    assert one.qualifiers == narrowed


def test_what_came_by_the_trains_of_a_port_is_not_all_its_freight():
    text = "2018年霍尔果斯海关监管中欧班列2055列,货运量202.84万吨。"
    assert extract(text)[-1].qualifiers == ("trains",)


@pytest.mark.parametrize(
    ("text", "narrowed"),
    [
        ("Trade between the Abai region and China came to $36 million in 2022.", ("region",)),
        ("Товарооборот Алматинской области с Китаем составил 2,3 млрд долларов в 2022 году.", ("region",)),
        ("2022年阿拜州与中国贸易额3600万美元。", ("region",)),
        ("Шығыс Қазақстан облысының Қытаймен тауар айналымы 2022 жылы 500 млн доллар болды.", ("region",)),
        ("ASTANA - Trade between Kazakhstan and China came to $31 billion in 2022.", ()),
        ("2022 жылы Қазақстан мен Қытай саудасы 31 млрд доллар болды.", ()),
    ],
)
def test_trade_of_a_region_is_a_part(text, narrowed):
    (one,) = extract(text)
    assert one.qualifiers == narrowed


@pytest.mark.parametrize(
    "text",
    [
        "In 2022 Khorgos handled 7,000 China-Europe trains, in one day at most 27 trains.",
        "霍尔果斯铁路口岸2025年通行中欧班列7000列,日均27列以上。",
        "В 2022 году через Хоргос прошло 7000 поездов Китай-Европа, среднесуточный поток составил 27 поездов.",
        "2022 жылы Қорғас арқылы Қытай - Еуропа бағытында 7000 пойыз өтті, күніне 27 пойыз.",
    ],
)
def test_what_comes_in_a_day_is_not_of_the_year(text):
    assert len(extract(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Общий приток инвестиций из Китая с 2005 года достиг почти 25 млрд долларов.",
        "Since 2005 Chinese investment in Kazakhstan has reached $25 billion.",
    ],
)
def test_what_came_in_since_a_year_runs_to_the_day_of_the_text(text):
    assert [one.period for one in extract(text)] == [""]
    assert [one.period for one in extract(text, published="2023-11-07")] == ["2005/2023"]


def test_a_region_goes_on_until_the_country_is_named():
    text = "Trade between the Abai region and China came to $36 million in 2022. Of these, exports were $25 million. Kazakhstan's trade with China was $31 billion."
    assert told(text, "qualifiers") == [
        ("$36 million", ("region",)),
        ("$25 million", ("region",)),
        ("$31 billion", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "阿拉山口口岸铁路货运量达747.8万吨,公路进出口货物31.67万吨。",
        "The railways carried 28 million tons between Kazakhstan and China in 2023, road freight was 3 million tons.",
        "Железные дороги перевезли между Казахстаном и Китаем 28 млн тонн, автотранспорт - 3 млн тонн.",
    ],
)
def test_what_comes_by_road_is_not_rail_freight(text):
    assert len(extract(text)) == 1


def test_what_a_country_has_of_its_own_is_no_growth_of_trade():
    text = "За 11 месяцев 2017 года экспорт сельхозпродукции в Китай увеличился на 10 процентов. Обеспеченность рынка своими продуктами составила 80 процентов."
    assert [one.span for one in extract(text)] == ["10 процентов"]


def test_in_a_month_is_no_january():
    text = "Қорғас арқылы шекарадан 1 айда 360 мыңнан астам адам өтті."
    assert [one.period for one in extract(text)] == [""]


@pytest.mark.parametrize(
    "text",
    [
        "据海关统计,今年前7个月,我国货物贸易进出口25.7万亿元,同比增长3.5%。其中,出口15.31万亿元,增长7.3%。",
        "China's foreign trade came to 25.7 trillion yuan in the first seven months, up 3.5%.",
    ],
)
def test_trillions_are_traded_with_all_the_world(text):
    assert told(text) == []
