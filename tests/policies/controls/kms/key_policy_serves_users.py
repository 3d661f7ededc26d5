"""Cases of kms-key-policy-serves-users."""

from typing import Any

from tests.policies.cases import (
    UNKNOWN,
    Sample,
    absent_fails,
    changed,
    cluster,
    compliant,
    external,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

from ._policies import DEFAULT, KEY, KEY_POLICY, NATIVE_KEY, REPLICA, document, policy, statement

LOGS = statement(
    {"Service": "logs.eu-central-1.amazonaws.com"},
    ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
)
PUBLISH = ["kms:Decrypt", "kms:GenerateDataKey*"]
ALARMS = statement({"Service": "cloudwatch.amazonaws.com"}, PUBLISH)
EVENTS = statement({"Service": ["events.rds.amazonaws.com"]}, PUBLISH)
TRAILS = statement({"Service": "cloudtrail.amazonaws.com"}, "kms:GenerateDataKey*")


def key(*statements: Any) -> Sample:
    return res(KEY, policy=policy(DEFAULT, *statements))


def group(owner: Sample, /) -> Sample:
    return res("aws:cloudwatch/logGroup:LogGroup", "logs", kmsKeyId=ref(owner))


def topic(owner: Sample, /) -> Sample:
    return res("aws:sns/topic:Topic", "topic", kmsMasterKeyId=ref(owner))


def alarm(target: Sample, /) -> Sample:
    return res("aws:cloudwatch/metricAlarm:MetricAlarm", "alarm", alarmActions=[ref(target)])


def events(target: Sample, /) -> Sample:
    return res("aws:rds/eventSubscription:EventSubscription", "events", snsTopic=ref(target))


def trail(owner: Sample, /) -> Sample:
    return res("aws:cloudtrail/trail:Trail", "trail", s3BucketName="b", kmsKeyId=ref(owner))


PLAIN = res(KEY, description="plain")
NATIVE = res(NATIVE_KEY, keyPolicy=document(DEFAULT))
SECOND = res(REPLICA, primaryKeyArn="k", policy=policy(DEFAULT))
SERVING, QUIET, SPLIT = key(LOGS, ALARMS, EVENTS, TRAILS), key(LOGS), key(EVENTS)
HALF = key(statement({"Service": "logs.eu-central-1.amazonaws.com"}, "kms:Decrypt"))
UNSEEN = res(KEY, policy=UNKNOWN)

CASES = [
    compliant("a log group", SERVING, group(SERVING)),
    compliant("alarms and events", SERVING, topic(SERVING), alarm(topic(SERVING)), events(topic(SERVING))),
    compliant("a trail", SERVING, trail(SERVING)),
    compliant(
        "a policy of its own",
        PLAIN,
        group(PLAIN),
        res(KEY_POLICY, "p", keyId=ref(PLAIN), policy=policy(LOGS)),
    ),
    compliant("a topic that no service publishes to", QUIET, topic(QUIET), group(QUIET)),
    violating("alarms to an encrypted topic", QUIET, topic(QUIET), alarm(topic(QUIET)), says="cloudwatch"),
    violating("events to an encrypted topic", QUIET, topic(QUIET), events(topic(QUIET)), says="events.rds"),
    violating("a trail", QUIET, trail(QUIET), says="cloudtrail"),
    violating("another service", SPLIT, group(SPLIT), says="does not allow logs"),
    violating("some of the actions", HALF, group(HALF), says="kms:Encrypt, kms:GenerateDataKey"),
    violating("aws-native", NATIVE, group(NATIVE), says="`keyPolicy`"),
    violating("a replica", SECOND, group(SECOND)),
    violating(
        "a policy of its own",
        PLAIN,
        group(PLAIN),
        res(KEY_POLICY, "p", keyId=ref(PLAIN), policy=policy(DEFAULT)),
    ),
    absent_fails("the default policy names the account only", PLAIN, group(PLAIN)),
    unknown("a document made of outputs", UNSEEN, group(UNSEEN)),
    external(
        "a key policy of another key, perhaps", PLAIN, group(PLAIN), res(KEY_POLICY, "p", keyId=UNKNOWN)
    ),
    not_applicable("RDS uses the key as its caller", QUIET, cluster("db", kmsKeyId=ref(QUIET))),
    not_applicable("nothing uses the key", PLAIN),
]

MUTATION = mutation(changed(KEY, policy=policy(DEFAULT)))
