"""The same figure read otherwise: rounding, hedges, wording, slips, and another edition of what it rests on."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain, combinations

from cnkz_stats.figures.display import decimal
from cnkz_stats.figures.figure import MEASURED, PERCENT, Hedge
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.changes import (
    CHANCE,
    FAR,
    NOTATION,
    REVISED,
    TOLD,
    UNTOLD,
    UNUSUAL,
    Change,
    is_told,
    number_of,
    quoted,
    relative_size,
    size_text,
)
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.constraints import ONE
from cnkz_stats.reasoning.facts import Fact, origin
from cnkz_stats.reasoning.slips import slips

_SIZED_WITHIN = Fraction(11, 10)
_HEDGED_WITHIN = Fraction(4)
_HEDGED_FINELY = {1: Fraction(4), 2: Fraction(2)}
"""Nobody would say a hedged number of one so many times as large or small; hardly anybody, by significant digits, else:"""
_FINEST = Fraction(3, 2)
_LARGEST, _UNKNOWN = Fraction(1, 4), Fraction(1, 10)
_UNUSUAL = ((Fraction(5, 100), UNUSUAL), (Fraction(10, 100), UNTOLD), (_LARGEST, FAR))
"""What revisions beyond the usual size cost, up to which size."""


def rereadings(
    fact: Fact, others: Interval, family: Sequence[Fact], folder: Folder, *, told: Interval | None = None
) -> Iterator[Change]:
    """Every other way to read the figure itself that meets what the others make of its number.

    `told` is what more figures than these make of it: slips may be told by them.
    """
    figure = fact.claims[0].figure
    digits = figure.digits if figure.unit == PERCENT else figure.digits - figure.zeros
    finely = _HEDGED_FINELY.get(digits, _FINEST)
    far, strange = is_far_from(fact, others), is_far_from(fact, others, finely)
    told = told or others
    slipped = (one for one in slips(fact, told, family, folder) if number_of(one.new[0]).meets(told))
    turned = _turned_hedge(fact) if is_told(others) else ()
    for change in chain(_other_readings(fact), _round_number(fact), turned, slipped):
        hedged = change.cause is Cause.HEDGE
        if not (hedged and far) and number_of(change.new[0]).meets(others):
            yield replace(change, cost=CHANCE) if hedged and strange else change


def is_far_from(fact: Fact, others: Interval, within: Fraction = _HEDGED_WITHIN) -> bool:
    """Whether a hedge would be said of a number so far away that nobody would say it."""
    value = abs(fact.claims[0].figure.value)
    number = others.shifted(-ONE) if fact.statement is Statement.GROWTH and fact.years is None else others
    above = number.lo is not None and number.lo >= within * value
    return above or (number.hi is not None and 0 < number.hi <= value / within)


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


def _round_number(fact: Fact) -> Iterator[Change]:
    """An amount in tens of which only the first digit is meant, to a twentieth: 40 billion for 41."""
    figure = fact.claims[0].figure
    exact = figure.hedge is Hedge.EXACT and figure.high is None and fact.base is None
    if exact and figure.unit in MEASURED and (figure.digits, figure.zeros) == (2, 1):
        new = replace(fact, range=Interval.around(figure.value, abs(figure.value) / 20))
        yield Change(
            Cause.ROUNDING, TOLD, f"if {quoted(fact)} is a round number", (fact,), (new,), excuses=True
        )


def _turned_hedge(fact: Fact) -> Iterator[Change]:
    """Over a number told as nearly that, or the reverse: within a unit of its last significant digit, and a tenth."""
    figure = fact.claims[0].figure
    sides = {Hedge.NEARLY: ONE, Hedge.UNDER: ONE, Hedge.OVER: -ONE, Hedge.AT_LEAST: -ONE}
    if figure.hedge in sides and figure.high is None and fact.years is None:
        value = abs(figure.value)
        far = value + sides[figure.hedge] * min(figure.quantum * 10**figure.zeros, value / 10)
        meant = Interval(min(value, far), max(value, far))
        meant = meant.scaled(-ONE) if figure.value < 0 else meant
        text = f"if {quoted(fact)} has its hedge turned round: the figure lies a little {'above' if far > value else 'below'} it"
        yield Change(Cause.HEDGE, NOTATION, text, (fact,), (replace(fact, range=meant),), excuses=False)


def revisions(fact: Fact, others: Interval, folder: Folder) -> Iterator[Change]:
    """Another edition of the fact's quantity, or of the base it was compared with.

    By a quarter at most, and by a tenth where nobody knows how a series is revised; only if the others say by how much, to a
    tenth.
    """
    apart = None if fact.statement is Statement.CHANGE else relative_size(fact, others)
    if apart is None:
        return
    size = apart.shifted(-ONE)
    usual = folder.series[fact.quantity.series].revision
    most = _LARGEST if usual else _UNKNOWN
    within = bool(usual) and size.meets(_up_to(usual))
    if not size.meets(_up_to(most)) or not is_told(apart, _SIZED_WITHIN):
        return
    of_base = fact.base is not None and fact.statement is not Statement.SHARE
    quantity = fact.base if of_base and fact.base is not None else fact.quantity
    private = quantity._replace(vintage=f"{quantity.vintage}~{fact.id}")
    new = replace(fact, base=private) if of_base else replace(fact, quantity=private)
    whose = "the base" if of_base else "the figure"
    text = f"if {quoted(fact)} rests on another edition: {whose} of {quantity.period} was {size_text(size)}"
    if usual and not within:
        text += f", more than the usual {decimal(usual * 100, up=True)} %"
    cost = REVISED if within else next(cost for up_to, cost in _UNUSUAL if size.meets(_up_to(up_to)))
    cost = cost if usual else UNTOLD
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
                both = _together([first, second])
                yield replace(both, cost=both.cost + NOTATION - ONE)


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
