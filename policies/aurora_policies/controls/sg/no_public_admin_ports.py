"""Anyone on the internet can try passwords and exploits on a remote login that they reach."""

from dataclasses import dataclass

from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class AdminPorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (22, 3389, 5900, 5985, 5986),
        "Ports of remote administration: SSH, RDP, VNC and WinRM.",
    )


@control(
    title="Security group must not open administration ports to the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    yields_to=PUBLIC_PORTS[:2],
)
def no_public_admin_ports(holder: RuleHolder, settings: AdminPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
