"""What a text must hold for a pattern to match in it."""

import re

import pytest

from cnkz_stats.text.needs import part_of
from cnkz_stats.text.patterns import in_small

MON = part_of("Jan(?:uary)?|Feb(?:ruary)?|May|June?", {})


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?P<since>since) (?:the )?(?P<y>YEAR)\b", ["since"]),
        (r"\b(?:over|during) (?P<by>\d+) years?\b", ["year"]),
        (r"(?<!last )(?P<n>NUM)[ -]months", ["months"]),
        (r"\bone|two\b", ["one", "two"]),
        (r"days{0,2} ago", ["day"]),
        (r"(?P<m>MON) (?P<d>\d\d?)", ["feb", "jan", "jun", "may"]),
        (r"(?P<m>MON)? ?(?P<d>\d\d?)", [""]),
        (r"[^a-z]\w*(?:st|nd)?", [""]),
        (r"Q[12] ?(?:of)?", ["q1", "q2"]),
        (r"(?:past|last) decades{2}", ["decade"]),
    ],
)
def test_a_pattern_tells_the_letters_of_which_it_cannot_do_without_some(pattern, needs):
    assert sorted(part_of(pattern, {"MON": MON}).needs) == needs


@pytest.mark.parametrize("text", ["in May 2024", "from June 3 to 5", "12 months to January", "may and june"])
def test_whatever_matches_holds_them(text):
    for pattern in (r"\b(?P<m>MON)(?: \d)?", r"(?:months to|in|from) (?P<m>MON)", r"MON|months?"):
        filled = pattern.replace("MON", "(?:Jan(?:uary)?|Feb(?:ruary)?|May|June?)")
        small = text.lower()
        held = any(one in small for one in part_of(pattern, {"MON": MON}).needs)
        assert held >= bool(re.search(in_small(filled), small))
