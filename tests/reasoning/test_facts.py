"""Facts: what claims with one relation and one range say together."""

from fractions import Fraction

import pytest

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.facts import claim_range, fact_of, is_counted, merged, origin


def ids(facts) -> list[list[str]]:
    return [[claim.id for claim in fact.claims] for fact in facts]


def test_translations_and_reposts_are_one_fact_with_english_first(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  period  figure               source
            a   2022    311.7亿美元           zh
            b   2022    31,17 млрд долларов  ru
            c   2022    $31.17 billion       en
            d   2022    31.17 billion        copy
        """,
        sources="""
            id    language  copy_of
            zh    zh        .
            ru    ru        .
            en    en        .
            copy  en        en
        """,
    )
    assert ids(facts_of(folder)) == [["c", "d", "a", "b"]]


@pytest.mark.parametrize(
    ("figure", "other"),
    [
        ("$31.17 billion", "$31.2 billion"),  # another precision is another range
        ("$31.20 billion", "$31.2 billion"),
        ("$31 billion", "over $31 billion"),
    ],
)
def test_another_range_is_another_fact(folder_of, figure: str, other: str) -> None:
    folder = folder_of(trade=f"period  figure\n2022  {figure}\n2022  {other}")
    assert len(facts_of(folder)) == 2


@pytest.mark.parametrize(
    ("column", "value"),
    [("period", "2021"), ("authority", "BNS"), ("scope", "goods"), ("vintage", "2023-01"), ("area", "RU")],
)
def test_another_relation_is_another_fact(folder_of, column: str, value: str) -> None:
    cells = {
        "period": "2022",
        "authority": "GACC",
        "scope": "",
        "vintage": "",
        "area": "CN",
        "figure": "$31 billion",
    }
    rows = [cells, cells | {column: value}]
    folder = folder_of(trade="\n".join([",".join(cells), *(",".join(row.values()) for row in rows)]))
    assert len(facts_of(folder)) == 2


def test_one_flow_has_one_name(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  series    area  partner  period  figure
            a   exports   CN    KZ       2022    $16.4 billion
            b   imports   KZ    CN       2022    $16.4 billion
            c   turnover  CN    KZ       2022    $31.2 billion
            d   turnover  KZ    CN       2022    $31.2 billion
            e   exports   KZ    CN       2022    $16.4 billion
        """
    )
    assert ids(facts_of(folder)) == [["a", "b"], ["c", "d"], ["e"]]


