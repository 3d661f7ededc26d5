"""Notifications name databases, users and faults; on the topic they are encrypted at rest.

RDS events and CloudWatch alarms cannot publish to a topic under the key that AWS manages for SNS, so a topic for
them needs a key of the customer's."""

from ...model.sns import Topic
from ..control import Severity, Verdict, control, is_set


@control(
    title="SNS topic is encrypted at rest",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-server-side-encryption.html",
    remediation=(
        "Set kmsMasterKeyId to a customer-managed key that lets the publishing services use it; in place."
    ),
)
def topic_encrypted(topic: Topic) -> Verdict:
    return is_set(topic.kms_key_id, "messages are stored unencrypted")
