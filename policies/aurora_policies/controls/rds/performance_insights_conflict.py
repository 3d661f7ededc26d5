"""AWS keeps Performance Insights data for set periods only, and not at all on the smallest classes of MySQL.

The advanced mode of Database Insights needs it on, for fifteen months.
"""

from ...model.rds import ClusterInstance, DbCluster, DbInstance
from ..control import PASS, Severity, Verdict, all_of, control, fail
from ._insights import is_too_small_for_insights

_ADVANCED_DAYS = 465


def _days(database: DbCluster | ClusterInstance | DbInstance) -> Verdict:
    days = database.performance_insights_retention
    if days.get(0) == 0 or days.get(0) in (7, 731):
        return PASS
    months = days.get(0) / 31
    if months == int(months) and 1 <= months <= 23:
        return PASS
    return fail(f"`{days.path}` is {days.shown()}; it must be 7, 731 or 1 to 23 times 31.", days)


def _mode(database: DbCluster | DbInstance) -> Verdict:
    mode, days = database.database_insights_mode, database.performance_insights_retention
    if (mode.get("") or "").lower() != "advanced":
        return PASS
    if not database.performance_insights.get(False):
        return fail(
            f"`{mode.path}` is advanced, but `{database.performance_insights.path}` is not true.", mode
        )
    if days.get(7) < _ADVANCED_DAYS:
        shown = days.shown() if days.is_set else "not set, so 7"
        return fail(
            f"`{mode.path}` is advanced, but `{days.path}` is {shown}; it needs {_ADVANCED_DAYS}.", days
        )
    return PASS


def _class(instance: ClusterInstance | DbInstance) -> Verdict:
    if not instance.performance_insights.get(False):
        return PASS
    kind = instance.instance_class
    if is_too_small_for_insights(instance):
        return fail(f"`{kind.path}` is {kind.shown()}, which has no Performance Insights.", kind)
    return PASS


@control(
    title="Performance Insights and Database Insights are set as AWS supports them",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="USER_PerfInsights.Enabling",
    remediation="Set a retention that AWS has, 465 days or more for the advanced mode, on a larger class; in place.",
)
def performance_insights_conflict(database: DbCluster | ClusterInstance | DbInstance) -> Verdict:
    if isinstance(database, DbCluster):
        return all_of(lambda: _days(database), lambda: _mode(database))
    if isinstance(database, DbInstance):
        return all_of(lambda: _days(database), lambda: _mode(database), lambda: _class(database))
    return all_of(lambda: _days(database), lambda: _class(database))
