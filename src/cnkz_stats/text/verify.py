"""Whether the figures of a text can be right, by the judge of the claims and with the folder's facts."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from cnkz_stats.figures.figure import Figure
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.period import Period
from cnkz_stats.figures.reader import read_figure
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim, Location, Source, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.audit import audit
from cnkz_stats.reasoning.books import assigned_authorities, facts_of
from cnkz_stats.reasoning.bounds import Bounds, bounds_of, ratio_bounds, rows_of
from cnkz_stats.reasoning.causes import explanations
from cnkz_stats.reasoning.changes import Change
from cnkz_stats.reasoning.conflicts import Conflict, find_conflict
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.explain import certain_facts
from cnkz_stats.reasoning.facts import UNSTATED, Fact, fact_of, merged
from cnkz_stats.reasoning.judge import Survey, Undecided
from cnkz_stats.reasoning.system import Component, components, families
from cnkz_stats.text.mention import Mention

TEXT = "text"
"""The id of the text that is verified, as a source, and the start of the ids of its claims."""
_READ_OTHERWISE = (Cause.ROUNDING, Cause.WORDING, Cause.HEDGE)
_CLOSE = 1 + ONE / 20
"""Ends of an implied range that are so near each other tell a figure."""


class Label(StrEnum):
    """What the folder makes of a figure."""

    SUPPORTED = "SUPPORTED"
    REFUTED = "REFUTED"
    DISPUTED = "DISPUTED"
    NOT_ENOUGH_INFO = "NOT ENOUGH INFO"


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the folder makes of a mention: the claims that decide, the range of the figure that would be right, and why.

    `fact` is what the mention states, in the books it was read in; `None` if it states nothing that could be held
    against claims. `agreeing` are the claims that state the same. `why` says in words what decided.
    """

    mention: Mention
    label: Label
    fact: Fact | None = None
    would_be_right: Interval | None = None
    causes: tuple[Change, ...] = ()
    agreeing: tuple[Claim, ...] = ()
    against: tuple[Claim, ...] = ()
    why: str = ""
    undecided: bool = False

    @property
    def claims(self) -> tuple[Claim, ...]:
        """The claims that decide, those that agree first."""
        return tuple(dict.fromkeys([*self.agreeing, *self.against]))


def verify(mentions: Iterable[Mention], folder: Folder) -> tuple[Verdict, ...]:
    """Hold each mention against the folder, one by one: a text is not held against itself."""
    return tuple(_verdict(mention, number, folder) for number, mention in enumerate(mentions, 1))


def exit_status(verdicts: Iterable[Verdict]) -> int:
    """1 if a figure is refuted, else 3 if one could not be decided, else 0."""
    found = tuple(verdicts)
    if any(verdict.label is Label.REFUTED for verdict in found):
        return 1
    return 3 if any(verdict.undecided for verdict in found) else 0


def _verdict(mention: Mention, number: int, folder: Folder) -> Verdict:
    silent = _unverifiable(mention, folder)
    if silent:
        return Verdict(mention, Label.NOT_ENOUGH_INFO, why=silent)
    claim = _claim(mention, number, folder)
    text = Source(TEXT, TEXT, "", "", "", mention.lang, "", "")
    heard = replace(folder, sources={**folder.sources, TEXT: text}, known=())
    fact = fact_of(claim, heard, authority=_book(claim, heard))
    return _Trial(mention, fact, _near(fact, heard)).verdict()


def _book(claim: Claim, folder: Folder) -> str:
    """Whose books a figure is read in: who is named, unless all that is known of it names nobody."""
    authority = assigned_authorities(replace(folder, claims=(*folder.claims, claim)))[claim.id]
    spoken = _books_of(fact_of(claim, folder, authority=UNSTATED), facts_of(folder))
    return UNSTATED if spoken == {UNSTATED} else authority


