"""Cases of iam-no-inline-policies."""

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
from tests.policies.controls.iam._policies import (
    GROUP_POLICY,
    NATIVE_ROLE,
    ROLE,
    ROLE_POLICY,
    USER,
    USER_POLICY,
    document,
    statement,
)

DOCUMENT = document(statement("rds:DescribeDBClusters"))

CASES = [
    compliant(
        "a role with managed policies", res(ROLE, managedPolicyArns=["arn:aws:iam::123456789012:policy/app"])
    ),
    compliant("no inline policy, as the provider has it", res(ROLE, inlinePolicies=[{}])),
    compliant("a user", res(USER)),
    compliant("aws-native", res(NATIVE_ROLE, policies=[])),
    violating("a role's", res(ROLE_POLICY, role="app", policy=DOCUMENT), says="inline policy"),
    violating("a user's", res(USER_POLICY, policy=DOCUMENT)),
    violating("a group's", res(GROUP_POLICY, policy=DOCUMENT)),
    violating(
        "inside of a role",
        res(ROLE, inlinePolicies=[{"name": "a", "policy": DOCUMENT}]),
        says="1 inline policy",
    ),
    violating(
        "two inside of a role",
        res(ROLE, inlinePolicies=[{"policy": DOCUMENT}, {"policy": DOCUMENT}]),
        says="2 inline policies",
    ),
    violating(
        "aws-native, inside of a role",
        res(NATIVE_ROLE, policies=[{"policyName": "a", "policyDocument": DOCUMENT}]),
    ),
    violating(
        "aws-native, inside of a group",
        res("aws-native:iam:Group", policies=[{"policyName": "a", "policyDocument": DOCUMENT}]),
    ),
    violating("aws-native, a role's", res("aws-native:iam:RolePolicy", policyDocument=DOCUMENT)),
    absent_passes("a role", res(ROLE)),
    unknown("the list", res(ROLE, inlinePolicies=UNKNOWN)),
    unknown_fails("the document", res(ROLE, inlinePolicies=[{"name": "a", "policy": UNKNOWN}])),
    unknown_fails("the document of a policy apart", res(ROLE_POLICY, policy=UNKNOWN)),
]

MUTATION = mutation(added(res(ROLE_POLICY, role="app", policy=DOCUMENT)))
