"""Cases of iam-no-user-attached-policies."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import NATIVE_POLICY, POLICY, USER, USER_POLICY

EXCLUSIVE = "aws:iam/policyAttachment:PolicyAttachment"
NATIVE_USER = "aws-native:iam:User"

CASES = [
    compliant("regula FG_R00007: a user without policies, in no group", res(USER, name="alice")),
    compliant("a policy of groups and roles", res(EXCLUSIVE, groups=["people"], roles=["app"])),
    compliant("regula FG_R00007: a blank user", res(EXCLUSIVE, groups=["people"], users=[""])),
    compliant("a managed policy", res(POLICY)),
    compliant("aws-native, a user without policies", res(NATIVE_USER, groups=["people"])),
    compliant("aws-native, a policy of a group", res(NATIVE_POLICY, groups=["people"])),
    violating(
        "checkov CKV_AWS_40 and trivy AWS-0143: attached",
        res("aws:iam/userPolicyAttachment:UserPolicyAttachment", user="alice"),
        says="`user`",
    ),
    violating("checkov CKV_AWS_40: attached exclusively", res(EXCLUSIVE, users=["alice"], groups=["people"])),
    violating("a user's own policy", res(USER_POLICY, user="alice")),
    violating(
        "aws-native, a user with policies",
        res(NATIVE_USER, groups=["people"], managedPolicyArns=["arn:aws:iam::aws:policy/X"]),
    ),
    violating("aws-native, a policy of a user", res(NATIVE_POLICY, users=["alice"])),
    violating("aws-native, a user's policy", res("aws-native:iam:UserPolicy", userName="alice")),
    absent_passes("an attachment without users", res(EXCLUSIVE)),
    unknown("the users", res(EXCLUSIVE, users=UNKNOWN)),
    unknown_fails("which user", res(EXCLUSIVE, users=[UNKNOWN])),
]

MUTATION = mutation(added(res("aws:iam/userPolicyAttachment:UserPolicyAttachment", user="alice")))
