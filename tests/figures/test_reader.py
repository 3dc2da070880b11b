"""Figures as printed, in four languages: what is read, where it stands, and what is refused."""

import csv
import re
import subprocess
import sys
from fractions import Fraction
from pathlib import Path

import pytest

from cnkz_stats.figures.figure import Figure, Hedge, Sense
from cnkz_stats.figures.reader import figures_in, read_figure

with Path(__file__).with_name("phrases.csv").open(encoding="utf-8", newline="") as file:
    PHRASES = list(csv.DictReader(file))


def expected(row: dict[str, str]) -> Figure:
    """The figure of a row of phrases.csv; empty cells: no unit, exact, no zeros, the whole phrase as span."""
    low, _, high = row["value"].partition("..")
    start = row["phrase"].index(row["span"])
    return Figure(
        text=row["phrase"],
        value=Fraction(low),
        high=Fraction(high) if high else None,
        unit=row["unit"],
        hedge=Hedge(row["hedge"] or "exact"),
        sense=Sense(row["sense"]),
        quantum=Fraction(row["quantum"]),
        zeros=int(row["zeros"] or 0),
        digits=int(row["digits"]),
        annual=row["annual"] == "annual",
        start=start,
        end=start + len(row["span"] or row["phrase"]),
    )


@pytest.mark.parametrize("row", PHRASES, ids=lambda row: f"{row['lang']}: {row['phrase']}")
def test_a_printed_phrase_is_read_to_its_last_sign(row: dict[str, str]) -> None:
    assert read_figure(row["phrase"], row["lang"]) == expected(row)


@pytest.mark.parametrize("lang", ["en", "ru", "zh", "kk"])
def test_the_language_is_recognised_from_script_and_words(lang: str) -> None:
    in_plain_letters = {"14 eseden artyq", "70 esege jýyq"}
    rows = [row for row in PHRASES if row["lang"] == lang and row["phrase"] not in in_plain_letters]
    marks = [row for row in rows if not re.search(r"[^\W\d_]", row["phrase"])]  # "1,500" says nothing
    assert [read_figure(row["phrase"]) for row in rows if row not in marks] == [
        expected(row) for row in rows if row not in marks
    ]


@pytest.mark.parametrize(
    ("phrase", "lang", "value", "unit"),
    [
        ("311.7亿美元", "en", 31_170_000_000, "USD"),
        ("$5.2 billion", "zh", 5_200_000_000, "USD"),
        ("7,349 trains", "ru", 7349, "trains"),
        ("4,495 TEU", "ru", Fraction(4495, 1000), "TEU"),
        ("36,86 млрд долл.", "en", 36_860_000_000, "USD"),
        ("12 млн тоннадан", "fr", 12_000_000, "t"),
        ("5 billion", "pl", 5_000_000_000, ""),
    ],
)
def test_the_words_weigh_more_than_a_language_that_does_not_fit(
    phrase: str, lang: str, value: Fraction, unit: str
) -> None:
    figure = read_figure(phrase, lang)
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    "phrase",
    """
    |  |no figure at all|in 2012|by 2030|2012-13|2019/20|2023-05-12|12.05.2023|10:30|26 May 2023|May 26|G20|5G|COVID-19
    |C+C5|100m|several companies|hundreds of millions|one of the largest|first quarter|1,23,456|40,07 mld USD|millions
    |в 2022 году|за 2022 г.|26 мая|10-летие|несколько проектов|сотни|один из крупнейших|к 2030 году|впервые
    |2022年|2030年前|1-11月|5月10日|一带一路|进一步扩大|数十倍|几个|十几个|最大之一|近年来|十分重要|百万
    |2022 жылы|26 мамыр|ең ірі серіктестердің бірі|бірнеше|½|٣|%|$|,|-|...|12345678901234567890123456789012345678901
    """.strip().split("|"),
)
def test_a_phrase_without_a_figure_is_refused_in_one_clear_line(phrase: str) -> None:
    phrase = phrase.strip()
    with pytest.raises(ValueError, match=f"^no figure in {re.escape(repr(phrase))}: expected one number"):
        read_figure(phrase)


@pytest.mark.parametrize(
    ("phrase", "spans"),
    [
        ("$5 billion or 10%", "'$5 billion' and '10%'"),
        ("from 45 to 50", "'45' and '50'"),
        ("с 6,1% до 3%", "'6,1%' and '3%'"),
        ("由2万标箱增至32.4万标箱", "'2万标箱' and '32.4万标箱'"),
        ("5.7-5.2 billion", "'5.7' and '5.2 billion'"),
        ("doubled to 5 million tons", "'doubled' and '5 million tons'"),
        ("first and second", "'first' and 'second'"),
        ("one, two, three, four, five", "'one' and 'two' and 'three'"),
    ],
)
def test_several_figures_are_refused_and_named(phrase: str, spans: str) -> None:
    with pytest.raises(
        ValueError, match=f"^more than one figure in .*: read {re.escape(spans)}, expected one"
    ):
        read_figure(phrase)


