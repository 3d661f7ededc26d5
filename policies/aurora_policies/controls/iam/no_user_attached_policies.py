"""Permissions given to single users are forgotten when people change. Groups, and better roles, carry them."""

from ...model.iam import ManagedPolicy, PolicyAttachment, User, UserPolicy, UserPolicyAttachment
from ..control import PASS, Severity, Verdict, control, fail


def _states_no_policy(user: User) -> Verdict:
    if not user.is_native:
        return PASS
    for policies in (user.inline_policies, user.managed_policies):
        if policies.is_set:
            return fail(f"`{policies.path}` gives policies to one user.", policies)
    return PASS


@control(
    title="Policies reach users through groups",
    severity=Severity.LOW,
    topic="best-practices",
    source="CHAP_BestPractices.Security",
    remediation=(
        "Attach the policy to a group, or better to a role for single sign-on, and put the user in the group;"
        " in place."
    ),
)
def no_user_attached_policies(
    holder: UserPolicy | UserPolicyAttachment | PolicyAttachment | ManagedPolicy | User,
) -> Verdict:
    match holder:
        case UserPolicy():
            return fail(f"`{holder.policy.path}` is a policy of one user.", holder.policy)
        case UserPolicyAttachment():
            return fail(f"`{holder.user.path}` attaches the policy to one user.", holder.user)
        case User():
            return _states_no_policy(holder)
        case ManagedPolicy() if not holder.is_native:
            return PASS
    users = holder.users
    # An empty name is nobody's; programs brought over from Terraform write it for "no users".
    if all(user.raw == "" for user in users.items()):
        return PASS
    return fail(f"`{users.path}` attaches the policy to users.", users)
