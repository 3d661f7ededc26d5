"""An encrypted topic that CloudWatch, RDS and AWS Backup of this account may publish to, and only over TLS."""

from collections.abc import Mapping
from dataclasses import dataclass

import pulumi_aws as aws
from pulumi import Input, Output, Resource

from .aws import Location, Statement, child_options, locate, policy_document, service_principal


@dataclass(frozen=True)
class Notifications:
    """A topic, and the policy that must exist before a service can publish to it."""

    arn: Output[str]
    policy: aws.sns.TopicPolicy


def notification_topic(
    parent: Resource,
    name: str,
    topic_name: str,
    *,
    key_arn: Input[str],
    region: str | None,
    tags: Mapping[str, Input[str]],
) -> Notifications:
    """Create the topic `<name>-topic`, called `topic_name` in AWS, and its policy.

    The key's policy must let the publishers use it, or messages vanish without an error: see DatabaseKey.
    """
    location = locate(parent, region)
    topic = aws.sns.Topic(
        f"{name}-topic",
        name=topic_name,
        kms_master_key_id=key_arn,
        signature_version=2,
        region=region,
        tags=tags,
        opts=child_options(parent),
    )
    # From the name and not from the topic, so that the policy is known at preview.
    policy = policy_document(*_statements(location, location.arn("sns", topic_name)))
    topic_policy = aws.sns.TopicPolicy(
        f"{name}-topic-policy", arn=topic.arn, policy=policy, region=region, opts=child_options(parent)
    )
    return Notifications(topic.arn, topic_policy)


def _statements(location: Location, topic_arn: Output[str]) -> list[Statement]:
    publishers = {
        "Alarms": ("cloudwatch", location.arn("cloudwatch", "alarm:*")),
        "DatabaseEvents": ("events.rds", location.arn("rds", "*")),
        "BackupEvents": ("backup", None),
    }
    statements: list[Statement] = []
    for sid, (service, source) in publishers.items():
        condition: dict[str, Mapping[str, Input[str]]] = {
            "StringEquals": {"aws:SourceAccount": location.account_id}
        }
        if source is not None:
            condition["ArnLike"] = {"aws:SourceArn": source}
        statements.append(
            {
                "Sid": sid,
                "Effect": "Allow",
                "Principal": {"Service": service_principal(service)},
                "Action": "sns:Publish",
                "Resource": topic_arn,
                "Condition": condition,
            }
        )
    return [
        *statements,
        {
            "Sid": "OnlyOverTls",
            "Effect": "Deny",
            "Principal": "*",
            "Action": "sns:Publish",
            "Resource": topic_arn,
            "Condition": {"Bool": {"aws:SecureTransport": "false"}},
        },
    ]
