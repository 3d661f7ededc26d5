"""Cases of rds-snapshot-copy-cmk."""

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
COPY = "aws:rds/snapshotCopy:SnapshotCopy"
CLUSTER_COPY = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"

CASES = [
    compliant("a key", res(COPY, kmsKeyId=KEY)),
    compliant("a key of a cluster's copy", res(CLUSTER_COPY, kmsKeyId=KEY)),
    violating("the key AWS manages", res(CLUSTER_COPY, kmsKeyId="alias/aws/rds"), says="alias/aws/rds"),
    violating("an empty word names no key", res(COPY, kmsKeyId="")),
    absent_fails("the source's key, or none", res(COPY), says="keeps the key of its source"),
    absent_fails("of a cluster's copy", res(CLUSTER_COPY)),
    unknown("a key that nothing explains", res(COPY, kmsKeyId=UNKNOWN)),
]

MUTATION = mutation(added(res(CLUSTER_COPY, sourceDbClusterSnapshotIdentifier="last")))
