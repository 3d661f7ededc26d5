"""Somebody is told when keys are disabled, policies change or the root user signs in.

A filter counts when its pattern speaks of the event's API calls, whatever its exact wording, and its metric feeds an
alarm with an action."""

from dataclasses import dataclass

from ...model import Stack
from ...model.cloudwatch import Alarm, MetricFilter
from ..control import PASS, Scope, Severity, Verdict, control, fail, setting

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
    scope=Scope.ACCOUNT,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html",
    remediation=(
        "For each missing event add a log metric filter on the trail's group and an alarm with an action"
        " on its metric."
    ),
    opt_in="These alarms belong to the account's trail, not to a database stack.",
)
def cis_metric_filter_alarms(stack: Stack, settings: Events) -> Verdict:
    filters = [(item.pattern.get(""), item) for item in stack.all(MetricFilter)]
    missing = [name for name in settings.events if not _is_watched(name, filters, stack)]
    return fail(f"Nothing raises an alarm on: {', '.join(missing)}.") if missing else PASS
