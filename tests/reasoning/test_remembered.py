"""What was read of a folder and found about it is kept until the folder changes, and is what would be found anew."""

import os
import pickle
import subprocess
import sys
from hashlib import sha256

import pytest

from cnkz_stats.errors import DataError
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.ledger.remembered import PLACE, remembered_folder
from cnkz_stats.reasoning import audit as auditing
from cnkz_stats.reasoning.heard import heard

TRADE = """
    id      statement  period  figure           source
    before  level      2021    $25.25 billion   s1
    after   level      2022    $31.17 billion   s2
    growth  growth     2022    up 23.6 percent  s2
"""


@pytest.fixture
def place(tmp_path, monkeypatch):
    """Where outcomes are kept."""
    monkeypatch.setenv(PLACE, str(tmp_path / "kept"))
    return tmp_path / "kept"


@pytest.fixture
def anew(monkeypatch):
    """The folders that were heard, not remembered."""
    folders = []
    real = auditing.audit
    monkeypatch.setattr(
        auditing, "audit", lambda folder, **options: folders.append(folder) or real(folder, **options)
    )
    return folders


def test_a_folder_is_heard_once(folder_of, place, anew):
    folder = folder_of(trade=TRADE)
    first, second = heard(folder), heard(folder)
    assert len(anew) == 1
    assert first == second
    assert second.findings
    assert len(list(place.iterdir())) == 1


def test_what_is_remembered_is_about_the_claims_of_the_folder_as_it_was_read_now(folder_of, place, anew):
    heard(folder_of(trade=TRADE))
    again = folder_of(trade=TRADE)
    found = heard(again)
    assert len(anew) == 1
    assert all(any(claim is own for own in again.claims) for claim in found.findings[0].claims)
    assert set(found.facts) == set(auditing.facts_of(again))


@pytest.mark.parametrize(
    "changed",
    [
        {"trade": TRADE.replace("31.17", "31.18")},
        {
            "trade": "\n"
            + TRADE.replace("s1\n", "s1\n" + "    other   level      1992    $368 million     s1\n")
        },
        {"trade": TRADE, "known": "claims,cause,reason,link\nafter before growth,REVISION,looked into,\n"},
        {
            "trade": TRADE,
            "identities": "id,left,relation,right,why\nt,turnover,=,exports + imports,by name\n",
        },
    ],
    ids=["a figure", "a row", "known.csv", "identities.csv"],
)
def test_a_folder_that_changed_is_heard_anew(changed, folder_of, place, anew):
    heard(folder_of(trade=TRADE))
    folder = folder_of(**changed)
    found = heard(folder)
    assert len(anew) == 2
    assert found == auditing.audit(folder)


def test_another_program_hears_anew(folder_of, place, anew, monkeypatch):
    folder = folder_of(trade=TRADE)
    heard(folder)
    monkeypatch.setattr("cnkz_stats.ledger.remembered.version", lambda name: "another")
    heard(folder)
    assert len(anew) == 2


@pytest.mark.parametrize("damage", [lambda kept: kept[:-7], lambda kept: b"", lambda kept: kept + b"."])
def test_what_cannot_be_read_back_whole_is_heard_anew_and_kept_again(damage, folder_of, place, anew):
    folder = folder_of(trade=TRADE)
    first = heard(folder)
    (file,) = place.iterdir()
    file.write_bytes(damage(file.read_bytes()))
    assert heard(folder) == first
    assert heard(folder) == first
    assert len(anew) == 2


def test_a_file_makes_nothing_but_objects_of_the_program(folder_of, place, anew, tmp_path):
    folder = folder_of(trade=TRADE)
    heard(folder)
    (file,) = place.iterdir()

    class Planted:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "planted"),)

    planted = pickle.dumps(Planted())
    file.write_bytes(sha256(planted).digest() + planted)
    assert heard(folder).findings
    assert len(anew) == 2
    assert not (tmp_path / "planted").exists()


