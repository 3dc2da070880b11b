"""Changed readings: what they replace, whether they say less, how large a revision is."""

from dataclasses import replace
from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import READ, Change, changed, number_of, relative_size, size_text
from cnkz_stats.reasoning.facts import Fact
from reasoning.systems import fact, quantity

X, BASE = quantity(year=2022), quantity(year=2021)


def span(low: str | None, high: str | None) -> Interval:
    return Interval(*(None if end is None else Fraction(end) for end in (low, high)))


def level(low: str, high: str) -> Fact:
    return fact(Statement.LEVEL, X, span(low, high))


def reread(old: Fact, new: Fact, cause: Cause = Cause.ROUNDING) -> Change:
    return Change(cause, READ, "if so", (old,), (new,), excuses=True)


@pytest.mark.parametrize(
    ("new", "cause", "loosens"),
    [
        (level("1", "4"), Cause.ROUNDING, True),
        (level("2", "3"), Cause.ROUNDING, True),
        (
            level("5/2", "7/2"),
            Cause.ROUNDING,
            False,
        ),  # cut off: below 5/2 it says no
        (level("9/4", "11/4"), Cause.HEDGE, False),
        (replace(level("1", "4"), quantity=BASE), Cause.PERIOD, False),
        (replace(level("2", "3"), quantity=X._replace(authority="BNS")), Cause.REPORTER, False),
        (replace(level("2", "3"), quantity=X._replace(vintage="~a")), Cause.REVISION, True),
    ],
)
def test_a_reading_loosens_if_all_that_was_possible_still_is(new: Fact, cause: Cause, loosens: bool) -> None:
    assert reread(level("2", "3"), new, cause).loosens is loosens


def test_a_change_of_several_facts_loosens_only_if_all_of_it_does() -> None:
    wide, moved = level("1", "4"), level("5/2", "7/2")
    both = Change(Cause.ROUNDING, READ, "", (level("2", "3"), level("2", "3")), (wide, moved), excuses=True)
    assert not both.loosens


def test_only_the_facts_concerned_are_replaced() -> None:
    one, two, new = level("1", "2"), level("3", "4"), level("1", "3")
    assert changed([one, two], reread(one, new)) == [new, two]
    assert changed([two], reread(one, new)) == [two]


@pytest.mark.parametrize(
    ("statement", "bounds", "number"),
    [
        (Statement.LEVEL, span("2", "3"), span("2", "3")),
        (Statement.CHANGE, span("-1", "1"), span("-1", "1")),
        (Statement.GROWTH, span("1/5", "1/4"), span("6/5", "5/4")),
        (Statement.MULTIPLE, span("2", "3"), span("2", "3")),
    ],
)
def test_the_number_that_a_fact_speaks_of(statement: Statement, bounds: Interval, number: Interval) -> None:
    base = None if statement is Statement.LEVEL else BASE
    assert number_of(fact(statement, X, bounds, base=base)) == number


@pytest.mark.parametrize(
    ("stated", "others", "size"),
    [
        (("2", "4"), span("3", "4"), span("3/4", "2")),
        (("2", "4"), span("3", None), span("3/4", None)),
        (("2", "4"), span(None, "3"), None),
        (("2", "4"), span("-1", "3"), None),
        (("0", "4"), span("3", "4"), None),
        (("-4", "-2"), span("3", "4"), None),
    ],
)
def test_how_much_larger_the_others_say_it_is(
    stated: tuple[str, str], others: Interval, size: Interval | None
) -> None:
    assert relative_size(level(*stated), others) == size


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (span("-0.002012", "-0.000487"), "revised down by 0.0487–0.2012 %"),
        (span("0.01", "0.02"), "revised up by 1–2 %"),
        (span("-0.01", "0.02"), "revised by −1 to 2 %"),
        (span("0.01", None), "revised up by at least 1 %"),
        (span(None, "-0.01"), "revised down by at least 1 %"),
    ],
)
def test_the_size_of_a_revision_in_words(size: Interval, text: str) -> None:
    assert size_text(size) == text
