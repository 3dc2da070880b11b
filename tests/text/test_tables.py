"""Rows of a table told as text, the unit in the heading."""

import pytest

from cnkz_stats.text.extract import extract

TABLES = [
    ("en", "Exports to China (million dollars, Chinese customs)\n2016: 4,214.93\n2017: 5,797.98", "exports"),
    ("en", "Exports to China, million dollars. 2016: 4,214.93; 2017: 5,797.98.", "exports"),
    ("en", "Kazakhstan's exports to China, million dollars: 2016 - 4,214.93; 2017 - 5,797.98.", "exports"),
    (
        "ru",
        "Таблица бюро, млн долларов. Импорт из Китая: 2016 год — 4 214,93; 2017 год — 5 797,98.",
        "imports",
    ),
    ("ru", "Экспорт в Китай (млн долларов): 2016 — 4 214,93; 2017 — 5 797,98.", "exports"),
    ("zh", "中哈贸易额，单位：百万美元。2016年：4214.93；2017年：5797.98。", "turnover"),
    ("kk", "Кесте, миллион доллар. Қытайға экспорт: 2016 жыл — 4 214,93; 2017 жыл — 5 797,98.", "exports"),
]


@pytest.mark.parametrize(("lang", "text", "series"), TABLES)
def test_the_numbers_of_a_table_have_the_unit_of_its_heading(lang, text, series):
    read = [(float(one.value), one.unit, one.series, one.period) for one in extract(text, lang)]
    assert read == [(4214930000, "USD", series, "2016"), (5797980000, "USD", series, "2017")]


def test_a_number_with_its_own_unit_keeps_it_under_such_a_heading():
    text = "Экспорт в Китай, млн долларов. За 2016 год перевезено 5 млн тонн."
    assert [(float(one.value), one.unit) for one in extract(text, "ru")] == [(5000000, "t")]
