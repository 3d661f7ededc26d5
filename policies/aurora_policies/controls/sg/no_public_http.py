"""A database network serves no web pages, and plain HTTP shows what passes to everyone on the way."""

from dataclasses import dataclass

from .._ranges import PublicRanges
from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, no_public_ports


@dataclass(frozen=True)
class HttpPorts(PublicRanges):
    ports: tuple[int, ...] = setting(
        (80,),
        "Ports of web servers.",
        strict=(80, 443),
    )


@control(
    title="Security group opens no web port to the internet",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
)
def no_public_http(holder: RuleHolder, settings: HttpPorts) -> Verdict:
    return each_rule(holder, lambda rule: no_public_ports(rule, settings.ports, settings))
