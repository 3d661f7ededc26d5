"""Scanners find a public database port within minutes; then only a password protects the data."""

from dataclasses import dataclass

from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class DatabasePorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (1433, 1434, 1521, 2382, 2383, 2483, 2484, 3306, 5432, 5439, 6379, 7000, 7001, 7199, 8182, 9042, 9160, 9200,
         9300, 11211, 11214, 11215, 27017, 27018, 27019, 50000, 61621),
        "Ports that databases and caches listen on.",
    )  # fmt: skip


@control(
    title="Security group must not open database ports to the internet",
    severity=Severity.CRITICAL,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the client's security group (referencedSecurityGroupId), or its own address range; in place."
    ),
    yields_to=PUBLIC_PORTS[:1],
)
def no_public_db_ports(holder: RuleHolder, settings: DatabasePorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
