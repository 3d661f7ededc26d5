"""Cases of kms-key-no-wildcard-principal."""

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    secret,
    unknown,
    unknown_fails,
    violating,
)

from ._policies import (
    APP,
    DEFAULT,
    EXTERNAL,
    KEY,
    KEY_POLICY,
    NATIVE_KEY,
    REPLICA,
    document,
    policy,
    statement,
)

OPEN = statement("*")
RDS = "rds.eu-central-1.amazonaws.com"
BY_RDS = {"kms:ViaService": RDS, "kms:CallerAccount": "123456789012"}


def anyone(**condition: object) -> Sample:
    return res(KEY, policy=policy(statement("*", **condition)))


CASES = [
    compliant("the root of the account, which leaves it to IAM", res(KEY, policy=policy(DEFAULT))),
    compliant("the account by its number", res(KEY, policy=policy(statement({"AWS": "123456789012"})))),
    compliant(
        "a role and a service", res(KEY, policy=policy(statement({**APP, "Service": "logs.amazonaws.com"})))
    ),
    compliant("one account's callers, by RDS", res(KEY, policy=policy(statement("*", StringEquals=BY_RDS)))),
    compliant(
        "an organization",
        res(KEY, policy=policy(statement({"AWS": "*"}, StringEquals={"aws:PrincipalOrgID": "o-abcdefghij"}))),
    ),
    compliant(
        "one account, its key in another case",
        res(KEY, policy=policy(statement("*", StringEquals={"AWS:SourceAccount": ["123456789012"]}))),
    ),
    compliant(
        "roles by their path",
        res(
            KEY,
            policy=policy(
                statement("*", ArnLike={"aws:PrincipalArn": "arn:aws:iam::123456789012:role/app/*"})
            ),
        ),
    ),
    compliant("everyone is denied", res(KEY, policy=policy(DEFAULT, statement("*", "kms:*", effect="Deny")))),
    compliant("aws-native", res(NATIVE_KEY, keyPolicy=document(DEFAULT))),
    compliant("a policy of its own", res(KEY_POLICY, keyId="k", policy=policy(DEFAULT))),
    violating("through a service, which acts for anyone", anyone(StringEquals={"kms:ViaService": RDS})),
    violating("a name that any account may give", anyone(StringEquals={"aws:username": "admin"})),
    violating("a pattern that everyone's id matches", anyone(StringLike={"aws:userid": "AROA*"})),
    violating("a cloud's range", anyone(IpAddress={"aws:SourceIp": "3.0.0.0/8"})),
    compliant("the account of a VPC endpoint", anyone(StringEquals={"aws:VpceAccount": "123456789012"})),
    violating("anyone", res(KEY, policy=policy(OPEN)), says="lets anyone use the key"),
    violating("anyone as AWS", res(KEY, policy=policy(statement({"AWS": "*"})))),
    violating("anyone among others", res(KEY, policy=policy(statement({"AWS": [APP["AWS"], "*"]})))),
    violating("the root of any account", res(KEY, policy=policy(statement({"AWS": "arn:aws:iam::*:root"})))),
    violating("anyone in the second statement", res(KEY, policy=policy(DEFAULT, OPEN)), says="statement 2"),
    violating(
        "named by its Sid", res(KEY, policy=policy(DEFAULT, {**OPEN, "Sid": "Everyone"})), says='"Everyone"'
    ),
    violating("one statement without a list", res(KEY, policy={"Statement": OPEN})),
    violating("an object", res(KEY, policy=document(OPEN))),
    violating("a secret policy", res(KEY, policy=secret(policy(OPEN)))),
    violating(
        "checkov CKV_AWS_33: any condition excuses, however weak",
        res(KEY, policy=policy(statement("*", Bool={"aws:SecureTransport": "true"}))),
        says="does not limit who calls",
    ),
    violating(
        "an account of any number",
        res(KEY, policy=policy(statement("*", StringLike={"kms:CallerAccount": "*"}))),
    ),
    violating(
        "everyone but an organization",
        res(KEY, policy=policy(statement("*", StringNotEquals={"aws:PrincipalOrgID": "o-abcdefghij"}))),
    ),
    violating(
        "a grant to a resource of AWS, of anyone",
        res(KEY, policy=policy(statement("*", "kms:CreateGrant", Bool={"kms:GrantIsForAWSResource": True}))),
    ),
    violating(
        "everyone but one",
        res(
            KEY, policy=document({"Effect": "Allow", "NotPrincipal": APP, "Action": "kms:*", "Resource": "*"})
        ),
        says="NotPrincipal",
    ),
    violating("aws-native", res(NATIVE_KEY, keyPolicy=document(OPEN)), says="`keyPolicy`"),
    violating("aws-native, as JSON", res(NATIVE_KEY, keyPolicy=policy(OPEN))),
    violating("a replica", res(REPLICA, policy=policy(OPEN))),
    violating("a replica, aws-native", res("aws-native:kms:ReplicaKey", keyPolicy=document(OPEN))),
    violating("imported material", res(EXTERNAL, policy=policy(OPEN))),
    violating("a policy of its own", res(KEY_POLICY, keyId=UNKNOWN, policy=policy(OPEN))),
    absent_passes("the default policy names the account", res(KEY)),
    absent_passes("an empty text is the default policy", res(KEY, policy="")),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
    unknown("no JSON", res(KEY, policy="{")),
    unknown("a principal", res(NATIVE_KEY, keyPolicy=document(statement({"AWS": UNKNOWN})))),
    unknown_fails(
        "one statement, but not the open one",
        res(NATIVE_KEY, keyPolicy=document(statement({"AWS": UNKNOWN}), OPEN)),
    ),
]

MUTATION = mutation(changed(KEY, policy=policy(DEFAULT, OPEN)))
