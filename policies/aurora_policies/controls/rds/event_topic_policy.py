"""A topic's own policy takes the place of the default one, which lets RDS of the account publish.

A policy that leaves RDS out loses every event, and nobody is told.
"""

from ...model import PolicyDocument, Stack, Value
from ...model.rds import EventSubscription
from ...model.sns import Topic, TopicPolicy
from ..control import PASS, Severity, Verdict, control, fail, unknown


def _lets_rds_publish(policy: Value[object]) -> bool:
    document = PolicyDocument.of(policy)
    return document is None or any(
        statement.allows
        and statement.covers("sns:Publish")
        and (
            statement.is_for_everyone
            or any(principal.service == "events.rds" for principal in statement.principals)
        )
        for statement in document.statements
    )


@control(
    title="Topic of RDS events lets RDS publish",
    severity=Severity.MEDIUM,
    topic="logging-and-monitoring",
    source="USER_Events.GrantingPermissions",
    remediation=(
        "Let events.rds.amazonaws.com do sns:Publish in the topic's policy, with conditions on aws:SourceAccount "
        "and aws:SourceArn; in place."
    ),
)
def event_topic_policy(subscription: EventSubscription, stack: Stack) -> Verdict:
    reference = stack.follow(subscription.topic, Topic)
    if reference.is_absent:
        return fail(f"`{subscription.topic.path}` is not set.", subscription.topic)
    if not reference.found:
        return unknown(reference.outside_reason, subscription.topic)
    topic = reference.found[0]
    policies: list[Value[object]] = [
        policy.policy for policy in stack.referrers(topic, TopicPolicy, "arn", "topicArn", "topics")
    ]
    if not topic.is_native and topic.policy.is_set:
        policies.append(topic.policy)
    if not policies:
        return PASS  # the default policy does
    if not all(_lets_rds_publish(policy) for policy in policies):
        return fail(
            f"The policy of topic `{topic.name}` does not let events.rds.amazonaws.com publish.",
            subscription.topic,
        )
    return PASS
