"""How long logs are kept is a decision, not an accident: a group without a retention keeps, and bills, for ever."""

from ...model.logs import LogGroup
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Log group states how long it keeps its events",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    remediation="Set retentionInDays; the change is in place and deletes what is older.",
    equivalents=(
        "checkov:CKV_AWS_66",
        "cdk-nag:CloudWatchLogGroupRetentionPeriod",
        "cfn-guard:CW_LOGGROUP_RETENTION_PERIOD_CHECK",
        "cfn_nag:W86",
        "kics:cloudwatch_without_retention_period_specified",
        "mondoo:cloudwatch-log-group-retention-set",
        "steampipe-terraform:cloudwatch_log_group_retention",
        "terrascan:AC_AWS_0041",
        "terrascan:AC_AWS_0452",
    ),
)
def retention_set(group: LogGroup) -> Verdict:
    if group.retention.get(0) == 0:
        state = "is not set" if group.retention.is_absent else "is 0"
        return fail(f"`retentionInDays` {state}, so events are kept for ever.", group.retention)
    return PASS
