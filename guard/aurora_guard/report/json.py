"""The report as JSON, version 1 of the contract in docs: other tools read it."""

import json
from typing import Any

from .model import Finding, Report, Status


def render(report: Report) -> str:
    """The whole report. Several packs each have an entry in `packs`; `pack` is the first of them."""
    packs = [{"name": pack.name, "version": pack.version} for pack in report.packs]
    document: dict[str, Any] = {
        "version": 1,
        "project": report.project,
        "stack": report.stack,
        "pack": packs[0],
        **({"packs": packs} if len(packs) > 1 else {}),
        "resources": [
            {"urn": resource.urn, "type": resource.type, "name": resource.name, "source": resource.source}
            for resource in report.resources
        ],
        "runtime": report.runtime,
        "unjudged": [{"urn": each.urn, "type": each.type, "reason": each.reason} for each in report.unjudged],
        "findings": [_finding(finding) for finding in report.findings],
        "summary": {
            "resources": len(report.resources),
            "controls": len(report.controls),
            **{status.replace("-", "_"): report.counts.get(status, 0) for status in _COUNTED},
            "mandatory_failures": report.mandatory_failures,
        },
    }
    return json.dumps(document, indent=2) + "\n"


_COUNTED = (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT, Status.NOT_APPLICABLE)


def _finding(finding: Finding) -> dict[str, str]:
    return {
        "control": finding.control.name,
        "urn": finding.urn,
        "status": finding.status,
        "severity": finding.control.severity,
        "level": finding.control.level,
        "message": finding.message,
        "property": finding.path,
    }
