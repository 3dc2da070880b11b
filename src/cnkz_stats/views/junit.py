"""A check as JUnit XML, the form of test results that CI services read."""

import re
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from cnkz_stats.ledger.folder import Folder
from cnkz_stats.reasoning.findings import Audit, Finding, Severity, exit_status
from cnkz_stats.views.places import Place, finding_code, places

_UNPRINTABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold, not even escaped."""


def junit_text(audit: Audit, folder: Folder, *, fail_on: str) -> str:
    """A test case for each finding, the worst first, and one that passes for the facts in no conflict.

    A finding fails its case if it fails the check; an undecided one is an error, a known one is skipped, and what is
    milder than `fail_on` passes with its message as output.
    """
    suite = Element("testsuite", {"name": "cnkz-stats check"})
    for finding in audit.findings:
        _case(suite, finding, folder, fail_on)
    clashing = {fact for finding in audit.findings for fact in finding.facts}
    agreeing = len([fact for fact in audit.facts if fact not in clashing])
    case = SubElement(suite, "testcase", {"classname": "CONSISTENT", "name": "facts in no conflict"})
    SubElement(case, "system-out").text = f"{agreeing} of {len(audit.facts)}"
    counts = {"tests": len(suite)}
    counts |= {f"{name}s": len(suite.findall(f"*/{name}")) for name in ("failure", "error")}
    counts["skipped"] = len(suite.findall("*/skipped"))
    suite.attrib |= {name: str(number) for name, number in counts.items()}
    suites = Element("testsuites")
    suites.append(suite)
    indent(suites)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(suites, encoding="unicode")}\n'


def _case(suite: Element, finding: Finding, folder: Folder, fail_on: str) -> None:
    where = places(finding, folder)
    case = SubElement(
        suite,
        "testcase",
        {
            "classname": finding_code(finding),
            "name": _printable(f"{finding.id} {finding.message}"),
            "file": _printable(where[0].path),
            "line": str(where[0].line),
        },
    )
    if finding.known is not None:
        SubElement(case, "skipped", {"message": _printable(f"known: {finding.known}")})
        return
    outcome = {
        "message": _printable(finding.message),
        "type": finding.severity.value,
    }
    if finding.severity is Severity.UNDECIDED:
        told = SubElement(case, "error", outcome)
    elif exit_status([finding], fail_on) == 1:
        told = SubElement(case, "failure", outcome)
    else:
        told = SubElement(case, "system-out")
    told.text = _printable(
        "\n".join([f"{finding.severity.value}: {finding.message}", *_details(finding, where)])
    )


def _details(finding: Finding, where: tuple[Place, ...]) -> list[str]:
    figures = [f"{place.path}:{place.line}:{place.column}: {place.text}" for place in where]
    return [*figures, *(f"{number}. {step}" for number, step in enumerate(finding.proof, 1))]


def _printable(text: str) -> str:
    return _UNPRINTABLE.sub("\ufffd", text)
