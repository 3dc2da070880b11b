"""The tables of words are sound, and words are found by their longest phrase."""

from collections import Counter
from fractions import Fraction
from importlib.resources import files

import pytest

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.lexicon import Lexicon, _pieces, _table, lexicon

TABLES = ("common", "en", "ru", "zh", "kk")
SECTIONS = {
    "base", "prefix", "unit", "scale", "sense", "number", "counted", "measure", "before", "after", "turn", "multiple",
    "share", "ordinal", "roles",
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_a_table_has_only_sections_that_mean_something(name: str) -> None:
    assert set(_table(name)) <= SECTIONS


@pytest.mark.parametrize("name", TABLES)
def test_no_word_is_listed_twice_in_a_section(name: str) -> None:
    for section, lists in _table(name).items():
        if section in {"base", "roles"}:
            continue
        words = Counter(_pieces(word) for words in lists.values() for word in words)
        assert [word for word, count in words.items() if count > 1] == [], section


def test_every_table_beside_the_module_is_one_of_a_language() -> None:
    names = {
        entry.name for entry in files("cnkz_stats.figures.lexicon").iterdir() if entry.name.endswith(".toml")
    }
    assert names == {f"{name}.toml" for name in TABLES}


def test_every_role_that_the_grammar_asks_for_is_in_a_table() -> None:
    roles = {role for name in TABLES for role in _table(name).get("roles", {})}
    sources = "".join(
        entry.read_text(encoding="utf-8")
        for entry in files("cnkz_stats.figures").iterdir()
        if entry.name.endswith(".py")
    )
    assert {role for role in roles if f'"{role}"' not in sources} == set()


@pytest.mark.parametrize(
    ("lang", "first", "phrase"),
    [
        ("en", "less", "less than"),
        ("en", "us", "us $ $"),
        ("ru", "миллионами", "миллион*"),
        ("ru", "миллиард", "миллиард"),
        ("ru", "трехкратным", "трехкратн*"),
        ("kk", "тоннадан", "тонна*"),
    ],
)
def test_phrases_of_more_words_and_longer_stems_come_first(lang: str, first: str, phrase: str) -> None:
    pieces, _ = lexicon(lang).phrases(first)[0]
    assert " ".join(stem + "*" * open_ended for stem, open_ended in pieces) == phrase


def test_an_unknown_word_has_no_phrases() -> None:
    assert lexicon("en").phrases("xyzzy") == ()
    assert lexicon("en").phrases("a" * 100_000) == ()


def test_one_word_may_mean_several_things() -> None:
    word = dict(lexicon("ru").phrases("меньше"))[(("меньше", False),)]
    assert (word.before, word.turn) == (Hedge.UNDER, -1)


def test_a_unit_knows_its_base_unit() -> None:
    word = dict(lexicon("ru").phrases("гвт"))[(("гвт", False),)]
    assert (word.unit, word.factor) == ("MW", Fraction(1000))


def test_russian_and_kazakh_words_exclude_each_other() -> None:
    assert lexicon("ru").phrases("пайыз") == ()
    assert lexicon("kk").phrases("почти") == ()


def test_a_word_goes_on_with_phrases_whose_second_word_may_be_the_next():
    words = Lexicon([{"base": {}, "roles": {"source": ["according to", "according * to", "accord*"]}}])
    pieces = [[piece for piece, _ in phrase] for phrase, _ in words.going_on("according", "t")]
    assert pieces == [["according", "", "to"], ["according", "to"], ["accord"]]
    assert len(words.going_on("according", "x")) == 2
