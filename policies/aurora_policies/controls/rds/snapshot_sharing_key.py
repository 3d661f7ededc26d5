"""A snapshot that is encrypted with the key AWS manages cannot be shared: no other account may use that key."""

from ...model import Stack
from ...model.rds import DbCluster, DbInstance, Snapshot, SnapshotCopy
from .._customer_key import customer_key
from ..control import PASS, Severity, Verdict, control, not_applicable, unknown


@control(
    title="Shared snapshot is encrypted with a key that can be shared, too",
    severity=Severity.LOW,
    topic="data-protection",
    source="aurora-share-snapshot",
    remediation="Copy the snapshot with a customer-managed kmsKeyId and share the copy; a new resource.",
)
def snapshot_sharing_key(snapshot: Snapshot | SnapshotCopy, stack: Stack) -> Verdict:
    if snapshot.shared_accounts.is_absent:
        return not_applicable("the snapshot is not shared")
    if isinstance(snapshot, SnapshotCopy):
        if snapshot.kms_key_id.is_absent:
            return unknown("the copy has the key of its source", snapshot.kms_key_id)
        return customer_key(snapshot.kms_key_id, stack, "rds", "The shared copy is encrypted")
    database: DbCluster | DbInstance | None
    if snapshot.cluster.is_set:
        database = stack.follow(snapshot.cluster, DbCluster).only()
    else:
        database = stack.follow(snapshot.instance, DbInstance).only()
    if database is None:
        return not_applicable("the snapshot names no source")
    if database.kms_key_id.is_absent:
        if database.is_restore or database.is_replica:
            return unknown(f"`{database.name}` has the key of its own source", database.kms_key_id)
        if not database.storage_encrypted.get(False):
            return PASS  # shared in the clear, which rds-snapshot-encrypted judges
    return customer_key(
        database.kms_key_id, stack, "rds", f"`{database.name}`, and so its shared snapshot, is encrypted"
    )
