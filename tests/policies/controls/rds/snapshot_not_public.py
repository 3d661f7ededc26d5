"""Cases of rds-snapshot-not-public."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

SNAPSHOT = "aws:rds/snapshot:Snapshot"
CLUSTER_SNAPSHOT = "aws:rds/clusterSnapshot:ClusterSnapshot"

CASES = [
    compliant("an account", res(SNAPSHOT, sharedAccounts=["123456789012"])),
    compliant("nobody", res("aws:rds/snapshotCopy:SnapshotCopy", sharedAccounts=[])),
    violating("everybody", res(SNAPSHOT, sharedAccounts=["all"]), says="every AWS account"),
    violating("everybody, a cluster's", res(CLUSTER_SNAPSHOT, sharedAccounts=["123456789012", "all"])),
    violating("everybody, a copy", res("aws:rds/snapshotCopy:SnapshotCopy", sharedAccounts=["all"])),
    violating(
        "everybody, a copy of a cluster's",
        res("aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy", sharedAccounts=["all"]),
    ),
    violating("beside an unknown one", res(SNAPSHOT, sharedAccounts=[UNKNOWN, "all"])),
    absent_passes("nobody", res(SNAPSHOT)),
    unknown("with whom", res(SNAPSHOT, sharedAccounts=UNKNOWN)),
    unknown("with one more", res(SNAPSHOT, sharedAccounts=["123456789012", UNKNOWN])),
]

MUTATION = mutation(added(res(SNAPSHOT, sharedAccounts=["all"])))
