"""Cases of rds-activity-stream-cmk."""

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

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"
STREAM = "aws:rds/clusterActivityStream:ClusterActivityStream"

CASES = [
    compliant("a key", res(STREAM, mode="async", resourceArn="arn:x", kmsKeyId=KEY)),
    compliant("an alias of one's own", res(STREAM, kmsKeyId="alias/streams")),
    violating("the key AWS manages", res(STREAM, kmsKeyId="alias/aws/rds"), says="alias/aws/rds"),
    violating(
        "one AWS manages for another service",
        res(STREAM, kmsKeyId="arn:aws:kms:eu-central-1:123456789012:alias/aws/kinesis"),
    ),
    absent_fails("no key", res(STREAM, mode="async"), says="`kmsKeyId` is not set"),
    unknown_passes("a key not known yet is a key", res(STREAM, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(STREAM, mode="async", resourceArn="arn:x", kmsKeyId="alias/aws/rds")))
