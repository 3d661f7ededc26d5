"""Alarms on changes to keys, groups and policies need the events in a log group."""

from ...model.cloudtrail import Trail
from ..control import Severity, Verdict, control, is_set


@control(
    title="Trail also writes to CloudWatch Logs",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/send-cloudtrail-events-to-cloudwatch-logs.html",
    remediation="Set cloudWatchLogsGroupArn and cloudWatchLogsRoleArn; in place, ingestion is billed.",
    equivalents=(
        "securityhub:CloudTrail.5",
        "config:CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
        "checkov:CKV2_AWS_10",
        "prowler:cloudtrail_cloudwatch_logging_enabled",
        "trivy:AWS-0162",
        "cdk-nag:CloudTrailCloudWatchLogsEnabled",
        "cfn-guard:CLOUD_TRAIL_CLOUD_WATCH_LOGS_ENABLED",
        "cloudsploit:cloudtrail/cloudtrailToCloudwatch",
        "hashicorp-cis:cloudtrail-cloudwatch-logs-group-arn-present",
        "hashicorp-fsbp:cloudtrail-cloudwatch-logs-group-arn-present",
        "kics:cloudtrail_not_integrated_with_cloudwatch",
        "mondoo:cloudtrail-cloudwatch-integration",
        "regula:FG_R00029",
        "scoutsuite:cloudtrail-no-cloudwatch-integration",
        "steampipe:cloudtrail_multi_region_trail_integrated_with_logs",
        "steampipe:cloudtrail_trail_integrated_with_logs",
    ),
)
def cloudwatch_logs(trail: Trail) -> Verdict:
    return is_set(trail.log_group, "no alarm can watch what it records")
