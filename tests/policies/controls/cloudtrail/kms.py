"""Cases of cloudtrail-kms."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

TRAIL = "aws:cloudtrail/trail:Trail"
NATIVE = "aws-native:cloudtrail:Trail"

CASES = [
    compliant("a key", res(TRAIL, kmsKeyId="arn:aws:kms:eu-central-1:123456789012:key/1")),
    compliant("a key for a lake", res("aws:cloudtrail/eventDataStore:EventDataStore", kmsKeyId="arn")),
    violating("an empty name", res(TRAIL, kmsKeyId="")),
    violating("a lake without", res("aws:cloudtrail/eventDataStore:EventDataStore")),
    absent_fails("no key", res(TRAIL), says="kmsKeyId"),
    absent_fails("no key, aws-native", res(NATIVE)),
    unknown_passes("a key not known yet is a key", res(TRAIL, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(TRAIL)))
