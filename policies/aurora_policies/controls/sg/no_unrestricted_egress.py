"""A database answers its clients and starts no conversations: an open way out is only of use to an intruder
who carries data away. AWS adds that open way to every group that names no egress rule; the aws provider takes
it away again, aws-native does not."""

from ...model.sg import EGRESS, Rule, SecurityGroup, SecurityGroupRule
from .._ranges import PublicRanges
from ..control import PASS, Severity, Verdict, control, fail
from ._rules import VPC_RULES, each_rule, may_be_public, refuse_public


def _judge(rule: Rule, ranges: PublicRanges) -> Verdict:
    if not may_be_public(rule, ranges) or not (rule.is_all_traffic or rule.is_all_ports):
        return PASS
    return refuse_public(rule, ranges)


@control(
    title="Security group does not let everything out to the internet",
    severity=Severity.MEDIUM,
    topic="security-groups",
    source=VPC_RULES,
    remediation=(
        "Remove the rule, or name a target group, range or prefix list and a port; in place. On aws-native state an "
        "egress rule, such as to 127.0.0.1/32, so that AWS does not add its own."
    ),
)
def no_unrestricted_egress(holder: SecurityGroup | SecurityGroupRule, settings: PublicRanges) -> Verdict:
    if isinstance(holder, SecurityGroup) and holder.is_native and holder.egress.is_absent:
        return fail(
            f"`{holder.egress.path}` is not set, so AWS allows all traffic to anywhere.", holder.egress
        )
    return each_rule(holder, lambda rule: _judge(rule, settings), (EGRESS,))
