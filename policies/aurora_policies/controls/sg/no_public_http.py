"""A database network serves no web pages, and plain HTTP shows what passes to everyone on the way."""

from dataclasses import dataclass

from ...model.security_groups import Rule
from ..control import Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, may_be_public, no_public_ports

# Plain HTTP is spoken over TCP alone; over UDP there is HTTP/3 only, which is never plain.
_PLAIN_HTTP = 80


@dataclass(frozen=True)
class HttpPorts:
    ports: tuple[int, ...] = setting(
        (80,),
        "Ports of web servers.",
        strict=(80, 443),
    )


def _judge(rule: Rule, ports: tuple[int, ...]) -> Verdict:
    if may_be_public(rule) and rule.protocol == "udp":
        ports = tuple(port for port in ports if port != _PLAIN_HTTP)
    return no_public_ports(rule, ports)


@control(
    title="Security group opens no web port to the internet",
    severity=Severity.LOW,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    equivalents=(
        "checkov:CKV_AWS_260",
        "cloudsploit:ec2/openHTTP",
        "cloudsploit:ec2/openHTTPS",
        "kics:http_port_open",
        "pulumi:aws-ec2-securitygroup-disallow-inbound-http-traffic",
        "terrascan:AC_AWS_0228",
        "terrascan:AC_AWS_0229",
    ),
)
def no_public_http(holder: RuleHolder, settings: HttpPorts) -> Verdict:
    return each_rule(holder, lambda rule: _judge(rule, settings.ports))
