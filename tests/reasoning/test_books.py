"""Whose books a figure is read in that does not say who counted."""

import pytest

from cnkz_stats.reasoning.books import assigned_authorities, facts_of


@pytest.fixture
def books(folder_of):
    """The books of each claim by its id."""
    return lambda table, **tables: assigned_authorities(folder_of(trade=table, **tables))


def test_a_stated_authority_is_taken_at_its_word(books) -> None:
    assert books("""
        id  period  figure           authority
        a   2022    $31.17 billion   GACC
        b   2022    $31.17 billion   BNS
    """) == {"a": "GACC", "b": "BNS"}  # fmt: skip


@pytest.mark.parametrize(
    ("figure", "book"),
    [
        ("$31.2 billion", "GACC"),
        ("$24.2 billion", "BNS"),
        ("$31.25 billion", "GACC"),  # off by less than a usual revision
        ("$25 billion", "BNS"),  # agrees with neither, misses this one least
        ("$27.3 billion", "BNS"),
        ("$27.6 billion", "GACC"),
        ("$40 billion", "GACC"),
    ],
)
def test_a_figure_that_names_no_books_goes_with_those_it_agrees_with(books, figure: str, book: str) -> None:
    found = books(f"""
        id    period  authority  figure          source
        c     2022    GACC       $31.17 billion  s1
        k     2022    BNS        $24.1 billion   s2
        mine  2022    .          {figure}        s3
    """)
    assert found["mine"] == book


def test_what_books_imply_counts_like_what_they_state(books) -> None:
    found = books("""
        id      statement  period  authority  figure           source
        level   level      2021    GACC       $25.25 billion   s1
        growth  growth     2022    GACC       up 23.6 percent  s1
        other   level      2022    BNS        $24.1 billion    s2
        mine    level      2022    .          $31.2 billion    s3
    """)
    assert found["mine"] == "GACC"


def test_all_figures_of_a_series_from_one_document_go_together_with_its_copies(books) -> None:
    found = books(
        """
            id     period  authority  figure          source
            c      2022    GACC       $31.17 billion  s1
            k      2022    BNS        $24.1 billion   s2
            clear  2022    .          $31.2 billion   s3
            vague  2019    .          $14 billion     s3
            copy   2018    .          $11 billion     s4
        """,
        sources="""
            id  copy_of
            s1  .
            s2  .
            s3  .
            s4  s3
        """,
    )
    assert (found["clear"], found["vague"], found["copy"]) == ("GACC", "GACC", "GACC")


def test_figures_of_another_series_are_chosen_for_apart(books) -> None:
    found = books("""
        id      series    period  authority  figure          source
        c       turnover  2022    GACC       $31.17 billion  s1
        k       exports   2022    BNS        $16.4 billion   s2
        both    turnover  2022    .          $31.2 billion   s3
        out     exports   2022    .          $16.4 billion   s3
    """)
    assert (found["both"], found["out"]) == ("GACC", "BNS")


SUM = (
    "id  left      relation  right              why\nt   turnover  =         exports + imports  by definition"
)


def test_series_that_an_identity_joins_are_one_count(books) -> None:
    """Exports alone would agree with nobody's; with the turnover beside them they are China's."""
    found = books(
        """
        id    series    area  partner  period  authority  figure           source
        c     turnover  CN    KZ       2022    GACC       $31.17 billion   s1
        k     exports   KZ    CN       2022    BNS        $13.2 billion    s2
        both  turnover  CN    KZ       2022    .          $31.2 billion    s3
        out   exports   KZ    CN       2022    .          $14.5 billion    s3
        in    imports   CN    KZ       2021    .          $11.2 billion    s3
        """,
        identities=SUM,
    )
    assert (found["both"], found["out"], found["in"]) == ("GACC", "GACC", "GACC")


def test_what_parts_add_up_to_counts_like_what_books_state(books) -> None:
    found = books(
        """
        id    series    area  partner  period  authority  vintage  figure           source
        out   exports   CN    KZ       2022    BNS        2023-05  $11.1 billion    s1
        in    imports   CN    KZ       2022    BNS        2023-05  $13.1 billion    s1
        old   exports   CN    KZ       2022    BNS        2022-11  $2 billion       s1
        c     turnover  CN    KZ       2021    GACC       .        $25.25 billion   s2
        d     turnover  CN    KZ       2020    GACC       .        $21.5 billion    s2
        mine  turnover  CN    KZ       2022    .          .        $24.2 billion    s3
        """,
        identities=SUM,
    )
    assert found["mine"] == "BNS"


