"""Cases of rds-instance-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    absent_unknown,
    added,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    secret,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"

CASES = [
    compliant("a key", instance(storageEncrypted=True, kmsKeyId=KEY)),
    compliant("a key, aws-native", native_instance(storageEncrypted=True, kmsKeyId=KEY)),
    compliant("a key kept secret", instance(storageEncrypted=True, kmsKeyId=secret(KEY))),
    violating(
        "the key AWS manages",
        instance(storageEncrypted=True, kmsKeyId="alias/aws/rds"),
        says="encrypted, but with the AWS-managed key",
    ),
    absent_fails(
        "encrypted, though with an AWS key", instance(storageEncrypted=True), says="with an AWS key"
    ),
    absent_fails("aws-native", native_instance(storageEncrypted=True)),
    absent_not_applicable("not encrypted is another control's finding", instance()),
    absent_unknown("a replica has its source's key", instance(replicateSourceDb="main")),
    absent_unknown("a restore", instance(snapshotIdentifier="last", storageEncrypted=True)),
    unknown("a key that nothing explains", instance(storageEncrypted=True, kmsKeyId=UNKNOWN)),
    unknown("whether it is encrypted", instance(storageEncrypted=UNKNOWN)),
    not_applicable("a member has the cluster's", member()),
    not_applicable("a member, aws-native", native_member(storageEncrypted=True)),
]

MUTATION = mutation(added(instance(storageEncrypted=True)))
