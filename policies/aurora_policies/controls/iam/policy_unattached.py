"""A policy that nobody has is a left-over, or one that somebody forgot to attach."""

from ...model import Stack
from ...model.iam import GivesManagedPolicies, ManagedPolicy
from ..control import PASS, Severity, Verdict, control, fail, unknown


def _unexplained(stack: Stack) -> GivesManagedPolicies | None:
    """An attachment of a policy that nothing explains: it may be an ARN read from an output of another stack."""
    return next(
        (
            item
            for item in stack.all(GivesManagedPolicies)
            if item.policies.is_unknown and stack.follow(item.policies, ManagedPolicy).outside
        ),
        None,
    )


@control(
    opt_in="a policy may be made for other stacks, or for IAM Identity Center, to attach",
    title="IAM policy is attached to someone",
    severity=Severity.LOW,
    topic="iam",
    source="https://docs.aws.amazon.com/IAM/latest/UserGuide/access_policies_manage-attach-detach.html",
    remediation="Attach the policy to a role, or remove it; both are in place.",
)
def policy_unattached(policy: ManagedPolicy, stack: Stack) -> Verdict:
    if policy.is_native and any(item.is_set for item in (policy.roles, policy.users, policy.groups)):
        return PASS
    if stack.is_referenced(policy):
        return PASS
    if (attachment := stack.table(_unexplained)) is not None:
        return unknown(f"`{attachment.policies.path}` of {attachment.name} is not known before the update")
    return fail(f"Nothing of this stack attaches the policy {policy.name}.")
