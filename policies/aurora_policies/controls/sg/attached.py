"""A group that nothing uses is clutter, and somebody's next shortcut."""

import re

from ...model import Stack, View
from ...model.sg import SecurityGroup
from ..control import PASS, Severity, Verdict, control, fail, unknown
from ._rules import rule_resources

_ROOT = "pulumi:pulumi:Stack"
_LOOKS_LIKE_A_GROUP = re.compile(r"[sS]ecurity[_-]?[gG]roup|(^|[_-])sg|[a-z]S[gG]([A-Z_-]|$)")


def _may_export_a_group(stack: Stack) -> bool:
    """Whether an output of the stack is not known yet and is named like a security group."""
    return any(
        view.is_unknown and _LOOKS_LIKE_A_GROUP.search(view.path)
        for resource in stack.resources
        if resource.type == _ROOT
        for view in map(View(resource).value, resource.properties)
    )


def _named_groups(stack: Stack) -> frozenset[str]:
    """The names of groups that resources use, as an instance in the default VPC may."""
    lists = (resource.properties.get("securityGroups") for resource in stack.resources)
    return frozenset(
        name for names in lists if isinstance(names, list) for name in names if isinstance(name, str)
    )


def _is_named(group: SecurityGroup, stack: Stack) -> bool:
    if group.group_name.is_absent or group.group_name.is_unknown:
        return False
    return group.group_name.get("") in stack.table(_named_groups)


@control(
    title="Security group is used",
    severity=Severity.LOW,
    topic="security-groups",
    source="https://docs.aws.amazon.com/vpc/latest/userguide/working-with-security-groups.html",
    remediation=("Attach the group (vpcSecurityGroupIds, securityGroupIds...) or remove it; in place."),
)
def attached(group: SecurityGroup, stack: Stack) -> Verdict:
    if stack.is_referenced(group, besides=rule_resources(group, stack)) or _is_named(group, stack):
        return PASS
    if stack.table(_may_export_a_group):
        return unknown("an output of the stack that is not known yet may be this group")
    return fail("Nothing in the stack uses the group.")
