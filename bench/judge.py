"""How right and how fast the judge is: `python bench/judge.py [systems|conflicts|bounds …]`.

`systems` holds the judge against an exact simplex of its own on random systems. `conflicts` and `bounds` time panels of
one country's exports: levels, growth, shares, multiples, average growth and totals. Times are also given as multiples of
`import z3` in a new process, which differs from machine to machine as they do.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import bounds_of
from cnkz_stats.reasoning.conflicts import (
    Conflict,
    certificate_of,
    find_conflict,
    shrink,
)
from cnkz_stats.reasoning.constraints import ONE, Constraint
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.survey import Survey
from cnkz_stats.reasoning.system import Component, components, group
from cnkz_stats.reasoning.verdict import Consistent, Contradictory
from reasoning import oracle
from reasoning.panels import panel
from reasoning.systems import random_system, rows_of_component

T = TypeVar("T")
SYSTEMS = 10_000
CONFLICTS = ((60, 5, 6), (200, 10, 10), (750, 20, 20))
"""About so many facts, from so many partners and years."""
CONFLICT_SEEDS = 5
BOUNDS = ((30, 4, 6), (100, 9, 10), (400, 19, 20))
"""About so many unknowns, from so many partners and years."""


def timed(work: Callable[[], T]) -> tuple[T, float]:
    start = perf_counter()
    result = work()
    return result, perf_counter() - start


def import_seconds() -> float:
    """The median time that `import z3` adds to a bare interpreter."""

    def run(code: str) -> float:
        return median(
            timed(lambda: subprocess.run([sys.executable, "-c", code], check=True))[1] for _ in range(5)
        )

    return run("import z3") - run("pass")


def component_of(seed: int, *, partners: int, years: int, lies: int) -> Component:
    """The largest component of a panel."""
    with tempfile.TemporaryDirectory() as path:
        folder = panel(Random(seed), partners=partners, years=years, lies=lies).folder(Path(path))
    return max(components(facts_of(folder), folder), key=lambda one: len(one.facts))


def systems() -> Iterator[str]:
    yield "| random systems | consistent | contradictory | undecided | wrong verdicts | wrong certificates | wrong bounds | judge, s | oracle, s |"
    yield "|---|---|---|---|---|---|---|---|---|"
    counts = {"Consistent": 0, "Contradictory": 0, "Undecided": 0}
    verdicts, certificates, ends, judged, foretold = 0, 0, 0, 0.0, 0.0
    for seed in range(SYSTEMS):
        component = random_system(Random(seed))
        rows = rows_of_component(component)
        answer, seconds = timed(lambda rows=rows: oracle.decide(rows))
        foretold += seconds
        verdict, seconds = timed(lambda one=component: heard(one))
        judged += seconds
        counts[type(verdict).__name__] += 1
        verdicts += not agree(answer, verdict, rows)
        if isinstance(verdict, Contradictory):
            certificates += not is_certified(component)
        else:
            quantity = Random(seed).choice(sorted({quantity for row in rows for quantity, _ in row.terms}))
            ends += not is_tight(bounds_of(Survey(rows), {quantity: ONE}).range, quantity, rows)
    yield (
        f"| {SYSTEMS:,} | {' | '.join(map(str, counts.values()))} | {verdicts} | {certificates} | {ends} "
        f"| {judged:.1f} | {foretold:.1f} |"
    )


def heard(component: Component) -> object:
    return Court([group(fact) for fact in component.facts], component.laws).hear(range(len(component.facts)))


def agree(answer: oracle.Possible | oracle.Impossible, verdict: object, rows: list[Constraint]) -> bool:
    """Whether both say the same and show it: values that fulfil the rows, or weights that add up to what cannot be."""
    if isinstance(answer, oracle.Possible):
        shown = oracle.fulfils(answer.values, rows)
        return shown and isinstance(verdict, Consistent) and oracle.fulfils(verdict.witness, rows)
    weighted = [(weight, rows[index]) for index, weight in answer.weights.items()]
    return oracle.impossible(weighted) and isinstance(verdict, Contradictory)


def is_certified(component: Component) -> bool:
    conflict = find_conflict(component)
    return isinstance(conflict, Conflict) and oracle.impossible(
        list(zip(conflict.certificate.weights, conflict.certificate.rows, strict=True))
    )


def is_tight(bounds: Interval, quantity: Quantity, rows: list[Constraint]) -> bool:
    """Whether the ends are the ones that the oracle accepts."""
    low = None if bounds.lo is None else -bounds.lo
    return oracle.is_least_upper_bound(
        bounds.hi, {quantity: ONE}, rows, is_open=bounds.hi_open
    ) and oracle.is_least_upper_bound(low, {quantity: -ONE}, rows, is_open=bounds.lo_open)


def conflicts() -> Iterator[str]:
    baseline = import_seconds()
    yield f"`import z3`: {baseline:.3f} s\n"
    yield "| facts | rows | set of facts: minimal → smallest | minimal and certified, s | × import | smallest, s | × import | proven |"
    yield "|---|---|---|---|---|---|---|---|"
    for _, partners, years in CONFLICTS:
        for component in contradictory_panels(partners, years):
            yield conflict_line(component, baseline)


def contradictory_panels(partners: int, years: int) -> Iterator[Component]:
    """Panels with one false figure that is found out."""
    found, seed = 0, 0
    while found < CONFLICT_SEEDS:
        component = component_of(seed, partners=partners, years=years, lies=1)
        court = Court([group(fact) for fact in component.facts], component.laws)
        if isinstance(court.hear(range(len(component.facts))), Contradictory):
            found += 1
            yield component
        seed += 1


def conflict_line(component: Component, baseline: float) -> str:
    minimal, first = timed(lambda: minimal_set(component))
    conflict, whole = timed(lambda: find_conflict(component))
    assert isinstance(conflict, Conflict)
    weighted = list(zip(conflict.certificate.weights, conflict.certificate.rows, strict=True))
    assert oracle.impossible(weighted)
    proven = "yes" if conflict.smallest else "no"
    return (
        f"| {len(component.facts)} | {len(rows_of_component(component))} | {minimal} → {len(conflict.facts)} "
        f"| {first:.2f} | {first / baseline:.1f} | {whole:.2f} | {whole / baseline:.1f} | {proven} |"
    )


def minimal_set(component: Component) -> int:
    """The size of a minimal set, once certified."""
    court = Court([group(fact) for fact in component.facts], component.laws)
    verdict = court.hear(range(len(component.facts)))
    assert isinstance(verdict, Contradictory)
    facts = [component.facts[number] for number in sorted(shrink(court, verdict.core))]
    assert certificate_of(facts, component.laws) is not None
    return len(facts)


def bounds() -> Iterator[str]:
    baseline = import_seconds()
    yield "| unknowns | rows | all bounds, s | × import | one plain check, s | × check | right, by the oracle |"
    yield "|---|---|---|---|---|---|---|"
    for _, partners, years in BOUNDS:
        component = component_of(3, partners=partners, years=years, lies=0)
        rows = rows_of_component(component)
        unknowns = sorted({quantity for row in rows for quantity, _ in row.terms})
        _, check = timed(lambda rows=rows: Court([], rows).hear([]))
        ranges, seconds = timed(lambda rows=rows, unknowns=unknowns: all_ranges(rows, unknowns))
        yield (
            f"| {len(unknowns)} | {len(rows)} | {seconds:.2f} | {seconds / baseline:.1f} | {check:.3f} "
            f"| {seconds / check:.0f} | {checked(unknowns, ranges, rows)} |"
        )


def all_ranges(rows: list[Constraint], unknowns: list[Quantity]) -> list[Interval]:
    survey = Survey(rows)
    assert survey.feasible
    return [bounds_of(survey, {one: ONE}).range for one in unknowns]


def checked(unknowns: list[Quantity], ranges: list[Interval], rows: list[Constraint]) -> str:
    """How many of some ranges the oracle finds right; it is too slow for large systems."""
    if len(unknowns) > 50:
        return "not asked"
    sample = Random(1).sample(range(len(unknowns)), 6)
    tight = sum(is_tight(ranges[index], unknowns[index], rows) for index in sample)
    return f"{tight} of {len(sample)}"


PARTS = {"systems": systems, "conflicts": conflicts, "bounds": bounds}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n## {name}\n")
        for line in PARTS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
