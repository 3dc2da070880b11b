"""How often the honest are accused: `python bench/honest.py [pairs|folders …]`.

`pairs`: two true levels and their true growth, each printed by one rounding rule, held against each other with the ranges
that the program uses (`readings`, `ratio`). Figures are made of their digits; one in a thousand is also printed as text
and read back, and has to give the same ranges. Beside it what comparing the printed growth with recomputed growth flags.

`folders`: worlds of trade with levels, growth, shares, multiples, changes, parts of years and sums, printed as text,
written to a folder, read and audited.

Figures that were cut off or rounded up do clash as printed: that has to be explained by just that, never called an error.
"""

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from random import Random
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cnkz_stats.figures.figure import PERCENT, Figure
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause, readings
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.findings import Finding, Severity
from reasoning.trade import trade_world
from reasoning.worlds import RULES, in_places

READING = {"half-up": 0, "half-even": 0, "truncation": 1, "ceiling": 2}
"""The place of the reading that a rule needs: as printed, cut off, rounded up."""
BILLION = 10**9
PAIRS = 1_000_000
FOLDERS = {"half-up": 5_000, "half-even": 5_000, "truncation": 1_000, "ceiling": 1_000}


@dataclass(frozen=True)
class Setting:
    """Levels from so many billions to so many, printed to so many decimals; `None` is any number of them."""

    name: str
    lowest: int
    highest: int
    decimals: int | None


SETTINGS = (
    Setting("levels 20–50, 2 decimals, growth 1", 20, 50, 2),
    Setting("levels 1–60, 2 decimals, growth 1", 1, 60, 2),
    Setting("levels 1–60, 1 decimal, growth 1", 1, 60, 1),
    Setting("levels 1–60, 0–4 decimals, growth 0–3", 1, 60, None),
)


def figure(number: Fraction, scale: int | Fraction, places: int, rule: str, unit: str) -> Figure:
    """A number as it is printed in units of `scale` to so many decimals."""
    digits = RULES[rule](abs(number) / scale * 10**places)
    printed = str(digits)
    zeros = len(printed) - len(printed.rstrip("0")) if digits and not places else 0
    quantum = Fraction(scale) / 10**places
    value = digits * quantum * (-1 if number < 0 else 1)
    return Figure("", value, quantum, unit, zeros=zeros, digits=len(printed))


def read_back(number: Fraction, scale: int | Fraction, places: int, rule: str, unit: str) -> Figure:
    """The same, printed as text and read."""
    digits = in_places(abs(number) / scale, places, RULES[rule])
    if unit == PERCENT:
        return read_figure(f"{'down' if number < 0 else 'up'} {digits} percent")
    return read_figure(f"${digits} billion")


def pairs() -> Iterator[str]:
    yield "| rule | setting | pairs | recomputing flags | clash as printed | explained by the rule | **accused** | s |"
    yield "|---|---|---|---|---|---|---|---|"
    for rule in RULES:
        for setting in SETTINGS:
            start = perf_counter()
            counts = Counter(pair_outcomes(rule, setting, PAIRS // len(SETTINGS)))
            total = counts.total() - counts["recomputed"]
            yield (
                f"| {rule} | {setting.name} | {total:,} | {counts['recomputed'] / total:.0%} "
                f"| {(counts['explained'] + counts['accused']) / total:.2%} | {counts['explained']:,} "
                f"| {counts['accused']} | {perf_counter() - start:.0f} |"
            )


def pair_outcomes(rule: str, setting: Setting, number: int) -> Iterator[str]:
    random = Random(f"{rule} {setting.name}")
    for index in range(number):
        places = [random.randint(0, 4) if setting.decimals is None else setting.decimals for _ in range(2)]
        tenths = random.randint(0, 3) if setting.decimals is None else 1
        before, after = (
            Fraction(random.randint(setting.lowest * BILLION, setting.highest * BILLION)) for _ in "ab"
        )
        growth = after / before - 1
        told = (
            (before, BILLION, places[0], rule, "USD"),
            (after, BILLION, places[1], rule, "USD"),
            (growth, Fraction(1, 100), tenths, rule, PERCENT),
        )
        printed = [figure(*one) for one in told]
        if index % 1000 == 0:
            assert [readings(one) for one in printed] == [readings(read_back(*one)) for one in told]
        yield outcome(printed, READING[rule])
        if recomputed(printed, tenths, rule) != printed[2].value:
            yield "recomputed"


def outcome(printed: list[Figure], place: int) -> str:
    ranges = [[reading.range for reading in readings(one)] for one in printed]
    if meet(*(one[0] for one in ranges)):
        return "fits"
    otherwise = (one[place if len(one) > 1 else 0] for one in ranges)
    return "explained" if place and meet(*otherwise) else "accused"


def meet(before: Interval, after: Interval, growth: Interval) -> bool:
    if before.lo is None or before.lo <= 0 or after.lo is None or after.lo < 0:
        return True
    return ratio(after, before).shifted(Fraction(-1)).meets(growth)


def recomputed(printed: list[Figure], places: int, rule: str) -> Fraction:
    """The growth that the printed levels give, printed to the same decimals."""
    before, after, _ = (one.value for one in printed)
    return (
        figure(after / before - 1, Fraction(1, 100), places, rule, PERCENT).value if before else Fraction(0)
    )


def folders() -> Iterator[str]:
    yield "| rule | folders | claims | with findings | explained by the rule | **accused** | undecided | s |"
    yield "|---|---|---|---|---|---|---|---|"
    for rule, number in FOLDERS.items():
        start = perf_counter()
        counts: Counter[str] = Counter()
        for seed in range(number):
            world = trade_world(Random(seed), rule, claims=Random(seed).randint(2, 20))
            counts["claims"] += len(world.claims)
            with tempfile.TemporaryDirectory() as path:
                findings = audit(world.folder(Path(path))).findings
            counts["with findings"] += bool(findings)
            counts.update(judged(finding, rule) for finding in findings)
        yield (
            f"| {rule} | {number:,} | {counts['claims']:,} | {counts['with findings']:,} | {counts['explained']:,} "
            f"| {counts['accused']} | {counts['undecided']} | {perf_counter() - start:.0f} |"
        )


SAYS = {"truncation": "cut off, not rounded", "ceiling": "rounded up"}


def judged(finding: Finding, rule: str) -> str:
    if finding.severity is Severity.UNDECIDED:
        return "undecided"
    mild = finding.severity is Severity.WARNING and finding.causes[0].code is Cause.ROUNDING
    told = rule in SAYS and any(SAYS[rule] in cause.text for cause in finding.causes)
    return "explained" if mild and told else "accused"


PARTS = {"pairs": pairs, "folders": folders}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n## {name}\n")
        for line in PARTS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
