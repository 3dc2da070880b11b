"""What holds without any source saying it: no negative flows, parts of wholes, identities."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.constraints import Constraint
from cnkz_stats.reasoning.laws import laws
from cnkz_stats.reasoning.tiling import part_periods

SERIES = """
    code            unit      kind   symmetric  negative  revision  en
    turnover        USD       flow   yes        no        0.5%      Turnover
    exports         USD       flow   no         no        0.5%      Exports
    imports         USD       flow   no         no        0.5%      Imports
    balance         USD       flow   no         yes       .         Balance
    margin          USD       flow   no         no        .         Margin
    projects_count  projects  stock  no         no        .         Projects
"""
SUM = """
    id   left      relation  right              why
    sum  turnover  =         exports + imports  both flows together
"""


def written(row: Constraint) -> str:
    """A row with each quantity by what sets it apart."""
    terms = " ".join(
        f"{'+' if coefficient > 0 else ''}{coefficient}*{named(one)}"
        for one, coefficient in sorted(row.terms)
    )
    return f"{terms} {'<' if row.strict else '<='} {row.bound}"


def named(one: Quantity) -> str:
    columns = (one.series, one.area, one.partner, one.scope, str(one.period), one.unit, *one.book)
    return "/".join(filter(None, columns))


@pytest.fixture
def laws_of(folder_of):
    """The laws of a folder as text with their reasons, without "it cannot be negative"."""

    def find(**tables: str) -> dict[str, str]:
        folder = folder_of(series=SERIES, **tables)
        spoken = {quantity for fact in facts_of(folder) for quantity in fact.quantities}
        found = [(written(row), row.origin.why) for row in laws(spoken, folder)]
        assert len(found) == len(dict(found))
        return {text: why for text, why in found if why != "it cannot be negative"}

    return find


def test_what_cannot_be_negative_is_at_least_zero_and_a_balance_may_be_below(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        trade="""
            series    period  figure
            turnover  2022    $31 billion
            balance   2022    -$2 billion
        """,
    )
    spoken = {quantity for fact in facts_of(folder) for quantity in fact.quantities}
    assert [written(row) for row in laws(spoken, folder)] == ["-1*turnover/CN/KZ/2022/USD <= 0"]


def test_a_province_is_part_of_its_country_whichever_side_it_stands_on(laws_of) -> None:
    found = laws_of(
        trade="""
            series    area   partner  period  figure
            exports   CN-XJ  KZ       2022    $9 billion
            exports   CN     KZ       2022    $16 billion
            exports   KZ     CN-XJ    2022    $3 billion
            exports   KZ     CN       2022    $15 billion
            turnover  CN-XJ  KZ       2022    $12 billion
            turnover  KZ     CN       2022    $31 billion
            balance   CN-XJ  KZ       2022    $6 billion
            balance   CN     KZ       2022    $1 billion
        """
    )
    assert found == {
        "-1*exports/CN/KZ/2022/USD +1*exports/CN-XJ/KZ/2022/USD <= 0": "CN-XJ is part of CN",
        "-1*exports/KZ/CN/2022/USD +1*exports/KZ/CN-XJ/2022/USD <= 0": "CN-XJ is part of CN",
        "-1*turnover/CN/KZ/2022/USD +1*turnover/CN-XJ/KZ/2022/USD <= 0": "CN-XJ is part of CN",
    }


def test_one_flow_in_two_monies_is_joined_by_the_rate_of_its_year(laws_of) -> None:
    found = laws_of(
        trade="""
            series   period  unit  figure
            exports  2023    .     $24.7 billion
            exports  2023    CNY   174 billion yuan
            exports  2022    CNY   110 billion yuan
            balance  2023    .     $8 billion
            balance  2023    CNY   56 billion yuan
        """,
        exchange_rates="""
            currency  year  rate  source  vintage  note
            CNY       2023  7.00  s1      .        .
            CNY       2022  7.00  s1      .        .
            CNY       2024  7.00  s1      .        .
        """,
    )
    assert found == {
        "+1*exports/CN/KZ/2023/CNY -189/25*exports/CN/KZ/2023/USD <= 0": "a dollar cost 6.44–7.56 yuan in 2023",
        "-1*exports/CN/KZ/2023/CNY +161/25*exports/CN/KZ/2023/USD <= 0": "a dollar cost 6.44–7.56 yuan in 2023",
    }


@pytest.mark.parametrize(
    ("column", "value"),
    [("authority", "BNS"), ("period", "2021"), ("scope", "goods"), ("unit", "CNY"), ("vintage", "2023-01")],
)
def test_a_part_and_a_whole_agree_in_all_else(laws_of, column: str, value: str) -> None:
    cells = {
        "period": "2022",
        "authority": "GACC",
        "scope": "",
        "unit": "",
        "vintage": "",
        "figure": "9 billion",
    }
    part = cells | {"area": "CN-XJ"}
    whole = cells | {"area": "CN"}
    for different, count in (({}, 1), ({column: value}, 0)):
        rows = [part, whole | different]
        table = "\n".join([",".join(part), *(",".join(row[name] for name in part) for row in rows)])
        assert len(laws_of(trade=table)) == count


@pytest.mark.parametrize(
    ("periods", "expected"),
    [
        ("2022 2022-05", ["2022-05 in 2022"]),
        ("2022 2022-01/2022-11", ["2022-01/2022-11 in 2022"]),
        ("2022 2022-05 2022-05-03", ["2022-05 in 2022", "2022-05-03 in 2022-05"]),
        ("2022 2021-05", []),
        ("2022-01/2022-04 2022-03/2022-06", []),
        (
            "2022 2022-01/2022-06 2022-07/2022-12",
            [
                "2022-01/2022-06 + 2022-07/2022-12 = 2022",
                "2022-01/2022-06 in 2022",
                "2022-07/2022-12 in 2022",
            ],
        ),
        (
            "2022 2022-Q1 2022-Q2 2022-Q3 2022-Q4",
            [
                "2022-Q1 + 2022-Q2 + 2022-Q3 + 2022-Q4 = 2022",
                "2022-Q1 in 2022",
                "2022-Q2 in 2022",
                "2022-Q3 in 2022",
                "2022-Q4 in 2022",
            ],
        ),
        (
            "2022 2022-01/2022-11 2022-12 2022-01/2022-10 2022-11",
            [
                "2022-01/2022-10 + 2022-11 + 2022-12 = 2022",
                "2022-01/2022-10 + 2022-11 = 2022-01/2022-11",
                "2022-01/2022-10 in 2022-01/2022-11",
                "2022-01/2022-11 + 2022-12 = 2022",
                "2022-01/2022-11 in 2022",
                "2022-11 in 2022-01/2022-11",
                "2022-12 in 2022",
            ],
        ),
        (
            "2013/2022 2020 2021 2022",
            [
                "2020 + 2021 + 2022 in 2013/2022",
                "2020 in 2013/2022",
                "2021 in 2013/2022",
                "2022 in 2013/2022",
            ],
        ),
        (
            "2022 2022-01/2022-09 2022-11 2022-07/2022-12 2022-01/2022-05",
            [
                "2022-01/2022-05 + 2022-07/2022-12 in 2022",
                "2022-01/2022-05 in 2022-01/2022-09",
                "2022-01/2022-09 + 2022-11 in 2022",
                "2022-01/2022-09 in 2022",
                "2022-07/2022-12 in 2022",
                "2022-11 in 2022-07/2022-12",
            ],
        ),
    ],
)
def test_parts_of_periods(periods: str, expected: list[str]) -> None:
    found = part_periods(frozenset(map(Period.parse, periods.split())))
    assert (
        sorted(
            f"{' + '.join(map(str, parts.periods))} {'=' if parts.tile else 'in'} {whole}"
            for parts, whole in found
        )
        == expected
    )


MONTHS = st.integers(1, 12)
SPANS = st.sets(st.tuples(MONTHS, MONTHS).map(sorted).map(tuple), min_size=2, max_size=6)


@given(SPANS)
def test_parts_lie_in_their_whole_one_after_the_other(spans: set[tuple[int, int]]) -> None:
    periods = frozenset(Period.parse(f"2022-{first:02}/2022-{last:02}") for first, last in spans)
    for parts, whole in part_periods(periods):
        assert all(part in whole for part in parts.periods)
        assert all(one.last < other.first for one, other in pairwise(parts.periods))


def test_months_of_a_flow_lie_in_their_year_and_those_of_a_stock_do_not(laws_of) -> None:
    found = laws_of(
        trade="""
            series          period   figure
            turnover        2022     $31 billion
            turnover        2022-05  $3 billion
            projects_count  2022     52 projects
            projects_count  2022-05  50 projects
            balance         2022     $2 billion
            balance         2022-05  $5 billion
        """
    )
    assert found == {"-1*turnover/CN/KZ/2022/USD +1*turnover/CN/KZ/2022-05/USD <= 0": "2022-05 lies in 2022"}


def test_what_tiles_a_period_adds_up_to_it(laws_of) -> None:
    found = laws_of(
        trade="""
            period           figure
            2022             $31 billion
            2022-01/2022-11  $28 billion
            2022-12          $3 billion
        """
    )
    whole = (
        "+1*turnover/CN/KZ/2022-01/2022-11/USD -1*turnover/CN/KZ/2022/USD +1*turnover/CN/KZ/2022-12/USD <= 0"
    )
    turned = (
        "-1*turnover/CN/KZ/2022-01/2022-11/USD +1*turnover/CN/KZ/2022/USD -1*turnover/CN/KZ/2022-12/USD <= 0"
    )
    assert {text for text, why in found.items() if "make up" in why} == {whole, turned}
    assert found[whole] == "2022-01/2022-11 and 2022-12 make up 2022"


def test_an_identity_holds_once_for_every_book_period_and_pair_that_two_terms_are_spoken_of_in(
    laws_of,
) -> None:
    found = laws_of(
        trade="""
            series    area  partner  period  authority  figure
            turnover  KZ    CN       2022    BNS        $24.1 billion
            exports   KZ    CN       2022    BNS        $13.2 billion
            imports   KZ    CN       2022    BNS        $11 billion
            turnover  CN    KZ       2021    BNS        $18 billion
            turnover  CN    KZ       2022    GACC       $31.2 billion
            exports   CN    KZ       2022    GACC       $16.4 billion
            exports   CN    RU       2022    GACC       $76 billion
        """,
        identities=SUM,
    )
    assert set(found.values()) == {"both flows together"}
    assert set(found) == {
        "-1*exports/CN/KZ/2022/USD/BNS -1*exports/KZ/CN/2022/USD/BNS +1*turnover/CN/KZ/2022/USD/BNS <= 0",
        "+1*exports/CN/KZ/2022/USD/BNS +1*exports/KZ/CN/2022/USD/BNS -1*turnover/CN/KZ/2022/USD/BNS <= 0",
        "-1*exports/CN/KZ/2022/USD/GACC -1*exports/KZ/CN/2022/USD/GACC +1*turnover/CN/KZ/2022/USD/GACC <= 0",
        "+1*exports/CN/KZ/2022/USD/GACC +1*exports/KZ/CN/2022/USD/GACC -1*turnover/CN/KZ/2022/USD/GACC <= 0",
    }


def test_an_identity_may_be_an_inequality_with_factors(laws_of) -> None:
    found = laws_of(
        trade="""
            series   period  figure
            exports  2022    $16 billion
            margin   2022    $1 billion
        """,
        identities="""
            id   left    relation  right          why
            cap  margin  <=        0.2 * exports  freight costs a fifth at most
        """,
    )
    assert found == {
        "-1/5*exports/CN/KZ/2022/USD +1*margin/CN/KZ/2022/USD <= 0": "freight costs a fifth at most"
    }


def test_a_term_may_fix_columns_of_its_own(laws_of) -> None:
    found = laws_of(
        trade="""
            series    scope  period  figure
            turnover  .      2022    $31 billion
            turnover  goods  2022    $30 billion
        """,
        identities="""
            id     left      relation  right                                                why
            parts  turnover  =         turnover[scope=goods] + turnover[scope=services]  goods and services
        """,
    )
    whole = "turnover/CN/KZ/2022/USD"
    goods, services = "turnover/CN/KZ/goods/2022/USD", "turnover/CN/KZ/services/2022/USD"
    assert set(found) == {
        f"+1*{whole} -1*{goods} -1*{services} <= 0",
        f"-1*{whole} +1*{goods} +1*{services} <= 0",
    }


def test_an_identity_of_scopes_holds_for_the_whole_not_within_a_scope(laws_of) -> None:
    """Read within the goods it would say that services and fees are nothing."""
    found = laws_of(
        trade="""
            series    scope     period  figure
            turnover  .         2022    $31 billion
            turnover  goods     2022    $30 billion
            turnover  services  2022    $1 billion
            turnover  fees      2022    $0.1 billion
        """,
        identities="""
            id     left      relation  right                                                                           why
            parts  turnover  =         turnover[scope=goods] + turnover[scope=services] + turnover[scope=fees]  all there is
        """,
    )
    assert len(found) == 2
    assert all("turnover/CN/KZ/2022/USD" in text for text in found)


def test_terms_may_fix_different_columns_as_long_as_all_fix_those_of_the_whole(laws_of) -> None:
    found = laws_of(
        trade="""
            series    area  partner  scope    period  figure
            turnover  CN    KZ       .        2022    $31 billion
            exports   KZ    CN       .        2022    $13 billion
            margin    KZ    .        transit  2022    $2 billion
        """,
        identities="""
            id     left              relation  right                                                                   why
            kinds  turnover[scope=]  =         exports[scope=] + imports[scope=] + margin[area=KZ;partner=;scope=transit]  all there is
        """,
    )
    assert len(found) == 2
    assert all("margin/KZ/transit/2022/USD" in text for text in found)


def test_an_identity_in_another_unit_keeps_to_that_unit(laws_of) -> None:
    found = laws_of(
        trade="""
            series    period  unit  figure
            turnover  2022    CNY   2000亿元
            exports   2022    CNY   1000亿元
        """,
        identities=SUM,
    )
    assert len(found) == 2
    assert all(text.count("/CNY") == 3 and "/USD" not in text for text in found)


def test_a_law_of_two_books_never_mixes_them(laws_of) -> None:
    found = laws_of(
        trade="""
            series    period  authority  figure
            turnover  2022    GACC       $31.2 billion
            exports   2022    BNS        $13.2 billion
        """,
        identities=SUM,
    )
    assert found == {}


def test_all_laws_are_closed_and_about_nothing_but_zero(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        trade="""
            series    period   figure
            turnover  2022     $31.2 billion
            exports   2022     $16.4 billion
            turnover  2022-05  $2 billion
        """,
        identities=SUM,
    )
    spoken = {quantity for fact in facts_of(folder) for quantity in fact.quantities}
    found = list(laws(spoken, folder))
    assert all(not row.strict and row.bound == Fraction(0) for row in found)


def test_what_nobody_speaks_of_is_not_negative_either(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        identities=SUM,
        trade="""
            series    area  partner  period  figure
            turnover  CN    KZ       2022    $31.17 billion
            exports   CN    KZ       2022    $31.19 billion
        """,
    )
    [finding] = audit(folder).findings
    assert {fact.claims[0].id for fact in finding.facts} == {"c1", "c2"}
