"""Cases of sns-topic-policy-not-public."""

import json

from tests.policies.cases import UNKNOWN, absent_passes, changed, compliant, mutation, res, unknown, violating

TOPIC = "aws:sns/topic:Topic"
POLICY = "aws:sns/topicPolicy:TopicPolicy"


def document(principal: object, action: object = "sns:Publish", **more: object) -> str:
    statement = {"Effect": "Allow", "Principal": principal, "Action": action, "Resource": "*", **more}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


CASES = [
    compliant("one account", res(POLICY, policy=document({"AWS": "arn:aws:iam::123456789012:root"}))),
    compliant(
        "everyone, for one account's resources",
        res(TOPIC, policy=document("*", Condition={"StringEquals": {"AWS:SourceOwner": "123456789012"}})),
    ),
    compliant(
        "everyone is denied",
        res(TOPIC, policy=json.dumps({"Statement": {"Effect": "Deny", "Principal": "*", "Action": "*"}})),
    ),
    violating("everyone", res(POLICY, policy=document("*")), says="anyone"),
    violating("everyone as AWS", res(TOPIC, policy=document({"AWS": ["*"]}))),
    violating(
        "a condition that limits nothing",
        res(TOPIC, policy=document("*", Condition={"StringLike": {"aws:SourceArn": "*"}})),
    ),
    violating(
        "everyone but one",
        res(
            POLICY,
            policy=json.dumps(
                {"Statement": {"Effect": "Allow", "NotPrincipal": {"AWS": "1"}, "Action": "*"}}
            ),
        ),
    ),
    violating(
        "every action but one",
        res(
            POLICY,
            policy=json.dumps(
                {
                    "Statement": {
                        "Effect": "Allow",
                        "Principal": {"AWS": "123456789012"},
                        "NotAction": "sns:Publish",
                    }
                }
            ),
        ),
        says="NotAction",
    ),
    violating(
        "every action but one, to a principal not known yet",
        res(
            "aws-native:sns:TopicPolicy",
            policyDocument={
                "Statement": [{"Effect": "Allow", "Principal": UNKNOWN, "NotAction": "sns:Publish"}]
            },
        ),
        says="NotAction",
    ),
    violating(
        "an object, aws-native",
        res(
            "aws-native:sns:TopicPolicy",
            policyDocument={"Statement": [{"Effect": "Allow", "Principal": "*"}]},
        ),
    ),
    absent_passes("no policy admits the owner alone", res(TOPIC)),
    unknown("a document made of outputs", res(POLICY, policy=UNKNOWN)),
]

MUTATION = mutation(changed(POLICY, policy=document("*")))
