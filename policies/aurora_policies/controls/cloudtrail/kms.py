"""Reading the record of who did what is a right of its own, granted by the key and not by the bucket alone."""

from ...model.cloudtrail import EventDataStore, Trail
from ..control import Severity, Verdict, control, is_set


@control(
    title="Trail encrypts its log files with a KMS key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/encrypting-cloudtrail-log-files-with-aws-kms.html",
    remediation="Set kmsKeyId to a key that CloudTrail may use; in place.",
)
def kms(trail: Trail | EventDataStore) -> Verdict:
    return is_set(trail.kms_key_id, "whoever may read the bucket may read the trail")
