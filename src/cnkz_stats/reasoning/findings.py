"""Findings: what the reader is told about figures that cannot all be true."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cnkz_stats.figures.display import decimal, percent_text, range_text, scale_of
from cnkz_stats.figures.interval import Interval
from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.claim import Claim, Statement
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.causes import Change
from cnkz_stats.reasoning.conflicts import Conflict
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.proof import proof_lines


class Severity(StrEnum):
    """How bad a finding is: `error` where no honest way of printing figures explains it."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    UNDECIDED = "undecided"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Explanation:
    """A cause, the claims whose reading it changes, in words; `size` is the relative size of a revision."""

    code: Cause
    claims: tuple[Claim, ...]
    text: str
    size: Interval | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """Facts that cannot all be true, or of which it could not be decided; the most plausible cause first."""

    id: str
    severity: Severity
    verdict: str
    message: str
    causes: tuple[Explanation, ...]
    facts: tuple[Fact, ...]
    gap: str | None
    smallest: bool
    proof: tuple[str, ...]
    known: str | None = None

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Every claim of every fact."""
        return tuple(claim for fact in self.facts for claim in fact.claims)

    @property
    def quantities(self) -> tuple[Quantity, ...]:
        """What the facts speak of, sorted."""
        return tuple(sorted({quantity for fact in self.facts for quantity in fact.quantities}))


def finding_id(facts: Iterable[Fact]) -> str:
    """A hash of the sorted facts: the same as long as the figures are."""
    return hashlib.sha256("\n".join(sorted(fact.id for fact in facts)).encode()).hexdigest()[:12]


def contradiction(conflict: Conflict, changes: Sequence[Change], folder: Folder) -> Finding:
    """The finding for a conflict and the changes that resolve it, the most plausible first."""
    severity = Severity.WARNING if changes and changes[0].excuses else Severity.ERROR
    causes = tuple(Explanation(change.cause, change.claims, change.text, change.size) for change in changes)
    if not causes:
        nothing = "no other reading of one or two of these figures explains it"
        causes = (Explanation(Cause.UNEXPLAINED, (), nothing),)
    return Finding(
        id=finding_id(conflict.facts),
        severity=severity,
        verdict="contradictory",
        message=_message(conflict.facts, causes[0], folder),
        causes=causes,
        facts=conflict.facts,
        gap=decimal(conflict.gap, up=False),
        smallest=conflict.smallest,
        proof=proof_lines(conflict.certificate, lambda quantity: quantity_text(quantity, folder)),
    )


def undecided(facts: Sequence[Fact], reason: str) -> Finding:
    """What could not be decided is neither accused nor acquitted."""
    message = f"not decided whether these {len(facts)} facts can all be true: {reason}"
    return Finding(
        finding_id(facts),
        Severity.UNDECIDED,
        "undecided",
        message,
        (),
        tuple(facts),
        None,
        smallest=False,
        proof=(),
    )


def _message(facts: Sequence[Fact], cause: Explanation, folder: Folder) -> str:
    said = [f"{fact_text(fact, folder)} “{fact.claims[0].figure.text}”" for fact in facts]
    listed = " and ".join(filter(None, [", ".join(said[:-1]), said[-1]]))
    cannot = (
        "cannot be true"
        if len(facts) == 1
        else "cannot both be true"
        if len(facts) == 2
        else "cannot all be true"
    )
    return f"{listed} {cannot}; {'they fit ' if cause.code is not Cause.UNEXPLAINED else ''}{cause.text}"


def quantity_text(quantity: Quantity, folder: Folder) -> str:
    """A quantity in words: `turnover CN–KZ 2022 (GACC)`."""
    pair = "–".join(filter(None, (quantity.area, quantity.partner)))
    book = ", ".join(
        filter(
            None,
            (
                quantity.scope,
                quantity.unit if quantity.unit != folder.series[quantity.series].unit else "",
                quantity.authority,
                quantity.vintage.partition("~")[0],
            ),
        )
    )
    named = f"{folder.name(quantity.series).lower()} {pair} {quantity.period}"
    return f"{named} ({book})" if book else named


def fact_text(fact: Fact, folder: Folder) -> str:
    """What a fact is about, without its figure: `growth of turnover CN–KZ 2022 (GACC) on 2021`."""
    about = quantity_text(fact.quantity, folder)
    match fact.statement:
        case Statement.GROWTH:
            average = "average annual growth" if fact.years is not None else "growth"
            return f"{average} of {about} on {_base(fact)}"
        case Statement.MULTIPLE:
            return f"{about} as a multiple of {_base(fact)}"
        case Statement.SHARE:
            return f"share of {about} in {quantity_text(fact.base, folder) if fact.base else ''}"
        case Statement.CHANGE:
            return f"change of {about} from {_base(fact)}"
        case _:
            return about


def _base(fact: Fact) -> str:
    return str(fact.base.period) if fact.base is not None else ""


def fact_range_text(fact: Fact) -> str:
    """The certain range of a fact for people: `25.245–25.255 billion USD`, `23.55–23.65 %`, `under 70 times`."""
    bounds = fact.certain
    if fact.statement in (Statement.GROWTH, Statement.SHARE):
        return percent_text(bounds, digits=12)
    if fact.statement is Statement.MULTIPLE:
        return f"{range_text(bounds)} times"
    return amount_text(bounds, fact.quantity.unit)


def amount_text(bounds: Interval, unit: str, *, digits: int = 12) -> str:
    """A range of amounts in the scale people use."""
    scale, name = scale_of(bounds.lo, bounds.hi)
    return " ".join(filter(None, (range_text(bounds, scale=scale, digits=digits), name, unit)))
