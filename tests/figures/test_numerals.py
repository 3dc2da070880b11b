"""Numbers in words, and in words and digits."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.lexer import lex
from cnkz_stats.figures.numerals import number_at


@pytest.mark.parametrize(
    ("text", "lang", "value", "quantum", "words"),
    [
        ("five six", "en", 5, 1, 1),
        ("twenty five", "en", 25, 1, 2),
        ("twenty fifteen", "en", 20, 1, 1),
        ("two hundred and five trains", "en", 205, 1, 4),
        ("two hundred and some", "en", 200, 100, 2),
        ("half a billion", "en", 5 * 10**8, 5 * 10**8, 2),
        ("five and a half", "en", Fraction(11, 2), Fraction(1, 2), 2),
        ("5-million", "en", 5 * 10**6, 10**6, 3),
        ("million", "en", None, None, 0),
        ("5 million 300 workers", "en", 5 * 10**6, 10**6, 2),
        ("2 млн 492 тыс", "ru", 2_492_000, 1000, 4),
        ("2 млн 492", "ru", 2_000_000, 10**6, 2),
        ("двадцать и пять", "ru", 20, 1, 1),
        ("5-ти миллиардов", "ru", 5 * 10**9, 10**9, 4),
        ("13, 9 млрд", "ru", 139 * 10**8, 10**8, 4),
        ("13, 9 и", "ru", 13, 1, 1),
        ("полтора млрд", "ru", 15 * 10**8, 5 * 10**8, 2),
        ("он бес", "kk", 15, 1, 2),
        ("мың", "kk", 1000, 1000, 1),
        ("一万五千亿", "zh", 15 * 10**11, 10**11, 5),
        ("一千零四万", "zh", 10_040_000, 10_000, 4),
        ("一千零两", "zh", 1002, 1, 4),
        ("3万6622", "zh", 36622, 1, 3),
        ("3万 6622", "zh", 30000, 10000, 2),
        ("百", "zh", None, None, 0),
        ("一百十五", "zh", 115, 1, 4),
        ("三点一四", "zh", Fraction(314, 100), Fraction(1, 100), 3),
        ("三点五点五", "zh", Fraction(7, 2), Fraction(1, 10), 3),
    ],
)
def test_words_and_digits_make_the_longest_number(
    text: str, lang: str, value: Fraction | None, quantum: Fraction | None, words: int
) -> None:
    number = number_at(lex(text, lang), 0, lang)
    if number is None:
        assert (value, words) == (None, 0)
    else:
        assert (number.value, number.quantum, number.last + 1) == (value, quantum, words)


def test_a_hedge_inside_a_number_is_kept() -> None:
    number = number_at(lex("三十万多亿", "zh"), 0, "zh")
    assert number is not None
    assert number.hedge is Hedge.OVER


def test_a_number_ends_before_it_gets_longer_than_anybody_prints() -> None:
    number = number_at(lex("5" + " million" * 1000, "en"), 0, "en")
    assert number is not None
    assert number.last == 39


def test_there_is_no_number_behind_the_text() -> None:
    assert number_at(lex("5", "en"), 1, "en") is None
