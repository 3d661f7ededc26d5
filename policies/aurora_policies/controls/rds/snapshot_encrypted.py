"""A snapshot is encrypted where what it was taken of is; only a copy can be given a key of its own.

No program can state it on the snapshot itself, so its source is judged.
"""

from ...model import Stack, to_flag
from ...model.rds import DbCluster, DbInstance, Snapshot, SnapshotCopy
from ..control import PASS, Severity, Verdict, control, fail, not_applicable, unknown


def _database_of(snapshot: Snapshot, stack: Stack) -> DbCluster | DbInstance | None:
    """What `snapshot` was taken of."""
    if snapshot.cluster.is_set:
        return stack.follow(snapshot.cluster, DbCluster).only()
    return stack.follow(snapshot.instance, DbInstance).only()


def _original_of(copy: SnapshotCopy, stack: Stack) -> Snapshot | SnapshotCopy | None:
    """What `copy` was copied from."""
    of_cluster = copy.source_cluster_snapshot
    source = of_cluster if of_cluster.is_set else copy.source_instance_snapshot
    copies = stack.follow(source, SnapshotCopy).found
    return copies[0] if copies else stack.follow(source, Snapshot).only()


def _reported(snapshot: Snapshot | SnapshotCopy) -> Verdict | None:
    """What AWS reports of a snapshot that exists; None where it is still to be made."""
    for value in (snapshot.value("storageEncrypted"), snapshot.value("encrypted")):
        if value.is_set and not value.is_unknown:
            if value.as_(to_flag).get(False):
                return PASS
            return fail(f"`{value.path}` of the snapshot is {value.shown()}.", value)
    return None


def _of_database(database: DbCluster | DbInstance) -> Verdict:
    if isinstance(database, DbCluster) and database.is_serverless_v1:
        return PASS
    if database.storage_encrypted.get(False):
        return PASS
    if database.storage_encrypted.is_absent and (database.inherits_credentials or database.kms_key_id.is_set):
        return unknown(f"`{database.name}` is encrypted where its own source is", database.storage_encrypted)
    return fail(f"It is a snapshot of `{database.name}`, which is not encrypted.")


@control(
    title="DB snapshot is encrypted",
    severity=Severity.HIGH,
    topic="data-protection",
    source="Overview.Encryption",
    remediation="Encrypt the database, or give the copy of the snapshot a kmsKeyId; each is a replacement.",
)
def snapshot_encrypted(snapshot: Snapshot | SnapshotCopy, stack: Stack) -> Verdict:
    seen: set[str] = set()
    made: Snapshot | SnapshotCopy | None = snapshot
    while isinstance(made, SnapshotCopy) and made.urn not in seen:
        if made.kms_key_id.is_set:
            return PASS
        if (reported := _reported(made)) is not None:
            return reported
        seen.add(made.urn)
        made = _original_of(made, stack)
    if not isinstance(made, Snapshot):
        return not_applicable("the copy names no source")
    if (reported := _reported(made)) is not None:
        return reported
    database = _database_of(made, stack)
    return not_applicable("the snapshot names no source") if database is None else _of_database(database)
