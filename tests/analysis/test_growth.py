"""Growth from printed levels, or from what other claims imply, beside what sources claim of it."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.analysis.growth import GrowthRow, growth
from cnkz_stats.analysis.levels import IMPLIED, PUBLISHED, printed_level
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.interval import Interval, root
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.books import facts_of

FIRST_EXAMPLE = """
    id      statement  period  base  figure              source
    first   level      1992    .     $368 million        s1
    before  level      2021    .     $25.25 billion      s1
    after   level      2022    .     $31.17 billion      s2
    growth  growth     2022    .     up 23.6 percent     s2
    near    multiple   2021    1992  nearly 70 times     s1
    past    multiple   2021    1992  more than 60 times  s3
"""


@pytest.fixture
def rows_of(make_folder):
    """The growth of a folder of claims about trade."""
    return lambda trade, series=None, tables=None, **options: growth(
        read_folder(make_folder(trade=trade, **(tables or {}))), series, **options
    )


def pairs(rows: list[GrowthRow]) -> list[tuple[str, str]]:
    return [(str(row.start), str(row.end)) for row in rows]


def test_the_first_example_multiplied_by_68_and_a_half(rows_of) -> None:
    rows = rows_of(FIRST_EXAMPLE)
    row = rows[pairs(rows).index(("1992", "2021"))]
    assert row.multiple == Interval(
        Fraction("25245") / Fraction("368.5"), Fraction("25255") / Fraction("367.5")
    )
    assert range_text(row.multiple, digits=5) == "68.507–68.722"
    assert row.rate == row.multiple.shifted(Fraction(-1))
    assert (row.years, row.basis, row.claims) == (29, PUBLISHED, ("before", "first"))
    assert [(one.claim.id, one.agrees) for one in row.claimed] == [("near", True), ("past", True)]


def test_printed_levels_speak_for_themselves_beside_a_claim_they_contradict(rows_of) -> None:
    rows = rows_of(FIRST_EXAMPLE, start=Period.year(2021), end=Period.year(2022))
    (row,) = rows
    assert percent_text(row.rate) == "23.401–23.490 %"
    assert [(one.claim.id, percent_text(one.range), one.agrees) for one in row.claimed] == [
        ("growth", "23.55–23.65 %", False)
    ]


@pytest.mark.parametrize(
    ("trade", "expected"),
    [
        pytest.param(
            FIRST_EXAMPLE, [("1992", "2021"), ("2021", "2022"), ("1992", "2022")], id="claimed and whole"
        ),
        pytest.param(
            """
            period  figure
            2020    $20 billion
            2021    $25 billion
            2022    $31 billion
            """,
            [("2020", "2021"), ("2021", "2022"), ("2020", "2022")],
            id="each year and the whole",
        ),
        pytest.param(
            """
            period           figure
            2021-01/2021-11  $22 billion
            2022-01/2022-11  $28 billion
            """,
            [("2021-01/2021-11", "2022-01/2022-11")],
            id="the same months",
        ),
        pytest.param(
            """
            period           figure
            2021             $25 billion
            2022-01/2022-11  $28 billion
            """,
            [],
            id="other months are not compared",
        ),
        pytest.param("period  figure\n2021  $25 billion", [], id="one level"),
        pytest.param(
            "statement  period  figure\ngrowth  2022  up 23.6 percent", [("2021", "2022")], id="growth alone"
        ),
    ],
)
def test_which_periods_are_compared(rows_of, trade: str, expected: list[tuple[str, str]]) -> None:
    assert sorted(pairs(rows_of(trade))) == sorted(expected)


THREE = """
    period  figure
    2019    $14.3 billion
    2020    $20.0 billion
    2022    $31.0 billion
