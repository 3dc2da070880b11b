"""`chart`: a topic, or a conflict by an id; anything else is told in one line."""

import pytest

TRADE = "id  period  figure\na  2022  $31.17 billion\nb  2022  $24.2 billion"
EXPECTED = "expected 'chart conflict ID', or 'chart TOPIC' without an id\n"


def test_a_conflict_by_a_claim_in_it(spawn, make_folder, tmp_path):
    answer = spawn(f"cnkz chart conflict a --data {make_folder(trade=TRADE)} -o {tmp_path}/c.svg")
    assert (answer.returncode, answer.stdout, answer.stderr) == (0, f"{tmp_path}/c.svg\n", "")
    assert "these two figures cannot both be true" in (tmp_path / "c.svg").read_text(encoding="utf-8")


@pytest.mark.parametrize("words", ["conflict", "trade a"])
def test_half_a_question_is_2(spawn, make_folder, tmp_path, words):
    answer = spawn(f"cnkz chart {words} --data {make_folder(trade=TRADE)} -o {tmp_path}/c.svg")
    assert (answer.returncode, answer.stdout, answer.stderr) == (2, "", EXPECTED)


def test_what_is_no_conflict_is_2_and_leaves_no_file(spawn, make_folder, tmp_path):
    answer = spawn(f"cnkz chart conflict z --data {make_folder(trade=TRADE)} -o {tmp_path}/c.svg")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("no conflict 'z', expected the id of one, or of a claim in one: ")
    assert not (tmp_path / "c.svg").exists()
