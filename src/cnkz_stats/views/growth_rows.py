"""Growth as tables of text: the pair most is said about first, each book by itself, then targets and implied levels."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from cnkz_stats.analysis.growth import Claimed, GrowthRow
from cnkz_stats.analysis.levels import IMPLIED, Level
from cnkz_stats.analysis.targets import TARGET
from cnkz_stats.figures.display import percent_text, range_text
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.wording import amount_text, pair_text, quantity_text
from cnkz_stats.views.rows import AGREES, LEVEL_DIGITS, NOMINAL, RATE_DIGITS, stated_text
from cnkz_stats.views.tables import Column, Table

_NAMED = 3
"""So many figures that a level follows from are named."""
_GROWTH_COLUMNS = (
    Column("From"),
    Column("To"),
    Column("Growth", number=True),
    Column("% a year", number=True),
    Column("Basis"),
    Column("Agrees", wide=True),
    Column("Claimed", wide=True),
)
_TARGET_COLUMNS = (
    Column("Target", number=True),
    Column("For"),
    Column("Books"),
    Column("Last"),
    Column("Growth needed", number=True),
    Column("% a year", number=True),
    Column("Stated by", wide=True),
)
_LEVEL_COLUMNS = (
    Column("Quantity"),
    Column("Range", number=True),
    Column("Follows from", wide=True),
)


def growth_tables(rows: Sequence[GrowthRow], folder: Folder) -> list[Table]:
    """Of each series and pair a table for each book and one of its targets; then the levels that no source prints."""
    tables = [table for about in _by_weight(rows, _subject) for table in _about(about, folder)]
    implied = tuple(_implied_levels(rows, folder))
    if implied:
        title = "Levels that no source here prints, implied by other claims"
        tables.append(Table(", ".join([title, *_prices(rows[0])]), _LEVEL_COLUMNS, implied))
    return tables


def _about(rows: Sequence[GrowthRow], folder: Folder) -> Iterator[Table]:
    for book in _by_weight([row for row in rows if row.basis != TARGET], _book):
        lines = tuple(line for row in _answer_first(book) for line in _growth_lines(row))
        yield Table(_heading(_book(book[0]), folder, *_prices(book[0])), _GROWTH_COLUMNS, lines)
    targets = sorted(
        (row for row in rows if row.basis == TARGET), key=lambda row: (row.end, _aim(row), row.quantity)
    )
    if targets:
        heading = f"{_heading(_subject(targets[0]), folder, *_prices(targets[0]))}: targets"
        yield Table(heading, _TARGET_COLUMNS, tuple(map(_target_line, targets)))


def _by_weight(rows: Iterable[GrowthRow], key: Callable[[GrowthRow], Quantity]) -> list[list[GrowthRow]]:
    """The rows in groups, that first of which most claims speak."""
    groups: dict[Quantity, list[GrowthRow]] = defaultdict(list)
    for row in rows:
        groups[key(row)].append(row)
    return [groups[one] for one in sorted(groups, key=lambda one: (-_weight(groups[one]), one))]


def _weight(rows: Iterable[GrowthRow]) -> int:
    return len({name for row in rows for name in (*row.claims, *(one.claim.id for one in row.claimed))})


def _book(row: GrowthRow) -> Quantity:
    """What a row is about, whenever."""
    return row.quantity._replace(period=Period.year(1))


def _subject(row: GrowthRow) -> Quantity:
    """What a row is about, by whosever books."""
    return _book(row)._replace(authority="")


def _answer_first(rows: Iterable[GrowthRow]) -> list[GrowthRow]:
    """The longest span of years, then year on year, then other years, then parts of years."""

    def kind(row: GrowthRow) -> int:
        whole_years = row.start.is_year and row.end.is_year
        return 2 if not whole_years else 0 if row.years == 1 else 1

    ordered = sorted(rows, key=lambda row: (kind(row), row.end, row.start))
    longest = max((row for row in ordered if kind(row) < 2), key=lambda row: row.years or 0, default=None)
    return sorted(ordered, key=lambda row: row is not longest)


def _prices(row: GrowthRow) -> list[str]:
    return [] if row.real is None else [f"in prices of {row.real}"]


def _heading(quantity: Quantity, folder: Folder, *prices: str) -> str:
    unit = quantity.unit if quantity.unit != folder.series[quantity.series].unit else ""
    extra = ", ".join(filter(None, (quantity.scope, unit, quantity.authority, quantity.vintage, *prices)))
    named = f"{folder.name(quantity.series)} {pair_text(quantity)}"
    return f"{named} ({extra})" if extra else named


def _growth_lines(row: GrowthRow) -> Iterator[tuple[str, ...]]:
    computed = (
        _short(row.start),
        _short(row.end),
        _growth_text(row),
        _yearly_text(row),
        row.basis,
    )
    said = [(agrees if row.real is None else NOMINAL, text) for agrees, text in _claimed_once(row.claimed)]
    for number, (agrees, claimed) in enumerate(said or [("", "")]):
        yield (*(computed if number == 0 else [""] * len(computed)), agrees, claimed)


def _short(period: Period) -> str:
    """Months of one year without naming it twice: `2023-01/11`."""
    first, slash, last = str(period).partition("/")
    year = first.partition("-")[0]
    return first + slash + last.removeprefix(f"{year}-")


def _growth_text(row: GrowthRow) -> str:
    """In percent over a year, in multiples over several."""
    if row.years is None or row.years <= 1:
        return percent_text(_above_zero(row.multiple).shifted(-ONE), digits=RATE_DIGITS)
    return f"{range_text(_above_zero(row.multiple), digits=RATE_DIGITS)} times"


def _yearly_text(row: GrowthRow) -> str:
    if row.cagr is None or row.years is None or row.years <= 1:
        return ""
    yearly = row.cagr if row.multiple.lo else Interval(None, row.cagr.hi, hi_open=row.cagr.hi_open)
    return percent_text(yearly, digits=RATE_DIGITS).removesuffix(" %")


def _above_zero(multiple: Interval) -> Interval:
    """That a multiple is no less than zero says nothing."""
    return multiple if multiple.lo else Interval(None, multiple.hi, hi_open=multiple.hi_open)


def _claimed_once(claimed: Iterable[Claimed]) -> Iterator[tuple[str, str]]:
    """Claims of one range stand in one line, with their sources."""
    same: dict[tuple[str, str], list[Claim]] = defaultdict(list)
    for one in claimed:
        same[stated_text(one.claim, one.range), AGREES[one.agrees]].append(one.claim)
    for (range_, agrees), claims in same.items():
        yield agrees, f"{claims[0].figure.text} ({range_}; {_sources(claims)})"


def _sources(claims: Iterable[Claim]) -> str:
    first, *others = sorted({claim.source for claim in claims})
    return f"{first} and {len(others)} more" if others else first


def _aim(row: GrowthRow) -> str:
    level = row.levels[1]
    return "" if level is None else amount_text(level.range, row.quantity.unit, digits=LEVEL_DIGITS)


def _target_line(row: GrowthRow) -> tuple[str, ...]:
    claims = row.facts[-1].claims
    outcome = _outcome(row)
    return (
        _aim(row),
        _short(row.end),
        row.quantity.authority or "not stated",
        _short(row.start),
        outcome or _growth_text(row),
        "" if outcome else _yearly_text(row),
        f"{claims[0].figure.text} ({_sources(claims)})",
    )


def _outcome(row: GrowthRow) -> str:
    """What became of a target: met or missed in its own year, or reached long before."""
    reached = row.multiple.hi is not None and row.multiple.hi <= 1
    if row.start != row.end:
        return "already reached" if reached else ""
    missed = row.multiple.lo is not None and row.multiple.lo > 1
    return "met" if reached else "missed" if missed else "met or just missed"


def _implied_levels(rows: Iterable[GrowthRow], folder: Folder) -> Iterator[tuple[str, ...]]:
    seen: dict[Quantity, Level] = {}
    for row in rows:
        for period, level in zip((row.start, row.end), row.levels, strict=True):
            if level is not None and level.basis == IMPLIED:
                seen[row.quantity._replace(period=period)] = level
    for quantity, level in sorted(seen.items(), key=lambda pair: pair[0]):
        figures = [f"“{fact.claims[0].figure.text}”" for fact in level.facts]
        more = [f"{len(figures) - _NAMED} more"] if len(figures) > _NAMED else []
        yield (
            quantity_text(quantity, folder),
            amount_text(level.range, quantity.unit, digits=LEVEL_DIGITS),
            ", ".join([*figures[:_NAMED], *more]),
        )
