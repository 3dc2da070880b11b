"""The collection of conflicts met in print: what cannot be true is found, what can is left alone, causes are named."""

from fractions import Fraction
from pathlib import Path

import pytest

from cnkz_stats.reasoning.findings import Severity
from conflicts.score import COLLECTION, INVENTED, LEFT_OUT, Score, expected, score, table, totals

ROWS = [row for row in expected() if row["expected"] != LEFT_OUT]


@pytest.fixture(scope="module")
def scored() -> dict[str, Score]:
    return {row["item"]: score(row) for row in ROWS}


@pytest.mark.parametrize("item", [row["item"] for row in ROWS if row["expected"] == "contradictory"])
def test_what_cannot_all_be_true_is_found(item: str, scored: dict[str, Score]) -> None:
    assert scored[item].verdict_right


@pytest.mark.parametrize("item", [row["item"] for row in ROWS if row["expected"] == "consistent"])
def test_what_can_all_be_true_is_not_accused(item: str, scored: dict[str, Score]) -> None:
    assert scored[item].found == ()


def test_nothing_is_left_undecided(scored: dict[str, Score]) -> None:
    assert Severity.UNDECIDED not in {cause for one in scored.values() for cause in one.found}


def test_the_first_causes_are_ones_that_readers_of_the_sources_accept(scored: dict[str, Score]) -> None:
    conflicts = [one for one in scored.values() if one.contradictory]
    assert Fraction(sum(one.cause_right for one in conflicts), len(conflicts)) >= Fraction(85, 100)


@pytest.mark.parametrize("row", expected(INVENTED), ids=lambda row: row["item"])
def test_an_invented_conflict_is_found_and_explained_and_an_invented_agreement_left_alone(
    row: dict[str, str],
) -> None:
    one = score(row, INVENTED)
    assert (one.verdict_right, one.cause_right) == (True, one.contradictory), row["note"]


def test_what_is_invented_says_so() -> None:
    for claims in INVENTED.glob("*/claims.csv"):
        for line in claims.read_text(encoding="utf-8").splitlines()[1:]:
            assert ("made-up-" in line) <= ("invented" in line), f"{claims}: {line}"


def test_every_folder_of_the_collection_is_expected_to_say_something() -> None:
    folders = {path.name for path in Path(COLLECTION).iterdir() if (path / "sources.csv").is_file()}
    assert folders == {row["item"] for row in ROWS}


def test_the_score_marks_a_wrong_verdict_and_a_wrong_cause() -> None:
    lines = list(
        table(
            [
                Score("X1", contradictory=True, causes=frozenset({"TYPO"}), found=("TYPO",)),
                Score("X2", contradictory=True, causes=frozenset({"TYPO", "UNIT"}), found=("SCOPE",)),
                Score("X3", contradictory=False, causes=frozenset(), found=("TYPO",)),
            ]
        )
    )
    assert [line.split(maxsplit=3)[-1] for line in lines[1:]] == [
        "yes",
        "no, noted: TYPO UNIT",
        "no, noted: nothing",
    ]


def test_the_totals_count_verdicts_and_causes_apart() -> None:
    assert list(
        totals(
            [
                Score("X1", contradictory=True, causes=frozenset({"TYPO"}), found=("TYPO", "SCOPE")),
                Score("X2", contradictory=True, causes=frozenset({"TYPO"}), found=()),
                Score("X3", contradictory=False, causes=frozenset(), found=()),
            ]
        )
    ) == [
        "contradictions found: 1 of 2",
        "first cause among those noted: 0 of 2",
        "consistent and unaccused: 1 of 1",
    ]
