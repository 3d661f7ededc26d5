"""The report as OSCAL assessment results, for an auditor's tools."""

import json
from collections import defaultdict
from datetime import UTC, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid4, uuid5

from .model import Finding, Report, Status

VERSION = "1.1.3"
"""The version of OSCAL."""

NAMESPACE = "https://aurora-guardrails.dev/ns/oscal"
"""Namespace of our properties; an identifier, not a page."""

_SHOWN = (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT)


def render(report: Report) -> str:
    """Return one result. Each verdict is an observation; each framework requirement with evidence is a finding.

    A requirement is satisfied where every control that supports it passed or is exempt.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    observed = [finding for finding in report.findings if finding.status in _SHOWN]
    observations = {_uid("observation", finding): _observation(finding, report, now) for finding in observed}
    document = {
        "assessment-results": {
            "uuid": str(uuid4()),
            "metadata": {
                "title": f"Aurora Guardrails on {report.project}/{report.stack}",
                "last-modified": now,
                "version": report.packs[0].version,
                "oscal-version": VERSION,
            },
            "import-ap": {
                "href": "#",
                "remarks": "There is no assessment plan: the policy pack is the plan.",
            },
            "results": [
                {
                    "uuid": str(uuid4()),
                    "title": f"{report.project}/{report.stack}",
                    "description": f"The policy pack on {len(report.resources)} resources of the stack.",
                    "start": now,
                    "end": now,
                    "reviewed-controls": {"control-selections": [{"include-all": {}}]},
                    **({"observations": list(observations.values())} if observations else {}),
                    **({"findings": found} if (found := _findings(observed)) else {}),
                }
            ],
        }
    }
    return json.dumps(document, indent=2) + "\n"


def property_(name: str, value: str) -> dict[str, str]:
    """Return a property of ours. OSCAL refuses blank ends and line breaks in values."""
    return {"name": name, "ns": NAMESPACE, "value": " ".join(value.split()) or "none"}


def _uid(kind: str, finding: Finding) -> str:
    key = "\0".join((kind, finding.control.name, finding.urn, finding.path, finding.status, finding.message))
    return str(uuid5(NAMESPACE_URL, key))


def _observation(finding: Finding, report: Report, now: str) -> dict[str, Any]:
    control, resource = finding.control, report.by_urn.get(finding.urn)
    return {
        "uuid": _uid("observation", finding),
        "title": control.name,
        "description": finding.message or control.title,
        "props": [
            property_("status", finding.status),
            property_("severity", control.severity),
            property_("level", control.level),
            property_("resource", finding.urn),
        ],
        "methods": ["TEST"],
        "types": ["finding" if finding.status is Status.FAIL else "control-objective"],
        "subjects": [
            {
                "subject-uuid": str(uuid5(NAMESPACE_URL, finding.urn)),
                "type": "resource",
                "title": resource.label if resource else finding.urn,
            }
        ],
        "collected": now,
    }


def _findings(observed: list[Finding]) -> list[dict[str, Any]]:
    by_requirement: dict[str, list[Finding]] = defaultdict(list)
    for finding in observed:
        for requirement in finding.control.requirements:
            by_requirement[requirement].append(finding)
    return [_requirement(name, by_requirement[name]) for name in sorted(by_requirement)]


def _requirement(name: str, evidence: list[Finding]) -> dict[str, Any]:
    counts = {status: sum(finding.status is status for finding in evidence) for status in _SHOWN}
    satisfied = not counts[Status.FAIL] and not counts[Status.UNKNOWN]
    summary = ", ".join(f"{count} {status}" for status, count in counts.items() if count)
    return {
        "uuid": str(uuid5(NAMESPACE_URL, name)),
        "title": name,
        "description": f"Verdicts of the controls that support it: {summary}.",
        "target": {
            "type": "objective-id",
            "target-id": _token(name),
            "status": {
                "state": "satisfied" if satisfied else "not-satisfied",
                **({"reason": "other", "remarks": summary} if not satisfied else {}),
            },
        },
        "related-observations": [{"observation-uuid": _uid("observation", finding)} for finding in evidence],
    }


def _token(requirement: str) -> str:
    """Return a requirement as an OSCAL token: letters, digits, `.`, `_` and `-`, after a letter."""
    return "".join(char if char.isalnum() or char in "._-" else "-" for char in requirement)
