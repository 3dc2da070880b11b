from contextlib import suppress

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from cnkz_stats.errors import DataError
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import CLAIM_COLUMNS, Location, Statement
from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.ledger.rows import COLUMNS

HEADER = ",".join(CLAIM_COLUMNS)
TWO_LEVELS = """
period  figure
2021    $25.25 billion
2022    $31.17 billion
"""


def problems(folder):
    with pytest.raises(DataError) as raised:
        read_folder(folder)
    return str(raised.value).splitlines()


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
    assert folder.name("turnover") == "Trade turnover"
    assert folder.name("turnover", "kk") == "Trade turnover"


@pytest.mark.parametrize(
    ("row", "attribute", "expected"),
    [
        ("statement  period     base  figure\ngrowth  2022-Q1  .  23.6%", "bases", ("2021-Q1",)),
        ("statement  period     base  figure\ngrowth  2022|2023  .  23.6%", "bases", ("2021", "2022")),
        ("statement  period     base  figure\ngrowth  2022  2019  23.6%", "bases", ("2019",)),
        ("statement  period     base  figure\nmultiple  2021|2022  1992  68 times", "bases", ("1992",)),
        ("statement  period     base  figure\nmultiple  .  .  68 times", "bases", ()),
        ("statement  period     base  figure\nchange  2022  2023  $5.9 billion", "bases", ("2023",)),
        (
            "statement  period     base  figure\nlevel  2020|2021  .  $5.9 billion",
            "periods",
            ("2020", "2021"),
        ),
    ],
)
def test_periods_keep_their_alternatives_and_growth_its_base(make_folder, row, attribute, expected):
    [claim] = read_folder(make_folder(trade=row)).claims
    assert tuple(map(str, getattr(claim, attribute))) == expected


def test_a_share_says_what_differs_in_the_whole(make_folder):
    [claim] = read_folder(
        make_folder(trade="statement  base  figure\nshare  partner=W00;series=exports  12%")
    ).claims
    assert claim.whole == {"partner": "W00", "series": "exports"}
    assert claim.bases == ()


@pytest.mark.parametrize(
    "row",
    [
        "series  figure\nprojects_count  52",
        "series  figure\nprojects_count  52 projects",
        "series  figure\nprojects_count  52 companies",
        "figure  unit\n177.5 billion yuan  CNY",
        "figure\n25.25 billion",
        "statement  unit  figure\ntarget  %  15%",
        "statement  unit  figure\ntarget  x  double",
        "statement  figure\nrank  first",
    ],
)
def test_a_figure_fits_a_unit_that_it_prints_or_leaves_open(make_folder, row):
    assert read_folder(make_folder(trade=row)).claims


PERIODS = "2022, 2022-Q1, 2023-05, 2022-12-31 or 2023-01/2023-11"


