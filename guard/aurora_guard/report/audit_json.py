"""The report of an audit as JSON, version 1 of the contract in docs/audit.md: other tools read it.

It is written one stack at a time, each on a line of its own.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from .audit import AuditReport, StackResult, standings
from .json import comparisons, finding_to_dict
from .model import Status


def render(report: AuditReport) -> Iterator[str]:
    """The parts of the document, in their order."""
    packs = [{"name": pack.name, "version": pack.version} for pack in report.packs]
    head = {
        "version": 1,
        "kind": "audit",
        "packs": packs,
        "summary": {
            "stacks": report.judged,
            "unreadable": len(report.unreadable),
            "resources": report.resources,
            "unjudged": report.unjudged,
            **_counts(report.totals),
            "mandatory_failures": report.mandatory_failures,
        },
        "controls": [
            {
                "control": total.control.name,
                "title": total.control.title,
                "severity": total.control.severity,
                "level": total.control.level,
                "stacks_failing": total.stacks,
                **_counts(total.counts, _BY_CONTROL),
            }
            for total in report.controls
        ],
        "frameworks": [
            {
                "framework": total.framework.id,
                "name": f"{total.framework.name} {total.framework.version}",
                "stacks_meeting": total.stacks,
                "requirements": asdict(total.standing),
            }
            for total in report.frameworks
        ],
        "unreadable": [{"source": item.source, "reason": item.reason} for item in report.unreadable],
        **comparisons(report.baseline, report.since),
    }
    yield json.dumps(head, indent=2)[:-2] + ',\n  "stacks": ['
    separator = "\n"
    for result in report.stacks():
        yield separator + "    " + json.dumps(_stack(result))
        separator = ",\n"
    yield "\n  ]\n}\n"


_BY_CONTROL = (Status.FAIL, Status.UNKNOWN, Status.EXEMPT, Status.PASS)
_COUNTED = (Status.PASS, Status.FAIL, Status.UNKNOWN, Status.EXEMPT, Status.NOT_APPLICABLE)


def _counts(counts: Mapping[Status, int], statuses: tuple[Status, ...] = _COUNTED) -> dict[str, int]:
    return {status.replace("-", "_"): counts.get(status, 0) for status in statuses}


def _stack(result: StackResult) -> dict[str, Any]:
    return {
        "source": result.source,
        "project": result.project,
        "stack": result.stack,
        "summary": {
            "resources": result.resources,
            **_counts(result.totals),
            "mandatory_failures": result.mandatory_failures,
            "left_out": result.left_out,
        },
        "frameworks": {name: asdict(standing) for name, standing in standings(result.counts).items()},
        "unjudged": [asdict(entry) for entry in result.unjudged],
        "unused_exemptions": [asdict(entry) for entry in result.unused_exemptions],
        "findings": [finding_to_dict(finding) for finding in result.findings],
    }
