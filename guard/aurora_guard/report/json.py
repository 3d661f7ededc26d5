"""The report as JSON, version 1 of the contract in docs: other tools read it."""

import json
from dataclasses import asdict
from typing import Any

from .model import Comparison, Control, Finding, Report, Status


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
        "controls": [_control(control) for control in report.controls],
        "findings": [finding_to_dict(finding) for finding in report.findings],
        "unjudged": [asdict(resource) for resource in report.unjudged],
        "unused_exemptions": [asdict(exemption) for exemption in report.unused_exemptions],
        "summary": {
            "resources": len(report.resources),
            "controls": len(report.controls),
            **{status.replace("-", "_"): report.counts.get(status, 0) for status in _COUNTED},
            "mandatory_failures": report.mandatory_failures,
            "left_out": report.left_out,
            "unjudged": len(report.unjudged),
        },
        **comparisons(report.baseline, report.since),
    }
    return json.dumps(document, indent=2) + "\n"


_COUNTED = (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT, Status.NOT_APPLICABLE)


def comparisons(baseline: Comparison | None, since: Comparison | None) -> dict[str, Any]:
    """What `--baseline` and `--since` found out, as the contract has it; nothing where they are not given."""
    found: dict[str, Any] = {}
    if baseline is not None:
        found["baseline"] = {
            "report": baseline.file,
            "known": baseline.still_failing,
            "unmatched": [failure._asdict() for failure in baseline.fixed],
            "undecided": baseline.undecided,
            "elsewhere": baseline.elsewhere,
        }
    if since is not None:
        found["since"] = {
            "report": since.file,
            "new": [failure._asdict() for failure in since.new],
            "fixed": [failure._asdict() for failure in since.fixed],
            "still_failing": since.still_failing,
            "undecided": since.undecided,
            "elsewhere": since.elsewhere,
        }
    return found


def _control(control: Control) -> dict[str, Any]:
    return {
        "name": control.name,
        "pack": control.pack,
        "title": control.title,
        "severity": control.severity,
        "level": control.level,
        "scope": control.scope,
        "topic": control.topic,
        "remediation": control.remediation,
        "url": control.url,
        "requirements": list(control.requirements),
    }


def finding_to_dict(finding: Finding) -> dict[str, Any]:
    """One finding, as the contract has it."""
    entry: dict[str, Any] = {
        "control": finding.control.name,
        "urn": finding.urn,
        "status": finding.status,
        "severity": finding.control.severity,
        "level": finding.control.level,
        "message": finding.message,
        "property": finding.path,
        **({"baseline": True} if finding.known else {}),
    }
    if finding.known:
        entry["baseline"] = True
    if finding.exemption is not None:
        entry["exemption"] = {
            key: value for key, value in asdict(finding.exemption).items() if key != "control"
        }
    return entry