def test_targets_ranks_and_claims_without_a_period_never_constrain(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  statement  period  figure
            a   target     2030    $100 billion
            b   rank       2022    third
            c   level      .       $31 billion
            d   level      2022    $31 billion
        """
    )
    assert ids(facts_of(folder)) == [["d"]]


@pytest.mark.parametrize(
    ("row", "base", "years"),
    [
        ("growth  2022  .  up 23.6 percent", "2021", None),
        ("growth  2022-01/2022-11  .  up 28 percent", "2021-01/2021-11", None),
        ("growth  2022  2020  up 45 percent", "2020", None),
        ("growth  2024  2013  up 7.3 percent a year", "2013", 11),
        ("growth  2022  .  up 7.3 percent a year on average", "2021", 1),
        ("multiple  2022  1992  nearly 70 times", "1992", None),
        ("change  2022  2021  up $1.2 billion", "2021", None),
        ("level  2022  .  $31 billion", None, None),
    ],
)
def test_what_a_claim_compares_with(folder_of, row: str, base: str | None, years: int | None) -> None:
    folder = folder_of(trade=f"statement  period  base  figure\n{row}")
    (fact,) = facts_of(folder)
    assert fact.years == years
    assert (None if fact.base is None else str(fact.base.period)) == base
    if fact.base is not None:
        assert fact.base._replace(period=fact.quantity.period) == fact.quantity


@pytest.mark.parametrize(
    ("base", "changed"),
    [
        ("partner=W00", {"partner": "W00"}),
        ("series=exports", {"series": "exports"}),
        ("area=RU;partner=CN", {"area": "CN", "partner": "RU"}),
    ],
)
def test_a_share_is_a_part_of_a_whole_that_differs_in_what_its_base_says(
    folder_of, base: str, changed: dict[str, str]
) -> None:
    folder = folder_of(trade=f"statement  period  base  figure\nshare  2022  {base}  21.3 percent")
    (fact,) = facts_of(folder)
    assert fact.statement is Statement.SHARE
    assert fact.base == fact.quantity._replace(**changed)


def test_a_fact_about_another_period_and_book_on_request(folder_of) -> None:
    folder = folder_of(trade="statement  period  figure\ngrowth  2022  up 23.6 percent")
    (claim,) = folder.claims
    fact = fact_of(
        claim, folder, authority="BNS", period=Period.parse("2020"), base_period=Period.parse("2018")
    )
    assert fact.base is not None
    assert (fact.quantity.period, fact.base.period) == (Period.parse("2020"), Period.parse("2018"))
    assert fact.quantity.authority == fact.base.authority == "BNS"


def test_the_printed_reading_is_the_range_and_the_certain_one_is_beside_it(folder_of) -> None:
    folder = folder_of(trade="statement  period  base  figure\nmultiple  2022  1992  more than 60 times")
    (fact,) = facts_of(folder)
    assert fact.range == fact.readings[0].range == Interval(Fraction(60), Fraction(120), lo_open=True)
    assert fact.certain == claim_range(folder.claims[0]) == Interval(Fraction(60), None, lo_open=True)


@pytest.mark.parametrize(
    ("series", "statement", "figure", "counted"),
    [
        ("projects_count", "level", "52 projects", True),
        ("projects_count", "change", "up 2 projects", True),
        ("projects_count", "growth", "up 10 percent", False),
        ("turnover", "level", "$31 billion", False),
        ("rail_tonnage", "level", "23 million tonnes", False),
    ],
)
def test_only_what_is_counted_one_by_one_is_exact_to_the_last_zero(
    folder_of, series: str, statement: str, figure: str, counted: bool
) -> None:
    base = "2021" if statement == "change" else "."
    folder = folder_of(
        trade=f"series  statement  period  base  figure\n{series}  {statement}  2022  {base}  {figure}"
    )
    assert is_counted(folder.claims[0]) is counted


def test_a_capacity_is_an_amount_and_not_counted(folder_of) -> None:
    folder = folder_of(
        trade="series         period  figure\nrail_capacity  2022    20 million tonnes",
        series="code  unit  kind  symmetric  negative  revision  en\nrail_capacity  t/year  stock  yes  no  .  Capacity",
    )
    assert not is_counted(folder.claims[0])


def test_the_id_of_a_fact_is_what_it_says_not_who_says_it(folder_of) -> None:
    one, other = (
        facts_of(folder_of(trade=f"id  period  figure  source\n{claim}  2022  {figure}  {source}"))[0]
        for claim, figure, source in (("a", "$31.2 billion", "s1"), ("b", "312亿美元", "s2"))
    )
    assert one.id == other.id
    (third,) = facts_of(folder_of(trade="id  period  figure  source\na  2022  $31.20 billion  s1"))
    assert third.id != one.id


def test_merging_facts_keeps_every_claim_and_the_order_of_ids(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  period  figure
            b   2022    $31.2 billion
            a   2021    $25.2 billion
            c   2022    31.2 billion
        """
    )
    facts = [fact_of(claim, folder, authority="") for claim in folder.claims]
    assert ids(merged(facts)) == [["a"], ["b", "c"]]
    assert ids(merged(reversed(facts))) == [["a"], ["c", "b"]]


def test_the_origin_of_a_document_is_at_the_end_of_the_chain(folder_of) -> None:
    folder = folder_of(
        trade="period  figure  source\n2022  $31 billion  c",
        sources="""
            id  copy_of
            a   .
            b   a
            c   b
        """,
    )
    assert [origin(source, folder) for source in "abc"] == ["a", "a", "a"]
