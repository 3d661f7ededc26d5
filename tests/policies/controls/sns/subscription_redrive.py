"""Cases of sns-subscription-redrive."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    unknown_passes,
    violating,
)

SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription"
QUEUE = '{"deadLetterTargetArn": "arn:aws:sqs:eu-central-1:123456789012:dead"}'

CASES = [
    compliant("a queue", res(SUBSCRIPTION, protocol="https", redrivePolicy=QUEUE)),
    compliant(
        "an object, aws-native", res("aws-native:sns:Subscription", protocol="sqs", redrivePolicy={"a": "b"})
    ),
    violating("empty", res(SUBSCRIPTION, protocol="lambda", redrivePolicy="")),
    absent_fails("none", res(SUBSCRIPTION, protocol="https"), says="lost"),
    unknown_passes(
        "a queue not known yet is a queue", res(SUBSCRIPTION, protocol="sqs", redrivePolicy=UNKNOWN)
    ),
    unknown("who is told", res(SUBSCRIPTION, protocol=UNKNOWN)),
    not_applicable("mail", res(SUBSCRIPTION, protocol="email")),
]

MUTATION = mutation(added(res(SUBSCRIPTION, protocol="https")))
