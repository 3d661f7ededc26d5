"""The report as OCSF compliance findings, for a security data lake."""

import json
import time
from typing import Any

from .model import Finding, Report, Status
from .sarif import fingerprints

_VERSION = "1.5.0"
_SEVERITIES = {"critical": (5, "Critical"), "high": (4, "High"), "medium": (3, "Medium"), "low": (2, "Low")}
_STATUSES = {
    Status.PASS: (1, "Pass"),
    Status.FAIL: (3, "Fail"),
    Status.EXEMPT: (2, "Warning"),
    Status.UNKNOWN: (0, "Unknown"),
}


def render(report: Report) -> str:
    """Return a list of OCSF events of class 2003, one for each finding that applies. Exempt is status Suppressed."""
    now = int(time.time() * 1000)
    findings = [finding for finding in report.findings if finding.status in _STATUSES]
    events = [
        _event(finding, uid, report, now)
        for finding, uid in zip(findings, fingerprints(findings), strict=True)
    ]
    return json.dumps(events, indent=2) + "\n"


def _event(finding: Finding, uid: str, report: Report, now: int) -> dict[str, Any]:
    control, resource = finding.control, report.by_urn.get(finding.urn)
    severity_id, severity = _SEVERITIES[control.severity]
    status_id, status = _STATUSES[finding.status]
    suppressed = finding.status is Status.EXEMPT
    return {
        "activity_id": 1,
        "activity_name": "Create",
        "category_uid": 2,
        "category_name": "Findings",
        "class_uid": 2003,
        "class_name": "Compliance Finding",
        "type_uid": 200301,
        "type_name": "Compliance Finding: Create",
        "time": now,
        "severity_id": severity_id,
        "severity": severity,
        "status_id": 3 if suppressed else 1,
        "status": "Suppressed" if suppressed else "New",
        "message": finding.message or control.title,
        "metadata": {
            "version": _VERSION,
            "product": {
                "name": "Aurora Guardrails",
                "vendor_name": "Aurora Guardrails",
                "version": report.packs[0].version,
            },
        },
        "finding_info": {
            "uid": uid,
            "title": control.title,
            "desc": finding.message or control.title,
            "types": ["Infrastructure as code"],
            **({"src_url": control.url} if control.url else {}),
        },
        "compliance": {
            "control": control.name,
            "requirements": list(control.requirements),
            "standards": sorted({item.partition(":")[0] for item in control.requirements}),
            "status": status,
            "status_id": status_id,
        },
        "remediation": {
            "desc": control.remediation,
            **({"references": [control.url]} if control.url else {}),
        },
        "resources": [
            {
                "uid": finding.urn,
                "name": resource.name if resource else report.stack,
                "type": resource.type if resource else "pulumi:pulumi:Stack",
                "labels": [f"project:{report.project}", f"stack:{report.stack}"],
            }
        ],
    }
