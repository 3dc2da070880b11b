"""What the figures of a sentence say: found or left alone, value, unit, hedge and statement."""

import pytest

from cnkz_stats.text.extract import extract


def told(text):
    """Span, value, unit, hedge and statement of each figure of a text."""
    return [
        (one.span, float(one.value), one.unit, one.hedge.value, one.statement.value) for one in extract(text)
    ]


def statements(text):
    return [one.statement.value for one in extract(text)]


def spans(text):
    return [one.span for one in extract(text)]


@pytest.mark.parametrize(
    "text",
    [
        "If the second line is laid, we could send 11 billion cubic metres of gas to China.",
        "The smelter will process 300,000 tonnes a year with Chinese equipment.",
        "A warehouse for 23,000 tons of uranium is to be ready at Alashankou in 2026.",
        "Trade with China could become 100 billion dollars.",
        "In eight months the railway carried freight with China, and it set 21 million tons for the year.",
        "Kazakhstan is ready to export 3 million tons of grain to China.",
        "The presidents tasked their governments to increase trade to $100 billion.",
        "China and Kazakhstan expect to carry 35 million tons by rail.",
        "Кабмин поручил довести торговлю с Китаем до 100 млрд долларов.",
        "Грузооборот с Китаем возрастёт до 10,99 млн тонн.",
        "Рост контейнерных перевозок из Китая на 15% ожидается в этом году.",
        "哈方愿对华出口粮食300万吨。",
        "Қытаймен сауданы 40 млрд долларға жеткізуді тапсырды.",
        "Қытайға бидай экспортын 3 есеге көбейтеміз.",
    ],
)
def test_what_is_to_be_is_a_target(text):
    assert statements(text) == ["target"]


@pytest.mark.parametrize(
    "text",
    [
        "Kazakhstan plans to raise grain exports to China from 1.4 million to 2 million tons.",
        "Казахстан планирует довести экспорт зерна в Китай с 1,4 до 2 млн тонн.",
        "哈萨克斯坦计划将对华小麦出口由140万吨增至200万吨。",
    ],
)
def test_what_a_plan_starts_from_is_a_level(text):
    assert statements(text) == ["level", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Rail exports to China rose due to demand, up to 3 million tons.",
        "They managed to increase trade with China to $44 billion.",
        "Удалось нарастить экспорт в Китай до 15 млрд долларов.",
        "Мұнай экспорты Қытайға 1,2 млн тонна болды.",
    ],
)
def test_what_came_of_it_is_a_level(text):
    assert statements(text) == ["level"]


def test_a_level_after_a_plan_is_told_by_now():
    assert statements("Сухой порт будет обрабатывать 540 тыс. ДФЭ, сейчас — 324 тыс. ДФЭ.") == [
        "target",
        "level",
    ]


def test_a_kazakh_verb_ends_its_clause():
    text = "Біз Қытаймен 44 миллиард долларға сауда жасаймыз, ал 100 миллиардты қалаймыз."
    assert statements(text) == ["level", "target"]


def test_the_parts_of_a_plan_are_planned():
    text = "План перевозок с Китаем на 2017 год — 10,99 млн тонн: экспорт 5,59 млн, импорт 5,4 млн тонн."
    assert statements(text) == ["target"] * 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Более 30% урана Казахстан продал Китаю.", "share"),
        ("Экспорт урана в Китай вырос на 30%.", "growth"),
        ("Kazakhstan's part of the trade was 46 percent.", "share"),
        ("Экспорттың 15 пайызы Қытайға тиесілі.", "share"),
        ("Қытайға экспорт көлемі 1 миллион тоннаға артты.", "change"),
        ("Imports from China were $2.8 billion larger than a year before.", "change"),
        ("从中国进口比上年多28亿美元。", "change"),
        ("Trade of China with Kazakhstan (+$2.8 billion) is ahead.", "change"),
        ("By the end of 2025 the handling capacity in Kazakhstan reached 5 million tons.", "level"),
    ],
)
def test_a_figure_is_a_share_a_growth_or_a_change(text, expected):
    assert statements(text) == [expected]


def test_a_share_that_gained_points_is_a_share():
    text = "China's share of Kazakh exports gained 3.5 percentage points to 18.7%."
    assert statements(text) == ["change", "share"]


def test_a_level_does_not_fall_with_what_fell_before_it():
    text = "过货量没有减弱，去年有超过1亿立方米的天然气经霍尔果斯输往中国。"
    assert [one.value for one in extract(text)] == [100_000_000]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("Flights between China and Kazakhstan exceed 130 a month.", ["flights/month"]),
        ("В неделю выполняется 20 рейсов в Китай.", ["flights/week"]),
        ("中哈往来航班每周27班。", ["flights/week"]),
        ("The Chinese car plant in Almaty will make 120,000 units a year.", ["vehicles/year"]),
        ("In yuan trade with China reads 674.15 billion.", ["CNY"]),
        ("Trade is about $30 bn out of $141 bn with all of China.", ["USD", "USD"]),
        ("Нефти в Китай ушло 10,8 млн и 1,2 млн тонн.", ["t", "t"]),
        ("Поставки нефти в Китай сократились с 10,8 млн до 1,2 млн тонн.", ["t", "t"]),
        ("Поездов в Китай планируют 1 100.", ["trains"]),
    ],
)
def test_a_unit_is_that_of_the_words_around(text, units):
    assert [one.unit for one in extract(text)] == units


