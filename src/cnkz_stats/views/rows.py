"""Results as tables of text: what stands in which column, before any form of printing."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.analysis.growth import IMPLIED, Claimed, GrowthRow, Level
from cnkz_stats.analysis.targets import TARGET
from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.wording import amount_text, fact_text, pair_text, quantity_text
from cnkz_stats.views.tables import Column, Table

RATE_DIGITS, LEVEL_DIGITS = 5, 6
UNCHECKED = "unchecked"
_AGREES = {True: "yes", False: "NO", None: UNCHECKED}


def growth_tables(rows: Sequence[GrowthRow], folder: Folder) -> list[Table]:
    """A table for each series, pair and book; then the levels that no source prints."""
    tables = [
        Table(
            _heading(quantity, folder),
            _GROWTH_COLUMNS,
            tuple(line for row in together for line in _growth_lines(row)),
        )
        for quantity, group in groupby(sorted(rows, key=_book), key=_book)
        for together in [list(group)]
    ]
    implied = tuple(_implied_levels(rows, folder))
    if implied:
        tables.append(
            Table("Levels that no source here prints, implied by other claims", _LEVEL_COLUMNS, implied)
        )
    return tables


def _book(row: GrowthRow) -> Quantity:
    """What a row is about, whenever."""
    return replace(row.quantity, period=Period.year(1))


_GROWTH_COLUMNS = (
    Column("From"),
    Column("To"),
    Column("Times", number=True),
    Column("Growth %", number=True),
    Column("% a year", number=True),
    Column("Basis"),
    Column("Agrees", wide=True),
    Column("Claimed", wide=True),
)
_LEVEL_COLUMNS = (
    Column("Quantity", wide=True),
    Column("Range", number=True),
    Column("Follows from", wide=True),
)


def _heading(quantity: Quantity, folder: Folder) -> str:
    book = quantity.authority or "authority not stated"
    unit = quantity.unit if quantity.unit != folder.series[quantity.series].unit else ""
    extra = ", ".join(filter(None, (quantity.scope, unit, book, quantity.vintage)))
    return f"{folder.name(quantity.series)} {pair_text(quantity)} ({extra})"


def _growth_lines(row: GrowthRow) -> Iterator[tuple[str, ...]]:
    computed = (
        str(row.start),
        str(row.end),
        range_text(row.multiple, digits=RATE_DIGITS),
        _percent(row.rate),
        _percent(row.cagr) if row.cagr is not None and row.years is not None and row.years > 1 else "",
        row.basis,
    )
    said = [(f"{text} ({range_})", agrees) for text, range_, agrees in _claimed_once(row.claimed)]
    if row.basis == TARGET:
        said = [(f"{claim.figure.text} ({claim.source})", "") for claim in row.facts[-1].claims]
    for number, (claimed, agrees) in enumerate(said or [("", "")]):
        yield (*(computed if number == 0 else [""] * len(computed)), agrees, claimed)


def _claimed_once(claimed: Iterable[Claimed]) -> Iterator[tuple[str, str, str]]:
    """Claims of one range stand in one line, with the sources of all."""
    same: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in claimed:
        same[stated_text(one.claim, one.range), _AGREES[one.agrees]].append(one.claim)
    for (range_, agrees), claims in same.items():
        yield (
            claims[0].figure.text,
            f"{range_}; {', '.join(sorted({claim.source for claim in claims}))}",
            agrees,
        )


def stated_text(claim: Claim, bounds: Interval) -> str:
    """A range in the measure of the claim: percent, times or an amount."""
    if claim.statement in (Statement.GROWTH, Statement.SHARE):
        return percent_text(bounds, digits=RATE_DIGITS)
    if claim.statement is Statement.MULTIPLE:
        return f"{range_text(bounds, digits=RATE_DIGITS)} times"
    return amount_text(bounds, claim.unit, digits=LEVEL_DIGITS)


def _percent(bounds: Interval) -> str:
    return percent_text(bounds, digits=RATE_DIGITS).removesuffix(" %")


def _implied_levels(rows: Iterable[GrowthRow], folder: Folder) -> Iterator[tuple[str, ...]]:
    seen: dict[Quantity, Level] = {}
    for row in rows:
        for period, level in zip((row.start, row.end), row.levels, strict=True):
            if level is not None and level.basis == IMPLIED:
                seen[replace(row.quantity, period=period)] = level
    for quantity, level in sorted(seen.items(), key=lambda pair: pair[0]):
        yield (
            quantity_text(quantity, folder),
            amount_text(level.range, quantity.unit, digits=LEVEL_DIGITS),
            ", ".join(f"“{fact.claims[0].figure.text}”" for fact in level.facts),
        )


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
    return fact_text(one.fact, folder), claim.figure.text, claimed, computed, _AGREES[one.agrees]


def books_table(facts: Sequence[Fact], folder: Folder) -> Table | None:
    """Levels of one quantity that several authorities state, side by side; `None` if there are none."""
    counted: dict[Quantity, dict[str, list[Fact]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts:
        if fact.base is None and fact.quantity.authority:
            bookless = replace(fact.quantity, authority="", vintage="")
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
    return "; ".join(amount_text(fact.certain, fact.quantity.unit, digits=LEVEL_DIGITS) for fact in facts)