def test_a_part_of_a_series_may_be_counted_by_others(books) -> None:
    found = books(
        """
        id    series         period  authority  figure          source
        c     turnover       2022    GACC       $31.17 billion  s1
        k     agri_turnover  2022    BNS        $1.0 billion    s2
        both  turnover       2022    .          $31.2 billion   s3
        part  agri_turnover  2022    .          $1.0 billion    s3
        """,
        identities="id  left           relation  right     why\na   agri_turnover  <=        turnover  a part",
    )
    assert (found["both"], found["part"]) == ("GACC", "BNS")


def test_where_all_books_heard_differ_by_more_than_editions_do_another_one_is_taken(books) -> None:
    found = books("""
        id    period  authority  figure          source
        c     2021    GACC       $25.25 billion  s1
        k     2020    BNS        $15.4 billion   s2
        far   2020    .          $21.4 billion   s3
        near  2020    .          $18.5 billion   s4
    """)
    assert (found["far"], found["near"]) == ("GACC", "BNS")


def test_a_vague_figure_goes_to_the_books_that_most_documents_name(books) -> None:
    found = books("""
        id    statement  period  base  authority  figure              source
        b     level      1992    .     BNS        $0.4 billion        s0
        c     level      2021    .     BNS        $25.0 billion       s0
        k     level      1992    .     GACC       $0.37 billion       s1
        l     level      2021    .     GACC       $25.25 billion      s2
        mine  multiple   2021    1992  .          more than 60 times  s3
    """)
    assert found["mine"] == "GACC"


def test_documents_that_name_books_for_these_areas_weigh_more_than_those_for_others(books) -> None:
    found = books("""
        id    area  partner  period  authority  figure        source
        a     KZ    UZ       2021    BNS        $3.8 billion  s1
        b     KZ    UZ       2022    BNS        $5.0 billion  s2
        c     CN    KZ       2021    GACC       $25 billion   s3
        mine  CN    KZ       2015    .          $14 billion   s4
    """)
    assert found["mine"] == "GACC"


def test_what_the_document_names_elsewhere_breaks_a_tie(books) -> None:
    found = books("""
        id    period  authority  figure          source
        c     2022    GACC       $31.17 billion  s1
        d     2021    GACC       $25.25 billion  s2
        k     2022    BNS        $24.1 billion   s3
        mine  2015    .          $14 billion     s3
    """)
    assert found["mine"] == "BNS"


def test_nobody_counts_what_goes_on_between_two_other_countries(books) -> None:
    """A document goes to Kazakhstan's books, but for trade that has nothing to do with Kazakhstan."""
    found = books("""
        id    area  partner  period  authority  figure          source
        c     CN    UZ       2021    GACC       $8.0 billion    s1
        k     CN    KZ       2022    BNS        $24.1 billion   s2
        mine  CN    KZ       2022    .          $24.1 billion   s3
        uz    CN    UZ       2022    .          $9.8 billion    s3
        us    DE    US       2022    .          $9.8 billion    s3
        ca    143   CN       2022    .          $32.1 billion   s3
    """)
    assert (found["mine"], found["uz"], found["ca"], found["us"]) == ("BNS", "GACC", "BNS", "")


def test_where_nobody_speaks_of_the_quantity_the_books_most_often_named_for_the_series(books) -> None:
    found = books("""
        id    period  authority  figure          source
        c     2022    GACC       $31.17 billion  s1
        d     2021    GACC       $25.25 billion  s1
        k     2022    BNS        $24.1 billion   s2
        mine  2015    .          $14 billion     s3
    """)
    assert found["mine"] == "GACC"


def test_growth_goes_with_the_books_that_grow_so(books) -> None:
    found = books("""
        id    statement  period  authority  figure           source
        c     growth     2022    GACC       up 23.6 percent  s1
        k     growth     2022    BNS        up 34.1 percent  s2
        mine  growth     2022    .          up 34 percent    s3
    """)
    assert found["mine"] == "BNS"


