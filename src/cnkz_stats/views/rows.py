"""Results as tables of text: what stands in which column, before any form of printing."""

from collections import defaultdict
from collections.abc import Sequence

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.wording import amount_text, fact_text, quantity_text
from cnkz_stats.views.tables import Column, Table

RATE_DIGITS, LEVEL_DIGITS = 5, 6
UNCHECKED, NOMINAL = "unchecked", "nominal"
AGREES = {True: "yes", False: "NO", None: UNCHECKED}


def stated_text(claim: Claim, bounds: Interval) -> str:
    """A range in the measure of the claim: percent, times or an amount."""
    if claim.statement in (Statement.GROWTH, Statement.SHARE):
        return percent_text(bounds, digits=RATE_DIGITS)
    if claim.statement is Statement.MULTIPLE:
        return f"{range_text(bounds, digits=RATE_DIGITS)} times"
    return amount_text(bounds, claim.unit, digits=LEVEL_DIGITS)


def comparison_table(compared: Sequence[Comparison], folder: Folder) -> Table:
    """What each fact claims beside what the others make of it."""
    return Table(
        "Each claim beside what the other claims imply",
        (
            Column("About", wide=True),
            Column("Figure", wide=True),
            Column("Claimed", number=True),
            Column("Computed", number=True),
            Column("Agrees"),
        ),
        tuple(_comparison_line(one, folder) for one in compared),
    )


def _comparison_line(one: Comparison, folder: Folder) -> tuple[str, ...]:
    claim = one.fact.claims[0]
    claimed, computed = (stated_text(claim, bounds) for bounds in (one.claimed, one.computed))
    return fact_text(one.fact, folder), claim.figure.text, claimed, computed, AGREES[one.agrees]


def books_table(facts: Sequence[Fact], folder: Folder) -> Table | None:
    """Levels of one quantity that several authorities state, side by side; `None` if there are none."""
    counted: dict[Quantity, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.base is None and fact.quantity.authority:
            bookless = fact.quantity._replace(authority="", vintage="")
            counted[bookless][fact.quantity.authority].append(fact)
    several = {quantity: books for quantity, books in counted.items() if len(books) > 1}
    if not several:
        return None
    names = sorted({name for books in several.values() for name in books})
    rows = tuple(
        (quantity_text(quantity, folder), *(_levels_text(several[quantity].get(name, [])) for name in names))
        for quantity in sorted(several)
    )
    return Table(
        "The same quantity by different books",
        (Column("Quantity", wide=True), *(Column(name, number=True) for name in names)),
        rows,
    )


def _levels_text(facts: Sequence[Fact]) -> str:
    """Each level once: one that is but coarser than another says nothing more."""
    ranges = {fact.certain: fact.quantity.unit for fact in facts}
    finest = [
        (bounds, unit)
        for bounds, unit in ranges.items()
        if not any(other != bounds and other.within(bounds) for other in ranges)
    ]
    return "; ".join(amount_text(bounds, unit, digits=LEVEL_DIGITS) for bounds, unit in finest)
