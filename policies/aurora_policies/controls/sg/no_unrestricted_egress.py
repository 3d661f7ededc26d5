"""A database answers its clients and starts no conversations: an open way out is only of use to an intruder
who carries data away. AWS adds that open way to every group that names no egress rule; the aws provider takes
it away again, aws-native does not."""

from dataclasses import dataclass

from ...model.ec2 import SecurityGroup, SecurityGroupRule
from ...model.security_groups import EGRESS, Rule
from ..control import PASS, Severity, Verdict, control, fail, setting
from ._rules import VPC_RULES, each_rule, may_be_public, refuse_public


@dataclass(frozen=True)
class Egress:
    any_port: bool = setting(False, "Refuse the internet as a target even of a single port.", strict=True)


def _judge(rule: Rule, any_port: bool) -> Verdict:
    if not may_be_public(rule) or not (any_port or rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return refuse_public(rule)


@control(
    title="Security group does not let everything out to the internet",
    severity=Severity.MEDIUM,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Remove the rule, or name a target group, range or prefix list and a port; in place. On aws-native state an "
        "egress rule, such as to 127.0.0.1/32, so that AWS does not add its own."
    ),
    equivalents=(
        "checkov:CKV_AWS_382",
        "trivy:AWS-0104",
        "cfn-guard:EC2_SECURITY_GROUP_EGRESS_OPEN_TO_WORLD_RULE",
        "cfn-guard:SECURITY_GROUP_EGRESS_ALL_PROTOCOLS_RULE",
        "cfn-guard:SECURITY_GROUP_MISSING_EGRESS_RULE",
        "cfn_nag:F1000",
        "cfn_nag:W40",
        "cfn_nag:W5",
        "cloudsploit:ec2/openAllPortsProtocolsEgress",
        "kics:security_groups_allows_unrestricted_outbound_traffic",
        "mondoo:secgroup-no-unrestricted-egress",
    ),
)
def no_unrestricted_egress(holder: SecurityGroup | SecurityGroupRule, settings: Egress) -> Verdict:
    if isinstance(holder, SecurityGroup) and holder.is_native and holder.egress.is_absent:
        return fail(
            f"`{holder.egress.path}` is not set, so AWS allows all traffic to anywhere.", holder.egress
        )
    return each_rule(holder, lambda rule: _judge(rule, settings.any_port), (EGRESS,))
