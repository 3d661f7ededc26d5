"""The alarms: which metric, when, and for which clusters.

They watch a cluster by role and not by instance. Roles move on failover and readers come and go; the metric of
the writer stays the metric of whichever instance writes.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from ..support.arguments import Problems, nearest
from ..support.aws import child_options
from ..support.checks import check_range
from ..support.connection import Connection
from ..support.enums import Engine
from .args import AlarmOverride, ObservabilityArgs, ObservabilitySettings
from .watched import Watched, watched

MIB = 1024**2
GIB = 1024**3

AT_LEAST = "GreaterThanOrEqualToThreshold"
AT_MOST = "LessThanOrEqualToThreshold"
ABOVE_BAND = "GreaterThanUpperThreshold"

WRITER, READER = "WRITER", "READER"


@dataclass(frozen=True)
class Alarm:
    """One alarm. `period_seconds` times `evaluation_periods` is how long a condition has to last."""

    metric: str
    statistic: str
    comparison: str
    threshold: float
    description: str
    role: str | None = WRITER
    period_seconds: int = 60
    evaluation_periods: int = 5
    engine: Engine | None = None
    """Only for this engine."""
    serverless: bool | None = None
    """Only for clusters that are, or are not, serverless."""
    needs: str | None = None
    """Only where this argument is set: `is_global` or `proxy_connection`."""


ALARMS: Mapping[str, Alarm] = {
    "writer-cpu": Alarm(
        "CPUUtilization",
        "Average",
        AT_LEAST,
        80,
        "The writer is short of CPU: look for new or slow queries, else take a larger class.",
    ),
    "reader-cpu": Alarm(
        "CPUUtilization",
        "Average",
        AT_LEAST,
        80,
        "The readers are short of CPU: add a reader or take a larger class.",
        role=READER,
    ),
    "writer-memory": Alarm(
        "FreeableMemory",
        "Average",
        AT_MOST,
        256 * MIB,
        "The writer is short of memory (bytes): it may restart. Look at connections and large sorts.",
    ),
    "reader-memory": Alarm(
        "FreeableMemory",
        "Average",
        AT_MOST,
        256 * MIB,
        "A reader is short of memory (bytes): it may restart. Look at connections and large sorts.",
        role=READER,
    ),
    "local-storage": Alarm(
        "FreeLocalStorage",
        "Average",
        AT_MOST,
        2 * GIB,
        "The writer runs out of local storage (bytes) for temporary files: queries will fail.",
        serverless=False,
    ),
    "connections": Alarm(
        "DatabaseConnections",
        "Maximum",
        AT_LEAST,
        800,
        "Many connections on the writer: set the threshold to four fifths of max_connections.",
    ),
    "replica-lag": Alarm(
        "AuroraReplicaLagMaximum",
        "Maximum",
        AT_LEAST,
        2_000,
        "A reader is behind the writer (milliseconds): it serves old data and fails over slowly.",
    ),
    "deadlocks": Alarm(
        "Deadlocks",
        "Average",
        AT_LEAST,
        0.1,
        "Transactions deadlock (per second): clients see errors. Look at the order of their locks.",
    ),
    "transaction-ids": Alarm(
        "MaximumUsedTransactionIDs",
        "Maximum",
        AT_LEAST,
        600_000_000,
        "Vacuum falls behind: at 2 billion used transaction ids the database stops accepting writes.",
        period_seconds=300,
        evaluation_periods=1,
        engine=Engine.POSTGRESQL,
    ),
    "capacity": Alarm(
        "ACUUtilization",
        "Average",
        AT_LEAST,
        90,
        "The writer is near its maximum capacity (percent): raise max_capacity.",
        period_seconds=300,
        evaluation_periods=3,
        serverless=True,
    ),
    "volume-growth": Alarm(
        "VolumeBytesUsed",
        "Average",
        ABOVE_BAND,
        4,
        "The volume grows out of its usual band (standard deviations): look for a runaway job.",
        role=None,
        period_seconds=3600,
        evaluation_periods=3,
    ),
    "buffer-cache": Alarm(
        "BufferCacheHitRatio",
        "Average",
        AT_MOST,
        90,
        "The working set does not fit into memory (percent of reads from the cache): take a larger class.",
        period_seconds=300,
        evaluation_periods=3,
    ),
    "authentication-failures": Alarm(
        "AuthenticationFailures",
        "Sum",
        AT_LEAST,
        10,
        "Sign-ins fail, by the database log: a wrong configuration, or somebody trying passwords.",
        role=None,
        period_seconds=300,
        evaluation_periods=1,
    ),
    "global-lag": Alarm(
        "AuroraGlobalDBRPOLag",
        "Maximum",
        AT_LEAST,
        5_000,
        "A secondary region is behind (milliseconds): a failover there would lose that much.",
        role=None,
        needs="is_global",
    ),
    "proxy-borrow-latency": Alarm(
        "DatabaseConnectionsBorrowLatency",
        "Average",
        AT_LEAST,
        100_000,
        "Clients wait for a connection from the proxy's pool (microseconds): raise its share, or pin less.",
        role=None,
        needs="proxy_connection",
    ),
    "proxy-authentication-failures": Alarm(
        "ClientConnectionsSetupFailedAuth",
        "Sum",
        AT_LEAST,
        10,
        "Clients fail to sign in to the proxy: a wrong configuration, or somebody trying.",
        role=None,
        period_seconds=300,
        evaluation_periods=1,
        needs="proxy_connection",
    ),
}

FAILED_SIGN_INS = {
    Engine.POSTGRESQL: (
        "postgresql",
        '?"password authentication failed" ?"PAM authentication failed" ?"no pg_hba.conf entry"',
    ),
    Engine.MYSQL: ("audit", '?FAILED_CONNECT ?"Access denied"'),
}
"""The log with failed sign-ins (by password or IAM), and the pattern that finds them."""


def applicable(cluster: Watched) -> dict[str, Alarm]:
    """The alarms that make sense for a cluster, before the user's changes."""
    return {
        name: alarm
        for name, alarm in ALARMS.items()
        if (alarm.engine is None or cluster.engine in (None, alarm.engine))
        and alarm.serverless in (None, cluster.serverless)
        and (alarm.needs is None or cluster.has(alarm.needs))
    }


