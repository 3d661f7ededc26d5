"""What a pack said, as findings.

A pack says it with what the analyzer protocol has, and the rest in its texts: see `aurora_policies.wording`. A
diagnostic is a failure, except for an advisory one that says that a policy can't run, which means unknown. A policy
that said nothing of a resource passed on it.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from pulumi.runtime.proto import analyzer_pb2

from aurora_policies import exemptions, wording
from aurora_policies.controls.control import Level

from ..report.model import Control, Exemption, Finding, Status
from .pack import Analysis, Remediated
from .pack_config import Policy

Exemptions = Mapping[str, Sequence[exemptions.Exemption]]
"""The exemptions in a pack's configuration, by policy."""


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
    accepted: Exemptions | None = None,
) -> list[Finding]:
    """The findings of the resource policies on one resource, without those that come with the whole stack's."""
    changed = {entry.policy: entry.properties for entry in remediated}
    said = _said(analysis, urn, controls, accepted or {})
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
    reported = [
        finding for findings in said.values() for finding in findings if finding.message != wording.DEFERRED
    ]
    return [*reported, *passes]


def of_stack(
    analysis: Analysis,
    urn: str,
    policies: Iterable[Policy],
    controls: Mapping[str, Control],
    accepted: Exemptions | None = None,
) -> list[Finding]:
    """The findings that need the whole stack. What names no resource is about the stack, `urn`."""
    said = _said(analysis, urn, controls, accepted or {})
    silent = [
        policy.name
        for policy in policies
        if policy.of_stack and policy.level is not Level.DISABLED and policy.name not in said
    ]
    return [
        *(finding for findings in said.values() for finding in findings),
        *(Finding(controls[name], urn, Status.PASS) for name in silent),
    ]


def accepted_by(policies: Iterable[Policy], config: Mapping[str, Any]) -> Exemptions:
    """The exemptions that a pack's configuration holds; a pack with another form of them has none here."""
    return {
        policy.name: exemptions.read_exemptions(config[policy.name].properties.get("exemptions"), "")[0]
        for policy in policies
        if policy.name in config
    }


def unused_exemptions(analysis: Analysis, accepted: Exemptions) -> list[Exemption]:
    """The exemptions of which the pack said that no violation needs them."""
    return [
        _reported(policy, exemption)
        for policy, given in accepted.items()
        for index, exemption in enumerate(given)
        if any(
            diagnostic.policyName == policy and _text(diagnostic).startswith(f"{wording.unused(index)}:")
            for diagnostic in analysis.diagnostics
        )
    ]


def _said(
    analysis: Analysis, urn: str, controls: Mapping[str, Control], accepted: Exemptions
) -> dict[str, list[Finding]]:
    said: dict[str, list[Finding]] = {}
    for diagnostic in analysis.diagnostics:
        if _text(diagnostic).startswith(wording.UNUSED):
            continue
        finding = diagnosed(diagnostic, urn, controls[diagnostic.policyName])
        said.setdefault(diagnostic.policyName, []).append(finding)
    for entry in analysis.not_applicable:
        reason, named = wording.split_resource(entry.reason)
        control, about = controls[entry.policy_name], named or urn
        if reason.startswith(wording.EXEMPT):
            covering = exemptions.covering(about, accepted.get(control.name, ()))
            finding = Finding(
                control,
                about,
                Status.EXEMPT,
                reason.removeprefix(wording.EXEMPT),
                exemption=_reported(control.name, covering) if covering else None,
            )
        else:
            finding = Finding(control, about, Status.NOT_APPLICABLE, reason)
        said.setdefault(entry.policy_name, []).append(finding)
    return said


def _reported(policy: str, exemption: exemptions.Exemption) -> Exemption:
    return Exemption(policy, exemption.urn, exemption.reason, exemption.owner, exemption.expires.isoformat())


def _text(diagnostic: Any) -> str:
    """The message without the title that the protocol has in front of it."""
    return str(diagnostic.message).removeprefix(f"{diagnostic.description}\n")


def diagnosed(diagnostic: Any, urn: str, control: Control) -> Finding:
    """What one diagnostic says; `urn` is the resource where it names none."""
    message, path = _without_property(_text(diagnostic))
    status = Status.FAIL
    if diagnostic.enforcementLevel == analyzer_pb2.ADVISORY:
        if (reason := wording.unknown_reason(message)) is not None:
            status, message = Status.UNKNOWN, reason
        elif message.startswith(wording.EXEMPT):
            status, message = Status.EXEMPT, message.removeprefix(wording.EXEMPT)
    return Finding(control, diagnostic.urn or urn, status, message.strip(), path)


def _without_property(message: str) -> tuple[str, str]:
    """A message and the property path that ends it, apart; the message names the property in any case."""
    text, path = wording.split_property(message)
    top = re.split(r"[.\[]", path)[0]
    return (text if top in text else f"`{top}`: {text}"), path
