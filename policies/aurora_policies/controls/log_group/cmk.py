"""Logs are encrypted with a key that the customer controls, so that reading them can be granted and revoked.

CloudWatch Logs encrypts every group anyway, with a key of its own; this control is about who holds the key."""

from ...model.log_group import LogGroup
from ..control import PASS, Severity, Verdict, control, fail


@control(
    title="Log group is encrypted with a customer-managed key",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    remediation=(
        "Set kmsKeyId to a key whose policy lets the Logs service of the Region use it; the change is in"
        " place."
    ),
)
def cmk(group: LogGroup) -> Verdict:
    if group.kms_key_id.is_set:
        return PASS
    return fail(
        "The log group is encrypted with a key that AWS owns: `kmsKeyId` names no key.", group.kms_key_id
    )
