from contextlib import suppress

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cnkz_stats.errors import DataError
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import CLAIM_COLUMNS, Location
from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.ledger.statement import Statement

HEADER = ",".join(CLAIM_COLUMNS)
TWO_LEVELS = """
period  figure
2021    $25.25 billion
2022    $31.17 billion
"""


def test_a_folder_is_read_into_claims_with_their_topic_place_and_printed_text(make_folder):
    folder = read_folder(
        make_folder(trade=TWO_LEVELS, rail="series  period  figure\nrail_tonnage  2022  23 million tons\n")
    )
    assert folder.topics == ("rail", "trade")
    assert [claim.id for claim in folder.claims] == ["c3", "c1", "c2"]
    rail, first, _ = folder.claims
    assert (rail.topic, rail.unit, rail.figure.value) == ("rail", "t", 23_000_000)
    assert (first.topic, first.unit, first.statement) == ("trade", "USD", Statement.LEVEL)
    assert first.row["figure"] == "$25.25 billion"
    assert first.at == Location("trade.csv", 2, len("c1,level,turnover,CN,KZ,,2021,,") + 1)
    assert first.periods == (Period.year(2021),)


def test_the_other_tables_are_read_by_code(make_folder):
    folder = read_folder(
        make_folder(
            trade=TWO_LEVELS,
            sources="""
                id  published   language  copy_of
                s1  2023-09-19  en        .
                s2  2023-09     zh        s1
                """,
            identities="""
                id   left      relation  right                   why
                sum  turnover  =         exports + 1.5 * imports  by definition
                """,
            known="""
                claims  cause     reason           link
                c1 c2   REVISION  a later edition  https://example.org
                """,
        )
    )
    assert folder.sources["s2"].copy_of == "s1"
    assert folder.series["rail_tonnage"].unit == "t"
    assert str(folder.series["turnover"].revision) == "1/200"
    assert folder.series["projects_count"].stock
    assert folder.authorities["KTZ"].area == "KZ"
    assert folder.identities[0].at == Location("identities.csv", 2, 1)
    assert folder.known[0].claims == {"c1", "c2"}


def test_a_series_has_a_name_in_every_language(make_folder):
    series = "code,unit,kind,symmetric,negative,en,zh\na,t,flow,no,no,Freight,货运量\nb,t,flow,no,no,,"
    folder = read_folder(make_folder(series=series))
    assert [folder.name("a"), folder.name("a", "zh"), folder.name("a", "kk"), folder.name("b", "kk")] == [
        "Freight", "货运量", "Freight", "b",
    ]  # fmt: skip


def test_an_id_is_used_once_in_all_claim_files(make_folder, problems_of):
    folder = make_folder(rail="id  figure\nsame  5", trade="id  figure\nother  6\nsame  7")
    assert problems_of(folder) == ["trade.csv:3:1: read id 'same', expected another: rail.csv:2:1 has it"]


def test_all_problems_of_a_folder_are_told_in_the_order_of_files_and_lines(make_folder, problems_of):
    folder = make_folder(
        trade="series  period  figure\nturnovr  2022-13  $5 billion\nturnover  2021  5%",
        rail=b"id,statement\n",
        sources="id  language\ns1  english",
    )
    assert [problem.split(": ")[0] for problem in problems_of(folder)] == [
        "rail.csv:1:1",
        "sources.csv:2:23",
        "trade.csv:2:10",
        "trade.csv:2:25",
        "trade.csv:3:32",
    ]


def test_a_broken_table_is_not_blamed_for_what_it_could_not_list(make_folder, problems_of):
    folder = make_folder(
        trade=TWO_LEVELS,
        sources=b"id,publisher\n",
        series=b'"code',
        known="claims  cause  reason\nc9  UNIT  seen",
    )
    assert {problem.split(":")[0] for problem in problems_of(folder)} == {
        "known.csv",
        "sources.csv",
        "series.csv",
    }


def test_a_line_break_in_quotes_moves_the_rows_below_it(make_folder, problems_of):
    cells = [
        "a",
        "level",
        "turnover",
        "CN",
        "KZ",
        "",
        "2021",
        "",
        "$5 billion",
        "",
        "",
        "",
        "s1",
        '"page\n2"',
        "",
    ]
    text = f"{HEADER}\n{','.join(cells)}\n{','.join(cells)}\n"
    [problem] = problems_of(make_folder(trade=text.encode()))
    assert problem == "trade.csv:4:1: read id 'a', expected another: trade.csv:2:1 has it"


def test_a_byte_order_mark_is_accepted(make_folder):
    folder = make_folder(trade=TWO_LEVELS)
    (folder / "trade.csv").write_bytes(b"\xef\xbb\xbf" + (folder / "trade.csv").read_bytes())
    assert len(read_folder(folder).claims) == 2


def test_missing_folders_and_tables_are_told(tmp_path, make_folder, problems_of):
    [problem] = problems_of(tmp_path / "nowhere")
    assert problem == (
        f"{tmp_path / 'nowhere'}: read nothing, expected a folder with series.csv and sources.csv: No such file or directory"
    )
    folder = make_folder(trade="period,figure\n2021,5")
    (folder / "series.csv").unlink()
    (folder / "sources.csv").unlink()
    assert problems_of(folder) == [
        f"{name}: read nothing, expected this file" for name in ("series.csv", "sources.csv")
    ]


def test_optional_tables_may_be_missing_but_not_broken_links(make_folder, problems_of):
    folder = make_folder(trade=TWO_LEVELS)
    (folder / "authorities.csv").unlink()
    assert not read_folder(folder).authorities
    (folder / "known.csv").symlink_to("nowhere.csv")
    assert problems_of(folder) == ["known.csv: read nothing, expected this file"]


def test_hidden_files_and_other_kinds_of_files_are_left_alone(make_folder):
    folder = make_folder(trade=TWO_LEVELS)
    (folder / "._rail.csv").write_bytes(b"\0")
    (folder / "README.md").write_bytes(b"\0")
    assert read_folder(folder).topics == ("trade",)


def test_text_is_kept_as_it_stands(make_folder):
    folder = make_folder(trade="period,figure,note\n2021,5,[bold]<b>=1+1 {x}")
    assert read_folder(folder).claims[0].note == "[bold]<b>=1+1 {x}"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sampled_from([*COLUMNS, "trade.csv", "datapackage.json"]),
    st.binary(max_size=200) | st.text('",\n\r ab1%=;[]|/-', max_size=60).map(str.encode),
)
@example("datapackage.json", b"[" * 100_000)
@example("datapackage.json", b'{"resources": [' + b"1" * 5000 + b"]}")
def test_whatever_bytes_a_file_holds_only_a_data_error_is_raised(make_folder, name, content):
    folder = make_folder(trade=TWO_LEVELS)
    header = ",".join(COLUMNS.get(name, CLAIM_COLUMNS)).encode()
    for written in (content, header + b"\n" + content):
        (folder / name).write_bytes(written)
        with suppress(DataError):
            read_folder(folder)
    (folder / name).unlink()


def test_the_bundled_folder_can_be_read():
    assert read_folder(bundled_folder()).claims
