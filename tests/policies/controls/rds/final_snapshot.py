"""Cases of rds-final-snapshot."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    unknown_passes,
    violating,
)

NAMED = {"skipFinalSnapshot": False, "finalSnapshotIdentifier": "orders-final"}

CASES = [
    compliant("a name", cluster(**NAMED)),
    compliant("a name, on an instance", instance(**NAMED)),
    compliant("wanted by default", cluster(finalSnapshotIdentifier="orders-final")),
    violating("skipped", cluster(skipFinalSnapshot=True), says="leaves nothing"),
    violating("skipped, in spite of a name", instance(skipFinalSnapshot=True, finalSnapshotIdentifier="x")),
    violating("no name", cluster(skipFinalSnapshot=False), says="finalSnapshotIdentifier"),
    absent_fails("a destroy fails", cluster(), says="will fail"),
    absent_fails("on an instance", instance()),
    unknown("from configuration", cluster(skipFinalSnapshot=UNKNOWN, finalSnapshotIdentifier="x")),
    unknown_passes("a name that holds something random", cluster(finalSnapshotIdentifier=UNKNOWN)),
    not_applicable("a replica", cluster(replicationSourceIdentifier="arn", skipFinalSnapshot=True)),
    not_applicable("a secondary", cluster(globalClusterIdentifier="g", skipFinalSnapshot=True)),
    not_applicable("a read replica", instance(replicateSourceDb="main", skipFinalSnapshot=True)),
    not_applicable("aws-native has no such property", native_cluster()),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("meant to be deleted", cluster(tags={"protection": "ephemeral"}, skipFinalSnapshot=True)),
    violating(
        "meant to be deleted, where no such thing is allowed",
        cluster(tags={"protection": "ephemeral"}, skipFinalSnapshot=True),
        settings={"ephemeralTag": ""},
    ),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", skipFinalSnapshot=True))
