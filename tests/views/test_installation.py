"""What `doctor` says of a sound installation and of a broken one."""

import sys

from cnkz_stats.ledger.folder import bundled_folder
from cnkz_stats.views.installation import installation_table, works


def found(table):
    return {row[0]: row[1:] for row in table.rows}


def test_all_that_the_program_needs_is_told_with_its_version():
    table = installation_table(bundled_folder())
    assert works(table)
    assert {"cnkz-stats", "python", "pandas", "matplotlib", "z3-solver", "data"} <= found(table).keys()


def test_a_folder_that_cannot_be_used_is_told(tmp_path):
    table = installation_table(tmp_path / "missing")
    assert not works(table)
    assert found(table)["data"][0].startswith(f"{tmp_path / 'missing'}: ")
    assert found(table)["data"][1] == "NO"


def test_a_library_that_cannot_be_imported_is_told(monkeypatch):
    monkeypatch.setitem(sys.modules, "z3", None)
    table = installation_table(bundled_folder())
    assert not works(table)
    assert found(table)["z3-solver"][1] == "NO"


def test_how_much_is_kept_is_told(tmp_path, monkeypatch):
    (tmp_path / "a.answer").write_bytes(bytes(1_500_000))
    monkeypatch.setenv("CNKZ_STATS_CACHE", str(tmp_path))
    assert found(installation_table(bundled_folder()))["cache"] == (f"1 answers, 1.5 MB in {tmp_path}", "yes")
    monkeypatch.setenv("CNKZ_STATS_CACHE", "")
    assert found(installation_table(bundled_folder()))["cache"] == ("nothing is kept", "yes")
