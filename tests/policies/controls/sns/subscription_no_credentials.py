"""Cases of sns-subscription-no-credentials."""

from tests.policies.cases import (
    UNKNOWN,
    absent_passes,
    added,
    compliant,
    mutation,
    not_applicable,
    res,
    secret,
    unknown,
    violating,
)

SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription"
NATIVE = "aws-native:sns:Subscription"


def to(address: object, protocol: object = "https", type: str = SUBSCRIPTION) -> object:
    return res(type, protocol=protocol, endpoint=address)


CASES = [
    compliant("none", to("https://hooks.example.com/events")),
    compliant("an at sign in the path", to("https://hooks.example.com/@team")),
    violating("user and password", to("https://user:word@hooks.example.com/events"), says="endpoint"),
    violating("a user", to("http://user@hooks.example.com", "http")),
    violating("in a secret", to(secret("https://user:word@hooks.example.com"))),
    violating("aws-native", to("https://user:word@hooks.example.com", type=NATIVE)),
    absent_passes("the API refuses a subscription without an address", res(SUBSCRIPTION, protocol="https")),
    unknown("from configuration", to(UNKNOWN)),
    not_applicable("a mailbox", to("team@example.com", "email")),
]

MUTATION = mutation(added(to("https://user:word@hooks.example.com")))
