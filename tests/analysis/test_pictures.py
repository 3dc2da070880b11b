"""What a picture shows, read from the picture itself; nothing is drawn here."""

from fractions import Fraction

import pytest

from cnkz_stats.analysis.pictures import MOST_PANELS, picture
from cnkz_stats.analysis.topic_panels import MOST_LINES, MOST_NOTES
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit
from folders import FIRST_FOLDER

BILLION = 10**9


@pytest.fixture
def shown(make_folder):
    """The picture of a topic of a folder written from text tables."""

    def show(topic="trade", **tables):
        folder = read_folder(make_folder(**tables))
        return picture(folder, topic, audit(folder))

    return show


@pytest.fixture(scope="module")
def bundled():
    folder = read_folder(FIRST_FOLDER)
    return folder, audit(folder)


def marks_of(panel):
    return {(str(mark.period), mark.label): mark for mark in panel.marks}


def test_a_printed_level_is_an_exact_range_with_its_number_in_the_unit_of_the_axis(shown):
    (panel,) = shown(trade="period  figure\n2021  $25.25 billion\n1992  $368 million").panels
    marks = marks_of(panel)
    assert (panel.one, panel.unit) == (BILLION, "billion dollars")
    assert marks["2021", "25.25"].range == Interval(
        Fraction("25.245") * BILLION, Fraction("25.255") * BILLION
    )
    assert marks["1992", "0.368"].value == 368_000_000
    assert marks["1992", "0.368"].text == "368 million dollars"
    assert marks["1992", "0.368"].kind == "printed"


def test_the_title_is_the_answer_in_words(shown):
    first = shown(
        trade="period  figure\n1992  $368 million\n2022  $31.17 billion\n2023-01/2023-11  $36.86 billion"
    )
    assert (
        first.title == "China–Kazakhstan trade turnover: 368 million dollars in 1992, 31.17 billion in 2022"
    )


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("level  2022  $31.17 billion", "trade turnover: 31.17 billion dollars in 2022"),
        (
            "level  2022  $31.17 billion\ngrowth  2022  up 23.6 percent",
            "trade turnover: 31.17 billion dollars in 2022, +23.6 % on 2021",
        ),
        (
            "level  2022  $31.17 billion\nlevel  2022  $24.2 billion",
            "trade turnover: 24.2 or 31.17 billion dollars in 2022",
        ),
        (
            "level  2022  $30 billion\nlevel  2022  $24.2 billion\nlevel  2022  $31.17 billion\nlevel  2022  over $1 billion",
            "trade turnover: 24.2 to 31.17 billion dollars in 2022",
        ),
        ("growth  2022  up 23.6 percent", "trade turnover, growth: +23.6 % in 2022"),
        ("level  2023-01/2023-11  $36.86 billion", "trade turnover: 36.86 billion dollars in Jan–Nov 2023"),
    ],
)
def test_a_title_says_what_there_is(shown, rows, said):
    assert shown(trade=f"statement  period  figure\n{rows}").title == f"China–Kazakhstan {said}"


def test_the_title_of_several_series_names_the_last_figure_of_two(bundled):
    folder, found = bundled
    title = picture(folder, "projects", found).title
    assert title == (
        "China–Kazakhstan joint projects: 52 projects in 2023; value of joint projects: over 21.2 billion dollars in 2023"
    )


def test_the_books_of_each_authority_are_a_line_of_their_own(shown):
    (panel,) = shown(
        trade="period  figure  authority\n2022  $31.17 billion  GACC\n2022  $24.2 billion  BNS"
    ).panels
    assert [line.name for line in panel.lines] == ["BNS’s figures", "GACC’s figures"]
    assert (panel.pair, panel.about) == ("China–Kazakhstan", "")


def test_what_all_lines_share_is_said_once(shown):
    (panel,) = shown(
        trade="""
            area   period  figure          authority
            CN-XJ  2022    $18 billion     GACC
            CN-XJ  2021    $13 billion     GACC
            CN     2022    $31.17 billion  GACC
        """
    ).panels
    assert [line.name for line in panel.lines] == ["China–Kazakhstan", "Xinjiang–Kazakhstan"]
    assert (panel.pair, panel.about) == ("", "GACC’s figures")


