"""The same figure read otherwise: rounding, hedges, wording, digits, units, and another edition of what it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations

from cnkz_stats.figures.display import decimal
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.reading import Cause, misprints
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.changes import (
    FAR,
    REVISED,
    SLIP,
    SWAPPED,
    UNUSUAL,
    Change,
    number_of,
    quoted,
    relative_size,
    size_text,
)
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact, origin

_TOLD_WITHIN, _SIZED_WITHIN = Fraction(5, 4), Fraction(11, 10)
_SMALL_REVISION, _LARGEST_REVISION = Fraction(5, 100), Fraction(1, 4)
_WORLDS_APART = 8
"""No two books or scopes of one quantity differ by so many times (China and Kazakhstan: by up to 6)."""
_SLIPS = (
    (Fraction(10), "is ten times too small"),
    (Fraction(1, 10), "is ten times too large (亿 is a hundred million, not a billion)"),
    (Fraction(1000), "is a thousand times too small"),
    (Fraction(1, 1000), "is a thousand times too large"),
)
_YUAN = (
    (1994, Interval(Fraction("4.7"), Fraction("5.9"))),
    (2008, Interval(Fraction("7.3"), Fraction("8.7"))),
    (10000, Interval(Fraction("6.0"), Fraction("7.4"))),
)
"""Yuan for a dollar before a year, around the annual averages of 1990 to 2025: 4.78 to 5.76, 7.61 to 8.62, 6.14 to 7.20."""


def rereadings(fact: Fact, others: Interval) -> Iterator[Change]:
    """Every other way to read the figure itself that meets what the others make of its number."""
    told = _is_told(others)
    misprints_told = _misprints(fact) if told else ()
    units_told = _units(fact) if told or _is_worlds_apart(number_of(fact), others) else ()
    for change in chain(_other_readings(fact), _to_for_by(fact), misprints_told, units_told):
        if number_of(change.new[0]).meets(others):
            yield change


def _is_told(others: Interval, within: Fraction = _TOLD_WITHIN) -> bool:
    """Whether the others say which number it should be: a slip explains nothing where they only bound one side."""
    return (
        others.lo is not None and others.hi is not None and others.lo > 0 and others.hi <= within * others.lo
    )


def _is_worlds_apart(stated: Interval, others: Interval) -> bool:
    """Whether a figure misses what the others leave of it by so much that only a scale can be wrong, not a count."""
    low, high = (stated, others) if _below(stated, others) else (others, stated)
    return low.hi is not None and high.lo is not None and low.hi > 0 and high.lo >= _WORLDS_APART * low.hi


def _below(one: Interval, other: Interval) -> bool:
    return one.hi is not None and other.lo is not None and one.hi < other.lo


def _other_readings(fact: Fact) -> Iterator[Change]:
    for reading in fact.readings[1:]:
        if reading.cause is not None:
            text = f"if {quoted(fact)} {reading.text}"
            yield Change(
                reading.cause,
                reading.cost,
                text,
                (fact,),
                (replace(fact, range=reading.range),),
                excuses=True,
            )


def _to_for_by(fact: Fact) -> Iterator[Change]:
    """A growth by more than a hundred percent that was meant as a growth to so many percent."""
    if fact.statement is Statement.GROWTH and fact.years is None and fact.range.lo and fact.range.lo >= 1:
        text = f"if {quoted(fact)} means to so many percent, not by so many"
        new = replace(fact, range=fact.range.shifted(-ONE))
        yield Change(Cause.WORDING, ONE, text, (fact,), (new,), excuses=True)


def _misprints(fact: Fact) -> Iterator[Change]:
    figure = fact.claims[0].figure
    printed = fact.readings[0].range
    for meant in misprints(figure):
        new = replace(fact, range=printed.shifted(meant.value - figure.value))
        text = f"if {quoted(fact)} is a slip for {meant.text}"
        cost = SWAPPED if meant.swapped else SLIP if figure.digits > 2 else FAR
        yield Change(Cause.TYPO, cost, text, (fact,), (new,), excuses=False)


def _units(fact: Fact) -> Iterator[Change]:
    """Slips of scale and of currency: levels and differences only, a rate has none."""
    if fact.statement not in (Statement.LEVEL, Statement.CHANGE):
        return
    slips = [(fact.range.scaled(factor), text) for factor, text in _SLIPS]
    if fact.quantity.unit == "USD" and fact.range.lo is not None and fact.range.lo >= 0:
        rate = next(rate for before, rate in _YUAN if fact.quantity.period.first.year < before)
        slips.append((ratio(fact.range, rate), "is in yuan, not in dollars"))
    for bounds, text in slips:
        new = replace(fact, range=bounds)
        yield Change(Cause.UNIT, SLIP, f"if {quoted(fact)} {text}", (fact,), (new,), excuses=False)


def revisions(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """Another edition of the fact's quantity, or of the base it was compared with.

    Only for series that are known to be revised, by a quarter at most, and if the others say by how much, to a tenth.
    """
    apart = None if fact.statement is Statement.CHANGE else relative_size(fact, others)
    if apart is None:
        return
    size = apart.shifted(-ONE)
    usual = folder.series[fact.quantity.series].revision
    within = size.meets(_up_to(usual))
    if not usual or not size.meets(_up_to(_LARGEST_REVISION)) or not _is_told(apart, _SIZED_WITHIN):
        return
    of_base = fact.base is not None and fact.statement is not Statement.SHARE
    quantity = fact.base if of_base and fact.base is not None else fact.quantity
    private = quantity._replace(vintage=f"{quantity.vintage}~{fact.id}")
    new = replace(fact, base=private) if of_base else replace(fact, quantity=private)
    whose = "the base" if of_base else "the figure"
    text = f"if {quoted(fact)} rests on another edition: {whose} of {quantity.period} was {size_text(size)}"
    if not within:
        text += f", more than the usual {decimal(usual * 100, up=True)} %"
    cost = REVISED if within else UNUSUAL if size.meets(_up_to(_SMALL_REVISION)) else FAR
    yield Change(Cause.REVISION, cost, text, (fact,), (new,), excuses=within, size=size)


def _up_to(size: Fraction) -> Interval:
    return Interval(-size, size)


def joint_rereadings(conflict: Conflict, folder: Folder) -> Iterator[Change]:
    """All figures by one rounding rule, the same for each source's figures, then other readings of any two facts."""
    yield from _same_rule(conflict.facts)
    for _, facts in _by_source(conflict.facts, conflict, folder):
        yield from _same_rule(facts)
    for one, two in combinations(conflict.facts, 2):
        for first in _other_readings(one):
            for second in _other_readings(two):
                yield _together([first, second])


