"""Explanations: from which claims a figure follows, in numbered lines that a reader can redo on a calculator."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from cnkz_stats.errors import CnkzError
from cnkz_stats.figures.display import decimal, is_decimal
from cnkz_stats.figures.interval import Interval, root
from cnkz_stats.figures.period import Period
from cnkz_stats.ledger.claim import Claim
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.ledger.remembered import remembered
from cnkz_stats.ledger.statement import Statement
from cnkz_stats.reasoning.bounds import Bounds, QuantityBounds, all_bounds, bounds_of, ratio_bounds, rows_of
from cnkz_stats.reasoning.constraints import ONE, ZERO, Constraint, Law
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Finding
from cnkz_stats.reasoning.proof import comparison_lines, derivation_lines, joined
from cnkz_stats.reasoning.survey import Survey
from cnkz_stats.reasoning.system import components
from cnkz_stats.reasoning.wording import amount_text, fact_text, number_text, quantity_text


@dataclass(frozen=True, slots=True)
class Derivation:
    """What is known of a subject: its range, the numbered lines that give it, the claims behind them.

    `conclusion` says in a sentence what follows for the claim or finding asked about, `changes` what would have to be
    otherwise for the figures of a finding to fit; `quantities` are those that the claims speak of.
    """

    subject: str
    range: Interval | None
    lines: tuple[str, ...]
    claims: tuple[Claim, ...]
    conclusion: str
    changes: tuple[str, ...] = ()
    quantities: frozenset[Quantity] = frozenset()


def explain(what: str, period: Period | None, audit: Audit, folder: Folder) -> list[Derivation]:
    """Explain a finding by its id, a claim by its id, or the quantities of a series, in one period or all.

    Raises CnkzError if there is nothing of that name.
    """
    findings = [finding for finding in audit.findings if finding.id == what]
    if findings:
        return [_of_finding(finding) for finding in findings]
    claims = [claim for claim in folder.claims if claim.id == what]
    if claims:
        return [_of_claim(claims[0], audit, folder)]
    if what not in folder.series:
        raise CnkzError(f"read {what!r}, expected the id of a claim or a finding, or a series of this folder")
    found = list(_of_series(what, period, audit, folder))
    if not found:
        when = f" in {period}" if period else ""
        raise CnkzError(
            f"nothing is said about {what}{when}, expected a series and period that claims speak of"
        )
    return found


def implied_bounds(audit: Audit, folder: Folder, series: str | None = None) -> list[QuantityBounds]:
    """The tightest range of every quantity on the repaired facts, of one series or all.

    Raises CnkzError if the folder has no such series.
    """
    if series is not None and series not in folder.series:
        raise CnkzError(
            f"no series {series!r} in this folder, expected one of: {', '.join(sorted(folder.series))}"
        )
    about = None if series is None else _canonical_code(series, folder)
    ranges = remembered(
        folder,
        ("bounds", sorted(one.id for one in audit.repaired)),
        lambda: all_bounds(certain_facts(audit), folder),
    )
    return [one for one in ranges if about in (None, one.quantity.series) and not is_private(one.quantity)]


def _canonical_code(series: str, folder: Folder) -> str:
    """Imports are told as the exports of the other side."""
    twin = series.replace("imports", "exports")
    return twin if twin in folder.series else series


def certain_facts(audit: Audit) -> list[Fact]:
    """The repaired facts, each with what its figure says for certain: no likely side of a hedge."""
    return [
        replace(fact, range=fact.certain) if fact.range == fact.readings[0].range else fact
        for fact in audit.repaired
    ]


def is_private(quantity: Quantity) -> bool:
    """Whether a quantity is another edition or scope that a repair set apart."""
    return "~" in quantity.vintage or "~" in quantity.scope


def _of_finding(finding: Finding) -> Derivation:
    changes = tuple(f"{cause.text} ({cause.code})" for cause in finding.causes)
    return Derivation(
        finding.message,
        None,
        finding.proof,
        finding.claims,
        finding.message,
        changes,
        frozenset(finding.quantities),
    )


def _of_series(series: str, period: Period | None, audit: Audit, folder: Folder) -> Iterator[Derivation]:
    for one in implied_bounds(audit, folder, series):
        if period in (None, one.quantity.period):
            yield _derived(one.quantity, one.bounds, folder)


def _derived(quantity: Quantity, bounds: Bounds, folder: Folder) -> Derivation:
    return Derivation(
        subject=quantity_text(quantity, folder),
        range=bounds.range,
        lines=_lines(quantity, bounds, folder),
        claims=_claims(bounds.facts),
        conclusion=f"{quantity_text(quantity, folder)}: {amount_text(bounds.range, quantity.unit)}",
        quantities=_spoken_of(bounds, quantity),
    )


def _lines(quantity: Quantity, bounds: Bounds, folder: Folder) -> tuple[str, ...]:
    """The lines for both ends; what both need stands once."""
    ends: list[tuple[Fraction | None, Sequence[Constraint], bool]] = [
        (bounds.range.lo, bounds.below, False),
        (bounds.range.hi, bounds.above, True),
    ]
    return joined(
        derivation_lines(quantity, value, rows, lambda one: quantity_text(one, folder), upper=upper)
        for value, rows, upper in ends
        if value is not None
    )


def _spoken_of(bounds: Bounds, *subjects: Quantity) -> frozenset[Quantity]:
    return frozenset(subjects).union(*(fact.quantities for fact in bounds.facts))


def _claims(facts: Sequence[Fact]) -> tuple[Claim, ...]:
    return tuple(claim for fact in facts for claim in fact.claims)


def _of_claim(claim: Claim, audit: Audit, folder: Folder) -> Derivation:
    """What the other facts make of the quantity that a claim is about, and whether the claim fits."""
    fact = next((fact for fact in audit.facts if claim in fact.claims), None)
    if fact is None:
        said = f"“{claim.figure.text}” is a {claim.statement.value} or has no period: kept and shown, it constrains nothing"
        return Derivation(said, None, (), (claim,), said)
    others = [other for other in certain_facts(audit) if not set(other.claims) & set(fact.claims)]
    rows = _around(fact, others, folder)
    subject = f"{fact_text(fact, folder)}: “{claim.figure.text}”"
    known = {quantity for row in rows for quantity, _ in row.terms}
    survey = Survey(rows)
    if not known.issuperset(fact.quantities) or not survey.feasible:
        silent = f"apart from figures that clash with it, no other claim says anything about {fact_text(fact, folder)}"
        about = frozenset(fact.quantities)
        return Derivation(subject, None, (), (claim,), _judged(silent, claim, audit), quantities=about)
    bounds = bounds_of(survey, {fact.quantity: ONE}) if fact.base is None else _bounds(fact, rows)
    implied = _rate(fact, bounds.range)
    lines = _lines(fact.quantity, bounds, folder) if fact.base is None else _comparison(fact, bounds, folder)
    if fact.years is not None:
        lines = (*lines, *_yearly_lines(bounds.range, fact.years))
        implied = root(bounds.range, fact.years).shifted(-ONE)
    conclusion = f"the others put {fact_text(fact, folder)} at {number_text(fact, implied)}"
    about = _spoken_of(bounds, *fact.quantities)
    return Derivation(
        subject, implied, lines, _claims(bounds.facts), _judged(conclusion, claim, audit), quantities=about
    )


def _comparison(fact: Fact, bounds: Bounds, folder: Folder) -> tuple[str, ...]:
    """The lines for both ends of a ratio or difference."""
    assert fact.base is not None
    compared = fact.quantity, fact.base
    ends = [(bounds.range.lo, bounds.below, False), (bounds.range.hi, bounds.above, True)]
    return joined(
        comparison_lines(
            compared,
            value,
            rows,
            lambda one: quantity_text(one, folder),
            upper=upper,
            as_ratio=fact.statement is not Statement.CHANGE,
        )
        for value, rows, upper in ends
        if value is not None
    )


def _yearly_lines(multiple: Interval, years: int) -> Iterator[str]:
    """The step from a ratio over years to the rate of one."""
    rates = root(multiple, years).shifted(-ONE).scaled(Fraction(100))
    for ratio, rate, side in ((multiple.lo, rates.lo, "least"), (multiple.hi, rates.hi, "most")):
        if ratio is not None and rate is not None:
            yearly = f"the root of degree {years} of {_number(ratio)} less 1 = {_number(rate)} %"
            yield f"so growth a year is at {side} {yearly}"


def _number(value: Fraction) -> str:
    return f"{decimal(value, up=False)}{'' if is_decimal(value) else '…'}"


def _compared(fact: Fact, rows: Sequence[Constraint]) -> Interval:
    """What the others make of a growth rate, a multiple, a share or a change, exactly."""
    return _rate(fact, _bounds(fact, rows).range)


def _rate(fact: Fact, number: Interval) -> Interval:
    return number.shifted(-ONE) if fact.statement is Statement.GROWTH else number


def _bounds(fact: Fact, rows: Sequence[Constraint]) -> Bounds:
    """The bounds that rows put on the ratio or difference that a fact speaks of."""
    if fact.base is None or fact.statement is Statement.CHANGE:
        return bounds_of(Survey(rows), {fact.quantity: ONE, **({fact.base: -ONE} if fact.base else {})})
    premise = Constraint(
        ((fact.base, -ONE),), ZERO, strict=True, origin=Law("a base of comparison is above zero")
    )
    bounds = ratio_bounds(fact.quantity, fact.base, [*rows, premise])
    return bounds or Bounds(Interval(ZERO, None), (), ())


def implied_by(fact: Fact, others: Sequence[Fact], folder: Folder) -> Interval | None:
    """What other facts make of a fact's number, exactly; `None` if they say nothing about it or contradict each other."""
    rows = _around(fact, others, folder)
    known = {quantity for row in rows for quantity, _ in row.terms}
    spoken_of = known.issuperset(fact.quantities) and Survey(rows).feasible
    return _compared(fact, rows) if spoken_of else None


def _around(fact: Fact, others: Sequence[Fact], folder: Folder) -> tuple[Constraint, ...]:
    """The rows of all that has to do with what a fact speaks of."""
    return tuple(
        row
        for rows in map(rows_of, components(others, folder))
        if any(quantity in fact.quantities for row in rows for quantity, _ in row.terms)
        for row in rows
    )


def _judged(conclusion: str, claim: Claim, audit: Audit) -> str:
    clashes = [finding.id for finding in audit.findings if finding.facts and claim in finding.claims]
    if clashes:
        return f"{conclusion}; the claim is part of finding {', '.join(clashes)}"
    return f"{conclusion}; the claim fits"
