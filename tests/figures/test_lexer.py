"""Words, numbers and signs with their places; the language of a text."""

import pytest

from cnkz_stats.figures.lexer import language, lex
from cnkz_stats.figures.normalise import normalise


@pytest.mark.parametrize(
    ("text", "lang", "pieces"),
    [
        ("US$ 22.53 billion", "en", "us$|22.53|billion"),
        ("5 U.S. dollars.", "en", "5|u.s. dollars|."),
        ("on 2 п. п.", "ru", "on|2|п. п."),
        ("10 куб. м, 5 м3", "ru", "10|куб. м|,|5|м3"),
        ("5 кВт⋅ч", "ru", "5|квт⋅ч"),
        ("более чем в 11 раз", "ru", "более чем|в|11|раз"),
        ("3 589 поездов", "ru", "3 589|поездов"),
        ("1992 368", "en", "1992|368"),
        ("1 000 000,5 т", "ru", "1 000 000,5|т"),
        (".5 percent", "en", ".5|percent"),
        ("v1.5", "en", "v|1.5"),
        ("增长近70倍", "zh", "增长|近|70|倍"),
        ("增加到2005年的68亿美元", "zh", "增加|到|2005|年|的|68|亿|美元"),
        ("一九九二年", "zh", "一九九二|年"),
        ("三万一千", "zh", "三|万|一|千"),
        ("万一", "zh", "万一"),
        ("_5_", "en", "_|5|_"),
        ("", "en", ""),
    ],
)
def test_a_text_is_cut_into_the_longest_phrases_that_are_known(text: str, lang: str, pieces: str) -> None:
    tokens = lex(text, lang)
    assert "|".join(token.text for token in tokens) == pieces
    assert [text[token.start : token.end].lower() for token in tokens] == [token.text for token in tokens]


def test_digits_written_as_characters_are_digits() -> None:
    assert lex("二〇二二", "zh")[0].digits == "2022"


def test_letters_whose_small_form_is_longer_keep_their_places() -> None:
    tokens = lex(normalise("İİ 5 TONS").text, "en")
    assert (tokens[-1].start, tokens[-1].end, tokens[-1].word.unit) == (5, 9, "t")


@pytest.mark.parametrize(
    ("text", "given", "lang"),
    [
        ("up 5 percent", None, "en"),
        ("5 %", None, "en"),
        ("5 %", "ru", "ru"),
        ("5 %", "xx", "en"),
        ("5 TEU", "ru", "ru"),
        ("5 trains", "ru", "en"),
        ("на 5 процентов", None, "ru"),
        ("на 5 процентов", "en", "ru"),
        ("на 5 процентов", "kk", "kk"),
        ("5 пайыз", None, "kk"),
        ("5 мың", None, "kk"),
        ("44 миллиард доллар", None, "ru"),
        ("2 esege kóp", None, "kk"),
        ("14 eseden artyq", "kk", "kk"),
        ("14 eseden artyq", None, "en"),
        ("5亿", "en", "zh"),
        ("5亿 TEU", None, "zh"),
    ],
)
def test_the_language_is_the_given_one_where_script_and_words_allow_it(
    text: str, given: str | None, lang: str
) -> None:
    assert language(text, given) == lang


def test_places_outside_a_text_mean_nothing() -> None:
    tokens = lex("5 tons", "en")
    assert not tokens.word(-1).unit
    assert not tokens.word(2).unit
    assert tokens.text(7) == ""
    assert not tokens.touches_next(1)
    assert not tokens.touches_next(-1)
