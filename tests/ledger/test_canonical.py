"""The canonical form says the same as the folder did, is the same whoever wrote the folder, and changes nothing twice."""

import io
import random
from dataclasses import asdict

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cnkz_stats.errors import DataError
from cnkz_stats.ledger.canonical import canonical_tables, differing
from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import bundled_folder, read_folder
from cnkz_stats.ledger.rows import COLUMNS
from cnkz_stats.ledger.writing import csv_line, write_files

SERIES = b"code,unit,kind,symmetric,negative,revision,en,zh,ru,kk\n"
SOURCES = b"id,publisher,title,url,published,language,copy_of,note\n"


@pytest.fixture
def folder(tmp_path):
    """Writes tables as they are; series.csv and sources.csv are empty unless given."""

    def write(**tables):
        for name, content in {"series": SERIES, "sources": SOURCES, **tables}.items():
            (tmp_path / f"{name}.csv").write_bytes(content)
        return tmp_path

    return write


def canonical(folder, name):
    return canonical_tables(folder)[folder / f"{name}.csv"].decode()


def test_the_bundled_folder_is_in_canonical_form():
    assert differing(canonical_tables(bundled_folder())) == {}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        pytest.param(b"code,name,area\nA,x,KZ\n", "code,name,area\nA,x,KZ\n", id="canonical"),
        pytest.param(b"\xef\xbb\xbfcode,name,area\r\nA,x,KZ\r\n", "code,name,area\nA,x,KZ\n", id="spreadsheet"),
        pytest.param(b'"code","name","area"\n"A","x","KZ"', "code,name,area\nA,x,KZ\n", id="all in quotes"),
        pytest.param(b"code,name,area\n A , x\t,KZ\n", "code,name,area\nA,x,KZ\n", id="spaces around cells"),
        pytest.param(b"\ncode,name,area\n\nA,x,KZ\n\n,,\n", "code,name,area\nA,x,KZ\n", id="empty rows"),
        pytest.param(b"area, name,code\nKZ,x,A\n", "code,name,area\nA,x,KZ\n", id="columns in another order"),
        pytest.param(b"code,name,area\nB,y,CN\nA,x,KZ\n", "code,name,area\nA,x,KZ\nB,y,CN\n", id="codes in another order"),
        pytest.param('code,name,area\nA,"x, y ""z"" ё",KZ\n'.encode(), 'code,name,area\nA,"x, y ""z"" ё",KZ\n', id="quotes that are needed"),
    ],
)  # fmt: skip
def test_one_form_whoever_wrote_it(folder, written, expected):
    assert canonical(folder(authorities=written), "authorities") == expected


@pytest.mark.parametrize(
    ("name", "columns"),
    [
        ("trade", CLAIM_COLUMNS),
        ("identities", COLUMNS["identities.csv"]),
        ("known", COLUMNS["known.csv"]),
        ("project_register", COLUMNS["project_register.csv"]),
    ],
)
def test_what_somebody_put_in_an_order_stays_in_it(folder, name, columns):
    text = "".join(csv_line([first, *columns[1:]]) for first in (columns[0], "b", "c", "a"))
    assert canonical(folder(**{name: text.encode()}), name) == text


def test_a_table_described_as_something_else_is_left_alone(folder):
    path = folder(rates=b"year ; rate\n1 ; 2\n")
    (path / "datapackage.json").write_text(
        '{"resources": [{"path": "rates.csv", "schema": {"fields": [{"name": "year"}]}}]}'
    )
    assert path / "rates.csv" not in canonical_tables(path)


def test_everything_that_cannot_be_read_is_told_at_once_with_its_place(folder):
    path = folder(
        trade=b"id,statement\na,level\n",
        authorities=b'code,name,area\nA,"x\n',
        known=b"claims,cause,reason,link\na,TYPO\n",
    )
    with pytest.raises(DataError) as raised:
        canonical_tables(path)
    lines = str(raised.value).splitlines()
    assert [line.split(": read ")[0] for line in lines] == [
        "authorities.csv:2:3",
        "known.csv:2:3",
        "trade.csv:1:1",
    ]


def test_a_folder_without_its_required_tables_is_refused(tmp_path):
    with pytest.raises(DataError, match=r"series\.csv: read nothing"):
        canonical_tables(tmp_path)


# ---- any folder, written in any way

TEXT = st.text(
    st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=8
) | st.sampled_from(['say "so"', "a, b", "two\nlines", "two\r\nlines", " ", " x ", "ё", "数"])
ROWS = st.lists(st.tuples(TEXT, TEXT, TEXT), max_size=4)


def table(columns, rows):
    return [list(columns), *([row.get(column, "") for column in columns] for row in rows)]


def tables(texts):
    """A folder that can be read, whatever its free texts say."""
    claims = [
        {"id": f"c{i}", "statement": "level", "series": "turnover", "area": "KZ", "period": "2020",
         "figure": str(i + 1), "source": "s", "locator": locator, "note": note}
        for i, (locator, note, _) in enumerate(texts)
    ]  # fmt: skip
    source = {"id": "s", "language": "en", "title": "".join(text for _, _, text in texts)}
    series = {"code": "turnover", "unit": "USD", "kind": "flow", "symmetric": "yes", "negative": "no"}
    other = {**source, "id": "a", "note": "x"}
    return {
        "trade.csv": table(CLAIM_COLUMNS, claims),
        "sources.csv": table(COLUMNS["sources.csv"], [source, other]),
        "series.csv": table(COLUMNS["series.csv"], [series]),
    }


def scrawled(rows, chance):
    """The rows in a form that a person or a spreadsheet could have given them."""
    order = chance.sample(range(len(rows[0])), len(rows[0]))
    end = chance.choice(["\n", "\r\n", "\r"])
    out = io.StringIO(newline="")
    out.write(chance.choice(["", "\ufeff"]))
    for row in rows:
        out.write(",".join(_scrawled_cell(row[column], chance) for column in order) + end)
        out.write(end * chance.choice([0, 0, 1]))
    return out.getvalue().encode()


def _scrawled_cell(text, chance):
    text = chance.choice(["", " ", "\t"]) + text.strip() + chance.choice(["", " "])
    if any(sign in text for sign in ',"\r\n') or chance.random() < 0.3:
        return '"' + text.replace('"', '""') + '"'
    return text


def seen(folder):
    read = read_folder(folder)
    return [
        [asdict(claim) | {"at": None} for claim in read.claims],
        {key: asdict(one) for key, one in read.sources.items()},
        {key: asdict(one) for key, one in read.series.items()},
        read.topics,
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(texts=ROWS, seed=st.integers(0, 2**32))
def test_however_a_folder_was_written_its_canonical_form_is_one_and_says_the_same(tmp_path, texts, seed):
    plain = tables([tuple(cell.strip() for cell in row) for row in texts])
    for name, rows in plain.items():
        (tmp_path / name).write_text("".join(map(csv_line, rows)), encoding="utf-8", newline="")
    said = seen(tmp_path)
    expected = canonical_tables(tmp_path)
    write_files(expected)
    assert seen(tmp_path) == said
    assert differing(canonical_tables(tmp_path)) == {}
    chance = random.Random(seed)
    for name, rows in plain.items():
        (tmp_path / name).write_bytes(scrawled(rows, chance))
    assert canonical_tables(tmp_path) == expected
