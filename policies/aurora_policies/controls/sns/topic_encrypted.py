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
    equivalents=(
        "securityhub:SNS.1",
        "config:SNS_ENCRYPTED_KMS",
        "checkov:CKV_AWS_26",
        "prowler:sns_topics_kms_encryption_at_rest_enabled",
        "trivy:AWS-0095",
        "cdk-nag:SNSEncryptedKMS",
        "cfn-guard:SNS_ENCRYPTED_KMS",
        "cfn_nag:W47",
        "cloudsploit:sns/topicEncrypted",
        "kics:sns_topic_not_encrypted",
        "mondoo:sns-topic-encrypted",
        "steampipe-terraform:sns_topic_encrypted_at_rest",
        "steampipe:sns_topic_encrypted_at_rest",
        "terrascan:AC_AWS_0502",
    ),
)
def topic_encrypted(topic: Topic) -> Verdict:
    return is_set(topic.kms_key_id, "messages are stored unencrypted")
