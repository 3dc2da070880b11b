"""Whatever a text holds, reading it ends, and places are places in it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.text.extract import extract
from cnkz_stats.text.verify import verify
from folders import FIRST_FOLDER

WORDS = st.sampled_from(
    [
        "trade",
        "exports",
        "China",
        "Kazakhstan",
        "Russia",
        "2022",
        "1992",
        "$5",
        "billion",
        "23.6%",
        "nearly",
        "70",
        "times",
        "up",
        "fell",
        "by",
        "to",
        "from",
        "in",
        "of",
        "last",
        "year",
        "товарооборот",
        "вырос",
        "на",
        "до",
        "22%",
        "млрд",
        "долларов",
        "2023",
        "году",
        "январь",
        "ноябрь",
        "КТЖ",
        "тонн",
        "в",
        "раз",
        "годом",
        "ранее",
        "цель",
        "贸易额",
        "同比增长",
        "亿美元",
        "2022年",
        "去年",
        "前11个月",
        "新疆",
        "目标",
        "近",
        "倍",
        "3.68",
        "сауда",
        "айналымы",
        "жылы",
        "2024",
        "млн",
        "тонна",
        "есе",
        "өсті",
        "жылғыдан",
        "былтыр",
        ",",
        ".",
        ";",
        "(",
        ")",
        "-",
        "—",
        "\n",
        "13月",
        "99",
        "0",
        "00",
        "-5",
        "+7",
        "1e9",
        "№",
    ]
)
TEXTS = st.lists(WORDS, max_size=40).map(" ".join) | st.text(max_size=200)
FOLDER = read_folder(FIRST_FOLDER)


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_every_mention_is_a_place_of_the_text(text):
    for one in extract(text):
        assert text[one.start : one.end] == one.span != ""
        assert one.figure
        assert one.series


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_figures_come_in_the_order_of_the_text(text):
    starts = [one.start for one in extract(text)]
    assert starts == sorted(set(starts))


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_every_mention_gets_a_label(text):
    mentions = extract(text)
    assert [verdict.mention for verdict in verify(mentions, FOLDER)] == list(mentions)


@pytest.mark.parametrize(
    "piece",
    [
        "trade with China made $5 billion in 2020 ",
        "5",
        "2012-",
        "а. ",
        ".",
        "贸易额增长5%",
        "торговля выросла на 5% ",
        "(trade ",
        "2022 жылы ",
        "January ",
        "+7 ",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece):
    def seconds(copies):
        text, times = piece * copies, []
        for _ in range(3):
            start = time.process_time()
            extract(text)
            times.append(time.process_time() - start)
        return min(times)

    extract("first use reads the tables")
    assert seconds(1600) < 25 * seconds(200) + 0.05  # eight times the text; quadratic would be 64 times
