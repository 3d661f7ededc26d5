"""Whatever the internet can reach, it will try; a database and what stands before it have known clients."""

from dataclasses import dataclass

from ...model.security_groups import Rule
from ..control import PASS, Severity, Verdict, control, setting
from ._rules import VPC_RULES, RuleHolder, each_rule, may_be_public, refuse_public


@dataclass(frozen=True)
class PublicIngress:
    allowed_ports: tuple[str, ...] = setting(
        (), 'Ports, or ranges of ports, that everyone may reach, such as "443" or "8000-8100".'
    )


def _range(text: str) -> range:
    first, _, last = text.partition("-")
    try:
        return range(int(first), int(last or first) + 1)
    except ValueError:
        return range(0)


def _judge(rule: Rule, allowed: tuple[str, ...]) -> Verdict:
    if not may_be_public(rule):
        return PASS
    if allowed and rule.ports is not None:
        low, high = rule.ports
        if any(low in ports and high in ports for ports in map(_range, allowed)):
            return PASS
    return refuse_public(rule)


@control(
    title="Security group admits nobody from the whole internet",
    severity=Severity.HIGH,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Name the source by security group (referencedSecurityGroupId) or by its own address range; in place."
    ),
    equivalents=(
        "securityhub:EC2.18",
        "config:VPC_SG_OPEN_ONLY_TO_AUTHORIZED_PORTS",
        "config:VPC_SG_PORT_RESTRICTION_CHECK",
        "controltower:CT.EC2.PR.3",
        "prowler:ec2_securitygroup_allow_ingress_from_internet_to_any_port",
        "cdk-nag:EC2RestrictedInbound",
        "cfn-guard:EC2_SECURITY_GROUP_INGRESS_OPEN_TO_WORLD_RULE",
        "cfn_nag:W2",
        "cloudsploit:ec2/allowedCustomPorts",
        "hashicorp-fsbp:ec2-security-group-ingress-traffic-restriction-to-unauthorized-ports",
        "kics:unknown_port_exposed_to_internet",
        "kics:unrestricted_security_group_ingress",
        "mondoo:secgroup-restrict-traffic",
        "pulumi:aws-ec2-securitygroup-disallow-public-internet-ingress",
        "regula:FG_R00377",
        "scoutsuite:ec2-security-group-opens-port-to-all",
        "steampipe:vpc_security_group_allows_ingress_authorized_ports",
        "terrascan:AC_AWS_0276",
    ),
)
def no_public_ingress(holder: RuleHolder, settings: PublicIngress) -> Verdict:
    return each_rule(holder, lambda rule: _judge(rule, settings.allowed_ports))
