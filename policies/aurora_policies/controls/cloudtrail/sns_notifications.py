"""Whoever reads a trail's files as they come has to be told of each; a topic tells."""

from ...model.cloudtrail import Trail
from ..control import Severity, Verdict, control, is_set


@control(
    title="Trail tells a topic of new log files",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/awscloudtrail/latest/userguide/configure-sns-notifications-for-cloudtrail.html",
    remediation="Set snsTopicName to a topic whose policy lets CloudTrail publish; in place.",
    opt_in="a trail delivers a file every few minutes, and most who read them need no message for each",
)
def sns_notifications(trail: Trail) -> Verdict:
    return is_set(trail.topic, "nobody is told of new log files")
