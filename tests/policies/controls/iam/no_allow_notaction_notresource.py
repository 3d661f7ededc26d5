"""Cases of iam-no-allow-notaction-notresource."""

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
    NATIVE_POLICY,
    NATIVE_ROLE,
    POLICY,
    ROLE,
    ROLE_POLICY,
    allows,
    document,
    policy,
    role,
    statement,
    trusts,
)

NOT_ACTION = {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}
NOT_RESOURCE = {
    "Effect": "Allow",
    "Action": "rds:ModifyDBCluster",
    "NotResource": "arn:aws:rds:*:*:cluster:payments",
}
TRUST = {"Effect": "Allow", "Principal": {"Service": "rds.amazonaws.com"}, "NotAction": "sts:TagSession"}
EC2 = {"Service": "ec2.amazonaws.com"}

CASES = [
    compliant("what it lists", allows("rds:*")),
    compliant("a denial of everything but", policy({**NOT_ACTION, "Effect": "Deny"})),
    compliant("cfn-guard: a denial on everything but", policy({**NOT_RESOURCE, "Effect": "Deny"})),
    compliant("a role", role(trusts(EC2))),
    compliant(
        "null is nothing, as getPolicyDocument writes it",
        res(POLICY, policy={"statements": [{"actions": ["rds:x"], "resources": ["*"], "notActions": None}]}),
    ),
    violating("cfn_nag W15 and W16", policy(NOT_ACTION), says="NotAction"),
    violating("cfn_nag W22", policy(statement("rds:x"), NOT_RESOURCE), says="statement 2"),
    violating("cfn_nag W14: in a trust policy", role(TRUST), says="assumeRolePolicy"),
    violating("inside of a role", res(ROLE, inlinePolicies=[{"policy": document(NOT_ACTION)}])),
    violating("a role's inline policy", res(ROLE_POLICY, policy=document(NOT_ACTION))),
    violating("a group's inline policy", res(GROUP_POLICY, policy=document(NOT_ACTION))),
    violating(
        "arguments of getPolicyDocument",
        res(POLICY, policy={"statements": [{"notActions": ["iam:*"], "resources": ["*"]}]}),
    ),
    violating("aws-native", res(NATIVE_POLICY, policyDocument=document(NOT_RESOURCE))),
    violating("aws-native, in a trust policy", res(NATIVE_ROLE, assumeRolePolicyDocument=document(TRUST))),
    absent_passes("a role without inline policies", res(ROLE)),
    absent_passes("aws-native", res(NATIVE_ROLE)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("the trust policy", res(ROLE, assumeRolePolicy=UNKNOWN)),
    unknown_fails("what is left out", res(POLICY, policy=document({**NOT_ACTION, "NotAction": UNKNOWN}))),
    unknown_fails(
        "the trust policy beside an open inline one",
        res(ROLE, assumeRolePolicy=UNKNOWN, inlinePolicies=[{"policy": document(NOT_ACTION)}]),
    ),
]

MUTATION = mutation(added(policy(NOT_ACTION)))
