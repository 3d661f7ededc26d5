"""Cases of rds-backup-retention-minimum."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    absent_unknown,
    changed,
    cluster,
    compliant,
    instance,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant("seven days", cluster(backupRetentionPeriod=7)),
    compliant("seven days, aws-native", native_cluster(backupRetentionPeriod=7)),
    violating("six days", cluster(backupRetentionPeriod=6), says="at least 7"),
    violating(
        "a stricter setting", cluster(backupRetentionPeriod=7), settings={"minimumDays": 35}, says="35"
    ),
    absent_fails("Aurora keeps one day", cluster(), says="the default is 1"),
    absent_fails("an instance keeps none", instance(), says="the default is 0"),
    absent_unknown(
        "a restore keeps what its source had", instance(snapshotIdentifier="s"), says="of its source"
    ),
    absent_fails("an instance of CloudFormation keeps one day", native_instance(), says="the default is 1"),
    absent_passes("which may be enough", native_instance(), settings={"minimumDays": 1}),
    unknown("from configuration", cluster(backupRetentionPeriod=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
    not_applicable("a MySQL replica", instance(engine="mysql", replicateSourceDb="main")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", backupRetentionPeriod=1))
