import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnkz_stats.errors import DataError
from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import read_folder

HEADER = ",".join(CLAIM_COLUMNS)


@pytest.mark.parametrize(
    ("row", "attribute", "expected"),
    [
        ("statement  period     base  figure\ngrowth  2022-Q1  .  23.6%", "bases", ("2021-Q1",)),
        ("statement  period     base  figure\ngrowth  2022|2023  .  23.6%", "bases", ("2021", "2022")),
        ("statement  period     base  figure\ngrowth  2022  2019  23.6%", "bases", ("2019",)),
        ("statement  period     base  figure\nmultiple  2021|2022  1992  68 times", "bases", ("1992",)),
        (
            "statement  period     base  figure\nmultiple  2023-01/2023-11  2023-01  9 times",
            "bases",
            ("2023-01",),
        ),
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
        "statement  unit  figure\ngrowth  CNY  5%",
        "series  unit  figure\nrail_tonnage  t/year  5 million tons",
        "statement  unit  figure\ntarget  x  double",
        "statement  figure\nrank  first",
        "statement  unit  base  period  figure\nchange  %  2021  2022  5 percentage points",
    ],
)
def test_a_figure_fits_a_unit_that_it_prints_or_leaves_open(make_folder, row):
    assert read_folder(make_folder(trade=row)).claims


def test_a_series_of_percentages_may_grow_by_a_percentage(make_folder):
    series = "code,unit,kind,symmetric,negative\ninflation,%,flow,no,yes"
    rows = "statement,series,unit,figure\nlevel,inflation,,5%\ngrowth,inflation,%,20%"
    assert len(read_folder(make_folder(macro=rows, series=series)).claims) == 2


@pytest.mark.parametrize(
    ("language", "figure"), [("zh", "252.5亿美元"), ("ru", "25,25 млрд долларов"), ("ja", "$25.25 billion")]
)
def test_a_figure_is_read_in_the_language_of_its_document(make_folder, language, figure):
    sources = f"id,language\ns1,{language}"
    [claim] = read_folder(make_folder(trade=f"figure\n{figure}", sources=sources)).claims
    assert claim.figure.value == 25_250_000_000


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
        ("period", "2022-00", "period '2022-00', expected a month from 01 to 12"),
        ("period", "2022-13/2023", "period '2022-13/2023', expected a month from 01 to 12"),
        ("period", "2022/2022-13", "period '2022/2022-13', expected a month from 01 to 12"),
        ("period", "2023-05-17/May", f"period '2023-05-17/May', expected a period such as {PERIODS}"),
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
def test_a_cell_of_another_form_is_told_with_what_was_expected(
    make_folder, problems_of, column, value, expected
):
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
    assert problems_of(folder) == [f"trade.csv:2:{start if column != 'id' else 1}: read {expected}"]


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
            "statement,period,base,figure\ngrowth,2022-01/2022-11,2013,an average of 5% a year",
            "base '2013', expected the same months of an earlier year, since the average is one of whole years",
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
            "statement,period,base,figure\nmultiple,2022,2021-13,5 times",
            "base '2021-13', expected a month from 01 to 12",
        ),
        (
            "statement,figure\nlevle,5%",
            "statement 'levle', expected level, growth, multiple, share, change, target or rank",
        ),
        (
            "unit,figure\n%,5 percentage points",
            "figure '5 percentage points', expected an amount in %, not in pp",
        ),
        (
            "statement,period,base,figure\nchange,2022,2021,5 percentage points",
            "figure '5 percentage points', expected an amount in USD, not in pp",
        ),
        (
            "statement,base,figure\nshare,,5%",
            "no base, expected column=value, ';' between, each once, of the columns series, area, partner, scope",
        ),
        (
            "statement,base,figure\nshare,period=2021,5%",
            "base 'period=2021', expected column=value, ';' between, each once, of the columns series, area, partner, scope",
        ),
        (
            "statement,base,figure\nshare,partner,5%",
            "base 'partner', expected column=value, ';' between, each once, of the columns series, area, partner, scope",
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
def test_base_and_figure_fit_the_statement(make_folder, problems_of, row, expected):
    [problem] = problems_of(make_folder(trade=row))
    assert problem.split(": ", 1)[1] == f"read {expected}"


@pytest.mark.parametrize("figure", ["", "no number", "12,3,4.5.6"])
def test_a_figure_that_cannot_be_read_is_told_with_the_reason(make_folder, problems_of, figure):
    [problem] = problems_of(make_folder(trade=f'period,figure\n2021,"{figure}"'))
    read = f"figure {figure!r}" if figure else "no figure"
    assert problem.startswith(f"trade.csv:2:32: read {read}, expected a figure that can be read: ")


@given(st.lists(st.text(max_size=8), min_size=len(CLAIM_COLUMNS), max_size=len(CLAIM_COLUMNS)))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_claim_says_only_a_data_error_is_raised(make_folder, cells):
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    folder = make_folder(trade=f"{HEADER}\n{quoted}\n".encode(errors="replace"))
    with pytest.raises(DataError):
        read_folder(folder)
