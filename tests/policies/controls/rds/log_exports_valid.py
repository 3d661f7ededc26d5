"""Cases of rds-log-exports-valid."""

from tests.policies.cases import (
    UNKNOWN,
    absent_not_applicable,
    changed,
    cluster,
    compliant,
    instance,
    mutation,
    native_cluster,
    not_applicable,
    unknown,
    violating,
)

CASES = [
    compliant(
        "PostgreSQL", cluster(enabledCloudwatchLogsExports=["postgresql", "iam-db-auth-error", "instance"])
    ),
    compliant(
        "MySQL",
        cluster(
            engine="aurora-mysql", enabledCloudwatchLogsExports=["audit", "error", "general", "slowquery"]
        ),
    ),
    compliant("aws-native", native_cluster(enableCloudwatchLogsExports=["postgresql"])),
    compliant("an instance", instance(enabledCloudwatchLogsExports=["postgresql", "upgrade"])),
    compliant(
        "a Multi-AZ DB cluster",
        cluster(
            engine="postgres",
            dbClusterInstanceClass="db.r6gd.large",
            enabledCloudwatchLogsExports=["upgrade"],
        ),
    ),
    violating(
        "checkov#4887: audit is MySQL's", cluster(enabledCloudwatchLogsExports=["audit"]), says='"audit"'
    ),
    violating(
        "postgresql on MySQL", cluster(engine="aurora-mysql", enabledCloudwatchLogsExports=["postgresql"])
    ),
    violating("upgrade on Aurora", native_cluster(enableCloudwatchLogsExports=["postgresql", "upgrade"])),
    violating("a slip of the pen", instance(engine="mysql", enabledCloudwatchLogsExports=["slow_query"])),
    violating(
        "one wrong beside one not known",
        cluster(enabledCloudwatchLogsExports=[UNKNOWN, "error"]),
        says='"error"',
    ),
    absent_not_applicable("none", cluster()),
    unknown("one not known", cluster(enabledCloudwatchLogsExports=["postgresql", UNKNOWN])),
    unknown("none known", cluster(enabledCloudwatchLogsExports=UNKNOWN)),
    unknown("the engine", instance(engine=None, enabledCloudwatchLogsExports=["error"])),
    not_applicable("Oracle", instance(engine="oracle-ee", enabledCloudwatchLogsExports=["alert"])),
    not_applicable("DocumentDB", cluster(engine="docdb", enabledCloudwatchLogsExports=["audit"])),
]

MUTATION = mutation(changed("aws:rds/cluster:Cluster", enabledCloudwatchLogsExports=["upgrade"]))
