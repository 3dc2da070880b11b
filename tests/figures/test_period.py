"""Periods as they are written, what contains what, and the same months of another year."""

from datetime import date

import pytest

from cnkz_stats.figures.period import Period

parse = Period.parse


@pytest.mark.parametrize(
    ("text", "first", "last", "months"),
    [
        ("2022", "2022-01-01", "2022-12-31", 12),
        ("2022-Q1", "2022-01-01", "2022-03-31", 3),
        ("2022-Q4", "2022-10-01", "2022-12-31", 3),
        ("2023-05", "2023-05-01", "2023-05-31", 1),
        ("2024-02", "2024-02-01", "2024-02-29", 1),
        ("2023-02", "2023-02-01", "2023-02-28", 1),
        ("2022-12-31", "2022-12-31", "2022-12-31", 1),
        ("2023-01/2023-11", "2023-01-01", "2023-11-30", 11),
        ("2013/2022", "2013-01-01", "2022-12-31", 120),
        ("2022-11/2023-02", "2022-11-01", "2023-02-28", 4),
        ("2022-09-15/2023-08-31", "2022-09-15", "2023-08-31", 12),
        ("2022-Q2/2022-Q3", "2022-04-01", "2022-09-30", 6),
        ("0001", "0001-01-01", "0001-12-31", 12),
    ],
)
def test_a_period_runs_from_its_first_to_its_last_day(text: str, first: str, last: str, months: int) -> None:
    period = parse(text)
    assert (period.first, period.last) == (date.fromisoformat(first), date.fromisoformat(last))
    assert period.months == months


@pytest.mark.parametrize(
    "text",
    [
        "",
        "22",
        "2022-13",
        "2022-00",
        "2022-Q5",
        "2022-Q0",
        "0000",
        "2022-1",
        "2022-05-32",
        "2022-02-30",
        "2023-02-29",
        "2022/",
        "/2022",
        "2022/2023/2024",
        "2023/2022",
        "2022-12/2022-01",
        " 2022",
        "2022 ",
        "2022|2023",
        "２０２２",
        "2022-Q1-05",
    ],
)
def test_what_is_no_period(text: str) -> None:
    with pytest.raises(ValueError, match=r"period|day"):
        parse(text)


@pytest.mark.parametrize(
    ("text", "shortest"),
    [
        ("2022", "2022"),
        ("2022-01/2022-12", "2022"),
        ("2022-Q1/2022-Q4", "2022"),
        ("2022-01-01/2022-12-31", "2022"),
        ("2022-01/2022-03", "2022-Q1"),
        ("2022-04/2022-06", "2022-Q2"),
        ("2022-07/2022-09", "2022-Q3"),
        ("2022-10-01/2022-12-31", "2022-Q4"),
        ("2022-02/2022-04", "2022-02/2022-04"),
        ("2022-05-01/2022-05-31", "2022-05"),
        ("2022-01/2022-06", "2022-01/2022-06"),
        ("2022-05-02/2022-05-31", "2022-05-02/2022-05-31"),
        ("2022-05-02", "2022-05-02"),
        ("2013/2022", "2013/2022"),
        ("2013-07/2022-06", "2013-07/2022-06"),
        ("0987-03", "0987-03"),
    ],
)
def test_a_period_prints_in_its_shortest_form_and_reads_back(text: str, shortest: str) -> None:
    assert str(parse(text)) == shortest
    assert parse(shortest) == parse(text)


@pytest.mark.parametrize(
    ("text", "years", "moved"),
    [
        ("2022", -1, "2021"),
        ("2022-Q1", -1, "2021-Q1"),
        ("2023-02", 1, "2024-02"),  # the whole month, also where it is longer
        ("2024-02", -1, "2023-02"),
        ("2024-02-29", 1, "2025-02-28"),
        ("2023-01/2023-11", -1, "2022-01/2022-11"),
        ("2022-11/2023-02", 1, "2023-11/2024-02"),
        ("2022-12-31", 3, "2025-12-31"),
        ("2022-09-15/2023-02-28", 1, "2023-09-15/2024-02-28"),
    ],
)
def test_the_same_part_of_another_year(text: str, years: int, moved: str) -> None:
    assert parse(text).moved(years) == parse(moved)


def test_year_on_year_compares_with_the_same_months_a_year_earlier() -> None:
    assert parse("2024-01/2024-05").year_earlier() == parse("2023-01/2023-05")


@pytest.mark.parametrize(
    ("later", "earlier", "years"),
    [
        ("2024", "2013", 11),
        ("2022-Q1", "2021-Q1", 1),
        ("2022-Q2", "2021-Q1", None),
        ("2022", "2021-Q1", None),
        ("2021", "2022", -1),
        ("2022", "2022", 0),
        ("2024-02", "2023-02", 1),
    ],
)
def test_years_between_the_same_parts_of_two_years(later: str, earlier: str, years: int | None) -> None:
    assert parse(later).years_since(parse(earlier)) == years


@pytest.mark.parametrize(
    ("part", "whole", "inside"),
    [
        ("2022-05", "2022", True),
        ("2022", "2022", True),
        ("2022", "2022-05", False),
        ("2021-12/2022-01", "2022", False),
        ("2022-12-31", "2022-Q4", True),
        ("2023-01-01", "2022", False),
    ],
)
def test_one_period_inside_another(part: str, whole: str, inside: bool) -> None:
    assert (parse(part) in parse(whole)) is inside


@pytest.mark.parametrize(
    ("text", "is_year"), [("2022", True), ("2022-01/2022-11", False), ("2021/2022", False)]
)
def test_a_calendar_year_is_told_from_other_periods(text: str, is_year: bool) -> None:
    assert parse(text).is_year is is_year


def test_periods_sort_by_their_first_day_then_their_last() -> None:
    texts = ["2022", "2021-12", "2022-01", "2022-Q1"]
    assert [str(period) for period in sorted(map(parse, texts))] == ["2021-12", "2022-01", "2022-Q1", "2022"]
