"""Cases of rds-log-exports-instance."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    cluster,
    compliant,
    instance,
    member,
    mutation,
    native_instance,
    native_member,
    not_applicable,
    unknown,
    violating,
)


def exporting(engine: object, *logs: object) -> object:
    return instance(engine=engine, enabledCloudwatchLogsExports=list(logs))


CASES = [
    compliant("PostgreSQL", exporting("postgres", "postgresql", "upgrade")),
    compliant("newer types beside it", exporting("postgres", "postgresql", "upgrade", "iam-db-auth-error")),
    compliant("checkov's own case of MySQL", exporting("mysql", "general", "error", "slowquery")),
    compliant("MariaDB", exporting("mariadb", "audit", "error", "general", "slowquery")),
    compliant("Oracle", exporting("oracle-se2-cdb", "alert", "audit", "trace", "listener")),
    compliant("SQL Server", exporting("sqlserver-web", "error", "agent")),
    compliant("SQL Server Express has no agent", exporting("sqlserver-ex", "error")),
    compliant("Db2", exporting("db2-ae", "diag.log", "notify.log")),
    compliant("aws-native", native_instance(enableCloudwatchLogsExports=["upgrade", "postgresql"])),
    compliant("enough is known", exporting("postgres", "postgresql", "upgrade", UNKNOWN)),
    compliant("less is asked for", exporting("mysql", "error"), settings={"mysql": ["error"]}),
    violating("one of two", exporting("postgres", "postgresql"), says='lacks "upgrade"'),
    violating("checkov's CKV_AWS_129 passes with any one", exporting("mysql", "error"), says='"general"'),
    violating("MariaDB without audit", exporting("mariadb", "error", "general", "slowquery")),
    violating("cdk-nag: SQL Server without agent", exporting("sqlserver-web", "error"), says='"agent"'),
    violating("none", exporting("mysql")),
    violating("aws-native", native_instance(enableCloudwatchLogsExports=["upgrade"])),
    absent_fails("nothing is exported unless asked for", instance(), says="not set"),
    absent_fails("aws-native", native_instance()),
    absent_fails("not even the engine", instance(engine=None)),
    unknown("from configuration", instance(enabledCloudwatchLogsExports=UNKNOWN)),
    unknown("one of them", exporting("postgres", "postgresql", UNKNOWN)),
    unknown("the engine is not stated", exporting(None, "error")),
    not_applicable("a member", member()),
    not_applicable("a member, aws-native", native_member()),
    not_applicable("a cluster", cluster()),
    not_applicable("RDS Custom", exporting("custom-oracle-ee")),
    not_applicable("prowler#1348: Neptune", instance(engine="neptune")),
]

MUTATION = mutation(added(instance("silent")))
