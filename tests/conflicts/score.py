"""What the audit makes of the collection of conflicts met in print, then of those invented: `python tests/conflicts/score.py`.

Prints a table of each, then how many contradictions were found, of how many the first cause is among those noted, and how many
consistent sets stayed unaccused; the cases without a folder, with the reason, at the end.
"""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from cnkz_stats.ledger.folder import read_folder
from cnkz_stats.reasoning.audit import audit

COLLECTION = Path(__file__).parent
INVENTED = COLLECTION / "invented"
LEFT_OUT = "left out"


@dataclass(frozen=True)
class Score:
    """One case: what is expected of it, and the first cause of every finding."""

    item: str
    contradictory: bool
    causes: frozenset[str]
    found: tuple[str, ...]

    @property
    def verdict_right(self) -> bool:
        """Whether a contradiction was found, or a consistent set left unaccused."""
        return bool(self.found) == self.contradictory

    @property
    def cause_right(self) -> bool:
        """Whether the first cause of every finding is one that a reader of the sources accepts."""
        return bool(self.found) and self.causes >= set(self.found)


def expected(collection: Path = COLLECTION) -> list[dict[str, str]]:
    """The rows of `expected.csv`."""
    with (collection / "expected.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def score(row: dict[str, str], collection: Path = COLLECTION) -> Score:
    """The findings of one case against what is expected of it."""
    findings = audit(read_folder(collection / row["item"])).findings
    firsts = (finding.causes[0].code if finding.causes else finding.verdict for finding in findings)
    contradictory = row["expected"] == "contradictory"
    return Score(row["item"], contradictory, frozenset(row["causes"].split()), tuple(map(str, firsts)))


def scores(collection: Path = COLLECTION) -> list[Score]:
    """All cases that have a folder."""
    return [score(row, collection) for row in expected(collection) if row["expected"] != LEFT_OUT]


def table(scored: Sequence[Score]) -> Iterator[str]:
    """The cases as lines of text."""
    yield f"{'item':5} {'expected':14} {'found':28} ok"
    for one in scored:
        wanted = "contradictory" if one.contradictory else "consistent"
        ok = one.verdict_right and (one.cause_right or not one.contradictory)
        remark = "yes" if ok else f"no, noted: {' '.join(sorted(one.causes)) or 'nothing'}"
        yield f"{one.item:5} {wanted:14} {' '.join(one.found) or '-':28} {remark}"


def totals(scored: Sequence[Score]) -> Iterator[str]:
    """How many are right, of how many."""
    conflicts = [one for one in scored if one.contradictory]
    others = [one for one in scored if not one.contradictory]
    yield f"contradictions found: {sum(one.verdict_right for one in conflicts)} of {len(conflicts)}"
    yield f"first cause among those noted: {sum(one.cause_right for one in conflicts)} of {len(conflicts)}"
    yield f"consistent and unaccused: {sum(one.verdict_right for one in others)} of {len(others)}"


def main() -> None:
    """Print all of it."""
    scored, invented = scores(), scores(INVENTED)
    left_out = [row for row in expected() if row["expected"] == LEFT_OUT]
    lines = [
        *table(scored),
        "",
        *totals(scored),
        "",
        "invented:",
        *table(invented),
        "",
        *totals(invented),
        "",
        *(f"left out: {row['item']}: {row['note']}" for row in left_out),
    ]
    print("\n".join(lines))  # noqa: T201 (a command)


if __name__ == "__main__":
    main()
