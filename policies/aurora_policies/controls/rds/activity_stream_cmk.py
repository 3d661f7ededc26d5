"""An activity stream holds every statement with its values; AWS asks for a key of one's own and no other will do."""

from ...model.rds import ActivityStream
from ..control import Severity, Verdict, control, fail, is_set


@control(
    title="Database activity stream is encrypted with a customer-managed key",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="DBActivityStreams.Prereqs",
    remediation="Set kmsKeyId to a customer-managed key; a replacement.",
)
def activity_stream_cmk(stream: ActivityStream) -> Verdict:
    key = stream.kms_key_id
    if not key.is_unknown and "alias/aws/" in str(key.get("")):
        return fail(f"`{key.path}` is {key.shown()}, a key that AWS manages.", key)
    return is_set(key, "an activity stream needs a customer-managed key")
