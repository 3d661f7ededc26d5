"""Inline rules are the whole truth about a group: at the next update the provider removes what other resources
added. The two ways, and the older and newer rule resources, undo each other's work for ever."""

from collections.abc import Hashable

from ...model import Stack
from ...model.sg import EGRESS, INGRESS, DefaultSecurityGroup, SecurityGroup
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown
from ._rules import LEGACY_RULE, entries, rule_resources, rules_in


def _is_read_back(group: SecurityGroup | DefaultSecurityGroup) -> bool:
    """Whether the inline rules are what AWS has, standalone rules among them, and not what the program says."""
    owner = group.value("ownerId")
    return owner.is_set and not owner.is_unknown


@control(
    title="Security group's rules are managed in one way",
    severity=Severity.MEDIUM,
    topic="security-groups",
    source="https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/",
    remediation=(
        "Move the inline rules (ingress, egress) to aws.vpc.SecurityGroupIngressRule and "
        "SecurityGroupEgressRule; in place."
    ),
)
def no_rule_management_conflict(group: SecurityGroup | DefaultSecurityGroup, stack: Stack) -> Verdict:
    if group.is_native:
        return not_applicable("aws-native leaves rules that it did not write alone")
    standalone = rule_resources(group, stack)
    if not standalone:
        return PASS
    named = ", ".join(f'"{rule.name}"' for rule in standalone[:3])
    if isinstance(group, DefaultSecurityGroup):
        return fail(f"The default group removes every rule that is not inline, so also those of {named}.")
    older = [rule for rule in standalone if rule.resource.type == LEGACY_RULE]
    if older and len(older) < len(standalone):
        return fail(f"Rule resources of the older and of the newer form write rules of the group: {named}.")
    lists = [rules for rules in (group.ingress, group.egress) if rules.is_set]
    if not lists:
        return PASS
    if not _is_read_back(group):
        written = next((rules for rules in lists if isinstance(rules.raw, (list, dict))), None)
        if written is None:
            return unknown(f"`{lists[0].path}` is not known before the update", lists[0])
        return fail(
            f"`{written.path}` states rules inline, and resources such as {named} add others.", written
        )
    inline: set[Hashable] = set()
    apart: set[Hashable] = set()
    for direction in (INGRESS, EGRESS):
        for rule in rules_in(group, direction):
            inline |= entries(rule)
        for holder in standalone:
            for rule in rules_in(holder, direction):
                apart |= entries(rule)
    if inline <= apart:
        return PASS
    return unknown("the group has rules that no rule resource of this stack writes; they may be inline")
