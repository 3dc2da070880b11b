"""Changes: readings other than the printed one that may explain a conflict, and how far-fetched each is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cnkz_stats.figures.display import range_text
from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.interval import Interval, ratio
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.constraints import ratio_range
from cnkz_stats.reasoning.facts import Fact

READ, MOVED, REVISED, STATED, ELSEWHERE, SLIP, FAR = (
    Fraction(cost) for cost in ("1", "2", "3", "4", "5", "6", "7")
)
"""Costs: another reading, unstated books, a usual revision, stated books, period or scope, a slip, a large revision."""
NOTATION, TOLD, SHARP, GUESSED, UNUSUAL, FAINT, DOUBTED, HIT, UNTOLD, OTHERWISE, CHANCE = (
    Fraction(cost) for cost in ("3.8", "4", "4.4", "4.5", "4.8", "5.2", "5.5", "6.3", "6.4", "6.5", "6.6")
)
"""Costs between them: percent for times; what others tell of another period, scope, series or books; a slip where chance
would hardly fit; books nobody speaks of; a revision beyond the usual size but below 5 %; what others tell in few digits of another time; stated books against books nobody
speaks of; a slip that leads to the very number; another scope of which others state nothing like it, a revision below 10 %; a scope nobody states, months nobody
speaks of."""
WORLDS_APART = 8
"""No two books or scopes of one quantity differ by so many times (China and Kazakhstan: by up to 6)."""
_TOLD_WITHIN = Fraction(5, 4)


@dataclass(frozen=True, slots=True)
class Change:
    """A changed reading: the facts it replaces, by which, and how far-fetched it is.

    `excuses` says that it makes the conflict a warning. `size` is how far the others are
    from the figure, relative to it: of a revision, by how much it was revised. `alone` marks books
    of which nobody else speaks.
    """

    cause: Cause
    cost: Fraction
    text: str
    old: tuple[Fact, ...]
    new: tuple[Fact, ...]
    excuses: bool
    size: Interval | None = None
    alone: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims whose reading changes."""
        return tuple(claim for fact in self.old for claim in fact.claims)

    @property
    def loosens(self) -> bool:
        """Whether it only makes facts say less, so that no new conflict can come of it."""
        return self.cause is Cause.REVISION or all(
            old == replace(new, range=old.range) and old.range.within(new.range)
            for old, new in zip(self.old, self.new, strict=True)
        )


def changed(facts: Sequence[Fact], change: Change) -> list[Fact]:
    """The facts after the change."""
    instead = dict(zip(change.old, change.new, strict=True))
    return [instead.get(fact, fact) for fact in facts]


def number_of(fact: Fact) -> Interval:
    """The range of the number a fact speaks of: of the ratio where it speaks of one."""
    return fact.range if fact.base is None or fact.statement is Statement.CHANGE else ratio_range(fact)


def is_told(others: Interval, within: Fraction = _TOLD_WITHIN) -> bool:
    """Whether the others say which number it should be: a slip explains nothing where they only bound one side."""
    return (
        others.lo is not None and others.hi is not None and others.lo > 0 and others.hi <= within * others.lo
    )


def relative_size(fact: Fact, others: Interval) -> Interval | None:
    """What the others say over what the fact says; `None` if either may be zero or negative."""
    stated = number_of(fact)
    if others.lo is None or others.lo < 0 or stated.lo is None or stated.lo <= 0:
        return None
    return ratio(others, stated)


def follows(fact: Fact, stated: Iterable[Fact]) -> bool:
    """Whether a comparison follows from two levels that others state."""
    if fact.base is None:
        return False
    asked = fact.quantity, fact.base
    levels = {other.quantity: other for other in stated if other.base is None and other.quantity in asked}
    now, before = levels.get(fact.quantity), levels.get(fact.base)
    if now is None or before is None:
        return False
    if fact.statement is Statement.CHANGE:
        return fact.range.meets(_difference(now.range, before.range))
    implied = relative_size(before, now.range)
    return implied is not None and implied.meets(number_of(fact))


def states_the_same(other: Fact, new: Fact) -> bool:
    """Whether two facts give one number for the same quantities, growth by 84 % or to 1.84 times.

    A hedged one only if both have the same number.
    """
    if (other.quantity, other.base) != (new.quantity, new.base):
        return False
    mine, its = new.claims[0].figure, other.claims[0].figure
    alike = (mine.value, mine.high) == (its.value, its.high)
    if not alike and (mine.hedge, its.hedge) != (Hedge.EXACT, Hedge.EXACT):
        return False
    changes = [fact.statement is Statement.CHANGE for fact in (other, new)]
    return changes[0] == changes[1] and number_of(other).meets(number_of(new))


def _difference(one: Interval, other: Interval) -> Interval:
    lo = None if one.lo is None or other.hi is None else one.lo - other.hi
    hi = None if one.hi is None or other.lo is None else one.hi - other.lo
    return Interval(lo, hi)


def total(ranges: Iterable[Interval]) -> Interval:
    """The range of a sum; an end that is left open counts as included."""
    ends = [(one.lo, one.hi) for one in ranges]
    lows, highs = zip(*ends, strict=True)
    return Interval(
        None if None in lows else sum(lows),
        None if None in highs else sum(highs),
    )


def bookless(quantity: Quantity) -> Quantity:
    """A quantity whoever counts it."""
    return quantity._replace(authority="", vintage="")


def quoted(fact: Fact) -> str:
    """The figure of a fact as printed, in quotation marks."""
    return f"“{fact.claims[0].figure.text}”"


def size_text(size: Interval) -> str:
    """A relative difference in words: `revised down by 0.0487 % to 0.2012 %`."""
    if size.hi is not None and size.hi <= 0:
        return f"revised down by {_percent(size.scaled(Fraction(-1)))}"
    if size.lo is not None and size.lo >= 0:
        return f"revised up by {_percent(size)}"
    return f"revised by {_percent(size)}"


def _percent(size: Interval) -> str:
    return f"{range_text(size.scaled(Fraction(100)), digits=4)} %"
