"""Cases of rds-backup-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    absent_unknown,
    added,
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
    compliant("a week", instance(backupRetentionPeriod=7.0)),
    compliant("a week, aws-native", native_instance(backupRetentionPeriod=7)),
    compliant("a cluster", cluster(backupRetentionPeriod=1)),
    violating("none", instance(backupRetentionPeriod=0.0), says="is 0"),
    violating("none, aws-native", native_instance(backupRetentionPeriod=0)),
    violating("none, which the API refuses", cluster(backupRetentionPeriod=0)),
    violating("none, as a word", instance(backupRetentionPeriod="0")),
    violating("checkov fixture: more than 35 days, which the API refuses", cluster(backupRetentionPeriod=36)),
    violating("checkov fixture: the same of an instance", instance(backupRetentionPeriod=36), says="is 36"),
    absent_fails("Pulumi compliance-policies: nothing is zero", instance(), says="the default is 0"),
    absent_unknown(
        "a restore keeps what its source had", instance(snapshotIdentifier="s"), says="of its source"
    ),
    absent_passes("a cluster keeps at least a day", cluster()),
    absent_passes("a day by CloudFormation", native_instance()),
    unknown("from configuration", instance(backupRetentionPeriod=UNKNOWN)),
    not_applicable("a read replica", instance(engine="mysql", replicateSourceDb="main")),
    not_applicable(
        "a replica that says so", instance(engine="mysql", replicateSourceDb="main", backupRetentionPeriod=0)
    ),
    not_applicable("a member", member()),
    not_applicable("a member of the type of an instance", instance(engine="aurora-postgresql")),
    not_applicable("DocumentDB", cluster(engine="docdb")),
]

MUTATION = mutation(added(instance()))
