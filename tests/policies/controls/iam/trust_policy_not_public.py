"""Cases of iam-trust-policy-not-public."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    unknown_fails,
    violating,
)
from tests.policies.controls.iam._policies import ACCOUNT, NATIVE_ROLE, ROLE, document, role, trusts

LAMBDA = trusts({"Service": "lambda.amazonaws.com"})
EVENTS = trusts({"Service": "events.amazonaws.com"})
ORGANIZATION = {"StringEquals": {"aws:PrincipalOrgID": "o-1234567890"}}

CASES = [
    compliant("checkov CKV_AWS_60: a service", role(LAMBDA)),
    compliant("checkov CKV_AWS_60: everyone denied", role({**trusts({"AWS": "*"}), "Effect": "Deny"})),
    compliant("an account", role(trusts({"AWS": f"arn:aws:iam::{ACCOUNT}:root"}))),
    compliant("a role in China", role(trusts({"AWS": f"arn:aws-cn:iam::{ACCOUNT}:role/app"}))),
    compliant(
        "an identity provider",
        role(
            trusts({"Federated": f"arn:aws:iam::{ACCOUNT}:saml-provider/corporate"}, "sts:AssumeRoleWithSAML")
        ),
    ),
    compliant("everyone of the organization", role(trusts("*", **ORGANIZATION))),
    compliant("aws-native", res(NATIVE_ROLE, assumeRolePolicyDocument=document(LAMBDA))),
    violating("checkov CKV_AWS_60", role(LAMBDA, trusts({"AWS": "*"}), EVENTS), says="statement 2"),
    violating("checkov CKV_AWS_60: in a list", role(LAMBDA, trusts({"AWS": ["*"]}))),
    violating("a bare wildcard", role(trusts("*"))),
    violating("every account", role(trusts({"AWS": "arn:aws:iam::*:root"}))),
    violating(
        "arguments of getPolicyDocument",
        res(
            ROLE,
            assumeRolePolicy={
                "statements": [
                    {"actions": ["sts:AssumeRole"], "principals": [{"type": "AWS", "identifiers": ["*"]}]}
                ]
            },
        ),
    ),
    violating(
        "cfn_nag F6: everyone but some",
        role({"Effect": "Allow", "NotPrincipal": {"AWS": ACCOUNT}, "Action": "sts:AssumeRole"}),
        says="NotPrincipal",
    ),
    violating("cfn_nag F2: every action", role(trusts({"Service": "ec2.amazonaws.com"}, "*")), says="`*`"),
    violating(
        "cfn-guard: every action of a service", role(trusts({"Service": "codebuild.amazonaws.com"}, "s3:*"))
    ),
    violating(
        "every action of a service, for a principal that is none",
        role(trusts({"codebuild.amazonaws.com": None}, "s3:*")),
        says="`s3:*`",
    ),
    violating(
        "a condition that admits all",
        role(trusts("*", StringLike={"aws:PrincipalArn": "*"})),
        says="does not limit who calls",
    ),
    violating(
        "a condition that may be missing",
        role(trusts("*", StringEqualsIfExists={"aws:PrincipalOrgID": "o-1234567890"})),
    ),
    violating("TLS", role(trusts("*", Bool={"aws:SecureTransport": "true"}))),
    violating("in a secret", res(ROLE, assumeRolePolicy=secret(document(trusts("*"))))),
    violating("aws-native", res(NATIVE_ROLE, assumeRolePolicyDocument=document(trusts("*")))),
    absent_passes("no trust policy, which the provider refuses", res(ROLE)),
    unknown("the trust policy", res(ROLE, assumeRolePolicy=UNKNOWN)),
    unknown("no JSON", res(ROLE, assumeRolePolicy="trust me")),
    unknown("a principal", res(ROLE, assumeRolePolicy=document(trusts({"AWS": UNKNOWN})))),
    unknown_fails(
        "one of the principals", res(ROLE, assumeRolePolicy=document(trusts({"AWS": [UNKNOWN, "*"]})))
    ),
]

MUTATION = mutation(added(role(trusts("*"))))
