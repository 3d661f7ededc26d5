"""Encryption at rest covers the volume, its backups, snapshots and replicas, and can only be chosen at creation.

It is stated on the cluster; a member cannot state it. Clusters created since February 2026 are encrypted with a
key that AWS owns even where nothing is said, but older ones are not, so the program has to say it.
"""

from ...model.rds import DbCluster
from ..control import PASS, Severity, Verdict, control, is_true, unknown


@control(
    title="DB cluster is encrypted at rest",
    severity=Severity.HIGH,
    topic="data-protection",
    source="Overview.Encryption",
    remediation="Set storageEncrypted to true. On an existing cluster that is a replacement: restore a snapshot.",
    equivalents=(
        "securityhub:RDS.27",
        "config:RDS_CLUSTER_ENCRYPTED_AT_REST",
        "controltower:CT.RDS.PR.16",
        "checkov:CKV_AWS_96",
        "prowler:rds_cluster_storage_encrypted",
        "trivy:AWS-0079",
        "cdk-nag:RDSStorageEncrypted",
        "cfn-guard:RDS_STORAGE_ENCRYPTED",
        "cfn_nag:F26",
        "hashicorp-fsbp:rds-cluster-encrypted-at-rest",
        "kics:1a690d1d-0ae7-49fa-b2db-b75ae0dd1d3e",
        "kics:3199c26c-7871-4cb3-99c2-10a59244ce7f",
        "kics:aurora_with_disabled_at_rest_encryption",
        "kics:rds_storage_encryption_disabled",
        "kics:rds_storage_not_encrypted",
        "mondoo:rds-cluster-encryption-at-rest",
        "pulumi:aws-rds-cluster-disallow-unencrypted-storage",
        "pulumi:awsnative-rds-dbcluster-disallow-unencrypted-storage",
        "steampipe-terraform:rds_db_cluster_encryption_enabled",
        "steampipe:rds_db_cluster_encryption_at_rest_enabled",
        "terrascan:AC_AWS_0186",
        "yatas:AWS_RDS_010",
    ),
)
def cluster_storage_encrypted(cluster: DbCluster) -> Verdict:
    if cluster.is_serverless_v1:
        return PASS  # always encrypted
    encrypted = cluster.storage_encrypted
    if encrypted.is_absent and cluster.inherits_credentials:
        if cluster.kms_key_id.is_set:
            return PASS  # restoring with a key encrypts, whatever the source is
        return unknown("the cluster is encrypted where its source is: state `storageEncrypted`", encrypted)
    return is_true(encrypted)
