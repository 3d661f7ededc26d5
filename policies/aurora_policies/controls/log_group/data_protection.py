"""Statements end up in logs, and with them personal data and now and then a password: a data protection policy
masks them for readers who need not see them."""

from ...model import Stack
from ...model.log_group import LogDataProtectionPolicy, LogGroup
from ..control import PASS, Severity, Verdict, control, fail, is_set


@control(
    title="Audit log group masks sensitive data",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/mask-sensitive-log-data.html",
    remediation=(
        "Attach a data protection policy to the log group; it is in place and billed by the data scanned."
    ),
    opt_in="Scanning is billed by the gigabyte.",
)
def data_protection(group: LogGroup, stack: Stack) -> Verdict:
    if group.is_native:
        return is_set(group.value("dataProtectionPolicy"), "no data protection policy masks what is logged")
    if stack.referrers(group, LogDataProtectionPolicy, "logGroupName"):
        return PASS
    return fail("No data protection policy of this stack belongs to the log group.")