@pytest.mark.parametrize(
    ("column", "value", "expected"),
    [
        ("id", "", "no id, expected an id of letters, digits, '.', '_' and '-'"),
        ("id", "-c", "id '-c', expected an id of letters, digits, '.', '_' and '-'"),
        (
            "statement", "levle",
            "statement 'levle', expected level, growth, multiple, share, change, target or rank",
        ),
        ("series", "turnovr", "series 'turnovr', expected a code of series.csv, perhaps 'turnover'"),
        ("series", "", "no series, expected a code of series.csv"),
        ("area", "", "no area, expected an area such as 'KZ', 'CN-XJ', '143' or 'W00'"),
        ("partner", "Kaz", "partner 'Kaz', expected an area such as 'KZ', 'CN-XJ', '143' or 'W00'"),
        ("scope", " rail", "scope ' rail', expected no spaces around it"),
        ("period", "2022-13", "period '2022-13', expected a month from 01 to 12"),
        ("period", "2023-02-30", "period '2023-02-30', expected a day from 01 to 28"),
        ("period", "2022-04/2022-01", "period '2022-04/2022-01', expected an end that is not before the start"),
        ("period", "0000", "period '0000', expected a year from 0001"),
        ("period", "in 2022", f"period 'in 2022', expected a period such as {PERIODS}"),
        ("period", "2021|", f"period '2021|', expected a period such as {PERIODS}"),
        ("base", "2021", "base '2021', expected nothing for a level"),
        ("unit", "US dollars", "unit 'US dollars', expected a code without spaces"),
        ("authority", "GAC", "authority 'GAC', expected a code of authorities.csv, perhaps 'GACC'"),
        ("vintage", "May 2022", "vintage 'May 2022', expected a code without spaces"),
        ("source", "s", "source 's', expected an id of sources.csv, perhaps 's1'"),
    ],
)  # fmt: skip
def test_a_cell_of_another_form_is_told_with_what_was_expected(make_folder, column, value, expected):
    cells = {
        "id": "c1",
        "statement": "level",
        "series": "turnover",
        "area": "CN",
        "source": "s1",
        "figure": "5",
    }
    cells[column] = value
    row = [cells.get(name, "") for name in CLAIM_COLUMNS]
    start = len(",".join(row[: CLAIM_COLUMNS.index(column)])) + 2
    folder = make_folder(trade=f"{HEADER}\n{','.join(row)}\n".encode())
    assert problems(folder) == [f"trade.csv:2:{start if column != 'id' else 1}: read {expected}"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        (
            "statement,period,base,figure\ngrowth,2022,2022,5%",
            "base '2022', expected an earlier period than the claim's own",
        ),
        (
            "statement,period,base,figure\nmultiple,2022,2022-07,5 times",
            "base '2022-07', expected an earlier period than the claim's own",
        ),
        (
            "statement,period,base,figure\nchange,2022,2022,$5 billion",
            "base '2022', expected another period than the claim's own",
        ),
        (
            "statement,period,base,figure\nmultiple,2022,,5 times",
            "no base, expected the period that the multiple is counted from",
        ),
        (
            "statement,period,base,figure\ngrowth,0001,,5%",
            "period '0001', expected a year from 0002: the growth is counted from the year before",
        ),
        ("statement,base,figure\ngrowth,2021-13,5%", "base '2021-13', expected a month from 01 to 12"),
        (
            "statement,base,figure\nshare,,5%",
            "no base, expected column=value, ';' between, each once, of the columns series, area, partner, scope",
        ),
        (
            "statement,base,figure\nshare,period=2021,5%",
            "base 'period=2021', expected column=value, ';' between, each once, of the columns series, area, partner, scope",
        ),
        (
            "statement,base,figure\nshare,partner=Kaz,5%",
            "base 'partner=Kaz', expected for partner an area such as 'KZ', 'CN-XJ', '143' or 'W00'",
        ),
        (
            "statement,base,figure\nshare,series=exprts,5%",
            "base 'series=exprts', expected for series a code of series.csv, perhaps 'exports'",
        ),
        (
            "statement,base,figure\nshare,partner=KZ,5%",
            "base 'partner=KZ', expected a whole that differs from the claim itself",
        ),
        ("statement,figure\ngrowth,5 times", "figure '5 times', expected a percentage for a growth"),
        (
            "statement,figure\ngrowth,5 percentage points",
            "figure '5 percentage points', expected a percentage for a growth",
        ),
        ("statement,figure\nmultiple,5%", "figure '5%', expected a number of times for a multiple"),
        ("statement,base,figure\nshare,partner=W00,5", "figure '5', expected a percentage for a share"),
        ("statement,figure\nrank,5", "figure '5', expected a place in an order for a rank"),
        ("figure\n5%", "figure '5%', expected an amount in USD, not in %"),
        ("figure\n5 million tons", "figure '5 million tons', expected an amount in USD, not in t"),
        ("figure\n52 projects", "figure '52 projects', expected an amount in USD, not in projects"),
        ("figure\n31.17 billion yuan", "figure '31.17 billion yuan', expected an amount in USD, not in CNY"),
        (
            "statement,unit,figure\ngrowth,%,5%",
            "unit '%', expected the unit of the series itself, not of its growth",
        ),
    ],
)
def test_base_and_figure_fit_the_statement(make_folder, row, expected):
    [problem] = problems(make_folder(trade=row))
    assert problem.split(": ", 1)[1] == f"read {expected}"


