"""Figures of sentences: what each says, and about what."""

import pytest

from cnkz_stats.text.extract import extract

COLUMNS = ("span", "statement", "series", "area", "partner", "authority", "period", "base")


def read(text, **options):
    return [tuple(str(getattr(one, name)) for name in COLUMNS) for one in extract(text, **options)]


SENTENCES = [
    (
        "Exports to China made 3.6 billion dollars in 2023, imports 3.2.",
        [
            ("3.6 billion dollars", "level", "exports", "KZ", "CN", "", "2023", ""),
            ("3.2", "level", "imports", "KZ", "CN", "", "2023", ""),
        ],
    ),
    (
        "In 2024 China gave 1,500 grants for Kazakh students; there are 14,000 of them there.",
        [
            ("1,500 grants", "level", "scholarships", "KZ", "CN", "", "2024", ""),
            ("14,000", "level", "students", "CN", "KZ", "", "2024", ""),
        ],
    ),
    (
        "The oil line Atasu to Alashankou has room for 20 million tons a year but carried 10.8 million in 2019.",
        [
            ("20 million tons a year", "level", "oil_pipeline_capacity", "KZ", "CN", "", "", ""),
            ("10.8 million", "level", "oil_pipeline", "KZ", "CN", "", "2019", ""),
        ],
    ),
    (
        "По данным БНС, экспорт в Китай в 2023 и 2024 годах дал 14,7 и 14,9 млрд долларов, импорт — 15,4 и 15,3 млрд.",
        [
            ("14,7", "level", "exports", "KZ", "CN", "BNS", "2023", ""),
            ("14,9 млрд долларов", "level", "exports", "KZ", "CN", "BNS", "2024", ""),
            ("15,4", "level", "imports", "KZ", "CN", "BNS", "2023", ""),
            ("15,3 млрд", "level", "imports", "KZ", "CN", "BNS", "2024", ""),
        ],
    ),
    (
        "2024 жылы Қытаймен тауар айналымы 44 миллиард долларға жетті, мақсатымыз – 100 миллиард.",
        [
            ("44 миллиард долларға", "level", "turnover", "CN", "KZ", "", "2024", ""),
            ("100 миллиард", "target", "turnover", "CN", "KZ", "", "", ""),
        ],
    ),
    (
        "«Қазақстан темір жолы» компаниясының хабарынша, 2024 жылы Қытаймен 32 млн тонна жүк тасымалданды. Оның 16,9 млн тоннасы — экспорт.",
        [
            ("32 млн тонна", "level", "rail_tonnage", "CN", "KZ", "KTZ", "2024", ""),
            ("16,9 млн тоннасы", "level", "rail_exports", "KZ", "CN", "KTZ", "2024", ""),
        ],
    ),
    (
        "Іскерлік кеңесте президент 2024 жылы Қытаймен сауда 44 млрд доллар болғанын айтты.",
        [("44 млрд доллар", "level", "turnover", "CN", "KZ", "KZ-GOV", "2024", "")],
    ),
    (
        "Минсельхоз: торговля с Китаем в 2024 году составила 1,4 млрд долларов.",
        [("1,4 млрд долларов", "level", "agri_turnover", "CN", "KZ", "KZ-AGRI", "2024", "")],
    ),
    (
        "По данным китайской таможни, в 2024 году казахстанских товаров куплено на 15 млрд долларов.",
        [("15 млрд долларов", "level", "exports", "KZ", "CN", "GACC", "2024", "")],
    ),
    (
        "China's customs put trade with Kazakhstan at $31.17 billion in 2022, 23.6 percent more than in 2021.",
        [
            ("$31.17 billion", "level", "turnover", "CN", "KZ", "GACC", "2022", ""),
            ("23.6 percent", "growth", "turnover", "CN", "KZ", "GACC", "2022", "2021"),
        ],
    ),
    (
        "По данным КТЖ, перевозки за январь–октябрь 2023 года выросли на 22%, до 23,6 млн тонн.",
        [
            ("22%", "growth", "rail_tonnage", "CN", "KZ", "KTZ", "2023-01/2023-10", "2022-01/2022-10"),
            ("23,6 млн тонн", "level", "rail_tonnage", "CN", "KZ", "KTZ", "2023-01/2023-10", ""),
        ],
    ),
    (
        "据海关统计，2022年中哈贸易额311.7亿美元，同比增长23.6%。",
        [
            ("311.7亿美元", "level", "turnover", "CN", "KZ", "GACC", "2022", ""),
            ("23.6%", "growth", "turnover", "CN", "KZ", "GACC", "2022", "2021"),
        ],
    ),
    (
        "ҚТЖ мәліметінше, 2022 жылы Қытайға кеткен астық 134%-ке көбейіп, 600 мың тоннаға жетті.",
        [
            ("134%", "growth", "grain_exports", "KZ", "CN", "KTZ", "2022", "2021"),
            ("600 мың тоннаға", "level", "grain_exports", "KZ", "CN", "KTZ", "2022", ""),
        ],
    ),
    (
        "Trade grew nearly 70 times, from $368 million to $25.25 billion, between 1992 and 2021.",
        [
            ("70 times", "multiple", "turnover", "CN", "KZ", "", "2021", "1992"),
            ("$368 million", "level", "turnover", "CN", "KZ", "", "1992", ""),
            ("$25.25 billion", "level", "turnover", "CN", "KZ", "", "2021", ""),
        ],
    ),
    (
        "2023年前三季度，新疆对哈萨克斯坦贸易增长71.2%。",
        [("71.2%", "growth", "turnover", "CN-XJ", "KZ", "", "2023-01/2023-09", "2022-01/2022-09")],
    ),
    (
        "In 2022 Kazakhstan's exports to China made $13.2 billion.",
        [("$13.2 billion", "level", "exports", "KZ", "CN", "", "2022", "")],
    ),
    (
        "The two sides want trade to reach $35 billion by 2030.",
        [("$35 billion", "target", "turnover", "CN", "KZ", "", "2030", "")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:40] for text, _ in SENTENCES])
