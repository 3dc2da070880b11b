"""The JUnit file is read back as one case for each finding and one that passes."""

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from cnkz_stats.views.junit import junit_text


def suite_of(checked, fail_on="error"):
    text = junit_text(checked.audit, checked.folder, fail_on=fail_on)
    [suite] = JUnitXml.fromstring(text.encode())
    return suite


def outcomes(suite):
    return [(case.classname, [type(one) for one in case.result]) for case in suite]


@pytest.mark.parametrize(("fail_on", "stale"), [("error", []), ("warning", [Failure]), ("note", [Failure])])
def test_a_case_fails_if_its_finding_fails_the_check(every_kind, fail_on, stale):
    assert outcomes(suite_of(every_kind, fail_on)) == [
        ("TYPO", [Failure]),
        ("STALE", stale),
        ("UNDECIDED", [Error]),
        ("REVISION", [Skipped]),
        ("CONSISTENT", []),
    ]


def test_the_suite_counts_its_cases(every_kind):
    suite = suite_of(every_kind)
    assert (suite.tests, suite.failures, suite.errors, suite.skipped) == (5, 1, 1, 1)


def test_a_case_says_what_where_and_why(every_kind):
    case, stale, _, known, agreeing = suite_of(every_kind)
    finding = every_kind.audit.findings[0]
    assert case.name == f"{finding.id} {finding.message}"
    assert (case._elem.get("file"), case._elem.get("line")) == ("folder/trade.csv", "3")
    [failure] = case.result
    assert (failure.message, failure.type) == (finding.message, "error")
    assert "folder/trade.csv:3:35: “$12.93 billion”, A paper" in failure.text
    assert all(step in failure.text for step in finding.proof)
    assert "known.csv:3 accepts a conflict" in stale.system_out
    assert known.result[0].message == "known: two editions: 100 %, looked up"
    assert (agreeing.name, agreeing.system_out) == ("facts in no conflict", "1 of 7")


def test_nothing_found_is_one_case_that_passes(make_folder, check):
    suite = suite_of(check(make_folder(trade="period  figure\n2020  $5 billion\n")))
    assert [(case.name, case.system_out) for case in suite] == [("facts in no conflict", "1 of 1")]


def test_what_xml_cannot_hold_is_replaced(make_folder, check):
    checked = check(
        make_folder(
            trade="period  figure\n2020  $5 billion\n2020  $9 billion\n",
            sources="id  publisher\ns1  A \x01 & <paper>\ufffe",
        )
    )
    text = junit_text(checked.audit, checked.folder, fail_on="note")
    assert JUnitXml.fromstring(text.encode())
    assert "A \ufffd &amp; &lt;paper&gt;\ufffd" in text
