"""CSV for spreadsheets and programs: fixed columns, a range as two of them, no formula of a source."""

import pytest

from cnkz_stats.views.machine import a_row_for_each_claim, csv_text

RANGE = {"low": "1.2", "high": None, "low_open": True, "high_open": False, "exact": ["6/5", None]}


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        ("text", "text"),
        (29, "29"),
        (True, "yes"),
        (False, "no"),
        (None, ""),
        (["one", "two"], "one;two"),
        ("a,b", '"a,b"'),
        ("-0.2012", "-0.2012"),
        ("+5", "+5"),
        ("=1+1", "'=1+1"),
        ("+23.6%", "'+23.6%"),
        ("-cmd", "'-cmd"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\tx", "'\tx"),
    ],
)
def test_values_become_cells(value, cell):
    assert csv_text(["id", "column"], [{"id": 1, "column": value}]) == f"id,column\n1,{cell}\n"


@pytest.mark.parametrize(("bounds", "cells"), [(RANGE, "1.2,"), (None, ",")])
def test_a_range_is_two_columns(bounds, cells):
    assert csv_text(["multiple_low", "multiple_high"], [{"multiple": bounds}]).splitlines()[1] == cells


def test_without_rows_there_is_still_a_header():
    assert csv_text(["from", "to"], []) == "from,to\n"


def test_each_claim_has_a_row_and_what_nobody_claims_has_one():
    claimed = [{"claim": "a", "range": RANGE, "agrees": True}, {"claim": "b", "range": RANGE, "agrees": None}]
    rows = list(a_row_for_each_claim([{"to": "2021", "claimed": claimed}, {"to": "2022", "claimed": []}]))
    assert [(row["to"], row["claim"], row["agrees"]) for row in rows] == [
        ("2021", "a", True),
        ("2021", "b", None),
        ("2022", None, None),
    ]
