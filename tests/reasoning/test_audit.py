"""The audit of a folder: every conflict once, what is repaired and what is left out, and nothing accused for a guess."""

from random import Random
from time import monotonic

import pytest

from cnkz_stats.errors import CnkzError
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import Severity, exit_status, on_topics
from cnkz_stats.reasoning.system import components
from reasoning.panels import panel
from reasoning.systems import is_possible
from reasoning.trade import trade_world

FIRST_EXAMPLE = """
    id      statement  series        period  base  figure              source
    before  level      turnover      2021    .     $25.25 billion      s1
    after   level      turnover      2022    .     $31.17 billion      s2
    echo    level      turnover      2022    .     311.7亿美元          s3
    growth  growth     turnover      2022    .     up 23.6 percent     s2
    first   level      turnover      1992    .     $368 million        s1
    near    multiple   turnover      2021    1992  nearly 70 times     s1
    past    multiple   turnover      2021    1992  more than 60 times  s3
"""


def ids(facts) -> list[list[str]]:
    return [[claim.id for claim in fact.claims] for fact in facts]


def test_the_first_example(folder_of) -> None:
    done = audit(folder_of(trade=FIRST_EXAMPLE))
    (finding,) = done.findings
    assert ids(finding.facts) == [["after", "echo"], ["before"], ["growth"]]
    assert [claim.id for claim in finding.claims] == ["after", "echo", "before", "growth"]
    assert (finding.severity, finding.verdict, finding.smallest) == (Severity.WARNING, "contradictory", True)
    assert finding.message == (
        "trade turnover CN–KZ 2022 “$31.17 billion”, trade turnover CN–KZ 2021 “$25.25 billion” and growth of trade "
        "turnover CN–KZ 2022 on 2021 “up 23.6 percent” cannot all be true; they fit if “$25.25 billion” rests on "
        "another edition: the figure of 2021 was revised down by 0.0487–0.2012 %"
    )
    assert finding.gap == "15197500"
    assert [str(quantity.period) for quantity in finding.quantities] == ["2021", "2022"]


def test_the_repaired_folder_can_be_true_with_every_figure_in_it(folder_of) -> None:
    folder = folder_of(trade=FIRST_EXAMPLE)
    done = audit(folder)
    (finding,) = done.findings
    assert done.dropped == ()
    assert done.repairs == {
        finding.id: "taken “$25.25 billion” rests on another edition: the figure of 2021 was revised down by 0.0487–0.2012 %"
    }
    assert sorted(map(sorted, ids(done.repaired))) == sorted(map(sorted, ids(done.facts)))
    assert all(is_possible(component, component.facts) for component in components(done.repaired, folder))


@pytest.mark.parametrize("seed", range(12))
def test_whatever_was_said_the_repaired_facts_can_all_be_true(seed: int, tmp_path) -> None:
    folder = trade_world(Random(seed), "half-up", claims=14, lies=3).folder(tmp_path)
    done = audit(folder)
    assert all(is_possible(component, component.facts) for component in components(done.repaired, folder))
    said = {claim.id for fact in (*done.repaired, *done.dropped) for claim in fact.claims}
    assert said == {claim.id for fact in done.facts for claim in fact.claims}


def test_every_conflict_of_a_folder_is_found_worst_first(folder_of) -> None:
    done = audit(
        folder_of(
            trade=FIRST_EXAMPLE,
            rail="""
                id    series        statement  period  figure
                one   rail_tonnage  growth     2022    up 20.0 percent
                two   rail_tonnage  growth     2022    up 43.4 percent
            """,
            authorities="code  name  area",
        )
    )
    assert [(one.severity, one.causes[0].code) for one in done.findings] == [
        ("error", "UNEXPLAINED"),
        ("warning", "REVISION"),
    ]
    assert ids(done.dropped) == [["one"], ["two"]]
    assert done.repairs[done.findings[0].id] == "left out “up 20.0 percent”, “up 43.4 percent”"


def test_a_guess_that_clashes_again_is_left_out_and_accuses_nobody(folder_of) -> None:
    """Only the change of imports is false. Readings found for true figures on the way must not clash with each other."""
    folder = folder_of(
        trade="""
            id    statement  series    period  base             figure               authority
            grow  growth     turnover  2019    .                up 16 percent        GACC
            net   level      balance   2018    .                -$2 billion          GACC
            net9  level      balance   2019    .                -$3 billion          GACC
            in9   level      imports   2019    .                $16 billion          GACC
            part  share      exports   2018    series=turnover  46.6 percent         GACC
            out9  level      exports   2019    .                $12986381 thousand   GACC
            lie   change     imports   2019    2018             up $289.78 million   GACC
            in8   level      imports   2018    .                $13.541 billion      GACC
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  both flows together
            net  balance   =         exports - imports  what is left over
        """,
    )
    done = audit(folder)
    assert done.findings
    assert all("lie" in {claim.id for claim in finding.claims} for finding in done.findings)
    assert all(is_possible(component, component.facts) for component in components(done.repaired, folder))


