"""Cases of kms-iam-no-decrypt-all-keys."""

import json
from typing import Any

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

POLICY = "aws:iam/policy:Policy"
ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy"
KEY = "arn:aws:kms:eu-central-1:123456789012:key/1234abcd"
ROLE = "aws:iam/role:Role"
NATIVE_ROLE = "aws-native:iam:Role"


def document(action: Any, resource: Any = "*", /, effect: str = "Allow", **condition: Any) -> dict[str, Any]:
    statement = {"Effect": effect, "Action": action, "Resource": resource}
    return {
        "Version": "2012-10-17",
        "Statement": [{**statement, "Condition": condition} if condition else statement],
    }


def policy(action: Any, resource: Any = "*", /, effect: str = "Allow", **condition: Any) -> str:
    return json.dumps(document(action, resource, effect, **condition))


OPEN = policy("kms:Decrypt")
BY_RDS = {"StringEquals": {"kms:ViaService": "rds.eu-central-1.amazonaws.com"}}

CASES = [
    compliant("one key", res(POLICY, policy=policy(["kms:Decrypt", "kms:ReEncrypt*"], KEY))),
    compliant("all keys may be listed", res(POLICY, policy=policy(["kms:List*", "kms:DescribeKey"]))),
    compliant("another service", res(POLICY, policy=policy("rds:*"))),
    compliant("encrypting with all keys", res(POLICY, policy=policy(["kms:Encrypt", "kms:ReEncryptTo"]))),
    compliant("denied", res(POLICY, policy=policy("kms:*", "*", "Deny"))),
    compliant(
        "keys by their alias",
        res(POLICY, policy=policy("kms:Decrypt", "*", StringLike={"kms:RequestAlias": "alias/orders-*"})),
    ),
    compliant(
        "keys by their tag",
        res(POLICY, policy=policy("kms:Decrypt", "*", StringEquals={"aws:ResourceTag/app": "orders"})),
    ),
    compliant(
        "through RDS, where the settings accept it",
        res(POLICY, policy=policy("kms:Decrypt", "*", **BY_RDS)),
        settings={"acceptViaService": True},
    ),
    compliant(
        "inline of a role", res(ROLE, inlinePolicies=[{"name": "a", "policy": policy("kms:Decrypt", KEY)}])
    ),
    compliant("aws-native", res("aws-native:iam:ManagedPolicy", policyDocument=document("kms:Decrypt", KEY))),
    violating("a managed policy", res(POLICY, policy=OPEN), says="kms:Decrypt on all keys"),
    violating("an inline policy of a role", res(ROLE_POLICY, policy=OPEN)),
    violating("an inline policy of a user", res("aws:iam/userPolicy:UserPolicy", policy=OPEN)),
    violating("an inline policy of a group", res("aws:iam/groupPolicy:GroupPolicy", policy=OPEN)),
    violating(
        "inline of a role",
        res(ROLE, inlinePolicies=[{"policy": policy("rds:*")}, {"name": "a", "policy": OPEN}]),
        says="inlinePolicies[1].policy",
    ),
    violating("prowler iam_policy_no_full_access_to_kms", res(POLICY, policy=policy("kms:*"))),
    violating("everything", res(POLICY, policy=policy("*"))),
    violating("re-encryption", res(POLICY, policy=policy("kms:ReEncrypt*")), says="kms:ReEncryptFrom"),
    violating(
        "every key of an account",
        res(POLICY, policy=policy("kms:Decrypt", "arn:aws:kms:*:123456789012:key/*")),
    ),
    violating("every alias", res(POLICY, policy=policy("kms:Decrypt", [KEY, "arn:aws:kms:*:*:alias/*"]))),
    violating(
        "everything but some actions",
        res(
            POLICY,
            policy=json.dumps({"Statement": {"Effect": "Allow", "NotAction": "iam:*", "Resource": "*"}}),
        ),
    ),
    violating(
        "every key but one",
        res(
            POLICY,
            policy=json.dumps(
                {"Statement": {"Effect": "Allow", "Action": "kms:Decrypt", "NotResource": KEY}}
            ),
        ),
    ),
    violating(
        "through one service, as AWS's own rule has it",
        res(POLICY, policy=policy("kms:Decrypt", "*", **BY_RDS)),
    ),
    violating(
        "what the settings name",
        res(POLICY, policy=policy("kms:Sign")),
        settings={"blockedActions": ["kms:Sign"]},
    ),
    violating("aws-native", res("aws-native:iam:RolePolicy", policyDocument=document("kms:Decrypt"))),
    violating(
        "aws-native, inline of a role",
        res(NATIVE_ROLE, policies=[{"policyName": "a", "policyDocument": document("kms:Decrypt")}]),
        says="policies[0].policyDocument",
    ),
    absent_passes("a role without inline policies", res(ROLE)),
    absent_passes("aws-native", res(NATIVE_ROLE)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("the inline policies", res(ROLE, inlinePolicies=UNKNOWN)),
    unknown(
        "a resource", res("aws-native:iam:ManagedPolicy", policyDocument=document("kms:Decrypt", [UNKNOWN]))
    ),
    unknown_fails(
        "one document, but not the open one",
        res(ROLE, inlinePolicies=[{"policy": UNKNOWN}, {"policy": OPEN}]),
    ),
]

MUTATION = mutation(added(res(POLICY, "open", policy=OPEN)))
