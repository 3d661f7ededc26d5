"""The report as JUnit XML: a suite for each resource, a case for each control that judged it."""

import re
from collections import defaultdict
from xml.etree import ElementTree

from .model import Finding, Report, Status

#: What XML 1.0 cannot hold.
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(report: Report) -> str:
    """Return the failures as failures, and what is unknown or exempt as skipped with its reason."""
    by_urn: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.status is not Status.NOT_APPLICABLE:
            by_urn[finding.urn].append(finding)
    root = ElementTree.Element("testsuites", {"name": f"{report.project}/{report.stack}"})
    for urn, findings in by_urn.items():
        resource = report.by_urn.get(urn)
        suite = ElementTree.SubElement(
            root, "testsuite", {"name": _text(resource.label if resource else urn)}
        )
        _count(suite, findings)
        for finding in findings:
            _case(suite, finding, report)
    _count(root, [finding for findings in by_urn.values() for finding in findings])
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + ElementTree.tostring(root, "unicode") + "\n"


def _count(element: ElementTree.Element, findings: list[Finding]) -> None:
    element.set("tests", str(len(findings)))
    element.set("failures", str(sum(finding.status is Status.FAIL for finding in findings)))
    element.set(
        "skipped", str(sum(finding.status in (Status.UNKNOWN, Status.EXEMPT) for finding in findings))
    )
    element.set("errors", "0")


def _case(suite: ElementTree.Element, finding: Finding, report: Report) -> None:
    control = finding.control
    resource = report.by_urn.get(finding.urn)
    case = ElementTree.SubElement(
        suite, "testcase", {"classname": _text(finding.urn), "name": control.name, "time": "0"}
    )
    if resource is not None and resource.source:
        file, _, line = resource.source.rpartition(":")
        case.set("file", report.from_working_folder(file))
        case.set("line", line)
    if finding.status is Status.FAIL:
        failure = ElementTree.SubElement(
            case,
            "failure",
            {"message": _text(finding.message), "type": f"{control.severity} {control.level}"},
        )
        failure.text = _text(f"{control.title}\n{finding.message}\nFix: {control.remediation}\n{control.url}")
    elif finding.status in (Status.UNKNOWN, Status.EXEMPT):
        ElementTree.SubElement(case, "skipped", {"message": _text(f"{finding.status}: {finding.message}")})


def _text(text: str) -> str:
    return _FORBIDDEN.sub("\ufffd", text)
