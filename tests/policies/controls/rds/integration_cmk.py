"""Cases of rds-integration-cmk."""

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
INTEGRATION = "aws:rds/integration:Integration"
NATIVE = "aws-native:rds:Integration"

CASES = [
    compliant("a key", res(INTEGRATION, integrationName="sales", kmsKeyId=KEY)),
    compliant("a key, aws-native", res(NATIVE, kmsKeyId=KEY)),
    violating("a key AWS manages", res(INTEGRATION, kmsKeyId="alias/aws/rds")),
    absent_fails("a key AWS owns", res(INTEGRATION, integrationName="sales"), says="with an AWS key"),
    absent_fails("aws-native", res(NATIVE)),
    unknown_passes("a key not known yet is a key", res(INTEGRATION, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(INTEGRATION, integrationName="sales")))
