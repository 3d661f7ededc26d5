"""Cases of sns-delivery-logging."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    res,
    unknown_passes,
    violating,
)

TOPIC = "aws:sns/topic:Topic"

CASES = [
    compliant(
        "a role for one protocol", res(TOPIC, lambdaFailureFeedbackRoleArn="arn:aws:iam::123456789012:role/r")
    ),
    compliant("aws-native", res("aws-native:sns:Topic", deliveryStatusLogging=[{"protocol": "sqs"}])),
    violating("only successes", res(TOPIC, lambdaSuccessFeedbackRoleArn="arn:aws:iam::123456789012:role/r")),
    absent_fails("nothing", res(TOPIC)),
    absent_fails("nothing, aws-native", res("aws-native:sns:Topic")),
    unknown_passes("a role not known yet is a role", res(TOPIC, sqsFailureFeedbackRoleArn=UNKNOWN)),
]

MUTATION = mutation(added(res(TOPIC)))
