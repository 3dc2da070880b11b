"""The picture of a conflict: all that it says stands on the page, within its edges, and every format can be written."""

import re

import pytest

from cnkz_stats.analysis.disputes import dispute
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.views.chart_dispute import dispute_page
from cnkz_stats.views.chart_page import MARGIN, WIDTH
from cnkz_stats.views.chart_sheet import Words
from cnkz_stats.views.charts import Fonts, chart_bytes

TRADE = """
    id      statement  period  figure               source
    before  level      2021    $25.25 billion       s1
    after   level      2022    $31.17 billion       s2
    growth  growth     2022    up 23.6 percent      s2
"""


@pytest.fixture
def shown(make_folder):
    folder = read_folder(make_folder(trade=TRADE))
    return dispute(folder, "before", audit(folder))


def test_everything_is_on_the_page_and_within_its_edges(shown):
    fonts = Fonts.for_letters(set())
    drawn = dispute_page(shown, fonts.width)
    words = [item for item in drawn.items if isinstance(item, Words)]
    text = " ".join(item.text for item in words)
    for part in (shown.title, *(side.figure for side in shown.sides), *shown.causes, *shown.proof):
        assert part in text
    for item in words:
        assert item.x >= MARGIN
        assert item.x + fonts.width(item.text, item.size, item.weight) <= WIDTH - MARGIN + 1
        assert -drawn.height < item.y < 0


@pytest.mark.parametrize("suffix", [".png", ".svg", ".pdf"])
def test_each_format_is_the_same_bytes_twice(shown, suffix):
    assert chart_bytes(shown, suffix) == chart_bytes(shown, suffix)


def test_a_picture_names_the_figures(shown):
    texts = re.findall(r"<!-- (.*?) -->", chart_bytes(shown, ".svg").decode())
    assert "“$25.25 billion”" in texts
