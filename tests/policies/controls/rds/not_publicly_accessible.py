"""Cases of rds-not-publicly-accessible."""

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
    native_instance,
    native_member,
    not_applicable,
    res,
    unknown,
    violating,
)

SHARDS = "aws:rds/shardGroup:ShardGroup"

CASES = [
    compliant("checkov#372: false is private", instance(publiclyAccessible=False)),
    compliant("a member", member(publiclyAccessible=False)),
    compliant("aws-native", native_instance(publiclyAccessible=False)),
    compliant("as a word", instance(publiclyAccessible="false")),
    compliant("a shard group", res(SHARDS, publiclyAccessible=False)),
    violating("an instance", instance(publiclyAccessible=True), says="publiclyAccessible"),
    violating("a member", member(publiclyAccessible=True)),
    violating("a member, aws-native", native_member(publiclyAccessible=True)),
    violating(
        "a Multi-AZ DB cluster",
        cluster(engine="mysql", dbClusterInstanceClass="db.m6gd.large", publiclyAccessible=True),
    ),
    violating("a cluster that says so", cluster(publiclyAccessible=True)),
    violating("a shard group", res(SHARDS, publiclyAccessible=True)),
    absent_passes("regula#163: private unless asked for", instance()),
    absent_passes("a member", member()),
    absent_fails("aws-native without a subnet group", native_instance(), says="default VPC"),
    absent_passes("aws-native in a subnet group", native_instance(dbSubnetGroupName="db")),
    unknown("from configuration", instance(publiclyAccessible=UNKNOWN)),
    not_applicable("an Aurora cluster", cluster()),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(changed("aws:rds/clusterInstance:ClusterInstance", publiclyAccessible=True))
