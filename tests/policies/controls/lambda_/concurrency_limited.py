"""Cases of lambda-concurrency-limited."""

from tests.policies.cases import UNKNOWN, absent_fails, added, compliant, mutation, res, unknown, violating

FUNCTION = "aws:lambda/function:Function"
NATIVE = "aws-native:lambda:Function"

CASES = [
    compliant("a bound, and nothing else", res(FUNCTION, reservedConcurrentExecutions=5)),
    compliant("stopped, aws-native", res(NATIVE, reservedConcurrentExecutions=0)),
    violating(
        "minus one is no bound",
        res(FUNCTION, reservedConcurrentExecutions=-1),
        says="reservedConcurrentExecutions",
    ),
    absent_fails("no bound", res(FUNCTION, deadLetterConfig={"targetArn": "arn:aws:sqs:x:1:dead"})),
    absent_fails("no bound, aws-native", res(NATIVE)),
    unknown("the bound", res(FUNCTION, reservedConcurrentExecutions=UNKNOWN)),
]

MUTATION = mutation(added(res(FUNCTION, deadLetterConfig={"targetArn": "arn:aws:sqs:x:1:dead"})))
