"""Cases of sns-topic-encrypted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

TOPIC = "aws:sns/topic:Topic"

CASES = [
    compliant("a key", res(TOPIC, kmsMasterKeyId="arn:aws:kms:eu-central-1:123456789012:key/1")),
    compliant("the key AWS manages; sns-topic-cmk judges that", res(TOPIC, kmsMasterKeyId="alias/aws/sns")),
    compliant("a key, aws-native", res("aws-native:sns:Topic", kmsMasterKeyId="alias/topics")),
    violating("an empty name", res(TOPIC, kmsMasterKeyId="")),
    absent_fails("no key", res(TOPIC), says="unencrypted"),
    absent_fails("no key, aws-native", res("aws-native:sns:Topic")),
    unknown_passes("a key not known yet is a key", res(TOPIC, kmsMasterKeyId=UNKNOWN)),
]

MUTATION = mutation(changed(TOPIC, drop=("kmsMasterKeyId",)))
