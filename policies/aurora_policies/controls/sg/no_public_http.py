"""Plain HTTP shows what passes to everyone on the way; a web port is for load balancers that redirect to HTTPS."""

from dataclasses import dataclass

from ...model import Stack
from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import PUBLIC_PORTS, VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class HttpPorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (80,),
        "Ports of web servers.",
        strict=(80, 443),
    )


@control(
    title="Security group must not open plain HTTP to the internet",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    yields_to=(*PUBLIC_PORTS, "sg-no-public-ingress"),
)
def no_public_http(holder: RuleHolder, stack: Stack, settings: HttpPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
