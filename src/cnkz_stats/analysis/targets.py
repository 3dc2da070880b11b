"""Growth needed to reach stated targets, from the last year that sources print."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from cnkz_stats.analysis.growth import PUBLISHED, GrowthRow, Level, common_or_hull
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.facts import UNSTATED, Fact, fact_of

TARGET = "target"


def needed_growth(
    folder: Folder, series: str | None = None, *, authority: str | None = None
) -> list[GrowthRow]:
    """A row for each target of an amount: the growth from the last printed year before its deadline, in each book.

    A target is the number as printed: nobody rounds a goal.
    """
    goals = [claim for claim in folder.claims if _is_amount(claim) and series in (None, claim.series)]
    if not goals:
        return []
    printed = _printed_years(folder, authority)
    return [row for claim in goals for row in _towards(claim, printed, folder)]


def _is_amount(claim: Claim) -> bool:
    return (
        claim.statement is Statement.TARGET
        and bool(claim.periods)
        and claim.figure.unit not in ("%", "pp", "x")
    )


def _printed_years(folder: Folder, authority: str | None) -> dict[Quantity, list[Fact]]:
    """The facts that state a level of a whole year, by quantity."""
    printed: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in facts_of(folder):
        if (
            fact.base is None
            and fact.quantity.period.is_year
            and authority in (None, fact.quantity.authority)
        ):
            printed[fact.quantity].append(fact)
    return printed


def _towards(claim: Claim, printed: dict[Quantity, list[Fact]], folder: Folder) -> Iterator[GrowthRow]:
    goal = fact_of(claim, folder, authority=UNSTATED)
    amount = Interval(
        claim.figure.value, claim.figure.value if claim.figure.high is None else claim.figure.high
    )
    for quantity in _last_years(goal.quantity, printed):
        facts = tuple(printed[quantity])
        level = Level(common_or_hull([fact.certain for fact in facts]), PUBLISHED, facts)
        years = goal.quantity.period.years_since(quantity.period)
        if years is not None and level.range.lo is not None and level.range.lo > 0:
            yield GrowthRow(
                quantity=replace(quantity, period=goal.quantity.period),
                start=quantity.period,
                years=years,
                basis=TARGET,
                multiple=ratio(amount, level.range),
                levels=(level, Level(amount, TARGET, (goal,))),
                facts=(*facts, goal),
                claimed=(),
            )


def _last_years(goal: Quantity, printed: dict[Quantity, list[Fact]]) -> list[Quantity]:
    """The last printed year before the deadline in each book that counts what the goal is about."""
    last: dict[tuple[str, str], Quantity] = {}
    for quantity in sorted(printed, key=lambda one: one.period):
        about = replace(quantity, period=goal.period, authority=UNSTATED, vintage="")
        if about == goal and quantity.period < goal.period:
            last[quantity.book] = quantity
    return [last[book] for book in sorted(last)]
