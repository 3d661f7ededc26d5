"""Cases of rds-performance-insights-enabled."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    absent_not_applicable,
    changed,
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

MAIN = cluster("main", clusterIdentifier="main", performanceInsightsEnabled=True)
ADVANCED = cluster("main", clusterIdentifier="main", databaseInsightsMode="advanced")
STANDARD = cluster("main", clusterIdentifier="main", databaseInsightsMode="standard")
MULTI_AZ = {"engine": "postgres", "dbClusterInstanceClass": "db.r6gd.large"}
MYSQL = {"engine": "aurora-mysql"}

CASES = [
    compliant("a member", member(performanceInsightsEnabled=True)),
    compliant("an instance", instance(performanceInsightsEnabled=True)),
    compliant("a member, aws-native", native_member(enablePerformanceInsights=True)),
    compliant("an instance, aws-native", native_instance(enablePerformanceInsights="true")),
    compliant("the cluster does it for its members", member(clusterIdentifier=ref(MAIN)), MAIN),
    compliant("advanced Database Insights", member(), ADVANCED),
    compliant("advanced Database Insights, an instance", instance(databaseInsightsMode="advanced")),
    compliant(
        "advanced Database Insights, aws-native",
        native_member(),
        native_cluster("main", dbClusterIdentifier="main", databaseInsightsMode="advanced"),
    ),
    compliant("a cluster", cluster(performanceInsightsEnabled=True)),
    compliant("a Multi-AZ DB cluster", cluster(**MULTI_AZ, performanceInsightsEnabled=True)),
    violating("off", member(performanceInsightsEnabled=False), says="is false"),
    violating("off, an instance", instance(performanceInsightsEnabled=False)),
    violating("off, aws-native", native_instance(enablePerformanceInsights=False)),
    violating("the standard mode alone", member(performanceInsightsEnabled=False), STANDARD),
    violating("a Multi-AZ DB cluster", cluster(**MULTI_AZ, performanceInsightsEnabled=False)),
    violating(
        "PostgreSQL has no limit of classes",
        instance(instanceClass="db.t3.micro", performanceInsightsEnabled=False),
    ),
    violating("MySQL on a class that has it", member(**MYSQL, instanceClass="db.t4g.medium")),
    violating("without an engine", res("aws:rds/instance:Instance", instanceClass="db.m4.large")),
    absent_fails("off unless asked for", member(), says="the default is false"),
    absent_fails("an instance", instance()),
    absent_fails("aws-native", native_member()),
    absent_not_applicable("a cluster leaves it to its members", cluster()),
    violating(
        "checkov fixture: off, with an engine that is another's output",
        member(engine=UNKNOWN, instanceClass="db.r4.large", performanceInsightsEnabled=False),
    ),
    unknown(
        "the engine, where the class is too small for MySQL alone",
        member(engine=UNKNOWN, instanceClass="db.t2.small"),
    ),
    unknown("from configuration", member(performanceInsightsEnabled=UNKNOWN)),
    unknown(
        "the cluster's",
        member(),
        cluster("main", clusterIdentifier="main", performanceInsightsEnabled=UNKNOWN),
    ),
    not_applicable("a class without it", member(**MYSQL, instanceClass="db.t3.medium")),
    not_applicable("a class without it, Graviton", native_member(**MYSQL, dbInstanceClass="db.t4g.small")),
    not_applicable(
        "checkov's MariaDB on a micro class", instance(engine="mariadb", instanceClass="db.t3.micro")
    ),
    not_applicable("Db2", instance(engine="db2-se")),
    not_applicable("Serverless v1", cluster(**MYSQL, engineMode="serverless")),
    not_applicable("Neptune", instance(engine="neptune")),
]

MUTATION = mutation(
    changed(
        "aws:rds/clusterInstance:ClusterInstance",
        performanceInsightsEnabled=False,
    ),
    changed("aws:rds/cluster:Cluster", drop=("databaseInsightsMode",), performanceInsightsEnabled=False),
)
