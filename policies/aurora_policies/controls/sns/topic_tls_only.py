"""Notifications are published over TLS only."""

from ...model import PolicyDocument, Stack
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, control, decide, fail, some


def _denies_plain_http(topic: Topic | TopicPolicy) -> Verdict:
    document = PolicyDocument.of(topic.policy)
    for statement in document.statements if document else ():
        if statement.allows or not statement.covers("sns:Publish"):
            continue
        for condition in statement.conditions:
            plain = [str(value).lower() for value in condition.values] == ["false"]
            if (
                condition.operator.lower() == "bool"
                and condition.key.lower() == "aws:securetransport"
                and plain
            ):
                return PASS
    return fail("denies nothing over plain HTTP")


@control(
    title="SNS topic refuses publishers without TLS",
    severity=Severity.MEDIUM,
    topic="data-protection",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html",
    remediation="Add a statement that denies sns:Publish where aws:SecureTransport is false; in place.",
)
def topic_tls_only(topic: Topic, stack: Stack) -> Verdict:
    if topic.kms_key_id.is_set:
        return PASS
    policies: list[Topic | TopicPolicy] = [*stack.referrers(topic, TopicPolicy, "arn", "topics", "topicArn")]
    if not topic.is_native:
        policies.append(topic)
    return some(
        (decide(_denies_plain_http, item) for item in policies),
        otherwise=fail("No policy of the topic denies sns:Publish where aws:SecureTransport is false."),
    )
