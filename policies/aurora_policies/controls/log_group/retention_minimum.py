"""Audit trails outlive the time it takes to notice that one is needed: a year, unless a regulation says more."""

from dataclasses import dataclass

from ...model.log_group import LogGroup
from ..control import PASS, Severity, Verdict, at_least, control, setting


@dataclass(frozen=True)
class LogRetention:
    """How long events are kept."""

    minimum_days: int = setting(365, "Fewest days events are kept.", minimum=1, maximum=3653)


@control(
    title="Log group keeps its events for at least the minimum number of days",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    remediation="Set retentionInDays to the minimum or more; the change is in place and storage is billed.",
)
def retention_minimum(group: LogGroup, settings: LogRetention) -> Verdict:
    if group.retention.get(0) == 0:
        return PASS
    return at_least(group.retention, settings.minimum_days)
