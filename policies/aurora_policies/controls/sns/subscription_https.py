"""A notification about a database crosses the network encrypted."""

from ...model.sns import Subscription
from ..control import Severity, Verdict, control, none_of


@control(
    title="SNS subscription does not deliver over plain HTTP",
    severity=Severity.HIGH,
    topic="data-protection",
    source="https://docs.aws.amazon.com/sns/latest/dg/sns-http-https-endpoint-as-subscriber.html",
    remediation="Subscribe an https endpoint; the subscription is replaced.",
)
def subscription_https(subscription: Subscription) -> Verdict:
    return none_of(subscription.protocol, ("http",), "the messages travel in clear text")
