"""Cases of lambda-dlq-and-concurrency."""

from tests.policies.cases import (
    UNKNOWN,
    absent_fails,
    added,
    compliant,
    mutation,
    ref,
    res,
    unknown,
    unknown_passes,
    violating,
)

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

QUEUE = "arn:aws:sqs:eu-central-1:123456789012:dead"
BOUNDED = res(FUNCTION, reservedConcurrentExecutions=5)

CASES = [
    compliant(
        "a queue and a bound",
        res(FUNCTION, deadLetterConfig={"targetArn": QUEUE}, reservedConcurrentExecutions=5),
    ),
    compliant(
        "aws-native", res(NATIVE, deadLetterConfig={"targetArn": QUEUE}, reservedConcurrentExecutions=0)
    ),
    compliant(
        "a destination",
        BOUNDED,
        res(
            "aws:lambda/functionEventInvokeConfig:FunctionEventInvokeConfig",
            "c",
            functionName=ref(BOUNDED),
            destinationConfig={"onFailure": {"destination": QUEUE}},
        ),
    ),
    violating("no queue", BOUNDED, says="deadLetterConfig"),
    violating(
        "no bound", res(FUNCTION, deadLetterConfig={"targetArn": QUEUE}), says="reservedConcurrentExecutions"
    ),
    violating(
        "minus one is no bound",
        res(FUNCTION, deadLetterConfig={"targetArn": QUEUE}, reservedConcurrentExecutions=-1),
    ),
    absent_fails("neither", res(FUNCTION)),
    unknown(
        "the bound",
        res(FUNCTION, deadLetterConfig={"targetArn": QUEUE}, reservedConcurrentExecutions=UNKNOWN),
    ),
    unknown_passes(
        "a queue not known yet is a queue",
        res(FUNCTION, deadLetterConfig={"targetArn": UNKNOWN}, reservedConcurrentExecutions=1),
    ),
]

MUTATION = mutation(added(res(FUNCTION)))
