"""Cases of rds-data-api-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

ON = {"enableHttpEndpoint": True}

CASES = [
    compliant("on a new cluster", cluster(**ON)),
    violating("beside a snapshot", cluster(**ON, snapshotIdentifier="last"), says="`snapshotIdentifier`"),
    violating("beside a snapshot not known yet", cluster(**ON, snapshotIdentifier=UNKNOWN)),
    violating("on a replica", cluster(**ON, replicationSourceIdentifier="arn:x")),
    violating("beside an import", cluster(**ON, s3Import={"bucketName": "dumps"})),
    absent_not_applicable("off", cluster(snapshotIdentifier="last")),
    unknown("from configuration", cluster(enableHttpEndpoint=UNKNOWN, snapshotIdentifier="last")),
    not_applicable("turned off", cluster(enableHttpEndpoint=False, snapshotIdentifier="last")),
    not_applicable("aws-native can", native_cluster(**ON, snapshotIdentifier="last")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", enableHttpEndpoint=True, snapshotIdentifier="last"))