def test_a_line_without_the_scope_that_others_have_is_the_overall_one(shown):
    (panel,) = shown(trade="scope  period  figure\nDostyk  2022  $1 billion\n.  2022  $5 billion").panels
    assert [line.name for line in panel.lines] == ["overall", "Dostyk"]


def test_a_level_that_only_other_claims_imply_is_told_apart(shown):
    (panel,) = shown(
        trade="statement  period  figure\nlevel  2022  $24 billion\ngrowth  2022  up 20 percent"
    ).panels
    implied = panel.lines[0].marks[0]
    assert (str(implied.period), implied.kind, implied.label, implied.detail) == (
        "2021",
        "implied",
        "19.50–20.51",
        "implied",
    )
    assert implied.range == Interval(
        Fraction("23.5") * BILLION / Fraction("1.205"), Fraction("24.5") * BILLION / Fraction("1.195")
    )


@pytest.mark.parametrize(
    ("figure", "label", "low", "high"),
    [
        ("more than $21.2 billion", "over 21.2", Fraction("21.2"), None),
        ("nearly $5 billion", "nearly 5", None, 5),
        ("at least $3.5 billion", "at least 3.5", Fraction("3.5"), None),
    ],
)
def test_a_hedge_leaves_a_range_open_to_its_side(shown, figure, label, low, high):
    (panel,) = shown(trade=f"period  figure\n2022  {figure}").panels
    (mark,) = panel.marks
    assert (mark.kind, mark.label) == ("hedged", label)
    assert [None if end is None else end / BILLION for end in (mark.range.lo, mark.range.hi)] == [low, high]


def test_what_is_counted_allows_whole_numbers_only(shown):
    (panel,) = shown(trade="series  period  figure\nprojects_count  2023  52").panels
    assert panel.marks[0].range == Interval(Fraction(52), Fraction(52))
    assert panel.marks[0].detail == ""


def test_a_figure_of_an_unnamed_authority_bears_a_star_and_a_note_says_whose_it_is_taken_for(shown):
    seen = shown(trade="period  figure  authority\n2021  $25.25 billion  .\n2022  $31.17 billion  GACC")
    assert [mark.label for mark in seen.panels[0].marks] == ["25.25*", "31.17"]
    assert "* The source does not say whose figure it is; read as one of GACC." in seen.notes
    assert "GACC: China's customs." in seen.notes


def test_no_star_where_nobody_names_an_authority(shown):
    seen = shown(trade="period  figure\n2021  $25.25 billion")
    assert seen.panels[0].marks[0].label == "25.25"
    assert seen.notes == ("Marks cover every value that the printed figure allows by its rounding.",)


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ("level  2022  over $1 billion", "arrow: open to that side"),
        ("level  2022  $24 billion\ngrowth  2022  up 20 percent", "hollow: implied by other claims"),
        ("level  2022  $24 billion\nlevel  2023-01/2023-05  $1 billion", "grey: part of a year"),
    ],
)
def test_the_key_explains_what_occurs(shown, rows, said):
    assert said in shown(trade=f"statement  period  figure\n{rows}").notes[0]


def test_growth_stands_between_its_periods_as_claimed_and_as_computed(bundled):
    folder, found = bundled
    (panel,) = picture(folder, "trade", found).panels
    assert [(str(note.start), str(note.end), note.claimed, note.computed) for note in panel.growth] == [
        ("1992", "2021", "nearly 70 times, over 60 times", "68.50–68.73 times"),
        ("2021", "2022", "+23.6 %", "23.40–23.49 %"),
        ("2022-01/2022-11", "2023-01/2023-11", "+62.3 %", ""),
    ]


def test_an_average_growth_is_computed_a_year(shown):
    (panel,) = shown(
        trade="""
            statement  period  base  figure
            level      2020    .     $10 billion
            level      2022    .     $12.1 billion
            growth     2022    2020  an average of 10 percent a year
        """
    ).panels
    assert [(note.claimed, note.computed) for note in panel.growth] == [
        ("+10 % a year", "7.12–13.10 % a year")
    ]


