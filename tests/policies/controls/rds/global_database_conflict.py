"""Cases of rds-global-database-conflict."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    native_member,
    not_applicable,
    ref,
    res,
    unknown,
    violating,
)

GLOBAL = "aws:rds/globalCluster:GlobalCluster"
PRIMARY = cluster(clusterIdentifier="primary", globalClusterIdentifier="world", masterUsername="owner")
ALONE = cluster(clusterIdentifier="alone")
LARGE = member("large", clusterIdentifier=ref(PRIMARY))
V2 = member("v2", clusterIdentifier="primary", instanceClass="db.serverless")
BURSTABLE = member("burstable", clusterIdentifier=ref(PRIMARY), instanceClass="db.t4g.medium")
BURSTABLE_ALONE = member("burstable", clusterIdentifier=ref(ALONE), instanceClass="db.t4g.medium")
UNCLEAR = member("unclear", clusterIdentifier=ref(PRIMARY), instanceClass=UNKNOWN)

CASES = [
    compliant("memory-optimized", PRIMARY, LARGE),
    compliant("Serverless v2", PRIMARY, V2),
    violating("burstable", PRIMARY, LARGE, BURSTABLE, says="db.t4g.medium"),
    violating("Serverless v1", cluster(globalClusterIdentifier=UNKNOWN, engineMode="serverless")),
    violating(
        "the cluster a global database is made of",
        ALONE,
        BURSTABLE_ALONE,
        res(GLOBAL, "world", sourceDbClusterIdentifier=ref(ALONE)),
    ),
    violating(
        "aws-native",
        native_cluster(dbClusterIdentifier="n", globalClusterIdentifier="world"),
        native_member("small", dbClusterIdentifier="n", dbInstanceClass="db.t3.medium"),
    ),
    absent_not_applicable("a cluster of its own", ALONE, BURSTABLE_ALONE),
    unknown("the class of a member", PRIMARY, UNCLEAR),
    not_applicable("DocumentDB", cluster(engine="docdb", globalClusterIdentifier="world")),
]

MUTATION = mutation(
    changed("aws:rds/clusterInstance:ClusterInstance", instanceClass="db.t4g.medium"),
    changed("aws:rds/cluster:Cluster", globalClusterIdentifier="world"),
)
