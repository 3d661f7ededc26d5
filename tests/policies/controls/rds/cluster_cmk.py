"""Cases of rds-cluster-cmk."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    absent_unknown,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    secret,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"

CASES = [
    compliant("a key", cluster(storageEncrypted=True, kmsKeyId=KEY)),
    compliant("a key, aws-native", native_cluster(storageEncrypted=True, kmsKeyId=KEY)),
    compliant("an alias of one's own", cluster(storageEncrypted=True, kmsKeyId="alias/databases")),
    compliant("a key kept secret", cluster(storageEncrypted=True, kmsKeyId=secret(KEY))),
    compliant("a restore with a key", cluster(snapshotIdentifier="last", kmsKeyId=KEY)),
    violating(
        "the key AWS manages",
        cluster(storageEncrypted=True, kmsKeyId="arn:aws:kms:eu-central-1:123456789012:alias/aws/rds"),
        says="encrypted, but with the AWS-managed key",
    ),
    violating("the same, aws-native", native_cluster(storageEncrypted=True, kmsKeyId="alias/aws/rds")),
    violating(
        "a secondary of a global database", cluster(storageEncrypted=True, globalClusterIdentifier="w")
    ),
    absent_fails(
        "tfsec#2086: encrypted, though with an AWS key",
        cluster(storageEncrypted=True),
        says="encrypted, but with an AWS key",
    ),
    absent_fails("an empty word names no key", cluster(storageEncrypted=True, kmsKeyId="")),
    absent_fails(
        "nothing stated: encrypted since 2026, with a key AWS owns",
        cluster(engine=None),
        says="that AWS owns",
    ),
    not_applicable("not encrypted is another control's finding", cluster(storageEncrypted=False)),
    absent_not_applicable("Serverless v1", cluster(engine="aurora", engineMode="serverless")),
    absent_unknown("a restore has its snapshot's key", cluster(snapshotIdentifier="last")),
    absent_unknown("a replica", cluster(storageEncrypted=True, replicationSourceIdentifier="arn:x")),
    unknown("a key that nothing explains", cluster(storageEncrypted=True, kmsKeyId=UNKNOWN)),
    unknown("whether it is encrypted", cluster(storageEncrypted=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune", storageEncrypted=True)),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("kmsKeyId",)))
