"""What a text must hold for a pattern to match in it."""

import re

import pytest

from cnkz_stats.text.needs import any_of, part_of
from cnkz_stats.text.patterns import in_small

MON = part_of("Jan(?:uary)?|Feb(?:ruary)?|May|June?", {})
PARTS = {"MON": MON, "YEAR": part_of(r"\d{4}", {}), "NUM": part_of(r"\d+|two|three", {})}


@pytest.mark.parametrize(
    ("pattern", "needs"),
    [
        (r"\b(?P<since>since) (?:the )?(?P<y>YEAR)\b", ["since 0000", "since the 0000"]),
        (r"\b(?:over|during) (?P<by>\d+) years?\b", [" year"]),
        (r"(?<!last )(?P<n>NUM)[ -]months", [" months", "-months"]),
        (r"\bone|two\b", ["one", "two"]),
        (r"days{0,2} ago", ["day"]),
        (r"(?P<m>MON),?\w (?P<d>\d\d?)", ["feb", "jan", "jun", "may"]),
        (r"(?P<m>MON)? ?(?P<d>\d\d?)", ["0"]),
        (r"(?P<m>MON)? ?(?P<w>\w\w?)", [""]),
        (r"(?P<d>\d\d?)[./-](?P<mm>\d{2})", ["0-00", "0.00", "0/00"]),
        (r"[^a-z]\w*(?:st|nd)?", [""]),
        (r"Q[12] ?(?:of)?", ["q0"]),
        (r"(?:past|last) decades{2}", ["last decade", "past decade"]),
    ],
)
def test_a_pattern_tells_the_letters_of_which_it_cannot_do_without_some(pattern, needs):
    assert sorted(part_of(pattern, PARTS).needs) == needs


def test_the_longest_of_some_words_is_found_letter_by_letter():
    words = ["may", "month", "months", "month ago", "to", "q1 (", "q2"]
    found = re.findall(any_of(words), "to months, month ago, q1 (maybe), mon q3")
    assert found == ["to", "months", "month ago", "q1 (", "may"]


@pytest.mark.parametrize("text", ["in May 2024", "from June 3 to 5", "12 months to January", "may and june"])
def test_whatever_matches_holds_them(text):
    for pattern in (r"\b(?P<m>MON)(?: \d)?", r"(?:months to|in|from) (?P<m>MON)", r"MON|months?"):
        filled = pattern.replace("MON", "(?:Jan(?:uary)?|Feb(?:ruary)?|May|June?)")
        small = text.lower()
        held = any(one in small for one in part_of(pattern, PARTS).needs)
        assert held >= bool(re.search(in_small(filled), small))
