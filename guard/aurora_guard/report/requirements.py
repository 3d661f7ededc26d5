"""What a report says about each requirement of a framework."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from aurora_policies.frameworks import Framework, Requirement, frameworks
from aurora_policies.nearest import nearest

from ..errors import GuardError
from .model import Finding, Report, Status


class Standing(StrEnum):
    """Where a stack stands on a requirement."""

    FAILING = "failing"
    UNKNOWN = "unknown"
    MET = "met"
    NO_EVIDENCE = "no evidence"


@dataclass(frozen=True)
class Assessment:
    """A requirement with the findings of its controls, those that do not apply left out."""

    requirement: Requirement
    findings: Sequence[Finding]

    @property
    def standing(self) -> Standing:
        """Failing where a control fails, unknown where one is unknown, met where all others passed or are exempt."""
        statuses = {finding.status for finding in self.findings}
        if Status.FAIL in statuses:
            return Standing.FAILING
        if Status.UNKNOWN in statuses:
            return Standing.UNKNOWN
        return Standing.MET if statuses else Standing.NO_EVIDENCE


def framework_named(name: str) -> Framework:
    """Return the framework with the id `name`.

    Raises:
        GuardError: there is none; the message names the nearest and all there are.
    """
    known = {framework.id: framework for framework in frameworks()}
    if name not in known:
        raise GuardError(
            f"There is no framework '{name}'{nearest(name, known)}. There are {', '.join(known)}."
        )
    return known[name]


def assess(report: Report, framework: Framework) -> list[Assessment]:
    """Return every requirement of `framework`, in its order, with what the report says of it."""
    by_control: dict[str, list[Finding]] = defaultdict(list)
    for finding in report.findings:
        if finding.status is not Status.NOT_APPLICABLE:
            by_control[finding.control.name].append(finding)
    return [
        Assessment(requirement, [found for name in requirement.controls for found in by_control[name]])
        for requirement in framework.requirements
    ]
