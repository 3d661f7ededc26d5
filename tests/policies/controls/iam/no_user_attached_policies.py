"""Cases of iam-no-user-attached-policies."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    unknown_fails,
    unknown_passes,
    violating,
)
from tests.policies.controls.iam._policies import GROUP, NATIVE_POLICY, POLICY, USER, USER_POLICY

EXCLUSIVE = "aws:iam/policyAttachment:PolicyAttachment"
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
    compliant("a policy of groups and roles", res(EXCLUSIVE, groups=["people"], roles=["app"])),
    compliant("a managed policy", res(POLICY)),
    compliant("aws-native, a user in a group", res(NATIVE_USER, groups=["people"])),
    compliant("aws-native, a policy of a group", res(NATIVE_POLICY, groups=["people"])),
    violating(
        "checkov CKV_AWS_40 and trivy AWS-0143: attached",
        res("aws:iam/userPolicyAttachment:UserPolicyAttachment", user="alice"),
        says="`user`",
    ),
    violating("checkov CKV_AWS_40: attached exclusively", res(EXCLUSIVE, users=["alice"], groups=["people"])),
    violating("a user's own policy", res(USER_POLICY, user="alice")),
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
    violating(
        "aws-native, a user with policies",
        res(NATIVE_USER, groups=["people"], managedPolicyArns=["arn:aws:iam::aws:policy/X"]),
    ),
    violating("aws-native, a policy of a user", res(NATIVE_POLICY, users=["alice"])),
    violating("aws-native, a user's policy", res("aws-native:iam:UserPolicy", userName="alice")),
    absent_fails("checkov CKV2_AWS_21: a user in no group", ALICE),
    absent_passes("an attachment without users", res(EXCLUSIVE)),
    unknown("the users", res(EXCLUSIVE, users=UNKNOWN)),
    unknown_fails("which user", res(EXCLUSIVE, users=[UNKNOWN])),
    unknown_passes("the groups of a user", ALICE, res(MEMBERSHIP, "m", user=ref(ALICE), groups=UNKNOWN)),
]

MUTATION = mutation(added(res("aws:iam/userPolicyAttachment:UserPolicyAttachment", user="alice")))
