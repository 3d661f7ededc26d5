"""Cases of rds-no-extended-support."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_unknown,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"
OUT = {"engineLifecycleSupport": "open-source-rds-extended-support-disabled"}
IN = {"engineLifecycleSupport": "open-source-rds-extended-support"}

CASES = [
    compliant("a cluster", cluster(**OUT)),
    compliant("an instance", instance(engine="mysql", **OUT)),
    compliant("a global database", res(GLOBAL, engine="aurora-mysql", **OUT)),
    compliant("aws-native", native_cluster(**OUT)),
    violating("a cluster", cluster(**IN), says="extended-support-disabled"),
    violating("an instance, aws-native", native_instance(**IN)),
    violating("a global database", res(GLOBAL, engine="aurora-mysql", **IN)),
    absent_fails("AWS enrols by default", cluster(), says="the default is"),
    absent_fails("an instance", instance()),
    absent_unknown("a replica of some engine", instance(engine=None, replicateSourceDb="main")),
    unknown("from configuration", cluster(engineLifecycleSupport=UNKNOWN)),
    not_applicable("a member", member()),
    not_applicable("MariaDB has none", instance(engine="mariadb")),
    not_applicable("Oracle", instance(engine="oracle-ee")),
    not_applicable("SQL Server", native_instance(engine="sqlserver-se")),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", **IN))
