"""The key that AWS manages for SNS cannot be opened for RDS events or alarms: they are accepted and never arrive."""

from ...model import Stack
from ...model.sns import Topic
from .._customer_key import customer_key
from ..control import Severity, Verdict, control, fail


@control(
    title="SNS topic is encrypted with a customer-managed key",
    severity=Severity.LOW,
    topic="data-protection",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html",
    remediation=(
        "Set kmsMasterKeyId to a customer-managed key whose policy admits events.rds.amazonaws.com and "
        "cloudwatch.amazonaws.com; in place."
    ),
)
def topic_cmk(topic: Topic, stack: Stack) -> Verdict:
    if topic.kms_key_id.is_absent:
        return fail("The topic is not encrypted: `kmsMasterKeyId` names no key.", topic.kms_key_id)
    return customer_key(topic.kms_key_id, stack, "sns", "The topic is encrypted")
