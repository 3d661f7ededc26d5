"""Cases of rds-parameters-recommended."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    changed,
    cluster,
    compliant,
    mutation,
    not_applicable,
    res,
    unknown,
    violating,
)

CLUSTER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup"
GROUP = "aws:rds/parameterGroup:ParameterGroup"
NATIVE = "aws-native:rds:DbClusterParameterGroup"


def mysql(name: str, value: object) -> object:
    return res(CLUSTER_GROUP, family="aurora-mysql8.0", parameters=[{"name": name, "value": value}])


def postgres(name: str, value: object) -> object:
    return res(GROUP, family="postgres16", parameters=[{"name": name, "value": value}])


CASES = [
    compliant("commits are on disk", mysql("innodb_flush_log_at_trx_commit", "1")),
    compliant("a number", mysql("sync_binlog", 1.0)),
    compliant("the general log is off", mysql("general_log", "0")),
    compliant("logs in files", mysql("log_output", "FILE")),
    compliant("hashes are masked", mysql("aurora_mask_password_hashes_type", "1")),
    compliant("on", postgres("autovacuum", "on")),
    compliant("of another kind", postgres("synchronous_commit", "remote_apply")),
    compliant("PostgreSQL has no such parameter", postgres("general_log", "1")),
    compliant("aws-native", res(NATIVE, family="aurora-postgresql16", parameters={"autovacuum": 1})),
    violating("commits may be lost", mysql("innodb_flush_log_at_trx_commit", "2"), says="loses commits"),
    violating("commits of the binary log may be lost", mysql("sync_binlog", "0")),
    violating("the general log is on", mysql("general_log", 1.0), says="secrets"),
    violating("logs in tables", mysql("log_output", "TABLE")),
    violating("hashes are shown", mysql("aurora_mask_password_hashes_type", "0")),
    violating("off", postgres("fsync", "off")),
    violating("no vacuum", postgres("autovacuum", "0")),
    violating("values are logged", postgres("pgaudit.log_parameter", "on")),
    violating("aws-native", res(NATIVE, family="aurora-postgresql16", parameters={"autovacuum": 0})),
    absent_passes("the defaults are safe", res(CLUSTER_GROUP, family="aurora-mysql8.0")),
    unknown("a value", mysql("general_log", UNKNOWN)),
    unknown("all of them", res(GROUP, family="postgres16", parameters=UNKNOWN)),
    unknown("the family", res(GROUP, family=UNKNOWN)),
    not_applicable("Oracle", res(GROUP, family="oracle-ee-19")),
    not_applicable("DocumentDB", res(CLUSTER_GROUP, family="docdb5.0")),
    not_applicable("a cluster", cluster()),
]

MUTATION = mutation(changed(CLUSTER_GROUP, parameters=[{"name": "autovacuum", "value": "0"}]))
