"""What the claims of the first folder make of figures in sentences."""

from fractions import Fraction

import pytest

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.text.extract import extract
from cnkz_stats.text.neighbours import near, shelf_of
from cnkz_stats.text.verdict import Label
from cnkz_stats.text.verify import exit_status, verify
from folders import FIRST_FOLDER


@pytest.fixture(scope="module")
def folder():
    return read_folder(FIRST_FOLDER)


def labels(text, folder):
    return [verdict.label.value for verdict in verify(extract(text), folder)]


SENTENCES = [
    ("Trade grew nearly 70 times between 1992 and 2021, to $25.25 billion.", ["SUPPORTED", "DISPUTED"]),
    ("China-Kazakhstan trade was up 36 percent in 2022.", ["REFUTED"]),
    ("China-Kazakhstan trade came to $31.17 billion in 2022.", ["SUPPORTED"]),
    ("China-Kazakhstan trade came to $31.2 billion in 2022.", ["SUPPORTED"]),
    ("Kazakhstan's e-commerce with China came to $5 billion in 2022.", ["NOT ENOUGH INFO"]),
    ("Russia's trade with Kazakhstan came to $26 billion in 2022.", []),
    ("China-Kazakhstan trade came to $13.17 billion in 2022.", ["REFUTED"]),
    ("China-Kazakhstan trade exceeded $31 billion in 2022.", ["SUPPORTED"]),
    ("China-Kazakhstan trade exceeded $32 billion in 2022.", ["REFUTED"]),
    ("China-Kazakhstan trade came to $41 billion in 2030.", ["NOT ENOUGH INFO"]),
    ("China-Kazakhstan trade came to $41 billion.", ["NOT ENOUGH INFO"]),
    ("Trade tripled between 1992 and 2021.", ["REFUTED"]),
    ("Trade grew almost 150 times between 1992 and 2021.", ["DISPUTED"]),
    ("Trade in 2021 was 68 times that of 1992.", ["SUPPORTED"]),
    ("Trade fell from $31.17 billion in 2022 to $25 billion in 2023.", ["SUPPORTED", "REFUTED"]),
    ("Trade between China and Kazakhstan rose by $5.9 billion in 2022.", ["SUPPORTED"]),
    ("В 2022 году торговля Китая и Казахстана выросла на 23,6%.", ["SUPPORTED"]),
    ("2022年，中哈铁路货运量增长20%。", ["SUPPORTED"]),
    ("2022年，中哈铁路货运量增长50%。", ["REFUTED"]),
    ("Container transit through Kazakhstan grew by 9% in 2024.", ["NOT ENOUGH INFO"]),
    ("Renewable energy capacity of 1,200 megawatts was reached in 2022.", ["SUPPORTED"]),
]


@pytest.mark.parametrize(("text", "expected"), SENTENCES, ids=[text[:50] for text, _ in SENTENCES])
def test_a_sentence_gets_its_labels(text, expected, folder):
    assert labels(text, folder) == expected


def test_a_refuted_figure_names_claims_and_what_would_be_right(folder):
    (verdict,) = verify(extract("China-Kazakhstan trade was up 36 percent in 2022."), folder)
    assert [claim.id for claim in verdict.claims] == [
        "xinhua-turnover-2022-growth",
        "china168-turnover-2022-growth",
    ]
    assert (verdict.would_be_right.lo, verdict.would_be_right.hi) == (Fraction("0.2355"), Fraction("0.2365"))


def test_swapped_digits_are_the_first_cause(folder):
    (verdict,) = verify(extract("China-Kazakhstan trade came to $13.17 billion in 2022."), folder)
    assert verdict.causes[0].cause == "TYPO"


def test_a_disputed_figure_has_claims_on_both_sides(folder):
    (verdict,) = verify(extract("China-Kazakhstan trade came to $25.25 billion in 2021."), folder)
    assert verdict.label is Label.DISPUTED
    assert [claim.id for claim in verdict.agreeing] == ["enfamily-turnover-2021"]
    assert len(verdict.against) == 4


def test_exit_status_tells_a_refuted_figure(folder):
    assert exit_status(verify(extract("China-Kazakhstan trade was up 36 percent in 2022."), folder)) == 1
    assert exit_status(verify(extract("China-Kazakhstan trade was up 23.6 percent in 2022."), folder)) == 0
    assert exit_status(()) == 0


SHARES = [
    ("In 2023 China took 21.3 percent of Kazakhstan's foreign trade turnover.", "SUPPORTED"),
    ("In 2023 China took 31.3 percent of Kazakhstan's foreign trade turnover.", "REFUTED"),
    (
        "China's trade with Central Asia grew in 2023. Kazakhstan accounted for 46 percent of it.",
        "NOT ENOUGH INFO",
    ),
]


TABLE_OF_SHARES = """
    statement  area  partner  period  base         figure         authority
    level      CN    KZ       2023    .            $21.7 billion  BNS
    share      KZ    CN       2023    partner=W00  21.3 percent   BNS
"""


@pytest.mark.parametrize(("text", "expected"), SHARES)
def test_a_share_is_held_against_shares_and_against_part_and_whole(text, expected, make_folder):
    folder = read_folder(make_folder(trade=TABLE_OF_SHARES))
    assert labels(text, folder) == [expected]


