"""The page of a picture, read from what is to be drawn."""

from pathlib import Path

import pytest

from cnkz_stats.analysis.pictures import picture
from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.views.chart_layout import Box
from cnkz_stats.views.chart_page import HEIGHT, MARGIN, TITLE, WIDTH, page
from cnkz_stats.views.chart_sheet import BADGE, BAND, COLORS, DASHES, RED, SHAPES, Fill, Glyph, Stroke, Words
from folders import FIRST_FOLDER

FOLDERS = {
    path.parent.name: path.parent
    for path in sorted((Path(__file__).parents[1] / "conflicts").glob("*/series.csv"))
}
CROWDED = {
    "sixty years": [f"level  {1960 + year}  ${1 + year % 7}.5 billion  GACC  ." for year in range(60)],
    "growth every year": [
        row
        for year in range(2000, 2020)
        for row in (
            f"level  {year}  ${10 + year % 5} billion  GACC  .",
            f"growth  {year}  up {year % 9 + 1} percent  GACC  .",
        )
    ],
    "many places": [
        f"level  {year}  ${place + year % 4}.1 billion  GACC  place number {place}"
        for place in range(14)
        for year in range(2019, 2024)
    ],
    "months": [
        f"level  {year}-{month:02}  ${month}.5 billion  GACC  ."
        for year in (2021, 2022)
        for month in range(1, 13)
    ],
    "long names": [
        f"level  2022  ${number} billion  GACC  {'very long indeed ' * number}" for number in range(1, 8)
    ],
    "days": [f"level  2020-01-{day:02}/2021-02-{day:02}  ${day} billion  GACC  ." for day in range(10, 19)],
    "hedges": [
        f"level  {year}  {hedge} $0.1 billion  GACC  ."
        for year, hedge in ((2020, "over"), (2021, "under"), (2022, "about"))
    ],
    "deficits": [
        "level  2020  -$5 billion  GACC  .",
        "level  2021  $0.2 billion  GACC  .",
        "level  2022  -$3.3 billion  GACC  .",
    ],
}


def width(text, size, weight):
    """About what letters take."""
    return len(text) * size * (0.68 if weight == "bold" else 0.6)


@pytest.fixture
def drawn(make_folder):
    """What is drawn of a topic of a folder written from text tables."""

    def draw(topic="trade", **tables):
        folder = read_folder(make_folder(**tables))
        return page(picture(folder, topic, audit(folder)), width).items

    return draw


def texts(items):
    return [item.text for item in items if isinstance(item, Words)]


def boxes(items):
    for item in items:
        if isinstance(item, Words):
            long = width(item.text, item.size, item.weight)
            left = item.x - {"left": 0.0, "center": long / 2, "right": long}[item.align]
            yield item.text, Box(left, item.y - 0.1 * item.size, left + long, item.y + 0.7 * item.size)


def collisions(laid_out):
    found = list(boxes(laid_out.items))
    sheet = Box(MARGIN / 2, 4 - laid_out.height, WIDTH - MARGIN / 2, -4)
    outside = [text for text, box in found if not box.within(sheet)]
    return outside + [
        f"{one} | {two}"
        for number, (one, box) in enumerate(found)
        for two, other in found[:number]
        if box.meets(other)
    ]


@pytest.mark.parametrize("name", FOLDERS)
def test_no_text_touches_another_or_the_edge_of_a_figure_met_in_print(name):
    folder = read_folder(FOLDERS[name])
    for topic in folder.topics:
        assert collisions(page(picture(folder, topic, audit(folder)), width)) == []


@pytest.mark.parametrize("name", CROWDED)
def test_no_text_touches_another_or_the_edge_however_crowded(name, make_folder):
    series = "balance" if name == "deficits" else "turnover"
    rows = "\n".join(f"{row}  {series}" for row in CROWDED[name])
    folder = read_folder(make_folder(trade=f"statement  period  figure  authority  scope  series\n{rows}"))
    assert collisions(page(picture(folder, "trade", audit(folder)), width)) == []


