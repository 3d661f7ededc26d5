"""What a pack said, as findings.

A pack says it with what the analyzer protocol has. A diagnostic is a failure, except for two kinds that
are advisory and told apart by how their message starts: `can't run policy '…'` means unknown, the SDK's
own words for it, and `exempt: ` an exemption. A not-applicable entry whose reason starts with `exempt: `
is an exemption as well. A policy that said nothing of a resource passed on it.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from pulumi.runtime.proto import analyzer_pb2

from ..report.model import Control, Finding, Status
from .pack import Analysis, Remediated
from .pack_config import Level, Policy

_EXEMPT = "exempt: "
_UNKNOWN = re.compile(r"can't run policy '.*?' from policy pack '.*?' during preview: ", re.DOTALL)
_PROPERTY = re.compile(r"\s*\[property: (?P<path>[^\]]*(?:\[[^\]]*\][^\]]*)*)\]\s*\Z")


def controls_of(pack: str, policies: Mapping[str, Policy]) -> dict[str, Control]:
    """The policies of a pack as the report's controls, by name."""
    return {
        policy.name: Control(
            name=policy.name,
            pack=pack,
            title=policy.description,
            severity=policy.severity,
            level=policy.level,
            remediation=policy.remediation,
            url=policy.url,
            tags=policy.tags,
        )
        for policy in policies.values()
    }


def of_resource(
    analysis: Analysis,
    urn: str,
    policies: Iterable[Policy],
    controls: Mapping[str, Control],
    remediated: Iterable[Remediated] = (),
) -> list[Finding]:
    """The findings of the resource policies on one resource."""
    changed = {entry.policy: entry.properties for entry in remediated}
    said = _said(analysis, urn, controls)
    silent = [
        policy.name
        for policy in policies
        if not policy.of_stack and policy.level is not Level.DISABLED and policy.name not in said
    ]
    passes = [
        Finding(
            controls[name],
            urn,
            Status.PASS,
            f"Remediated: {', '.join(changed[name])}." if name in changed else "",
        )
        for name in silent
    ]
    return [*(finding for findings in said.values() for finding in findings), *passes]


def of_stack(
    analysis: Analysis, urn: str, policies: Iterable[Policy], controls: Mapping[str, Control]
) -> list[Finding]:
    """The findings of the stack policies. What names no resource is about the stack, `urn`."""
    said = _said(analysis, urn, controls)
    silent = [
        policy.name
        for policy in policies
        if policy.of_stack and policy.level is not Level.DISABLED and policy.name not in said
    ]
    return [
        *(finding for findings in said.values() for finding in findings),
        *(Finding(controls[name], urn, Status.PASS) for name in silent),
    ]


def _said(analysis: Analysis, urn: str, controls: Mapping[str, Control]) -> dict[str, list[Finding]]:
    said: dict[str, list[Finding]] = {}
    for diagnostic in analysis.diagnostics:
        finding = _diagnosed(diagnostic, urn, controls[diagnostic.policyName])
        said.setdefault(diagnostic.policyName, []).append(finding)
    for entry in analysis.not_applicable:
        reason = entry.reason
        exempt = reason.startswith(_EXEMPT)
        finding = Finding(
            controls[entry.policy_name],
            urn,
            Status.EXEMPT if exempt else Status.NOT_APPLICABLE,
            reason.removeprefix(_EXEMPT) if exempt else reason,
        )
        said.setdefault(entry.policy_name, []).append(finding)
    return said


def _diagnosed(diagnostic: Any, urn: str, control: Control) -> Finding:
    message, path = _without_property(diagnostic.message.removeprefix(f"{diagnostic.description}\n"))
    status = Status.FAIL
    if diagnostic.enforcementLevel == analyzer_pb2.ADVISORY:
        if (unknown := _UNKNOWN.match(message)) is not None:
            status, message = Status.UNKNOWN, message[unknown.end() :]
        elif message.startswith(_EXEMPT):
            status, message = Status.EXEMPT, message.removeprefix(_EXEMPT)
    return Finding(control, diagnostic.urn or urn, status, message.strip(), path)


def _without_property(message: str) -> tuple[str, str]:
    """A message and the property path that ends it, apart; the message names the property in any case."""
    found = _PROPERTY.search(message)
    if found is None:
        return message, ""
    text, path = message[: found.start()], found["path"]
    top = re.split(r"[.\[]", path)[0]
    return (text if top in text else f"`{top}`: {text}"), path