def test_a_bare_number_counts_what_was_told_of_its_size():
    text = "In 2016 11,000 Kazakhs studied in China, where four Confucius Institutes had opened. Later it was 14,000."
    assert [one.unit for one in extract(text)] == ["persons", "institutes", "persons"]


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("In 2024/25 twice as many students as a year earlier and 65% of all were Chinese.", "exact"),
        ("Kazakhstan wants to bring grain shipments to China up to 2 million tons.", "exact"),
        ("Экспорт в Китай вырос на 7% к уровню прошлого года, до 5,3 млн тонн.", "exact"),
        ("За 2023 год до 10 мая через Хоргос прошло 2 715 поездов.", "exact"),
        ("Комитет округляет торговлю с Китаем до 42 млрд долларов.", "exact"),
        ("Trade with China is $5 billion more than the $89 billion of 2023.", "exact"),
        ("Trade with China is above the $40 billion mark.", "over"),
        ("Қытаймен жүк тасымалы 14 пайыздай өсті.", "about"),
        ("Торговля с Китаем не дотягивала и до 370 млн долларов.", "under"),
        ("中哈进出口总值超千亿元。", "over"),
    ],
)
def test_a_hedge_is_that_of_its_own_number(text, hedge):
    assert extract(text)[-1].hedge == hedge


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("A $5.2-billion package of deals was signed in China.", ["$5.2-billion"]),
        ("A quarter of a million tonnes of grain went to China.", ["A quarter of a million tonnes"]),
        ("Exports to China increased two-and-a-half times.", ["two-and-a-half times"]),
        (
            "Sales rose 4.98 per cent to 80.41 million dollars in China.",
            ["4.98 per cent", "80.41 million dollars"],
        ),
        ("За одиннадцать месяцев торговля с Китаем — 36,86 млрд долларов.", ["36,86 млрд долларов"]),
        ("С Китаем: отрицательное сальдо торговли — 13,2 млрд долларов.", ["13,2 млрд долларов"]),
        ("The number of trains through the port of Khorgos reached 3,631.", ["3,631"]),
        ("4 out of 51 projects with China are ready.", ["4", "51 projects"]),
        ("小麦对华出口减半。", ["减半"]),
    ],
)
def test_a_number_is_found_whole(text, found):
    assert spans(text) == found


def test_a_kazakh_name_leaves_a_russian_text_russian():
    text = "По данным «Қазақстан темір жолы», в Китай отправлено 582 поезда и 3,2 млн тонн груза."
    assert spans(text) == ["582 поезда", "3,2 млн тонн"]


def test_a_wrapped_line_goes_on():
    assert spans("Trade with China increased by 34\npercent last year.") == ["34\npercent"]


def test_a_large_sum_about_which_nothing_is_said_is_trade():
    (one,) = extract("Leaders of China and Kazakhstan promised $5 billion.")
    assert (one.series, one.statement) == ("turnover", "target")


def test_the_five_by_name_are_central_asia():
    text = "Торговля Китая с Казахстаном, Киргизией, Таджикистаном, Туркменистаном и Узбекистаном выросла на 22%."
    assert [one.partner for one in extract(text)] == ["143"]


def test_places_told_in_turn_keep_their_own_figure():
    text = "Trade of China with Kazakhstan, Uzbekistan and Tajikistan grew by 71, 32 and 93 percent respectively."
    assert [one.value for one in extract(text)] == [71]


OTHERS = [
    "The base rate stands at 15.25 percent.",
    "GDP grew by 5.1 percent.",
    "The city has 2 million inhabitants.",
    "Nine out of ten respondents like it.",
    "Twice he asked for the floor.",
    "The bridge weighs 4,500 tons.",
    "We rely on 500 thousand heads of sheep.",
    "Five airlines serve six destinations.",
    "Путь через Хоргос короче и дешевле на 10%.",
    "Отчёт скачан 1 875 раз.",
    "列车编组55节。",
    "文件编号2024。",
    "The source [2] is old.",
]


@pytest.mark.parametrize("text", OTHERS)
def test_other_things_are_left_alone_amid_trade(text):
    before = "Trade between China and Kazakhstan made 41 billion dollars in 2023. "
    assert spans(before + text) == ["41 billion dollars"]


def test_days_on_the_way_are_no_trains():
    assert spans("Контейнерлік транзит 1,4 млн ЖФЭ болды. Пойыз жолда 15 тәулік жүреді.") == ["1,4 млн ЖФЭ"]


def test_of_a_sentence_on_prices_and_trade_only_the_prices_are_left_out():
    text = "Despite an inflation of 9 percent, trade with China grew by 20 percent."
    assert spans(text) == ["20 percent"]


def test_figures_are_told_in_full():
    assert told("Экспорт в Китай просел почти на 3,4% — до 42,3 млрд долларов.") == [
        ("3,4%", -3.4, "%", "nearly", "growth"),
        ("42,3 млрд долларов", 42.3e9, "USD", "exact", "level"),
    ]


def test_a_plan_goes_on_over_its_times_and_ends_with_what_came_of_it():
    assert statements(
        "The parties settled on a volume of freight with China of 14 million tonnes for the whole of 2019 and 16 million for 2020."
    ) == ["target", "target"]
    assert statements("In 2016 KTZ expected 2,000 container trains from China and got 1,890.") == [
        "target",
        "level",
    ]


def test_a_number_is_what_the_sum_before_it_counts():
    text = "Trade has multiplied by more than 110 since 1992. The count of trains to Europe on 20 November stood at 40,000."
    assert [(one.unit, one.hedge.value) for one in extract(text)] == [("x", "over"), ("trains", "exact")]


def test_a_plus_that_another_number_follows_is_no_hedge():
    text = "In June 2025 the two countries signed 24 documents plus 58 contracts."
    assert [one.hedge.value for one in extract(text)] == ["exact", "exact"]