def check_overrides(settings: ObservabilitySettings, problems: Problems, clusters: Sequence[Watched]) -> None:
    """Report changes to alarms that do not exist, or for none of the clusters."""
    possible = {name for cluster in clusters for name in applicable(cluster)}
    for name, override in settings.get("alarms", {}).items():
        if name not in ALARMS:
            problems.add(f"alarms.{name}", f"there is no such alarm; {nearest(name, list(ALARMS))}")
        elif name not in possible:
            alarm = ALARMS[name]
            reason = f"without {alarm.needs}" if alarm.needs else "for this engine and capacity"
            problems.add(f"alarms.{name}", f"is not made {reason}; leave it out")
        periods = override.get("evaluation_periods")
        check_range(problems, f"alarms.{name}.evaluation_periods", periods, 1, 1440)


def create_alarms(
    parent: Resource,
    name: str,
    prefix: str,
    *,
    cluster: Connection,
    proxy_name: Input[str | None],
    topic_arn: Input[str],
    spec: ObservabilityArgs,
    tags: Mapping[str, Input[str]],
) -> dict[str, aws.cloudwatch.MetricAlarm]:
    """The alarms by name; in AWS, `<prefix>-<name>`. They notify `topic_arn` when they go off and when they recover."""
    alarms: dict[str, aws.cloudwatch.MetricAlarm] = {}
    for key, alarm in applicable(watched(spec)).items():
        override = spec.get("alarms", {}).get(key, {})
        if override.get("enabled", True):
            alarms[key] = aws.cloudwatch.MetricAlarm(
                f"{name}-{key}",
                name=f"{prefix}-{key}",
                alarm_description=alarm.description,
                comparison_operator=alarm.comparison,
                evaluation_periods=override.get("evaluation_periods", alarm.evaluation_periods),
                treat_missing_data="notBreaching",  # a paused instance or a missing reader is not an alarm
                actions_enabled=True,
                alarm_actions=[topic_arn],
                ok_actions=[topic_arn],
                region=spec.get("region"),
                tags=tags,
                opts=child_options(parent),
                **_condition(alarm, override, cluster, proxy_name),
            )
    return alarms


