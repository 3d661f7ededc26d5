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
