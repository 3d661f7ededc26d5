"""An audit as one report, for the formats that list findings."""

from collections.abc import Iterator

from ..engine.urn import name_of, type_of
from .audit import AuditReport, StackResult
from .model import Finding, Report, ReportedResource, Status


def combined(report: AuditReport) -> Report:
    """Return the findings of every stack in one report. It holds them all in memory.

    Passes are counted, not listed. A stack that could not be read is not in it; the audit's own formats name it.
    """
    findings: list[Finding] = []
    resources: dict[str, ReportedResource] = {}
    for result in report.stacks():
        findings += result.findings
        resources |= {resource.urn: resource for resource in _found(result)}
    return Report(
        project="audit",
        stack=f"{report.judged} stack" if report.judged == 1 else f"{report.judged} stacks",
        packs=report.packs,
        resources=list(resources.values()),
        controls=[total.control for total in report.controls],
        findings=findings,
        passed=report.totals.get(Status.PASS, 0),
    )


def _found(result: StackResult) -> Iterator[ReportedResource]:
    """The resources that the findings name, in the state that the audit read."""
    for finding in result.findings:
        yield ReportedResource(finding.urn, type_of(finding.urn), f"{result.name} {name_of(finding.urn)}")
