"""Numbers in digits, and the marks between them."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.digits import read_digits


@pytest.mark.parametrize(
    ("printed", "lang", "value", "quantum"),
    [
        ("31.17", "en", "31.17", "0.01"),
        ("0.40", "en", "0.4", "0.01"),
        ("7,349", "en", "7349", "1"),
        ("7,349", "zh", "7349", "1"),
        ("7,349", "ru", "7.349", "0.001"),
        ("7,000", "ru", "7000", "1"),
        ("0,000", "ru", "0", "0.001"),
        ("0,125", "en", "0.125", "0.001"),
        ("2,8", "en", "2.8", "0.1"),
        ("12,34", "en", "12.34", "0.01"),
        ("62.345", "ru", "62.345", "0.001"),
        ("1,234,567", "ru", "1234567", "1"),
        ("1,234,567.89", "en", "1234567.89", "0.01"),
        ("1.234.567,8", "kk", "1234567.8", "0.1"),
        ("3 589", "ru", "3589", "1"),
        ("12 345,67", "ru", "12345.67", "0.01"),
        ("1'234", "en", "1234", "1"),
        (".5", "en", "0.5", "0.1"),
        ("007", "en", "7", "1"),
    ],
)
def test_marks_separate_thousands_or_decimals_by_language_and_shape(
    printed: str, lang: str, value: str, quantum: str
) -> None:
    assert read_digits(printed, lang) == (Fraction(value), Fraction(quantum))


@pytest.mark.parametrize("printed", ["1,23,456", "12.05.2023", "1.2,3.4", "1,234.567.890", "1'23", "1" * 41])
def test_marks_without_a_meaning_make_no_number(printed: str) -> None:
    assert read_digits(printed, "en") is None
