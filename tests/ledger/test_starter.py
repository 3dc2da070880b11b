"""A new folder shows each kind of statement, is a valid Data Package and passes a check."""

import pytest
from frictionless import Package

from cnkz_stats.errors import CnkzError
from cnkz_stats.ledger.canonical import canonical_tables, differing
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.starter import starter_files, write_starter
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.audit import audit


@pytest.fixture
def new(tmp_path):
    write_starter(tmp_path / "figures")
    return tmp_path / "figures"


def test_it_has_an_example_of_each_statement(new):
    assert {claim.statement for claim in read_folder(new).claims} == set(Statement)


def test_it_can_be_true_and_its_claims_hang_together(new):
    found = audit(read_folder(new))
    assert found.findings == ()
    assert len(found.facts) == 9


def test_it_uses_every_table_it_describes(new):
    folder = read_folder(new)
    assert folder.identities
    assert {claim.source for claim in folder.claims} == set(folder.sources)
    assert {claim.series for claim in folder.claims} == set(folder.series)
    assert {claim.authority for claim in folder.claims} - {""} == set(folder.authorities)


def test_it_is_in_canonical_form(new):
    assert differing(canonical_tables(new)) == {}


def test_it_is_a_valid_data_package_of_all_its_tables(new):
    report = Package(str(new / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    described = {resource.path for resource in Package(str(new / "datapackage.json")).resources}
    assert described == {path.name for path in new.glob("*.csv")}


def test_it_says_how_to_go_on(new):
    assert {path.name for path in new.iterdir()} == set(starter_files())
    assert "sources.csv" in (new / "README.md").read_text(encoding="utf-8")


def test_an_empty_folder_is_filled_and_missing_parents_are_made(tmp_path):
    (tmp_path / "empty").mkdir()
    write_starter(tmp_path / "empty")
    write_starter(tmp_path / "a" / "b")
    assert read_folder(tmp_path / "empty").claims == read_folder(tmp_path / "a" / "b").claims


def test_a_folder_with_anything_in_it_is_refused_and_stays_as_it_was(tmp_path):
    (tmp_path / ".hidden").write_text("x")
    with pytest.raises(CnkzError, match="read a folder with files in it, expected an empty or a new one"):
        write_starter(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [".hidden"]


def test_no_folder_can_be_made_within_a_file(tmp_path):
    (tmp_path / "file").write_text("x")
    for path in (tmp_path / "file", tmp_path / "file" / "folder"):
        with pytest.raises(CnkzError, match="no folder can be made here"):
            write_starter(path)
