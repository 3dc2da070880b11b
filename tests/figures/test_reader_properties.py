"""What holds for every number, however and in whatever language it is printed."""

import time
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from cnkz_stats.figures.reader import figures_in, read_figure

DECIMAL_MARKS = {"en": ".", "zh": ".", "ru": ",", "kk": ","}
THOUSANDS_MARKS = {"en": ",", "zh": ",", "ru": " ", "kk": " "}
SCALES = {
    "en": {"": 0, " thousand": 3, " million": 6, "mn": 6, " billion": 9, " bn": 9, " trillion": 12},
    "ru": {"": 0, " тыс.": 3, " тысяч": 3, " млн": 6, " миллионов": 6, " млрд": 9, " трлн": 12},
    "zh": {"": 0, "万": 4, "百万": 6, "亿": 8, "万亿": 12},
    "kk": {"": 0, " мың": 3, " млн": 6, " миллион": 6, " млрд": 9, " трлн": 12},
}
UNITS = {
    "en": {
        " tons": ("t", 1),
        " U.S. dollars": ("USD", 1),
        " percent": ("%", Fraction(1, 100)),
        " GW": ("MW", 1000),
    },
    "ru": {" тонн": ("t", 1), " долл. США": ("USD", 1), " %": ("%", Fraction(1, 100)), " ГВт": ("MW", 1000)},
    "zh": {
        "吨": ("t", 1),
        "美元": ("USD", 1),
        "%": ("%", Fraction(1, 100)),
        "千瓦": ("MW", Fraction(1, 1000)),
    },
    "kk": {
        " тонна": ("t", 1),
        " АҚШ доллары": ("USD", 1),
        " пайыз": ("%", Fraction(1, 100)),
        " ГВт": ("MW", 1000),
    },
}
FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")
WORDS = [
    "".join(word) for word in ("million", "тонн", "亿", "есе", "nearly", "до", "翻", "半", "分之", "点", "第")
]

languages = st.sampled_from(sorted(SCALES))


@st.composite
def printed_numbers(draw: st.DrawFn) -> tuple[str, str, Fraction, Fraction]:
    """Language, digits as that language prints them, value, place of the last digit."""
    lang = draw(languages)
    places = draw(st.integers(0, 4))
    amount = draw(st.integers(1, 10**9))
    assume(
        not (places == 3 and lang in {"ru", "kk"} and amount % 1000 == 0)
    )  # 5,000 is five thousand there, too
    whole, decimals = divmod(amount, 10**places)
    digits = f"{whole:,}".replace(",", THOUSANDS_MARKS[lang]) if draw(st.booleans()) else str(whole)
    if places:
        digits += f"{DECIMAL_MARKS[lang]}{decimals:0{places}}"
    return lang, digits, Fraction(amount, 10**places), Fraction(1, 10**places)


@given(printed_numbers(), st.data())
def test_a_number_in_digits_is_read_back_exactly(
    number: tuple[str, str, Fraction, Fraction], data: st.DataObject
) -> None:
    lang, digits, value, quantum = number
    scale = data.draw(st.sampled_from(sorted(SCALES[lang])))
    unit = data.draw(st.sampled_from(sorted(UNITS[lang])))
    code, factor = UNITS[lang][unit]
    times = Fraction(factor) * 10 ** SCALES[lang][scale]
    figure = read_figure(digits + scale + unit, lang)
    assert (figure.value, figure.quantum, figure.unit) == (value * times, quantum * times, code)
    assert figure.digits == len(str(value / quantum))
    whole = str(value / quantum)
    assert figure.zeros == (len(whole) - len(whole.rstrip("0")) if quantum == 1 else 0)
    assert (figure.start, figure.end) == (0, len(digits + scale + unit))


@given(printed_numbers(), st.sampled_from(["\u00a0", "\u202f", "\u2009"]))
def test_other_spaces_and_full_width_digits_say_the_same(
    number: tuple[str, str, Fraction, Fraction], space: str
) -> None:
    lang, digits, value, _ = number
    unit = min(UNITS[lang])
    plain = read_figure(digits + unit, lang)
    spaced = (digits + unit).replace(" ", space)
    for other in (spaced, spaced.translate(FULL_WIDTH), f"\u2060{spaced}"):
        figure = read_figure(other, lang)
        assert (figure.value, figure.quantum, figure.zeros) == (plain.value, plain.quantum, plain.zeros)
        assert figure.unit == plain.unit
    assert plain.value == value * UNITS[lang][unit][1]


