"""Projects by name are parts of what is stated of all of them: capacity, value and number."""

import pytest

from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.books import facts_of

SERIES = """
    code            unit      kind   symmetric  negative  revision  en
    capacity        MW        stock  no         no        .         Capacity
    worth           USD       stock  yes        no        .         Value of projects
    projects_count  projects  stock  yes        no        .         Projects
"""
IDENTITIES = """
    id      left                                            relation  right           why
    power   projects[sector=wind] + projects[sector=water]  <=        capacity        named plants are among all plants
    value   projects                                        <=        worth           named projects are among all projects
    number  projects[status=operating]                      <=        projects_count  named projects are among all projects
"""
REGISTER = """
    id     name         sector  capacity  value        status     year  sources
    hill   Hill farm    wind    151 MW    $30 million  operating  2020  s1
    dale   Dale farm    wind    52 MW     .            operating  2022  s1
    river  River plant  water   101 MW    $20 million  operating  2021  s1
    peat   Peat plant   coal    999 MW    .            operating  2020  s1
    dream  Dream farm   wind    888 MW    .            planned    .     s1
"""


@pytest.fixture
def found(folder_of):
    """The figures of each conflict, with a stated whole as the only claim."""

    def find(series: str, period: str, figure: str, identities: str = IDENTITIES) -> list[set[str]]:
        folder = folder_of(
            series=SERIES,
            identities=identities,
            project_register=REGISTER,
            energy=f"series  area  partner  period  figure\n{series}  KZ  CN  {period}  {figure}",
        )
        return [{fact.claims[0].id for fact in finding.facts} for finding in audit(folder).findings]

    return find


def test_plants_that_are_named_cannot_have_more_capacity_than_all_plants(found) -> None:
    assert found("capacity", "2022", "301 MW") == [{"c1", "hill", "dale", "river"}]
    assert found("capacity", "2022", "304 MW") == []


def test_a_project_counts_from_its_year_on_and_never_without_one(found) -> None:
    assert found("capacity", "2020", "151 MW") == []
    assert found("capacity", "2021", "249 MW") == [{"c1", "hill", "river"}]
    assert found("capacity", "2021-12-31", "249 MW") == [{"c1", "hill", "river"}]
    assert found("capacity", "2030", "over 303 MW") == []


def test_the_value_of_named_projects_is_part_of_the_value_of_all(found) -> None:
    assert found("worth", "2022", "$40 million") == [{"c1", "hill", "river"}]
    assert found("worth", "2022", "$55 million") == []


def test_there_are_at_least_as_many_projects_as_are_named(found) -> None:
    [conflict] = found("projects_count", "2022", "3 projects")
    assert "c1" in conflict
    assert found("projects_count", "2022", "4 projects") == []
    assert found("projects_count", "2021", "3 projects") == []


def test_without_an_identity_nothing_is_compared(found) -> None:
    assert found("capacity", "2022", "1 MW", identities="id  left  relation  right  why") == []


def test_another_scope_is_no_whole(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        identities=IDENTITIES,
        project_register=REGISTER,
        energy="series  area  partner  scope  period  figure\ncapacity  KZ  CN  the south  2022  9 MW",
    )
    assert audit(folder).findings == ()


def test_a_named_part_stands_in_the_book_of_its_whole_and_says_where_it_is_from(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        identities=IDENTITIES,
        project_register=REGISTER,
        energy="series  area  partner  period  figure  authority\ncapacity  KZ  CN  2020  500 MW  KTZ",
    )
    (part,) = [fact for fact in facts_of(folder) if fact.quantity.scope]
    assert (part.quantity.scope, part.quantity.authority) == ("Hill farm", "KTZ")
    (claim,) = part.claims
    assert (claim.id, claim.figure.text, claim.source) == ("hill", "151 MW", "s1")
    assert (claim.at.file, claim.at.line, claim.authority) == ("project_register.csv", 2, "")


def test_a_part_that_a_claim_of_its_own_speaks_of_is_the_same_quantity(folder_of) -> None:
    folder = folder_of(
        series=SERIES,
        identities=IDENTITIES,
        project_register=REGISTER,
        energy="""
            series    area  partner  scope      period  figure
            capacity  KZ    CN       .          2020    500 MW
            capacity  KZ    CN       Hill farm  2020    142 MW
        """,
    )
    [finding] = audit(folder).findings
    assert {fact.claims[0].id for fact in finding.facts} == {"c2", "hill"}
