"""A database whose key is disabled stops within the hour and can be saved for seven days only."""

from ...model.kms import ExternalKey, KmsKey, ReplicaKey
from ..control import Fix, Severity, Verdict, control, is_true


@control(
    title="KMS key is enabled",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation="Set isEnabled (aws-native, replicas and imported keys: enabled) to true; the change is in place.",
    fix=Fix(KmsKey.enabled, True),
)
def key_enabled(key: KmsKey | ReplicaKey | ExternalKey) -> Verdict:
    return is_true(key.enabled, absent=True)
