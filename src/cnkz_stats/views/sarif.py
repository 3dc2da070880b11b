"""A check as SARIF 2.1.0, the OASIS format of findings that code scanning services and editors read."""

from collections.abc import Mapping
from pathlib import PurePosixPath
from urllib.parse import quote

from cnkz_stats.figures.reading import Cause
from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Audit, Finding, Severity
from cnkz_stats.views.machine import Json, json_text
from cnkz_stats.views.places import Place, finding_code, places

RULES: Mapping[str, tuple[str, str]] = {
    Cause.ROUNDING: (
        "Rounded another way",
        "The figures fit if one of them was cut off or rounded up instead of rounded to the nearest.",
    ),
    Cause.HEDGE: (
        "A hedge taken too narrowly",
        "The figures fit if “nearly”, “over” or “about” is read more widely than such words usually are.",
    ),
    Cause.WORDING: (
        "By or to",
        "The figures fit if “increased N times” means larger by N times, not N times as large, or the reverse.",
    ),
    Cause.REPORTER: (
        "The other country's books",
        "The figures fit if one of them was counted by another authority; two countries' books of one flow differ.",
    ),
    Cause.REVISION: (
        "Another edition",
        "The figures fit if one of them rests on an earlier or later edition of a statistic that was revised.",
    ),
    Cause.MIX: (
        "Books mixed",
        "The figures fit if one source mixes figures of two authorities. Name the authority of each.",
    ),
    Cause.SCOPE: (
        "Another scope",
        "The figures fit if one of them counts more or less than the others. Say what it counts.",
    ),
    Cause.PERIOD: (
        "Another period",
        "The figures fit if one of them is about other months or another year. Check the period.",
    ),
    Cause.UNIT: (
        "Wrong unit or scale",
        "The figures fit if one of them is off by a factor, as when 亿 is taken for a billion. Check the unit.",
    ),
    Cause.TYPO: (
        "A slip of the pen",
        "The figures fit if one digit of one of them is wrong, or two stand in the wrong order.",
    ),
    Cause.UNEXPLAINED: (
        "No explanation",
        "No other reading of one or two of the figures makes them fit. At least one of them is wrong.",
    ),
    "STALE": (
        "A row of known.csv that holds no longer",
        "The conflict that the row accepts does not occur any more, or has other figures or another cause.",
    ),
    "CONTRADICTORY": (
        "Contradictory, the cause not found in time",
        "These figures cannot all be true, as the proof shows. Time was up before it was found out why.",
    ),
    "UNDECIDED": (
        "Not decided",
        "Whether these figures can all be true was not decided in the time given.",
    ),
}
"""What each code of a finding means, in short and in a sentence."""

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
MOST_LOCATIONS, MOST_RESULTS = 1_000, 25_000
"""GitHub refuses a file with more locations in a result or more results in a run."""

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def sarif_text(audit: Audit, folder: Folder, *, version: str) -> str:
    """The findings as one run. Columns are counted in characters, paths from the top of the checkout."""
    driver = {"name": "cnkz-stats", "version": version, "rules": [_rule(code) for code in RULES]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, folder) for finding in audit.findings[:MOST_RESULTS]],
    }
    return json_text({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str) -> Json:
    short, full = RULES[code]
    return {
        "id": code,
        "shortDescription": {"text": short},
        "fullDescription": {"text": full},
        "help": {"text": full},
    }


def _result(finding: Finding, folder: Folder) -> Json:
    code = finding_code(finding)
    first, *others = places(finding, folder)[:MOST_LOCATIONS]
    result: Json = {
        "ruleId": code,
        "ruleIndex": list(RULES).index(code),
        **_level(finding),
        "message": {"text": "\n".join([f"{finding.message}.", *finding.proof])},
        "locations": [_location(first)],
        "partialFingerprints": {"findingId/v1": finding.id},
    }
    if others:
        result["relatedLocations"] = [
            {"id": number} | _location(place) for number, place in enumerate(others, 1)
        ]
    if finding.known is not None:
        result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": finding.known}]
    return result


def _level(finding: Finding) -> Json:
    """What was not decided is `open`: neither a failure nor none."""
    if finding.severity is Severity.UNDECIDED:
        return {"kind": "open", "level": "none"}
    return {"level": _LEVELS[finding.severity]}


def _location(place: Place) -> Json:
    path = PurePosixPath(place.path)
    artifact = {"uri": quote(place.path), "uriBaseId": "%SRCROOT%"}
    return {
        "physicalLocation": {
            "artifactLocation": {"uri": path.as_uri()} if path.is_absolute() else artifact,
            "region": {"startLine": place.line, "startColumn": place.column},
        },
        "message": {"text": place.text},
    }
