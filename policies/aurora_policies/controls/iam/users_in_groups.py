"""A group gathers what its members may do; a user outside of all groups, or a group without users, is left over."""

from dataclasses import dataclass

from ...model import Stack
from ...model.iam import Group, GroupMembership, User, UserGroupMembership
from ..control import PASS, Severity, Verdict, control, fail, setting


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
    title="Users are in groups, and groups have users",
    severity=Severity.LOW,
    topic="best-practices",
    source="CHAP_BestPractices.Security",
    remediation=(
        "Put the user in a group (aws.iam.UserGroupMembership), or better let people sign in by single sign-on;"
        " remove a group that nobody is in; in place."
    ),
)
def users_in_groups(member: User | Group, stack: Stack, settings: Users) -> Verdict:
    return _user(member, stack, settings) if isinstance(member, User) else _group(member, stack)
