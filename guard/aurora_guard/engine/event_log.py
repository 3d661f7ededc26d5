"""The event log of the Pulumi CLI as a report: `pulumi preview --event-log FILE` keeps what `--json` drops."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from pulumi.runtime.proto import analyzer_pb2

from aurora_policies.controls import by_id
from aurora_policies.frameworks import requirements_of
from aurora_policies.reference import guide_url

from ..errors import GuardError
from ..report.model import Control, Finding, PackInfo, Report, ReportedResource, Status
from .findings import diagnosed
from .urn import STACK_TYPE, name_of, type_of

#: How the engine writes colours.
_COLOUR = re.compile(r"<\{%.*?%\}>")

_LEVELS = {"mandatory": analyzer_pb2.MANDATORY, "remediate": analyzer_pb2.MANDATORY}


def read(path: Path) -> Report:
    """Return the report of one event log.

    Every policy event is a failure, an unknown or an exemption; a policy that the summaries list as passed passed.
    The log has no source lines.

    Raises:
        GuardError: the file cannot be read, or it is no event log, or it has no policy pack.
    """
    log = _Log()
    for number, event in _events(path):
        try:
            log.add(event)
        except (AttributeError, IndexError, KeyError, TypeError):
            raise GuardError(
                f"{path}:{number} is an engine event without the fields that guard needs."
            ) from None
    if not log.packs:
        raise GuardError(
            f"{path} names no policy pack. Run: pulumi preview --policy-pack DIR --event-log {path}"
        )
    return log.report(path.stem)


@dataclass
class _Log:
    """What the events so far say."""

    resources: dict[str, ReportedResource] = field(default_factory=dict)
    controls: dict[tuple[str, str], Control] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def add(self, event: Mapping[str, Any]) -> None:
        """Take one event. Raises where a field is missing or of another type."""
        if (step := event.get("resourcePreEvent")) is not None:
            urn = str(step["metadata"]["urn"])
            self.resources.setdefault(urn, ReportedResource(urn, type_of(urn), name_of(urn)))
        for name in ("policyAnalyzeSummaryEvent", "policyAnalyzeStackSummaryEvent"):
            if (summary := event.get(name)) is not None:
                self._passed(summary)
        if (violation := event.get("policyEvent")) is not None:
            self._violated(violation)

    def _passed(self, summary: Mapping[str, Any]) -> None:
        pack = str(summary["policyPackName"])
        self.packs[pack] = _version(summary)
        for policy in summary.get("passed") or ():
            control = self._control(pack, str(policy), "")
            self.findings.append(Finding(control, str(summary.get("resourceUrn", "")), Status.PASS))

    def _violated(self, violation: Mapping[str, Any]) -> None:
        pack = str(violation["policyPackName"])
        self.packs[pack] = _version(violation)
        level = str(violation["enforcementLevel"])
        control = self._control(pack, str(violation["policyName"]), level)
        diagnostic = analyzer_pb2.AnalyzeDiagnostic(
            description=control.title,
            message=_COLOUR.sub("", violation["message"]).strip(),
            urn=str(violation.get("resourceUrn", "")),
            enforcementLevel=_LEVELS.get(level, analyzer_pb2.ADVISORY),
        )
        self.findings.append(diagnosed(diagnostic, "", control))

    def _control(self, pack: str, name: str, level: str) -> Control:
        """The control of a policy: what our catalogue says of it, or its name alone for another pack's.

        An unknown verdict is always advisory, so that a mandatory event tells the level in force.
        """
        key = pack, name
        found = self.controls.get(key) or _described(pack, name)
        if level in _LEVELS:
            found = replace(found, level=level)
        self.controls[key] = found
        return found

    def report(self, fallback: str) -> Report:
        """Return everything as a report; `fallback` names the stack where no event does."""
        stack = next((urn for urn in self.resources if type_of(urn) == STACK_TYPE), "")
        return Report(
            project=stack.split("::")[1] if stack else "",
            stack=stack.split("::")[0].removeprefix("urn:pulumi:") if stack else fallback,
            packs=[PackInfo(name, version) for name, version in self.packs.items()],
            resources=[self.resources[urn] for urn in sorted(self.resources)],
            controls=[self.controls[key] for key in sorted(self.controls)],
            findings=sorted(
                (replace(f, control=self.controls[f.control.pack, f.control.name]) for f in self.findings),
                key=lambda f: (f.urn, f.control.pack, f.control.name, f.path, f.message),
            ),
        )


def _events(path: Path) -> Iterator[tuple[int, Mapping[str, Any]]]:
    """The events of a log with their line numbers, one JSON object on each line."""
    try:
        lines = path.read_text("utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8 text"
        raise GuardError(f"{path} can't be read: {reason}.") from None
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            event = json.loads(line)
            known = isinstance(event, dict) and "sequence" in event
        except (ValueError, RecursionError):
            known = False
        if not known:
            raise GuardError(
                f"{path}:{number} is no engine event. Give the file that `pulumi preview --event-log` wrote."
            )
        yield number, event


def _version(event: Mapping[str, Any]) -> str:
    return str(event.get("policyPackVersionTag") or event.get("policyPackVersion") or "0.0.0").removeprefix(
        "v"
    )


def _described(pack: str, name: str) -> Control:
    ours = by_id().get(name)
    if ours is None:
        return Control(name=name, pack=pack, title=name, severity="medium", level="advisory")
    return Control(
        name=name,
        pack=pack,
        title=ours.title,
        severity=ours.severity.value,
        level=ours.level.value,
        remediation=ours.remediation,
        url=guide_url(ours.source),
        tags=_tags(name, ours.topic),
    )


def _tags(name: str, topic: str) -> tuple[str, ...]:
    required = (f"{framework}:{requirement}" for framework, requirement in requirements_of(name))
    return (f"topic:{topic}", *required)
