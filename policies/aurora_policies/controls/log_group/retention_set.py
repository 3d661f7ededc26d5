"""How long logs are kept is a decision, not an accident: a group without a retention keeps, and bills, for ever."""

from ...model.log_group import LogGroup
from ..control import PASS, Severity, Verdict, control, fail

# The retentions that CloudWatch Logs knows, in days; PutRetentionPolicy refuses any other.
CLOUDWATCH_RETENTION_DAYS = (
    1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
)  # fmt: skip


@control(
    title="Log group states how long it keeps its events",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    remediation="Set retentionInDays; the change is in place and deletes what is older.",
)
def retention_set(group: LogGroup) -> Verdict:
    days = group.retention
    if days.get(0) == 0:
        state = "is not set" if days.is_absent else "is 0"
        return fail(f"`retentionInDays` {state}, so events are kept for ever.", days)
    if days.get(0) not in CLOUDWATCH_RETENTION_DAYS:
        return fail(f"`retentionInDays` is {days.shown()}, which CloudWatch Logs does not know.", days)
    return PASS
