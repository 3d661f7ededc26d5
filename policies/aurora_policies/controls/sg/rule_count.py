"""Nobody can review a group with too many rules, and AWS refuses more than its quota."""

from collections.abc import Hashable
from dataclasses import dataclass

from ...model import Stack, Undecided
from ...model.sg import EGRESS, INGRESS, DefaultSecurityGroup, SecurityGroup
from ..control import PASS, Severity, Verdict, control, every, fail, setting, unknown
from ._rules import entries, rule_resources, rules_in


@dataclass(frozen=True)
class RuleCount:
    maximum: int = setting(
        50, "Most rules of one direction; each source or target counts as one.", minimum=1, maximum=1000
    )


def _judge(
    group: SecurityGroup | DefaultSecurityGroup, stack: Stack, direction: str, maximum: int
) -> Verdict:
    found: set[Hashable] = set()
    undecided = ""
    for holder in (group, *rule_resources(group, stack)):
        try:
            for rule in rules_in(holder, direction):
                found |= entries(rule)
        except Undecided as reason:
            undecided = reason.reason
    if len(found) > maximum:
        return fail(f"The group has {len(found)} {direction} rules; {maximum} is the most.")
    return unknown(undecided) if undecided else PASS


@control(
    title="Security group has no more rules than can be reviewed",
    severity=Severity.LOW,
    topic="security-groups",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/amazon-vpc-limits.html",
    remediation=("Gather sources in a managed prefix list, or behind one security group; in place."),
)
def rule_count(group: SecurityGroup | DefaultSecurityGroup, stack: Stack, settings: RuleCount) -> Verdict:
    return every([_judge(group, stack, direction, settings.maximum) for direction in (INGRESS, EGRESS)])