def count_failed_sign_ins(
    parent: Resource, name: str, cluster: Connection, spec: ObservabilityArgs
) -> aws.cloudwatch.LogMetricFilter:
    """Turn failed sign-ins in the database's log into the metric of `authentication-failures`."""
    log_type, pattern = FAILED_SIGN_INS[Engine(spec["engine"])]
    return aws.cloudwatch.LogMetricFilter(
        f"{name}-authentication-failures",
        log_group_name=Output.concat("/aws/rds/cluster/", cluster.cluster_identifier, "/", log_type),
        pattern=pattern,
        metric_transformation=aws.cloudwatch.LogMetricFilterMetricTransformationArgs(
            namespace=own_namespace(cluster),
            name=ALARMS["authentication-failures"].metric,
            value="1",
            default_value="0",
            unit="Count",
        ),
        region=spec.get("region"),
        opts=child_options(parent, depends_on=cluster.members),
    )


def own_namespace(cluster: Connection) -> Output[str]:
    """Namespace of the metrics made from the cluster's logs."""
    return Output.concat("Aurora/", cluster.cluster_identifier)


def _condition(
    alarm: Alarm, override: AlarmOverride, cluster: Connection, proxy_name: Input[str | None]
) -> dict[str, Any]:
    threshold = override.get("threshold", alarm.threshold)
    dimensions: dict[str, Any] = {"DBClusterIdentifier": cluster.cluster_identifier}
    if alarm.comparison == ABOVE_BAND:
        return _anomaly(alarm, threshold, dimensions)
    if alarm.needs == "is_global":
        return _over_all_regions(alarm, threshold, cluster)
    namespace: Input[str] = "AWS/RDS"
    if alarm.role is not None:
        dimensions["Role"] = alarm.role
    elif alarm.needs == "proxy_connection":
        dimensions = {"ProxyName": proxy_name}
    else:
        namespace, dimensions = own_namespace(cluster), {}
    return {
        "namespace": namespace,
        "metric_name": alarm.metric,
        "statistic": alarm.statistic,
        "period": alarm.period_seconds,
        "dimensions": dimensions or None,
        "threshold": threshold,
    }


def _anomaly(alarm: Alarm, width: float, dimensions: Mapping[str, Any]) -> dict[str, Any]:
    """Compare a metric with the band CloudWatch expects it in."""
    query = aws.cloudwatch.MetricAlarmMetricQueryArgs
    return {
        "threshold_metric_id": "expected",
        "metric_queries": [
            query(
                id="actual",
                return_data=True,
                metric=aws.cloudwatch.MetricAlarmMetricQueryMetricArgs(
                    namespace="AWS/RDS",
                    metric_name=alarm.metric,
                    dimensions=dimensions,
                    stat=alarm.statistic,
                    period=alarm.period_seconds,
                ),
            ),
            query(
                id="expected",
                return_data=True,
                label=f"{alarm.metric} (expected)",
                expression=f"ANOMALY_DETECTION_BAND(actual, {width:g})",
            ),
        ],
    }


def _over_all_regions(alarm: Alarm, threshold: float, cluster: Connection) -> dict[str, Any]:
    """Take the worst of the secondary regions, which are dimensions of the metric that come and go."""
    return {
        "threshold": threshold,
        "metric_queries": [
            aws.cloudwatch.MetricAlarmMetricQueryArgs(
                id="worst",
                return_data=True,
                label=alarm.metric,
                period=alarm.period_seconds,
                expression=Output.format(
                    "SELECT MAX({0}) FROM \"AWS/RDS\" WHERE DBClusterIdentifier = '{1}'",
                    alarm.metric,
                    cluster.cluster_identifier,
                ),
            )
        ],
    }
