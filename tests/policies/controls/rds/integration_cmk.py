"""Cases of rds-integration-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"
INTEGRATION = "aws:rds/integration:Integration"
NATIVE = "aws-native:rds:Integration"

CASES = [
    compliant("a key", res(INTEGRATION, integrationName="sales", kmsKeyId=KEY)),
    compliant("a key, aws-native", res(NATIVE, kmsKeyId=KEY)),
    violating("a key AWS manages", res(INTEGRATION, kmsKeyId="alias/aws/rds")),
    absent_fails("a key AWS owns", res(INTEGRATION, integrationName="sales"), says="with an AWS key"),
    absent_fails("aws-native", res(NATIVE)),
    unknown("a key that nothing explains", res(INTEGRATION, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(INTEGRATION, integrationName="sales")))