def test_nothing_is_kept_where_nothing_can_be_written(folder_of, anew, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setenv(PLACE, str(tmp_path / "file" / "below"))
    folder = folder_of(trade=TRADE)
    assert heard(folder) == heard(folder)
    assert len(anew) == 2


def test_an_empty_variable_keeps_nothing(folder_of, anew, monkeypatch, tmp_path):
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    folder = folder_of(trade=TRADE)
    heard(folder)
    heard(folder)
    assert len(anew) == 2
    assert not (tmp_path / "cache").exists()


def test_without_the_variable_it_is_kept_in_the_users_cache(folder_of, monkeypatch, tmp_path):
    monkeypatch.delenv(PLACE)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    heard(folder_of(trade=TRADE))
    assert len(list((tmp_path / "cache" / "cnkz-stats").glob("*.answer"))) == 1


def test_what_was_not_decided_in_time_is_not_kept(folder_of, place, anew):
    folder = folder_of(trade=TRADE)
    assert {finding.severity.value for finding in heard(folder, timeout=0).findings} == {"undecided"}
    assert {finding.severity.value for finding in heard(folder).findings} == {"warning"}
    assert len(anew) == 2


def test_the_last_outcomes_stay(folder_of, place, monkeypatch):
    monkeypatch.setattr("cnkz_stats.ledger.remembered._MOST", 2)
    for number in range(4):
        heard(folder_of(trade=TRADE.replace("25.25", f"25.2{number}")))
    assert len(list(place.iterdir())) == 2


LOOKED_UP = """
import sys
from pathlib import Path
from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.heard import heard
folder = read_folder(Path(sys.argv[1]))
print(set(heard(folder).facts) == set(facts_of(folder)))
"""


def test_another_run_of_python_finds_the_same_in_what_is_kept(make_folder, place):
    """Python's hashes of texts are others in every run; those of what is kept must not be those of an earlier one."""
    folder = make_folder(trade=TRADE)
    for seed in ("1", "2", "3"):
        command = [sys.executable, "-c", LOOKED_UP, str(folder)]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=True)
        assert done.stdout == "True\n"
    assert len(list(place.iterdir())) == 1


def test_files_are_read_once(make_folder, place, monkeypatch):
    path = make_folder(trade=TRADE)
    first = remembered_folder(path)
    monkeypatch.setattr("cnkz_stats.ledger.remembered.read_folder", lambda path: pytest.fail("read again"))
    again = remembered_folder(path)
    assert [(claim, claim.at) for claim in again.claims] == [(claim, claim.at) for claim in first.claims]
    assert (again.path, again.series, again.sources) == (first.path, first.series, first.sources)


@pytest.mark.parametrize("name", ["trade.csv", "sources.csv", "known.csv", "datapackage.json"])
def test_files_of_which_one_has_changed_are_read_anew(name, make_folder, place, monkeypatch):
    path = make_folder(trade=TRADE)
    (path / "datapackage.json").write_text('{"resources": []}')
    (path / "known.csv").write_text("claims,cause,reason,link\n")
    remembered_folder(path)
    (path / name).write_text((path / name).read_text() + "\n")
    monkeypatch.setattr("cnkz_stats.ledger.remembered.read_folder", lambda path: "read again")
    assert remembered_folder(path) == "read again"


def test_files_that_change_while_they_are_read_are_not_kept(make_folder, place, monkeypatch):
    path = make_folder(trade=TRADE)

    def read_late(path):
        (path / "trade.csv").write_text((path / "trade.csv").read_text().replace("31.17", "31.18"))
        return read_folder(path)

    monkeypatch.setattr("cnkz_stats.ledger.remembered.read_folder", read_late)
    remembered_folder(path)
    assert not place.exists()


def test_what_is_wrong_with_files_is_told_every_time(make_folder, place):
    path = make_folder(trade=TRADE.replace("growth  growth", "growth  grown"))
    told = []
    for _ in range(2):
        with pytest.raises(DataError) as wrong:
            remembered_folder(path)
        told.append(str(wrong.value))
    assert told[0] == told[1]
    assert "grown" in told[0]


def test_what_is_very_large_is_not_kept(folder_of, place, monkeypatch):
    monkeypatch.setattr("cnkz_stats.ledger.remembered._LARGEST", 100)
    heard(folder_of(trade=TRADE))
    assert not place.exists()
