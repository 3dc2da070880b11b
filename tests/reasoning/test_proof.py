"""Proofs in words: lines that a reader can redo on a calculator, and that are right."""

import operator
import re
from fractions import Fraction
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.certificate import certify
from cnkz_stats.reasoning.proof import derivation_lines, joined, proof_lines
from reasoning.systems import rows, unknown
from reasoning.trade import trade_world


@pytest.fixture
def proof_of(folder_of):
    """The proof of the one finding of a folder."""

    def find(**tables: str) -> list[str]:
        (finding,) = audit(folder_of(**tables)).findings
        return list(finding.proof)

    return find


def test_a_chain_of_levels_and_growth(proof_of) -> None:
    assert proof_of(
        trade="""
            statement  period  figure           source
            level      2021    $25.25 billion   xinhua
            level      2022    $31.17 billion   people
            level      2022    311.7亿美元       people-zh
            growth     2022    up 23.6 percent  people
        """
    ) == [
        "“$25.25 billion” (xinhua): trade turnover CN–KZ 2021 is at least 25.245 billion USD",
        "“$31.17 billion” (people and 1 more): trade turnover CN–KZ 2022 is at most 31.175 billion USD",
        "“up 23.6 percent” (people): trade turnover CN–KZ 2022 is at least 1.2355 times trade turnover CN–KZ 2021",
        "so trade turnover CN–KZ 2022 would have to be at least 1.2355 × 25.245 = 31.1901975 > 31.175 (billion USD), which is impossible: 0.0151975 apart",
    ]


def test_two_growth_claims_count_the_base_as_one(proof_of) -> None:
    assert proof_of(
        trade="""
            statement  period  figure
            growth     2022    up 34.1 percent
            growth     2022    up 36 percent
        """
    )[-1] == (
        "so trade turnover CN–KZ 2022 would have to be at least 1.355 × 1 = 1.355 > 1.3415 = 1.3415 × 1 "
        "(trade turnover CN–KZ 2021 taken as 1), which is impossible: 0.0135 apart"
    )


def test_a_sum_by_an_identity(proof_of) -> None:
    found = proof_of(
        trade="""
            series    period  figure
            exports   2022    $16.0 billion
            imports   2022    $15.0 billion
            turnover  2022    $31.2 billion
        """,
        identities="""
            id   left      relation  right              why
            sum  turnover  =         exports + imports  turnover is both flows
        """,
    )
    assert found[-2:] == [
        "by definition, turnover is both flows: trade turnover CN–KZ 2022 ≤ exports CN–KZ 2022 + exports KZ–CN 2022",
        "so exports CN–KZ 2022 would have to be at least 31.15 − 15.05 = 16.1 > 16.05 (billion USD), which is impossible: 0.05 apart",
    ]


def test_ends_that_only_touch(proof_of) -> None:
    found = proof_of(
        trade="""
            period  figure
            2022    more than $31 billion
            2022    nearly $31 billion
        """
    )
    assert found == [
        "“more than $31 billion” (s1): trade turnover CN–KZ 2022 is above 31 billion USD",
        "“nearly $31 billion” (s1): trade turnover CN–KZ 2022 is below 31 billion USD",
        "so trade turnover CN–KZ 2022 would have to be at least 31 ≥ 31 (billion USD), which is impossible: they only touch at an end that is not included",
    ]


def test_a_longer_chain_says_each_step(proof_of) -> None:
    found = proof_of(
        trade="""
            statement  period  figure
            level      2019    $20.00 billion
            growth     2020    up 10.0 percent
            growth     2021    up 20.0 percent
            growth     2022    up 10.0 percent
            level      2022    $29.60 billion
        """
    )
    assert len(found) == 5 + 2
    assert found[5] == "so trade turnover CN–KZ 2020 is at most 1.1005 × 20.005 = 22.0155025 (billion USD)"
    assert assert_calculations_hold(found) == 3


def test_what_is_no_chain_is_added_up() -> None:
    certificate = certify(rows("x + y <= 1; x - y <= 1; x >= 2"))
    assert certificate is not None
    assert proof_lines(certificate, lambda quantity: quantity.series)[-1].startswith("added up (line 1 × ")


def test_rows_in_a_ring_are_added_up_not_followed_round() -> None:
    """Both unknowns stand in both rows: each bound rests on the other."""
    certificate = certify(rows("x + y <= 1; x + y >= 2"))
    assert certificate is not None
    assert proof_lines(certificate, lambda quantity: quantity.series)[-1] == (
        "added up (line 1 × 1, line 2 × 1), everything on the left cancels and 0 ≤ 1 − 2 = −1 (USD) is left, which is impossible"
    )


def test_a_strict_row_that_is_touched_leaves_nothing_below_nothing() -> None:
    certificate = certify(rows("x + y < 1; x + y >= 1"))
    assert certificate is not None
    assert "everything on the left cancels and 0 < 0 is left" in proof_lines(certificate, str)[-1]


