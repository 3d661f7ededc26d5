"""Backups in a second Region are as private as the key that encrypts them there."""

from ...model import Stack
from ...model.rds import BackupReplication
from .._customer_key import customer_key
from ..control import Severity, Verdict, control


@control(
    title="Replicated automated backups are encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html",
    remediation="Set kmsKeyId to a customer-managed key of the destination Region; a replacement.",
)
def automated_backup_replication_cmk(replication: BackupReplication, stack: Stack) -> Verdict:
    return customer_key(replication.kms_key_id, stack, "rds", "The replicated backups are encrypted")
