"""Growth between two periods: how fast, how sure given the rounding, and what sources claim of it."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from cnkz_stats.analysis.levels import IMPLIED, PUBLISHED, Level, any_edition, last_editions, printed_level
from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.interval import Interval, ratio, root
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.constraints import ONE, fact_rows, ratio_range
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.laws import laws
from cnkz_stats.reasoning.ratios import Implied, Ratios
from cnkz_stats.reasoning.sums import sums

_GROWING = (Statement.LEVEL, Statement.GROWTH, Statement.MULTIPLE)


@dataclass(frozen=True, slots=True)
class Claimed:
    """What one claim says of a growth: the range as a multiple or a rate, whichever it states.

    `agrees` is `None` where nothing but the claim itself says anything, or the others contradict each other.
    """

    claim: Claim
    range: Interval
    agrees: bool | None


@dataclass(frozen=True, slots=True)
class GrowthRow:
    """Growth of one quantity from one period to another, as a multiple, a rate and a rate a year.

    `years` is `None`, and so is `cagr`, if the periods are not the same part of two years. `real` is the year in whose
    prices it is told, `None` for growth as printed.
    """

    quantity: Quantity
    start: Period
    years: int | None
    basis: str
    multiple: Interval
    levels: tuple[Level | None, Level | None]
    facts: tuple[Fact, ...]
    claimed: tuple[Claimed, ...]
    real: int | None = None

    @property
    def end(self) -> Period:
        """The later period."""
        return self.quantity.period

    @property
    def rate(self) -> Interval:
        """Growth over the whole time, 0.236 for 23.6 %."""
        return self.multiple.shifted(-ONE)

    @property
    def cagr(self) -> Interval | None:
        """The compound rate a year, ends rounded outward."""
        return None if self.years is None else root(self.multiple, self.years).shifted(-ONE)

    @property
    def claims(self) -> tuple[str, ...]:
        """The ids of the claims that the growth was computed from."""
        return tuple(sorted({claim.id for fact in self.facts for claim in fact.claims}))


def growth(
    folder: Folder,
    series: str | None = None,
    *,
    start: Period | None = None,
    end: Period | None = None,
    authority: str | None = None,
) -> list[GrowthRow]:
    """Growth of one series or of all: year on year, as claimed, and from the first year to the last.

    With `start` or `end` only from or to that period; the other end is then the last or the first one known.
    Raises CnkzError if the series or the authority is unknown.
    """
    _known(series, folder.series, "series")
    _known(authority, folder.authorities, "authority")
    facts = [fact for fact in facts_of(folder) if authority is None or fact.quantity.authority == authority]
    names = folder.series.keys() if series is None else _names(series, facts)
    rows = [row for book in _books(facts, names, folder) for row in book.rows(start, end)]
    return sorted(rows, key=lambda row: (row.quantity._replace(period=_ANYTIME), row.end, row.start))


_ANYTIME = Period.year(1)


def _names(series: str, facts: Iterable[Fact]) -> set[str]:
    """The canonical names of what claims call so: imports of A from B are exports of B to A."""
    return {series} | {
        fact.quantity.series for fact in facts if any(claim.series == series for claim in fact.claims)
    }


def _known(code: str | None, codes: Mapping[str, object], what: str) -> None:
    if code is not None and code not in codes:
        from difflib import get_close_matches  # noqa: PLC0415 (only on the way out)

        near = get_close_matches(code, codes, n=1)
        hint = f", perhaps {near[0]}" if near else ""
        raise CnkzError(
            f"no {what} {code!r} in this folder, expected one of: {', '.join(sorted(codes))}{hint}"
        )


def _books(facts: Iterable[Fact], names: Container[str], folder: Folder) -> Iterator["_Book"]:
    grouped: dict[Quantity, tuple[list[Fact], dict[Quantity, Level]]] = defaultdict(lambda: ([], {}))
    facts = list(facts)
    for fact in last_editions(facts):
        if fact.quantity.series in names and fact.statement in _GROWING:
            grouped[fact.quantity._replace(period=_ANYTIME)][0].append(fact)
    for quantity, level in _added_up(facts, folder):
        if quantity.series in names:
            grouped[quantity._replace(period=_ANYTIME)][1][quantity] = level
    for together, added in grouped.values():
        yield _Book(together, added, folder)


def _added_up(facts: Iterable[Fact], folder: Folder) -> Iterator[tuple[Quantity, Level]]:
    """What printed parts of one edition add up to, by the last edition that has them all."""
    printed: dict[Quantity, list[Fact]] = defaultdict(list)
    for fact in facts:
        if fact.base is None:
            printed[fact.quantity].append(fact)
    levels = {quantity: printed_level(alike, folder) for quantity, alike in printed.items()}
    ranges = {quantity: level.range for quantity, level in levels.items()}
    for one in sorted(sums(ranges, folder), key=lambda one: one.quantity.vintage):
        behind = tuple(fact for part in one.parts for fact in levels[part].facts)
        yield any_edition(one.quantity), Level(one.range, IMPLIED, behind)


class _Book:
    """The facts about one quantity through time, in one authority's books."""

    def __init__(self, facts: Sequence[Fact], added: Mapping[Quantity, Level], folder: Folder) -> None:
        self._facts, self._folder = facts, folder
        self._levels: dict[Period, Level | None] = {}
        self._added = {quantity.period: level for quantity, level in added.items()}
        self._spoken = {quantity.period: quantity for quantity in added}
        self._spoken |= {quantity.period: quantity for fact in facts for quantity in fact.quantities}
        self._printed: dict[Period, list[Fact]] = defaultdict(list)
        self._compared: dict[tuple[Period, Period], list[Fact]] = defaultdict(list)
        for fact in facts:
            if fact.base is None:
                self._printed[fact.quantity.period].append(fact)
            else:
                self._compared[fact.base.period, fact.quantity.period].append(fact)

    @cached_property
    def _ratios(self) -> Ratios:
        rows = [row for fact in self._facts for row in fact_rows(fact)]
        return Ratios([*rows, *laws(self._spoken.values(), self._folder)])

    def rows(self, start: Period | None, end: Period | None) -> Iterator[GrowthRow]:
        for pair in self._pairs(start, end):
            row = self._row(*pair)
            if row is not None:
                yield row

    def _pairs(self, start: Period | None, end: Period | None) -> list[tuple[Period, Period]]:
        years = sorted(
            period for period in self._spoken if period.is_year and self._level(period) is not None
        )
        if start is not None or end is not None:
            first, last = start or (years[0] if years else None), end or (years[-1] if years else None)
            return [(first, last)] if first is not None and last is not None and first < last else []
        pairs = {
            (period.year_earlier(), period)
            for period in self._spoken
            if period.year_earlier() in self._spoken
        }
        pairs |= self._compared.keys()
        if len(years) > 1:
            pairs.add((years[0], years[-1]))
        return sorted(pairs)

    def _row(self, start: Period, end: Period) -> GrowthRow | None:
        before, after = self._level(start), self._level(end)
        known = self._printed.keys() | self._added.keys()
        if before and after and known >= {start, end}:
            if not _positive(before.range) or not _positive(after.range):
                return None
            basis = PUBLISHED if before.basis == after.basis == PUBLISHED else IMPLIED
            facts = (*before.facts, *after.facts)
            multiple = ratio(after.range, before.range)
            levels = multiple
        else:
            implied = self._implied(start, end, frozenset())
            if implied is None:
                return None
            multiple, basis, facts, levels = implied.range, IMPLIED, implied.facts, None
        claimed = tuple(self._claimed(start, end, levels))
        years = end.years_since(start)
        return GrowthRow(self._spoken[end], start, years, basis, multiple, (before, after), facts, claimed)

    def _level(self, period: Period) -> Level | None:
        if period not in self._levels:
            self._levels[period] = self._found_level(period)
        return self._levels[period]

    def _found_level(self, period: Period) -> Level | None:
        if period in self._printed:
            return printed_level(self._printed[period], self._folder)
        if period in self._added:
            return self._added[period]
        if period not in self._spoken:
            return None
        implied = self._ratios.level(self._spoken[period])
        return None if implied is None else Level(implied.range, IMPLIED, implied.facts)

    def _implied(self, start: Period, end: Period, without: frozenset[Fact]) -> Implied | None:
        if start not in self._spoken or end not in self._spoken:
            return None
        return self._ratios.ratio(self._spoken[end], self._spoken[start], without=without)

    def _claimed(self, start: Period, end: Period, published: Interval | None) -> Iterator[Claimed]:
        for fact in self._compared[start, end]:
            computed = published
            if computed is None:
                implied = self._implied(start, end, frozenset([fact]))
                computed = None if implied is None or implied.clash else implied.range
            agrees = None if computed is None else computed.meets(ratio_range(fact, fact.certain))
            for claim in fact.claims:
                yield Claimed(claim, fact.certain, agrees)


def _positive(bounds: Interval) -> bool:
    return bounds.lo is not None and bounds.lo > 0
