"""Why a conflict may have come about: the changed readings that make it go away, the most plausible first."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import groupby

from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.bounds import bounds_of, ratio_bounds
from cnkz_stats.reasoning.changes import (
    ELSEWHERE,
    OTHERWISE,
    REVISED,
    Change,
    changed,
    is_told,
    number_of,
    relative_size,
)
from cnkz_stats.reasoning.conflicts import Conflict, shrink
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law, premises
from cnkz_stats.reasoning.docket import Docket
from cnkz_stats.reasoning.facts import Fact, origin
from cnkz_stats.reasoning.laws import Laws
from cnkz_stats.reasoning.mixed import across_books
from cnkz_stats.reasoning.money import at_other_times, told_in_other_money, with_twins
from cnkz_stats.reasoning.periods import other_periods
from cnkz_stats.reasoning.relocations import other_books
from cnkz_stats.reasoning.rereadings import house_rules, is_far_from, joint_rereadings, rereadings, revisions
from cnkz_stats.reasoning.scopes import other_scopes
from cnkz_stats.reasoning.slips import borrowed, by_for_to, of_the_source
from cnkz_stats.reasoning.survey import GaveUpError, Survey
from cnkz_stats.reasoning.system import group
from cnkz_stats.reasoning.verdict import Contradictory

_BESIDE = 24
_LOOSELY = Fraction(7, 4)
"""How many figures beside a conflict are asked what a number should be, and when that is not told well enough."""
MOST = 8
"""How many causes are named: those that come later are too far-fetched to be read."""


def explanations(
    conflict: Conflict,
    family: Sequence[Fact],
    folder: Folder,
    *,
    beside: Sequence[Fact] = (),
    docket: Docket | None = None,
) -> list[Change]:
    """The changes that resolve the conflict, the most plausible first: as many as anybody would read.

    Those come last that rest on what nobody else speaks of, then those that clash with what is settled elsewhere; then the
    lower cost comes first. Ties: the fact with fewest claims, then the earlier period. `beside` are facts of other families, of
    which only the numbers are compared; `docket` knows facts of the family.
    """
    elsewhere = docket or Docket(Laws(folder).between)
    docket = elsewhere.another()
    laws = elsewhere.laws_of(conflict.facts)
    found: list[Change] = []
    stated = [*family, *beside]
    far = False
    for fact in conflict.facts:
        others = implied(fact, conflict, laws, until=elsewhere.until)
        if others is not None:
            far |= is_far_from(fact, others)
            told = _told_beside(fact, others, conflict, family, elsewhere)
            own = [*rereadings(fact, others, family, folder, told=told), *revisions(fact, others, folder)]
            tried = [
                *other_periods(fact, others, stated, folder),
                *other_scopes(fact, others, conflict, stated, folder),
            ]
            tried += other_books(fact, others, family, folder)
            tried += across_books(fact, stated, folder)
            tried += told_in_other_money(fact, stated)
            tried += at_other_times(fact, stated, folder)
            tried += by_for_to(fact, family)
            tried += borrowed(fact, stated, folder)
            tried += of_the_source(fact, others, family, folder)
            tried = [with_twins(change, stated, folder) for change in tried]
            own += _resolving(tried, conflict, docket)
            found += _sized(own, fact, others)
    found += _resolving(house_rules(conflict, family, folder), conflict, docket)
    if not far and not any(map(_is_honest, found)):
        found += _resolving(joint_rereadings(conflict, folder), conflict, docket)
    if _is_one_table(conflict, folder):
        found = [change for change in found if not _needs_another(change)]
    return most_plausible(found, _Elsewhere(conflict, family, found, elsewhere).leaves)


def _is_honest(change: Change) -> bool:
    """Whether a figure alone may have been printed honestly, so that nothing else needs to be read anew with it."""
    likely = change.cost <= REVISED or change.cause is Cause.HEDGE
    return change.excuses and likely and not change.alone


def _sized(changes: Iterable[Change], fact: Fact, others: Interval) -> list[Change]:
    """The changes with how far the others are from the figure, relative to it, where that can be said."""
    size = None if fact.statement is Statement.CHANGE else relative_size(fact, others)
    return [replace(change, size=None if size is None else size.shifted(-ONE)) for change in changes]


def _is_one_table(conflict: Conflict, folder: Folder) -> bool:
    """Whether one document states a whole and its parts, all for one period."""
    documents = [{origin(claim.source, folder) for claim in fact.claims} for fact in conflict.facts]
    told = {quantity for fact in conflict.facts for quantity in fact.quantities}
    return len(told) > 1 == len({quantity.period for quantity in told}) and bool(set.intersection(*documents))


def _needs_another(change: Change) -> bool:
    """Whether a change supposes an unusual revision, other months or books, of which nobody speaks."""
    revised = change.cause is Cause.REVISION and change.cost != REVISED
    return revised or change.cost in (ELSEWHERE, OTHERWISE)


def most_plausible(found: Iterable[Change], leaves: Callable[[Change], int]) -> list[Change]:
    """The first of the changes in order; how they fit elsewhere is asked of no more than decides that."""
    fitting: list[Change] = []
    others: list[tuple[int, Change]] = []
    for _, changes in groupby(sorted(found, key=_by_itself), key=lambda change: change.alone):
        for change in changes:
            if len(fitting) >= MOST:
                return fitting[:MOST]
            misfit = leaves(change)
            if misfit:
                others.append((misfit, change))
            else:
                fitting.append(change)
        fitting += [change for _, change in sorted(others, key=lambda pair: pair[0])]
        others.clear()
    return fitting[:MOST]


def _by_itself(change: Change) -> tuple[object, ...]:
    """How plausible a change is, whatever else is known."""
    oldest = min(quantity.period for fact in change.old for quantity in fact.quantities)
    worded = change.cause is not Cause.WORDING
    return (change.alone, change.cost, worded, len(change.claims), oldest, change.cause, change.text)


def implied(
    fact: Fact, conflict: Conflict, laws: Iterable[Constraint], *, until: float | None = None
) -> Interval | None:
    """What the other facts of a conflict make of a fact's number under laws: level, difference, or ratio to the base.

    `None` if they say nothing of it, or it was not found in time.
    """
    rows = [row for row in conflict.certificate.rows if not isinstance(row.origin, Fact)]
    rows += [row for row in laws if row not in rows]
    rows += [row for other in conflict.facts if other != fact for row in group(other)]
    return _implied(fact, rows, until=until)


def _implied(fact: Fact, rows: Iterable[Constraint], *, until: float | None) -> Interval | None:
    rows = [*rows, *premises(fact)]
    try:
        if fact.base is not None and fact.statement is not Statement.CHANGE:
            bounds = ratio_bounds(fact.quantity, fact.base, rows, until=until)
            return None if bounds is None else bounds.range
        expression = {fact.quantity: ONE} if fact.base is None else {fact.quantity: ONE, fact.base: -ONE}
        survey = Survey([*rows, *_spoken_of(fact)], until=until)
        return bounds_of(survey, expression).range if survey.feasible else None
    except GaveUpError:
        return None


def _told_beside(
    fact: Fact, others: Interval, conflict: Conflict, family: Sequence[Fact], docket: Docket
) -> Interval | None:
    """What more figures make of a fact's number that those of the conflict do not tell: the nearest ones in its books."""
    if is_told(others, _LOOSELY):
        return None
    mine = fact.quantity
    near = [
        other
        for other in family
        if other != fact
        and other not in conflict.facts
        and other.quantity._replace(period=mine.period, series=mine.series) == mine
    ]
    near.sort(key=lambda other: abs(other.quantity.period.last.toordinal() - mine.period.last.toordinal()))
    beside = [*(other for other in conflict.facts if other != fact), *near[:_BESIDE]]
    rows = [*docket.laws_of([fact, *beside]), *(row for other in beside for row in group(other))]
    told = _implied(fact, rows, until=docket.until) if near else None
    return told and told.intersection(others)


