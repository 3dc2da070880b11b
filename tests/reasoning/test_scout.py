"""The scout: what it suggests about figures of all sizes stands up to the exact check, so that z3 is not asked."""

from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import all_bounds, bounds_of, ratio_bounds
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.scout import Clash, Scout
from cnkz_stats.reasoning.survey import Survey
from cnkz_stats.reasoning.tableau import GRID, Standing, Tableau
from cnkz_stats.reasoning.verdict import Consistent, Contradictory
from reasoning.panels import panel
from reasoning.systems import unknown


def between(name: str, low: str, high: str) -> tuple[Constraint, ...]:
    quantity = unknown(name)
    upper = Constraint(((quantity, Fraction(1)),), Fraction(high), strict=False, origin=None)
    lower = Constraint(((quantity, Fraction(-1)),), -Fraction(low), strict=False, origin=None)
    return upper, lower


def times(name: str, low: str, high: str, base: str) -> tuple[Constraint, ...]:
    x, y = unknown(name), unknown(base)
    return (
        Constraint(((x, Fraction(1)), (y, -Fraction(high))), Fraction(0), strict=False, origin=None),
        Constraint(((x, Fraction(-1)), (y, Fraction(low))), Fraction(0), strict=False, origin=None),
    )


@pytest.fixture
def alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """No other solver can be asked."""
    monkeypatch.setattr(Court, "_solver", property(lambda _: pytest.fail("z3 was asked")))


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("size", ["1e-6", "1", "31170000000", "1e15"])
def test_figures_of_any_size_are_settled_without_another_solver(size: str) -> None:
    scale = Fraction(size)
    level = between("y", str(scale * 9995 / 10000), str(scale * 10005 / 10000))
    growth = times("x", "1.2355", "1.2365", "y")
    fine = between("x", str(scale * 1236 / 1000), str(scale * 1237 / 1000))
    wrong = between("x", str(scale * 124 / 100), str(scale * 125 / 100))
    court = Court([level, growth, fine, wrong])
    assert isinstance(court.hear([0, 1, 2]), Consistent)
    assert court.hear([0, 1, 3]) == Contradictory(frozenset({0, 1, 3}))
    assert isinstance(court.hear([0, 2]), Consistent)


@pytest.mark.usefixtures("alone")
def test_a_dollar_too_much_in_thirty_thousand_million_is_seen() -> None:
    one = between("x", "31173420512", "31173420513")
    other = between("x", "31173420513.1", "31173420514")
    assert Court([one, other]).hear([0, 1]) == Contradictory(frozenset({0, 1}))


@pytest.mark.usefixtures("alone")
def test_ranges_that_just_touch_can_both_be_true() -> None:
    court = Court([between("x", "24.5", "25.5"), between("x", "25.5", "26.5")])
    verdict = court.hear([0, 1])
    assert isinstance(verdict, Consistent)
    assert verdict.witness[unknown("x")] == Fraction("25.5")
    assert isinstance(court.hear([0]), Consistent)


@pytest.mark.usefixtures("alone")
def test_ratios_that_just_touch_can_both_be_true() -> None:
    """Only ten sevenths of 25.3 will do, which floating point cannot say."""
    level, base = between("x", "253/7", "37"), between("y", "25.1", "25.3")
    court = Court([level, base, times("x", "1.4", "10/7", "y")])
    verdict = court.hear([0, 1, 2])
    assert isinstance(verdict, Consistent)
    assert verdict.witness[unknown("x")] == Fraction(253, 7)
    assert verdict.witness[unknown("y")] == Fraction("25.3")


@pytest.mark.usefixtures("alone")
@pytest.mark.parametrize("size", ["1", "31170000000", "1e15"])
def test_the_ends_of_what_follows_are_found_without_another_solver(
    size: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Survey, "_asked", lambda *_: pytest.fail("it was asked what can be reached"))
    scale = Fraction(size)
    rows = [*between("y", str(scale), str(scale * 2)), *times("x", "1.2", "1.3", "y")]
    x, y = unknown("x"), unknown("y")
    bounds = bounds_of(Survey(rows), {x: Fraction(1)}).range
    assert (bounds.lo, bounds.hi) == (scale * 12 / 10, scale * 26 / 10)
    ratio = ratio_bounds(x, y, [*between("x", str(scale * 3), str(scale * 4)), *rows[:2]])
    assert ratio is not None
    assert (ratio.range.lo, ratio.range.hi) == (Fraction(3, 2), 4)


