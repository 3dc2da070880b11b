"""Growth needed to reach stated targets, from the last year that sources print; what became of those whose time is over."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from cnkz_stats.analysis.growth import GrowthRow, growth
from cnkz_stats.analysis.levels import Level, last_editions, printed_level
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.remembered import remembered
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.books import assigned_authorities
from cnkz_stats.reasoning.facts import Fact, constrains, fact_of, merged

TARGET = "target"


def growth_with_targets(
    folder: Folder,
    series: str | None = None,
    *,
    start: Period | None = None,
    end: Period | None = None,
    authority: str | None = None,
) -> list[GrowthRow]:
    """What `growth` says; where no period is asked for, then what is needed to reach targets.

    Worked out once for a folder. Raises CnkzError if the series or the authority is unknown.
    """

    def work() -> list[GrowthRow]:
        rows = growth(folder, series, start=start, end=end, authority=authority)
        return rows + (needed_growth(folder, series, authority=authority) if start is end is None else [])

    return remembered(folder, ("growth", series, start, end, authority), work)


def needed_growth(
    folder: Folder, series: str | None = None, *, authority: str | None = None
) -> list[GrowthRow]:
    """A row for each target of an amount, in each book that its sources use: the growth from the last printed year.

    If a later year than that of the deadline is printed, the row compares the target with what was reached at the
    deadline: it starts and ends there. A target is the number as printed: nobody rounds a goal. Claims of one amount
    and deadline are one target.
    """
    goals = [claim for claim in folder.claims if _is_amount(claim) and series in (None, claim.series)]
    if not goals:
        return []
    books = assigned_authorities(folder)
    printed = _printed_years(folder, books)
    rows = (_towards(goal, printed, folder) for goal in _targets(goals, books, folder))
    return [row for row in rows if row is not None and authority in (None, row.quantity.authority)]


def _is_amount(claim: Claim) -> bool:
    return (
        claim.statement is Statement.TARGET
        and bool(claim.periods)
        and claim.figure.unit not in ("%", "pp", "x")
    )


def _targets(goals: Iterable[Claim], books: Mapping[str, str], folder: Folder) -> tuple[Fact, ...]:
    """What the goals aim at, by the books that their documents use; one fact for one amount and deadline."""
    facts = (fact_of(claim, folder, authority=books[claim.id]) for claim in goals)
    return merged(replace(fact, range=_amount(fact.claims[0])) for fact in facts)


def _amount(claim: Claim) -> Interval:
    figure = claim.figure
    return Interval(figure.value, figure.value if figure.high is None else figure.high)


def _printed_years(folder: Folder, books: Mapping[str, str]) -> dict[Quantity, list[Fact]]:
    """The facts that state a level of a whole year, by quantity."""
    stated = merged(
        fact_of(claim, folder, authority=books[claim.id])
        for claim in folder.claims
        if claim.statement is Statement.LEVEL and constrains(claim) and claim.periods[0].is_year
    )
    printed: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in last_editions(stated):
        printed[fact.quantity].append(fact)
    return printed


def _towards(goal: Fact, printed: Mapping[Quantity, list[Fact]], folder: Folder) -> GrowthRow | None:
    aim = goal.quantity._replace(vintage="")
    start = _measured_from(aim, printed)
    if start is None:
        return None
    level = printed_level(printed[start], folder)
    if level.range.lo is None or level.range.lo <= 0:
        return None
    return GrowthRow(
        quantity=aim,
        start=start.period,
        years=aim.period.years_since(start.period) or None,
        basis=TARGET,
        multiple=ratio(goal.range, level.range),
        levels=(level, Level(goal.range, TARGET, (goal,))),
        facts=(*level.facts, goal),
        claimed=(),
    )


def _measured_from(aim: Quantity, printed: Mapping[Quantity, list[Fact]]) -> Quantity | None:
    """The last printed year, if it lies before the deadline, else the year of the deadline itself, if that is printed."""
    years = sorted(_years_of(aim, printed), key=lambda one: one.period)
    if years and years[-1].period >= aim.period:
        return aim if aim in printed else None
    return years[-1] if years else None


def _years_of(aim: Quantity, printed: Mapping[Quantity, list[Fact]]) -> Iterator[Quantity]:
    return (quantity for quantity in printed if quantity._replace(period=aim.period) == aim)
