"""Alarms on changes to keys, groups and policies need the events in a log group."""

from ...model.cloudtrail import Trail
from ..control import Severity, Verdict, control, is_set


@control(
    title="Trail also writes to CloudWatch Logs",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
    remediation="Set cloudWatchLogsGroupArn and cloudWatchLogsRoleArn; in place, ingestion is billed.",
)
def cloudwatch_logs(trail: Trail) -> Verdict:
    return is_set(trail.log_group, "no alarm can watch what it records")
