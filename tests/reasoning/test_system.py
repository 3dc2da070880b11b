"""What has to do with what: components of facts and the laws between them, families of books."""

from hypothesis import given
from hypothesis import strategies as st

from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.forest import Forest
from cnkz_stats.reasoning.system import components, families
from reasoning.systems import unknown

IDENTITIES = """
    id   left      relation  right              why
    sum  turnover  =         exports + imports  both flows together
"""


def ids(facts) -> list[str]:
    return [claim.id for fact in facts for claim in fact.claims]


def test_facts_are_together_through_quantities_and_laws_and_apart_otherwise(folder_of) -> None:
    folder = folder_of(
        trade="""
            id       statement  series        period   authority  figure
            level    level      turnover      2022     GACC       $31.17 billion
            growth   growth     turnover      2022     GACC       up 23.6 percent
            before   level      turnover      2021     GACC       $25.25 billion
            out      level      exports       2022     GACC       $16 billion
            month    level      turnover      2022-05  GACC       $2 billion
            other    level      turnover      2022     BNS        $24.1 billion
            freight  level      rail_tonnage  2022     GACC       23 million tonnes
        """,
        identities=IDENTITIES,
    )
    together = [ids(component.facts) for component in components(facts_of(folder), folder)]
    assert together == [["before", "growth", "level", "month", "out"], ["freight"], ["other"]]


def test_a_law_belongs_to_the_component_it_speaks_of(folder_of) -> None:
    folder = folder_of(
        trade="""
            series        period  figure
            turnover      2022    $31.17 billion
            exports       2022    $16 billion
            rail_tonnage  2022    23 million tonnes
        """,
        identities=IDENTITIES,
    )
    trade, rail = components(facts_of(folder), folder)
    assert {row.origin.why for row in trade.laws} == {"both flows together", "it cannot be negative"}
    assert {row.origin.why for row in rail.laws} == {"it cannot be negative"}
    for component in (trade, rail):
        series = {quantity.series for row in component.laws for quantity, _ in row.terms}
        assert ("rail_tonnage" in series) == (component is rail)


def test_components_stand_in_the_order_of_their_first_claim(folder_of) -> None:
    folder = folder_of(
        trade="""
            id  series        period  figure
            c   rail_tonnage  2022    23 million tonnes
            b   turnover      2022    $31.17 billion
            a   turnover      2021    $25.25 billion
            d   exports       2022    $16 billion
        """
    )
    assert [ids(component.facts) for component in components(facts_of(folder), folder)] == [
        ["a"],
        ["b"],
        ["c"],
        ["d"],
    ]


def test_figures_of_one_series_are_a_family_since_they_may_stand_in_each_others_place(folder_of) -> None:
    folder = folder_of(
        trade="""
            id    series        area  partner  period  figure
            out   exports       CN    KZ       2022    $16 billion
            in    exports       KZ    CN       2022    $14 billion
            then  exports       CN    KZ       2012    $11 billion
            rail  rail_tonnage  CN    KZ       2022    23 million tonnes
        """
    )
    assert [ids(family) for family in families(facts_of(folder), folder)] == [["in", "out", "then"], ["rail"]]


def test_a_family_is_what_would_touch_if_all_books_were_one(folder_of) -> None:
    folder = folder_of(
        trade="""
            id       series        period  authority  vintage  figure
            china    turnover      2022    GACC       .        $31.17 billion
            ours     turnover      2022    BNS        .        $24.1 billion
            early    turnover      2022    BNS        2023-01  $24.2 billion
            nobody   turnover      2022    .          .        $24.3 billion
            freight  rail_tonnage  2022    KTZ        .        23 million tonnes
        """
    )
    assert [ids(family) for family in families(facts_of(folder), folder)] == [
        ["china", "early", "nobody", "ours"],
        ["freight"],
    ]


@given(st.lists(st.lists(st.sampled_from("abcdefgh"), max_size=3), max_size=8))
def test_members_of_a_set_share_their_root_and_no_others_do(joins: list[list[str]]) -> None:
    forest = Forest()
    sets = [{name} for name in "abcdefgh"]
    for names in joins:
        forest.join([unknown(name) for name in names])
        touched = [one for one in sets if one & set(names)]
        sets = [one for one in sets if one not in touched] + ([set.union(*touched)] if touched else [])
    for one in "abcdefgh":
        for other in "abcdefgh":
            alike = any({one, other} <= together for together in sets)
            assert (forest.root(unknown(one)) == forest.root(unknown(other))) is alike
