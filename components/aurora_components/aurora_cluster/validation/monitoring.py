"""Logs, Enhanced Monitoring and Database Insights."""

from ...support.arguments import Problems, nearest
from ...support.checks import check_log_retention
from ...support.enums import InsightsMode
from .. import engine as facts
from .. import parameters
from ..args import ClusterSettings
from ..plan import Plan

MONITORING_INTERVALS = (0, 1, 5, 10, 15, 30, 60)


_INSIGHTS_RETENTIONS = (7, *(31 * months for months in range(1, 24)), 731)


def check_logs(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    types, path = facts.LOG_TYPES[plan.engine], "logs.exports"
    for each in plan.log_types:
        if each not in types:
            problems.add(path, f"{plan.engine.value} has no log '{each}'; {nearest(each, types)}")
    for each in facts.REQUIRED_LOG_TYPES[plan.engine]:
        if each not in plan.log_types:
            problems.add(path, f"lacks '{each}', which holds the audit trail; add it")
    if len(set(plan.log_types)) < len(plan.log_types):
        problems.add(path, "names a log twice; keep one")
    given = args.get("cluster_parameters", {})
    for log, switch in (("slowquery", "slow_query_log"), ("general", "general_log")):
        value = parameters.effective(plan.version, given, switch)
        if log in plan.log_types and parameters.mean_same(value, "0"):
            problems.add(path, f"'{log}' stays empty while {switch} is 0; set the parameter, or drop the log")
        output = parameters.effective(plan.version, given, "log_output")
        if log in plan.log_types and parameters.mean_same(output, "table"):
            problems.add(path, f"'{log}' stays empty while log_output is TABLE; set it to FILE")
    check_log_retention(problems, "logs.retention_days", args.get("logs", {}).get("retention_days"))


def check_monitoring(plan: Plan, args: ClusterSettings, problems: Problems) -> None:
    monitoring = args.get("monitoring", {})
    if plan.monitoring_interval not in MONITORING_INTERVALS:
        problems.add(
            "monitoring.enhanced_interval_seconds",
            f"{plan.monitoring_interval}: use 0, 1, 5, 10, 15, 30 or 60",
        )
    if plan.monitoring_interval == 0 and "role_arn" in monitoring:
        problems.add("monitoring.role_arn", "Enhanced Monitoring is off; remove it, or set the interval")
    path, days = "monitoring.insights_retention_days", plan.insights_retention_days
    if days not in _INSIGHTS_RETENTIONS:
        problems.add(path, f"{days}: use 7, a multiple of 31 up to 713, or 731")
    elif plan.insights_mode is InsightsMode.ADVANCED and days < 465:
        problems.add(path, "the advanced mode keeps 465 days or more; remove it")