def _spoken_of(fact: Fact) -> list[Constraint]:
    """Rows that say nothing but name the fact's quantities."""
    return [Constraint(((one, ZERO),), ZERO, strict=False, origin=Law("")) for one in fact.quantities]


def _resolving(changes: Iterable[Change], conflict: Conflict, docket: Docket) -> list[Change]:
    """Those of the changes that let the facts of the conflict all be true."""
    heard = [(change, changed(conflict.facts, change)) for change in changes]
    docket.enter(fact for _, facts in heard for fact in facts)
    return [change for change, facts in heard if docket.clash(facts) is None]


class _Elsewhere:
    """What is settled outside a conflict, in whichever books, as far as it has to do with changes of its facts.

    Settled are the facts outside the conflict; of those that clash among themselves, not the ones that fewest documents
    state.
    """

    def __init__(
        self, conflict: Conflict, family: Sequence[Fact], changes: Iterable[Change], docket: Docket
    ) -> None:
        self._conflict, self._docket = conflict, docket.another()
        moved = dict.fromkeys(new for change in changes for new in change.new)
        touched = {*moved, *conflict.facts}
        near = {
            fact
            for component in self._docket.components({*family, *touched})
            if not touched.isdisjoint(component.facts)
            for fact in component.facts
        }
        outside = [fact for fact in family if fact in near and fact not in conflict.facts]
        numbers = docket.enter(outside)
        settled, named = set(numbers), dict(zip(numbers, outside, strict=True))
        while isinstance(clash := docket.court.clash(settled), Contradictory):
            settled -= _fewest_witnesses(shrink(docket.court, clash.core), named)
        self._calm = [fact for fact, number in zip(outside, numbers, strict=True) if number in settled]
        self._docket.enter([*self._calm, *touched])

    def leaves(self, change: Change) -> int:
        """How a change fits what is settled: 0 if all does, 2 if what it says anew does not, 1 if only others still clash."""
        if not self._clash(changed([*self._calm, *self._conflict.facts], change)):
            return 0
        return 1 + self._clash([*changed(self._calm, change), *_novel(change, self._conflict)])

    def _clash(self, facts: Iterable[Fact]) -> bool:
        return self._docket.clash(facts) is not None


def _novel(change: Change, conflict: Conflict) -> list[Fact]:
    """What a change says that no other figure of the conflict says as it stands."""
    said = [fact for fact in conflict.facts if fact not in change.old]
    return [new for new in change.new if not any(_agree(new, fact) for fact in said)]


def _agree(one: Fact, other: Fact) -> bool:
    same = (one.quantity, one.base) == (other.quantity, other.base)
    return same and number_of(one).meets(number_of(other))


def _fewest_witnesses(core: Iterable[int], named: Mapping[int, Fact]) -> set[int]:
    """Those of some facts that the fewest documents state."""
    witnesses = {number: len({claim.source for claim in named[number].claims}) for number in core}
    return {number for number, count in witnesses.items() if count == min(witnesses.values())}
