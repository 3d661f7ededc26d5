"""A group that nothing uses is clutter, and somebody's next shortcut."""

import re

from ...model import Stack, View
from ...model.sg import SecurityGroup
from ..control import PASS, Severity, Verdict, control, fail, unknown
from ._rules import rule_resources

_ROOT = "pulumi:pulumi:Stack"
_LOOKS_LIKE_A_GROUP = re.compile(r"[sS]ecurity[_-]?[gG]roup|(^|[_-])sg|[a-z]S[gG]([A-Z_-]|$)")


def _may_be_exported(stack: Stack) -> bool:
    """Whether the stack has an output that is not known yet and may be this group, by its name."""
    return any(
        view.is_unknown and _LOOKS_LIKE_A_GROUP.search(view.path)
        for resource in stack.resources
        if resource.type == _ROOT
        for view in map(View(resource).value, resource.properties)
    )


def _is_named(group: SecurityGroup, stack: Stack) -> bool:
    """Whether a resource names the group by its name, as an instance in the default VPC may."""
    if group.group_name.is_absent or group.group_name.is_unknown:
        return False
    lists = (resource.properties.get("securityGroups") for resource in stack.resources)
    return any(isinstance(names, list) and group.group_name.get("") in names for names in lists)


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
    if _may_be_exported(stack):
        return unknown("an output of the stack that is not known yet may be this group")
    return fail("Nothing in the stack uses the group.")
