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
CONFIG = "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig"

QUEUE = "arn:aws:sqs:eu-central-1:123456789012:dead"
SUBJECT = res(FUNCTION)

CASES = [
    compliant("a queue, and no bound of concurrency", res(FUNCTION, deadLetterConfig={"targetArn": QUEUE})),
    compliant("aws-native", res(NATIVE, deadLetterConfig={"targetArn": QUEUE})),
    compliant(
        "a destination",
        SUBJECT,
        res(
            CONFIG,
            "c",
            functionName=ref(SUBJECT),
            destinationConfig={"onFailure": {"destination": QUEUE}},
        ),
    ),
    violating("an empty configuration", res(FUNCTION, deadLetterConfig={}), says="deadLetterConfig"),
    violating(
        "a destination of successes",
        SUBJECT,
        res(CONFIG, "c", functionName=ref(SUBJECT), destinationConfig={"onSuccess": {"destination": QUEUE}}),
    ),
    absent_fails("a bound alone", res(FUNCTION, reservedConcurrentExecutions=5)),
    absent_fails("nothing, aws-native", res(NATIVE)),
    unknown_passes(
        "a queue not known yet is a queue", res(FUNCTION, deadLetterConfig={"targetArn": UNKNOWN})
    ),
]

MUTATION = mutation(added(SUBJECT))
