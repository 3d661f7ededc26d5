"""A database that runs out of memory, disk or connections fails its clients before anybody looks at a dashboard.

Alarms on the cluster or on its members count, whatever their threshold.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ...model import Stack, to_text
from ...model.cloudwatch import Alarm
from ...model.rds import ClusterInstance, DbCluster
from ..control import PASS, Severity, Verdict, control, fail, setting, unknown
from ._members import members_of

_LAG = ("AuroraReplicaLagMaximum", "AuroraReplicaLag")
_DIMENSIONS = ("dimensions", "metricQueries", "metrics")


@dataclass(frozen=True)
class Metrics:
    required_metrics: tuple[str, ...] = setting(
        (
            "CPUUtilization",
            "DatabaseConnections",
            "FreeableMemory",
            "FreeLocalStorage",
            "AuroraReplicaLagMaximum",
        ),
        "Metrics of the namespace AWS/RDS that need an alarm. Replica lag counts where there is a reader, and "
        "local storage where a member is not serverless.",
    )


def _metrics(alarm: Alarm) -> Iterator[str]:
    """Yield the names of the metrics an alarm watches.

    Raises:
        UnknownValue: one of them is not known before the update.
    """
    if alarm.metric_name.is_set:
        yield alarm.metric_name.get("")
    for query in alarm.value("metricQueries").items():
        yield query.at("metric.metricName", to_text).get("")
    for query in alarm.value("metrics").items():
        yield query.at("metricStat.metric.metricName", to_text).get("")


def _counts(metric: str, members: Sequence[ClusterInstance]) -> bool:
    """Whether a cluster of these members has the metric."""
    if metric in _LAG:
        return len(members) > 1
    if metric == "FreeLocalStorage":
        return any(not member.instance_class.is_unknown and not member.is_serverless_v2 for member in members)
    return True


@control(
    title="Cluster has alarms on what it runs out of",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="Aurora.AuroraMonitoring.Metrics",
    remediation=(
        "Make a MetricAlarm of the namespace AWS/RDS for each metric with the dimension DBClusterIdentifier, "
        "or use the Observability component."
    ),
    opt_in="Alarms are billed, and may be another stack's or another tool's.",
)
def cloudwatch_alarms(cluster: DbCluster, stack: Stack, settings: Metrics) -> Verdict:
    members, _ = members_of(cluster, stack)
    alarms = {
        alarm.urn: alarm
        for watched in (cluster, *members)
        for alarm in stack.referrers(watched, Alarm, *_DIMENSIONS)
    }
    watched_metrics = {metric.lower() for alarm in alarms.values() for metric in _metrics(alarm)}
    if watched_metrics & {name.lower() for name in _LAG}:
        watched_metrics |= {name.lower() for name in _LAG}
    missing = [
        metric
        for metric in settings.required_metrics
        if metric.lower() not in watched_metrics and _counts(metric, members)
    ]
    if not missing:
        return PASS
    if stack.undecided_referrers((DbCluster, ClusterInstance), Alarm, Alarm.dimensions):
        return unknown("whether an alarm watches the cluster is not known before the update")
    return fail(f"No alarm of this stack watches {', '.join(missing)} of the cluster.")
