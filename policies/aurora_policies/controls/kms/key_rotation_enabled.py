"""A key that gets new material every year limits how much data one leaked copy of the material can open.

KMS rotates symmetric encryption keys of its own making. Asymmetric and HMAC keys, imported material and custom key
stores cannot be rotated automatically, and a replica follows its primary key."""

from ...model.kms import ExternalKey, KmsKey, ReplicaKey
from ..control import Fix, Severity, Verdict, control, is_true, not_applicable


@control(
    title="KMS key is rotated automatically",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="Overview.Encryption.Keys",
    remediation="Set enableKeyRotation to true; the key's ARN stays, and the change is in place.",
    equivalents=(
        "securityhub:KMS.4",
        "config:CMK_BACKING_KEY_ROTATION_ENABLED",
        "controltower:CT.KMS.PR.1",
        "checkov:CKV_AWS_7",
        "prowler:kms_cmk_rotation_enabled",
        "trivy:AWS-0065",
        "cdk-nag:KMSBackingKeyRotationEnabled",
        "awsguard:cmk-backing-key-rotation-enabled",
        "cfn-guard:CMK_BACKING_KEY_ROTATION_ENABLED",
        "cfn_nag:F19",
        "cloudsploit:kms/kmsKeyRotation",
        "hashicorp-cis:kms-key-rotation-enabled",
        "kics:cmk_rotation_disabled",
        "pulumi:aws-kms-key-enable-key-rotation",
        "pulumi:awsnative-kms-key-enable-key-rotation",
        "regula:FG_R00036",
        "scoutsuite:kms-cmk-rotation-disabled",
        "steampipe-terraform:kms_cmk_rotation_enabled",
        "steampipe:kms_cmk_rotation_enabled",
        "terrascan:AC_AWS_0160",
    ),
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
    return is_true(key.rotation)