def _books_of(fact: Fact, facts: Iterable[Fact]) -> set[str]:
    """The books in which facts speak of a quantity of this one."""
    mine = {replace(quantity, authority=UNSTATED, vintage="") for quantity in fact.quantities}
    return {
        quantity.authority
        for other in facts
        for quantity in other.quantities
        if replace(quantity, authority=UNSTATED, vintage="") in mine
    }


def _unverifiable(mention: Mention, folder: Folder) -> str:
    """Why a mention states nothing that could be held against claims; empty if it does."""
    if mention.series not in folder.series:
        return f"the folder has no series {mention.series}"
    if mention.statement in (Statement.TARGET, Statement.RANK):
        return f"a {mention.statement.value} says nothing about what is"
    if not mention.period:
        return "the text does not say when"
    if mention.statement in (Statement.MULTIPLE, Statement.CHANGE) and not mention.base:
        return "the text does not say compared with when"
    if mention.statement is Statement.SHARE:
        return "the text does not say for certain of what it is a share"
    return ""


def _claim(mention: Mention, number: int, folder: Folder) -> Claim:
    """The mention as a row of a claim file would state it."""
    series = folder.series[mention.series]
    amount = mention.statement in (Statement.LEVEL, Statement.CHANGE)
    return Claim(
        id=f"{TEXT}-{number}",
        topic=TEXT,
        statement=mention.statement,
        series=mention.series,
        area=mention.area,
        partner=mention.partner,
        scope=mention.scope,
        periods=(_period(mention, folder),),
        bases=(Period.parse(mention.base),) if mention.base else (),
        whole={},
        figure=_figure(mention),
        unit=mention.unit if amount and mention.unit else series.unit,
        authority=mention.authority if mention.authority in folder.authorities else "",
        vintage="",
        source=TEXT,
        locator="",
        note="",
        row={},
        at=Location(mention.file, 0, 0),
    )


def _figure(mention: Mention) -> Figure:
    """The figure by its shortest phrase, which is what is quoted; as read in its sentence if the phrase says less."""
    try:
        return read_figure(mention.figure, mention.lang)
    except ValueError:
        return replace(mention.read, text=mention.span, start=0, end=len(mention.span))


def _period(mention: Mention, folder: Folder) -> Period:
    """The period; for a stock in a year the day in it of which claims speak, if there is one only."""
    period = Period.parse(mention.period)
    if not folder.series[mention.series].stock:
        return period
    spoken = {
        one
        for claim in folder.claims
        if claim.series == mention.series
        for one in claim.periods
        if one in period
    }
    return spoken.pop() if len(spoken) == 1 else period


def _near(fact: Fact, folder: Folder) -> Folder:
    """The folder with only the claims that have to do with a fact, in whichever books."""
    for family in families([*facts_of(folder), fact], folder):
        if fact in family:
            kept = {claim.id for one in family for claim in one.claims}
            return replace(folder, claims=tuple(claim for claim in folder.claims if claim.id in kept))
    return folder


