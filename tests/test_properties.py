"""What must hold of every world: the honest are never accused, lies are caught only with proof, form changes nothing.

`bench/judge.py` and `bench/honest.py` do the same in large numbers.
"""

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnkz_stats.figures.interval import ratio
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause, readings
from cnkz_stats.ledger.folder import Folder, read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.conflicts import Conflict, find_conflict
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Finding, Severity
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.system import components, group
from cnkz_stats.reasoning.verdict import Consistent, Contradictory
from reasoning import oracle
from reasoning.systems import random_system, rows_of_component
from reasoning.trade import trade_world
from reasoning.worlds import RULES, Press, World, in_places

RANDOM = st.randoms(use_true_random=False)
FEW = settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(world: World, *, files: Sequence[str] = ("trade",)) -> Folder:
    with TemporaryDirectory() as path:
        return read_folder(world.write(Path(path), files=files))


@given(RANDOM)
@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_judge_and_oracle_agree_and_both_can_show_why(random: Random) -> None:
    component = random_system(random)
    given_rows = rows_of_component(component)
    answer = oracle.decide(given_rows)
    verdict = Court([group(fact) for fact in component.facts], component.laws).hear(
        range(len(component.facts))
    )
    if isinstance(answer, oracle.Possible):
        assert oracle.fulfils(answer.values, given_rows)
        assert isinstance(verdict, Consistent)
        assert oracle.fulfils(verdict.witness, given_rows)
    else:
        assert oracle.impossible([(weight, given_rows[index]) for index, weight in answer.weights.items()])
        assert isinstance(verdict, Contradictory)
        conflict = find_conflict(component)
        assert isinstance(conflict, Conflict)
        assert oracle.impossible(
            list(zip(conflict.certificate.weights, conflict.certificate.rows, strict=True))
        )


PAIRS = 2_500
READING = {"half-up": 0, "half-even": 0, "truncation": 1, "ceiling": 2}
"""The place of the reading that a rule needs: as printed, cut off, rounded up."""


def range_by(rule, text):
    """What a figure allows whose last digit was found by a rule; as printed, hundreds of billions allow more than that."""
    found = readings(read_figure(text))
    return found[READING[rule] if len(found) > 1 else 0].range


@pytest.mark.parametrize("rule", list(READING))
def test_honest_levels_and_their_growth_meet_in_the_reading_of_their_rule(rule: str) -> None:
    random = Random(rule)
    press = Press(random, RULES[rule])
    for _ in range(PAIRS):
        before = Fraction(random.randint(1, 10**12))
        after = before * random.randint(1, 4 * 10**6) / 10**6
        texts = (press.amount(before), press.amount(after), press.growth(after / before - 1))
        first, last, growth = (range_by(rule, text) for text in texts)
        assert before in first
        assert after in last
        assert after / before - 1 in growth
        if first.lo and last.lo is not None:
            assert ratio(last, first).shifted(-ONE).meets(growth)


@given(RANDOM, st.sampled_from(["half-up", "half-even"]), st.integers(2, 14))
@settings(FEW, max_examples=100)
def test_an_honest_world_is_never_accused(random: Random, rule: str, claims: int) -> None:
    assert audit(read(trade_world(random, rule, claims=claims))).findings == ()


SAYS = {"truncation": "cut off, not rounded", "ceiling": "rounded up"}


@given(RANDOM, st.sampled_from(sorted(SAYS)), st.integers(2, 14))
@FEW
def test_figures_that_were_cut_off_or_rounded_up_are_told_so_and_never_called_wrong(
    random: Random, rule: str, claims: int
) -> None:
    for finding in audit(read(trade_world(random, rule, claims=claims))).findings:
        assert finding.severity is Severity.WARNING
        assert finding.causes[0].code is Cause.ROUNDING
        assert any(SAYS[rule] in cause.text for cause in finding.causes)


@given(RANDOM, st.sampled_from(["half-up", "half-even"]), st.integers(3, 14))
@FEW
def test_every_conflict_names_the_lie(random: Random, rule: str, claims: int) -> None:
    world = trade_world(random, rule, claims=claims, lies=1)
    for finding in audit(read(world)).findings:
        assert world.lies & {claim.id for claim in finding.claims}


