"""Cases of rds-snapshot-encrypted."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    added,
    cluster,
    compliant,
    external,
    instance,
    mutation,
    ref,
    res,
    unknown,
    violating,
)

KEY = "arn:aws:kms:eu-central-1:123456789012:key/1"
SNAPSHOT = "aws:rds/snapshot:Snapshot"
CLUSTER_SNAPSHOT = "aws:rds/clusterSnapshot:ClusterSnapshot"
COPY = "aws:rds/snapshotCopy:SnapshotCopy"
CLUSTER_COPY = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"

SAFE = cluster("safe", clusterIdentifier="safe", storageEncrypted=True)
OPEN = cluster("open", clusterIdentifier="open")
MAYBE = cluster("maybe", storageEncrypted=UNKNOWN)
RESTORED = cluster("restored", snapshotIdentifier="earlier")
V1 = cluster("v1", engine="aurora", engineMode="serverless")
SAFE_INSTANCE = instance("safe", identifier="one", storageEncrypted=True)
OPEN_INSTANCE = instance("open", identifier="two", storageEncrypted=False)
OF_OPEN = res(
    CLUSTER_SNAPSHOT, "of-open", dbClusterSnapshotIdentifier="of-open", dbClusterIdentifier=ref(OPEN)
)
OF_SAFE = res(
    CLUSTER_SNAPSHOT, "of-safe", dbClusterSnapshotIdentifier="of-safe", dbClusterIdentifier=ref(SAFE)
)
FIRST = res(CLUSTER_COPY, "first", sourceDbClusterSnapshotIdentifier=ref(OF_SAFE))

CASES = [
    compliant("of an encrypted cluster", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(SAFE)), SAFE),
    compliant("of one named by its literal name", res(CLUSTER_SNAPSHOT, dbClusterIdentifier="safe"), SAFE),
    compliant("of Serverless v1", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(V1)), V1),
    compliant(
        "of an encrypted instance", res(SNAPSHOT, dbInstanceIdentifier=ref(SAFE_INSTANCE)), SAFE_INSTANCE
    ),
    compliant(
        "a copy with a key",
        res(CLUSTER_COPY, sourceDbClusterSnapshotIdentifier=ref(OF_OPEN), kmsKeyId=KEY),
        OF_OPEN,
        OPEN,
    ),
    compliant(
        "a copy of one that is encrypted",
        res(CLUSTER_COPY, sourceDbClusterSnapshotIdentifier=ref(OF_SAFE)),
        OF_SAFE,
        SAFE,
    ),
    compliant(
        "a copy of a copy",
        res(CLUSTER_COPY, sourceDbClusterSnapshotIdentifier=ref(FIRST)),
        FIRST,
        OF_SAFE,
        SAFE,
    ),
    compliant(
        "AWS reports it of one that exists",
        res(CLUSTER_SNAPSHOT, dbClusterIdentifier="elsewhere", storageEncrypted=True),
    ),
    violating(
        "AWS reports that one is not",
        res(CLUSTER_SNAPSHOT, dbClusterIdentifier="elsewhere", storageEncrypted=False),
    ),
    violating(
        "of a cluster that is not",
        res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(OPEN)),
        OPEN,
        says="`open`, which is not encrypted",
    ),
    violating(
        "of an instance that is not", res(SNAPSHOT, dbInstanceIdentifier=ref(OPEN_INSTANCE)), OPEN_INSTANCE
    ),
    violating("by its literal name", res(SNAPSHOT, dbInstanceIdentifier="two"), OPEN_INSTANCE),
    violating(
        "a copy without a key",
        res(CLUSTER_COPY, sourceDbClusterSnapshotIdentifier=ref(OF_OPEN)),
        OF_OPEN,
        OPEN,
    ),
    absent_not_applicable("no source", res(CLUSTER_SNAPSHOT)),
    absent_not_applicable("a copy of nothing", res(COPY)),
    unknown("of a cluster not known yet", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(MAYBE)), MAYBE),
    unknown("of a restore", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=ref(RESTORED)), RESTORED),
    unknown("of nobody knows what", res(CLUSTER_SNAPSHOT, dbClusterIdentifier=UNKNOWN)),
    external(
        "checkov CKV_AWS_146: the source is elsewhere", res(CLUSTER_SNAPSHOT, dbClusterIdentifier="main")
    ),
    external(
        "a copy from elsewhere", res(COPY, sourceDbSnapshotIdentifier="arn:aws:rds:eu-west-1:1:snapshot:a")
    ),
]

MUTATION = mutation(
    added(OPEN, OF_OPEN),
)