ONES = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
]
ONES += ["sixteen", "seventeen", "eighteen", "nineteen"]
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
KAZAKH_ONES = ["бір", "екі", "үш", "төрт", "бес", "алты", "жеті", "сегіз", "тоғыз"]
KAZAKH_TENS = ["он", "жиырма", "отыз", "қырық", "елу", "алпыс", "жетпіс", "сексен", "тоқсан"]


def in_english(number: int) -> str:
    if number < 20:
        return ONES[number - 1]
    if number < 100:
        return TENS[number // 10 - 2] + (f"-{in_english(number % 10)}" if number % 10 else "")
    size, word, joint = next(
        entry
        for entry in (
            (10**9, "billion", " "),
            (10**6, "million", " "),
            (1000, "thousand", " "),
            (100, "hundred", " and "),
        )
        if number >= entry[0]
    )
    rest = number % size
    return f"{in_english(number // size)} {word}" + (joint + in_english(rest) if rest else "")


def in_kazakh(number: int) -> str:
    if number < 10:
        return KAZAKH_ONES[number - 1]
    if number < 100:
        return KAZAKH_TENS[number // 10 - 1] + (f" {in_kazakh(number % 10)}" if number % 10 else "")
    scales = ((10**9, "миллиард"), (10**6, "миллион"), (1000, "мың"), (100, "жүз"))
    size, word = next(entry for entry in scales if number >= entry[0])
    rest = number % size
    return f"{in_kazakh(number // size)} {word}" + (f" {in_kazakh(rest)}" if rest else "")


def in_chinese(number: int) -> str:
    """As written in full, with 零 for the places left out."""
    if number < 10:
        return "零一二三四五六七八九"[number]
    size, word = next(
        entry
        for entry in ((10**8, "亿"), (10**4, "万"), (1000, "千"), (100, "百"), (10, "十"))
        if number >= entry[0]
    )
    rest = number % size
    gap = "零" if rest and rest < size // 10 else ""
    return in_chinese(number // size) + word + (gap + in_chinese(rest) if rest else "")


@pytest.mark.parametrize(("lang", "spell"), [("en", in_english), ("zh", in_chinese), ("kk", in_kazakh)])
@settings(max_examples=300)
@given(number=st.integers(1, 10**12 - 1))
@example(number=4_540_040_000)
@example(number=110)
@example(number=10_010)
def test_a_number_in_words_is_read_back_exactly(lang: str, spell: Callable[[int], str], number: int) -> None:
    figure = read_figure(spell(number), lang)
    assert figure.value == number
    assert figure.zeros == 0
    assert number % figure.quantum == 0


@given(st.text())
def test_any_text_is_read_or_refused_with_a_value_error(text: str) -> None:
    figures = figures_in(text)
    if len(figures) != 1:
        return
    assert read_figure(text) == figures[0]


@settings(max_examples=1000)
@given(
    st.lists(
        st.sampled_from(
            [*"0123456789.,-%$()+/:~' \u00ad", "one", "ten", *WORDS, "半", "零", "三", "раз", "less"]
        )
    )
)
def test_any_heap_of_numbers_and_words_is_read_or_refused_with_a_value_error(pieces: list[str]) -> None:
    for text in ("".join(pieces), " ".join(pieces)):
        for figure in figures_in(text):
            assert 0 <= figure.start < figure.end <= len(text)
            assert figure.quantum > 0
            assert figure.high is None or figure.value < figure.high


@pytest.mark.parametrize(
    "piece",
    [
        "1",
        "1 ",
        "111 ",
        "1,",
        "1,111",
        "1.",
        "1-",
        "1/",
        "5 million ",
        "twenty ",
        "hundred and ",
        "一万",
        "五十",
        "三点",
        "百",
        "5万",
        "2012-",
        "5 новых ",
        "5多",
        "$",
        "-",
        "a",
        "more than ",
        "and a half ",
        "半",
        "5 trains ",
    ],
)
def test_the_time_grows_no_faster_than_the_text(piece: str) -> None:
    def seconds(copies: int) -> float:
        text, best = piece * copies, float("inf")
        for _ in range(3):
            start = time.perf_counter()
            figures_in(text)
            best = min(best, time.perf_counter() - start)
        return best

    figures_in("first use reads the tables")
    assert (
        seconds(4000) < 25 * seconds(500) + 0.05
    )  # eight times the text; a quadratic reader needs 64 times the time


def test_figures_of_a_page_are_found_within_a_second() -> None:
    rows = Path(__file__).with_name("phrases.csv").read_text(encoding="utf-8").splitlines()
    figures_in(rows[1])
    start = time.perf_counter()
    for row in rows:
        figures_in(row)
    assert time.perf_counter() - start < 1