@pytest.mark.parametrize("figure", ["", "no number", "12,3,4.5.6"])
def test_a_figure_that_cannot_be_read_is_told_with_the_reason(make_folder, figure):
    [problem] = problems(make_folder(trade=f'period,figure\n2021,"{figure}"'))
    read = f"figure {figure!r}" if figure else "no figure"
    assert problem.startswith(f"trade.csv:2:32: read {read}, expected a figure that can be read: ")


def test_an_id_is_used_once_in_all_claim_files(make_folder):
    folder = make_folder(rail="id  figure\nsame  5", trade="id  figure\nother  6\nsame  7")
    assert problems(folder) == ["trade.csv:3:1: read id 'same', expected another: rail.csv:2:1 has it"]


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("sources", "id  language\ns1  en\ns1  en", "sources.csv:3:1: read id 's1', expected another: sources.csv:2:1 has it"),
        (
            "sources", "id  language\ns1  english",
            "sources.csv:2:23: read language 'english', expected a language of two letters such as 'en'",
        ),
        (
            "sources", "id  published\ns1  2023/2024",
            "sources.csv:2:22: read published '2023/2024', expected a year, month or day such as 2023, 2023-05 or 2023-05-17",
        ),
        (
            "sources", "id  published\ns1  2023-02-29",
            "sources.csv:2:22: read published '2023-02-29', expected a year, month or day such as 2023, 2023-05 or 2023-05-17",
        ),
        ("sources", "id  copy_of\ns1  s2", "sources.csv:2:26: read copy_of 's2', expected an id of sources.csv"),
        (
            "sources", "id  copy_of\ns1  s1",
            "sources.csv:2:26: read copy_of 's1', expected an original at the end, not the circle s1 → s1",
        ),
        (
            "sources", "id  copy_of\ns1  a\na  b\nb  a",
            "sources.csv:3:25: read copy_of 'b', expected an original at the end, not the circle a → b → a",
        ),
        (
            "authorities", "code  name\nGACC  customs\nGACC  customs",
            "authorities.csv:3:1: read code 'GACC', expected another: authorities.csv:2:1 has it",
        ),
        ("authorities", "code  name\nGACC  .", "authorities.csv:2:6: read no name, expected a few words"),
        (
            "identities", "id  left  relation  right  why\ni  turnover  =  exports + imprts  sum",
            "identities.csv:2:14: read right 'exports + imprts', expected for imprts a code of series.csv, perhaps 'imports'",
        ),
        (
            "identities", "id  left  relation  right  why\ni  turnover  >=  exports  sum",
            "identities.csv:2:12: read relation '>=', expected = or <=",
        ),
        (
            "identities", "id  left  relation  right  why\ni  turnover  =  exports +  sum",
            "identities.csv:2:14: read right 'exports +', expected terms such as 'exports + imports', '2 * turnover[area=CN-XJ]'",
        ),
        (
            "known", "claims  cause  reason\nc1 c11  REVISION  seen",
            "known.csv:2:1: read claims 'c1 c11', expected for 'c11' the id of a claim, perhaps 'c1'",
        ),
        (
            "known", "claims  cause  reason\nc1  BASE  seen",
            "known.csv:2:4: read cause 'BASE', expected ROUNDING, HEDGE, WORDING, REPORTER, REVISION, MIX, SCOPE, PERIOD, UNIT, TYPO or UNEXPLAINED",
        ),
        ("known", "claims  cause  reason\nc1  UNIT  .", "known.csv:2:9: read no reason, expected a few words"),
        ("known", "claims  cause  reason\n.  UNIT  seen", "known.csv:2:1: read no claims, expected the ids of claims, spaces between"),
    ],
)  # fmt: skip
def test_the_other_tables_tell_their_problems(make_folder, table, text, expected):
    assert problems(make_folder(trade=TWO_LEVELS, **{table: text})) == [expected]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("turnover,USD,flow,yes,no,,,,,", "series.csv:3:1: read code 'turnover', expected another: series.csv:2:1 has it"),
        ("a-b,USD,flow,yes,no,,,,,", "series.csv:3:1: read code 'a-b', expected a code of letters, digits and '_'"),
        ("x,,flow,yes,no,,,,,", "series.csv:3:3: read no unit, expected a code without spaces"),
        ("x,USD,rate,yes,no,,,,,", "series.csv:3:7: read kind 'rate', expected flow or stock"),
        ("x,USD,flow,true,no,,,,,", "series.csv:3:12: read symmetric 'true', expected yes or no"),
        ("x,USD,flow,yes,,,,,,", "series.csv:3:16: read no negative, expected yes or no"),
        ("x,USD,flow,yes,no,0.005,,,,", "series.csv:3:19: read revision '0.005', expected a percentage such as '0.5%'"),
    ],
)  # fmt: skip
def test_series_tell_their_problems(make_folder, row, expected):
    header = ",".join(COLUMNS["series.csv"])
    series = f"{header}\nturnover,USD,flow,yes,no,,,,,\n{row}\n".encode()
    assert problems(make_folder(trade=TWO_LEVELS, series=series)) == [expected]