@pytest.fixture(scope="module")
def bundled():
    folder = read_folder(bundled_folder())
    return folder, audit(folder)


@pytest.mark.parametrize("topic", read_folder(bundled_folder()).topics)
def test_no_text_touches_another_or_the_edge_in_the_bundled_topics(topic, bundled):
    folder, found = bundled
    assert collisions(page(picture(folder, topic, found), width)) == []


def test_a_picture_is_7_2_by_4_8_inches_and_grows_with_its_notes(make_folder):
    rows = [f"{year}  ${year - amount}.5 billion" for year in range(2010, 2022) for amount in (1980, 2009)]
    small = read_folder(make_folder(trade="period  figure\n2021  $1 billion\n2022  $2 billion"))
    assert page(picture(small, "trade", audit(small)), width).height == pytest.approx(HEIGHT)
    large = read_folder(make_folder(trade="\n".join(["period  figure", *rows])))
    laid_out = page(picture(large, "trade", audit(large)), width)
    assert laid_out.height > HEIGHT
    assert "6 more conflicts are listed by: cnkz-stats check" in texts(laid_out.items)


def test_figures_of_a_conflict_are_red_ringed_and_numbered():
    folder = read_folder(FIRST_FOLDER)
    items = page(picture(folder, "trade", audit(folder)), width).items
    red = [item.text for item in items if isinstance(item, Words) and item.color == RED]
    assert red == ["25.25*", "31.17", "23.40–23.49 % computed", "+23.6 % claimed"]
    assert (
        len([item for item in items if isinstance(item, Glyph) and item.color == RED and item.face is None])
        == 2
    )
    discs = [item for item in items if isinstance(item, Glyph) and item.size == BADGE]
    assert len(discs) == texts(items).count("1") == 4


def test_the_ranges_that_clash_are_magnified_until_the_gap_shows():
    folder = read_folder(FIRST_FOLDER)
    items = page(picture(folder, "trade", audit(folder)), width).items
    solid, hollow = [item for item in items if isinstance(item, Fill) and RED in (item.color, item.edge)]
    assert (solid.color, hollow.color) == (RED, None)
    assert hollow.box.right + 10 < solid.box.left


def test_each_line_has_a_colour_and_a_shape_and_its_name_at_the_edge(drawn):
    items = drawn(
        trade="""
            period  figure          authority
            2021    $25.25 billion  GACC
            2022    $31.17 billion  GACC
            2021    $18 billion     BNS
            2022    $24.2 billion   BNS
        """
    )
    markers = {(item.color, item.shape) for item in items if isinstance(item, Glyph)}
    assert markers == {(COLORS[0], SHAPES[0]), (COLORS[1], SHAPES[1])}
    assert {"BNS’s figures", "GACC’s figures"} <= set(texts(items))


def test_marks_that_would_cover_each_other_stand_side_by_side(drawn):
    rows = "2021  $5.00 billion  GACC\n2022  $25.00 billion  GACC\n2022  $25.10 billion  BNS\n2022  $9.00 billion  KTZ"
    items = drawn(trade=f"period  figure  authority\n{rows}")
    marks = [item.x for item in items if isinstance(item, Glyph) and item.x < 400]
    assert len(set(marks)) == len(marks) == 4


def test_an_implied_level_is_hollow_and_joined_by_dashes(drawn):
    items = drawn(
        trade="statement  period  figure\nlevel  2022  $24.20 billion\ngrowth  2022  up 20.0 percent"
    )
    assert [item.face for item in items if isinstance(item, Glyph)] == ["white", COLORS[0]]
    assert DASHES in [item.dash for item in items if isinstance(item, Stroke)]
    assert "implied" in texts(items)


def test_a_range_wide_enough_to_be_seen_has_caps_and_says_its_ends(drawn):
    items = drawn(trade="period  figure\n2021  $3 billion\n2022  $2 billion")
    assert {"1.5–2.5", "2.5–3.5"} <= set(texts(items))
    upright = [
        item
        for item in items
        if isinstance(item, Stroke) and item.points[0][0] == item.points[1][0] and item.width > 1
    ]
    assert len(upright) == 2


