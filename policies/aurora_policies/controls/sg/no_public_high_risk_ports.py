"""Some services were never made for the internet: file shares, plain-text logins, consoles and control planes."""

from dataclasses import dataclass

from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class HighRiskPorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (20, 21, 23, 25, 53, 110, 111, 135, 137, 138, 139, 143, 161, 389, 445, 636, 1433, 1434, 2375, 2376, 2379, 2380,
         3000, 3020, 3306, 3389, 4333, 4505, 4506, 5000, 5432, 5500, 5601, 6443, 8020, 8080, 8088, 8888, 9092, 9200,
         9300, 10250, 10255, 22, 50070, 50470),
        "Ports that AWS calls high-risk, and those of file shares, mail, consoles and control planes.",
    )  # fmt: skip


@control(
    title="Security group must not open high-risk ports to the internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    yields_to=PUBLIC_PORTS[:3],
)
def no_public_high_risk_ports(holder: RuleHolder, settings: HighRiskPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
