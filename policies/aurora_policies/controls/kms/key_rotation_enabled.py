"""A key that gets new material every year limits how much data one leaked copy of the material can open.

KMS rotates symmetric encryption keys of its own making. Asymmetric and HMAC keys, imported material and custom key
stores cannot be rotated automatically, a replica follows its primary key, and KMS refuses to rotate a disabled key."""

from ...model.kms import ExternalKey, KmsKey, ReplicaKey
from ..control import Fix, Severity, Verdict, control, is_true, not_applicable


@control(
    title="KMS key is rotated automatically",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation="Set enableKeyRotation to true; the key's ARN stays, and the change is in place.",
    fix=Fix(KmsKey.rotation, True),
)
def key_rotation_enabled(key: KmsKey | ReplicaKey | ExternalKey) -> Verdict:
    if isinstance(key, ReplicaKey):
        return not_applicable("a replica is rotated with its primary key")
    if isinstance(key, ExternalKey):
        return not_applicable("imported key material cannot be rotated automatically")
    if not key.is_from_kms:
        return not_applicable("key material that KMS did not make cannot be rotated automatically")
    if not key.is_symmetric:
        return not_applicable("only symmetric encryption keys can be rotated automatically")
    if not key.enabled.is_unknown and not key.enabled.get(True):
        return not_applicable("KMS rotates no key that is disabled, which kms-key-enabled judges")
    return is_true(key.rotation)
