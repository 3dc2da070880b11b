"""Years, days and hours are no figures; numbers that only look like years are."""

import pytest

from cnkz_stats.figures.reader import figures_in


@pytest.mark.parametrize(
    "text",
    [
        "in 2012",
        "since 2005",
        "2012-13",
        "2012–2013",
        "2019/20",
        "2023-05-12",
        "on May 26",
        "26 May 2023",
        "at 10:30",
        "12 June\n    ",
        "в 2022 году",
        "2022 г.",
        "2021-2022 годы",
        "26 мая 2023 года",
        "2022年",
        "1-11月",
        "5月10日",
        "2022年5月",
        "2022 жылы",
        "26 мамыр",
    ],
)
def test_dates_are_no_figures(text: str) -> None:
    assert figures_in(text.strip()) == ()


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1990家", 1990, "companies"),
        ("2055列", 2055, "trains"),
        ("in 1990 companies", 1990, "companies"),
        ("2022", 2022, ""),
        ("2150 год", 2150, ""),
        ("in 3000", 3000, ""),
        ("11个月", 11, "months"),
        ("30年", 30, "years"),
        ("30 лет", 30, "years"),
        ("5-10 trains", 5, "trains"),
    ],
)
def test_counts_and_durations_are(text: str, value: int, unit: str) -> None:
    figure = figures_in(text)[0]
    assert (figure.value, figure.unit) == (value, unit)
