"""Policies for the cases of the IAM controls."""

import json
from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    Case,
    Sample,
    absent_passes,
    compliant,
    res,
    unknown,
    unknown_fails,
    violating,
)

POLICY = "aws:iam/policy:Policy"
ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy"
USER_POLICY = "aws:iam/userPolicy:UserPolicy"
GROUP_POLICY = "aws:iam/groupPolicy:GroupPolicy"
PERMISSION_SET_POLICY = "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy"
ROLE = "aws:iam/role:Role"
USER = "aws:iam/user:User"
GROUP = "aws:iam/group:Group"
NATIVE_POLICY = "aws-native:iam:ManagedPolicy"
NATIVE_ROLE = "aws-native:iam:Role"
ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment"

ACCOUNT = "123456789012"
CLUSTER = f"arn:aws:rds:eu-central-1:{ACCOUNT}:cluster:orders"


def statement(action: Any, resource: Any = "*", /, effect: str = "Allow", **condition: Any) -> dict[str, Any]:
    """A statement of an identity policy; keywords are the operators of its condition."""
    made = {"Effect": effect, "Action": action, "Resource": resource}
    return {**made, "Condition": condition} if condition else made


def document(*statements: Any) -> dict[str, Any]:
    """A policy as an object."""
    return {"Version": "2012-10-17", "Statement": list(statements)}


def policy(*statements: Any) -> Sample:
    """A managed policy with a document in JSON."""
    return res(POLICY, policy=json.dumps(document(*statements)))


def allows(action: Any, resource: Any = "*", /, **condition: Any) -> Sample:
    """A managed policy of one statement that allows."""
    return policy(statement(action, resource, **condition))


def trusts(principal: Any, action: Any = "sts:AssumeRole", /, **condition: Any) -> dict[str, Any]:
    """A statement of a trust policy."""
    made = {"Effect": "Allow", "Principal": principal, "Action": action}
    return {**made, "Condition": condition} if condition else made


def role(*statements: Any, **properties: Any) -> Sample:
    """A role with a trust policy in JSON."""
    return res(ROLE, assumeRolePolicy=json.dumps(document(*statements)), **properties)


def forms(bad: dict[str, Any], good: dict[str, Any]) -> list[Case]:
    """The cases that every control of policy documents has: each resource and spelling, and what is not known.

    `bad` is a statement that violates the control, and `good` one that does not.
    """
    arguments = {"effect": "Allow", "actions": bad["Action"], "resources": bad["Resource"]}
    harmless = json.dumps(document(good))
    text = json.dumps(document(good, bad))
    return [
        compliant("a managed policy", res(POLICY, policy=harmless)),
        compliant("denied", res(POLICY, policy=document({**bad, "Effect": "Deny"}))),
        compliant("inline of a role", res(ROLE, inlinePolicies=[{"name": "a", "policy": harmless}])),
        compliant("aws-native", res(NATIVE_POLICY, policyDocument=document(good))),
        violating("a managed policy", res(POLICY, policy=text), says="statement 2"),
        violating("a bare statement object", res(POLICY, policy=document() | {"Statement": bad})),
        violating(
            "a policy as an object", res(POLICY, policy=document({**bad, "Sid": "Open"})), says='"Open"'
        ),
        violating("arguments of getPolicyDocument", res(POLICY, policy={"statements": [arguments]})),
        violating("a role's inline policy", res(ROLE_POLICY, policy=text)),
        violating("a user's inline policy", res(USER_POLICY, policy=text)),
        violating("a group's inline policy", res(GROUP_POLICY, policy=text)),
        violating("a permission set", res(PERMISSION_SET_POLICY, inlinePolicy=text)),
        violating(
            "inside of a role",
            res(ROLE, inlinePolicies=[{"policy": harmless}, {"name": "a", "policy": text}]),
            says="inlinePolicies[1].policy",
        ),
        violating("aws-native, managed", res(NATIVE_POLICY, policyDocument=document(bad))),
        violating("aws-native, of a role", res("aws-native:iam:RolePolicy", policyDocument=document(bad))),
        violating("aws-native, of a user", res("aws-native:iam:UserPolicy", policyDocument=document(bad))),
        violating("aws-native, of a group", res("aws-native:iam:GroupPolicy", policyDocument=document(bad))),
        violating(
            "aws-native, inside of a role",
            res(NATIVE_ROLE, policies=[{"policyName": "a", "policyDocument": document(bad)}]),
            says="policies[0].policyDocument",
        ),
        violating(
            "aws-native, inside of a user",
            res("aws-native:iam:User", policies=[{"policyName": "a", "policyDocument": document(bad)}]),
        ),
        absent_passes("a role without inline policies", res(ROLE)),
        absent_passes("aws-native", res(NATIVE_ROLE)),
        unknown("pulumi/pulumi#7854: a document made of outputs", res(POLICY, policy=UNKNOWN)),
        unknown("the list of inline policies", res(ROLE, inlinePolicies=UNKNOWN)),
        unknown("a document that is none", res(POLICY, policy="{")),
        unknown("a statement", res(POLICY, policy=document(good, UNKNOWN))),
        unknown_fails("one statement beside an open one", res(POLICY, policy=document(UNKNOWN, bad))),
        unknown_fails(
            "one document beside an open one",
            res(ROLE, inlinePolicies=[{"policy": UNKNOWN}, {"policy": text}]),
        ),
    ]
