"""Logs that stay on the instance are rotated away with what they prove; exported ones are kept and can be searched.

MySQL's general log is not asked for on Aurora: it holds every statement with its values.
"""

from dataclasses import dataclass

from ...model.rds import DbCluster
from ..control import Severity, Verdict, control, fail, not_applicable, setting, unknown
from ._lists import holds_all


@dataclass(frozen=True)
class ClusterLogs:
    aurora_mysql: tuple[str, ...] = setting(
        ("audit", "error"), "Logs that Aurora MySQL must export.", strict=("audit", "error", "slowquery")
    )
    aurora_postgresql: tuple[str, ...] = setting(("postgresql",), "Logs that Aurora PostgreSQL must export.")
    multi_az_mysql: tuple[str, ...] = setting(
        ("error", "general", "slowquery"), "Logs that a Multi-AZ DB cluster of MySQL must export."
    )
    multi_az_postgresql: tuple[str, ...] = setting(
        ("postgresql", "upgrade"), "Logs that a Multi-AZ DB cluster of PostgreSQL must export."
    )


@control(
    title="DB cluster exports its logs to CloudWatch Logs",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_LogAccess.Procedural.UploadtoCloudWatch",
    remediation="Add the log types to enabledCloudwatchLogsExports; in place, and ingestion is billed.",
)
def log_exports_cluster(cluster: DbCluster, settings: ClusterLogs) -> Verdict:
    if cluster.is_serverless_v1:
        return not_applicable("Serverless v1 uploads its logs by itself")
    exports = cluster.log_exports
    if cluster.engine.is_absent:
        if exports.is_absent:
            return fail(f"`{exports.path}` is not set: no log leaves the cluster.", exports)
        return unknown("which logs the cluster has, its engine decides, which is not stated", cluster.engine)
    if cluster.is_mysql_family:
        return holds_all(exports, settings.aurora_mysql if cluster.is_aurora else settings.multi_az_mysql)
    if cluster.is_postgres_family:
        return holds_all(
            exports, settings.aurora_postgresql if cluster.is_aurora else settings.multi_az_postgresql
        )
    return not_applicable(f"the logs of {cluster.engine.shown()} are not judged")
