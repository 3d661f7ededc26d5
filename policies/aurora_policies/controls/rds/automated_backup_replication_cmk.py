"""Backups in a second Region are as private as the key that encrypts them there."""

from ...model.rds import BackupReplication
from ..control import Severity, Verdict, control, customer_key


@control(
    title="Replicated automated backups are encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html",
    remediation="Set kmsKeyId to a customer-managed key of the destination Region; a replacement.",
)
def automated_backup_replication_cmk(replication: BackupReplication) -> Verdict:
    return customer_key(replication.kms_key_id, "rds", "The replicated backups are encrypted")
