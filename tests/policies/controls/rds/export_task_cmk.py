"""Cases of rds-export-task-cmk."""

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
TASK = "aws:rds/exportTask:ExportTask"

CASES = [
    compliant("a key", res(TASK, sourceArn="arn:x", kmsKeyId=KEY)),
    violating("the key AWS manages", res(TASK, kmsKeyId="alias/aws/s3"), says="alias/aws/s3"),
    violating("the same as an ARN", res(TASK, kmsKeyId="arn:aws:kms:eu-central-1:1:alias/aws/rds")),
    absent_fails("no key", res(TASK, sourceArn="arn:x"), says="`kmsKeyId` is not set"),
    unknown_passes("a key not known yet is a key", res(TASK, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(TASK, sourceArn="arn:x", kmsKeyId="alias/aws/s3")))
