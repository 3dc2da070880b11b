"""Bounds and explanations, as tables, lines and JSON."""

from collections.abc import Collection, Iterable, Iterator, Sequence

from cnkz_stats.figures.display import range_json
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.bounds import QuantityBounds
from cnkz_stats.reasoning.explain import Derivation
from cnkz_stats.reasoning.findings import Audit
from cnkz_stats.reasoning.wording import amount_text, quantity_text
from cnkz_stats.views.layout import Line
from cnkz_stats.views.machine import Json
from cnkz_stats.views.tables import Column, Table

BOUNDS_CSV = (
    "series", "area", "partner", "scope", "authority", "vintage", "period", "unit",
    "range_low", "range_high", "claims",
)  # fmt: skip
_DIGITS = 6


def bounds_table(found: Sequence[QuantityBounds], folder: Folder) -> Table:
    """The range of each quantity and the claims that bind it."""
    return Table(
        "What all claims together leave",
        (Column("Quantity", wide=True), Column("Range", number=True), Column("Bound by", wide=True)),
        tuple(
            (
                quantity_text(one.quantity, folder),
                amount_text(one.bounds.range, one.quantity.unit, digits=_DIGITS),
                ", ".join(
                    f"“{fact.claims[0].figure.text}” ({fact.claims[0].source})" for fact in one.bounds.facts
                ),
            )
            for one in found
        ),
    )


def bounds_json(found: Sequence[QuantityBounds]) -> list[Json]:
    """The same for programs."""
    return [
        {
            "series": one.quantity.series,
            "area": one.quantity.area,
            "partner": one.quantity.partner,
            "scope": one.quantity.scope,
            "authority": one.quantity.authority,
            "vintage": one.quantity.vintage,
            "period": str(one.quantity.period),
            "unit": one.quantity.unit,
            "range": range_json(one.bounds.range),
            "claims": sorted({claim.id for fact in one.bounds.facts for claim in fact.claims}),
        }
        for one in found
    ]


def repair_lines(audit: Audit, about: Collection[Quantity]) -> Iterator[Line]:
    """Which readings were taken where figures about these quantities clash, so that all else could follow."""
    told = _repairs(audit, about)
    for finding, repair in told.items():
        yield Line(f"Figures that clash (finding {finding}): {repair}.", style="dim")
    others = len(audit.repairs) - len(told)
    if others:
        yield Line(f"Figures about other quantities that clash, too: {others}; see check.", style="dim")


def _repairs(audit: Audit, about: Collection[Quantity]) -> dict[str, str]:
    near = {one.id for one in audit.findings if not set(about).isdisjoint(one.quantities)}
    return {finding: repair for finding, repair in audit.repairs.items() if finding in near}


def about_of(derivations: Iterable[Derivation]) -> frozenset[Quantity]:
    """All quantities that some explanations speak of."""
    return frozenset[Quantity]().union(*(one.quantities for one in derivations))


def explanation_lines(derivations: Sequence[Derivation], folder: Folder) -> Iterator[Line]:
    """The conclusion first, then its numbered lines, then the sources."""
    for one in derivations:
        yield Line(one.conclusion, style="bold")
        for number, line in enumerate(one.lines, 1):
            yield Line(f"{number}. {line}", indent=2, hang=3)
        for claim in one.claims:
            source = folder.sources[claim.source]
            place = f"{claim.at.file}:{claim.at.line}:{claim.at.column}"
            yield Line(
                f"“{claim.figure.text}”, {source.publisher}, {source.published} ({place})",
                style="dim",
                indent=4,
                hang=2,
            )
        if one.changes:
            yield Line("What would have to change: it fits", indent=2)
            for change in one.changes:
                yield Line(f"• {change}", indent=4, hang=2)
        yield Line("")


def explanation_json(derivations: Sequence[Derivation], audit: Audit) -> Json:
    """Explanations for programs."""
    return {
        "explanations": [
            {
                "subject": one.subject,
                "range": None if one.range is None else range_json(one.range),
                "lines": list(one.lines),
                "claims": [claim.id for claim in one.claims],
                "conclusion": one.conclusion,
                "changes": list(one.changes),
            }
            for one in derivations
        ],
        "repairs": [
            {"finding": finding, "text": text}
            for finding, text in _repairs(audit, about_of(derivations)).items()
        ],
    }
