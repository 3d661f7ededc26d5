"""Cases of sns-topic-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

TOPIC = "aws:sns/topic:Topic"

CASES = [
    compliant("a key", res(TOPIC, kmsMasterKeyId="alias/events")),
    compliant(
        "an alias of one's own, aws-native", res("aws-native:sns:Topic", kmsMasterKeyId="alias/topics")
    ),
    violating("the key AWS manages", res(TOPIC, kmsMasterKeyId="alias/aws/sns"), says="alias/aws/sns"),
    violating(
        "the key AWS manages, as an ARN", res(TOPIC, kmsMasterKeyId="arn:aws:kms:eu-west-1:1:alias/aws/sns")
    ),
    violating("the key AWS manages, aws-native", res("aws-native:sns:Topic", kmsMasterKeyId="alias/aws/sns")),
    absent_fails("no key at all", res(TOPIC)),
    unknown("a key that nothing explains", res(TOPIC, kmsMasterKeyId=UNKNOWN)),
]

MUTATION = mutation(changed(TOPIC, kmsMasterKeyId="alias/aws/sns"))
