"""The audit log says who connected and what they did; on the instance itself its owner can lose it or erase it."""

from ...model.rds import DbCluster
from ..control import Severity, Verdict, control, not_applicable
from ._lists import holds_all


@control(
    title="Aurora MySQL exports its audit log to CloudWatch Logs",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="AuroraMySQL.Integrating.CloudWatch",
    remediation=(
        'Add "audit" to enabledCloudwatchLogsExports, and set server_audit_logging in the cluster parameter '
        "group; in place, and ingestion is billed."
    ),
)
def aurora_mysql_audit_log_export(cluster: DbCluster) -> Verdict:
    if not cluster.is_aurora_mysql:
        return not_applicable("only Aurora MySQL has an audit log")
    if cluster.is_serverless_v1:
        return not_applicable("Serverless v1 uploads its logs by itself")
    return holds_all(cluster.log_exports, ("audit",))
