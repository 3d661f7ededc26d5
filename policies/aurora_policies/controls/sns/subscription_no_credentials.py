"""A password in the address of a subscription is read by everyone who may list subscriptions."""

from urllib.parse import urlsplit

from ...model.sns import Subscription
from ..control import Severity, Verdict, control, fail, not_applicable, passed


def _has_credentials(address: str) -> bool:
    try:
        return "@" in urlsplit(address).netloc
    except ValueError:
        return False


@control(
    title="Subscription's address holds no credentials",
    severity=Severity.HIGH,
    topic="data-protection",
    source="DataDurability",
    remediation="Take user and password out of endpoint, and let the receiver verify the signature; a replacement.",
)
def subscription_no_credentials(subscription: Subscription) -> Verdict:
    protocol = (subscription.protocol.get("") or "").lower()
    if protocol not in ("http", "https"):
        return not_applicable("only addresses on the web can hold credentials")
    if _has_credentials(subscription.endpoint.get("") or ""):
        return fail("`endpoint` holds a user or a password.", subscription.endpoint)
    return passed()
