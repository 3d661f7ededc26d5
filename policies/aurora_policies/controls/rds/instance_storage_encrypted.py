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
