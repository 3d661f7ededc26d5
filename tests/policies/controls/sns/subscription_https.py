"""Cases of sns-subscription-https."""

from tests.policies.cases import UNKNOWN, absent_passes, added, compliant, mutation, res, unknown, violating

SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription"

CASES = [
    compliant("https", res(SUBSCRIPTION, protocol="https", endpoint="https://ops.example.com")),
    compliant("a queue", res(SUBSCRIPTION, protocol="sqs")),
    violating("http", res(SUBSCRIPTION, protocol="http", endpoint="http://ops.example.com"), says="http"),
    violating("http, aws-native", res("aws-native:sns:Subscription", protocol="http")),
    absent_passes("the API refuses a subscription without a protocol", res(SUBSCRIPTION)),
    unknown("from configuration", res(SUBSCRIPTION, protocol=UNKNOWN)),
]

MUTATION = mutation(added(res(SUBSCRIPTION, protocol="http")))