def test_the_facts_of_a_conflict_bear_its_number_and_others_none(bundled):
    folder, found = bundled
    seen = picture(folder, "trade", found)
    (panel,) = seen.panels
    assert {key[0] for key, mark in marks_of(panel).items() if mark.conflicts == (1,)} == {"2021", "2022"}
    assert [note.conflicts for note in panel.growth] == [(), (1,), ()]
    assert [note.number for note in seen.conflicts] == [1]
    assert seen.subtitle.endswith("Figures in red cannot all be true: see the numbered notes.")


def test_a_conflict_of_growth_claims_alone_is_announced_too(shown):
    seen = shown(
        trade="statement  period  figure\ngrowth  2022  up 20 percent\nlevel  2022  $5 billion\ngrowth  2022  up 30 percent"
    )
    assert [note.conflicts for note in seen.panels[0].growth] == [(1,)]
    assert [(mark.kind, mark.conflicts) for mark in seen.panels[0].marks] == [
        ("implied", (1,)),
        ("printed", ()),
    ]
    assert "Figures in red" in seen.subtitle


def test_without_a_conflict_nothing_is_red(shown):
    seen = shown(trade="period  figure\n2021  $25.25 billion")
    assert (seen.subtitle, seen.conflicts) == ("Billion dollars, authority not stated.", ())


def test_what_was_given_up_on_is_noted_but_accuses_nobody(make_folder):
    trade = "statement  period  figure\nlevel  2021  $1 billion\nlevel  2022  $9 billion\ngrowth  2022  up 5 percent"
    folder = read_folder(make_folder(trade=trade))
    seen = picture(folder, "trade", audit(folder, timeout=1e-9))
    assert seen.conflicts[0].text.startswith("Not decided whether these 3 facts can all be true")
    assert not any(mark.conflicts for mark in seen.panels[0].marks)


def test_growth_without_any_level_has_a_panel_in_percent(shown):
    first, second = shown(
        trade="statement  period  base  figure\ngrowth  2022  .  up 20 percent\nmultiple  2021  1992  nearly 70 times"
    ).panels
    assert (first.heading, first.unit, first.marks[0].label) == ("Trade turnover, growth", "%", "+20")
    assert first.marks[0].range.scaled(1 / first.one) == Interval(Fraction("19.5"), Fraction("20.5"))
    assert (second.heading, second.unit, second.marks[0].label) == (
        "Trade turnover, multiple",
        "times",
        "nearly 70 on 1992",
    )


def test_shares_and_changes_have_panels_of_their_own(shown):
    share, change = shown(
        trade="""
            statement  series    area  partner  period  base                         figure
            share      exports   KZ    CN       2022    series=turnover;partner=W00  15.6 percent
            change     turnover  CN    KZ       2022    2021                         up by 2.8 billion dollars
        """
    ).panels
    assert (share.heading, share.about) == (
        "Exports, share",
        "of trade turnover Kazakhstan–the world, authority not stated",
    )
    assert (change.heading, change.marks[0].label) == ("Trade turnover, change", "+2.8")


def test_amounts_in_another_currency_are_a_panel_of_their_own(shown):
    panels = shown(trade="period  figure  unit\n2022  $31.17 billion  .\n2022  2 billion yuan  CNY").panels
    assert [panel.unit for panel in panels] == ["billion dollars", "billion yuan"]


def test_panels_stand_in_the_order_of_the_file(bundled):
    folder, found = bundled
    headings = [panel.heading for panel in picture(folder, "projects", found).panels]
    assert headings == [
        "Joint projects",
        "Value of joint projects",
        "Renewable capacity with the partner's participation",
        "Companies on the partner's e-commerce platforms",
    ]


def test_sources_are_credited_once_each_the_oldest_first(shown):
    seen = shown(
        trade="period  figure  source\n2021  $25.25 billion  s1\n2022  $31.17 billion  s2\n2020  $20 billion  s2",
        sources="id  publisher  published\ns1  Daily  2023-09-19\ns2  Weekly  2022\ns3  Unused  2020",
    )
    assert [(one.source, one.publisher, one.published) for one in seen.credits] == [
        ("s2", "Weekly", "2022"),
        ("s1", "Daily", "19 Sep 2023"),
    ]


