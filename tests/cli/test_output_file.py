"""`-o FILE` writes the whole file or nothing, and says in one line why not."""

import os
import stat
import subprocess
import threading

import pytest

BEFORE = "as before"


@pytest.fixture
def small(make_folder):
    return make_folder(trade="period  figure\n2021    $25.25 billion\n2022    $31.17 billion")


@pytest.fixture
def here(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("target", "reason"),
    [
        ("missing/growth.csv", "No such file or directory"),
        ("file/growth.csv", "Not a directory"),
        ("directory", "Is a directory"),
        ("", "Is a directory"),
        (f"{'long' * 100}.csv", "File name too long"),
    ],
)
def test_a_target_that_cannot_be_written_is_one_line(target, reason, small, run, here):
    (here / "directory").mkdir()
    (here / "file").write_text(BEFORE, encoding="utf-8")
    answer = run("growth", "--data", small, "-o", target)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err.endswith(f"cannot be written: {reason}\n")
    assert answer.err.count("\n") == 1
    assert sorted(path.name for path in here.iterdir()) == ["directory", "file", "folder"]
    assert list((here / "directory").iterdir()) == []
    assert (here / "file").read_text(encoding="utf-8") == BEFORE


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_not_be_written_stays_as_it_is(small, run, tmp_path):
    target = tmp_path / "growth.csv"
    target.write_text(BEFORE, encoding="utf-8")
    target.chmod(0o444)
    answer = run("growth", "--data", small, "-o", target)
    assert (answer.status, answer.err) == (2, f"{target}: cannot be written: Permission denied\n")
    assert target.read_text(encoding="utf-8") == BEFORE


def test_a_file_is_replaced_with_its_rights(small, run, tmp_path):
    target = tmp_path / "growth.csv"
    target.write_text(BEFORE, encoding="utf-8")
    target.chmod(0o600)
    assert run("growth", "--data", small, "-o", target, "--format", "csv").status == 0
    assert target.read_text(encoding="utf-8").startswith("series,area,partner")
    assert stat.S_IMODE(target.stat().st_mode) == 0o600


def test_a_link_goes_on_pointing_where_it_did(small, run, tmp_path):
    (tmp_path / "real.csv").write_text(BEFORE, encoding="utf-8")
    (tmp_path / "link.csv").symlink_to("real.csv")
    assert run("growth", "--data", small, "-o", tmp_path / "link.csv").status == 0
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_text(encoding="utf-8") != BEFORE


def test_a_device_is_written_to_and_stays_a_device(small, run):
    answer = run("growth", "--data", small, "-o", "/dev/null")
    assert (answer.status, answer.out, answer.err) == (0, "", "")
    assert subprocess.run(["test", "-c", "/dev/null"], check=False).returncode == 0


def test_a_named_pipe_is_written_to(small, run, tmp_path):
    pipe, read = tmp_path / "pipe", []
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text(encoding="utf-8")))
    reader.start()
    assert run("growth", "--data", small, "-o", pipe).status == 0
    reader.join(timeout=10)
    assert "23.401–23.490 %" in read[0]


def test_the_picture_of_a_topic_is_named_after_it(small, run, here):
    answer = run("chart", "trade", "--data", small)
    assert (answer.status, answer.out) == (0, "trade.png\n")
    assert (here / "trade.png").read_bytes().startswith(b"\x89PNG")
