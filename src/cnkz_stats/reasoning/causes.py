"""Why a conflict may have come about: the changed readings that make it go away, the most plausible first."""

from collections.abc import Sequence

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.bounds import bounds_of, ratio_bounds
from cnkz_stats.reasoning.changes import REVISED, Change, changed
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, premises
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.judge import Consistent, Contradictory, Court, Survey
from cnkz_stats.reasoning.laws import laws
from cnkz_stats.reasoning.relocations import other_books, other_periods, other_scopes
from cnkz_stats.reasoning.rereadings import house_rules, joint_rereadings, rereadings, revisions
from cnkz_stats.reasoning.system import group


def explanations(conflict: Conflict, family: Sequence[Fact], folder: Folder) -> list[Change]:
    """All changes that resolve the conflict, the most plausible first.

    Those come last that rest on what nobody else speaks of, then those that clash with what is settled elsewhere; then the
    lower cost comes first. Ties: the fact with fewest claims, then the earlier period.
    """
    found: list[Change] = []
    for fact in conflict.facts:
        others = implied(fact, conflict)
        if others is not None:
            found += rereadings(fact, others)
            found += revisions(fact, others, folder)
            tried = [
                *other_periods(fact, others, family, folder),
                *other_scopes(fact, others, conflict, family, folder),
            ]
            tried += other_books(fact, others, family, folder)
            found += [change for change in tried if _resolves(change, conflict, folder)]
    found += [
        change for change in house_rules(conflict, family, folder) if _resolves(change, conflict, folder)
    ]
    if not any(change.excuses and change.cost <= REVISED and not change.alone for change in found):
        found += [
            change for change in joint_rereadings(conflict, folder) if _resolves(change, conflict, folder)
        ]
    leaves = _leaving(found, conflict, family, folder)
    keyed = zip(found, leaves, strict=True)
    return [change for change, _ in sorted(keyed, key=lambda pair: _plausibility(*pair))]


def _plausibility(change: Change, leaves: bool) -> tuple[object, ...]:  # noqa: FBT001 (pairs come from a list)
    oldest = min(quantity.period for fact in change.old for quantity in fact.quantities)
    return (change.alone, leaves, change.cost, len(change.claims), oldest, change.cause, change.text)


def implied(fact: Fact, conflict: Conflict) -> Interval | None:
    """What the other facts of a conflict make of a fact's number: level, difference, or ratio to the base."""
    rows = [row for row in conflict.certificate.rows if not isinstance(row.origin, Fact)]
    rows += [row for other in conflict.facts if other != fact for row in group(other)]
    rows += premises(fact)
    if fact.base is not None and fact.statement is not Statement.CHANGE:
        bounds = ratio_bounds(fact.quantity, fact.base, rows)
        return None if bounds is None else bounds.range
    expression = {fact.quantity: ONE} if fact.base is None else {fact.quantity: ONE, fact.base: -ONE}
    survey = Survey([*rows, *_spoken_of(fact)])
    return bounds_of(survey, expression).range if survey.feasible else None


def _spoken_of(fact: Fact) -> list[Constraint]:
    """Rows that say nothing but name the fact's quantities."""
    return [Constraint(((one, ZERO),), ZERO, strict=False, origin=Law("")) for one in fact.quantities]


def _resolves(change: Change, conflict: Conflict, folder: Folder) -> bool:
    """Whether the facts of the conflict can all be true once the change is made."""
    facts = changed(conflict.facts, change)
    quantities = {quantity for fact in facts for quantity in fact.quantities}
    known = tuple(row for row in conflict.certificate.rows if not isinstance(row.origin, Fact))
    court = Court([group(fact) for fact in facts], (*known, *laws(quantities, folder)))
    return isinstance(court.hear(range(len(facts))), Consistent)


def _leaving(
    changes: Sequence[Change], conflict: Conflict, family: Sequence[Fact], folder: Folder
) -> list[bool]:
    """For each change whether its facts would clash with what is settled elsewhere, in whichever books.

    Settled are the facts outside the conflict, without those that clash among themselves. One court hears all: the
    facts as they are and as they would be, each heard or left out.
    """
    facts = list(dict.fromkeys([*family, *(new for change in changes for new in change.new)]))
    numbers = {fact: number for number, fact in enumerate(facts)}
    rows = laws({quantity for fact in facts for quantity in fact.quantities}, folder)
    court = Court([group(fact) for fact in facts], tuple(rows))
    settled = {numbers[fact] for fact in family if fact not in conflict.facts}
    while isinstance(verdict := court.hear(sorted(settled)), Contradictory):
        settled -= verdict.core
    heard = [*(facts[number] for number in sorted(settled)), *conflict.facts]
    return [
        not isinstance(court.hear(numbers[fact] for fact in changed(heard, change)), Consistent)
        for change in changes
    ]
