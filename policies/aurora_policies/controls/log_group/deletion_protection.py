"""The logs of a database outlive the stack that made them: a destroy leaves the audit trail in place."""

from ...model.log_group import LogGroup
from ..control import PASS, Fix, Severity, Verdict, control, fail


@control(
    title="Audit log group is protected against deletion",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html",
    remediation=(
        "Set deletionProtectionEnabled, or skipDestroy so that destroying the stack leaves the group; "
        "both are in place and free."
    ),
    opt_in="Only audit logs need it; short-lived groups would be left behind.",
    fix=Fix(LogGroup.deletion_protection, True),
)
def deletion_protection(group: LogGroup) -> Verdict:
    if group.deletion_protection.get(False) or (not group.is_native and group.skip_destroy.get(False)):
        return PASS
    return fail("Neither `deletionProtectionEnabled` nor `skipDestroy` is true.", group.deletion_protection)
