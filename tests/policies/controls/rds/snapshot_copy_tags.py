"""Cases of rds-snapshot-copy-tags."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

COPY = "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy"
INSTANCE_COPY = "aws:rds/snapshotCopy:SnapshotCopy"

CASES = [
    compliant("of its source", res(COPY, copyTags=True)),
    compliant("of its source, an instance", res(INSTANCE_COPY, copyTags=True)),
    compliant("of its own", res(COPY, tags={"owner": "orders"})),
    compliant("of its own, not known yet", res(COPY, tags=UNKNOWN)),
    violating("none", res(COPY, copyTags=False), says="is false"),
    violating("none, an instance", res(INSTANCE_COPY, copyTags=False, tags={})),
    absent_fails("none unless told otherwise", res(COPY), says="the default is false"),
    unknown("from configuration", res(COPY, copyTags=UNKNOWN)),
]

MUTATION = mutation(added(res(COPY)))
