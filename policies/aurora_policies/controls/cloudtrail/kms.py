"""Reading the record of who did what is a right of its own, granted by the key and not by the bucket alone."""

from ...model.cloudtrail import EventDataStore, Trail
from ..control import Severity, Verdict, control, is_set


@control(
    title="Trail encrypts its log files with a KMS key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
    remediation="Set kmsKeyId to a key that CloudTrail may use; in place.",
    equivalents=(
        "securityhub:CloudTrail.2",
        "config:CLOUD_TRAIL_ENCRYPTION_ENABLED",
        "checkov:CKV_AWS_294",
        "checkov:CKV_AWS_35",
        "prowler:cloudtrail_kms_encryption_enabled",
        "trivy:AWS-0015",
        "cdk-nag:CloudTrailEncryptionEnabled",
        "cfn-guard:CLOUD_TRAIL_ENCRYPTION_ENABLED",
        "cloudsploit:cloudtrail/cloudtrailEncryption",
        "hashicorp-cis:cloudtrail-server-side-encryption-enabled",
        "hashicorp-fsbp:cloudtrail-server-side-encryption-enabled",
        "kics:cloudtrail_log_files_not_encrypted_with_kms",
        "regula:FG_R00035",
        "scoutsuite:cloudtrail-no-encryption-with-kms",
        "steampipe-terraform:cloudtrail_event_data_store_encrypted_with_kms_cmk",
        "steampipe-terraform:cloudtrail_trail_logs_encrypted_with_kms_cmk",
        "steampipe:cloudtrail_trail_logs_encrypted_with_kms_cmk",
        "terrascan:AC_AWS_0033",
        "yatas:AWS_CLD_001",
    ),
)
def kms(trail: Trail | EventDataStore) -> Verdict:
    return is_set(trail.kms_key_id, "whoever may read the bucket may read the trail")
