"""A copy is where a snapshot gets a key that another account or Region can be let use."""

from ...model import Stack
from ...model.rds import SnapshotCopy
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, fail


@control(
    title="Snapshot copy is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="aurora-copy-snapshot",
    remediation="Set kmsKeyId to a customer-managed key of the Region the copy goes to; a replacement.",
)
def snapshot_copy_cmk(copy: SnapshotCopy, stack: Stack) -> Verdict:
    key = copy.kms_key_id
    if key.is_absent:
        return fail("`kmsKeyId` is not set: the copy keeps the key of its source, or has none.", key)
    return customer_key(key, stack, "rds", "The copy is encrypted, but")