def test_an_open_range_is_an_arrow_and_no_line_goes_through_it(drawn):
    items = drawn(trade="period  figure\n2020  $3.00 billion\n2021  over $4 billion\n2022  nearly $2 billion")
    assert [item.shape for item in items if isinstance(item, Glyph)] == ["o", "^", "v"]
    assert not [item for item in items if isinstance(item, Stroke) and item.width == 1.0]


def test_time_left_out_is_dotted_and_breaks_the_axis(drawn):
    items = drawn(trade="period  figure\n1992  $0.368 billion\n2020  $20.00 billion\n2021  $25.25 billion")
    dashes = [item.dash for item in items if isinstance(item, Stroke) and item.width == 1.0]
    assert dashes == [(1.0, 2.0), None]
    slanting = [
        item
        for item in items
        if isinstance(item, Stroke)
        and item.points[1][1] - item.points[0][1] == pytest.approx(8)
        and item.width == 0.8
    ]
    assert len(slanting) == 2


def test_parts_of_a_year_stand_on_grey_among_whole_years(drawn):
    rows = "2022  $31.17 billion\n2023-01/2023-11  $36.86 billion"
    items = drawn(trade=f"period  figure\n{rows}")
    assert [item.color for item in items if isinstance(item, Fill)] == [BAND]
    assert {"Jan–Nov", "2023"} <= set(texts(items))


def test_one_period_is_bars_from_zero_each_series_on_its_own_scale(drawn):
    items = drawn(
        trade="series  period  figure\nprojects_count  2023  52\nturnover  2023  over $21.2 billion"
    )
    bars = [item.box.right - item.box.left for item in items if isinstance(item, Fill) and item.color]
    assert bars == [pytest.approx(240 * 52 / 60), pytest.approx(240 * 21.2 / 25)]
    assert {"52 projects", "over 21.2 billion dollars", "Joint projects", "Trade turnover"} <= set(
        texts(items)
    )
    assert [item.shape for item in items if isinstance(item, Glyph)] == [">"]


def test_a_bar_is_hollow_where_nothing_is_sure(drawn):
    items = drawn(trade="period  figure\n2023  nearly $5 billion")
    (bar,) = [item for item in items if isinstance(item, Fill)]
    assert (bar.color, bar.dash) == (None, DASHES)
    assert [item.shape for item in items if isinstance(item, Glyph)] == ["<"]


def test_growth_claims_without_room_are_counted(drawn):
    rows = [f"growth  {year}  up {year % 9 + 1} percent" for year in range(1961, 2021)]
    items = drawn(trade="\n".join(["statement  period  figure", "level  1960  $5 billion", *rows]))
    (said,) = [text for text in texts(items) if "more growth claims" in text]
    brackets = [item for item in items if isinstance(item, Stroke) and len(item.points) == 4]
    assert int(said.split()[0]) + len(brackets) == len(rows)


def test_no_line_of_text_breaks_between_a_number_and_its_unit(make_folder):
    folder = read_folder(make_folder(trade="period  figure\n1992  $368 million\n2022  $31.17 billion"))
    shown = picture(folder, "trade", audit(folder))
    for scale in (1.0, 1.3, 1.6, 2.0):
        items = page(shown, lambda text, size, weight, scale=scale: scale * width(text, size, weight)).items
        title = [item.text for item in items if isinstance(item, Words) and item.size == TITLE]
        assert " ".join(title) == shown.title
        assert not [line for line in title if line.endswith(("368", "368 million", "31.17", "billion"))]


def test_sources_of_the_same_name_and_date_are_named_once_and_too_many_are_counted(drawn):
    ids = [f"s{number}" for number in range(40)]
    items = drawn(
        trade="\n".join(["period  figure  source", *(f"2022  $5 billion  {one}" for one in ids)]),
        sources="\n".join(
            ["id  publisher", *(f"{one}  Paper {min(number, 30)}" for number, one in enumerate(ids))]
        ),
    )
    caption = " ".join(texts(items))
    assert caption.endswith("Paper 30; and 7 more.") or "and 7 more." in caption