@pytest.mark.parametrize(
    ("text", "value", "upper", "last"),
    [
        ("b >= 2; x >= 3*b", "6", False, "so x is at least 3 × 2 = 6 (USD)"),
        ("b <= 2; x <= 3*b", "6", True, "so x is at most 3 × 2 = 6 (USD)"),
        ("x + y <= 10; y >= 6", "4", True, "so x is at most 10 − 6 = 4 (USD)"),
        (
            "x + y <= 7; x - y <= 1",
            "4",
            True,
            "added up (line 1 × 0.5, line 2 × 0.5): x is at most 0.5 × 7 + 0.5 × 1 = 4 (USD)",
        ),
        (
            "x + y >= 7; x - y >= -1",
            "3",
            False,
            "added up (line 1 × 0.5, line 2 × 0.5): x is at least 0.5 × 7 − 0.5 × 1 = 3 (USD)",
        ),
    ],
)
def test_how_rows_put_a_bound_on_a_quantity(text: str, value: str, upper: bool, last: str) -> None:
    names = {unknown(name): name for name in "xyb"}
    found = derivation_lines(unknown("x"), Fraction(value), rows(text), names.__getitem__, upper=upper)
    assert found[-1] == last


def test_a_bound_that_a_source_states_needs_no_calculation() -> None:
    names = {unknown("x"): "x"}
    (line,) = derivation_lines(unknown("x"), Fraction(3), rows("x <= 3"), names.__getitem__, upper=True)
    assert line.startswith("by definition, x <= 3: ")


_FORMULA = re.compile(r"(?:at most|at least) ([^()]*?[=>≥][^()]*?) \(")
_OPERATORS = {"×": operator.mul, "/": operator.truediv, "+": operator.add, "−": operator.sub}


def value_of(text: str) -> Fraction:
    """`1.2355 × 25.245 + 3`, each product before the sums; a number ending in dots counts as it stands."""
    total, sign = Fraction(0), 1
    for part in re.split(r" ?([+−]) (?=[\d−])", text):
        if part in ("+", "−"):
            sign = 1 if part == "+" else -1
        elif part:
            first, *factors = re.split(r" ([×/]) ", part)
            value = number(first)
            for symbol, factor in zip(factors[::2], factors[1::2], strict=True):
                value = _OPERATORS[symbol](value, number(factor))
            total += sign * value
    return total


def number(text: str) -> Fraction:
    return Fraction(text.replace("−", "-").rstrip("…"))


def near(one: Fraction, other: Fraction) -> bool:
    return abs(one - other) <= max(abs(one), abs(other)) / 10**9


def assert_calculations_hold(lines: list[str]) -> int:
    """Every equation in the lines of a proof holds, and its last line says what cannot be; how many there were."""
    checked = 0
    for line in lines:
        for formula in _FORMULA.findall(line):
            left, relation, right = ([*re.split(r" ([>≥]) ", formula), "", ""])[:3]
            for side in filter(None, (left, right)):
                values = [value_of(part) for part in side.split(" = ") if part]
                assert all(near(values[0], other) for other in values[1:]), line
                checked += 1
            if relation:
                low, high = value_of(left.split(" = ")[-1]), value_of(right.split(" = ")[0])
                assert low > high or (relation == "≥" and low == high), line
                apart = re.search(r"impossible: (\S+) apart", line)
                assert apart is None or near(number(apart[1]), low - high) or "…" in line
    return checked


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("1.2355 × 25.245", "31.1901975"),
        ("16.05 + 15.05", "31.1"),
        ("10 − 6", "4"),
        ("−3 + 2 × 4", "5"),
        ("− 2 × 4 + 9", "1"),
        ("6 / 4", "1.5"),
        ("5", "5"),
    ],
)
def test_the_calculator_of_these_tests(formula: str, value: str) -> None:
    assert value_of(formula) == Fraction(value)


def test_a_wrong_calculation_is_noticed() -> None:
    with pytest.raises(AssertionError):
        assert_calculations_hold(["so x is at least 2 × 3 = 7 (USD)"])
    with pytest.raises(AssertionError):
        assert_calculations_hold(["so x would have to be at least 2 > 3 (USD), which is impossible: 1 apart"])


@given(st.randoms(use_true_random=False))
@settings(max_examples=40, deadline=None)
def test_every_calculation_in_a_proof_comes_out(random: Random) -> None:
    with TemporaryDirectory() as path:
        folder = trade_world(random, "half-up", lies=2).folder(Path(path))
    for finding in audit(folder).findings:
        assert finding.proof
        assert "impossible" in finding.proof[-1]
        assert_calculations_hold(list(finding.proof))


def test_derivations_joined_share_lines_and_refer_to_them_as_they_stand_then() -> None:
    parts = [
        ("a", "b", "added up (line 1 × 2, line 2 × 1): c"),
        ("d", "a", "added up (line 1 × 1, line 2 × 3): e"),
    ]
    assert joined(parts) == (
        "a",
        "b",
        "added up (line 1 × 2, line 2 × 1): c",
        "d",
        "added up (line 4 × 1, line 1 × 3): e",
    )
