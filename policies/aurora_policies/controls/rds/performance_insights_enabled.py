"""The load by statement and by user shows what a database was busy with, also when it was misused.

Seven days are free. Performance Insights goes on as Database Insights, so the advanced mode of a cluster counts.
"""

from ...model import Stack
from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import Severity, Verdict, control, is_true, not_applicable, passed
from ._insights import is_too_small_for_insights
from ._members import cluster_of


def _states_it(database: DbCluster | DbInstance) -> bool:
    return (
        database.performance_insights.get(False)
        or (database.database_insights_mode.get("") or "").lower() == "advanced"
    )


@control(
    title="Performance Insights or Database Insights is on",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_PerfInsights.Enabling",
    remediation=(
        "Set performanceInsightsEnabled to true with a retention of 7 days, which is free; in place. "
        "State performanceInsightsKmsKeyId with it, since it cannot be changed later."
    ),
)
def performance_insights_enabled(database: DbCluster | ClusterInstance | DbInstance, stack: Stack) -> Verdict:
    flag = database.performance_insights
    if isinstance(database, DbCluster):
        if database.is_serverless_v1:
            return not_applicable("Serverless v1 has no Performance Insights")
        if _states_it(database):
            return passed()
        return is_true(flag) if database.is_multi_az_cluster else not_applicable("its members state it")
    if flag.get(False):
        return passed()
    if is_too_small_for_insights(database):
        return not_applicable(f"{database.instance_class.get('')} has no Performance Insights")
    if isinstance(database, DbInstance):
        if (database.engine.get("") or "").lower().startswith("db2"):
            return not_applicable("Db2 has no Performance Insights")
        return passed() if _states_it(database) else is_true(flag)
    cluster = cluster_of(database, stack)
    return passed() if cluster is not None and _states_it(cluster) else is_true(flag)
