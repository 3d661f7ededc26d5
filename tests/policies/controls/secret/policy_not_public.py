"""Cases of secret-policy-not-public."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    unknown_fails,
    violating,
)

from ._secrets import APP, NATIVE_POLICY, NATIVE_SECRET, POLICY, SECRET, document, policy, statement

OPEN = statement("*")

CASES = [
    compliant("a role", res(POLICY, secretArn=UNKNOWN, policy=policy(statement(APP)))),
    compliant("inline", res(SECRET, policy=policy(statement(APP)))),
    compliant(
        "an organization",
        res(POLICY, policy=policy(statement("*", StringEquals={"aws:PrincipalOrgID": "o-a"}))),
    ),
    compliant("everyone is denied", res(POLICY, policy=policy(statement("*", effect="Deny")))),
    compliant("aws-native", res(NATIVE_POLICY, secretId="s", resourcePolicy=document(statement(APP)))),
    violating("anyone", res(POLICY, policy=policy(OPEN)), says="allows anyone"),
    violating("anyone, inline", res(SECRET, policy=policy(statement({"AWS": "*"})))),
    violating("an object", res(POLICY, policy=document(statement(APP), OPEN)), says="statement 2"),
    violating("aws-native", res(NATIVE_POLICY, secretId="s", resourcePolicy=document(OPEN))),
    violating(
        "a condition that limits nothing",
        res(POLICY, policy=policy(statement("*", Bool={"aws:SecureTransport": "true"}))),
    ),
    violating(
        "everyone but one",
        res(
            POLICY, policy=document({"Effect": "Allow", "NotPrincipal": APP, "Action": "*", "Resource": "*"})
        ),
        says="NotPrincipal",
    ),
    absent_passes("without a policy IAM decides", res(SECRET)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
    unknown("no JSON", res(SECRET, policy="open")),
    unknown_fails(
        "one principal, but not the open one",
        res(NATIVE_POLICY, resourcePolicy=document(statement({"AWS": UNKNOWN}), OPEN)),
    ),
    not_applicable("aws-native secrets have no policy inline", res(NATIVE_SECRET)),
]

MUTATION = mutation(added(res(POLICY, "open", secretArn="s", policy=policy(OPEN), blockPublicPolicy=True)))
