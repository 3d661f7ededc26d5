"""Cases of kms-default-key-not-used."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    ref,
    res,
    secret,
    unknown,
    violating,
)

from ._policies import KEY

SUBJECT = res(KEY, "key")

CASES = [
    compliant("a key of the stack", cluster(kmsKeyId=ref(SUBJECT)), SUBJECT),
    compliant("a key of the customer", cluster(kmsKeyId="alias/orders")),
    compliant("reading what AWS made", res("aws:kms/alias:Alias", name="alias/aws/rds")),
    compliant("spoken of", cluster(tags={"note": "not alias/aws/rds"})),
    violating("by its alias", cluster(kmsKeyId="alias/aws/rds"), says="alias/aws/rds"),
    violating("by the alias's ARN", cluster(kmsKeyId="arn:aws:kms:eu-central-1:123456789012:alias/aws/rds")),
    violating("aws-native", native_cluster(kmsKeyId="alias/aws/rds")),
    violating("marked secret", cluster(kmsKeyId=secret("alias/aws/rds"))),
    violating(
        "in a block",
        res(
            "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
            rules=[{"applyServerSideEncryptionByDefault": {"kmsMasterKeyId": "alias/aws/s3"}}],
        ),
    ),
    absent_passes("whether a key is named is for the service's own control", cluster()),
    unknown("a key that a function looks up", cluster(kmsKeyId=UNKNOWN), says="`kmsKeyId` of `subject`"),
]

MUTATION = mutation(added(res("aws:sns/topic:Topic", "default", kmsMasterKeyId="alias/aws/sns")))
