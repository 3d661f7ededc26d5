"""A notification that a system could not take is kept until it can."""

from ...model.sns import Subscription
from ..control import Severity, Verdict, control, is_set, not_applicable


@control(
    title="SNS subscription keeps what it cannot deliver",
    severity=Severity.LOW,
    topic="resilience",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html",
    remediation="Set redrivePolicy to a dead-letter queue; in place.",
)
def subscription_redrive(subscription: Subscription) -> Verdict:
    if (subscription.protocol.get("") or "").lower() in ("email", "email-json", "sms", "application"):
        return not_applicable("the endpoint is a person or a device, not a system")
    return is_set(subscription.redrive_policy, "what cannot be delivered is lost")
