"""Logs that stay on the instance are rotated away with what they prove; exported ones are kept and can be searched."""

from dataclasses import dataclass

from ...model.rds import DbInstance
from ..control import Severity, Verdict, control, fail, not_applicable, setting, unknown
from ._lists import holds_all


@dataclass(frozen=True)
class InstanceLogs:
    mysql: tuple[str, ...] = setting(
        ("error", "general", "slowquery"),
        "Logs that RDS for MySQL must export; audit needs an option group as well.",
        strict=("audit", "error", "general", "slowquery"),
    )
    mariadb: tuple[str, ...] = setting(
        ("audit", "error", "general", "slowquery"), "Logs that RDS for MariaDB must export."
    )
    postgres: tuple[str, ...] = setting(
        ("postgresql", "upgrade"), "Logs that RDS for PostgreSQL must export."
    )
    oracle: tuple[str, ...] = setting(
        ("alert", "audit", "listener", "trace"), "Logs that RDS for Oracle must export."
    )
    sqlserver: tuple[str, ...] = setting(
        ("agent", "error"), "Logs that RDS for SQL Server must export; Express has no agent."
    )
    db2: tuple[str, ...] = setting(("diag.log", "notify.log"), "Logs that RDS for Db2 must export.")


@control(
    title="DB instance exports its logs to CloudWatch Logs",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_LogAccess.Procedural.UploadtoCloudWatch",
    remediation="Add the log types to enabledCloudwatchLogsExports; in place, and ingestion is billed.",
)
def log_exports_instance(instance: DbInstance, settings: InstanceLogs) -> Verdict:
    exports, engine = instance.log_exports, (instance.engine.get("") or "").lower()
    if not engine:
        if exports.is_absent:
            return fail(f"`{exports.path}` is not set: no log leaves the instance.", exports)
        return unknown("which logs there are, the engine decides, which is not stated", instance.engine)
    required = {
        "mysql": settings.mysql,
        "mariadb": settings.mariadb,
        "postgres": settings.postgres,
        "oracle": settings.oracle,
        "sqlserver": settings.sqlserver,
        "db2": settings.db2,
    }.get(engine.split("-")[0])
    if required is None:
        return not_applicable(f"the logs of {instance.engine.shown()} are not judged")
    if engine == "sqlserver-ex":
        required = tuple(name for name in required if name != "agent")
    return holds_all(exports, required)
