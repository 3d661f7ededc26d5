"""The report: what was looked at, with which policies, and what they found."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property


class Status(StrEnum):
    """The result of one control on one resource."""

    FAIL = "fail"
    UNKNOWN = "unknown"
    EXEMPT = "exempt"
    PASS = "pass"
    NOT_APPLICABLE = "not-applicable"


#: Most serious first.
SEVERITIES = ("critical", "high", "medium", "low")


@dataclass(frozen=True)
class PackInfo:
    """A policy pack: its own name, and the version that its PulumiPolicy.yaml gives."""

    name: str
    version: str


@dataclass(frozen=True)
class ReportedResource:
    """A resource that was analysed. `source` is `file:line` of the program, or empty."""

    urn: str
    type: str
    name: str
    source: str = ""


@dataclass(frozen=True)
class Unjudged:
    """A resource that no policy could judge, and why."""

    urn: str
    type: str
    reason: str


@dataclass(frozen=True)
class Control:
    """A policy that took part, with what a reader needs to act on it. `level` is the effective one."""

    name: str
    pack: str
    title: str
    severity: str
    level: str
    remediation: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class Finding:
    """One control on one resource (`urn`; the stack's own for what concerns all of it).

    `message` says what is wrong, or why it is not known or does not apply; `path` is the property it
    is about. Both may be empty.
    """

    control: Control
    urn: str
    status: Status
    message: str = ""
    path: str = ""

    @property
    def is_mandatory_failure(self) -> bool:
        return self.status is Status.FAIL and self.control.level in ("mandatory", "remediate")


@dataclass(frozen=True)
class Report:
    """The result of one preview. Resources and findings are in a fixed order: by URN, then by control.

    `runtime` says what ran the program; it is worth a line where it is not the project's own (`runtime_is_own`).
    """

    project: str
    stack: str
    packs: Sequence[PackInfo]
    resources: Sequence[ReportedResource]
    controls: Sequence[Control]
    findings: Sequence[Finding]
    messages: Sequence[str] = field(default=())
    unjudged: Sequence[Unjudged] = field(default=())
    runtime: str = ""
    runtime_is_own: bool = False

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        return Counter(finding.status for finding in self.findings)

    @cached_property
    def mandatory_failures(self) -> int:
        return sum(finding.is_mandatory_failure for finding in self.findings)