TRADE = """
    statement  period  base  figure          unit  authority  source
    level      2022    .     $31.17 billion  .     GACC       s1
    growth     2022    .     up 23.6%        .     GACC       s1
    growth     2024    .     up 7.9%         CNY   GACC       s1
    growth     2024    .     up 6.8%         .     GACC       s1
    level      2020    .     $15 billion     .     .          s2
"""
EDITIONS = """
    statement  series   area  partner  period  figure             authority  vintage
    level      exports  KZ    CN       2021    9.77 billion USD   BNS        2023
    level      exports  KZ    CN       2021    10.12 billion USD  BNS        2026
"""
SERIES = """
    code               unit      kind   symmetric  negative  revision
    turnover           USD       flow   yes        no        0.5%
    exports            USD       flow   no         no        0.5%
    imports            USD       flow   no         no        0.5%
    container_transit  TEU       flow   no         no        1%
    students           persons   stock  no         no        .
    projects_count     projects  stock  yes        no        .
"""
OTHERS = """
    series             area  partner  scope               period  figure        authority  source
    container_transit  KZ    .        .                   2018    411,500 TEU   KTZ        s1
    container_transit  KZ    .        China-Europe-China  2018    235,500 TEU   KTZ        s1
    students           CN    KZ       .                   2016    1,000         .          s2
    students           KZ    CN       .                   2016    11,000        .          s2
    projects_count     CN    KZ       .                   2023    52 projects   .          s2
    projects_count     CN    KZ       .                   2023    52 projects   .          s3
"""
LEFT_OPEN = [
    ("In 2022 trade between China and Kazakhstan grew by 33.6 percent.", ["REFUTED"]),
    ("In 2020 trade between China and Kazakhstan was worth $25 billion.", ["DISPUTED"]),
    ("In 2024 trade between China and Kazakhstan grew by 7.9 percent.", ["SUPPORTED"]),
    ("In 2024 trade between China and Kazakhstan grew by 9.7 percent.", ["REFUTED"]),
    (
        "China customs: trade with Kazakhstan grew by 6.8% in 2024, to 311.8 billion yuan.",
        ["REFUTED", "NOT ENOUGH INFO"],
    ),
    ("Kazakhstan's exports to China were $9.77 billion in 2021, its statistics bureau says.", ["SUPPORTED"]),
    ("Kazakhstan's exports to China were $10.12 billion in 2021, its statistics bureau says.", ["SUPPORTED"]),
    (
        "In 2018 container transit through Kazakhstan was 411,500 TEU, of which 300,000 TEU went by sea.",
        ["SUPPORTED", "NOT ENOUGH INFO"],
    ),
    ("In 2018 container transit through Kazakhstan was 300,000 TEU.", ["REFUTED"]),
    (
        "In 2018 container transit through Kazakhstan on the China-Europe route was 235,500 TEU.",
        ["SUPPORTED"],
    ),
    (
        "In 2018 container transit through Kazakhstan on the China-Europe route was 300,000 TEU.",
        ["NOT ENOUGH INFO"],
    ),
    ("In 2016, 11,000 Kazakhs studied in China.", ["SUPPORTED"]),
    ("In 2023 China and Kazakhstan had 45 joint projects.", ["DISPUTED"]),
    ("In 2023 China and Kazakhstan had 520 joint projects.", ["REFUTED"]),
]


@pytest.fixture
def open_folder(make_folder):
    return read_folder(make_folder(trade=TRADE, exports=EDITIONS, others=OTHERS, series=SERIES))


@pytest.mark.parametrize(("text", "expected"), LEFT_OPEN, ids=[text[:60] for text, _ in LEFT_OPEN])
def test_what_the_words_leave_open_is_not_refuted(text, expected, open_folder):
    assert labels(text, open_folder) == expected


def test_a_figure_may_belong_to_another_period_of_the_text(open_folder):
    text = "In 2022 trade between China and Kazakhstan grew by 23.6 percent; in 2020 it was $31.17 billion."
    _, level = verify(extract(text), open_folder)
    assert level.label is Label.DISPUTED
    assert "something else" in level.why


def test_a_rate_may_rest_on_a_revised_base(make_folder):
    levels = """
        period  figure          authority
        2023    $41.02 billion  GACC
        2024    $43.82 billion  GACC
    """
    folder = read_folder(make_folder(trade=levels))
    text = "In 2024 trade between China and Kazakhstan grew by {} percent, China's customs say."
    assert labels(text.format(9), folder) == ["DISPUTED"]
    assert labels(text.format(19), folder) == ["REFUTED"]


MISTAKEN = [
    ("China's customs: trade with Kazakhstan was $24.2 billion in 2022.", "REPORTER", "(BNS)"),
    (
        "Trade between China and Kazakhstan reached $28.24 billion in 2022, China's customs say.",
        "PERIOD",
        "2022-01/2022-11",
    ),
]


@pytest.mark.parametrize(("text", "cause", "of"), MISTAKEN, ids=[cause for _, cause, _ in MISTAKEN])
def test_a_refuted_figure_is_told_for_what_it_is(text, cause, of, make_folder):
    table = """
        period           figure          authority
        2022             $31.17 billion  GACC
        2022-01/2022-11  $28.24 billion  GACC
        2022             $24.2 billion   BNS
    """
    (verdict,) = verify(extract(text), read_folder(make_folder(trade=table)))
    assert verdict.label is Label.REFUTED
    assert verdict.causes[0].cause == cause
    assert of in verdict.causes[0].text


def test_of_many_claims_only_those_near_a_figure_are_heard(folder):
    claim = next(one for one in folder.claims if one.id == "xinhua-turnover-2022")
    heard = {one.id for one in near(claim, folder, shelf_of(folder)).claims}
    assert {"xinhua-turnover-2022-growth", "enfamily-turnover-2021"} <= heard
    assert not any(one.series == "renewable_capacity" for one in near(claim, folder, shelf_of(folder)).claims)
