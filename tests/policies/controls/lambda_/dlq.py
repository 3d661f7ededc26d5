"""Cases of lambda-dlq."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"
DESTINATION = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"

QUEUE = "arn:aws:sqs:eu-central-1:123456789012:dead"
PLAIN = res(FUNCTION)

CASES = [
    compliant("a queue", res(FUNCTION, deadLetterConfig={"targetArn": QUEUE})),
    compliant("a queue, aws-native", res(NATIVE, deadLetterConfig={"targetArn": QUEUE})),
    compliant(
        "a destination",
        PLAIN,
        res(
            DESTINATION,
            "c",
            functionName=ref(PLAIN),
            destinationConfig={"onFailure": {"destination": QUEUE}},
        ),
    ),
    violating("a bound is no queue", res(FUNCTION, reservedConcurrentExecutions=5), says="deadLetterConfig"),
    violating(
        "a destination of what succeeded",
        PLAIN,
        res(
            DESTINATION,
            "c",
            functionName=ref(PLAIN),
            destinationConfig={"onSuccess": {"destination": QUEUE}},
        ),
    ),
    absent_fails("no queue", PLAIN),
    absent_fails("no queue, aws-native", res(NATIVE)),
    unknown_passes(
        "a queue not known yet is a queue", res(FUNCTION, deadLetterConfig={"targetArn": UNKNOWN})
    ),
]

MUTATION = mutation(added(PLAIN))
