"""An access key is a password that never expires, and one that a program makes stands in its state."""

from ...model.iam import AccessKey
from ..control import Severity, Verdict, control, fail, passed


@control(
    title="No access keys are made",
    severity=Severity.MEDIUM,
    topic="infrastructure-security",
    source="CHAP_BestPractices.Security",
    remediation="Let programs take on a role, and people sign in through IAM Identity Center; then delete the key.",
)
def no_access_keys(key: AccessKey) -> Verdict:
    if not key.status.is_unknown and (key.status.get("") or "").lower() == "inactive":
        return passed()
    return fail("An access key of a user never expires.")
