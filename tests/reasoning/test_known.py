"""A conflict that was looked into and accepted is shown as known; a row that fits no conflict is a finding."""

import pytest

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.findings import exit_status, on_topics, undecided
from cnkz_stats.reasoning.known import TO_DO, Accepted, proposals
from cnkz_stats.reasoning.laws import Laws

CLASH = """
    id      statement  period  figure           source
    before  level      2021    $25.25 billion   s1
    after   level      2022    $31.17 billion   s2
    echo    level      2022    31.17 billion    s3
    growth  growth     2022    up 23.6 percent  s2
"""
ACCEPTED = "before after growth,REVISION,an older edition of 2021,https://example.org"


def known(row):
    return f"claims,cause,reason,link\n{row}"


@pytest.fixture
def found(make_folder):
    """The findings of a folder with the clash above, or the claims given, and these rows of known.csv."""

    def findings(*rows, trade=CLASH, **tables):
        folder = make_folder(trade=trade, known=known("\n".join(rows)), **tables)
        return audit(read_folder(folder)).findings

    return findings


def accepted(folder):
    return Accepted(folder, facts_of(folder), Docket(Laws(folder).between))


def summary(findings):
    return [(finding.verdict, finding.severity.value, finding.known) for finding in findings]


OPEN = ("contradictory", "warning", None)
KNOWN = ("contradictory", "warning", "an older edition of 2021")
STALE = ("stale", "warning", None)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(ACCEPTED, [KNOWN], id="a claim of each fact and the cause"),
        pytest.param(
            "growth echo before,REVISION,an older edition of 2021,",
            [KNOWN],
            id="in any order, by any claim of a fact",
        ),
        pytest.param(
            "before after echo growth,REVISION,an older edition of 2021,",
            [KNOWN],
            id="several claims of a fact",
        ),
        pytest.param("after growth,REVISION,why,", [OPEN, STALE], id="a fact is missing"),
        pytest.param("before after growth,TYPO,why,", [OPEN, STALE], id="another cause"),
        pytest.param("before after growth,REVISION,TODO: ask,", [OPEN], id="a reason still to be given"),
    ],
)
def test_a_row_accepts_exactly_the_conflict_it_names(found, row, expected):
    assert sorted(summary(found(row)), key=str) == sorted(expected, key=str)


def test_a_claim_outside_the_conflict_makes_a_row_another_one(found):
    wider = CLASH + "    aside   level      1992    $368 million     s1\n"
    clash, stale = sorted(
        found("before after growth aside,REVISION,why,", trade=wider), key=lambda finding: finding.verdict
    )
    assert (clash.known, stale.verdict) == (None, "stale")
    assert stale.message.endswith(f"that is another one now, {clash.id}: aside has no part in it")


def test_what_is_known_does_not_count(found):
    assert exit_status(found(ACCEPTED), "note") == 0
    assert exit_status(found("before after growth,REVISION,TODO,"), "warning") == 1


def test_a_stale_row_counts_as_a_warning(found):
    assert exit_status(found(ACCEPTED, "before,TYPO,why,"), "warning") == 1
    assert exit_status(found(ACCEPTED, "before,TYPO,why,"), "error") == 0


def test_a_row_whose_conflict_is_gone_says_so_with_its_place(found):
    mended = CLASH.replace("$25.25 billion ", "$25.22 billion ")
    [finding] = found("before growth,TYPO,why,", trade=mended)
    assert finding.message == (
        "known.csv:2 accepts a conflict of “$25.22 billion”, “up 23.6 percent” (TYPO) "
        "that does not occur any more: take the row out"
    )
    assert (finding.row.file, finding.row.line, finding.row.column) == ("known.csv", 2, 1)
    assert [claim.id for claim in finding.claims] == ["before", "growth"]


def test_a_row_with_another_cause_says_which_it_is_now(found):
    messages = [finding.message for finding in found("before after growth,TYPO,why,") if not finding.facts]
    [message] = messages
    assert "(TYPO) whose cause is REVISION now, if “$25.25 billion” rests on another edition" in message


def test_a_row_whose_figures_changed_says_so(found):
    [before] = found()
    row = f"{before.id}: before after growth,REVISION,why,"
    assert [finding.known for finding in found(row)] == ["why"]
    clash, stale = sorted(
        found(row, trade=CLASH.replace("23.6", "23.8")), key=lambda finding: finding.verdict
    )
    assert (clash.known, stale.severity.value) == (None, "warning")
    assert stale.message.endswith(
        f"with other figures: they make {clash.id} now, not {before.id}; look into it again"
    )


def test_a_row_that_lacks_a_fact_says_which(found):
    [message] = [finding.message for finding in found("before growth,REVISION,why,") if not finding.facts]
    assert message.endswith(": after takes part")


def test_a_stale_row_has_an_id_of_its_own_wherever_it_stands(found):
    rows = ["before,TYPO,why,", "after,TYPO,why,"]
    ids = {finding.message[:12]: finding.id for finding in found(*rows) if not finding.facts}
    assert len(set(ids.values())) == 2
    again = {finding.id for finding in found(*reversed(rows)) if not finding.facts}
    assert set(ids.values()) == again


