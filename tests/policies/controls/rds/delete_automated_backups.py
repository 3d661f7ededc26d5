"""Cases of rds-delete-automated-backups."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("kept", cluster(deleteAutomatedBackups=False)),
    compliant("kept, on an instance", instance(deleteAutomatedBackups=False)),
    compliant("kept, aws-native", native_instance(deleteAutomatedBackups=False)),
    violating("deleted", cluster(deleteAutomatedBackups=True), says="is true"),
    absent_fails("deleted unless told otherwise", cluster(), says="the default is true"),
    absent_fails("on an instance", instance()),
    unknown("from configuration", cluster(deleteAutomatedBackups=UNKNOWN)),
    not_applicable("a read replica without backups", instance(replicateSourceDb="main")),
    violating("a read replica with backups", instance(replicateSourceDb="main", backupRetentionPeriod=7)),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("meant to be deleted", cluster(tags={"protection": "ephemeral"})),
    violating(
        "meant to be deleted, where no such thing is allowed",
        cluster(tags={"protection": "ephemeral"}),
        settings={"ephemeralTag": ""},
    ),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", deleteAutomatedBackups=True))
