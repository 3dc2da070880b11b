"""The answer of a check for other programs: JSON of a fixed form."""

from collections.abc import Sequence

from cnkz_stats.analysis.comparisons import Comparison
from cnkz_stats.figures.display import decimal, range_json
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.ledger.quantity import Quantity
from cnkz_stats.reasoning.facts import Fact
from cnkz_stats.reasoning.findings import Audit, Explanation, Finding, Severity
from cnkz_stats.reasoning.wording import fact_range_text, fact_text, quantity_text
from cnkz_stats.views.machine import Json


def check_json(audit: Audit, compared: Sequence[Comparison], folder: Folder, *, version: str) -> Json:
    """The whole answer of a check."""
    return {
        "version": version,
        "summary": summary_json(audit, folder),
        "comparisons": [
            {
                "claim": claim.id,
                "claimed": range_json(one.claimed),
                "computed": range_json(one.computed),
                "agrees": one.agrees,
            }
            for one in compared
            for claim in one.fact.claims
        ],
        "findings": [finding_json(finding, folder) for finding in audit.findings],
        "doubts": [[claim.id for fact in facts for claim in fact.claims] for facts in audit.doubts],
    }


def summary_json(audit: Audit, folder: Folder) -> dict[str, int]:
    """How much was checked, and how many findings of each severity."""
    open_findings = [finding for finding in audit.findings if finding.known is None]
    counts = {
        name: sum(finding.severity is severity for finding in open_findings)
        for name, severity in (
            ("errors", Severity.ERROR),
            ("warnings", Severity.WARNING),
            ("notes", Severity.NOTE),
            ("undecided", Severity.UNDECIDED),
        )
    }
    return {
        "claims": len(folder.claims),
        "facts": len(audit.facts),
        "sources": len({claim.source for claim in folder.claims}),
        "errors": counts["errors"],
        "warnings": counts["warnings"],
        "notes": counts["notes"],
        "known": len(audit.findings) - len(open_findings),
        "undecided": counts["undecided"],
    }


def finding_json(finding: Finding, folder: Folder) -> Json:
    """One finding, the most plausible cause first."""
    return {
        "id": finding.id,
        "severity": finding.severity.value,
        "verdict": finding.verdict,
        "message": finding.message,
        "causes": [_cause(cause) for cause in finding.causes],
        "facts": [_fact(fact, folder) for fact in finding.facts],
        "claims": [claim.id for claim in finding.claims],
        "quantities": [_quantity(quantity, folder) for quantity in finding.quantities],
        "gap": finding.gap,
        "smallest": finding.smallest,
        "proof": list(finding.proof),
        "known": finding.known,
    }


def _cause(cause: Explanation) -> Json:
    size = cause.size
    return {
        "code": cause.code.value,
        "claims": [claim.id for claim in cause.claims],
        "text": cause.text,
        "low": None if size is None or size.lo is None else decimal(size.lo, up=False),
        "high": None if size is None or size.hi is None else decimal(size.hi, up=True),
    }


def _fact(fact: Fact, folder: Folder) -> Json:
    return {
        "text": f"{fact_text(fact, folder)}: {fact_range_text(fact)}",
        "range": range_json(fact.certain),
        "claims": [claim.id for claim in fact.claims],
    }


def _quantity(quantity: Quantity, folder: Folder) -> Json:
    return {
        "text": quantity_text(quantity, folder),
        "series": quantity.series,
        "area": quantity.area,
        "partner": quantity.partner,
        "scope": quantity.scope,
        "authority": quantity.authority,
        "vintage": quantity.vintage,
        "period": str(quantity.period),
        "unit": quantity.unit,
    }
