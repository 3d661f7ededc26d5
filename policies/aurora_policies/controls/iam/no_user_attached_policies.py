"""Permissions given to single users are forgotten when people change. Groups, and better roles, carry them."""

from dataclasses import dataclass

from ...model import Stack
from ...model.iam import (
    Group,
    GroupMembership,
    ManagedPolicy,
    PolicyAttachment,
    User,
    UserGroupMembership,
    UserPolicy,
    UserPolicyAttachment,
)
from ..control import PASS, Severity, Verdict, all_of, control, fail, setting


@dataclass(frozen=True)
class Users:
    forbid_users: bool = setting(
        False,
        "Whether IAM users are refused altogether, because people sign in by single sign-on.",
        strict=True,
    )


def _user(user: User, stack: Stack, settings: Users) -> Verdict:
    if settings.forbid_users:
        return fail(f"{user.name} is an IAM user; people sign in by single sign-on.")
    in_group = (
        any(membership.groups.is_set for membership in stack.referrers(user, UserGroupMembership, "user"))
        or bool(stack.referrers(user, GroupMembership, "users"))
        or (user.is_native and user.groups.is_set)
    )
    return PASS if in_group else fail(f"User {user.name} is in no group of this stack.")


def _states_no_policy(user: User) -> Verdict:
    if not user.is_native:
        return PASS
    for policies in (user.inline_policies, user.managed_policies):
        if policies.is_set:
            return fail(f"`{policies.path}` gives policies to one user.", policies)
    return PASS


def _group(group: Group, stack: Stack) -> Verdict:
    memberships = stack.referrers(group, GroupMembership, "group")
    if (
        any(membership.users.is_set for membership in memberships)
        or bool(stack.referrers(group, UserGroupMembership, "groups"))
        or bool(stack.referrers(group, User, "groups"))
    ):
        return PASS
    return fail(f"Group {group.name} has no user in this stack.")


@control(
    title="Policies reach users through groups",
    severity=Severity.LOW,
    topic="best-practices",
    source="CHAP_BestPractices.Security",
    remediation=(
        "Attach the policy to a group, or better to a role for single sign-on, and put the user in the group;"
        " in place."
    ),
    equivalents=(
        "securityhub:IAM.2",
        "controltower:CT.IAM.PR.4",
        "checkov:CKV2_AWS_14",
        "checkov:CKV2_AWS_21",
        "checkov:CKV_AWS_273",
        "checkov:CKV_AWS_40",
        "prowler:iam_policy_attached_only_to_group_or_roles",
        "trivy:AWS-0143",
        "cdk-nag:IAMGroupHasUsers",
        "cdk-nag:IAMUserGroupMembership",
        "cdk-nag:IAMUserNoPolicies",
        "cfn-guard:IAM_NO_POLICY_ON_USER",
        "cfn-guard:IAM_USER_MISSING_GROUP_RULE",
        "cfn-guard:IAM_USER_NO_POLICIES_CHECK",
        "cfn_nag:F11",
        "cfn_nag:F12",
        "cloudsploit:iam/emptyGroups",
        "cloudsploit:iam/noUserIamPolicies",
        "hashicorp-cis:iam-no-policies-attached-to-users",
        "hashicorp-fsbp:iam-no-policies-attached-to-users",
        "mondoo:iam-group-has-users-check",
        "pulumi:aws-iam-policy-attachment-only-attachment-through-groups",
        "pulumi:aws-iam-user-policy-attachment-only-attachment-through-groups",
        "regula:FG_R00007",
        "regula:FG_R00272",
        "steampipe:iam_group_not_empty",
        "steampipe:iam_user_in_group",
        "steampipe:iam_user_no_inline_attached_policies",
        "steampipe:iam_user_no_policies",
        "terrascan:AC_AWS_0475",
        "terrascan:AC_AWS_0476",
    ),
)
def no_user_attached_policies(
    holder: UserPolicy | UserPolicyAttachment | PolicyAttachment | ManagedPolicy | User | Group,
    stack: Stack,
    settings: Users,
) -> Verdict:
    match holder:
        case UserPolicy():
            return fail(f"`{holder.policy.path}` is a policy of one user.", holder.policy)
        case UserPolicyAttachment():
            return fail(f"`{holder.user.path}` attaches the policy to one user.", holder.user)
        case User():
            return all_of(lambda: _states_no_policy(holder), lambda: _user(holder, stack, settings))
        case Group():
            return _group(holder, stack)
        case ManagedPolicy() if not holder.is_native:
            return PASS
    users = holder.users
    if not list(users.items()):
        return PASS
    return fail(f"`{users.path}` attaches the policy to users.", users)
