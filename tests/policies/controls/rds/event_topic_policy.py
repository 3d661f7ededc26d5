"""Cases of rds-event-topic-policy."""

import json

from tests.policies.cases import (
    UNKNOWN,
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

SUBSCRIPTION = "aws:rds/eventSubscription:EventSubscription"
TOPIC = "aws:sns/topic:Topic"
POLICY = "aws:sns/topicPolicy:TopicPolicy"
ACCOUNT = {"StringEquals": {"aws:SourceAccount": "123456789012"}}


def allowing(principal: object, action: object = "sns:Publish", **more: object) -> dict[str, object]:
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*", **more}
    return {"Version": "2012-10-17", "Statement": [statement]}


RDS = allowing({"Service": "events.rds.amazonaws.com"}, Condition=ACCOUNT)
DEFAULT = allowing(
    {"AWS": "*"}, ["SNS:Publish"], Condition={"StringEquals": {"AWS:SourceOwner": "123456789012"}}
)
ALARMS = allowing({"Service": "cloudwatch.amazonaws.com"})


def told_by(topic: object) -> tuple[object, object]:
    return res(SUBSCRIPTION, sourceType="db-cluster", snsTopic=ref(topic)), topic


def with_policy(policy: object) -> tuple[object, ...]:
    topic = res(TOPIC, "topic")
    return *told_by(topic), res(POLICY, "policy", arn=ref(topic), policy=policy)


CASES = [
    compliant("RDS", *with_policy(RDS)),
    compliant("JSON text", *with_policy(json.dumps(RDS))),
    compliant("the default one, spelled out", *with_policy(DEFAULT)),
    compliant("inline", *told_by(res(TOPIC, "topic", policy=RDS))),
    compliant("no policy of its own", *told_by(res(TOPIC, "topic"))),
    violating("alarms only", *with_policy(ALARMS), says="events.rds.amazonaws.com"),
    violating(
        "to read only", *with_policy(allowing({"Service": "events.rds.amazonaws.com"}, "sns:Subscribe"))
    ),
    violating("refused", *with_policy({"Statement": [{**RDS["Statement"][0], "Effect": "Deny"}]})),  # type: ignore[index]
    violating("inline", *told_by(res(TOPIC, "topic", policy=ALARMS))),
    violating(
        "aws-native",
        res("aws-native:rds:EventSubscription", snsTopicArn="arn:topic"),
        res("aws-native:sns:Topic", "topic", topicArn="arn:topic"),
        res("aws-native:sns:TopicInlinePolicy", "policy", topicArn="arn:topic", policyDocument=ALARMS),
    ),
    absent_fails("no topic", res(SUBSCRIPTION, sourceType="db-cluster")),
    unknown("the policy", *with_policy(UNKNOWN)),
    unknown("the topic", res(SUBSCRIPTION, snsTopic=UNKNOWN)),
    external(
        "another stack's topic", res(SUBSCRIPTION, snsTopic="arn:aws:sns:eu-central-1:123456789012:theirs")
    ),
    not_applicable("a cluster", cluster()),
]

MUTATION = mutation(changed(POLICY, policy=ALARMS))
