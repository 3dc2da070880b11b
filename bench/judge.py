"""How right and how fast the judge is: `python bench/judge.py [systems|conflicts|bounds …]`.

`systems` holds the judge against an exact simplex of its own on random systems. `conflicts` and `bounds` time panels of
one country's exports: levels, growth, shares, multiples, average growth and totals. Times are also given as multiples of
`import z3` in a new process, which differs from machine to machine as they do.
"""

import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from fractions import Fraction
from pathlib import Path
from random import Random
from statistics import median
from time import perf_counter
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from cnkz_stats.figures.interval import Interval
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.bounds import bounds_of
from cnkz_stats.reasoning.conflicts import (
    PROOF_SECONDS,
    Conflict,
    certificate_of,
    find_conflict,
    shrink,
)
from cnkz_stats.reasoning.constraints import ONE, Constraint
from cnkz_stats.reasoning.judge import Consistent, Contradictory, Court, Survey, satisfied
from cnkz_stats.reasoning.system import Component, components, group
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
    yield "| random systems | consistent | contradictory | undecided | disagreements | judge, s | oracle, s |"
    yield "|---|---|---|---|---|---|---|"
    counts = {"Consistent": 0, "Contradictory": 0, "Undecided": 0}
    wrong, judged, foretold = 0, 0.0, 0.0
    for seed in range(SYSTEMS):
        component = random_system(Random(seed))
        rows = rows_of_component(component)
        answer, seconds = timed(lambda rows=rows: oracle.decide(rows))
        foretold += seconds
        court, seconds = timed(lambda one=component: Court([group(fact) for fact in one.facts], one.laws))
        verdict, more = timed(lambda court=court, one=component: court.hear(range(len(one.facts))))
        judged += seconds + more
        counts[type(verdict).__name__] += 1
        wrong += not agree(answer, verdict, rows)
    yield f"| {SYSTEMS:,} | {' | '.join(map(str, counts.values()))} | {wrong} | {judged:.1f} | {foretold:.1f} |"


def agree(answer: oracle.Possible | oracle.Impossible, verdict: object, rows: list[Constraint]) -> bool:
    """Whether both say the same and show it: values that fulfil the rows, or weights that add up to what cannot be."""
    if isinstance(answer, oracle.Possible):
        shown = oracle.fulfils(answer.values, rows)
        return shown and isinstance(verdict, Consistent) and satisfied(rows, verdict.witness)
    weighted = [(weight, rows[index]) for index, weight in answer.weights.items()]
    return oracle.impossible(weighted) and isinstance(verdict, Contradictory)


def conflicts() -> Iterator[str]:
    baseline = import_seconds()
    yield f"`import z3`: {baseline:.3f} s; `smallest` gives up after {PROOF_SECONDS:.0f} s\n"
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
    yield "| unknowns | rows | all bounds, s | × import | one plain check, s | × check | tight |"
    yield "|---|---|---|---|---|---|---|"
    for _, partners, years in BOUNDS:
        component = component_of(3, partners=partners, years=years, lies=0)
        rows = rows_of_component(component)
        unknowns = sorted({quantity for row in rows for quantity, _ in row.terms})
        _, check = timed(lambda rows=rows: Court([], rows).hear([]))
        ranges, seconds = timed(lambda rows=rows, unknowns=unknowns: all_ranges(rows, unknowns))
        sample = Random(1).sample(range(len(unknowns)), 2 if len(unknowns) > 50 else 6)
        tight = all(is_tight({unknowns[index]: ONE}, ranges[index], rows) for index in sample)
        yield (
            f"| {len(unknowns)} | {len(rows)} | {seconds:.2f} | {seconds / baseline:.1f} | {check:.3f} "
            f"| {seconds / check:.0f} | {f'{len(sample)} of {len(sample)} looked at' if tight else 'NO'} |"
        )


def all_ranges(rows: list[Constraint], unknowns: list) -> list[Interval]:
    survey = Survey(rows)
    assert survey.feasible
    return [bounds_of(survey, {one: ONE}).range for one in unknowns]


def is_tight(expression: dict, bounds: Interval, rows: list[Constraint]) -> bool:
    """Whether nothing lies beyond the ends and, with every row closed, the ends themselves are reached."""
    return all(
        is_end({unknown: sign * c for unknown, c in expression.items()}, sign * end, rows)
        for sign, end in ((-1, bounds.lo), (1, bounds.hi))
        if end is not None
    )


def is_end(expression: dict, end: Fraction, rows: list[Constraint]) -> bool:
    negated = tuple((unknown, -c) for unknown, c in expression.items())
    beyond = Constraint(negated, -end, True, rows[0].origin)
    at = Constraint(negated, -end, False, rows[0].origin)
    closed = [Constraint(row.terms, row.bound, False, row.origin) for row in rows]
    nothing = isinstance(Court([], [*rows, beyond]).hear([]), Contradictory)
    return nothing and isinstance(Court([], [*closed, at]).hear([]), Consistent)


PARTS = {"systems": systems, "conflicts": conflicts, "bounds": bounds}


def main() -> None:
    for name in sys.argv[1:] or PARTS:
        print(f"\n## {name}\n")
        for line in PARTS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