def test_known_findings_come_last(found):
    lie = (
        CLASH
        + "    first   level      2019    $20 billion      s4\n    second  level  2019  $90 billion  s5\n"
    )
    findings = found(ACCEPTED, trade=lie)
    assert [finding.known is None for finding in findings] == [True, False]


EDITIONS = """
    id   period  figure           authority  vintage
    old  2021    $25.25 billion   GACC       2022
    new  2021    $25.22 billion   GACC       2023
"""


@pytest.mark.parametrize(
    ("row", "verdicts"),
    [
        ("old new,REVISION,the final edition,", ["consistent"]),
        ("old new,TYPO,why,", ["stale", "consistent"]),
        ("old,REVISION,why,", ["stale", "consistent"]),
    ],
)
def test_a_note_is_accepted_like_a_conflict(found, row, verdicts):
    findings = found(row, trade=EDITIONS)
    assert [finding.verdict for finding in findings] == verdicts
    assert exit_status(findings, "note") == len(verdicts) - 1


def test_a_row_about_half_of_a_note_says_that_no_conflict_occurs(found):
    [stale, _] = found("old,REVISION,why,", trade=EDITIONS)
    assert stale.message.endswith("that does not occur any more: take the row out")


def test_notes_are_not_proposed(make_folder):
    folder = read_folder(make_folder(trade=EDITIONS))
    assert list(proposals(audit(folder).findings, folder)) == []


def test_what_was_not_decided_makes_no_row_stale(make_folder):
    folder = read_folder(make_folder(trade=CLASH, known=known("before growth,TYPO,why,")))
    unheard = undecided(facts_of(folder), "too long")
    assert list(accepted(folder).apply([unheard])) == [unheard]


def test_a_stale_row_concerns_the_topics_of_its_claims(make_folder):
    folder = read_folder(
        make_folder(
            trade="id  period  figure\na  2021  $1 billion\n",
            rail="id  series  period  figure\nb  rail_tonnage  2021  5 tons\n",
            known=known("a,TYPO,why,"),
        )
    )
    found = audit(folder)
    assert len(on_topics(found, ["trade"], folder).findings) == 1
    assert on_topics(found, ["rail"], folder).findings == ()


def test_a_proposal_names_a_claim_of_each_fact_and_no_reason(make_folder):
    folder = read_folder(make_folder(trade=CLASH))
    findings = audit(folder).findings
    [(claims, *rest)] = proposals(findings, folder)
    finding, *named = claims.split()
    assert (finding, sorted(named)) == (f"{findings[0].id}:", ["after", "before", "growth"])
    assert rest == ["REVISION", TO_DO, ""]


@pytest.mark.parametrize("row", [ACCEPTED, "before after growth,REVISION,TODO,"])
def test_what_a_row_is_about_is_not_proposed_again(make_folder, row):
    folder = read_folder(make_folder(trade=CLASH, known=known(row)))
    assert list(proposals(audit(folder).findings, folder)) == []


def test_a_proposal_once_given_a_reason_accepts_its_conflict(found, make_folder):
    folder = read_folder(make_folder(trade=CLASH))
    [(claims, cause, _, _)] = proposals(audit(folder).findings, folder)
    assert [finding.known for finding in found(f"{claims},{cause},two editions,")] == ["two editions"]


ROUNDED = """
    id     statement  period  figure          source
    exact  level      2023    $41.02 billion  s1
    loose  level      2023    $42 billion     s2
"""
LOOSE = "exact loose,ROUNDING,a loose word,"
BESIDE = """    before  level   2022    $31.2 billion   s3
    rate    growth  2023    up 32 percent   s3
"""


def test_a_row_covers_another_conflict_of_the_same_doubtful_figure(found):
    """With the level before and the rate, 42 billion clashes twice; one conflict of the two is found."""
    beside = BESIDE.replace("before  level   2022", "before  level      2022").replace(
        "rate    growth  2023", "rate    growth     2023"
    )
    rows = ["exact loose,ROUNDING,a loose word,", "before rate loose,ROUNDING,a loose word,"]
    for row in rows:
        findings = found(row, trade=ROUNDED + beside)
        assert [(one.verdict, one.known) for one in findings] == [("contradictory", "a loose word")]


@pytest.mark.parametrize(
    ("trade", "verdicts"),
    [
        pytest.param(ROUNDED, ["contradictory"], id="its figures clash"),
        pytest.param(ROUNDED.replace("$42 billion ", "$41 billion "), ["stale"], id="they do not any more"),
    ],
)
def test_a_row_is_stale_once_its_figures_can_all_be_true(found, trade, verdicts):
    assert [finding.verdict for finding in found(LOOSE, trade=trade)] == verdicts


def test_a_row_excuses_no_figure_that_says_something_else_of_the_doubtful_one(found):
    """25.25 is accepted as revised by a tenth of a percent; a rate by which it was revised by a half is another matter."""
    other = CLASH.replace(
        "31.17 billion    s3", "31.17 billion    s3\n    rate    growth     2022    up 24.1 percent  s5"
    )
    findings = found("before after growth,REVISION,why,", trade=other)
    assert any(finding.verdict == "contradictory" and finding.known is None for finding in findings)