@pytest.mark.usefixtures("alone")
def test_ends_that_are_not_reached_are_seen_without_another_solver() -> None:
    y = unknown("y")
    (upper, lower), ends = between("y", "2", "3"), times("x", "1", "2", "y")
    rows = [replace(upper, strict=True), lower, *ends]
    survey = Survey(rows)
    assert bounds_of(survey, {unknown("x"): Fraction(1)}).range == Interval(
        Fraction(2), Fraction(6), hi_open=True
    )
    assert bounds_of(survey, {y: Fraction(1)}).range == Interval(Fraction(2), Fraction(3), hi_open=True)


@pytest.mark.parametrize("deny", ["furthest", "broken_at_ends_of"])
def test_bounds_are_the_same_where_the_scout_sees_none(deny: str, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [*between("y", "2", "3"), *times("x", "1", "2", "y"), *between("x", "1", "5")]
    expressions = [{unknown("x"): Fraction(1)}, {unknown("x"): Fraction(1), unknown("y"): Fraction(2)}]
    seen = [bounds_of(Survey(rows), one) for one in expressions]
    monkeypatch.setattr(Court, deny, lambda *_: None)
    assert [bounds_of(Survey(rows), one) for one in expressions] == seen
    assert [one.range for one in seen] == [
        Interval(Fraction(2), Fraction(5)),
        Interval(Fraction(6), Fraction(11)),
    ]


@pytest.mark.parametrize("rows", [(0,), (1,), (0, 2), ()])
def test_rows_that_do_not_hold_an_expression_back_bound_nothing(
    rows: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    given = [*between("y", "2", "3"), *times("x", "1", "2", "y")]
    monkeypatch.setattr(Court, "furthest", lambda *_: (Fraction(4), rows))
    found = bounds_of(Survey(given), {unknown("x"): Fraction(1)}).range
    assert found == Interval(Fraction(2), Fraction(6))


def test_a_bound_that_rows_imply_and_no_values_reach_is_not_the_tightest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = [*between("y", "2", "3"), *times("x", "1", "2", "y"), *between("x", "1", "5")]
    monkeypatch.setattr(Court, "furthest", lambda *_: (Fraction(-5), (0, 2)))
    assert bounds_of(Survey(rows), {unknown("x"): Fraction(1), unknown("y"): Fraction(0)}).range.hi == 5


def test_the_ends_of_a_panel_are_seen_one_after_the_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What one end put to the ends of its rows must not stay there for the next; a few may still have to be asked for."""
    folder = panel(Random(0), partners=9, years=10, lies=0).folder(tmp_path)
    seen: list[bool] = []
    see = Survey._seen
    monkeypatch.setattr(
        Survey, "_seen", lambda *told: (found := see(*told), seen.append(found is not None))[0]
    )
    all_bounds(facts_of(folder), folder)
    assert len(seen) >= 200
    assert seen.count(False) <= 2


def test_one_more_row_is_asked_about_without_touching_the_groups() -> None:
    court = Court([between("x", "1", "2"), between("y", "5", "6")])
    x = unknown("x")
    more = Constraint(((x, Fraction(-1)),), Fraction(-3), strict=False, origin=None)
    assert court.reaches(more, [0, 1]) == Contradictory(frozenset({0}))
    assert court.reaches(more, [1]) is None
    assert isinstance(court.hear([0, 1]), Consistent)


def test_what_is_suggested_is_not_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = between("x", "1", "2")
    monkeypatch.setattr(Scout, "look", lambda *_: [GRID * 3])
    assert isinstance(Court([rows]).hear([0]), Consistent)
    monkeypatch.setattr(Scout, "look", lambda *_: Clash((0, 1)))
    assert isinstance(Court([rows]).hear([0]), Consistent)


def test_rows_are_looked_at_again_only_where_values_changed() -> None:
    tableau = Tableau()
    tableau.add([*between("x", "1", "2"), *between("y", "5", "6")])
    standing = Standing(tableau)
    standing.take([GRID, 9 * GRID])
    assert standing.broken == {2}
    standing.take([3 * GRID, 5 * GRID])
    assert standing.broken == {0}


@pytest.mark.parametrize("size", ["1e400", "1e-400", "1e308", "5e-324"])
def test_what_floating_point_cannot_hold_is_decided_all_the_same(size: str) -> None:
    figure, wrong = between("x", size, size), between("x", str(2 * Fraction(size)), str(3 * Fraction(size)))
    growth = times("x", "2", "3", "y")
    court = Court([figure, wrong, growth])
    assert isinstance(court.hear([0, 2]), Consistent)
    assert court.hear([0, 1]) == Contradictory(frozenset({0, 1}))
