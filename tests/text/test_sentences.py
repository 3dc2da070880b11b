"""Sentences end where a reader ends them."""

import pytest

from cnkz_stats.text.sentences import sentences


def parts(text, lang=None):
    return [sentence.text.strip() for sentence in sentences(text, lang)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Trade grew. Freight fell.", 2),
        ("Trade made 31.17 billion U.S. dollars in 2022.", 1),
        ("Оборот 5 млрд. долларов, за 2023 г. вырос.", 1),
        ("Вырос на 5 тыс. тонн. Потом упал.", 2),
        ("贸易额增长。货运量下降。", 2),
        ("One line\nAnother line", 2),
        ("Is it so? Yes!", 2),
        ("Note No. 14 was read.", 1),
        ("", 0),
    ],
)
def test_a_sentence_ends_at_its_mark_and_not_at_an_abbreviation(text, count):
    assert len(parts(text)) == count


def test_sentences_know_where_they_start():
    text = "Trade grew. Freight fell."
    assert [text[one.start :][: len(one.text)] for one in sentences(text)] == [
        one.text for one in sentences(text)
    ]


@pytest.mark.parametrize(
    ("text", "lang"),
    [
        ("Trade grew by 5 percent.", "en"),
        ("Торговля выросла на 5%.", "ru"),
        ("贸易额增长5%。", "zh"),
        ("Сауда көлемі 5%-ға өсті.", "kk"),
    ],
)
def test_the_language_is_that_of_the_script(text, lang):
    assert [one.lang for one in sentences(text)] == [lang]


def test_a_text_may_change_its_language():
    assert [one.lang for one in sentences("贸易额增长5%。\nTrade grew by 5 percent.")] == ["zh", "en"]


def test_a_line_break_starts_a_paragraph():
    assert [one.paragraph for one in sentences("One. Two.\nThree.")] == [0, 0, 1]
