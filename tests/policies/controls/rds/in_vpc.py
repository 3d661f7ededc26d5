"""Cases of rds-in-vpc."""

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
    unknown_passes,
    violating,
)

CASES = [
    compliant("a cluster", cluster(dbSubnetGroupName="private")),
    compliant("an instance", instance(dbSubnetGroupName="private")),
    compliant("aws-native", native_cluster(dbSubnetGroupName="private")),
    violating("the default group", cluster(dbSubnetGroupName="default"), says="default VPC"),
    violating("the default VPC's group", instance(dbSubnetGroupName="default-vpc-0a1b2c3d")),
    violating("aws-native", native_instance(dbSubnetGroupName="default")),
    absent_fails("the default VPC", cluster(), says="default VPC"),
    absent_fails("an instance", instance()),
    absent_fails("a restore falls back to it too", cluster(snapshotIdentifier="last")),
    absent_fails("a secondary", cluster(globalClusterIdentifier="g")),
    unknown_passes("a group not known yet is a group", cluster(dbSubnetGroupName=UNKNOWN)),
    not_applicable("a read replica", instance(replicateSourceDb="main")),
    not_applicable("a member", member()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", drop=("dbSubnetGroupName",)))
