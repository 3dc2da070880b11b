import pytest

from cnkz_stats.ledger.rows import COLUMNS

TRADE = "period,figure\n2021,$25.25 billion\n2022,$31.17 billion"


@pytest.mark.parametrize(
    ("table", "text", "expected"),
    [
        ("sources", "id  language\ns1  en\ns1  en", "sources.csv:3:1: read id 's1', expected another: sources.csv:2:1 has it"),
        ("sources", "id\ns1\ns 2", "sources.csv:3:1: read id 's 2', expected a code without spaces"),
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
            "project_register", "id  name  status  year  sources\np  Plant  operating  2023-05  s1",
            "project_register.csv:2:23: read year '2023-05', expected a year such as 2023",
        ),
        (
            "project_register", "id  name  status  sources\np  Plant  done  s1",
            "project_register.csv:2:13: read status 'done', expected planned, contracted, building, operating, suspended or cancelled",
        ),
        (
            "project_register", "id  name  status  sources\np  A=B  operating  s1",
            "project_register.csv:2:3: read name 'A=B', expected a name without '[', ']', ';' and '='",
        ),
        (
            "project_register", "id  name  value  status  sources\np  Plant  100 MW  operating  s1",
            "project_register.csv:2:12: read value '100 MW', expected an amount of money such as '1.79 billion U.S. dollars'",
        ),
        (
            "project_register", "id  name  status  sources\np  Plant  operating  s1;s9",
            "project_register.csv:2:24: read sources 's1;s9', expected for 's9' an id of sources.csv",
        ),
        (
            "project_register", "id  name  status  sources\np  Plant  operating  .",
            "project_register.csv:2:24: read no sources, expected the documents that name it, ids with ';' between",
        ),
        (
            "identities", "id  left  relation  right  why\ni  projects  =  turnover  sum",
            "identities.csv:2:14: read right 'turnover', expected one series, behind <=, that the projects are parts of",
        ),
        (
            "identities", "id  left  relation  right  why\ni  projects + exports  <=  turnover  sum",
            "identities.csv:2:3: read left 'projects + exports', expected nothing but projects with + between",
        ),
        (
            "identities", "id  left  relation  right  why\ni  turnover  <=  projects  sum",
            "identities.csv:2:15: read right 'projects', expected projects on the left only: the parts of a whole",
        ),
        (
            "identities", "id  left  relation  right  why\ni  projects[area=KZ]  <=  turnover  sum",
            "identities.csv:2:3: read left 'projects[area=KZ]', expected column=value, ';' between, each once, of the columns id, place, sector, status",
        ),
        (
            "identities", "id  left  relation  right  why\ni  turnover  =  exports + imprts  sum",
            "identities.csv:2:14: read right 'exports + imprts', expected for imprts a code of series.csv, perhaps 'imports'",
        ),
        (
            "identities",
            "id  left  relation  right  why\ni  turnover  =  exports + imports  sum\ni  balance  =  exports - imports  rest",
            "identities.csv:3:1: read id 'i', expected another: identities.csv:2:1 has it",
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
            "known.csv:2:1: read claims 'c1 c11', expected for 'c11' the id of a claim or project, perhaps 'c1'",
        ),
        (
            "known", "claims  cause  reason\nc1  BASE  seen",
            "known.csv:2:4: read cause 'BASE', expected ROUNDING, HEDGE, WORDING, REPORTER, REVISION, MIX, SCOPE, PERIOD, UNIT, TYPO or UNEXPLAINED",
        ),
        ("known", "claims  cause  reason\nc1  UNIT  .", "known.csv:2:9: read no reason, expected a few words"),
        ("known", "claims  cause  reason\n.  UNIT  seen", "known.csv:2:1: read no claims, expected the ids of claims, spaces between, perhaps after the id of the finding and a colon"),
        (
            "known", "claims  cause  reason\n2414998859f: c1  UNIT  seen",
            "known.csv:2:1: read claims '2414998859f: c1', expected the ids of claims, spaces between, perhaps after the id of the finding and a colon",
        ),
    ],
)  # fmt: skip
def test_the_other_tables_tell_their_problems(make_folder, problems_of, table, text, expected):
    assert problems_of(make_folder(trade=TRADE, **{table: text})) == [expected]


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
def test_series_tell_their_problems(make_folder, problems_of, row, expected):
    header = ",".join(COLUMNS["series.csv"])
    series = f"{header}\nturnover,USD,flow,yes,no,,,,,\n{row}\n".encode()
    assert problems_of(make_folder(trade=TRADE, series=series)) == [expected]