def test_several_figures_count_by_how_far_they_miss_on_average(books) -> None:
    """Of 2021 only one book speaks: two misses by a tenth weigh less than one by 15 %."""
    found = books("""
        id   period  authority  figure            source
        c    2022    GACC       $115.00 billion   s1
        k    2022    BNS        $110.00 billion   s2
        l    2021    BNS        $110.00 billion   s2
        one  2022    .          $100.00 billion   s3
        two  2021    .          $100.00 billion   s3
    """)
    assert (found["one"], found["two"]) == ("BNS", "BNS")


def test_books_that_imply_nothing_are_nearer_than_those_that_differ(books) -> None:
    found = books("""
        id    statement  period  authority  figure           source
        c     growth     2022    GACC       up 23.6 percent  s1
        k     level      2022    BNS        $24.1 billion    s2
        mine  level      2022    .          $28 billion      s3
    """)
    assert found["mine"] == "GACC"


@pytest.mark.parametrize(("figure", "book"), [("$31.2 billion", "GACC"), ("$31.5 billion", "BNS")])
def test_up_to_a_usual_revision_books_agree_and_the_one_most_often_heard_is_taken(
    books, figure: str, book: str
) -> None:
    found = books(f"""
        id     period  authority  figure           source
        c      2022    GACC       {figure}         s1
        d      2021    GACC       $25.25 billion   s1
        k      2022    BNS        $31.05 billion   s2
        one    2022    .          $31.05 billion   s3
        two    2021    .          $25.25 billion   s3
    """)
    assert found["one"] == book


def test_a_share_is_in_books_that_count_its_whole(books) -> None:
    found = books("""
        id     statement  area  partner  period  base         authority  figure           source
        c      level      CN    KZ       2022    .            GACC       $31.17 billion   s1
        k      level      KZ    CN       2022    .            BNS        $24.2 billion    s2
        whole  level      KZ    W00      2022    .            BNS        $134.4 billion   s2
        share  share      KZ    CN       2022    partner=W00  .          23.2 percent     s3
    """)
    assert found["share"] == "BNS"


def test_a_share_alone_is_in_books_that_speak_of_its_whole(books) -> None:
    found = books("""
        id     statement  area  partner  period  base     authority  figure          source
        c      level      CN    KZ       2023    .        GACC       $41.02 billion  s1
        whole  level      143   CN       2023    .        GACC       $89.4 billion   s1
        k      level      CN    KZ       2023    .        BNS        $31.5 billion   s2
        share  share      CN    KZ       2023    area=143;partner=CN  .  35.2 percent    s3
    """)
    assert found["share"] == "GACC"


def test_who_speaks_of_a_quantity_may_have_counted_it(books) -> None:
    found = books("""
        id    area  partner  period  authority  figure          source
        c     DE    US       2022    GACC       $9.8 billion    s1
        mine  DE    US       2022    .          $9.7 billion    s2
        next  DE    US       2021    .          $9.1 billion    s2
    """)
    assert (found["mine"], found["next"]) == ("GACC", "")


def test_where_none_are_stated_all_share_the_unstated_book(books) -> None:
    found = books("""
        id  period  figure          source
        a   2022    $31.17 billion  s1
        b   2022    $24.1 billion   s2
    """)
    assert found == {"a": "", "b": ""}


def test_books_named_for_another_series_are_not_borrowed(books) -> None:
    found = books("""
        id    series        period  authority  figure             source
        rail  rail_tonnage  2022    KTZ        23 million tonnes  s1
        mine  turnover      2022    .          $31 billion        s2
    """)
    assert found["mine"] == ""


def test_the_same_figure_in_two_books_is_two_facts(folder_of) -> None:
    folder = folder_of(
        trade="""
            period  authority  figure
            2022    GACC       $31.2 billion
            2022    BNS        $31.2 billion
        """
    )
    assert len(facts_of(folder)) == 2


def test_the_order_of_rows_does_not_choose_the_books(books) -> None:
    rows = [
        "c     2022    GACC       $31.17 billion  s1",
        "k     2022    BNS        $24.1 billion   s2",
        "mine  2022    .          $27 billion     s3",
    ]
    header = "id    period  authority  figure          source"
    assert books("\n".join([header, *rows])) == books("\n".join([header, *reversed(rows)]))