def test_a_long_text_is_cut_in_the_message() -> None:
    with pytest.raises(ValueError, match=r"^no figure in '(no ){26}no\.\.\.': expected"):
        read_figure("no " * 100)


def test_at_least_and_at_most_are_one_range_only_if_a_number_fits() -> None:
    assert len(figures_in("at most 100 trains and at least 20")) == 1
    assert len(figures_in("at most 20 trains and at least 100")) == 2
    assert len(figures_in("at most 100 trains and at least 20 tons")) == 2


def test_what_is_counted_stays_a_fraction_if_no_thousands_are_printed() -> None:
    assert read_figure("1,5 человек").value == Fraction(3, 2)


def test_a_rank_gives_way_to_another_figure() -> None:
    assert read_figure("the largest increase, 5 percent").value == Fraction(5, 100)


RUNNING = [
    (
        "1.2 million t valued at $3,456 million in 2012–13, then 934 000 t valued at $13 009 million in 2013–14",
        ["1200000 t", "3456000000 USD", "934000 t", "13009000000 USD"],
    ),
    ("The index stood more than 20 up, above 170 in June", ["20  over", "170  over"]),
    ("In 2017: 183 billion cubic metres, at 10:30", ["183000000000 m3"]),
    ("Freight fell by 5 % to 3 million tons", ["-1/20 %", "3000000 t"]),
    ("It grew from $368 million in 1992 to $25.25 billion in 2021", ["368000000 USD", "25250000000 USD"]),
    ("Exports fell from 6 to 5 million tons", ["6000000 t", "5000000 t"]),
    ("9.8 and 10.2 billion dollars", ["9800000000 USD", "10200000000 USD"]),
    ("The fee went from 900 to 1.2 million yuan", ["900 ", "1200000 CNY"]),
    ("Shares of 71.2 %, 32.5 % and 93 %", ["89/125 %", "13/40 %", "93/100 %"]),
    ("up to 5 trains; fell to 4 trains", ["5 trains up to", "4 trains"]),
    ("Порт принял 17 млн тонн (+25% за год)", ["17000000 t", "1/4 %"]),
    ("Доля сократилась с 6,1% до 3%", ["61/1000 %", "3/100 %"]),
    ("Поставки выросли в 2,5 раза - до 5 млн тонн", ["5/2 x", "5000000 t"]),
    ("прирост на 8 и 42 %", ["2/25 %", "21/50 %"]),
    ("Перевезли 13 и не менее чем 20 тыс. Поезда идут.", ["13 ", "20000  at least"]),
    ("2030年前达到400亿美元，年均增长7.3%", ["40000000000 USD", "73/1000 %"]),
    ("一带一路沿线有五个项目和三百名工人", ["5 projects", "300 persons"]),
    ("2022 жылы тасымал 5 млн тоннаға жетті, 16 пайызға өсті", ["5000000 t", "4/25 %"]),
    ("Елуден астам жоба, жүзге тарта компания", ["50 projects over", "100 companies nearly"]),
    (
        "15 млрд доллардың үстінде, 17 млрд долларға жетпеді",
        ["15000000000 USD over", "17000000000 USD under"],
    ),
    ("8 пайызға өрлеп, 3 пайызға құлады", ["2/25 %", "-3/100 %"]),
    ("350 млн киловатт-сағат", ["350000000 kWh"]),
    ("44 млрд доллардан артты, 3 пайыздан аспады", ["44000000000 USD over", "3/100 % up to"]),
    ("долбармен 44 млрд доллар, 50 млрд доллар дерлік", ["44000000000 USD about", "50000000000 USD nearly"]),
]


@pytest.mark.parametrize(("text", "figures"), RUNNING, ids=[text for text, _ in RUNNING])
def test_running_text_gives_all_figures_in_order_without_dates(text: str, figures: list[str]) -> None:
    found = figures_in(text)
    hedges = {figure.start: f" {figure.hedge}" if figure.hedge is not Hedge.EXACT else "" for figure in found}
    assert [f"{figure.value} {figure.unit}{hedges[figure.start]}" for figure in found] == figures


def test_offsets_point_into_the_text_as_it_was() -> None:
    text = "рост со\u00adста\u00adвил 3\u202f589\u00a0по\u00adез\u00adдов"
    figure = figures_in(text)[0]
    assert text[figure.start : figure.end] == "3\u202f589\u00a0по\u00adез\u00adдов"
    assert (figure.value, figure.unit) == (3589, "trains")


def test_accents_printed_as_marks_of_their_own_do_not_shift_offsets() -> None:
    text = "е\u0301кспорт и\u0306 5 млн тонн"
    figure = figures_in(text, "ru")[0]
    assert text[figure.start : figure.end] == "5 млн тонн"


def test_the_tables_of_words_are_read_only_when_a_figure_is() -> None:
    code = (
        "import cnkz_stats.figures.reader, sys; from cnkz_stats.figures.lexicon import lexicon;"
        "sys.exit(lexicon.cache_info().currsize)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
