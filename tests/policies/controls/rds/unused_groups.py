"""Cases of rds-unused-groups."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_cluster,
    native_instance,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

SUBNETS = res("aws:rds/subnetGroup:SubnetGroup", "group", name="main", subnetIds=["a", "b"])
CLUSTER_GROUP = res("aws:rds/clusterParameterGroup:ClusterParameterGroup", "group", name="main")
GROUP = res("aws:rds/parameterGroup:ParameterGroup", "group", name="main")
OTHER = res("aws:rds/subnetGroup:SubnetGroup", "other", subnetIds=["a", "b"])
NATIVE_SUBNETS = res("aws-native:rds:DbSubnetGroup", "group", dbSubnetGroupName="main")
NATIVE_GROUP = res("aws-native:rds:DbParameterGroup", "group", dbParameterGroupName="main")

CASES = [
    compliant("by a cluster", SUBNETS, cluster("db", dbSubnetGroupName=ref(SUBNETS))),
    compliant("by name", SUBNETS, cluster("db", dbSubnetGroupName="main")),
    compliant("by an instance", SUBNETS, instance("db", dbSubnetGroupName=ref(SUBNETS))),
    compliant("a cluster's", CLUSTER_GROUP, cluster("db", dbClusterParameterGroupName=ref(CLUSTER_GROUP))),
    compliant("a member's", GROUP, member("db", dbParameterGroupName=ref(GROUP))),
    compliant("an instance's", GROUP, instance("db", parameterGroupName="main")),
    compliant("for a major upgrade", GROUP, cluster("db", dbInstanceParameterGroupName=ref(GROUP))),
    compliant("aws-native", NATIVE_SUBNETS, native_cluster("db", dbSubnetGroupName="main")),
    compliant("aws-native", NATIVE_GROUP, native_instance("db", dbParameterGroupName=ref(NATIVE_GROUP))),
    not_applicable("made for another stack", SUBNETS),
    violating("another is used", SUBNETS, cluster("db", dbSubnetGroupName="other"), says="DB subnet group"),
    violating("a cluster's", CLUSTER_GROUP, cluster("db", dbClusterParameterGroupName="other")),
    violating("a member's", GROUP, member("db", dbParameterGroupName="other")),
    violating("a database of that name does not use it", SUBNETS, cluster("db", clusterIdentifier="main")),
    violating("aws-native", NATIVE_SUBNETS, native_cluster("db", dbSubnetGroupName="other")),
    absent_fails("none is used", SUBNETS, cluster("db")),
    absent_fails("none is used, aws-native", NATIVE_GROUP, native_member("db")),
    unknown("from configuration", SUBNETS, cluster("db", dbSubnetGroupName=UNKNOWN)),
    unknown("a member's", GROUP, cluster("db"), member("reader", dbParameterGroupName=UNKNOWN)),
    violating(
        "what another names is known by dependency",
        SUBNETS,
        cluster("db", dbSubnetGroupName=ref(OTHER)),
        OTHER,
    ),
]

MUTATION = mutation(
    added(res("aws:rds/parameterGroup:ParameterGroup", "left-over", family="aurora-postgresql16"))
)
