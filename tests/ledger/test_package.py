import json

import pytest

from cnkz_stats.ledger.claim import CLAIM_COLUMNS
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.package import read_package

TRADE = "period,figure\n2021,$25.25 billion"


def resource(path, *columns):
    return {"path": path, "schema": {"fields": [{"name": column} for column in columns]}}


def write(folder, package):
    text = package if isinstance(package, str) else json.dumps(package, indent=1)
    (folder / "datapackage.json").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            '{\n "a" 1}',
            "datapackage.json:2:6: read something else than JSON: Expecting ':' delimiter, expected JSON",
        ),
        (
            "[" * 100_000,
            "datapackage.json: read JSON that is too deep or has a number too long, expected a data package",
        ),
        (
            "1" * 5000,
            "datapackage.json: read JSON that is too deep or has a number too long, expected a data package",
        ),
        ("[]", "datapackage.json: read no list of resources, expected a data package"),
        ('{"resources": {}}', "datapackage.json: read no list of resources, expected a data package"),
        (
            '{"resources": [\n  {"path": "gone.csv"}]}',
            "datapackage.json:2:12: read path 'gone.csv', expected a file of this folder",
        ),
        (
            '{"resources": [{"path": ["trade.csv", "a\\u0000b"]}]}',
            "datapackage.json:1:39: read path 'a\\x00b', expected a file of this folder",
        ),
        (
            '{"resources": [{"path": "../folder/trade.csv"}]}',
            "datapackage.json:1:25: read path '../folder/trade.csv', expected a file of this folder",
        ),
        (
            '{"resources": [{"path": "' + "x" * 5000 + '"}]}',
            "datapackage.json:1:25: read path '" + "x" * 60 + "'…, expected a file of this folder",
        ),
    ],
)
def test_a_package_that_cannot_be_right_is_told(make_folder, problems_of, text, expected):
    assert problems_of(write(make_folder(trade=TRADE), text)) == [expected]


def test_a_package_names_its_files_from_the_folder(make_folder, problems_of):
    folder = make_folder(trade=TRADE)
    path = str(folder / "trade.csv")
    write(folder, json.dumps({"resources": [resource(path)]}))
    [problem] = problems_of(folder)
    assert problem.endswith(", expected a file of this folder")


def test_a_table_of_other_columns_by_the_package_holds_no_claims(make_folder):
    folder = make_folder(trade=TRADE, rates=b"year,rate\n2021,6.45\n")
    write(
        folder, {"resources": [resource("trade.csv", *CLAIM_COLUMNS), resource("rates.csv", "year", "rate")]}
    )
    assert read_folder(folder).topics == ("trade",)


def test_a_wrong_package_hides_no_claims(make_folder):
    folder = make_folder(trade=TRADE)
    write(folder, {"resources": [resource("trade.csv", "id", "statment")]})
    assert read_folder(folder).topics == ("trade",)


def test_a_table_that_the_package_does_not_describe_holds_claims(make_folder):
    folder = make_folder(trade=TRADE, rail="series,figure\nrail_tonnage,5")
    write(
        folder, {"resources": [{"path": "trade.csv"}, {"path": "https://example.org/x.csv"}, {"data": []}, 5]}
    )
    assert read_folder(folder).topics == ("rail", "trade")


def test_the_register_of_projects_holds_no_claims(make_folder):
    folder = make_folder(trade=TRADE, project_register="id  name  status  sources\np  Plant  operating  s1")
    assert read_folder(folder).topics == ("trade",)


def test_without_a_package_nothing_is_described(tmp_path):
    assert read_package(tmp_path) == ({}, [])
    (tmp_path / "datapackage.json").write_bytes(b"\xff")
    [problem] = read_package(tmp_path)[1]
    assert str(problem) == "datapackage.json:1:1: read byte 0xff, expected UTF-8"
