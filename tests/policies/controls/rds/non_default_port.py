"""Cases of rds-non-default-port."""

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
    native_instance,
    not_applicable,
    unknown,
    unknown_passes,
    violating,
)

CASES = [
    compliant("PostgreSQL", cluster(port=5433.0)),
    compliant("MySQL", cluster(engine="aurora-mysql", port=3307)),
    compliant("Oracle", instance(engine="oracle-ee", port=2484)),
    compliant("aws-native", native_cluster(port=5433)),
    violating("cdk-nag source: PostgreSQL, provisioned", cluster(port=5432), says="5432"),
    violating("MySQL", cluster(engine="aurora-mysql", port="3306")),
    violating("SQL Server", instance(engine="sqlserver-se", port=1433)),
    violating("aws-native", native_instance(port=5432)),
    absent_fails("the engine's default", cluster(), says="5432"),
    absent_fails("an instance", instance(engine="mysql"), says="3306"),
    unknown("the engine", cluster(engine=UNKNOWN, port=3306)),
    unknown_passes("a port not known yet is a choice", cluster(port=UNKNOWN)),
    not_applicable("Serverless v1", cluster(engineMode="serverless")),
    not_applicable("a replica", cluster(replicationSourceIdentifier="arn")),
    not_applicable("a restore", cluster(snapshotIdentifier="last")),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", port=5432))
