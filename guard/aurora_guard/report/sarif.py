"""The report as SARIF 2.1.0, for code scanning: each failure on the line that registered the resource."""

import hashlib
import json
from collections import Counter
from typing import Any

from .model import Control, Finding, Report, Status

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"

#: GitHub orders alerts by this number: above 9 is critical, above 7 high, above 4 medium.
_SECURITY_SEVERITY = {"critical": "9.5", "high": "8.0", "medium": "5.5", "low": "2.0"}


def render(report: Report) -> str:
    """Return one run. Failures and exempted failures are results, unknown verdicts are notifications.

    A result without a source line is on line 1 of Pulumi.yaml, because code scanning drops results without a place.
    """
    reported = [finding for finding in report.findings if finding.status in (Status.FAIL, Status.EXEMPT)]
    unknown = [finding for finding in report.findings if finding.status is Status.UNKNOWN]
    rules = list({finding.control.name: finding.control for finding in (*reported, *unknown)}.values())
    places = {control.name: place for place, control in enumerate(rules)}
    run = {
        "tool": {
            "driver": {
                "name": "Aurora Guardrails",
                "semanticVersion": report.packs[0].version,
                "rules": [_rule(control) for control in rules],
            }
        },
        "automationDetails": {"id": f"aurora-guardrails/{report.project}/{report.stack}/"},
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [_notification(finding, report) for finding in unknown],
            }
        ],
        "results": _results(reported, places, report),
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def fingerprints(findings: list[Finding]) -> list[str]:
    """Return an id for each finding that stays the same when a line moves or a message is worded anew."""
    seen: Counter[tuple[str, str, str]] = Counter()
    found = []
    for finding in findings:
        key = (finding.control.name, finding.urn, finding.path)
        found.append(hashlib.sha256("\0".join((*key, str(seen[key]))).encode()).hexdigest())
        seen[key] += 1
    return found


def place(finding: Finding, report: Report) -> tuple[str, int]:
    """Return the file and the line of a finding's resource; line 1 of Pulumi.yaml where it is not known."""
    resource = report.by_urn.get(finding.urn)
    file, _, line = (resource.source if resource else "").rpartition(":")
    return (
        (report.from_working_folder(file), int(line))
        if file
        else (report.from_working_folder("Pulumi.yaml"), 1)
    )


def _rule(control: Control) -> dict[str, Any]:
    help_text = control.remediation or control.title
    return {
        "id": control.name,
        "name": control.name,
        "shortDescription": {"text": control.title},
        "fullDescription": {"text": f"{control.title}. {control.remediation}".strip()},
        "help": {"text": help_text, "markdown": f"{help_text}\n\n[AWS documentation]({control.url})"},
        **({"helpUri": control.url} if control.url else {}),
        "defaultConfiguration": {"level": _level(control)},
        "properties": {
            "security-severity": _SECURITY_SEVERITY[control.severity],
            "tags": ["security", *control.tags],
        },
    }


def _level(control: Control) -> str:
    return "error" if control.is_mandatory else "warning"


def _results(findings: list[Finding], places: dict[str, int], report: Report) -> list[dict[str, Any]]:
    return [
        {
            "ruleId": finding.control.name,
            "ruleIndex": places[finding.control.name],
            "level": _level(finding.control),
            "message": {"text": finding.message or finding.control.title},
            "locations": [_location(finding, report)],
            "partialFingerprints": {"auroraGuardrails/v1": fingerprint},
            **_suppressions(finding),
        }
        for finding, fingerprint in zip(findings, fingerprints(findings), strict=True)
    ]


def _suppressions(finding: Finding) -> dict[str, Any]:
    if finding.status is not Status.EXEMPT:
        return {}
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": finding.message}]}


def _location(finding: Finding, report: Report) -> dict[str, Any]:
    file, line = place(finding, report)
    return {
        "physicalLocation": {"artifactLocation": {"uri": file}, "region": {"startLine": line}},
        "logicalLocations": [{"fullyQualifiedName": finding.urn, "kind": "resource"}],
    }


def _notification(finding: Finding, report: Report) -> dict[str, Any]:
    return {
        "level": "note",
        "message": {"text": f"{finding.control.name} is unknown: {finding.message}"},
        "associatedRule": {"id": finding.control.name},
        "locations": [_location(finding, report)],
    }
