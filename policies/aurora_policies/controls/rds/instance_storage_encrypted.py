"""Encryption at rest covers the volume, its backups, snapshots and replicas, and can only be chosen at creation.

A member of a cluster has the cluster's; a replica and a restored snapshot have that of their source.
"""

from ...model.rds import DbInstance
from ..control import PASS, Severity, Verdict, control, is_true, not_applicable, unknown


@control(
    title="DB instance is encrypted at rest",
    severity=Severity.HIGH,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html",
    remediation="Set storageEncrypted to true. On an existing instance that is a replacement: restore a copy.",
    equivalents=(
        "securityhub:RDS.3",
        "config:RDS_STORAGE_ENCRYPTED",
        "controltower:CT.RDS.PR.24",
        "checkov:CKV_AWS_16",
        "prowler:rds_instance_storage_encrypted",
        "trivy:AWS-0080",
        "cdk-nag:RDSStorageEncrypted",
        "awsguard:rds-storage-encrypted",
        "cfn-guard:RDS_STORAGE_ENCRYPTED",
        "cfn_nag:F27",
        "cloudsploit:rds/rdsEncryptionEnabled",
        "hashicorp-cis:rds-encryption-at-rest-enabled",
        "hashicorp-fsbp:rds-encryption-at-rest-enabled",
        "kics:db_instance_storage_not_encrypted",
        "kics:terraform-aws-db-instance-storage-not-encrypted",
        "mondoo:rds-instance-encryption-at-rest",
        "pulumi:aws-rds-instance-disallow-unencrypted-storage",
        "pulumi:awsnative-rds-dbinstance-disallow-unencrypted-storage",
        "regula:FG_R00093",
        "scoutsuite:rds-instance-storage-not-encrypted",
        "steampipe-terraform:rds_db_instance_encryption_at_rest_enabled",
        "steampipe:rds_db_instance_encryption_at_rest_enabled",
        "terrascan:AC_AWS_0058",
        "yatas:AWS_RDS_001",
    ),
)
def instance_storage_encrypted(instance: DbInstance) -> Verdict:
    encrypted = instance.storage_encrypted
    if encrypted.is_absent and instance.kms_key_id.is_set and instance.inherits_credentials:
        return PASS  # restoring or replicating with a key encrypts
    if encrypted.is_absent and instance.is_replica:
        return unknown("a replica is encrypted where its source is", encrypted)
    if encrypted.is_absent and instance.is_restore:
        return not_applicable("a restored instance is encrypted where its source is")
    return is_true(encrypted)
