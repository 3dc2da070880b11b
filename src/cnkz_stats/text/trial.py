"""One figure of a text against the facts that have to do with it."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from cnkz_stats.figures.figure import Hedge
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.bounds import Bounds, bounds_of, ratio_bounds, rows_of
from cnkz_stats.reasoning.causes import explanations
from cnkz_stats.reasoning.changes import SHARP, UNUSUAL, Change
from cnkz_stats.reasoning.conflicts import Conflict, find_conflict, shrink
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.facts import UNSTATED, Fact, merged, origin
from cnkz_stats.reasoning.judge import Court
from cnkz_stats.reasoning.rereadings import is_far_from
from cnkz_stats.reasoning.survey import Survey
from cnkz_stats.reasoning.system import Component, components, group
from cnkz_stats.reasoning.verdict import Consistent, Undecided
from cnkz_stats.text.memory import SPEAKERS
from cnkz_stats.text.mention import Mention
from cnkz_stats.text.stated import TEXT
from cnkz_stats.text.verdict import Label, Verdict

_READ_OTHERWISE = frozenset({Cause.ROUNDING, Cause.WORDING, Cause.HEDGE})
_RATES = frozenset({Statement.GROWTH, Statement.SHARE})
"""Nobody cuts 35.4 % to 36 %."""
_BEYOND = 1 + ONE / 4
"""Who says "over 24 billion" hardly speaks of 31."""
STATED = "claims state it"
_CLOSE = 1 + ONE / 20
"""Ends of an implied range that are so near each other tell a figure."""


def books_of(fact: Fact, facts: Iterable[Fact]) -> set[str]:
    """The books in which facts speak of a quantity of this one."""
    mine = {quantity._replace(authority=UNSTATED, vintage="") for quantity in fact.quantities}
    return {
        quantity.authority
        for other in facts
        for quantity in other.quantities
        if quantity._replace(authority=UNSTATED, vintage="") in mine
    }


def says_the_same(one: Fact, other: Fact) -> bool:
    """Whether two facts state one relation, with numbers that may be the same."""
    alike = replace(other, range=one.range, claims=()) == replace(one, claims=())
    return alike and _overlap(one.readings[0].range, other.readings[0].range) and _as_printed(one, other)


def _as_printed(one: Fact, other: Fact) -> bool:
    """Whether hedges are not stretched too far: about a third is not 36 percent, over 24 billion is not 31 billion."""
    figures = [fact.claims[0].figure for fact in (one, other)]
    hedges = {figure.hedge for figure in figures} - {Hedge.EXACT}
    low, high = sorted(abs(figure.value) for figure in figures)
    return not hedges or low * (_CLOSE if Hedge.ABOUT in hedges else _BEYOND) >= high


def _overlap(one: Interval, other: Interval) -> bool:
    """Whether ranges have more in common than an end: 35 % and 36 % are not the same although both may be 35.5 %."""
    lows = [bounds.lo for bounds in (one, other) if bounds.lo is not None]
    highs = [bounds.hi for bounds in (one, other) if bounds.hi is not None]
    touching = bool(lows and highs) and max(lows) == min(highs)
    return one.meets(other) and (not touching or one.lo == one.hi or other.lo == other.hi)


class Trial:
    """A fact of a text and the facts around it, in whichever books."""

    def __init__(self, mention: Mention, fact: Fact, facts: Sequence[Fact], folder: Folder) -> None:
        self._mention, self._fact, self._folder = mention, fact, folder
        silent = replace(fact, range=Interval(None, None))
        around = next(one for one in components(merged([*facts, silent]), folder) if _holds(one, silent))
        self._laws = around.laws
        self._facts = [one for one in around.facts if not self._is_mine(one)]

    def verdict(self) -> Verdict:
        """What the facts make of it: those that state it, as far as they stand, and what follows from the others."""
        doubted = self._doubted(self._facts)
        if isinstance(doubted, Undecided):
            return self._found(Label.NOT_ENOUGH_INFO, why=f"not decided: {doubted.reason}", undecided=True)
        agreeing = [fact for fact in self._facts if says_the_same(self._fact, fact)]
        said = tuple(claim for fact in agreeing for claim in fact.claims)
        others = [fact for fact in self._facts if fact not in agreeing and fact not in doubted]
        implied = _implied(self._fact, Component(tuple(others), self._laws))
        stated = [fact for fact in self._facts if fact not in agreeing and _is_stated(fact)]
        unsound = self._doubted(stated)
        sound = [] if isinstance(unsound, Undecided) else [fact for fact in stated if fact not in unsound]
        conflict = self._conflict(sound)
        is_weak = conflict is None
        if conflict is None and not set(agreeing) - set(doubted):
            conflict = self._conflict(others)
        if isinstance(conflict, Undecided):
            return self._found(Label.NOT_ENOUGH_INFO, why=f"not decided: {conflict.reason}", undecided=True)
        if conflict is not None:
            doubt = self._doubt(conflict, others, implied) if is_weak else self._other_books()
            return self._against(conflict, others, implied, said, doubt)
        return self._for(implied, said)

    def _doubted(self, facts: Sequence[Fact]) -> tuple[Fact, ...] | Undecided:
        """Facts without which all others around it can be true: of each conflict the one that fewest documents state."""
        kept = list(facts)
        court = Court([group(fact) for fact in kept], self._laws)
        left = set(range(len(kept)))
        while True:
            answer = court.hear(sorted(left))
            if isinstance(answer, Consistent):
                return tuple(fact for number, fact in enumerate(kept) if number not in left)
            if isinstance(answer, Undecided):
                return answer
            left.remove(min(shrink(court, answer.core), key=lambda number: (_weight(kept[number]), -number)))

    def _for(self, implied: Bounds | None, said: tuple[Claim, ...]) -> Verdict:
        """The verdict where nothing speaks against it for certain."""
        binding = () if implied is None else tuple(claim for fact in implied.facts for claim in fact.claims)
        told = implied.range if implied is not None and _tells(implied.range) else None
        if told is not None and not self._is_likely(told):
            why = "true by the letter only: it is far from what follows from the claims"
            return self._found(Label.DISPUTED, would_be_right=told, agreeing=said, against=binding, why=why)
        if said or told is not None:
            why = STATED if said else "it follows from the claims"
            return self._found(Label.SUPPORTED, would_be_right=told, agreeing=said or binding, why=why)
        return self._found(Label.NOT_ENOUGH_INFO, why="no claim says anything about it")

    def _found(self, label: Label, **said: object) -> Verdict:
        return replace(Verdict(self._mention, label, self._fact), **said)  # type: ignore[arg-type]

    def _is_likely(self, bounds: Interval) -> bool:
        """Whether a reader would expect such a number behind the words; a hedge alone only bounds one side."""
        readings = (reading for reading in self._fact.readings if reading.cause is not Cause.HEDGE)
        return any(reading.range.meets(bounds) for reading in readings)

    def _conflict(self, others: Sequence[Fact]) -> Conflict | Undecided | None:
        """The conflict that the fact, by what it says for certain or read otherwise, brings in."""
        fact = replace(self._fact, range=self._fact.certain)
        found: Conflict | Undecided | None = None
        otherwise = _READ_OTHERWISE - {Cause.ROUNDING} if fact.statement in _RATES else _READ_OTHERWISE
        ways = [fact.range, *(one.range for one in fact.readings[1:] if one.cause in otherwise)]
        for way in ways:
            read = replace(fact, range=_inside(way))
            facts = sorted([*others, read], key=lambda one: one.order)
            answer = find_conflict(Component(tuple(facts), self._laws))
            if answer is None:
                return None
            found = found or answer
        return found

    def _other_books(self) -> str:
        """Why books that the text names are not those in which it was read."""
        named = self._mention.authority
        if named and named not in SPEAKERS and named != self._fact.quantity.authority:
            return f"those against it do not speak of the books of {named}, whom the text names"
        return ""

    def _doubt(self, conflict: Conflict, others: Sequence[Fact], implied: Bounds | None) -> str:
        """Why what speaks against a figure without saying whose count it is does not refute it; empty if it does."""
        named = self._mention.authority
        if named and named not in SPEAKERS:
            return "those against it do not say whose figures they are, the text does"
        documents = {origin(claim.source, self._folder) for fact in conflict.facts for claim in fact.claims}
        for document in documents - {TEXT}:
            if self._conflict([fact for fact in others if not self._is_only_from(document, fact)]) is None:
                return "it rests on one document that does not say whose figures these are"
        soft = not self._folder.series[self._fact.quantity.series].revision
        if soft and not (implied and is_far_from(self._fact, implied.range)):
            return "nobody says whose count of this it is"
        return ""

    def _is_only_from(self, document: str, fact: Fact) -> bool:
        """Whether a fact is stated by one document, which does not say whose figures these are."""
        sources = {origin(claim.source, self._folder) for claim in fact.claims}
        return sources == {document} and not _is_stated(fact)

    def _against(
        self,
        conflict: Conflict,
        others: Sequence[Fact],
        implied: Bounds | None,
        agreeing: tuple[Claim, ...],
        doubt: str,
    ) -> Verdict:
        mine = next((fact for fact in conflict.facts if self._is_mine(fact)), None)
        if mine is None:
            return self._found(
                Label.NOT_ENOUGH_INFO, agreeing=agreeing, why="the claims contradict each other"
            )
        changes = [
            change
            for change in explanations(conflict, [*others, mine], self._folder)
            if all(self._is_mine(fact) for fact in change.old) and not self._is_guess(change)
        ]
        elsewhere = any(
            says_the_same(fact, other)
            for change in changes
            if change.cause is Cause.REPORTER
            for fact in change.new
            for other in self._facts
        )
        if not (doubt or agreeing) and self._rests_on_revised_base(conflict, changes):
            doubt = "nobody states another rate, and its base may have been revised"
        unstated = not self._fact.claims[0].authority
        disputed = bool(agreeing) or (elsewhere and unstated) or (bool(doubt) and not self._is_slip(changes))
        against = tuple(claim for fact in conflict.facts if fact != mine for claim in fact.claims)
        why = doubt if disputed and doubt else "claims speak against it"
        return self._found(
            Label.DISPUTED if disputed else Label.REFUTED,
            would_be_right=implied.range if implied else None,
            causes=tuple(changes),
            agreeing=agreeing,
            against=against,
            why="claims that state it clash with others" if agreeing else why,
        )

    def _rests_on_revised_base(self, conflict: Conflict, changes: Sequence[Change]) -> bool:
        """Whether only levels speak against a rate, which a revision of its base below 5 % explains: offices compare with revised ones."""
        compared = any(one.base is not None for one in conflict.facts if not self._is_mine(one))
        revised = any(one.cause is Cause.REVISION and one.cost <= UNUSUAL for one in changes)
        return self._fact.base is not None and revised and not compared

    def _is_slip(self, changes: Sequence[Change]) -> bool:
        """Whether it is told for a slip of the pen that chance would hardly fit, so that one document is enough."""
        two_sided = self._fact.claims[0].figure.hedge is Hedge.EXACT
        return two_sided and any(
            change.cause in (Cause.UNIT, Cause.TYPO) and change.cost <= SHARP for change in changes
        )

    def _is_guess(self, change: Change) -> bool:
        """Whether a change rests on what nobody else speaks of, or cuts off a rate."""
        if change.cause is Cause.ROUNDING and self._fact.statement in _RATES:
            return True
        books = {fact.quantity.authority for fact in change.new}
        moved = change.cause in (Cause.REPORTER, Cause.MIX)
        return change.alone or (moved and not books <= books_of(self._fact, self._facts))

    def _is_mine(self, fact: Fact) -> bool:
        return any(claim.source == TEXT for claim in fact.claims)


def _weight(fact: Fact) -> tuple[bool, int]:
    """Whether a document says whose count a fact is, and how many documents state it."""
    return _is_stated(fact), len({claim.source for claim in fact.claims})


def _is_stated(fact: Fact) -> bool:
    return any(claim.authority for claim in fact.claims)


def _inside(bounds: Interval) -> Interval:
    """A range without its ends: 35 % and 36 % are not both true because both may be 35.5 %."""
    narrow = bounds.lo is not None and bounds.lo == bounds.hi
    return bounds if narrow else replace(bounds, lo_open=True, hi_open=True)


def _tells(bounds: Interval) -> bool:
    """Whether a range is narrow enough to tell what a figure is."""
    low, high = bounds.lo, bounds.hi
    return (
        low is not None and high is not None and (low * _CLOSE >= high if low > 0 else high - low < ONE / 20)
    )


def _implied(fact: Fact, others: Component) -> Bounds | None:
    """What other facts make of a fact's number; `None` if they say nothing, or contradict each other."""
    rows = rows_of(others)
    known = {quantity for row in rows for quantity, _ in row.terms}
    if not known.issuperset(fact.quantities):
        return None
    if fact.base is None or fact.statement is Statement.CHANGE:
        survey = Survey(rows)
        expression = {fact.quantity: ONE} if fact.base is None else {fact.quantity: ONE, fact.base: -ONE}
        return bounds_of(survey, expression) if survey.feasible else None
    law = Law("a base of comparison is above zero")
    premise = Constraint(((fact.base, -ONE),), ZERO, strict=True, origin=law)
    bounds = ratio_bounds(fact.quantity, fact.base, [*rows, premise])
    if bounds is None or fact.statement is not Statement.GROWTH:
        return bounds
    return replace(bounds, range=bounds.range.shifted(-ONE))


def _holds(component: Component, fact: Fact) -> bool:
    return any(set(fact.claims) <= set(one.claims) for one in component.facts)
