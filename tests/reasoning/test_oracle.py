"""The oracle itself: its answers are shown, never believed."""

from reasoning import oracle
from reasoning.worlds import root


def test_x():
    assert oracle and root
