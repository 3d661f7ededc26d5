"""Whatever names no security group gets the VPC's default one, whose members reach each other on every port.

It cannot be deleted, only emptied; aws-native cannot even do that.
"""

from dataclasses import dataclass

from ...model import Stack
from ...model.sg import DefaultSecurityGroup, SecurityGroup, SecurityGroupRule
from ...model.vpc import DefaultVpc, Vpc
from ..control import PASS, Severity, Verdict, control, every, fail, not_applicable, setting, unknown


@dataclass(frozen=True)
class Adoption:
    require_adoption: bool = setting(
        False, "Fail a VPC whose default security group this stack does not adopt.", strict=True
    )


def _rules(group: DefaultSecurityGroup, stack: Stack) -> Verdict:
    for value in (group.ingress, group.egress):
        if value.is_set:
            if value.is_unknown and not isinstance(value.raw, list):
                return unknown(f"`{value.path}` is not known before the update", value)
            return fail(
                f"`{value.path}` of the default security group {group.resource.name} has rules.", value
            )
    rules = stack.referrers(group, SecurityGroupRule, "securityGroupId", "groupId")
    if rules:
        return fail(
            f"{rules[0].resource.name} adds a rule to the default security group {group.resource.name}."
        )
    return PASS


def _one_may_be_of_any_vpc(stack: Stack) -> bool:
    """Whether it cannot be told of which VPC an adopted default group is."""
    undecided = stack.undecided_referrers((Vpc, DefaultVpc), DefaultSecurityGroup, DefaultSecurityGroup.vpc)
    return bool(undecided) or any(group.vpc.is_absent for group in stack.all(DefaultSecurityGroup))


@control(
    title="Default security group has no rules",
    severity=Severity.HIGH,
    topic="security-groups",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/default-security-group.html",
    remediation="Add an aws.ec2.DefaultSecurityGroup for the VPC without ingress and egress; in place.",
)
def default_security_group_closed(
    subject: Vpc | DefaultSecurityGroup, stack: Stack, settings: Adoption
) -> Verdict:
    if isinstance(subject, DefaultSecurityGroup):
        return _rules(subject, stack)
    for rule in stack.referrers(subject, SecurityGroupRule, "securityGroupId", "groupId"):
        # What is computed from the VPC itself is its default group's id.
        if not stack.follow(rule.group, SecurityGroup, DefaultSecurityGroup).found:
            return fail(f"{rule.resource.name} adds a rule to the VPC's default security group.")
    if subject.is_native:
        return not_applicable("aws-native cannot adopt the default security group")
    if adopted := stack.referrers(subject, DefaultSecurityGroup, "vpcId"):
        return every([_rules(group, stack) for group in adopted])
    if stack.table(_one_may_be_of_any_vpc):
        return unknown("which VPC the adopted default security group belongs to is not known")
    if settings.require_adoption:
        return fail(
            "This stack does not adopt the VPC's default security group, which lets its members talk."
        )
    return unknown("this stack does not adopt the VPC's default security group; its rules are not known")
