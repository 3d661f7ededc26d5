"""Whoever reaches a remote login from the internet may try passwords and unpatched servers at leisure."""

from dataclasses import dataclass

from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class AdminPorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (22, 3389, 5900, 5985, 5986),
        "Ports of remote administration: SSH, RDP, VNC and WinRM.",
    )


@control(
    title="Security group opens no port of remote administration to the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
)
def no_public_admin_ports(holder: RuleHolder, settings: AdminPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
