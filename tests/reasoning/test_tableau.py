"""The tableau's own check of sums: rows that add up to what cannot be, in whole numbers."""

from random import Random

import pytest

from cnkz_stats.reasoning.certificate import certify
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.system import group
from cnkz_stats.reasoning.tableau import Row, Tableau, cannot_all_hold
from reasoning.systems import random_system


def row(*coefficients: int, bound: int, strict: bool = False) -> Row:
    terms = {column: value for column, value in enumerate(coefficients) if value}
    return Row(tuple(terms), tuple(terms.values()), bound, strict)


@pytest.mark.parametrize(
    ("rows", "answer"),
    [
        ([row(1, bound=1), row(-1, bound=-2)], True),  # x ≤ 1, x ≥ 2
        ([row(1, bound=2), row(-1, bound=-2)], False),  # x ≤ 2, x ≥ 2
        ([row(1, bound=2, strict=True), row(-1, bound=-2)], True),  # x < 2, x ≥ 2
        ([row(1, bound=1), row(1, bound=-2)], False),  # both from above
        ([row(10, -12, bound=0), row(-1, bound=-3), row(0, 1, bound=2)], True),  # 10x ≤ 12y, x ≥ 3, y ≤ 2
        ([row(10, -12, bound=0), row(-1, bound=-2), row(0, 1, bound=2)], False),
        ([row(1, bound=1)], False),  # nothing cancels
        ([row(1, bound=1), row(-1, bound=-2), row(-1, bound=-3)], False),  # one of them can be spared
        ([], False),
        ([row(bound=-1)], True),  # 0 ≤ -1
    ],
)
def test_rows_that_cannot_all_hold_are_those_whose_sum_is_impossible(rows: list[Row], answer: bool) -> None:
    assert cannot_all_hold(rows) is answer


@pytest.mark.parametrize("seed", range(40))
def test_it_says_the_same_as_certificates(seed: int) -> None:
    random = Random(seed)
    component = random_system(random)
    stated: list[Constraint] = [*(one for fact in component.facts for one in group(fact)), *component.laws]
    for _ in range(30):
        some = random.sample(stated, min(len(stated), random.randint(1, 5)))
        tableau = Tableau()
        tableau.add(some)
        assert cannot_all_hold(tableau.rows) == (certify(some) is not None)
