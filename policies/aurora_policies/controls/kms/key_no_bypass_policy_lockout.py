"""The safety check refuses a key policy that would lock out whoever sets it; without it, one mistake orphans the key
and the data under it."""

from ...model.kms import KmsKey, PolicyHolder
from ..control import Fix, Severity, Verdict, control, is_false


@control(
    title="KMS key keeps the check against locking everyone out",
    severity=Severity.HIGH,
    topic="data-protection",
    source="https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
    remediation="Set bypassPolicyLockoutSafetyCheck to false or leave it out; the change is in place.",
    fix=Fix(KmsKey.bypass_lockout_check, False),
)
def key_no_bypass_policy_lockout(key: PolicyHolder) -> Verdict:
    return is_false(key.bypass_lockout_check)
