"""Certificates: weights that add rows up to an impossibility, found by elimination and checked by adding up."""

from dataclasses import replace
from fractions import Fraction
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cnkz_stats.reasoning.certificate import Certificate, certify
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.verdict import Contradictory
from reasoning import oracle
from reasoning.systems import random_system, rows, rows_of_component


@pytest.mark.parametrize(
    ("text", "weights", "gap"),
    [
        ("x <= 1; x >= 2", ["1", "1"], "1"),
        ("x < 1; x >= 1", ["1", "1"], "0"),
        ("2*x <= 1; 3*x >= 2", ["1", "2/3"], "1/3"),
        ("b >= 25.245; x >= 1.2355*b; x <= 31.175", ["1", "1/1.2355", "1/1.2355"], None),
        ("x + y <= 1; x >= 1; y >= 1", ["1", "1", "1"], "1"),
        ("x > y; y > x", ["1", "1"], "0"),
        ("0 <= -1", ["1"], "1"),
    ],
)
def test_rows_none_of_which_can_be_spared_are_certified(
    text: str, weights: list[str], gap: str | None
) -> None:
    certificate = certify(rows(text))
    assert certificate is not None
    assert certificate.holds()
    wanted = [
        Fraction(top) / Fraction(bottom or 1) for top, _, bottom in (one.partition("/") for one in weights)
    ]
    scale = certificate.weights[0] / wanted[0]
    assert list(certificate.weights) == [scale * one for one in wanted]
    assert gap is None or certificate.gap == scale * Fraction(gap)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("x <= 1; x >= 1", id="they touch"),
        pytest.param("x <= 2; x >= 1", id="they can all hold"),
        pytest.param("x <= 1", id="nothing cancels"),
        pytest.param("x <= 1; x >= 2; x >= 3", id="one can be spared"),
        pytest.param("x <= 1; x >= 2; y <= 1; y >= 2", id="two contradictions"),
        pytest.param("x <= 1; x <= 2", id="they cancel only with a negative weight"),
        pytest.param("", id="no rows"),
    ],
)
def test_nothing_else_is_certified(text: str) -> None:
    assert certify(rows(text)) is None


def proven() -> Certificate:
    certificate = certify(rows("b >= 25.245; x >= 1.2355*b; x <= 31.175"))
    assert certificate is not None
    return certificate


@pytest.mark.parametrize("index", [0, 1, 2])
@pytest.mark.parametrize("factor", ["0", "-1", "1.000000000001"])
def test_a_changed_weight_breaks_a_certificate(index: int, factor: str) -> None:
    certificate = proven()
    weights = list(certificate.weights)
    weights[index] *= Fraction(factor)
    assert not replace(certificate, weights=tuple(weights)).holds()


def test_a_changed_row_breaks_a_certificate() -> None:
    certificate = proven()
    *others, last = certificate.rows
    wider = replace(last, bound=last.bound + certificate.gap / certificate.weights[-1])
    assert not replace(certificate, rows=(*others, wider)).holds()


def test_weights_may_be_multiplied_and_the_gap_with_them() -> None:
    certificate = proven()
    doubled = replace(certificate, weights=tuple(2 * weight for weight in certificate.weights))
    assert doubled.holds()
    assert doubled.gap == 2 * certificate.gap


def test_no_rows_prove_nothing() -> None:
    assert not Certificate((), ()).holds()


@given(st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_a_minimal_contradiction_always_has_one_and_the_oracle_adds_it_up(random: Random) -> None:
    given_rows = rows_of_component(random_system(random, lies=0.3))
    if isinstance(oracle.decide(given_rows), oracle.Possible):
        return
    minimal = list(given_rows)
    for row in given_rows:
        fewer = [other for other in minimal if other is not row]
        if isinstance(oracle.decide(fewer), oracle.Impossible):
            minimal = fewer
    assert isinstance(Court([minimal]).hear([0]), Contradictory)
    certificate = certify(minimal)
    assert certificate is not None
    assert oracle.impossible(list(zip(certificate.weights, certificate.rows, strict=True)))
