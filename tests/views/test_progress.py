"""A bar where somebody waits and watches, and nowhere else."""

import io
import sys

import pytest

from cnkz_stats.views import progress as module
from cnkz_stats.views.progress import progress


class Screen(io.StringIO):
    def isatty(self):
        return True


def shown(stream, monkeypatch, *, soon):
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(module, "_SOON", soon)
    with progress("Checking") as told:
        told(1, 4)
        told(4, 4)
    return stream.getvalue()


def test_whoever_watches_for_long_is_told_how_far_it_is(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    drawn = shown(Screen(), monkeypatch, soon=0)
    assert "Checking" in drawn
    assert "100%" in drawn


def test_the_bar_is_gone_in_the_end(monkeypatch):
    monkeypatch.setenv("TERM", "xterm")
    assert shown(Screen(), monkeypatch, soon=0).endswith("\x1b[1A\x1b[2K")


@pytest.mark.parametrize(("stream", "soon"), [(Screen(), 60), (io.StringIO(), 0)])
def test_what_is_done_soon_or_watched_by_nobody_draws_nothing(stream, soon, monkeypatch):
    assert shown(stream, monkeypatch, soon=soon) == ""


def test_without_standard_error_work_goes_on(monkeypatch):
    monkeypatch.setattr(sys, "stderr", None)
    with progress("Checking") as told:
        told(1, 1)
