"""Cases of sns-topic-policy-no-cross-account."""

import json

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

TOPIC = "aws:sns/topic:Topic"
POLICY = "aws:sns/topicPolicy:TopicPolicy"


def document(principal: object, action: object = "sns:Publish", **more: object) -> str:
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*", **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


OWN = "arn:aws:sns:eu-central-1:123456789012:alarms"

CASES = [
    compliant(
        "its own account", res(POLICY, arn=OWN, policy=document({"AWS": "arn:aws:iam::123456789012:root"}))
    ),
    compliant("a service", res(TOPIC, policy=document({"Service": "events.rds.amazonaws.com"}))),
    compliant(
        "an account that is listed",
        res(TOPIC, policy=document({"AWS": "210987654321"})),
        settings={"allowedAccounts": ["210987654321"]},
    ),
    compliant(
        "checkov fixture: everyone, which sns-topic-policy-not-public reports",
        res(TOPIC, policy=document({"AWS": ["*"]})),
    ),
    violating(
        "another account", res(POLICY, arn=OWN, policy=document({"AWS": "210987654321"})), says="210987654321"
    ),
    violating(
        "another account, aws-native",
        res("aws-native:sns:TopicPolicy", policyDocument=json.loads(document({"AWS": ["210987654321"]}))),
    ),
    absent_passes("no policy admits the owner alone", res(TOPIC)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
]

MUTATION = mutation(added(res(POLICY, arn=OWN, policy=document({"AWS": "210987654321"}))))