class _Trial:
    """One fact of a text against all facts that have to do with it."""

    def __init__(self, mention: Mention, fact: Fact, folder: Folder) -> None:
        self._mention, self._fact, self._folder = mention, fact, folder
        self._audit = audit(folder)

    def verdict(self) -> Verdict:
        repaired = certain_facts(self._audit)
        standing = [fact for fact in repaired if self._says_the_same(fact)]
        agreeing = [fact for fact in self._audit.facts if self._says_the_same(fact)]
        said = tuple(claim for fact in agreeing for claim in fact.claims)
        others = [fact for fact in repaired if not set(said) & set(fact.claims)]
        implied = _implied(self._fact, others, self._folder)
        conflict = None if standing else self._conflict(others)
        if isinstance(conflict, Undecided):
            return self._found(Label.NOT_ENOUGH_INFO, why=f"not decided: {conflict.reason}", undecided=True)
        if conflict is not None:
            return self._against(conflict, others, implied, said)
        if implied is not None and _tells(implied.range) and not self._is_likely(implied.range):
            return self._found(
                Label.DISPUTED,
                would_be_right=implied.range,
                agreeing=said,
                against=tuple(claim for fact in implied.facts for claim in fact.claims),
                why="true by the letter only: it is far from what follows from the claims",
            )
        if said or (implied is not None and _tells(implied.range)):
            binding = [claim for fact in implied.facts for claim in fact.claims] if implied else []
            return self._found(
                Label.SUPPORTED,
                would_be_right=implied.range if implied and _tells(implied.range) else None,
                agreeing=said or tuple(binding),
                why="claims state it" if said else "it follows from the claims",
            )
        return self._found(Label.NOT_ENOUGH_INFO, why="no claim says anything about it")

    def _found(self, label: Label, **said: object) -> Verdict:
        return replace(Verdict(self._mention, label, self._fact), **said)  # type: ignore[arg-type]

    def _says_the_same(self, other: Fact) -> bool:
        """Whether a published fact states this very relation, with a number that may be the same."""
        alike = replace(other, range=self._fact.range, claims=()) == replace(self._fact, claims=())
        return alike and other.readings[0].range.meets(self._fact.readings[0].range)

    def _is_likely(self, bounds: Interval) -> bool:
        """Whether a reader would expect such a number behind the words; a hedge alone only bounds one side."""
        readings = (reading for reading in self._fact.readings if reading.cause is not Cause.HEDGE)
        return any(reading.range.meets(bounds) for reading in readings)

    def _conflict(self, others: Sequence[Fact]) -> Conflict | Undecided | None:
        """The conflict that the fact, by what it says for certain or read otherwise, brings in."""
        fact = replace(self._fact, range=self._fact.certain)
        found: Conflict | Undecided | None = None
        ways = [fact.range, *(one.range for one in fact.readings[1:] if one.cause in _READ_OTHERWISE)]
        for way in ways:
            read = replace(fact, range=way)
            component = next(one for one in components([*others, read], self._folder) if read in one.facts)
            answer = find_conflict(component)
            if answer is None:
                return None
            found = found or answer
        return found

    def _against(
        self, conflict: Conflict, others: Sequence[Fact], implied: Bounds | None, agreeing: tuple[Claim, ...]
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
        elsewhere = any(change.cause is Cause.REPORTER for change in changes)
        unstated = not self._fact.claims[0].authority
        disputed = bool(agreeing) or (elsewhere and unstated)
        against = tuple(claim for fact in conflict.facts if fact != mine for claim in fact.claims)
        return self._found(
            Label.DISPUTED if disputed else Label.REFUTED,
            would_be_right=implied.range if implied else None,
            causes=tuple(changes),
            agreeing=agreeing,
            against=against,
            why="claims that state it clash with others" if agreeing else "claims speak against it",
        )

    def _is_guess(self, change: Change) -> bool:
        """Whether a change rests on what nobody else speaks of."""
        books = {fact.quantity.authority for fact in change.new}
        moved = change.cause in (Cause.REPORTER, Cause.MIX)
        return change.alone or (moved and not books <= _books_of(self._fact, self._audit.facts))

    def _is_mine(self, fact: Fact) -> bool:
        return any(claim.source == TEXT for claim in fact.claims)


def _tells(bounds: Interval) -> bool:
    """Whether a range is narrow enough to tell what a figure is."""
    low, high = bounds.lo, bounds.hi
    return (
        low is not None and high is not None and (low * _CLOSE >= high if low > 0 else high - low < ONE / 20)
    )


def _implied(fact: Fact, others: Sequence[Fact], folder: Folder) -> Bounds | None:
    """What other facts make of a fact's number; `None` if they say nothing, or contradict each other."""
    silent = replace(fact, range=Interval(None, None))
    component = next(one for one in components(merged([*others, silent]), folder) if _holds(one, silent))
    rows = [row for row in rows_of(component) if row.origin != silent]
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
