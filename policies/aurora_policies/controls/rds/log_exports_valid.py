"""A log type of another engine is refused when the database is created, and the log one wanted is not exported."""

from ...model import Value
from ...model.rds import DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, each, fail, not_applicable, unknown

_AURORA = {
    "mysql": ("audit", "error", "general", "instance", "slowquery", "iam-db-auth-error"),
    "postgres": ("instance", "postgresql", "iam-db-auth-error"),
}
_RDS = {
    "mysql": ("audit", "error", "general", "slowquery", "iam-db-auth-error"),
    "postgres": ("postgresql", "upgrade", "iam-db-auth-error"),
}


@control(
    title="Exported log types are those of the engine",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="AuroraPostgreSQL.CloudWatch",
    remediation="Name log types that the engine has; in place.",
)
def log_exports_valid(database: DbCluster | DbInstance) -> Verdict:
    exports = database.log_exports
    if exports.is_absent:
        return not_applicable("no log is exported")
    if database.engine.is_absent and isinstance(database, DbInstance):
        return unknown("the engine, which the source decides, is not stated", database.engine)
    family = "mysql" if database.is_mysql_family else "postgres" if database.is_postgres_family else ""
    is_aurora = isinstance(database, DbCluster) and (database.is_aurora or database.engine.is_absent)
    if database.engine.is_absent:
        family = "mysql"  # the aws provider's old default was Aurora MySQL
    if not family:
        return not_applicable(f"log types of {database.engine.get('')} are not judged")
    known = (_AURORA if is_aurora else _RDS)[family]

    def judge(name: Value[str]) -> Verdict:
        if name.get("") in known:
            return PASS
        return fail(f"`{exports.path}` names {name.shown()}, which is no log of the engine.", exports)

    return each(exports.items(), judge)
