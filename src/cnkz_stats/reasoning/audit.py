"""The audit of a folder: rows, verdict, conflict, cause, finding; then the same on what remains."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from time import monotonic

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.books import facts_of
from cnkz_stats.reasoning.causes import explanations
from cnkz_stats.reasoning.changes import Change, changed
from cnkz_stats.reasoning.conflicts import Conflict, facts_to_doubt, find_conflict
from cnkz_stats.reasoning.docket import Between, Docket
from cnkz_stats.reasoning.facts import Fact, merged
from cnkz_stats.reasoning.findings import Audit, Finding, contradiction, finding_id, undecided
from cnkz_stats.reasoning.known import Accepted
from cnkz_stats.reasoning.laws import Laws
from cnkz_stats.reasoning.mirrors import with_mirrors, worlds_apart
from cnkz_stats.reasoning.system import Component, families
from cnkz_stats.reasoning.verdict import Undecided
from cnkz_stats.reasoning.vintages import revisions


def audit(
    folder: Folder, *, timeout: float | None = None, progress: Callable[[int, int], None] | None = None
) -> Audit:
    """Hold all claims of a folder against each other.

    `timeout` in seconds bounds the whole; what is not decided by then is said to be undecided. `progress` is told how many
    facts have been heard, of how many.
    """
    until = None if timeout is None else monotonic() + timeout
    facts = facts_of(folder)
    findings: list[Finding] = []
    hearings: list[_Hearing] = []
    heard = 0

    def hear(family: Sequence[Fact], between: Between) -> _Hearing:
        hearing = _Hearing(family, facts, folder, Docket(between, until=until))
        for finding in hearing.findings():
            findings.append(finding)
            if progress:
                progress(min(heard + hearing.settled, len(facts)), len(facts))
        hearings.append(hearing)
        return hearing

    laws = Laws(folder)
    for family in families(facts, folder):
        hear(family, laws.between)
        heard += len(family)
    repaired = [fact for hearing in hearings for fact in hearing.facts]
    doubts = [doubted for hearing in hearings for doubted in hearing.doubts()]
    for levels in list(worlds_apart(repaired, folder)):
        left = hear(levels, with_mirrors(laws, folder)).facts
        repaired = [*(fact for fact in repaired if fact not in levels), *left]
    dropped = [fact for hearing in hearings for fact in hearing.dropped]
    repairs = {finding: text for hearing in hearings for finding, text in hearing.repairs.items()}
    findings += revisions(facts, folder)
    accepted = Accepted(folder, facts, Docket(with_mirrors(laws, folder), until=until))
    held = sorted(accepted.apply(findings), key=lambda finding: finding.order)
    return Audit(tuple(held), facts, tuple(repaired), tuple(dropped), repairs, tuple(doubts))


class _Hearing:
    """One family of all facts, heard until what is left of it can be true together."""

    def __init__(self, family: Sequence[Fact], facts: Sequence[Fact], folder: Folder, docket: Docket) -> None:
        self.facts = list(family)
        self.dropped: list[Fact] = []
        self.repairs: dict[str, str] = {}
        self._guesses: dict[str, tuple[str, frozenset[str]]] = {}
        self._family, self._all, self._folder, self._docket = family, facts, folder, docket
        self._cleared: set[tuple[Fact, ...]] = set()
        self._dockets: list[Docket] = []

    def findings(self) -> Iterator[Finding]:
        while True:
            found = self._next()
            if found is None:
                return
            component, answer = found
            if isinstance(answer, Undecided):
                self._cleared.add(component.facts)
                yield undecided(component.facts, answer.reason)
                continue
            if self._withdrawn(answer):
                continue
            if finding_id(answer.facts) in self.repairs:
                # One reading mended what another had broken: no reading of these facts fits all the others.
                self._drop(answer.facts)
                continue
            changes = explanations(answer, self.facts, self._folder, beside=self._beside, docket=self._docket)
            if self._docket.is_late():
                self._cleared.add(component.facts)
                yield contradiction(answer, None, self._folder)
                continue
            finding = contradiction(answer, changes, self._folder)
            yield finding
            self.repairs[finding.id] = self._repair(finding.id, answer, changes)

    @cached_property
    def _beside(self) -> list[Fact]:
        """The facts of the other families."""
        own = set(self._family)
        return [fact for fact in self._all if fact not in own]

    def _next(self) -> tuple[Component, Conflict | Undecided] | None:
        for component in self._docket.components(self.facts):
            if component.facts not in self._cleared:
                answer = find_conflict(component, docket=self._docket_for(component))
                if answer is not None:
                    return component, answer
                self._cleared.add(component.facts)
        return None

    @property
    def settled(self) -> int:
        """How many facts of the family are known to be true together with all that touch them, or are left out."""
        return len(self.dropped) + sum(map(len, self._cleared))

    def _docket_for(self, component: Component) -> Docket:
        """The docket that knows most of a component's facts, so that little is heard twice; a new one if none knows half."""
        best = max(self._dockets, key=lambda docket: docket.knows(component.facts), default=None)
        if best is None or 2 * best.knows(component.facts) < len(component.facts):
            best = self._docket.another()
            self._dockets.append(best)
        return best

    def doubts(self) -> Iterator[tuple[Fact, ...]]:
        """The facts to doubt of each component that was found contradictory, where they were found in time."""
        if self.repairs:
            for component in self._docket.components(self._family):
                doubted = facts_to_doubt(component, docket=self._docket_for(component))
                if not isinstance(doubted, Undecided) and doubted:
                    yield doubted

    def _repair(self, finding: str, conflict: Conflict, changes: Sequence[Change]) -> str:
        """Take the most plausible reading; without one, leave the facts out. Says which."""
        if not changes:
            return self._drop(conflict.facts)
        first = changes[0]
        self.facts = list(merged(changed(self.facts, first)))
        if not first.loosens:
            for fact in first.new:
                self._guesses[fact.id] = finding, frozenset(claim.id for claim in fact.claims)
        return f"taken {first.text.removeprefix('if ')}"

    def _withdrawn(self, conflict: Conflict) -> bool:
        """Whether figures of a conflict were read anew; they are then left out instead.

        A reading that says something else, not less, could clash with a true figure: a guess must not accuse it.
        """
        guessed = [fact for fact in conflict.facts if fact.id in self._guesses]
        for fact in guessed:
            finding, ids = self._guesses.pop(fact.id)
            claims = [
                tuple(claim for claim in fact.claims if (claim.id in ids) is anew) for anew in (True, False)
            ]
            self.facts.remove(fact)
            self.facts += [replace(fact, claims=as_printed) for as_printed in claims[1:] if as_printed]
            self.repairs[finding] = self._drop([replace(fact, claims=claims[0])])
        return bool(guessed)

    def _drop(self, facts: Sequence[Fact]) -> str:
        self.facts = [fact for fact in self.facts if fact not in facts]
        self.dropped += facts
        return f"left out {', '.join(f'“{fact.claims[0].figure.text}”' for fact in facts)}"
