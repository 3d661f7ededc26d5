"""Cases of sns-topic-tls-only."""

import json

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    ref,
    removed,
    res,
    unknown,
    violating,
)

TOPIC = "aws:sns/topic:Topic"
POLICY = "aws:sns/topicPolicy:TopicPolicy"
DENY = {"Effect": "Deny", "Principal": "*", "Action": "sns:Publish", "Resource": "*"}
TLS = json.dumps({"Statement": [{**DENY, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}]})
SUBJECT = res(TOPIC)

CASES = [
    compliant("a policy of its own", res(TOPIC, policy=TLS)),
    compliant("a policy apart", SUBJECT, res(POLICY, "p", arn=ref(SUBJECT), policy=TLS)),
    compliant(
        "a policy apart, for a topic by its name, aws-native",
        res("aws-native:sns:Topic", topicName="alerts"),
        res("aws-native:sns:TopicPolicy", "p", topics=["alerts"], policyDocument=json.loads(TLS)),
    ),
    compliant("encrypted: KMS is reached by TLS alone", res(TOPIC, kmsMasterKeyId="alias/topics")),
    violating("a policy that denies something else", res(TOPIC, policy=json.dumps({"Statement": [DENY]}))),
    violating(
        "the test turned round",
        res(TOPIC, policy=TLS.replace("false", "true")),
    ),
    absent_fails("no policy", res(TOPIC), says="SecureTransport"),
    absent_fails("no policy, aws-native", res("aws-native:sns:Topic")),
    unknown("a policy made of outputs", SUBJECT, res(POLICY, "p", arn=ref(SUBJECT), policy=UNKNOWN)),
    violating("another topic's policy", SUBJECT, res(POLICY, "p", arn="other", policy=TLS)),
]

MUTATION = mutation(changed(TOPIC, drop=("kmsMasterKeyId",)), removed(POLICY))
