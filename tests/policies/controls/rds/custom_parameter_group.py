"""Cases of rds-custom-parameter-group."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_passes,
    changed,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    not_applicable,
    unknown_passes,
    violating,
)

CASES = [
    compliant("a cluster's own", cluster(dbClusterParameterGroupName="orders")),
    compliant("an instance's own", instance(parameterGroupName="orders")),
    compliant("aws-native", native_instance(dbParameterGroupName="orders")),
    compliant("a member's own", member(dbParameterGroupName="orders")),
    violating("the default, named", cluster(dbClusterParameterGroupName="default.aurora-postgresql16")),
    violating("an instance", instance(parameterGroupName="default.postgres16"), says="default.postgres16"),
    violating("a member", member(dbParameterGroupName="default.aurora-postgresql16")),
    violating("aws-native", native_cluster(dbClusterParameterGroupName="default.aurora-mysql8.0")),
    absent_fails("the engine's default", cluster(), says="cannot be changed"),
    absent_fails("an instance", instance()),
    absent_passes("a member has its cluster's", member()),
    unknown_passes("a group not known yet is a group", cluster(dbClusterParameterGroupName=UNKNOWN)),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("dbClusterParameterGroupName",)))