"""


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        ("2019", "2022", [("2019", "2022")]),
        ("2020", None, [("2020", "2022")]),
        (None, "2020", [("2019", "2020")]),
        ("2022", "2019", []),
        ("2019", "2019", []),
        ("2018", "2022", []),
        ("2019", "2021", []),
    ],
)
def test_from_and_to_a_period_asked_for(
    rows_of, start: str | None, end: str | None, expected: list[tuple[str, str]]
) -> None:
    ends = {name: Period.parse(text) for name, text in (("start", start), ("end", end)) if text is not None}
    assert pairs(rows_of(THREE, **ends)) == expected


def test_a_level_that_nobody_printed_is_implied_by_others(rows_of) -> None:
    rows = rows_of(
        """
        id      statement  period  base  figure
        after   level      2022    .     $31.17 billion
        growth  growth     2022    .     up 23.6 percent
        times   multiple   2021    1992  68.6 times as much
        """
    )
    by_pair = dict(zip(pairs(rows), rows, strict=True))
    row = by_pair["1992", "2022"]
    assert (row.basis, row.claims) == (IMPLIED, ("growth", "times"))
    assert row.multiple == Interval(
        Fraction("68.55") * Fraction("1.2355"), Fraction("68.65") * Fraction("1.2365")
    )
    assert by_pair["2021", "2022"].basis == IMPLIED


def test_a_claim_is_never_compared_with_itself_nor_with_others_that_contradict_each_other(rows_of) -> None:
    (row,) = rows_of("id  statement  period  figure\na  growth  2022  up 23.6 percent")
    assert [(one.claim.id, one.agrees) for one in row.claimed] == [("a", None)]
    two = rows_of(
        """
        id  statement  period  figure
        a   growth     2022    up 23.6 percent
        b   growth     2022    up 23.64 percent
        c   growth     2022    up 25 percent
        """
    )
    assert {one.claim.id: one.agrees for one in two[0].claimed} == {"a": None, "b": None, "c": False}
    agreeing = rows_of(
        """
        id  statement  period  figure
        a   growth     2022    up 23.6 percent
        b   growth     2022    up 23.64 percent
        """
    )
    assert {one.claim.id: one.agrees for one in agreeing[0].claimed} == {"a": True, "b": True}


def test_an_average_over_years_is_compared_as_the_power_it_means(rows_of) -> None:
    (row,) = rows_of(
        """
        id   statement  period  base  figure
        old  level      2013    .     $3120.4 million
        new  level      2024    .     $6741.5 million
        avg  growth     2024    2013  up 7.3 percent a year
        sum  growth     2024    2013  up 116 percent
        """
    )
    assert row.years == 11
    assert {one.claim.id: one.agrees for one in row.claimed} == {"avg": True, "sum": True}
    assert row.cagr is not None
    assert percent_text(row.cagr) == "7.2537–7.2542 %"


def test_periods_of_other_months_have_no_rate_a_year(rows_of) -> None:
    (row,) = rows_of(
        """
        period   figure
        2021-05  $2.0 billion
        2022     $31.0 billion
        """,
        start=Period.parse("2021-05"),
        end=Period.parse("2022"),
    )
    assert (row.years, row.cagr) == (None, None)


LEVELS = [
    pytest.param(["$25 billion  s1", "$25.2 billion  s1"], "25.15–25.25", id="both allow it"),
    pytest.param(["$31.17 billion  s1", "$24.1 billion  s2"], "24.050–31.175", id="one against one"),
    pytest.param(
        ["$41.02 billion  s1", "$41 billion  s2", "$40 billion  s3"], "41.015–41.025", id="two against one"
    ),
    pytest.param(["$17 billion  s1", "$18 billion  s2"], "16.5–18.5", id="an end in common is not agreement"),
    pytest.param(
        ["$24.1 billion  s1", "$24.1 billion  s2", "$40 billion  s3", "$40.1 billion  s3"],
        "24.05–24.15",
        id="documents count, not figures",
    ),
    pytest.param(["over $41 billion  s1", "$41.02 billion  s2"], "41.015–41.025", id="over is a side"),
    pytest.param(["under $24 billion  s1", "over $20 billion  s2"], "20–24", id="two sides"),
    pytest.param(["under $24 billion  s1", "over $25 billion  s2"], "any", id="two sides that clash"),
    pytest.param(["under $24 billion  s1"], "under 24", id="one side"),
]


@pytest.mark.parametrize(("printed", "expected"), LEVELS)
def test_a_level_is_what_most_documents_print(make_folder, printed: list[str], expected: str) -> None:
    lines = "\n".join(f"2022  {line}" for line in printed)
    folder = read_folder(make_folder(trade=f"period  figure  source\n{lines}"))
    for facts in (facts_of(folder), facts_of(folder)[::-1]):
        assert range_text(printed_level(facts, folder).range, scale=10**9) == expected


def test_a_level_rests_on_those_that_agree(rows_of) -> None:
    (row,) = rows_of(
        """
        id    period  figure          source
        was   2021    $25.25 billion  s1
        a     2022    $31.17 billion  s1
        b     2022    $31.2 billion   s2
        odd   2022    $24.1 billion   s3
        """
    )
    assert row.claims == ("a", "b", "was")


def test_what_nobody_prints_is_added_up_from_parts_of_one_edition(rows_of) -> None:
    rows = rows_of(
        """
        id   statement  series    period  vintage  figure
        a    level      exports   2021    2023-05  $10.0 billion
        b    level      imports   2021    2023-05  $15.0 billion
        old  level      exports   2021    2022-11  $20.0 billion
        c    level      turnover  2022    .        $30.0 billion
        d    growth     turnover  2022    .        up 20 percent
        """,
        "turnover",
        tables={
            "identities": "id  left      relation  right              why\nt   turnover  =         exports + imports  so"
        },
    )
    assert [(row.basis, row.claims) for row in rows] == [(IMPLIED, ("a", "b", "c"))]
    assert rows[0].multiple == Interval(
        Fraction("29.95") / Fraction("25.1"), Fraction("30.05") / Fraction("24.9")
    )
    assert [one.agrees for one in rows[0].claimed] == [True]


def test_of_several_editions_the_last_one_is_compared(rows_of) -> None:
    (row,) = rows_of(
        """
        id     period  vintage  figure
        press  2021    .        $25.25 billion
        old    2021    2022-01  $25.24 billion
        new    2021    2023-01  $25.22 billion
        after  2022    2023-01  $31.17 billion
        """
    )
    assert row.claims == ("after", "new")


def test_a_hedged_level_bounds_growth_on_the_side_it_speaks_of(rows_of) -> None:
    (row,) = rows_of(
        """
        period  figure
        2021    $25.0 billion
        2022    over $31 billion
        """
    )
    assert row.multiple == Interval(Fraction(31) / Fraction("25.05"), None, lo_open=True)


def test_each_book_grows_by_itself(rows_of) -> None:
    rows = rows_of(
        """
        period  authority  figure
        2021    GACC       $25.25 billion
        2022    GACC       $31.17 billion
        2021    BNS        $18.0 billion
        2022    BNS        $24.1 billion
        2022    KTZ        $40 billion
        """
    )
    assert [(row.quantity.authority, *pair) for row, pair in zip(rows, pairs(rows), strict=True)] == [
        ("BNS", "2021", "2022"),
        ("GACC", "2021", "2022"),
    ]


def test_one_authority_on_request(rows_of) -> None:
    rows = rows_of(
        """
        period  authority  figure
        2021    GACC       $25.25 billion
        2022    GACC       $31.17 billion
        2021    BNS        $18.0 billion
        2022    BNS        $24.1 billion
        """,
        authority="BNS",
    )
    assert [row.quantity.authority for row in rows] == ["BNS"]


@pytest.mark.parametrize("name", ["imports", "exports"])
def test_a_series_is_found_by_either_of_its_names(rows_of, name: str) -> None:
    rows = rows_of(
        """
        series    period  figure
        imports   2021    $12 billion
        imports   2022    $15 billion
        turnover  2021    $25 billion
        turnover  2022    $31 billion
        """,
        name,
    )
    assert [(row.quantity.series, row.quantity.area) for row in rows] == [("exports", "KZ")]


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (
            {"series": "turnovers"},
            r"no series 'turnovers' in this folder, expected one of: .*turnover, perhaps turnover$",
        ),
        ({"series": "grain"}, r"no series 'grain' in this folder, expected one of: [^?]*turnover$"),
        (
            {"authority": "GAC"},
            r"no authority 'GAC' in this folder, expected one of: BNS, GACC, KTZ, perhaps GACC$",
        ),
    ],
)
def test_an_unknown_name_is_answered_with_those_there_are(
    rows_of, asked: dict[str, str], message: str
) -> None:
    with pytest.raises(CnkzError, match=message):
        rows_of("period  figure\n2021  $25 billion", **asked)


@pytest.mark.parametrize(
    "trade",
    [
        pytest.param(
            "series  period  figure\nbalance  2021  -$2 billion\nbalance  2022  $3 billion", id="negative"
        ),
        pytest.param(
            "series  period  figure\nbalance  2021  $2 billion\nbalance  2022  -$3 billion",
            id="to a negative",
        ),
        pytest.param("statement  period  base  figure\nchange  2022  2021  up $2 billion", id="a difference"),
        pytest.param("statement  period  figure\ntarget  2030  $100 billion", id="a target"),
    ],
)
def test_what_does_not_grow_has_no_row(rows_of, trade: str) -> None:
    assert rows_of(trade) == []


POSITIVE = st.fractions(min_value=Fraction(1, 1000), max_value=1000, max_denominator=1000)


@given(st.lists(POSITIVE, min_size=2, max_size=2).map(sorted), st.integers(1, 40))
def test_a_root_is_rounded_outward_by_less_than_a_unit_of_the_last_decimal(
    ends: list[Fraction], degree: int
) -> None:
    found = root(Interval(*ends), degree)
    assert found.lo is not None
    assert found.hi is not None
    unit = Fraction(1, 10**15)
    assert found.lo**degree <= ends[0] < (found.lo + unit) ** degree
    assert (found.hi - unit) ** degree < ends[1] <= found.hi**degree


@pytest.mark.parametrize(
    ("number", "degree", "expected"), [("8", 3, "2"), ("2.25", 2, "1.5"), ("0", 5, "0"), ("7", 1, "7")]
)
def test_a_root_that_comes_out_is_exact(number: str, degree: int, expected: str) -> None:
    value = Interval(Fraction(number), Fraction(number))
    assert root(value, degree) == Interval(Fraction(expected), Fraction(expected))


def test_a_root_keeps_missing_and_open_ends() -> None:
    assert root(Interval(Fraction(4), None, lo_open=True), 2) == Interval(Fraction(2), None, lo_open=True)
    assert root(Interval(None, Fraction(9)), 2) == Interval(None, Fraction(3))
