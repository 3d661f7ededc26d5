"""A role that lists all its policies takes away those attached one by one, update after update."""

from collections.abc import Iterator

from ...model import Stack, Value, View
from ...model.iam import (
    ManagedPolicy,
    PolicyAttachment,
    Role,
    RolePoliciesExclusive,
    RolePolicy,
    RolePolicyAttachment,
    RolePolicyAttachmentsExclusive,
)
from ..control import Severity, Verdict, all_of, control, every, fail, not_applicable


def _managed(role: Role, stack: Stack) -> Iterator[Verdict]:
    attached = stack.referrers(role, RolePolicyAttachment, "role")
    exclusive = stack.referrers(role, RolePolicyAttachmentsExclusive, "roleName")
    listed = role.managed_policies
    if listed.is_set and (attached or exclusive or stack.referrers(role, PolicyAttachment, "roles")):
        yield fail(
            f"Role {role.name} lists `{listed.path}`, and other resources attach policies too.", listed
        )
    for one in exclusive:
        missing = [item for item in attached if not _lists(one.policy_arns, item.policy_arn, stack)]
        if missing:
            yield fail(f"`{one.policy_arns.path}` of {one.name} leaves out what {missing[0].name} attaches.")


def _inline(role: Role, stack: Stack) -> Iterator[Verdict]:
    own = stack.referrers(role, RolePolicy, "role")
    exclusive = stack.referrers(role, RolePoliciesExclusive, "roleName")
    listed = role.inline_policies
    if listed.is_set and (own or exclusive):
        yield fail(
            f"Role {role.name} has `{listed.path}`, and other resources give it inline policies too.", listed
        )
    for one in exclusive:
        missing = [item for item in own if not _names(one.policy_names, item)]
        if missing:
            yield fail(
                f"`{one.policy_names.path}` of {one.name} leaves out the inline policy {missing[0].name}."
            )


def _lists(listed: Value[list[str]], policy: Value[str], stack: Stack) -> bool:
    """Whether the list holds the policy, by its ARN or as the same resource of the stack."""
    if not policy.is_unknown and not listed.is_unknown:
        return policy.get("") in listed.get([])
    policies = {view.urn for view in stack.follow(policy, ManagedPolicy).found}
    return bool(policies & {view.urn for view in stack.follow(listed, ManagedPolicy).found}) or not policies


def _names(listed: Value[list[str]], policy: View) -> bool:
    """Whether the list holds the inline policy's name; one that is not known may be in it."""
    name = policy.value("name")
    return listed.is_unknown or name.is_unknown or name.is_absent or name.get() in listed.get([])


@control(
    title="Role's policies are given in one way",
    severity=Severity.MEDIUM,
    topic="iam",
    source="https://www.pulumi.com/registry/packages/aws/api-docs/iam/policyattachment/",
    remediation=(
        "Use RolePolicyAttachment and RolePolicy alone, and leave out inlinePolicies, managedPolicyArns and"
        " PolicyAttachment; in place."
    ),
)
def role_no_policy_conflicts(holder: Role | PolicyAttachment, stack: Stack) -> Verdict:
    if isinstance(holder, PolicyAttachment):
        return fail(
            "A PolicyAttachment detaches the policy from everyone else in the account, other stacks included.",
            holder.policy_arn,
        )
    if holder.is_native:
        return not_applicable("aws-native has no resource that attaches a policy")
    return all_of(lambda: every(_managed(holder, stack)), lambda: every(_inline(holder, stack)))