def house_rules(conflict: Conflict, family: Sequence[Fact], folder: Folder) -> Iterator[Change]:
    """One rounding rule for all figures of the books that clash, or for those of them from one source that takes part.

    Who cuts one figure off cuts all of them off: that may explain several conflicts at once.
    """
    books = {fact.quantity.book for fact in conflict.facts}
    facts = [fact for fact in family if fact.quantity.book in books]
    for whose, some in [("", facts), *_by_source(facts, conflict, folder)]:
        for change in _same_rule(some):
            rule = change.text.rpartition("” ")[2]
            yield replace(change, text=f"if each of the {len(change.old)} figures{whose} {rule}")


def _by_source(facts: Sequence[Fact], conflict: Conflict, folder: Folder) -> Iterator[tuple[str, list[Fact]]]:
    """The facts of each source that takes part in a conflict, if they are not all of the facts."""
    for source in sorted({origin(claim.source, folder) for fact in conflict.facts for claim in fact.claims}):
        own = [fact for fact in facts if source in {origin(claim.source, folder) for claim in fact.claims}]
        if len(own) < len(facts):
            yield f" of {source}", own


def _same_rule(facts: Sequence[Fact]) -> Iterator[Change]:
    options: dict[str, list[Change]] = {}
    for fact in facts:
        for change in _other_readings(fact):
            if change.cause is Cause.ROUNDING and change.cost == ONE:
                options.setdefault(change.text.rpartition("” ")[2], []).append(change)
    for changes in options.values():
        if len(changes) > 1:
            yield replace(_together(changes), cost=ONE + Fraction(len(changes), 100))


def _together(changes: Sequence[Change]) -> Change:
    first = max(changes, key=lambda change: (change.cost, change.cause))
    text = " and ".join([changes[0].text, *(change.text.removeprefix("if ") for change in changes[1:])])
    return replace(
        first,
        cost=sum((change.cost for change in changes), Fraction(0)),
        text=text,
        old=tuple(fact for change in changes for fact in change.old),
        new=tuple(fact for change in changes for fact in change.new),
        excuses=all(change.excuses for change in changes),
    )
