"""Cases of kms-key-policy-separation-of-duties."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    unknown_fails,
    violating,
)

from ._policies import (
    ADMIN,
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

RUN = ["kms:Create*", "kms:Describe*", "kms:Put*", "kms:ScheduleKeyDeletion"]
USE = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey*", "kms:ReEncrypt*", "kms:DescribeKey"]
GRANTS = ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"]
LOGS = {"Service": "logs.eu-central-1.amazonaws.com"}

CASES = [
    compliant("the root alone", res(KEY, policy=policy(DEFAULT))),
    compliant("the account by its number", res(KEY, policy=policy(statement({"AWS": "123456789012"})))),
    compliant(
        "an administrator and a user",
        res(KEY, policy=policy(DEFAULT, statement(ADMIN, RUN), statement(APP, USE), statement(APP, GRANTS))),
    ),
    compliant("the service of logs", res(KEY, policy=policy(DEFAULT, statement(LOGS, USE)))),
    compliant(
        "an administrator who creates databases",
        res(
            KEY,
            policy=policy(
                statement(ADMIN, RUN),
                statement(ADMIN, USE, StringEquals={"kms:ViaService": "rds.eu-central-1.amazonaws.com"}),
            ),
        ),
    ),
    compliant("denied", res(KEY, policy=policy(DEFAULT, statement(APP, "kms:*", effect="Deny")))),
    compliant("aws-native", res(NATIVE_KEY, keyPolicy=document(DEFAULT, statement(ADMIN, RUN)))),
    violating("kms:* for a role", res(KEY, policy=policy(DEFAULT, statement(APP))), says="role/app"),
    violating("everything for a role", res(KEY, policy=policy(statement(APP, "*")))),
    violating("kms:* for a service", res(KEY, policy=policy(DEFAULT, statement(LOGS)))),
    violating("kms:* for anyone", res(KEY, policy=policy(statement("*")))),
    violating(
        "everything but one action",
        res(KEY, policy=policy({"Effect": "Allow", "Principal": APP, "NotAction": "kms:DeleteAlias"})),
    ),
    violating(
        "both duties in two statements",
        res(KEY, policy=policy(DEFAULT, statement(ADMIN, RUN), statement(ADMIN, "kms:Decrypt"))),
        says="administer and use",
    ),
    violating(
        "both duties in one statement", res(KEY, policy=policy(DEFAULT, statement(ADMIN, [*RUN, *USE])))
    ),
    violating("aws-native", res(NATIVE_KEY, keyPolicy=document(statement(APP)))),
    violating("a replica", res(REPLICA, policy=policy(statement(APP)))),
    violating("imported material", res(EXTERNAL, policy=policy(statement(APP)))),
    violating("a policy of its own", res(KEY_POLICY, keyId=UNKNOWN, policy=policy(statement(APP)))),
    absent_passes("the default policy names the root", res(KEY)),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
    unknown("a principal", res(NATIVE_KEY, keyPolicy=document(statement({"AWS": UNKNOWN})))),
    unknown_fails(
        "one statement, but not the one at fault",
        res(NATIVE_KEY, keyPolicy=document(statement({"AWS": UNKNOWN}), statement(APP))),
    ),
]

MUTATION = mutation(changed(KEY, policy=policy(DEFAULT, statement(APP))))
