"""A notification that never arrives is noticed."""

from ...model.sns import Topic
from ..control import PASS, Severity, Verdict, control, fail, is_set

PROTOCOLS = ("application", "firehose", "http", "lambda", "sqs")


@control(
    title="SNS topic logs whether messages arrive",
    severity=Severity.LOW,
    topic="logging-and-monitoring",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-topic-attributes.html",
    remediation="Set a feedback role for the protocols in use; in place, and the log lines are billed.",
    opt_in="Delivery logs are billed, and AWS has withdrawn the check from its own standard.",
)
def delivery_logging(topic: Topic) -> Verdict:
    if topic.is_native:
        return is_set(topic.delivery_logging, "nobody learns that messages do not arrive")
    if any(topic.value(f"{kind}FailureFeedbackRoleArn").is_set for kind in PROTOCOLS):
        return PASS
    return fail("No `...FailureFeedbackRoleArn` is set, so nobody learns that messages do not arrive.")
