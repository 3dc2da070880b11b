"""The unit behind a number, and the hedges in between."""

import pytest

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.lexer import lex
from cnkz_stats.figures.units import hedge_behind, unit_behind


@pytest.mark.parametrize(
    ("text", "lang", "code", "last"),
    [
        ("5 tons", "en", "t", 1),
        ("5 tons of wheat", "en", "t", 1),
        ("5 joint projects", "en", "projects", 2),
        ("5 large new joint projects", "en", "projects", 4),
        ("5 very large new joint projects", "en", "", 0),
        ("5, projects", "en", "", 0),
        ("5 freight train trips", "en", "trips", 2),
        ("5 new tons", "en", None, 2),
        ("5-percent", "en", "%", 2),
        ("5 - percent", "en", "", 0),
        ("5 контейнерных поездов", "ru", "trains", 2),
        ("5 китайско-казахских проектов", "ru", "projects", 4),
        ("5 поездов контейнеров", "ru", "trains", 1),
        ("5 тыс. новых поездов", "ru", "trains", 4),
        ("5-ти проектов", "ru", "projects", 3),
        ("5 тыс. Проекты", "ru", "", 0),
        ("5 train trips, tons", "en", "trips", 1),
        ("5 млрд т-км", "ru", "t-km", 2),
        ("5吨公里", "zh", "t-km", 1),
        ("5 large 3 projects", "en", "", 0),
        ("5个", "zh", "", 1),
        ("5家", "zh", "companies", 1),
        ("5家孔子学院", "zh", "institutes", 2),
        ("5个早期收获项目", "zh", "projects", 3),
        ("5个国际货运站点", "zh", "stations", 4),
        ("5 ортақ жоба", "kk", "projects", 2),
        ("5-тен астам жоба", "kk", "projects", 4),
    ],
)
def test_a_unit_is_found_behind_hedges_endings_and_adjectives(
    text: str, lang: str, code: str | None, last: int
) -> None:
    tokens = lex(text, lang)
    start = 2 if tokens.word(1).scale else 1
    unit = unit_behind(tokens, start, lang)
    assert (unit.code, unit.last - start + 1) == (code, last - start + 1 if code != "" or last else 0)


def test_money_in_front_leaves_room_only_for_itself() -> None:
    assert unit_behind(lex("5 USD", "en"), 1, "en", "USD").last == 1
    assert unit_behind(lex("5 tons", "en"), 1, "en", "USD").last == 0


@pytest.mark.parametrize(
    ("text", "lang", "hedge"),
    [
        ("20900余辆", "zh", Hedge.OVER),
        ("5-дей жоба", "kk", Hedge.ABOUT),
        ("5+ projects", "en", Hedge.OVER),
        ("5 + projects", "en", None),
        ("20-odd projects", "en", Hedge.OVER),
        ("5 projects", "en", None),
    ],
)
def test_a_hedge_between_number_and_unit_is_kept(text: str, lang: str, hedge: Hedge | None) -> None:
    assert unit_behind(lex(text, lang), 1, lang).hedge is hedge


@pytest.mark.parametrize(
    ("text", "hedge"),
    [
        ("тоннадан кем", Hedge.UNDER),
        ("тоннаға кем", None),
        ("тоннадан астам", Hedge.OVER),
        ("тоннаға астам", Hedge.OVER),
    ],
)
def test_kazakh_words_for_more_and_less_are_hedges_after_from(text: str, hedge: Hedge | None) -> None:
    assert hedge_behind(lex(text, "kk"), 1) is hedge
