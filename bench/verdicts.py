"""What `verify` makes of true figures and of slips: `python bench/verdicts.py [DATA] [--refuted]`.

The annotated figures of `tests/text/gold/dev` are real, so each one that is refuted wants a reason: `--refuted` lists them with
the claims that decide. Of those that are read rightly and that claims of the folder state, every twelfth is then told with one
slip at a time, as the press makes them, and heard again: how many of the false figures does the folder see?
"""

import json
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "text"))

from score import expected, is_right, overlapping, read

from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder, read_folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.text.extract import extract
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.verdict import Label, Verdict
from cnkz_stats.text.verify import verify

ROOT = Path(__file__).parents[1]
GOLD = ROOT / "tests" / "text" / "gold" / "dev"
EVERY = 12
FLOWS = {"exports": "imports", "imports": "exports"}
OFFICES = {"GACC": "BNS", "BNS": "GACC"}


def passages() -> Iterator[tuple[str, str, tuple[Mention, ...], list[dict[str, object]]]]:
    """Name, text, mentions and gold rows of each passage."""
    rows = defaultdict(list)
    for line in (GOLD / "gold.jsonl").read_text(encoding="utf-8").splitlines():
        rows[json.loads(line)["doc"]].append(json.loads(line))
    for path in sorted(GOLD.glob("*.txt")):
        text = path.read_text(encoding="utf-8")
        yield path.stem, text, extract(text, path.stem[:2]), rows[path.stem]


def misread(mention: Mention, rows: list[dict[str, object]]) -> list[str] | None:
    """The fields of a figure that are read wrongly, as the gold has it; `None` if the gold does not have it."""
    for row in rows:
        if overlapping(row, [mention]):
            wanted, got = expected(row), read(mention)
            return [
                f"{name} {got[name]} for {wanted[name]}"
                for name in wanted
                if not is_right(name, wanted[name], got[name])
            ]
    return None


def told(doc: str, text: str, verdict: Verdict, wrong: list[str]) -> str:
    """A refuted figure in its words, with what it was read as and the claims that decide."""
    one = verdict.mention
    around = f"{text[max(0, one.start - 60) : one.start]}[{one.span}]{text[one.end : one.end + 30]}".replace(
        "\n", " "
    )
    about = " ".join(
        filter(
            None,
            (
                one.statement,
                one.series,
                one.area,
                one.partner,
                one.scope,
                one.period,
                one.base,
                one.authority,
            ),
        )
    )
    claims = ", ".join(f"{claim.id} {claim.figure.text!r} {claim.authority}" for claim in verdict.claims)
    return f"{doc}: {around}\n    {about}; {'; '.join(wrong) or 'read rightly'}\n    {claims}"


def other_value(mention: Mention, change: Callable[[Fraction], Fraction]) -> Mention:
    figure = mention.read
    high = None if figure.high is None else change(figure.high)
    return replace(mention, read=replace(figure, value=change(figure.value), high=high))


def swapped(mention: Mention) -> Mention | None:
    """Two neighbouring digits in the other order: 13.17 for 31.17."""
    figure = mention.read
    if figure.high is not None or figure.digits < 2:
        return None
    digits = str(int(abs(figure.value / figure.quantum)))
    if len(digits) < 2 or digits[0] == digits[1]:
        return None
    value = int(digits[1] + digits[0] + digits[2:]) * figure.quantum
    return other_value(mention, lambda _: value if figure.value > 0 else -value)


def a_year_off(mention: Mention) -> Mention:
    base = str(Period.parse(mention.base).year_earlier()) if mention.base else ""
    return replace(mention, period=str(Period.parse(mention.period).year_earlier()), base=base)


def told_as_year(mention: Mention) -> Mention | None:
    """Some months told as the year."""
    period = Period.parse(mention.period)
    if mention.statement is not Statement.LEVEL or not 6 <= period.months < 12:
        return None
    return replace(mention, period=str(period.last.year))


def other_flow(mention: Mention) -> Mention | None:
    return replace(mention, series=FLOWS[mention.series]) if mention.series in FLOWS else None


def other_office(mention: Mention) -> Mention | None:
    return replace(mention, authority=OFFICES[mention.authority]) if mention.authority in OFFICES else None


SLIPS: Mapping[str, Callable[[Mention], Mention | None]] = {
    "ten times as large": lambda one: other_value(one, lambda value: value * 10),
    "a tenth": lambda one: other_value(one, lambda value: value / 10),
    "a fifth more": lambda one: other_value(one, lambda value: value * Fraction(6, 5)),
    "digits swapped": swapped,
    "a year off": a_year_off,
    "months told as the year": told_as_year,
    "exports for imports": other_flow,
    "the other office": other_office,
}


def row(name: str, counts: Mapping[Label, int]) -> str:
    return f"{name:24}" + "".join(f"{counts.get(label, 0):16}" for label in Label)


def slipped(mentions: list[Mention], folder: Folder) -> Iterator[str]:
    for name, slip in SLIPS.items():
        found = Counter(verify([told], folder)[0].label for told in map(slip, mentions) if told is not None)
        yield row(name, found)


def main() -> None:
    paths = [one for one in sys.argv[1:] if not one.startswith("--")]
    folder = read_folder(Path(paths[0]) if paths else ROOT / "data")
    counts: dict[str, Counter[Label]] = defaultdict(Counter)
    refuted, known = [], []
    for doc, text, mentions, rows in passages():
        for verdict in verify(mentions, folder):
            wrong = misread(verdict.mention, rows)
            name = (
                f"{doc[:2]}, {'not annotated' if wrong is None else 'misread' if wrong else 'read rightly'}"
            )
            counts[name][verdict.label] += 1
            if verdict.label is Label.REFUTED:
                refuted.append(told(doc, text, verdict, wrong or []))
            elif verdict.label is Label.SUPPORTED and wrong == []:
                known.append(verdict.mention)
    lines = [f"{'':24}" + "".join(f"{label:>16}" for label in Label)]
    lines += [row(name, found) for name, found in sorted(counts.items())]
    lines += [row("all", sum(counts.values(), Counter())), ""]
    lines += refuted if "--refuted" in sys.argv else ()
    sys.stdout.write("\n".join(lines) + "\n")
    for line in slipped(known[::EVERY], folder):
        sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()
