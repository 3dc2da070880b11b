"""Each claim beside what all other claims make of the same number."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.constraints import ONE, fact_rows, ratio_range
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.ratios import Implied, Ratios
from cnkz_stats.reasoning.system import Component, components


@dataclass(frozen=True, slots=True)
class Comparison:
    """What a fact claims, what the others imply in the same measure, and whether one number can be both."""

    fact: Fact
    claimed: Interval
    computed: Interval
    agrees: bool


def comparisons(facts: Sequence[Fact], folder: Folder) -> list[Comparison]:
    """The facts of which others say something, in the order of their claims.

    Ranges follow from ratios and amounts, not from sums of several quantities or from exchange rates; a fact of which the
    others contradict each other is left out.
    """
    found = [one for component in components(facts, folder) for one in _compared(component)]
    return sorted(found, key=lambda one: one.fact.order)


def _compared(component: Component) -> Iterator[Comparison]:
    laws = [row for row in component.laws if len({quantity.unit for quantity, _ in row.terms}) == 1]
    ratios = Ratios([*(row for fact in component.facts for row in fact_rows(fact)), *laws])
    for fact in component.facts:
        implied = _without(fact, ratios)
        if implied is not None and not implied.clash:
            computed, claimed = implied.range, fact.certain
            if fact.statement is Statement.GROWTH and fact.years is None:
                yield Comparison(fact, claimed, computed.shifted(-ONE), computed.shifted(-ONE).meets(claimed))
            elif fact.years is None:
                yield Comparison(fact, claimed, computed, computed.meets(claimed))
            else:
                total = ratio_range(fact, claimed).shifted(-ONE)
                yield Comparison(fact, total, computed.shifted(-ONE), computed.shifted(-ONE).meets(total))


def _without(fact: Fact, ratios: Ratios) -> Implied | None:
    if fact.statement is Statement.CHANGE:
        return None
    return ratios.ratio(fact.quantity, fact.base, without=frozenset([fact]))
