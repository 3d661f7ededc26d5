"""Somebody is told when keys are disabled, policies change or the root user signs in.

A filter counts when its pattern speaks of the event's API calls, whatever its exact wording, and its metric feeds an
alarm with an action."""

from dataclasses import dataclass

from ...model import Stack
from ...model.cloudwatch import Alarm, MetricFilter
from ..control import PASS, Severity, Verdict, control, fail, setting

# What a filter's pattern must mention to be about the event, after the CIS AWS Foundations Benchmark.
EVENTS: dict[str, tuple[str, ...]] = {
    "unauthorized-calls": ("UnauthorizedOperation", "AccessDenied"),
    "sign-in-without-mfa": ("ConsoleLogin", "MFAUsed"),
    "root-use": ("Root", "userIdentity.type"),
    "iam-policy-changes": ("DeleteRolePolicy", "AttachRolePolicy"),
    "trail-changes": ("StopLogging", "UpdateTrail"),
    "failed-sign-ins": ("ConsoleLogin", "Failed authentication"),
    "key-deletion": ("DisableKey", "ScheduleKeyDeletion"),
    "bucket-policy-changes": ("PutBucketPolicy", "DeleteBucketPolicy"),
    "config-changes": ("StopConfigurationRecorder", "PutConfigurationRecorder"),
    "security-group-changes": ("AuthorizeSecurityGroupIngress", "DeleteSecurityGroup"),
    "network-acl-changes": ("CreateNetworkAcl", "ReplaceNetworkAclEntry"),
    "gateway-changes": ("CreateCustomerGateway", "DetachInternetGateway"),
    "route-changes": ("CreateRoute", "DeleteRouteTable"),
    "vpc-changes": ("CreateVpc", "ModifyVpcAttribute"),
    "organization-changes": ("organizations.amazonaws.com",),
}


@dataclass(frozen=True)
class Events:
    """The events that must raise an alarm."""

    events: tuple[str, ...] = setting(
        tuple(EVENTS), "Events that must raise an alarm.", choices=tuple(EVENTS)
    )


def _is_watched(event: str, filters: list[tuple[str, MetricFilter]], stack: Stack) -> bool:
    metrics = {
        name
        for pattern, item in filters
        if all(word.lower() in pattern.lower() for word in EVENTS[event])
        for name in _metrics(item)
    }
    return any(
        alarm.metric_name.get("") in metrics
        and alarm.alarm_actions.is_set
        and alarm.actions_enabled.get(True)
        for alarm in stack.all(Alarm)
    )


def _metrics(item: MetricFilter) -> list[str]:
    """The names of the metrics that a filter feeds, in either provider's spelling."""
    entries = [item.transformation] if not item.is_native else list(item.transformation.items())
    return [str(entry.at("metricName" if item.is_native else "name").get("")) for entry in entries]


@control(
    title="Account-wide changes of consequence raise an alarm",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
    remediation=(
        "For each missing event add a log metric filter on the trail's group and an alarm with an action"
        " on its metric."
    ),
    equivalents=(
        "securityhub:CloudWatch.1",
        "securityhub:CloudWatch.10",
        "securityhub:CloudWatch.11",
        "securityhub:CloudWatch.12",
        "securityhub:CloudWatch.13",
        "securityhub:CloudWatch.14",
        "securityhub:CloudWatch.2",
        "securityhub:CloudWatch.3",
        "securityhub:CloudWatch.4",
        "securityhub:CloudWatch.5",
        "securityhub:CloudWatch.6",
        "securityhub:CloudWatch.7",
        "securityhub:CloudWatch.8",
        "securityhub:CloudWatch.9",
        "prowler:cloudwatch_changes_to_network_acls_alarm_configured",
        "prowler:cloudwatch_changes_to_network_gateways_alarm_configured",
        "prowler:cloudwatch_changes_to_network_route_tables_alarm_configured",
        "prowler:cloudwatch_changes_to_vpcs_alarm_configured",
        "prowler:cloudwatch_log_metric_filter_and_alarm_for_aws_config_configuration_changes_enabled",
        "prowler:cloudwatch_log_metric_filter_and_alarm_for_cloudtrail_configuration_changes_enabled",
        "prowler:cloudwatch_log_metric_filter_authentication_failures",
        "prowler:cloudwatch_log_metric_filter_aws_organizations_changes",
        "prowler:cloudwatch_log_metric_filter_disable_or_scheduled_deletion_of_kms_cmk",
        "prowler:cloudwatch_log_metric_filter_for_s3_bucket_policy_changes",
        "prowler:cloudwatch_log_metric_filter_policy_changes",
        "prowler:cloudwatch_log_metric_filter_root_usage",
        "prowler:cloudwatch_log_metric_filter_security_group_changes",
        "prowler:cloudwatch_log_metric_filter_sign_in_without_mfa",
        "prowler:cloudwatch_log_metric_filter_unauthorized_api_calls",
        "trivy:AWS-0147",
        "trivy:AWS-0148",
        "trivy:AWS-0149",
        "trivy:AWS-0150",
        "trivy:AWS-0151",
        "trivy:AWS-0152",
        "trivy:AWS-0153",
        "trivy:AWS-0154",
        "trivy:AWS-0155",
        "trivy:AWS-0156",
        "trivy:AWS-0157",
        "trivy:AWS-0158",
        "trivy:AWS-0159",
        "trivy:AWS-0160",
        "trivy:AWS-0174",
        "cloudsploit:cloudwatchlogs/monitoringMetrics",
        "mondoo:cloudwatch-cloudtrail-config-alarm",
        "mondoo:cloudwatch-cmk-disable-delete-alarm",
        "mondoo:cloudwatch-config-change-alarm",
        "mondoo:cloudwatch-console-auth-failure-alarm",
        "mondoo:cloudwatch-iam-policy-change-alarm",
        "mondoo:cloudwatch-nacl-change-alarm",
        "mondoo:cloudwatch-network-gw-change-alarm",
        "mondoo:cloudwatch-org-change-alarm",
        "mondoo:cloudwatch-root-usage-alarm",
        "mondoo:cloudwatch-route-table-change-alarm",
        "mondoo:cloudwatch-s3-policy-change-alarm",
        "mondoo:cloudwatch-security-group-change-alarm",
        "mondoo:cloudwatch-unauthorized-api-alarm",
        "mondoo:cloudwatch-vpc-change-alarm",
        "steampipe:log_metric_filter_bucket_policy",
        "steampipe:log_metric_filter_cloudtrail_configuration",
        "steampipe:log_metric_filter_config_configuration",
        "steampipe:log_metric_filter_console_authentication_failure",
        "steampipe:log_metric_filter_console_login_mfa",
        "steampipe:log_metric_filter_disable_or_delete_cmk",
        "steampipe:log_metric_filter_iam_policy",
        "steampipe:log_metric_filter_network_acl",
        "steampipe:log_metric_filter_network_gateway",
        "steampipe:log_metric_filter_organization",
        "steampipe:log_metric_filter_root_login",
        "steampipe:log_metric_filter_route_table",
        "steampipe:log_metric_filter_security_group",
        "steampipe:log_metric_filter_unauthorized_api",
        "steampipe:log_metric_filter_vpc",
    ),
    opt_in="These alarms belong to the account's trail, not to a database stack.",
)
def cis_metric_filter_alarms(stack: Stack, settings: Events) -> Verdict:
    filters = [(item.pattern.get(""), item) for item in stack.all(MetricFilter)]
    missing = [name for name in settings.events if not _is_watched(name, filters, stack)]
    return fail(f"Nothing raises an alarm on: {', '.join(missing)}.") if missing else PASS
