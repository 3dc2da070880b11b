"""The facts of a topic as panels: which line a fact belongs to, what its mark says, which growth stands beside it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from math import ceil, floor

from cnkz_stats.analysis.captions import (
    ANYTIME,
    ONE,
    PERCENT,
    amount_text,
    claimed_text,
    figure_text,
    pair_name,
    percentage_text,
    period_text,
    range_words,
    scale,
    unit_name,
)
from cnkz_stats.analysis.growth import GrowthRow, growth
from cnkz_stats.analysis.levels import IMPLIED, PUBLISHED, Level
from cnkz_stats.analysis.panels import ASSUMED, GrowthNote, Kind, Line, Mark, Panel
from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.facts import Fact, is_counted
from cnkz_stats.reasoning.findings import Audit, Severity
from cnkz_stats.reasoning.wording import lowered

MOST_LINES = 14
MOST_MARKS = 40
"""A picture of more levels shows one pair of countries, whole years, and one mark where figures agree."""
MOST_NOTES = 6
"""So many conflicts are told below a picture; only they have numbers in it."""
_SEVERAL = 5
OVERALL = "overall"
"""The line that has no scope among others that have one."""


@dataclass(frozen=True, slots=True)
class _Strand:
    """What becomes a line: one quantity at any time (of one whole), its facts, and levels that only others imply."""

    quantity: Quantity
    whole: Quantity | None
    facts: tuple[Fact, ...]
    implied: tuple[tuple[Period, Level], ...]

    @property
    def order(self) -> tuple[object, ...]:
        """Countries before their provinces, then the best documented first."""
        part = "-" in self.quantity.area + self.quantity.partner
        return part, -len(self.facts), self.quantity, *filter(None, [self.whole])

    @property
    def size(self) -> Fraction:
        """The largest amount, whichever way it goes."""
        return max((abs(end) for end in self.ends if end is not None), default=Fraction(0))

    @property
    def ends(self) -> Iterator[Fraction | None]:
        """The ends of all ranges to be drawn."""
        for bounds in (*(fact.certain for fact in self.facts), *(level.range for _, level in self.implied)):
            yield from (bounds.lo, bounds.hi)


def panels(folder: Folder, found: Audit) -> list[Panel]:
    """One for each series, unit and statement, in the order of the file; growth stands beside levels if there are any."""
    return _Study(folder, found).panels()


class _Study:
    """The facts of an audit with their growth and the numbers of their conflicts."""

    def __init__(self, folder: Folder, found: Audit) -> None:
        self._folder, self._facts = folder, found.facts
        levels = [fact for fact in found.facts if fact.statement is Statement.LEVEL]
        self._crowded = len(levels) > MOST_MARKS
        spoken = Counter(_pair(fact.quantity) for fact in levels)
        self._main = max(spoken, key=lambda pair: (spoken[pair], sorted(pair[0]), pair[1]), default=None)
        self._conflicts = [
            (number, frozenset(finding.facts))
            for number, finding in enumerate(found.findings[:MOST_NOTES], 1)
            if finding.severity is not Severity.UNDECIDED
        ]
        self._growth: dict[Quantity, list[GrowthRow]] = defaultdict(list)
        for row in growth(folder):
            self._growth[_anytime(row.quantity)].append(row)

    def panels(self) -> list[Panel]:
        levels = {_measured(fact) for fact in self._facts if fact.statement is Statement.LEVEL}
        grouped: dict[tuple[Statement, str, str], list[Fact]] = defaultdict(list)
        for fact in sorted(self._facts, key=lambda fact: min(claim.at for claim in fact.claims)):
            beside = fact.statement in (Statement.GROWTH, Statement.MULTIPLE) and _measured(fact) in levels
            grouped[Statement.LEVEL if beside else fact.statement, *_measured(fact)].append(fact)
        return [self._panel(statement, facts) for (statement, _, _), facts in grouped.items()]

    def _panel(self, statement: Statement, facts: Sequence[Fact]) -> Panel:
        everything = sorted(self._strands(statement, facts), key=lambda strand: strand.size, reverse=True)
        strands = sorted(everything[:MOST_LINES], key=lambda strand: strand.order)
        if self._crowded:
            strands = [self._thinned(strand) for strand in self._of_one_pair(everything)]
        one, unit = _unit(statement, strands, facts[0].quantity.unit)
        parts = [self._parts(strand) for strand in strands]
        common = [len(set(column)) == 1 for column in zip(*parts, strict=True)]
        names = [
            ", ".join(part for part, same in zip(row, common, strict=True) if part and not same) or OVERALL
            for row in parts
        ]
        pair, *about = (part if same else "" for part, same in zip(parts[0], common, strict=True))
        lines = [
            Line(name, self._marks(strand, one, unit), self._growth_notes(strand, statement))
            for name, strand in zip(names, strands, strict=True)
        ]
        told = [tuple(note for note in line.growth if note.conflicts or not self._crowded) for line in lines]
        return Panel(
            heading=_heading(statement, self._folder.name(facts[0].quantity.series)),
            pair=pair,
            about=", ".join(filter(None, about)),
            unit=unit,
            one=one,
            lines=tuple(replace(line, growth=notes) for line, notes in zip(lines, told, strict=True)),
            left_out=len(everything) - len(strands),
            thinned=self._crowded,
            facts=len(facts),
            growth_left_out=sum(len(line.growth) for line in lines) - sum(map(len, told)),
        )

    def _of_one_pair(self, strands: Sequence[_Strand]) -> list[_Strand]:
        """The lines of the pair and scope that most facts of the picture speak of, else of this panel."""
        spoken: Counter[tuple[frozenset[str], str]] = Counter()
        for strand in strands:
            spoken[_pair(strand.quantity)] += len(strand.facts)
        main = self._main if self._main in spoken else max(spoken, key=lambda pair: spoken[pair])
        lines = [strand for strand in strands if _pair(strand.quantity) == main]
        return sorted(lines, key=lambda strand: strand.order)[:MOST_LINES]

    def _thinned(self, strand: _Strand) -> _Strand:
        """Whole years, if there are several; of the facts about one, the finest and those in a conflict that is told."""
        years = [fact for fact in strand.facts if fact.quantity.period.is_year]
        told = frozenset(fact for _, facts in self._conflicts for fact in facts)
        kept: dict[Period, list[Fact]] = defaultdict(list)
        for fact in years if len({fact.quantity.period for fact in years}) >= _SEVERAL else strand.facts:
            kept[fact.quantity.period].append(fact)
        facts = [
            fact
            for about in kept.values()
            for fact in dict.fromkeys([min(about, key=_coarseness), *(one for one in about if one in told)])
        ]
        return replace(strand, facts=tuple(facts), implied=())

    def _strands(self, statement: Statement, facts: Sequence[Fact]) -> Iterator[_Strand]:
        together: dict[tuple[Quantity, Quantity | None], list[Fact]] = defaultdict(list)
        for fact in facts:
            whole = fact.base if fact.statement is Statement.SHARE else None
            together[_anytime(fact.quantity), None if whole is None else _anytime(whole)].append(fact)
        for (quantity, whole), about in together.items():
            implied = self._implied(quantity) if statement is Statement.LEVEL else {}
            shown = tuple(fact for fact in about if fact.statement is statement)
            yield _Strand(quantity, whole, shown, tuple(implied.items()))

    def _implied(self, quantity: Quantity) -> dict[Period, Level]:
        """Levels that no source prints, by period."""
        return {
            period: level
            for row in self._growth[quantity]
            for period, level in zip((row.start, row.end), row.levels, strict=True)
            if level is not None and level.basis == IMPLIED
        }

    def _parts(self, strand: _Strand) -> tuple[str, ...]:
        """What may set one line apart from another: pair, whole, scope, books."""
        quantity = strand.quantity
        whose = f"{quantity.authority}’s figures" if quantity.authority else "authority not stated"
        vintage = f"edition {quantity.vintage}" if quantity.vintage else ""
        whole = "" if strand.whole is None else f"of {self._whole_text(strand.whole, quantity)}"
        return pair_name(quantity), whole, quantity.scope, whose, vintage

    def _whole_text(self, whole: Quantity, part: Quantity) -> str:
        """What a share is a share of."""
        name = "" if whole.series == part.series else lowered(self._folder.name(whole.series))
        return " ".join(filter(None, (name, pair_name(whole), whole.scope)))

    def _marks(self, strand: _Strand, one: Fraction, unit: str) -> tuple[Mark, ...]:
        marks = [self._mark(fact, one) for fact in strand.facts]
        for period, level in strand.implied:
            numbers = tuple(number for number, facts in self._conflicts if facts <= set(level.facts))
            words = range_words(level.range, one=one)
            marks.append(
                Mark(period, level.range, None, words, "implied", f"{words} {unit}", Kind.IMPLIED, numbers)
            )
        return tuple(
            sorted(marks, key=lambda mark: (mark.period, mark.kind is Kind.IMPLIED, mark.height, mark.label))
        )

    def _mark(self, fact: Fact, one: Fraction) -> Mark:
        claim = fact.claims[0]
        figure = claim.figure
        plus = "+" if fact.statement in (Statement.GROWTH, Statement.CHANGE) else ""
        assumed = fact.quantity.authority and not any(claim.authority for claim in fact.claims)
        based = ""
        if fact.base is not None and fact.statement is not Statement.SHARE:
            usual = fact.base.period == fact.quantity.period.year_earlier()
            based = "" if usual else f" on {period_text(fact.base.period)}"
        numbers = tuple(number for number, facts in self._conflicts if fact in facts)
        bounds = _counted(fact.certain) if is_counted(claim) else fact.certain
        return Mark(
            period=fact.quantity.period,
            range=bounds,
            value=figure.value if figure.high is None else None,
            detail=""
            if None in (bounds.lo, bounds.hi) or bounds.lo == bounds.hi
            else range_words(bounds, one=one),
            label=f"{figure_text(figure, one, plus=plus)}{based}{ASSUMED if assumed else ''}",
            text=f"{claimed_text(claim)}{based}",
            kind=Kind.PRINTED if figure.hedge is Hedge.EXACT else Kind.HEDGED,
            conflicts=numbers,
        )

    def _growth_notes(self, strand: _Strand, statement: Statement) -> tuple[GrowthNote, ...]:
        """What is claimed of growth beside levels."""
        rows = self._growth[strand.quantity] if statement is Statement.LEVEL else []
        return tuple(self._growth_note(row) for row in rows if row.claimed)

    def _growth_note(self, row: GrowthRow) -> GrowthNote:
        claims = [one.claim for one in row.claimed]
        ids = {claim.id for claim in claims}
        numbers = (
            number
            for number, facts in self._conflicts
            if any(claim.id in ids for fact in facts for claim in fact.claims)
        )
        said = dict.fromkeys(claimed_text(claim) for claim in claims)
        computed = ""
        if row.basis == PUBLISHED and claims[0].statement is Statement.MULTIPLE:
            computed = amount_text(row.multiple, "times")
        elif row.basis == PUBLISHED:
            yearly = row.cagr if claims[0].figure.annual else None
            computed = percentage_text(row.rate) if yearly is None else f"{percentage_text(yearly)} a year"
        return GrowthNote(row.start, row.end, ", ".join(said), computed, tuple(numbers))


def _pair(quantity: Quantity) -> tuple[frozenset[str], str]:
    """Between whom, either way, and in which scope."""
    return frozenset((quantity.area, quantity.partner)), quantity.scope


def _coarseness(fact: Fact) -> tuple[bool, Fraction, tuple[object, ...]]:
    """Open ranges are coarser than any other, then the wider."""
    low, high = fact.certain.lo, fact.certain.hi
    width = Fraction(0) if low is None or high is None else high - low
    return low is None or high is None, width, fact.order


def _anytime(quantity: Quantity) -> Quantity:
    return quantity._replace(period=ANYTIME)


def _counted(bounds: Interval) -> Interval:
    """What is counted one by one is a whole number: 52 allows nothing but 52."""
    if bounds.lo is None or bounds.hi is None or ceil(bounds.lo) > floor(bounds.hi):
        return bounds
    return Interval(Fraction(ceil(bounds.lo)), Fraction(floor(bounds.hi)))


def _measured(fact: Fact) -> tuple[str, str]:
    return fact.quantity.series, fact.quantity.unit


def _unit(statement: Statement, strands: Sequence[_Strand], unit: str) -> tuple[Fraction, str]:
    """In which multiple of the base unit a panel counts, and what that is called."""
    if statement in (Statement.GROWTH, Statement.SHARE):
        return PERCENT, "%"
    if statement is Statement.MULTIPLE:
        return ONE, "times"
    size, name = scale(*(end for strand in strands for end in strand.ends))
    return size, " ".join(filter(None, (name, unit_name(unit))))


def _heading(statement: Statement, name: str) -> str:
    """The name of a series, and what is said of it unless that is its level."""
    return name if statement is Statement.LEVEL else f"{name}, {statement}"
