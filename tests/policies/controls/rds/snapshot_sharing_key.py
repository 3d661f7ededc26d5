"""Cases of rds-snapshot-sharing-key."""

from tests.policies.cases import (
    absent_not_applicable,
    absent_unknown,
    added,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:alias/data"
SNAPSHOT = "aws:rds/snapshot:Snapshot"
CLUSTER_SNAPSHOT = "aws:rds/clusterSnapshot:ClusterSnapshot"
COPY = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"
SHARED = {"sharedAccounts": ["210987654321"]}
KEYED = cluster("keyed", storageEncrypted=True, kmsKeyId=KEY)
DEFAULT = cluster("default", storageEncrypted=True)
CLEAR = cluster("clear")
RESTORED = cluster("restored", snapshotIdentifier="last", storageEncrypted=True)
DEFAULT_INSTANCE = instance("default", storageEncrypted=True)

CASES = [
    compliant("a key of one's own", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(KEYED), **SHARED), KEYED),
    compliant(
        "not encrypted is another control's finding",
        res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(CLEAR), **SHARED),
        CLEAR,
    ),
    compliant("a copy with a key", res(COPY, kmsKeyId=KEY, **SHARED)),
    violating(
        "the key AWS manages",
        res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(DEFAULT), **SHARED),
        DEFAULT,
        says="`default`",
    ),
    violating(
        "of an instance",
        res(SNAPSHOT, dbInstanceIdentifier=ref(DEFAULT_INSTANCE), **SHARED),
        DEFAULT_INSTANCE,
    ),
    violating("a copy with the key AWS manages", res(COPY, kmsKeyId="alias/aws/rds", **SHARED)),
    absent_not_applicable("not shared", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(DEFAULT)), DEFAULT),
    absent_not_applicable("no source", res(CLUSTER_SNAPSHOT, **SHARED)),
    absent_unknown("a copy has its source's key", res(COPY, **SHARED)),
    unknown("of a restore", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(RESTORED), **SHARED), RESTORED),
    external("of elsewhere", res(CLUSTER_SNAPSHOT, dbClusterIdentifier="main", **SHARED)),
    not_applicable(
        "an empty list", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(DEFAULT), sharedAccounts=[]), DEFAULT
    ),
]

MUTATION = mutation(
    added(DEFAULT, res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(DEFAULT), **SHARED)),
)
