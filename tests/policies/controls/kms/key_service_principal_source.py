"""Cases of kms-key-service-principal-source."""

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

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

EVENTS = {"Service": "events.rds.amazonaws.com"}
LOGS = {"Service": "logs.eu-central-1.amazonaws.com"}
USE = ["kms:Decrypt", "kms:GenerateDataKey*"]
OPEN = statement(EVENTS, USE)

CASES = [
    compliant("no services", res(KEY, policy=policy(DEFAULT, statement(APP, USE)))),
    compliant(
        "one account's resources",
        res(KEY, policy=policy(statement(EVENTS, USE, StringEquals={"aws:SourceAccount": "123456789012"}))),
    ),
    compliant(
        "one account's log groups",
        res(
            KEY,
            policy=policy(
                statement(
                    LOGS,
                    USE,
                    ArnLike={
                        "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-central-1:123456789012:log-group:*"
                    },
                )
            ),
        ),
    ),
    compliant("denied", res(KEY, policy=policy(statement(EVENTS, USE, effect="Deny")))),
    compliant("aws-native", res(NATIVE_KEY, keyPolicy=document(DEFAULT))),
    violating(
        "any account's resources", res(KEY, policy=policy(DEFAULT, OPEN)), says="events.rds.amazonaws.com"
    ),
    violating(
        "whatever the source",
        res(KEY, policy=policy(statement(EVENTS, USE, StringLike={"aws:SourceArn": "*"}))),
    ),
    violating("aws-native", res(NATIVE_KEY, keyPolicy=document(OPEN))),
    violating("a replica", res(REPLICA, policy=policy(OPEN))),
    violating("imported material", res(EXTERNAL, policy=policy(OPEN))),
    violating("a policy of its own", res(KEY_POLICY, keyId=UNKNOWN, policy=policy(OPEN))),
    absent_passes("the default policy names no service", res(KEY)),
    unknown("a document made of outputs", res(KEY, policy=UNKNOWN)),
]

MUTATION = mutation(changed(KEY, policy=policy(DEFAULT, OPEN)))