@given(RANDOM, st.integers(3, 14))
@FEW
def test_without_any_one_fact_of_a_conflict_the_others_can_be_true(random: Random, claims: int) -> None:
    folder = read(trade_world(random, "half-up", claims=claims, lies=2))
    for component in components(facts_of(folder), folder):
        conflict = find_conflict(component)
        if isinstance(conflict, Conflict):
            for fact in conflict.facts:
                others = [other for other in conflict.facts if other != fact]
                rows = [*component.laws, *(row for other in others for row in group(other))]
                assert isinstance(oracle.decide(rows), oracle.Possible)


def told(finding: Finding) -> tuple[object, ...]:
    """All that a reader is told of a finding, but in which file it stands."""
    causes = [
        (cause.code, cause.text, sorted(claim.id for claim in cause.claims)) for cause in finding.causes
    ]
    claims = sorted(claim.id for claim in finding.claims)
    return finding.id, finding.severity, finding.message, finding.gap, finding.proof, claims, causes


@given(RANDOM, st.integers(3, 10), st.integers(1, 3))
@FEW
def test_the_order_of_rows_and_files_changes_nothing(random: Random, claims: int, files: int) -> None:
    world = trade_world(random, "half-up", claims=claims, lies=1)
    shuffled = replace(world, claims=tuple(random.sample(world.claims, len(world.claims))))
    names = random.sample(["trade", "flows", "a"], files)
    assert list(map(told, audit(read(shuffled, files=names)).findings)) == list(
        map(told, audit(read(world)).findings)
    )


def rescaled(figure: str) -> str:
    """`$25.25 billion` as `$25250 million`; but not where zeros would come or go that count as digits."""
    for name, smaller in (("billion", "million"), ("million", "thousand")):
        if figure.endswith(name) and "." in figure and not figure.endswith(f"0 {name}"):
            front, dollar, number = figure.removesuffix(f" {name}").rpartition("$")
            places = max(0, len(number.partition(".")[2]) - 3)
            moved = in_places(Fraction(number) * 1000, places, RULES["half-up"])
            return figure if moved.endswith("0") and len(moved) < 3 else f"{front}{dollar}{moved} {smaller}"
    return figure


@pytest.mark.parametrize(
    ("figure", "other"),
    [
        ("$25.25 billion", "$25250 million"),
        ("-$1.2 billion", "-$1200 million"),
        ("up $0.0345 billion", "up $34.5 million"),
        ("$3.1 million", "$3100 thousand"),
        ("$3.10 million", "$3.10 million"),
        ("$0.03 billion", "$0.03 billion"),
        ("$0.3 billion", "$300 million"),
        ("up 23.6 percent", "up 23.6 percent"),
    ],
)
def test_a_figure_in_another_scale_has_the_same_range(figure: str, other: str) -> None:
    assert rescaled(figure) == other
    assert readings(read_figure(figure))[0].range == readings(read_figure(other))[0].range


@given(RANDOM, st.integers(3, 10))
@FEW
def test_dollars_written_as_billions_or_millions_change_no_conflict(random: Random, claims: int) -> None:
    world = trade_world(random, "half-up", claims=claims, lies=1)
    other = replace(
        world, claims=tuple(claim | {"figure": rescaled(claim["figure"])} for claim in world.claims)
    )
    assert conflicts(read(world)) == conflicts(read(other))
    assert [one.severity for one in audit(read(world)).findings] == [
        one.severity for one in audit(read(other)).findings
    ]


def conflicts(folder: Folder) -> list[tuple[list[str], object]]:
    """The facts of the conflict of each component, by their claims, and by how much they miss each other."""
    found = (find_conflict(component) for component in components(facts_of(folder), folder))
    return [(ids(one.facts), one.gap) for one in found if isinstance(one, Conflict)]


def ids(facts: Sequence[Fact]) -> list[str]:
    return [claim.id for fact in facts for claim in fact.claims]
