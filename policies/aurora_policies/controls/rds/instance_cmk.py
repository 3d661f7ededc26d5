"""Only a key of one's own can be audited, shared with another account, rotated on one's own terms and taken away."""

from ...model import Stack
from ...model.rds import DbInstance
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, not_applicable, unknown


@control(
    title="DB instance is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
    remediation="Set kmsKeyId to the ARN of a customer-managed key of the instance's Region; a replacement.",
)
def instance_cmk(instance: DbInstance, stack: Stack) -> Verdict:
    key = instance.kms_key_id
    if key.is_absent:
        if instance.inherits_credentials:
            return unknown("the instance has the key of its source: state `kmsKeyId`", key)
        if not instance.storage_encrypted.get(False):
            return not_applicable(
                "the instance is not encrypted, which rds-instance-storage-encrypted judges"
            )
    return customer_key(key, stack, "rds", "The instance is encrypted, but")