def test_too_many_series_or_lines_are_named_instead_of_drawn(shown):
    codes = [f"s{number}" for number in range(MOST_PANELS + 1)]
    series = "code  unit  kind  symmetric  negative  en\n" + "\n".join(
        f"{code}  USD  flow  no  no  Series {code}" for code in codes
    )
    trade = "series  period  figure\n" + "\n".join(f"{code}  2022  $1 billion" for code in codes)
    seen = shown(trade=trade, series=series)
    assert len(seen.panels) == MOST_PANELS
    assert f"Not drawn: series {codes[-1]}." in seen.notes


def test_of_too_many_lines_the_largest_stay(shown):
    rows = [f"lot {number}  2022  ${number} billion" for number in range(1, MOST_LINES + 3)]
    seen = shown(trade="scope  period  figure\n" + "\n".join(rows))
    assert {line.name for line in seen.panels[0].lines} == {
        f"lot {number}" for number in range(3, MOST_LINES + 3)
    }
    assert "Not drawn: 2 more lines of trade turnover." in seen.notes


def test_a_topic_without_figures_of_a_period_is_one_line(shown):
    with pytest.raises(
        CnkzError, match=r"^trade: read no figure with a period, expected a level, growth, .*$"
    ):
        shown(trade="statement  period  figure\nrank  2022  second largest\nlevel  .  $5 billion")


def test_an_unknown_topic_is_one_line(shown):
    with pytest.raises(CnkzError, match="no topic 'rail' in this folder, expected one of: trade"):
        shown("rail", trade="period  figure\n2022  $5 billion")


CROWD = "\n".join(
    [
        "id  statement  series  area  partner  period  figure  authority",
        *(
            f"y{year}  level  turnover  CN  KZ  {year}  ${year - 1990}.5 billion  GACC"
            for year in range(1992, 2023)
        ),
        *(
            f"r{year}  level  turnover  CN  KZ  {year}  ${year - 1990} billion  GACC"
            for year in range(2010, 2023)
        ),
        "part  level  turnover  CN  KZ  2022-01/2022-11  $29 billion  GACC",
        "other  level  turnover  143  CN  2022  $70 billion  GACC",
        "rail  level  rail_tonnage  CN  KZ  2022  23 million tons  KTZ",
    ]
)


def test_of_many_figures_one_pair_is_drawn_in_whole_years_the_finest_of_those_that_agree(make_folder):
    folder = read_folder(make_folder(trade=CROWD))
    shown = picture(folder, "trade", audit(folder))
    turnover, rail = shown.panels
    (line,) = turnover.lines
    assert [mark.label for mark in line.marks] == [f"{year - 1990}.5" for year in range(1992, 2023)]
    assert (turnover.left_out, rail.heading) == (1, "Rail freight")
    assert (
        "Of many figures only those of whole years are drawn, the finest where several agree." in shown.notes
    )


def test_of_many_figures_those_in_a_conflict_that_is_told_are_all_drawn(make_folder):
    folder = read_folder(make_folder(trade=f"{CROWD}\nodd  level  turnover  CN  KZ  2015  $31 billion  GACC"))
    shown = picture(folder, "trade", audit(folder))
    marks = [mark for mark in shown.panels[0].marks if mark.period == Period.year(2015)]
    told = {mark.label for mark in marks if mark.conflicts}
    assert told in ({"25", "31"}, {"25.5", "31"})


def test_conflicts_beyond_those_told_have_no_number(make_folder):
    odd = "\n".join(
        f"o{year}  level  turnover  CN  KZ  {year}  ${2 * (year - 1990)}.9 billion  GACC"
        for year in range(2000, 2009)
    )
    folder = read_folder(make_folder(trade=f"{CROWD}\n{odd}"))
    shown = picture(folder, "trade", audit(folder))
    assert len(shown.conflicts) > MOST_NOTES
    assert {number for mark in shown.panels[0].marks for number in mark.conflicts} <= {
        *range(1, MOST_NOTES + 1)
    }
