"""Cases of iam-users-in-groups."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import GROUP, USER

MEMBERSHIP = "aws:iam/userGroupMembership:UserGroupMembership"
MEMBERS = "aws:iam/groupMembership:GroupMembership"
NATIVE_USER = "aws-native:iam:User"
ALICE = res(USER, name="alice")
PEOPLE = res(GROUP, name="people")

CASES = [
    compliant("a user in a group", ALICE, res(MEMBERSHIP, "m", user=ref(ALICE), groups=["people"])),
    compliant("a user in a group, by name", ALICE, res(MEMBERS, "m", group="people", users=["alice"])),
    compliant("a group with users", PEOPLE, res(MEMBERS, "m", group=ref(PEOPLE), users=["alice"])),
    compliant("a group with a user, by name", PEOPLE, res(MEMBERSHIP, "m", user="alice", groups=["people"])),
    compliant("aws-native, a user in a group", res(NATIVE_USER, groups=["people"])),
    violating(
        "another user in a group",
        ALICE,
        res(MEMBERSHIP, "m", user="bob", groups=["people"]),
        says="in no group",
    ),
    violating(
        "checkov CKV_AWS_273, strict: any user",
        ALICE,
        res(MEMBERSHIP, "m", user=ref(ALICE), groups=["people"]),
        settings={"forbidUsers": True},
        says="single sign-on",
    ),
    violating("checkov CKV2_AWS_14: a group without users", PEOPLE, says="no user"),
    violating(
        "a membership of nobody", PEOPLE, res(MEMBERS, "m", group=ref(PEOPLE), users=[]), says="no user"
    ),
    violating("a membership of no group", ALICE, res(MEMBERSHIP, "m", user=ref(ALICE)), says="in no group"),
    absent_fails("checkov CKV2_AWS_21 and regula FG_R00272: a user in no group", ALICE),
    unknown_passes("the groups of a user", ALICE, res(MEMBERSHIP, "m", user=ref(ALICE), groups=UNKNOWN)),
]

MUTATION = mutation(added(ALICE))
