"""How well the gold passages are read: floors under what is measured, so that no change makes it worse unseen."""

import pytest

from text.score import GOLD, score

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason="no gold passages here")
FLOORS = {
    "dev": {"precision": 98, "value": 98, "figure": 96, "when": 94, "about": 91},
    "held": {"precision": 96, "value": 91, "figure": 86, "when": 73, "about": 68},
}


@pytest.fixture(scope="module")
def scores():
    return {split: score(split) for split in FLOORS}


@pytest.mark.parametrize("split", FLOORS)
@pytest.mark.parametrize("lang", ["en", "ru", "zh", "kk"])
def test_no_language_falls_below_its_floor(split, lang, scores):
    one = scores[split][lang]
    measured = {name: one.precision if name == "precision" else one.rate(name) for name in FLOORS[split]}
    below = {name: rate for name, rate in measured.items() if rate < FLOORS[split][name]}
    assert below == {}