def test_a_sentence_states_its_figures(text, expected):
    assert read(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Call the trade desk on +7 7172 55 19 92.",
        "Trade talks took 40 minutes.",
        "Two trade ministers met for the 24th time on 4 July 2024.",
        "Electricity tariffs and trade duties rose by 20 percent.",
        "Trade with Russia made $20 billion in 2022.",
        "Торговля закрыта, рейс KC 888.",
        "Пресс-релиз о торговле № 368.",
        "贸易洽谈持续15天。",
        "查看: 155|回复: 0",
        "A man of 54 years lives here.",
    ],
)
def test_numbers_of_other_things_are_left_out(text):
    assert read(text) == []


def test_places_are_those_of_the_text_as_it_was():
    text = "２０２２年中哈贸易额\u00a0为３１１.７億美元。"
    (one,) = extract(text)
    assert text[one.start : one.end] == one.span == "３１１.７億美元"


def test_what_was_spoken_of_carries_on():
    second = extract("In 2023 KTZ carried 28 million tons of freight by rail. Growth was 22 percent.")[1]
    assert (second.series, second.period, second.authority) == ("rail_tonnage", "2023", "KTZ")


def test_a_unit_printed_before_is_understood():
    assert [one.unit for one in extract("Trade made $41 billion in 2023 and 43.8 billion in 2024.")] == [
        "USD",
        "USD",
    ]


def test_last_year_counts_from_the_day_of_publication():
    (one,) = extract("Last year trade with China made $41 billion.", published="2024-03-01")
    assert one.period == "2023"


def test_a_sum_in_brackets_is_a_figure_of_its_own():
    found = extract(
        "Xinjiang's trade with the world made 393.14 billion yuan (about 55.4 billion dollars) in 2025."
    )
    assert [(one.unit, one.partner) for one in found] == [("CNY", "W00"), ("USD", "W00")]


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Bilateral trade increased nearly 70 times by 2021.", "nearly 70 times"),
        ("Оборот торговли упал на 47 % в 2017 году.", "упал на 47 %"),
        ("2022年贸易额逾212亿美元。", "逾212亿美元"),
        ("Trade made $5 billion in 2020.", "$5 billion"),
    ],
)
def test_the_figure_is_the_shortest_phrase_that_reads_alike(text, phrase):
    assert extract(text)[0].figure.endswith(phrase)


def test_a_text_without_figures_states_none():
    assert extract("") == ()