def test_a_folder_without_claims_has_no_findings(folder_of) -> None:
    done = audit(folder_of())
    assert (done.findings, done.facts, done.doubts) == ((), (), ())


def test_targets_do_not_clash_with_outcomes(folder_of) -> None:
    done = audit(
        folder_of(
            trade="""
                statement  period  figure
                target     2022    $100 billion
                level      2022    $31 billion
            """
        )
    )
    assert done.findings == ()


def test_the_facts_to_doubt_are_the_fewest_whose_absence_mends_all(folder_of) -> None:
    done = audit(folder_of(trade=FIRST_EXAMPLE))
    assert ids(done.doubts[0]) in ([["before"]], [["growth"]])


def test_the_same_folder_gives_the_same_audit(folder_of) -> None:
    folder = folder_of(trade=FIRST_EXAMPLE)
    assert audit(folder) == audit(folder)


def test_the_id_of_a_finding_is_that_of_its_figures(folder_of) -> None:
    one = audit(folder_of(trade=FIRST_EXAMPLE)).findings[0]
    fewer = "\n".join(
        line for line in FIRST_EXAMPLE.splitlines() if "echo" not in line and "1992" not in line
    )
    assert audit(folder_of(trade=fewer)).findings[0].id == one.id
    other = audit(folder_of(trade=FIRST_EXAMPLE.replace("$25.25", "$25.26"))).findings[0]
    assert other.id != one.id


def test_without_time_all_is_undecided_and_no_figure_accused(folder_of) -> None:
    done = audit(folder_of(trade=FIRST_EXAMPLE), timeout=0)
    assert [one.severity for one in done.findings] == [Severity.UNDECIDED]
    assert "not decided whether" in done.findings[0].message
    assert exit_status(done.findings, "error") == 3


def test_a_timeout_ends_the_audit(tmp_path) -> None:
    folder = panel(Random(1), partners=20, years=12, lies=30).folder(tmp_path)
    start = monotonic()
    audit(folder, timeout=1.0)
    assert monotonic() - start < 20


@pytest.mark.parametrize(
    ("severities", "fail_on", "status"),
    [
        ([], "error", 0),
        (["warning"], "error", 0),
        (["warning"], "warning", 1),
        (["error"], "error", 1),
        (["note"], "warning", 0),
        (["note"], "note", 1),
    ],
)
def test_the_exit_status_is_one_from_the_severity_asked(
    folder_of, severities: list[str], fail_on: str, status: int
) -> None:
    tables = {
        "error": "2022  $31.27 billion\n2022  $32.17 billion",
        "warning": "2022  nearly $40 billion\n2022  $40.5 billion",
    }
    if "note" in severities:
        text = "period  vintage  figure\n2022  2023-01  $31.2 billion\n2022  2024-01  $31.9 billion"
    else:
        text = "period  figure\n" + "\n".join(tables[one] for one in severities)
    findings = audit(folder_of(trade=text, authorities="code  name  area")).findings
    assert [one.severity for one in findings] == severities
    assert exit_status(findings, fail_on) == status


def test_an_audit_of_one_topic_hears_the_others_too(folder_of) -> None:
    folder = folder_of(
        trade="id  period  figure\na  2022  $31.27 billion",
        rail="id  period  figure\nb  2022  $32.17 billion",
        energy="id  series  period  figure\nc  rail_tonnage  2022  23 million tonnes",
    )
    done = audit(folder)
    assert len(on_topics(done, ["trade"], folder).findings) == 1
    assert len(on_topics(done, ["rail"], folder).findings) == 1
    assert on_topics(done, ["energy"], folder).findings == ()
    assert ids(on_topics(done, ["energy"], folder).facts) == [["c"]]
    assert on_topics(done, [], folder) == done


def test_an_unknown_topic_names_those_there_are(folder_of) -> None:
    folder = folder_of(trade="period  figure\n2022  $31 billion")
    with pytest.raises(CnkzError, match="no topic 'grain' in this folder, expected one of: trade"):
        on_topics(audit(folder), ["grain"], folder)
