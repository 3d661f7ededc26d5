"""Cases of rds-aurora-mysql-audit-log-export."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    mutation,
    native_cluster,
    not_applicable,
    res,
    unknown,
    violating,
)

MYSQL = {"engine": "aurora-mysql"}

CASES = [
    compliant("exported", cluster(**MYSQL, enabledCloudwatchLogsExports=["audit"])),
    compliant("and others", cluster(**MYSQL, enabledCloudwatchLogsExports=["general", "audit"])),
    compliant("aws-native", native_cluster(**MYSQL, enableCloudwatchLogsExports=["audit", "error"])),
    compliant(
        "the old default engine", res("aws:rds/cluster:Cluster", enabledCloudwatchLogsExports=["audit"])
    ),
    compliant("whatever else", cluster(**MYSQL, enabledCloudwatchLogsExports=["audit", UNKNOWN])),
    violating("others only", cluster(**MYSQL, enabledCloudwatchLogsExports=["error"]), says='lacks "audit"'),
    violating("aws-native", native_cluster(**MYSQL, enableCloudwatchLogsExports=["error"])),
    violating("none", cluster(**MYSQL, enabledCloudwatchLogsExports=[])),
    absent_fails("not exported unless asked for", cluster(**MYSQL)),
    absent_fails("the old default engine", res("aws:rds/cluster:Cluster")),
    unknown("from configuration", cluster(**MYSQL, enabledCloudwatchLogsExports=UNKNOWN)),
    unknown("the engine", cluster(engine=UNKNOWN)),
    not_applicable("checkov#4887: PostgreSQL has no such log", cluster()),
    not_applicable(
        "a Multi-AZ DB cluster of MySQL", cluster(engine="mysql", dbClusterInstanceClass="db.r6gd.large")
    ),
    not_applicable("Serverless v1 uploads it by itself", cluster(**MYSQL, engineMode="serverless")),
    not_applicable("Neptune", cluster(engine="neptune")),
]

MUTATION = mutation(added(cluster("mysql", **MYSQL, enabledCloudwatchLogsExports=["error"])))
