"""Checks the gold passages: spans equal the text, fields are valid; prints counts by language."""

import json
import re
import sys
from collections import Counter
from pathlib import Path

FIELDS = [
    "doc",
    "lang",
    "figure_as_printed",
    "char_start",
    "char_end",
    "indicator",
    "kind",
    "value",
    "value_max",
    "unit",
    "hedge",
    "period",
    "base_period",
    "flow",
    "reporter",
    "multiple_sense",
    "claim_ids",
]
KINDS = {"level", "growth_rate", "multiple", "share", "count", "target", "difference"}
HEDGES = {"exact", "about", "nearly", "over", "up to", "under"}
SENSES = {"", "ratio", "increase", "ambiguous"}
LANGUAGES = {"en", "ru", "zh", "kk"}
REPORTERS = {
    "CHN customs",
    "KAZ statistics",
    "KTZ",
    "KAZ transport ministry",
    "KAZ agriculture ministry",
    "KAZ government",
    "CHN government",
    "China Railway",
    "KazTransOil",
    "border inspection",
    "company",
    "unknown",
}
DAY = r"\d{4}(-\d{2}(-\d{2})?)?"
PERIOD = re.compile(rf"({DAY}(/{DAY})?)?")
CLAIM_ID = re.compile(r"c\d{4}")


def faults_of(row: dict[str, object], text: str) -> list[str]:
    """What is wrong with one annotation of the passage `text`; empty when nothing is."""
    if list(row) != FIELDS:
        return [f"fields {list(row)}, expected {FIELDS}"]
    start, end = int(str(row["char_start"])), int(str(row["char_end"]))
    ids = list(map(str, row["claim_ids"])) if isinstance(row["claim_ids"], list) else []
    low, high = row["value"], row["value_max"]
    tests = {
        "span differs from the text": text[start:end] == row["figure_as_printed"] != "",
        "lang is not the start of doc": row["lang"] == str(row["doc"])[:2],
        "unknown lang": row["lang"] in LANGUAGES,
        "unknown kind": row["kind"] in KINDS,
        "unknown hedge": row["hedge"] in HEDGES,
        "unknown reporter": row["reporter"] in REPORTERS,
        "unknown multiple_sense": row["multiple_sense"] in SENSES,
        "a multiple without sense": row["kind"] != "multiple" or row["multiple_sense"] != "",
        "a sense without unit x": row["multiple_sense"] == "" or row["unit"] == "x",
        "period is not ISO": PERIOD.fullmatch(str(row["period"])) is not None,
        "base_period is not ISO": PERIOD.fullmatch(str(row["base_period"])) is not None,
        "value is not a number": isinstance(low, int | float),
        "value_max is not above value": high is None or float(str(high)) > float(str(low)),
        "empty indicator, unit or flow": all(row[f] for f in ("indicator", "unit", "flow")),
        "claim_ids": len(ids) <= 3 and all(map(CLAIM_ID.fullmatch, ids)),
    }
    return [fault for fault, fine in tests.items() if not fine]


def check(folder: Path, faults: list[str]) -> Counter[tuple[str, str]]:
    """Counts of passages and claims by language in `folder`; faults are appended."""
    texts = {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.txt"))}
    counts = Counter((name[:2], "passages") for name in texts)
    last = ("", -1)
    for number, line in enumerate((folder / "gold.jsonl").read_text("utf-8").splitlines(), 1):
        row = json.loads(line)
        here = (row["doc"], row["char_start"])
        found = faults_of(row, texts.get(row["doc"], ""))
        if here < last:
            found.append("out of the order of the text, or overlapping")
        last = (row["doc"], row["char_end"])
        faults += [f"{folder.name}/gold.jsonl:{number}: {fault}" for fault in found]
        counts[row["lang"], "claims"] += 1
    return counts


def main() -> int:
    """Exit status 0 when every annotation is valid, else 1."""
    here = Path(__file__).parent
    lines: list[str] = []
    faults: list[str] = []
    for split in sorted(path.name for path in here.iterdir() if path.is_dir()):
        counts = check(here / split, faults)
        for lang in sorted(LANGUAGES):
            passages, claims = counts[lang, "passages"], counts[lang, "claims"]
            lines.append(f"{split:5}{lang}  {passages:4} passages {claims:5} claims")
    sys.stdout.write("\n".join(lines + faults) + "\n")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
