"""Patterns that tell no capital letters from small ones."""

import re

import pytest

from cnkz_stats.text.patterns import any_case


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\bof\b", "OF"),
        (r"Q[1-4]", "in q1"),
        (r"\D+\Wч", "НА ЧТО"),
        (r"(?P<year>YEAR)", "Year"),
        (r"[A-ZА-Я]{4}", "план"),
    ],
)
def test_a_pattern_matches_in_any_case_as_one_that_ignores_it(pattern, text):
    found, expected = any_case(pattern).search(text), re.search(pattern, text, re.IGNORECASE)
    assert found is not None
    assert expected is not None
    assert found.span() == expected.span()
    assert bool(any_case(pattern).match(text)) == bool(re.match(pattern, text, re.IGNORECASE))
    assert bool(any_case(pattern).fullmatch(text)) == bool(re.fullmatch(pattern, text, re.IGNORECASE))


def test_a_part_may_ask_for_small_letters():
    assert any_case("(?-i:plan)ned").search("planNED")
    assert not any_case("(?-i:plan)ned").search("PLANned")
