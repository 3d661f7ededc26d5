"""Cases of log-group-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    compliant,
    mutation,
    ref,
    res,
    unknown_passes,
    violating,
)

GROUP = "aws:cloudwatch/logGroup:LogGroup"

CASES = [
    compliant("a key", res(GROUP, kmsKeyId="arn:aws:kms:eu-central-1:123456789012:key/1")),
    compliant("a key of the stack", res(GROUP, kmsKeyId=ref(res("aws:kms/key:Key", "key")))),
    violating("an empty name", res(GROUP, kmsKeyId="")),
    absent_fails("no key", res(GROUP), says="key that AWS owns"),
    absent_fails("no key, aws-native", res("aws-native:logs:LogGroup")),
    unknown_passes("a key not known yet is a key", res(GROUP, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(changed(GROUP, drop=("kmsKeyId",)))
