"""The report as one self-contained page: findings with filters, scores, exemptions and the architecture."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from functools import cache
from html import escape
from pathlib import Path
from string import Template
from typing import Any

from aurora_policies.controls.control import TOPICS
from aurora_policies.frameworks import frameworks

from .architecture import Diagram
from .model import SEVERITIES, Control, Finding, Report, Status
from .requirements import Standing, assess

_PAGE = Path(__file__).with_name("page")


def render(report: Report) -> str:
    """Return the page. It needs no network, and text of the report is data that the page never reads as HTML."""
    return Template(_file("page.html")).substitute(
        title=escape(f"{report.project}/{report.stack}: Aurora Guardrails"),
        style=_file("page.css"),
        script=_file("page.js"),
        elk=_file("elk.bundled.js"),
        data=_embedded(_data(report)),
    )


@cache
def _file(name: str) -> str:
    return (_PAGE / name).read_text("utf-8")


def _embedded(data: Any) -> str:
    """JSON inside a script element: no `<` may end the element early."""
    return json.dumps(data, separators=(",", ":")).replace("<", "\\u003c").replace("\u2028", "\\u2028")


def _data(report: Report) -> dict[str, Any]:
    places = {control.name: place for place, control in enumerate(report.controls)}
    findings = sorted(
        (finding for finding in report.findings if finding.status is not Status.NOT_APPLICABLE), key=_rank
    )
    return {
        "project": report.project,
        "stack": report.stack,
        "made": datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC"),
        "packs": [{"name": pack.name, "version": pack.version} for pack in report.packs],
        "passed": report.counts.get(Status.PASS, 0),
        "resourceCount": len(report.resources),
        "resources": {
            resource.urn: {"type": resource.type, "name": resource.name, "source": resource.source}
            for resource in report.resources
        },
        "controls": [_control(control) for control in report.controls],
        "findings": [_finding(finding, places) for finding in findings],
        "frameworks": [
            {
                "id": framework.id,
                "name": framework.name,
                "version": framework.version,
                "requirements": [
                    {
                        "id": assessment.requirement.id,
                        "title": assessment.requirement.title,
                        "standing": assessment.standing,
                        "failing": _failing(assessment.findings),
                    }
                    for assessment in assess(report, framework)
                ],
            }
            for framework in frameworks()
            if report.framework in ("", framework.id)
        ],
        "framework": report.framework,
        "topics": _topics(findings),
        "unjudged": [
            {"name": report.name_of(item.urn), "type": item.type, "reason": item.reason}
            for item in report.unjudged
        ],
        "diagram": _diagram(report.draw(), findings),
    }


def _rank(finding: Finding) -> tuple[int, int, str, str]:
    order = (Status.FAIL, Status.UNKNOWN, Status.EXEMPT, Status.PASS)
    place = (
        order.index(finding.status) + (finding.status is Status.FAIL and not finding.is_mandatory_failure) / 2
    )
    return int(place * 2), SEVERITIES.index(finding.control.severity), finding.control.name, finding.urn


def _control(control: Control) -> dict[str, Any]:
    return {
        "name": control.name,
        "title": control.title,
        "severity": control.severity,
        "level": control.level,
        "remediation": control.remediation,
        "url": control.url,
        "topic": control.topic,
        "scope": control.scope,
        "requirements": list(control.requirements),
    }


def _finding(finding: Finding, places: Mapping[str, int]) -> dict[str, Any]:
    return {
        "control": places[finding.control.name],
        "urn": finding.urn,
        "status": finding.status,
        "mandatory": finding.is_mandatory_failure,
        "message": finding.message,
        "property": finding.path,
        "exemption": asdict(finding.exemption) if finding.exemption else None,
    }


def _diagram(drawn: Diagram, findings: Iterable[Finding]) -> dict[str, Any]:
    """The boxes with the failures of the resources that each shows, and the arrows."""
    failures: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        if finding.status is Status.FAIL:
            failures[finding.urn].append(finding)
    nodes = []
    for node in drawn.nodes:
        marks = [finding for urn in node.urns for finding in failures[urn]]
        nodes.append(
            {
                "id": node.id,
                "kind": node.kind,
                "label": node.label,
                "detail": node.detail,
                "parent": node.parent,
                "failing": any(finding.is_mandatory_failure for finding in marks),
                "warning": bool(marks),
                "marks": sorted({finding.control.name for finding in marks}),
            }
        )
    edges = [
        {"source": edge.source, "target": edge.target, "kind": edge.kind, "label": edge.label}
        for edge in drawn.edges
    ]
    return {"nodes": nodes, "edges": edges}


def _failing(findings: Iterable[Finding]) -> list[str]:
    return sorted({finding.control.name for finding in findings if finding.status is Status.FAIL})


def _topics(findings: Iterable[Finding]) -> list[dict[str, Any]]:
    """The controls of each topic of the guide: failing, unknown or met."""
    statuses: dict[str, dict[str, set[Status]]] = {topic: {} for topic in TOPICS}
    for finding in findings:
        if (topic := finding.control.topic) in statuses:
            statuses[topic].setdefault(finding.control.name, set()).add(finding.status)
    return [
        {"name": topic, "total": len(controls), "counts": Counter(map(_standing, controls.values()))}
        for topic, controls in statuses.items()
    ]


def _standing(statuses: set[Status]) -> Standing:
    if Status.FAIL in statuses:
        return Standing.FAILING
    return Standing.UNKNOWN if Status.UNKNOWN in statuses else Standing.MET
