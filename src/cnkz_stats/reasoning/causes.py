"""Why a conflict may have come about: the changed readings that make it go away, the most plausible first."""

from collections.abc import Iterable, Sequence

from cnkz_stats.figures.interval import Interval
from cnkz_stats.ledger.claim import Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.bounds import bounds_of, ratio_bounds
from cnkz_stats.reasoning.changes import REVISED, Change, changed
from cnkz_stats.reasoning.conflicts import Conflict, shrink
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, premises
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.judge import Contradictory
from cnkz_stats.reasoning.laws import Laws
from cnkz_stats.reasoning.relocations import other_books, other_periods, other_scopes
from cnkz_stats.reasoning.rereadings import house_rules, joint_rereadings, rereadings, revisions
from cnkz_stats.reasoning.survey import GaveUpError, Survey
from cnkz_stats.reasoning.system import group


def explanations(
    conflict: Conflict, family: Sequence[Fact], folder: Folder, *, docket: Docket | None = None
) -> list[Change]:
    """All changes that resolve the conflict, the most plausible first.

    Those come last that rest on what nobody else speaks of, then those that clash with what is settled elsewhere; then the
    lower cost comes first. Ties: the fact with fewest claims, then the earlier period. `docket` is that of the family.
    """
    elsewhere = docket or Docket(Laws(folder).between)
    docket = elsewhere.another()
    found: list[Change] = []
    for fact in conflict.facts:
        others = implied(fact, conflict, until=elsewhere.until)
        if others is not None:
            found += rereadings(fact, others)
            found += revisions(fact, others, folder)
            tried = [
                *other_periods(fact, others, family, folder),
                *other_scopes(fact, others, conflict, family, folder),
            ]
            tried += other_books(fact, others, family, folder)
            found += _resolving(tried, conflict, docket)
    found += _resolving(house_rules(conflict, family, folder), conflict, docket)
    if not any(change.excuses and change.cost <= REVISED and not change.alone for change in found):
        found += _resolving(joint_rereadings(conflict, folder), conflict, docket)
    leaves = _leaving(found, conflict, family, elsewhere)
    keyed = zip(found, leaves, strict=True)
    return [change for change, _ in sorted(keyed, key=lambda pair: _plausibility(*pair))]


def _plausibility(change: Change, leaves: bool) -> tuple[object, ...]:  # noqa: FBT001 (pairs come from a list)
    oldest = min(quantity.period for fact in change.old for quantity in fact.quantities)
    return (change.alone, leaves, change.cost, len(change.claims), oldest, change.cause, change.text)


def implied(fact: Fact, conflict: Conflict, *, until: float | None = None) -> Interval | None:
    """What the other facts of a conflict make of a fact's number: level, difference, or ratio to the base.

    `None` if they say nothing of it, or it was not found in time.
    """
    rows = [row for row in conflict.certificate.rows if not isinstance(row.origin, Fact)]
    rows += [row for other in conflict.facts if other != fact for row in group(other)]
    rows += premises(fact)
    try:
        if fact.base is not None and fact.statement is not Statement.CHANGE:
            bounds = ratio_bounds(fact.quantity, fact.base, rows, until=until)
            return None if bounds is None else bounds.range
        expression = {fact.quantity: ONE} if fact.base is None else {fact.quantity: ONE, fact.base: -ONE}
        survey = Survey([*rows, *_spoken_of(fact)], until=until)
        return bounds_of(survey, expression).range if survey.feasible else None
    except GaveUpError:
        return None


def _spoken_of(fact: Fact) -> list[Constraint]:
    """Rows that say nothing but name the fact's quantities."""
    return [Constraint(((one, ZERO),), ZERO, strict=False, origin=Law("")) for one in fact.quantities]


def _resolving(changes: Iterable[Change], conflict: Conflict, docket: Docket) -> list[Change]:
    """Those of the changes that let the facts of the conflict all be true."""
    changes = list(changes)
    docket.enter(new for change in changes for new in change.new)
    return [change for change in changes if docket.clash(changed(conflict.facts, change)) is None]


def _leaving(
    changes: Sequence[Change], conflict: Conflict, family: Sequence[Fact], docket: Docket
) -> list[bool]:
    """For each change whether its facts would clash with what is settled elsewhere, in whichever books.

    Settled are the facts outside the conflict, without those that clash among themselves.
    """
    outside = [fact for fact in family if fact not in conflict.facts]
    numbers = docket.enter(outside)
    settled = set(numbers)
    while isinstance(clash := docket.court.clash(settled), Contradictory):
        settled -= shrink(docket.court, clash.core)
    heard = [fact for fact, number in zip(outside, numbers, strict=True) if number in settled]
    heard += conflict.facts
    moved = {new for change in changes for new in change.new}
    aside = docket.another()
    near = {
        fact
        for component in aside.components([*heard, *moved])
        if not moved.isdisjoint(component.facts)
        for fact in component.facts
    }
    return [
        aside.clash(fact for fact in changed(heard, change) if fact in near) is not None for change in changes
    ]
