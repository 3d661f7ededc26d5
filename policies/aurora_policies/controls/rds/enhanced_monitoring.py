"""Metrics of the operating system tell an attack or a leak from a busy query, which the hypervisor's cannot.

A cluster may switch it on for its members. Whether a role may write the metrics is rds-monitoring-role-trust's
to judge.
"""

from dataclasses import dataclass

from ...model import Stack, Value
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, setting
from ._members import cluster_of

_INTERVALS = (1, 5, 10, 15, 30, 60)


@dataclass(frozen=True)
class Monitoring:
    maximum_interval_seconds: int = setting(
        60, "Longest interval between two measurements, in seconds.", minimum=1, maximum=60
    )


def _judge(interval: Value[float], longest: int) -> Verdict:
    seconds = interval.get(0)
    if seconds in _INTERVALS and seconds <= longest:
        return PASS
    allowed = ", ".join(str(item) for item in _INTERVALS if item <= longest)
    state = f"is {interval.shown()}" if interval.is_set else "is not set (the default is 0, off)"
    return fail(f"`{interval.path}` {state}; it must be one of {allowed}.", interval)


@control(
    title="Enhanced Monitoring is on",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_Monitoring.OS.Enabling",
    remediation=(
        "Set monitoringInterval to 60 and monitoringRoleArn to a role with AmazonRDSEnhancedMonitoringRole; "
        "in place, and what it logs is billed."
    ),
)
def enhanced_monitoring(
    database: DbCluster | ClusterInstance | DbInstance, stack: Stack, settings: Monitoring
) -> Verdict:
    interval, longest = database.monitoring_interval, settings.maximum_interval_seconds
    if isinstance(database, DbCluster):
        if database.is_serverless_v1:
            return not_applicable("Serverless v1 has no instances to monitor")
        if not database.is_multi_az_cluster and (interval.is_absent or interval.get() == 0):
            return not_applicable("its members state it")
    elif isinstance(database, ClusterInstance) and (interval.is_absent or interval.get() == 0):
        cluster = cluster_of(database, stack)
        if cluster is not None and cluster.monitoring_interval.get(0) > 0:
            return _judge(cluster.monitoring_interval, longest)
    return _judge(interval, longest)