def test_all_problems_of_a_folder_are_told_in_the_order_of_files_and_lines(make_folder):
    folder = make_folder(
        trade="series  period  figure\nturnovr  2022-13  $5 billion\nturnover  2021  5%",
        rail=b"id,statement\n",
        sources="id  language\ns1  english",
    )
    assert [problem.split(": ")[0] for problem in problems(folder)] == [
        "rail.csv:1:1",
        "sources.csv:2:23",
        "trade.csv:2:10",
        "trade.csv:2:25",
        "trade.csv:3:32",
    ]


def test_a_broken_table_is_not_blamed_for_what_it_could_not_list(make_folder):
    folder = make_folder(
        trade=TWO_LEVELS,
        sources=b"id,publisher\n",
        series=b'"code',
        known="claims  cause  reason\nc9  UNIT  seen",
    )
    assert {problem.split(":")[0] for problem in problems(folder)} == {
        "known.csv",
        "sources.csv",
        "series.csv",
    }


def test_a_line_break_in_quotes_moves_the_rows_below_it(make_folder):
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
    [problem] = problems(make_folder(trade=text.encode()))
    assert problem == "trade.csv:4:1: read id 'a', expected another: trade.csv:2:1 has it"


def test_a_byte_order_mark_is_accepted(make_folder):
    folder = make_folder(trade=TWO_LEVELS)
    (folder / "trade.csv").write_bytes(b"\xef\xbb\xbf" + (folder / "trade.csv").read_bytes())
    assert len(read_folder(folder).claims) == 2


def test_missing_folders_and_tables_are_told(tmp_path, make_folder):
    [problem] = problems(tmp_path / "nowhere")
    assert problem == (
        f"{tmp_path / 'nowhere'}: read nothing, expected a folder with series.csv and sources.csv: No such file or directory"
    )
    folder = make_folder(trade="period,figure\n2021,5")
    (folder / "series.csv").unlink()
    (folder / "sources.csv").unlink()
    assert problems(folder) == [
        f"{name}: read nothing, expected this file" for name in ("series.csv", "sources.csv")
    ]


def test_optional_tables_may_be_missing_but_not_broken_links(make_folder):
    folder = make_folder(trade=TWO_LEVELS)
    (folder / "authorities.csv").unlink()
    assert not read_folder(folder).authorities
    (folder / "known.csv").symlink_to("nowhere.csv")
    assert problems(folder) == ["known.csv: read nothing, expected this file"]


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


@given(st.lists(st.text(max_size=8), min_size=len(CLAIM_COLUMNS), max_size=len(CLAIM_COLUMNS)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_claim_says_only_a_data_error_is_raised(make_folder, cells):
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    folder = make_folder(trade=f"{HEADER}\n{quoted}\n".encode(errors="replace"))
    with pytest.raises(DataError):
        read_folder(folder)


def test_the_bundled_folder_can_be_read():
    assert read_folder(bundled_folder()).claims
