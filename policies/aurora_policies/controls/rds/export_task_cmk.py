"""An export leaves the database behind: in the bucket only the key still guards the data."""

from ...model.rds import ExportTask
from ..control import Severity, Verdict, control, fail, is_set


@control(
    title="Snapshot export to S3 is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="aurora-export-snapshot",
    remediation="Set kmsKeyId to a symmetric customer-managed key; a replacement.",
)
def export_task_cmk(task: ExportTask) -> Verdict:
    key = task.kms_key_id
    if not key.is_unknown and "alias/aws/" in str(key.get("")):
        return fail(f"`{key.path}` is {key.shown()}, a key that AWS manages.", key)
    return is_set(key, "an export needs a customer-managed key")
