"""Cases of rds-log-exports-cluster."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    changed,
    cluster,
    compliant,
    member,
    mutation,
    native_cluster,
    not_applicable,
    res,
    unknown,
    violating,
)

MYSQL = {"engine": "aurora-mysql"}
MULTI_AZ = {"dbClusterInstanceClass": "db.r6gd.large"}

CASES = [
    compliant("PostgreSQL", cluster(enabledCloudwatchLogsExports=["postgresql"])),
    compliant(
        "newer types beside it",
        cluster(enabledCloudwatchLogsExports=["postgresql", "instance", "iam-db-auth-error"]),
    ),
    compliant("MySQL", cluster(**MYSQL, enabledCloudwatchLogsExports=["audit", "error"])),
    compliant(
        "all of MySQL's",
        cluster(**MYSQL, enabledCloudwatchLogsExports=["audit", "error", "general", "slowquery"]),
    ),
    compliant(
        "under its first name", cluster(engine="aurora", enabledCloudwatchLogsExports=["error", "audit"])
    ),
    compliant("aws-native", native_cluster(enableCloudwatchLogsExports=["postgresql"])),
    compliant(
        "a Multi-AZ DB cluster of MySQL",
        cluster(engine="mysql", enabledCloudwatchLogsExports=["error", "general", "slowquery"], **MULTI_AZ),
    ),
    compliant(
        "a Multi-AZ DB cluster of PostgreSQL",
        cluster(engine="postgres", enabledCloudwatchLogsExports=["postgresql", "upgrade"], **MULTI_AZ),
    ),
    compliant("enough is known", cluster(enabledCloudwatchLogsExports=["postgresql", UNKNOWN])),
    compliant(
        "less is asked for",
        cluster(**MYSQL, enabledCloudwatchLogsExports=["error"]),
        settings={"auroraMysql": ["error"]},
    ),
    violating("none", cluster(enabledCloudwatchLogsExports=[]), says='"postgresql"'),
    violating(
        "checkov's CKV_AWS_324 passes with any one",
        cluster(**MYSQL, enabledCloudwatchLogsExports=["slowquery"]),
        says='"audit", "error"',
    ),
    violating("another log of PostgreSQL", cluster(enabledCloudwatchLogsExports=["instance"])),
    violating("aws-native", native_cluster(**MYSQL, enableCloudwatchLogsExports=["error"]), says='"audit"'),
    violating(
        "a Multi-AZ DB cluster",
        cluster(engine="postgres", enabledCloudwatchLogsExports=["postgresql"], **MULTI_AZ),
        says='"upgrade"',
    ),
    violating(
        "more is asked for",
        cluster(**MYSQL, enabledCloudwatchLogsExports=["audit", "error"]),
        settings={"auroraMysql": ["audit", "error", "slowquery"]},
    ),
    absent_fails("nothing is exported unless asked for", cluster()),
    absent_fails("by MySQL", cluster(**MYSQL)),
    absent_fails("aws-native", native_cluster()),
    absent_fails("not even the engine", res("aws:rds/cluster:Cluster")),
    absent_fails("a restore inherits none", cluster(snapshotIdentifier="snapshot")),
    unknown("from configuration", cluster(enabledCloudwatchLogsExports=UNKNOWN)),
    unknown("one from configuration", cluster(**MYSQL, enabledCloudwatchLogsExports=["error", UNKNOWN])),
    unknown("the engine", cluster(engine=UNKNOWN, enabledCloudwatchLogsExports=["error"])),
    unknown(
        "the engine is not stated", res("aws:rds/cluster:Cluster", enabledCloudwatchLogsExports=["audit"])
    ),
    not_applicable("Serverless v1 uploads them by itself", cluster(**MYSQL, engineMode="serverless")),
    not_applicable("a member", member()),
    not_applicable("prowler#1348: Neptune", cluster(engine="neptune")),
    not_applicable("DocumentDB", native_cluster(engine="docdb")),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", enabledCloudwatchLogsExports=["instance"]))
