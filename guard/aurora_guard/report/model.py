"""The report: what was analysed, with which policies, and what they found."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import PurePath
from typing import NamedTuple

from aurora_policies.controls.control import Level, Severity, Status
from aurora_policies.wording import LEFT_OUT

from .architecture import Diagram

__all__ = [
    "SEVERITIES",
    "Comparison",
    "Control",
    "Exemption",
    "Failure",
    "Finding",
    "PackInfo",
    "Report",
    "ReportedResource",
    "Status",
    "Unjudged",
]

#: Most severe first.
SEVERITIES = tuple(Severity)


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

    @property
    def label(self) -> str:
        """The type and the name, as people speak of it."""
        return f"{self.type} {self.name}"


@dataclass(frozen=True)
class Unjudged:
    """A resource that no policy could judge, and why."""

    urn: str
    type: str
    reason: str


@dataclass(frozen=True)
class Control:
    """A policy that took part, with what a reader needs to act on it. `level` is the effective one.

    `tags` are the pack's own; those of Aurora Guardrails carry the topic, the scope and the requirements.
    """

    name: str
    pack: str
    title: str
    severity: str
    level: str
    remediation: str = ""
    url: str = ""
    tags: tuple[str, ...] = ()

    @property
    def is_mandatory(self) -> bool:
        """Whether a failure stops the update."""
        return self.level in (Level.MANDATORY, Level.REMEDIATE)

    @property
    def scope(self) -> str:
        """`database`, `stack` or `account`; empty for a pack that does not say."""
        return self._tagged("scope:")

    @property
    def topic(self) -> str:
        """The topic of the Aurora security guide; empty for a pack that does not say."""
        return self._tagged("topic:")

    @property
    def requirements(self) -> tuple[str, ...]:
        """What it carries of each framework, as `framework:requirement`."""
        return tuple(tag for tag in self.tags if ":" in tag and not tag.startswith(("scope:", "topic:")))

    def _tagged(self, prefix: str) -> str:
        return next((tag.removeprefix(prefix) for tag in self.tags if tag.startswith(prefix)), "")


@dataclass(frozen=True)
class Exemption:
    """An accepted violation: the control, the URN pattern, why, by whom, and until when (`YYYY-MM-DD`)."""

    control: str
    urn: str
    reason: str
    owner: str
    expires: str


@dataclass(frozen=True)
class Finding:
    """One control on one resource (`urn`; the stack's own for what concerns all of it).

    `message` says what is wrong, or why it is not known or does not apply; `path` is the property it
    is about. Both may be empty. A failure is `known` where the baseline has it. `exemption` is there for an
    exempt finding whose configuration is known.
    """

    control: Control
    urn: str
    status: Status
    message: str = ""
    path: str = ""
    exemption: Exemption | None = None
    known: bool = False

    @property
    def word(self) -> str:
        """The status as people read it: a failure that does not stop the update is `warn`."""
        return "warn" if self.status is Status.FAIL and not self.control.is_mandatory else str(self.status)

    @property
    def is_mandatory_failure(self) -> bool:
        """Whether it must be repaired: the failure of a mandatory control that the baseline does not have."""
        return self.status is Status.FAIL and not self.known and self.control.is_mandatory


class Failure(NamedTuple):
    """What a failure is recognised by."""

    control: str
    urn: str
    property: str


@dataclass(frozen=True)
class Comparison:
    """How an earlier report, in `file`, differs from the present one. All in a fixed order.

    `undecided` counts what failed then and is unknown now. `elsewhere` counts what failed in stacks that were
    not judged this time: nothing can be said of it.
    """

    file: str
    new: tuple[Failure, ...]
    fixed: tuple[Failure, ...]
    still_failing: int
    undecided: int
    elsewhere: int


@dataclass(frozen=True)
class Report:
    """The result of one preview. Resources and findings are in a fixed order: by URN, then by control.

    `folder` is the project's, relative to the folder where guard was started. `draw` makes the diagram of the
    architecture, which most formats do not show. `filtered_out` counts the findings that a filter removed.
    `passed` counts passes that are not listed. `framework` is the id of the only framework that the reader asked for.
    `runtime` says what ran the program; it is worth a line where it is not the project's own (`runtime_is_own`).
    """

    project: str
    stack: str
    packs: Sequence[PackInfo]
    resources: Sequence[ReportedResource]
    controls: Sequence[Control]
    findings: Sequence[Finding]
    messages: Sequence[str] = field(default=())
    baseline: Comparison | None = None
    since: Comparison | None = None
    folder: str = ""
    draw: Callable[[], Diagram] = field(default=Diagram, compare=False)
    filtered_out: int = 0
    passed: int = 0
    framework: str = ""
    unjudged: Sequence[Unjudged] = ()
    runtime: str = ""
    runtime_is_own: bool = False
    unused_exemptions: Sequence[Exemption] = ()

    @cached_property
    def known(self) -> int:
        """How many failures the baseline has."""
        return sum(finding.known for finding in self.findings)

    @cached_property
    def by_urn(self) -> Mapping[str, ReportedResource]:
        """The resources by URN."""
        return {resource.urn: resource for resource in self.resources}

    def name_of(self, urn: str) -> str:
        """Return the name of a resource, or its URN where it is not of this report."""
        resource = self.by_urn.get(urn)
        return resource.name if resource else urn

    def from_working_folder(self, file: str) -> str:
        """Return a file of the project as seen from the folder where guard was started, with forward slashes."""
        return PurePath(self.folder, file).as_posix()

    @cached_property
    def counts(self) -> Mapping[Status, int]:
        """How many findings there are of each status, with the passes that are not listed."""
        return Counter(finding.status for finding in self.findings) + Counter({Status.PASS: self.passed})

    @cached_property
    def left_out(self) -> int:
        """How many findings are not reported because the stack has no database."""
        return sum(finding.message == LEFT_OUT for finding in self.findings)

    @cached_property
    def mandatory_failures(self) -> int:
        return sum(finding.is_mandatory_failure for finding in self.findings)
